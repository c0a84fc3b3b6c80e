import { putBack, type Replaced, takeBack } from "./builtins.ts";

/** Runs one call of our public functions: see {@linkcode claimPublicCall}. */
export type PublicCall = <Result>(act: () => Result) => Result;

let inside = false;
let givenBack = false;
/** Replacements by other code, while we are inside. */
let replaced: Replaced | undefined;
/** Work left for after the call, linked. */
let later: { readonly act: () => void; readonly next: typeof later } | undefined;

/** Gives one of our modules the way to make a public call: with JavaScript's own functions as they were when we were
 * loaded, and from its beginning to its end without any code but ours. It must be synchronous.
 *
 * Once the permission for foreign functions was given back nobody is given it any more, and only within a public call
 * does `context()` return anything. So code that finds our inner modules cannot have them make system calls, and
 * code that replaces functions of JavaScript sees nothing of ours.
 *
 * @throws TypeError after that
 */
export function claimPublicCall(): PublicCall {
  refuseLateClaims();
  return publicCall;
}

function publicCall<Result>(act: () => Result): Result {
  if (inside) return act();
  enter();
  try {
    return act();
  } finally {
    leave();
    doLater();
  }
}

/** Does something in which other code may run, such as asking `process` for something, as if it were outside of the
 * call. Nothing of ours may be half done then. */
export function outside<Result>(act: () => Result): Result {
  if (!inside) return act();
  leave();
  try {
    return act();
  } finally {
    enter();
  }
}

/** Does something after the call, or at once if there is none. */
export function afterCall(act: () => void): void {
  if (inside) later = { act, next: later };
  else act();
}

/** Gives one of our modules the way to give the permission for foreign functions back, and to have system calls made in
 * public calls only from then on. What it is given does it and returns `undefined` if there was nothing to give back.
 *
 * @throws TypeError as {@linkcode claimPublicCall} does
 */
export function claimGivingBack(): (drop: () => string | undefined) => string | undefined {
  refuseLateClaims();
  return (drop) => {
    const before = givenBack;
    // Ahead of it: Deno tells whoever listens
    givenBack = true;
    const dropped = drop();
    givenBack = before || dropped !== undefined;
    return dropped;
  };
}

function refuseLateClaims(): void {
  if (!givenBack) return;
  throw new TypeError("Cannot load this module: the permission for foreign functions was given back");
}

/** Whether system calls may be made now. */
export function isOpen(): boolean {
  return inside || !givenBack;
}

function enter(): void {
  replaced = putBack();
  inside = true;
}

function leave(): void {
  // RegExp.input and the like show the last text that was matched
  /^/.test("");
  inside = false;
  takeBack(replaced);
  replaced = undefined;
}

function doLater(): void {
  const all = later;
  later = undefined;
  for (let each = all; each !== undefined; each = each.next) each.act();
}
