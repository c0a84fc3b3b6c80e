import type { Findings } from "./acts/findings.ts";
import { type Probe, probeCommand, readProbe } from "./landlock_probe.ts";
import type { CommandResult } from "./report_reader.ts";
import type { Runtime } from "./runtimes.ts";

/** An ordinary user: most programs have no more rights. */
const NOBODY = 65534;

/** Something about a guest that may get in the way, and how root sets it. */
export interface Setting {
  readonly name: string;
  readonly prepare: string;
}

/** Settings of a whole machine; those that a namespace can have for itself are tried in `test/settings`. */
export const SETTINGS: readonly Setting[] = [
  { name: "Yama ptrace_scope 2", prepare: "echo 2 > /proc/sys/kernel/yama/ptrace_scope" },
];

/** One run of the acts: a runtime in a setting. */
export interface Trial {
  readonly label: string;
  readonly runtime: Runtime;
  readonly command: string;
}

/** The trials of a guest: every runtime as it is, then the quickest one in each setting, where what matters is the
 * kernel. */
export function trialsOf(runtimes: readonly Runtime[], settings: readonly Setting[]): Trial[] {
  const bun = bunOf(runtimes);
  return [
    ...runtimes.map((runtime) => ({ label: runtime.name, runtime, command: actsCommand(runtime) })),
    ...settings.map(({ name, prepare }) => ({
      label: `${bun.name}, ${name}`,
      runtime: bun,
      command: `${prepare} && ${actsCommand(bun)}`,
    })),
  ];
}

/** Has a runtime ask the kernel for ABI and errata without the library. */
export function askingCommand(runtimes: readonly Runtime[]): string {
  return probeCommand(bunOf(runtimes));
}

/** Looks whether `run --explain-denials` understands what the kernel records. As root, who may hear it; in one
 * runtime, for what matters is the kernel. */
export function auditCommand(runtimes: readonly Runtime[]): string {
  return `${bunOf(runtimes).name} dist/test/kernels/audit/denials.js`;
}

function bunOf(runtimes: readonly Runtime[]): Runtime {
  const bun = runtimes.find(({ name }) => name === "bun");
  if (bun === undefined) throw new Error("There is no Bun for the guest");
  return bun;
}

/** The command that tries the acts in a guest, as an ordinary user. Always what was compiled, as npm has it: an
 * emulated processor takes long over TypeScript. */
function actsCommand({ name }: Runtime): string {
  const program = "dist/test/kernels/acts/probe.js";
  const words = name === "bun"
    ? `bun ${program}`
    : name === "deno"
    ? `deno run --allow-all --no-prompt --no-check ${program}`
    : `${name} --disable-warning=ExperimentalWarning ${program}`;
  return `HOME=/tmp chroot --userspec=${NOBODY}:${NOBODY} --skip-chdir / ${words}`;
}

/** Reads what a trial found, or returns what went wrong. */
export function readFindings({ code, stdout, stderr }: CommandResult): Findings | string {
  if (code === null) return "did not end";
  if (code !== 0) return `exit code ${code}: ${stderr.trim().split("\n").slice(-8).join("\n")}`;
  try {
    return JSON.parse(stdout) as Findings;
  } catch {
    return `unreadable answer "${stdout.trim()}"`;
  }
}

/** Where the library and a plain question to the kernel disagree. */
export function complainOfAnswer(asked: CommandResult, { kernel }: Findings): string[] {
  const probe: Probe | string = readProbe(asked);
  if (typeof probe === "string") return [`asking the kernel: ${probe}`];
  const { abi, errata } = probe;
  const [plain, ours] = [[abi, errata], [kernel.abi, kernel.errata]].map((pair) =>
    pair.map((value) => Math.max(value ?? 0, 0)).join(", ")
  );
  return plain === ours ? [] : [`kernel() says ABI and errata ${ours}, the kernel itself ${plain}`];
}
