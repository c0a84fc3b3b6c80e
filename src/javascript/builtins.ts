import { quote } from "../text.ts";

/** What JavaScript itself offers to our code, as it was when this module was loaded.
 *
 * Other code in the process can replace `TextEncoder.prototype.encodeInto` or an array's iterator, or add a property to
 * `Object.prototype`. While we make system calls that would hand it our memory, or have us open another path.
 * {@linkcode putBack} undoes all of that before a call into our code and {@linkcode Replaced} does it again afterwards.
 *
 * This module must not use what it protects: no method of an array, no iteration, no assignment to an index (a setter
 * on `Array.prototype` would see it), and only functions that were captured here. */
const {
  defineProperty,
  deleteProperty,
  get,
  getOwnPropertyDescriptor,
  getPrototypeOf,
  ownKeys,
  setPrototypeOf,
} = Reflect;
const { is } = Object;
const { isArray } = Array;

/** The parts of JavaScript that our code uses, by the name of the object: with "+", whatever else is there is a replacement too,
 * because it would be found first or where nothing is expected. `test/javascript` fails if something is missing here. */
const USED: Readonly<Record<string, string>> = {
  "Object.prototype": "+",
  "Function.prototype": "+",
  "Array.prototype": "+",
  "Uint8Array": "+",
  "Uint8Array.prototype": "+",
  "Int32Array": "+",
  "Int32Array.prototype": "+",
  "BigInt64Array": "+",
  "BigInt64Array.prototype": "+",
  "Error": "+",
  "Error.prototype": "+",
  "Object":
    "assign create defineProperties defineProperty entries freeze fromEntries getOwnPropertyNames groupBy hasOwn is keys values",
  "Array": "from isArray of @@species",
  "Number": "isFinite isInteger isSafeInteger parseInt",
  "Number.prototype": "toString",
  "BigInt": "asIntN asUintN",
  "BigInt.prototype": "toString",
  "Boolean.prototype": "toString",
  "String": "fromCharCode fromCodePoint raw",
  "String.prototype":
    "at charCodeAt codePointAt concat endsWith includes indexOf isWellFormed lastIndexOf match matchAll " +
    "normalize padEnd padStart repeat replace replaceAll slice split startsWith substring toLowerCase toString " +
    "toUpperCase toWellFormed trim trimEnd trimStart valueOf @@iterator",
  "RegExp": "@@species",
  "RegExp.prototype":
    "constructor exec test flags dotAll global hasIndices ignoreCase multiline source sticky unicode " +
    "unicodeSets @@match @@matchAll @@replace @@search @@split",
  "Map": "groupBy @@species",
  "Map.prototype": "clear delete entries forEach get has keys set size values @@iterator",
  "Set": "@@species",
  "Set.prototype": "add clear delete entries forEach has keys size values @@iterator",
  "WeakMap.prototype": "delete get has set",
  "ArrayBuffer": "@@species",
  "ArrayBuffer.prototype": "byteLength constructor slice",
  "TypedArray": "from of @@species",
  "TypedArray.prototype":
    "at buffer byteLength byteOffset constructor copyWithin entries every fill filter find findIndex forEach " +
    "includes indexOf join keys lastIndexOf length map reduce reverse set slice some sort subarray values @@iterator " +
    "@@toStringTag",
  "DataView.prototype":
    "buffer byteLength byteOffset getBigInt64 getBigUint64 getInt16 getInt32 getUint16 getUint32 getUint8 " +
    "setBigInt64 setBigUint64 setInt16 setInt32 setUint16 setUint32 setUint8",
  "TextEncoder.prototype": "encode encodeInto encoding",
  "TextDecoder.prototype": "decode encoding fatal ignoreBOM",
  "URL": "canParse parse",
  "URL.prototype": "hostname href pathname toString",
  "FinalizationRegistry.prototype": "register unregister",
  "PermissionStatus.prototype": "state",
  "Date": "now",
  "JSON": "parse stringify",
  "Math": "abs ceil floor log2 max min round trunc",
  "Atomics": "exchange load store",
  "Performance.prototype": "now",
  "Iterator": "+",
  "Array Iterator": "+",
  "String Iterator": "+",
  "Map Iterator": "+",
  "Set Iterator": "+",
  "RegExp String Iterator": "+",
  "Generator": "+",
  "globalThis":
    "Object Function Array String Number Boolean BigInt Symbol RegExp Error TypeError RangeError SyntaxError Map Set " +
    "WeakMap WeakRef Date ArrayBuffer DataView Uint8Array Int32Array BigInt64Array performance TextEncoder TextDecoder URL FinalizationRegistry JSON " +
    "Math Reflect Atomics globalThis process decodeURIComponent encodeURIComponent parseInt isNaN",
};

