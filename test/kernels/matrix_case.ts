import type { Architecture } from "./architecture.ts";
import { bootKernel, type BootResult } from "./boot.ts";
import type { Kernel } from "./fetch_kernel.ts";
import { EOPNOTSUPP, nameAbi, nameErrata, type Probe, probeCommand, readProbe } from "./landlock_probe.ts";
import type { CommandResult } from "./report_reader.ts";
import type { Runtime } from "./runtimes.ts";
import type { Series } from "./series.ts";

/** One guest to boot, and what its kernel must answer. */
export interface Case {
  readonly name: string;
  readonly series: string;
  readonly architecture: Architecture;
  /** The Landlock ABI or a negated error number; `undefined` accepts any ABI. */
  readonly abi: number | undefined;
  readonly append: string;
}

/** What came of a case: a line of the table, and its checks. */
export interface Outcome {
  readonly cells: readonly string[];
  readonly checks: number;
  readonly failures: readonly string[];
  /** Why nothing ran: then every check of the case is skipped. */
  readonly skipped?: string;
}

/** The head of the table that the cells of an outcome belong to. */
export function tableHead(runtimes: readonly Runtime[], commands: readonly string[]): string[] {
  const names = [...runtimes.map(({ name }) => name), ...commands.map((command) => command.slice(0, 30))];
  return ["kernel", "arch", "release", "abi", "errata", "boot", "total", ...names];
}

/** The cases of some series, and the last one once more with Landlock turned off at boot. */
export function casesOf(rows: readonly Series[], architectures: readonly Architecture[]): Case[] {
  const cases: Case[] = rows.flatMap(({ name, abi, architectures: offered }) =>
    architectures.filter((architecture) => offered.includes(architecture))
      .map((architecture) => ({ name, series: name, architecture, abi, append: "" }))
  );
  const last = cases.findLast(({ abi, architecture }) =>
    architecture === architectures[0] && (abi === undefined || abi > 0)
  );
  if (last) cases.push({ ...last, name: `${last.name} off`, abi: -EOPNOTSUPP, append: "lsm=yama" });
  return cases;
}

/** What every case of a run has in common. */
export interface Plan {
  readonly runtimes: readonly Runtime[];
  /** Shell commands that must succeed in every guest. */
  readonly commands: readonly string[];
  readonly packages: readonly string[];
  readonly deadlineMilliseconds: number;
  readonly limitMilliseconds: number;
}

/**
 * Boots the kernel, has every runtime ask it and runs the commands. One check for the guest, one for each runtime,
 * one for each command.
 */
export async function runCase(one: Case, kernel: Kernel, plan: Plan): Promise<Outcome> {
  const { runtimes, packages, deadlineMilliseconds, limitMilliseconds } = plan;
  const commands = [...runtimes.map(probeCommand), ...plan.commands];
  const guest = await bootKernel({
    kernel,
    commands,
    append: one.append,
    packages,
    deadlineMilliseconds,
    limitMilliseconds,
  });
  const probes = guest.results.slice(0, runtimes.length).map(readProbe);
  const complaints = guest.results.map((result, index) => {
    const runtime = runtimes[index];
    return runtime === undefined
      ? complainOfCommand(result)
      : complainOfProbe(readProbe(result), runtime, one.abi);
  });
  const failures = [...complaints, complainOfGuest(guest)].filter((complaint) => complaint !== undefined)
    .map((complaint) => `${one.name} ${one.architecture}, ${complaint}`);
  const first = probes.find((probe) => typeof probe !== "string");
  return {
    cells: [
      one.name,
      one.architecture,
      kernel.release,
      first ? nameAbi(first.abi) : "?",
      first ? nameErrata(first.errata) : "?",
      guest.bootMilliseconds === undefined ? "never" : seconds(guest.bootMilliseconds),
      seconds(guest.totalMilliseconds),
      ...complaints.map((complaint) => complaint === undefined ? "ok" : "failed"),
    ],
    checks: checksOf(plan),
    failures,
  };
}

/** The outcome of a case that could not run. */
export function skipCase(one: Case, plan: Plan, reason: string): Outcome {
  return {
    cells: [one.name, one.architecture, "skipped"],
    checks: checksOf(plan),
    failures: [],
    skipped: `${one.name} ${one.architecture}: ${reason}`,
  };
}

function checksOf({ runtimes, commands }: Plan): number {
  return 1 + runtimes.length + commands.length;
}

function complainOfProbe(
  probe: Probe | string,
  { name, version }: Runtime,
  abi: number | undefined,
): string | undefined {
  if (typeof probe === "string") return `${name}: ${probe}`;
  if (probe.version !== version) return `${name}: version ${probe.version} instead of ${version}`;
  if (abi === undefined ? probe.abi > 0 : probe.abi === abi) return undefined;
  return `${name}: Landlock ABI ${nameAbi(probe.abi)} instead of ${abi === undefined ? "any" : nameAbi(abi)}`;
}

function complainOfCommand({ command, code, stdout, stderr }: CommandResult): string | undefined {
  if (code === 0) return undefined;
  const words = code === null ? "did not end" : `exit code ${code}`;
  return `${command}: ${words}\n${lastLines(stdout + stderr, 40)}`;
}

function complainOfGuest({ outcome, console }: BootResult): string | undefined {
  if (outcome === "completed") return undefined;
  const words = outcome === "deadline" ? "the guest did not end in time" : "the guest ended by itself";
  return `${words}:\n${lastLines(console, 10)}`;
}

function lastLines(text: string, count: number): string {
  return text.trimEnd().split("\n").slice(-count).join("\n");
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1_000).toFixed(1)} s`;
}
