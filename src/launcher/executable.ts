import type { Architecture } from "../linux/architecture.ts";
import { bytesOfHex } from "../linux/bytes.ts";
import * as arm64 from "./generated/launcher_arm64.ts";
import * as x86_64 from "./generated/launcher_x86_64.ts";
import { decodePlan, planArchitecture, planBytes } from "./decode.ts";
import { executable } from "../linux/elf.ts";
import { encodePlan } from "./encode.ts";
import type { LauncherPlan } from "./policy.ts";

/** A launcher: a static ELF executable that applies a plan to itself and executes a command.
 *
 * It is used as the beginning of a command line: `launcher command args…`, or `launcher --argv0 name command
 * args…`. It ends with 125 if it fails, with 126 if the command cannot be executed, with 127 if there is none; and
 * says why on standard error in one line. The same plan gives the same bytes.
 *
 * @throws TypeError, RangeError as {@linkcode encodePlan} does
 */
export function launcher(plan: LauncherPlan, architecture: Architecture): Uint8Array<ArrayBuffer> {
  return withPlan(encodePlan(plan, architecture), architecture);
}

/** What {@linkcode readLauncher} found in a file. */
export interface ReadLauncher {
  readonly architecture: Architecture;
  readonly plan: Required<LauncherPlan>;
  /** Whether the whole file is what {@linkcode launcher} makes of that plan; if not, its code may do anything. */
  readonly genuine: boolean;
}

/** Reads the plan out of a launcher.
 *
 * @throws SyntaxError if the file is no launcher, or its plan none that we would write
 */
export function readLauncher(file: Uint8Array): ReadLauncher {
  const bytes = planBytes(file);
  const plan = decodePlan(bytes);
  const architecture = planArchitecture(bytes);
  const expected = withPlan(bytes, architecture);
  const genuine = expected.length === file.length && expected.every((byte, index) => byte === file[index]);
  return { architecture, plan, genuine };
}

const CODES = { x86_64, arm64 };

function withPlan(appended: Uint8Array, architecture: Architecture): Uint8Array<ArrayBuffer> {
  const { CODE, START } = CODES[architecture];
  return executable({ architecture, code: bytesOfHex(CODE), entry: START, appended });
}