/** An object that many rely on, as it was. */
interface Original {
  readonly name: string;
  readonly object: object;
  readonly prototype: object | null;
  readonly keys: readonly PropertyKey[];
  readonly properties: readonly PropertyDescriptor[];
  /** Whether a property that was not there matters too. */
  readonly whole: boolean;
}

/** Something that other code replaced, and with what; linked, because lists cannot be trusted here. */
export interface Replaced {
  readonly object: object;
  /** `undefined` for the prototype. */
  readonly key: PropertyKey | undefined;
  /** `undefined` for what was removed. */
  readonly theirs: PropertyDescriptor | object | null | undefined;
  readonly next: Replaced | undefined;
}

const originals: readonly Original[] = captureAll();

function captureAll(): Original[] {
  const found: Original[] = [];
  for (const [name, words] of Object.entries(USED)) {
    const object = objectOf(name);
    if (object === undefined) continue; // Not in every runtime
    // Reading a global also loads what a runtime makes on first use, but `process`: in Deno that takes milliseconds
    if (object === globalThis) {
      for (const word of words.split(" ")) if (word !== "process") get(globalThis, word);
    }
    found.push(captured(name, object, words === "+" ? undefined : words.split(" ").map(keyOf)));
  }
  return found;
}

function objectOf(name: string): object | undefined {
  switch (name) {
    case "globalThis":
      return globalThis;
    case "TypedArray":
      return prototypeOf(Uint8Array);
    case "TypedArray.prototype":
      return prototypeOf(Uint8Array.prototype);
    case "Iterator":
      return prototypeOf(prototypeOf([].values()));
    case "Array Iterator":
      return prototypeOf([].values());
    case "String Iterator":
      return prototypeOf(""[Symbol.iterator]());
    case "Map Iterator":
      return prototypeOf(new Map().values());
    case "Set Iterator":
      return prototypeOf(new Set().values());
    case "RegExp String Iterator":
      return prototypeOf("".matchAll(/a/g));
    case "Generator":
      // Between them is the prototype of this one function
      return prototypeOf(prototypeOf((function* () {})()));
    default: {
      const [global = "", inner] = name.split(".");
      const object = get(globalThis, global) as object | undefined;
      return object === undefined || inner === undefined ? object : get(object, inner) as object;
    }
  }
}

function prototypeOf(object: object): object {
  return getPrototypeOf(object) as object;
}

/** `@@species` is how the language's specification writes `Symbol.species`. */
function keyOf(word: string): PropertyKey {
  return word.startsWith("@@") ? Symbol[word.slice(2) as "species"] : word;
}

function captured(name: string, object: object, keys?: readonly PropertyKey[]): Original {
  const all = (keys ?? ownKeys(object)).filter((key) => getOwnPropertyDescriptor(object, key) !== undefined);
  return {
    name,
    object,
    prototype: getPrototypeOf(object),
    keys: all,
    properties: all.map((key) => descriptor(object, key) as PropertyDescriptor),
    whole: keys === undefined,
  };
}

/** A property as `defineProperty` takes it back, whatever `Object.prototype` has been given. */
function descriptor(object: object, key: PropertyKey): PropertyDescriptor | undefined {
  const found = getOwnPropertyDescriptor(object, key);
  if (found !== undefined) setPrototypeOf(found, null);
  return found;
}

/** Makes everything what it was when this module was loaded.
 *
 * @returns what {@linkcode takeBack} needs to undo that; `undefined` if nothing was to be done, as in most processes
 * @throws TypeError if something cannot be made what it was; then everything is as it was before the call
 */
