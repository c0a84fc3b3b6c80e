import type { Architecture } from "../linux/architecture.ts";
import { RESTRICT } from "../landlock/abi.ts";
import { encodeNetPort, encodeRulesetAttribute } from "../landlock/encode.ts";
import { alignUp, concatenate } from "../linux/bytes.ts";
import { MACHINES } from "../linux/elf.ts";
import { O_CLOEXEC, O_NOFOLLOW, O_PATH, SIGKILL, SIGSTOP } from "../linux/flags.ts";
import { PATH_MAX } from "../linux/paths.ts";
import { NANOSECONDS } from "../linux/status.ts";
import { INSTRUCTION_SIZE, MOST_INSTRUCTIONS } from "../seccomp/instruction.ts";
import {
  LANDLOCK,
  MAGIC,
  NAME,
  numberOfText,
  PATH_RULE,
  PLAN,
  PLAN_VERSION,
  PORT_RULE,
  RULE,
  TAIL,
} from "./layout.ts";
import { nameRules, sortedNames } from "./names.ts";
import {
  type LauncherLandlock,
  type LauncherPathRule,
  type LauncherPlan,
  type LauncherRuleset,
  NONCE_LENGTH,
  RUNTIME_SIGNALS,
} from "./policy.ts";

/** With `first` beyond every descriptor nothing is closed. */
export const CLOSE_NOTHING = 0xffff_ffff;
/** Nobody can ignore them, and the kernel refuses to be asked. */
const FIXED_SIGNALS: readonly number[] = [SIGKILL, SIGSTOP];
const SIGNALS = 64;
const ALL_RESTRICT_FLAGS = Object.values(RESTRICT).reduce((mask, flag) => mask | flag, 0);

const encoder = new TextEncoder();

/** A plan in the form the launcher reads. The same plan gives the same bytes.
 *
 * @throws TypeError for what is no path, name or text
 * @throws RangeError for numbers that cannot be
 */
export function encodePlan(plan: LauncherPlan, architecture: Architecture): Uint8Array<ArrayBuffer> {
  const { landlock, environment, closeFrom = 3, signals = RUNTIME_SIGNALS, command = [], nonce = "" } = plan;
  const { set = {} } = environment;
  const ruleset = rulesetOf(landlock);
  const variables = sortedNames(set).map((name) => `${name}=${set[name]}`);
  const sections = [
    ruleset.paths.map((rule) => pathRule(rule, ruleset.handledFs, architecture)),
    ruleset.ports.map((rule) => portRule(rule, ruleset.handledNet)),
    [filterOf(plan.filter)],
    nameRules(environment).map(({ name, prefix, pass }) =>
      concatenate([zeroTerminated(name), Uint8Array.of((prefix ? NAME.prefix : 0) | (pass ? NAME.pass : 0))])
    ),
    variables.map(zeroTerminated),
    command.map(zeroTerminated),
  ].map(concatenate);
  const ends = sections.reduce<number[]>((ends, { length }) => [...ends, (ends.at(-1) as number) + length], [
    PLAN.size,
  ]);
  const tail = ends.at(-1) as number;
  const bytes = concatenate([new Uint8Array(PLAN.size), ...sections, new Uint8Array(TAIL.size)]);
  const view = new DataView(bytes.buffer);

  encodeRulesetAttribute(view, ruleset.handledFs, ruleset.handledNet, ruleset.scoped);
  view.setUint32(PLAN.landlock, LANDLOCK[landlock.kind], true);
  view.setInt32(PLAN.descriptor, landlock.kind === "prebuilt" ? descriptorOf(landlock.descriptor) : -1, true);
  view.setUint32(PLAN.restrictFlags, restrictFlagsOf(landlock), true);
  view.setUint32(PLAN.closeFrom, closeFrom === "none" ? CLOSE_NOTHING : descriptorOf(closeFrom), true);
  view.setBigUint64(PLAN.signals, signalSet(signals), true);
  // One for each variable and word, and one for /bin/sh
  view.setUint32(PLAN.room, 8 * (variables.length + command.length + 1), true);
  view.setUint32(PLAN.searchPath, searchPath(variables, ends[4] as number), true);
  for (const [index, end] of ends.entries()) view.setUint32(PLAN.paths + 4 * index, end, true);
  view.setUint32(PLAN.machine, MACHINES[architecture], true);
  view.setBigUint64(PLAN.nonce, numberOfNonce(nonce), true);
  bytes.set(encoder.encode(MAGIC), tail + TAIL.magic);
  view.setUint32(tail + TAIL.version, PLAN_VERSION, true);
  view.setUint32(tail + TAIL.planSize, bytes.length, true);
  return bytes;
}

const NO_RULESET: LauncherRuleset = { handledFs: 0n, handledNet: 0n, scoped: 0n, paths: [], ports: [] };

function rulesetOf(landlock: LauncherLandlock): LauncherRuleset {
  if (landlock.kind !== "build") return NO_RULESET;
  const { handledFs, handledNet, scoped } = landlock.ruleset;
  for (const mask of [handledFs, handledNet, scoped]) {
    if (BigInt.asUintN(64, mask) !== mask) {
      throw new RangeError(`Cannot handle rights "${mask}": not 64 bits`);
    }
  }
  if ((handledFs | handledNet | scoped) === 0n) {
    throw new RangeError('Cannot build a ruleset that handles nothing: say kind: "none" if that is meant');
  }
  return landlock.ruleset;
}

