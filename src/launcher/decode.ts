import type { Architecture } from "../linux/architecture.ts";
import { MACHINES } from "../linux/elf.ts";
import { NANOSECONDS } from "../linux/status.ts";
import { CLOSE_NOTHING, encodePlan } from "./encode.ts";
import { LANDLOCK, MAGIC, NAME, PATH_RULE, PLAN, PLAN_VERSION, PORT_RULE, RULE, TAIL } from "./layout.ts";
import { environmentOf, type NameRule } from "./names.ts";
import type { LauncherLandlock, LauncherPathRule, LauncherPlan } from "./policy.ts";

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** The bytes of the plan at the end of a launcher's file.
 *
 * @throws SyntaxError if the file is no launcher, or one of another version
 */
export function planBytes(file: Uint8Array): Uint8Array {
  if (file.length < TAIL.size) throw unreadable(`${file.length} bytes are too few`);
  const tail = new Bytes(file.subarray(file.length - TAIL.size));
  if (tail.text(TAIL.magic, TAIL.magic + MAGIC.length) !== MAGIC) {
    throw unreadable("it does not end as a launcher does");
  }
  const version = tail.number(TAIL.version);
  if (version !== PLAN_VERSION) {
    throw unreadable(`it is of version ${version}, and we know ${PLAN_VERSION} only`);
  }
  const size = tail.number(TAIL.planSize);
  if (size > file.length || size < PLAN.size + TAIL.size) throw unreadable(`it claims to have ${size} bytes`);
  return file.subarray(file.length - size);
}

/** Reads an encoded plan. It must be one that {@linkcode encodePlan} writes, byte for byte: then what it says is
 * what the launcher does.
 *
 * @throws SyntaxError if it is not
 */
export function decodePlan(bytes: Uint8Array): Required<LauncherPlan> {
  if (planBytes(bytes).length !== bytes.length) throw unreadable("there is something before it");
  const plan = readPlan(new Bytes(bytes));
  if (!isEncoded(plan, planArchitecture(bytes), bytes)) {
    throw unreadable("it is not written the way we write it");
  }
  return plan;
}

/** The architecture an encoded plan is for: flags of open differ.
 *
 * @throws SyntaxError if it is none of ours
 */
export function planArchitecture(bytes: Uint8Array): Architecture {
  const machine = new Bytes(bytes).number(PLAN.machine);
  const architecture = (["x86_64", "arm64"] as const).find((name) => MACHINES[name] === machine);
  if (architecture === undefined) throw unreadable(`it is for machine ${machine}`);
  return architecture;
}

function isEncoded(plan: LauncherPlan, architecture: Architecture, bytes: Uint8Array): boolean {
  let encoded: Uint8Array;
  try {
    encoded = encodePlan(plan, architecture);
  } catch (error) {
    throw unreadable("it says what cannot be", error);
  }
  return encoded.length === bytes.length && encoded.every((byte, index) => byte === bytes[index]);
}

function readPlan(all: Bytes): Required<LauncherPlan> {
  const variables = all.strings(PLAN.variables).map((text) => {
    const at = text.indexOf("=");
    return [text.slice(0, Math.max(at, 0)), text.slice(at + 1)] as const;
  });
  const { pass, block } = environmentOf(readNames(all).slice(variables.length));
  const signals = all.wide(PLAN.signals);
  const closeFrom = all.number(PLAN.closeFrom);
  return {
    landlock: readLandlock(all),
    environment: { pass, block, set: Object.fromEntries(variables) },
    closeFrom: closeFrom === CLOSE_NOTHING ? "none" : closeFrom,
    signals: Array.from({ length: 64 }, (_, index) => index + 1)
      .filter((signal) => (signals >> BigInt(signal - 1) & 1n) !== 0n),
    filter: all.section(PLAN.filter).copy(),
    command: all.strings(PLAN.command),
    nonce: all.text(PLAN.nonce, PLAN.nonce + 8).split("\0", 1).join(),
  };
}

function readLandlock(all: Bytes): LauncherLandlock {
  const restrictFlags = all.number(PLAN.restrictFlags);
  switch (all.number(PLAN.landlock)) {
    case LANDLOCK.none:
      return { kind: "none" };
    case LANDLOCK.prebuilt:
      return { kind: "prebuilt", descriptor: all.number(PLAN.descriptor) | 0, restrictFlags };
    case LANDLOCK.build: {
      const [handledFs, handledNet, scoped] = [0, 8, 16].map((at) => all.wide(PLAN.attribute + at)) as [
        bigint,
        bigint,
        bigint,
      ];
      const ruleset = { handledFs, handledNet, scoped, paths: readPaths(all), ports: readPorts(all) };
      return { kind: "build", ruleset, restrictFlags };
    }
    default:
      throw unreadable("it does not say what to restrict");
  }
}

