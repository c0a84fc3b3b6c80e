const { freeze } = Object;

/** Keeps other code from replacing a class's methods: those would be handed what the class keeps to itself. */
export function sealClass(constructor: { readonly prototype: object }): void {
  freeze(constructor.prototype);
  freeze(constructor);
}
