/** Takes the place of everything that JavaScript offers, and notes who is called with what. */

/** One call that was seen. */
export interface Seen {
  /** Such as `Array.prototype.map`. */
  readonly name: string;
  /** The object, the arguments and the result. */
  readonly values: readonly unknown[];
}

const { apply, construct, defineProperty, get, getOwnPropertyDescriptor, getPrototypeOf, ownKeys } = Reflect;
const { setPrototypeOf } = Object;
const { ProxyOf, SetOf } = { ProxyOf: Proxy, SetOf: Set };

let recording = false;
let count = 0;
const seen = { __proto__: null } as unknown as Record<number, Seen>;
/** Changes what a function is called with. */
let change: (name: string, args: unknown[]) => unknown[] = (_name, args) => args;

/** What happened while `act` ran. Its error, if any, is of no interest. */
export function record(act: () => unknown): Seen[] {
  count = 0;
  recording = true;
  try {
    act();
  } catch {
    // Whoever looks for what was seen
  } finally {
    recording = false;
  }
  const all: Seen[] = [];
  for (let index = 0; index < count; index++) all[index] = seen[index] as Seen;
  return all;
}

function note(name: string, values: () => readonly unknown[]): void {
  if (recording) quietly(() => seen[count++] = { name, values: values() });
}

/** Objects of the runtime, whose methods our code may call, outside of what it does for itself. */
const NOT_OURS = [
  "process",
  "Deno",
  "Bun",
  "console",
  "global",
  "globalThis",
  "self",
  "window",
  "navigator",
  "performance",
  "localStorage",
  "sessionStorage",
];

/** Replaces all that can be replaced.
 *
 * @param changing changes the arguments of calls that are made while something is recorded
 * @returns how many functions were replaced
 */
export function replaceEverything(changing?: typeof change): number {
  if (changing !== undefined) change = changing;
  const found = new SetOf<object>();
  let replaced = 0;
  const visit = (name: string, object: object): void => {
    if (found.has(object)) return;
    found.add(object);
    for (const key of ownKeys(object)) {
      const property = getOwnPropertyDescriptor(object, key) as PropertyDescriptor;
      const full = `${name}.${String(key)}`;
      if (key !== "constructor" && typeof property.value === "function") {
        const { prototype } = property.value as { prototype?: object };
        if (typeof prototype === "object" && prototype !== null) visit(`${full}.prototype`, prototype);
        visit(full, property.value);
      }
      if (!property.configurable) continue;
      const changed = { ...property };
      if (typeof property.value === "function") changed.value = recorder(full, property.value);
      if (property.get !== undefined) changed.get = recorder(`get ${full}`, property.get) as () => unknown;
      if (property.set !== undefined) changed.set = recorder(`set ${full}`, property.set) as () => void;
      try {
        if (defineProperty(object, key, changed)) replaced++;
      } catch {
        // Some runtimes refuse
      }
    }
  };
  for (const [name, object] of hidden()) visit(name, object);
  for (const name of Object.getOwnPropertyNames(globalThis)) {
    if (NOT_OURS.includes(name)) continue;
    const property = getOwnPropertyDescriptor(globalThis, name);
    const value = property?.get === undefined ? property?.value : get(globalThis, name);
    if ((typeof value !== "object" && typeof value !== "function") || value === null) continue;
    const { prototype } = value as { prototype?: object };
    if (typeof prototype === "object" && prototype !== null) visit(`${name}.prototype`, prototype);
    visit(name, value);
    if (typeof value !== "function" || property?.configurable !== true) continue;
    if (defineProperty(globalThis, name, { ...property, ...valueOf(property, recorder(name, value)) })) {
      replaced++;
    }
  }
  return replaced;
}

function valueOf({ get }: PropertyDescriptor, value: unknown): PropertyDescriptor {
  return get === undefined ? { value } : { get: () => value };
}

/** What no global names. */
function hidden(): [string, object][] {
  const of = (object: object) => getPrototypeOf(object) as object;
  const generator = (function* () {})();
  return [
    ["TypedArray", of(Uint8Array)],
    ["TypedArray.prototype", of(Uint8Array.prototype)],
    ["Iterator.prototype", of(of([].values()))],
    ["ArrayIterator", of([].values())],
    ["StringIterator", of(""[Symbol.iterator]())],
    ["MapIterator", of(new Map().values())],
    ["SetIterator", of(new Set().values())],
    ["RegExpStringIterator", of("".matchAll(/a/g))],
    ["Generator", of(of(generator))],
    ["AsyncFunction", of(async () => {})],
  ];
}

// deno-lint-ignore ban-types
function recorder(name: string, original: Function): unknown {
  return new ProxyOf(original, {
    apply(_target, self, args) {
      if (!recording) return apply(original, self, args);
      const changed = quietly(() => change(name, args));
      const result = apply(original, self, changed);
      note(name, () => [self, ...changed, result]);
      return result;
    },
    construct(_target, args, constructor) {
      const result = construct(original, args, constructor) as object;
      note(`new ${name}`, () => [...args, result]);
      return result;
    },
  });
}

/** What is done here is not recorded itself. */
function quietly<Result>(act: () => Result): Result {
  const before = recording;
  recording = false;
  try {
    return act();
  } finally {
    recording = before;
  }
}

/** Adds what is there in no object: names that options, errors and others are asked for, entries of lists, and, in place
 * of what every list inherits, an object that sees all that is asked for. */
export function addEverywhere(): void {
  const watched = (on: string, key: string): PropertyDescriptor => ({
    configurable: true,
    enumerable: false,
    get() {
      note(`get ${on}.${key}`, () => [this]);
      return undefined;
    },
    set(value) {
      note(`set ${on}.${key}`, () => [this, value]);
      defineProperty(this, key, { value, writable: true, enumerable: true, configurable: true });
    },
  });
  // Not "get", "set" and "value": then nobody can define a property any more
  for (
    const key of ["toJSON", "then", "cause", "fatal", "stream", "descriptor", "mayVanish", "env", "read"]
  ) {
    defineProperty(Object.prototype, key, watched("Object.prototype", key));
  }
  for (const key of ["0", "1", "2"]) defineProperty(Array.prototype, key, watched("Array.prototype", key));
  for (const name of ["slice", "set", "subarray", "fill"]) {
    const original = get(Uint8Array.prototype, name) as () => unknown;
    defineProperty(Uint8Array.prototype, name, {
      value: recorder(`Uint8Array.prototype.${name}`, original),
      writable: true,
      configurable: true,
    });
  }
  defineProperty(Uint8Array, Symbol.species, {
    configurable: true,
    get() {
      note("get Uint8Array[Symbol.species]", () => [this]);
      return this;
    },
  });
  const noticing = (name: string) => (target: object, key: PropertyKey, receiver: unknown) => {
    note(`${name} of every list`, () => [receiver]);
    return get(target, key, receiver);
  };
  setPrototypeOf(Array.prototype, new ProxyOf(Object.prototype, { get: noticing("get") }));
}