export function putBack(): Replaced | undefined {
  let replaced: Replaced | undefined;
  for (let at = 0; at < originals.length; at++) {
    const original = originals[at] as Original;
    const { object, keys, properties } = original;
    const prototype = getPrototypeOf(object);
    if (prototype !== original.prototype) {
      if (!setPrototypeOf(object, original.prototype)) throw stuck(replaced, original, "its prototype");
      replaced = { object, key: undefined, theirs: prototype, next: replaced };
    }
    for (let index = 0; index < keys.length; index++) {
      const key = keys[index] as PropertyKey;
      const wanted = properties[index] as PropertyDescriptor;
      const found = getOwnPropertyDescriptor(object, key);
      if (found !== undefined && isSame(found, wanted)) continue;
      if (found !== undefined) setPrototypeOf(found, null);
      if (!defineProperty(object, key, wanted)) throw stuck(replaced, original, key);
      replaced = { object, key, theirs: found, next: replaced };
    }
    if (!original.whole) continue;
    const present = ownKeys(object);
    if (present.length === keys.length) continue;
    for (let index = 0; index < present.length; index++) {
      const key = present[index] as PropertyKey;
      if (isAmong(key, keys)) continue;
      const found = descriptor(object, key);
      if (!deleteProperty(object, key)) throw stuck(replaced, original, key);
      replaced = { object, key, theirs: found, next: replaced };
    }
  }
  return replaced;
}

/** Undoes {@linkcode putBack}. */
export function takeBack(replaced: Replaced | undefined): void {
  for (let each = replaced; each !== undefined; each = each.next) {
    const { object, key, theirs } = each;
    if (key === undefined) setPrototypeOf(object, theirs as object | null);
    else if (theirs === undefined) deleteProperty(object, key);
    else defineProperty(object, key, theirs as PropertyDescriptor);
  }
}

function isSame(one: PropertyDescriptor, other: PropertyDescriptor): boolean {
  return is(one.value, other.value) && one.get === other.get && one.set === other.set;
}

function isAmong(key: PropertyKey, keys: readonly PropertyKey[]): boolean {
  for (let index = 0; index < keys.length; index++) if (keys[index] === key) return true;
  return false;
}

function stuck(replaced: Replaced | undefined, { name }: Original, key: PropertyKey): TypeError {
  takeBack(replaced);
  const what = typeof key === "symbol" ? "a symbol" : key;
  return new TypeError(
    `Cannot rely on ${name}: ${what} was changed after landlockdown was loaded, and made so that it cannot be changed ` +
      "back. Import landlockdown after the code that does this",
  );
}

/** How deep arguments go: permissions, one of them, its lists. What lies deeper is wrong whatever it is. */
const DEPTH = 4;

/** Copies an argument: only own properties count, and each is read once. Property access may run code of the caller's,
 * and none of that may run while we rely on what {@linkcode putBack} put back.
 *
 * @throws TypeError for an object that inherits data: whether that was meant cannot be known
 */
export function ownData<Value>(value: Value, depth = 0): Value {
  if (typeof value !== "object" || value === null) return value;
  if (depth === DEPTH) return "…" as Value;
  if (isArray(value)) {
    const list: unknown[] = [];
    const { length } = value;
    for (let index = 0; index < length; index++) {
      const isThere = getOwnPropertyDescriptor(value, index) !== undefined;
      define(list, index, isThere ? ownData(value[index], depth + 1) : undefined);
    }
    return list as Value;
  }
  refuseInherited(value);
  const object = { __proto__: null };
  const keys = ownKeys(value);
  for (let index = 0; index < keys.length; index++) {
    const key = keys[index] as PropertyKey;
    if (typeof key === "string") define(object, key, ownData(get(value, key), depth + 1));
  }
  return object as Value;
}

/** What every object inherits is ignored, it may have been put there by mistake. What else is inherited was meant to
 * count: a deny in it would be lost. */
function refuseInherited(value: object): void {
  for (let from = getPrototypeOf(value); from !== null;) {
    const further = getPrototypeOf(from);
    if (further === null) return;
    const keys = ownKeys(from);
    for (let index = 0; index < keys.length; index++) {
      const key = keys[index] as PropertyKey;
      if (typeof key === "symbol") continue;
      if (typeof getOwnPropertyDescriptor(from, key)?.value === "function") continue;
      const text = `${value}`;
      throw new TypeError(
        text === "[object Object]"
          ? `Cannot use an object that inherits its property "${key as string}": only its own properties count. Write ` +
            "the property into the object itself"
          : `Cannot use ${quote(text)} here: pass a string, a list or a plain object`,
      );
    }
    from = further;
  }
}

function define(object: object, key: PropertyKey, value: unknown): void {
  const property = { __proto__: null, value, writable: true, enumerable: true, configurable: true };
  defineProperty(object, key, property as PropertyDescriptor);
}