function readPaths(all: Bytes): LauncherPathRule[] {
  const section = all.section(PLAN.paths);
  const rules: LauncherPathRule[] = [];
  for (let at = 0; at < section.length;) {
    const size = section.number(at + PATH_RULE.size);
    if (size < PATH_RULE.path || size % 8 !== 0) throw unreadable(`a path rule has ${size} bytes`);
    const path = section.text(at + PATH_RULE.path, at + size);
    rules.push({
      // What follows the zero is compared when the plan is encoded again
      path: path.slice(0, Math.max(path.indexOf("\0"), 0)),
      access: section.wide(at + PATH_RULE.access),
      ...ruleFlags(section, at),
    });
    at += size;
  }
  return rules;
}

function ruleFlags(section: Bytes, at: number): Omit<LauncherPathRule, "path" | "access"> {
  const flags = section.number(at + PATH_RULE.flags);
  const born = BigInt.asIntN(64, section.wide(at + PATH_RULE.bornSeconds)) * NANOSECONDS +
    BigInt(section.number(at + PATH_RULE.bornNanoseconds));
  return {
    ...((flags & RULE.mayVanish) === 0 ? {} : { mayVanish: true }),
    ...((flags & RULE.needsTerminal) === 0 ? {} : { needsTerminal: true }),
    ...((flags & RULE.container) === 0 ? {} : { isDirectory: true }),
    ...((flags & RULE.identity) === 0
      ? {}
      : { identity: { inode: section.wide(at + PATH_RULE.inode), born } }),
  };
}

function readPorts(all: Bytes): { port: number; access: bigint }[] {
  const section = all.section(PLAN.ports);
  const rules: { port: number; access: bigint }[] = [];
  for (let at = 0; at < section.length; at += PORT_RULE.size) {
    rules.push({ port: Number(section.wide(at + PORT_RULE.port)), access: section.wide(at) });
  }
  return rules;
}

function readNames(all: Bytes): NameRule[] {
  const section = all.section(PLAN.names);
  const rules: NameRule[] = [];
  for (let at = 0; at < section.length;) {
    const end = section.zeroAfter(at);
    const bits = section.byte(end + 1);
    const [prefix, pass] = [(bits & NAME.prefix) !== 0, (bits & NAME.pass) !== 0];
    rules.push({ name: section.text(at, end), prefix, pass });
    at = end + 2;
  }
  return rules;
}

/** Bytes that are never read beyond their end. */
class Bytes {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  }

  get length(): number {
    return this.#bytes.length;
  }

  byte(at: number): number {
    return this.#within(at, 1), this.#view.getUint8(at);
  }

  number(at: number): number {
    return this.#within(at, 4), this.#view.getUint32(at, true);
  }

  wide(at: number): bigint {
    return this.#within(at, 8), this.#view.getBigUint64(at, true);
  }

  copy(): Uint8Array {
    return this.#bytes.slice();
  }

  text(from: number, to: number): string {
    this.#within(from, to - from);
    try {
      return decoder.decode(this.#bytes.subarray(from, to));
    } catch (error) {
      throw unreadable("a text is not UTF-8", error);
    }
  }

  /** The section whose beginning is in that field; its end is in the next. */
  section(field: number): Bytes {
    const [from, to] = [this.number(field), this.number(field + 4)];
    if (from < PLAN.size) throw unreadable(`a section begins at ${from}`);
    this.#within(from, to - from);
    return new Bytes(this.#bytes.subarray(from, to));
  }

  /** The strings of a section. */
  strings(field: number): string[] {
    const section = this.section(field);
    const texts: string[] = [];
    for (let at = 0; at < section.length;) {
      const end = section.zeroAfter(at);
      texts.push(section.text(at, end));
      at = end + 1;
    }
    return texts;
  }

  /** Where the next zero byte is. */
  zeroAfter(at: number): number {
    const end = this.#bytes.indexOf(0, at);
    if (end < 0) throw unreadable("a text does not end");
    return end;
  }

  #within(at: number, size: number): void {
    if (size < 0 || at < 0 || at + size > this.length) throw unreadable("it is cut short");
  }
}

function unreadable(why: string, cause?: unknown): SyntaxError {
  return new SyntaxError(`Cannot read the plan of a launcher: ${why}`, { cause });
}