function pathRule(rule: LauncherPathRule, handled: bigint, architecture: Architecture): Uint8Array {
  const { path, access } = rule;
  if (!path.startsWith("/")) throw new TypeError(`Cannot grant path "${path}": it does not begin with "/"`);
  const text = zeroTerminated(path);
  if (text.length > PATH_MAX) {
    throw new RangeError(`Cannot grant path "${path.slice(0, 40)}…": longer than ${PATH_MAX - 1} bytes`);
  }
  checkAccess(`path "${path}"`, access, handled);
  const bytes = new Uint8Array(alignUp(PATH_RULE.path + text.length, 8));
  const view = new DataView(bytes.buffer);
  view.setBigUint64(PATH_RULE.access, access, true);
  view.setUint32(PATH_RULE.size, bytes.length, true);
  view.setUint32(PATH_RULE.openFlags, O_PATH | O_CLOEXEC | O_NOFOLLOW[architecture], true);
  view.setUint32(PATH_RULE.flags, ruleFlags(rule), true);
  const { inode = 0n, born = 0n } = rule.identity ?? {};
  view.setBigUint64(PATH_RULE.inode, inode, true);
  view.setBigInt64(PATH_RULE.bornSeconds, born / NANOSECONDS, true);
  view.setUint32(PATH_RULE.bornNanoseconds, Number(born % NANOSECONDS), true);
  bytes.set(text, PATH_RULE.path);
  return bytes;
}

function ruleFlags({ mayVanish, identity, isDirectory, needsTerminal }: LauncherPathRule): number {
  return (mayVanish === true ? RULE.mayVanish : 0) |
    (needsTerminal === true ? RULE.needsTerminal : 0) |
    (identity === undefined ? 0 : RULE.identity | (isDirectory === true ? RULE.container : 0)) |
    (identity === undefined || identity.born === 0n ? 0 : RULE.birth);
}

function portRule({ port, access }: LauncherRuleset["ports"][number], handled: bigint): Uint8Array {
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new RangeError(`Cannot grant port "${port}": not an integer from 0 to 65535`);
  }
  checkAccess(`port ${port}`, access, handled);
  const bytes = new Uint8Array(PORT_RULE.size);
  encodeNetPort(new DataView(bytes.buffer), access, port);
  return bytes;
}

/** What the kernel would refuse with `ENOMSG` and `EINVAL`. */
function checkAccess(subject: string, access: bigint, handled: bigint): void {
  if (access === 0n || (access & ~handled) !== 0n) {
    throw new RangeError(
      `Cannot grant ${subject} the rights 0x${access.toString(16)}: some, and none but the handled ` +
        `0x${handled.toString(16)}, lower the ruleset first`,
    );
  }
}

function restrictFlagsOf(landlock: LauncherLandlock): number {
  if (landlock.kind === "none") return 0;
  const { restrictFlags } = landlock;
  if (!Number.isInteger(restrictFlags) || (restrictFlags & ~ALL_RESTRICT_FLAGS) !== 0) {
    throw new RangeError(`Cannot restrict with flags "${restrictFlags}": none but ${ALL_RESTRICT_FLAGS}`);
  }
  return restrictFlags;
}

function numberOfNonce(nonce: string): bigint {
  if (nonce !== "" && !(nonce.length === NONCE_LENGTH && /^[\w-]+$/.test(nonce))) {
    throw new RangeError(`Cannot use "${nonce}" as a nonce: not ${NONCE_LENGTH} letters, digits, "-" or "_"`);
  }
  return numberOfText(nonce);
}

function descriptorOf(number: number): number {
  if (!Number.isInteger(number) || number < 0 || number > 0x7fff_ffff) {
    throw new RangeError(`Cannot use "${number}" as a descriptor: not an integer from 0 on`);
  }
  return number;
}

function signalSet(signals: readonly number[]): bigint {
  let set = 0n;
  for (const signal of signals) {
    if (!Number.isInteger(signal) || signal < 1 || signal > SIGNALS || FIXED_SIGNALS.includes(signal)) {
      throw new RangeError(`Cannot reset signal "${signal}": not one of 1 to ${SIGNALS}, nor 9 and 19`);
    }
    set |= 1n << BigInt(signal - 1);
  }
  return set;
}

function filterOf(filter: Uint8Array = new Uint8Array()): Uint8Array {
  const instructions = filter.length / INSTRUCTION_SIZE;
  if (!Number.isInteger(instructions) || instructions > MOST_INSTRUCTIONS) {
    throw new RangeError(
      `Cannot install a filter of "${filter.length}" bytes: a multiple of 8, at most ` +
        `${MOST_INSTRUCTIONS * INSTRUCTION_SIZE}`,
    );
  }
  return filter;
}

/** Where the value of PATH is among the variables, or 0. */
function searchPath(variables: readonly string[], offset: number): number {
  const index = variables.findIndex((variable) => variable.startsWith("PATH="));
  if (index < 0) return 0;
  return offset + concatenate(variables.slice(0, index).map(zeroTerminated)).length + "PATH=".length;
}

function zeroTerminated(text: string): Uint8Array {
  if (text.includes("\0") || !text.isWellFormed()) {
    throw new TypeError(`Cannot hand on ${JSON.stringify(text)}: it has a NUL or a lone surrogate`);
  }
  return encoder.encode(`${text}\0`);
}
