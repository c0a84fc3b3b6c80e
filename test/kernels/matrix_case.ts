import { judge, type Verdict } from "./acts/judge.ts";
import type { Architecture } from "./architecture.ts";
import { bootKernel, type BootResult } from "./boot.ts";
import type { Kernel } from "./fetch_kernel.ts";
import { EOPNOTSUPP, nameAbi, nameErrata, readProbe } from "./landlock_probe.ts";
import type { CommandResult } from "./report_reader.ts";
import type { Runtime } from "./runtimes.ts";
import type { Series } from "./series.ts";
import { askingCommand, auditCommand, complainOfAnswer, readFindings, SETTINGS, trialsOf } from "./trial.ts";

/** One guest to boot, and what its kernel must answer. */
export interface Case {
  /** The column of the table. */
  readonly name: string;
  readonly series: string;
  readonly architecture: Architecture;
  /** The Landlock ABI or a negated error number; `undefined` accepts any ABI. */
  readonly abi: number | undefined;
  readonly append: string;
}

/** A column of the table, and its checks. */
export interface Outcome {
  readonly name: string;
  readonly release: string;
  readonly abi: string;
  readonly errata: string;
  /** How threads were reached. */
  readonly threads: string;
  readonly cells: Verdict["cells"];
  /** One for the machine and one for each trial and command. */
  readonly checks: number;
  readonly failures: readonly string[];
  readonly bootMilliseconds?: number | undefined;
  readonly totalMilliseconds: number;
  /** Why nothing ran: then every check of the case is skipped. */
  readonly skipped?: string;
}

/** The series whose guest also goes through every setting: one where threads are reached by signal, one by TSYNC. */
const WITH_SETTINGS = ["6.12", "7.3"];

/** The series whose guest also looks at what the kernel records of denials: the first of which Debian has a kernel with
 * such records, and the newest. */
const WITH_AUDIT = ["6.18", "7.3"];

/** The cases of some series, and the last one once more with Landlock turned off at boot. */
export function casesOf(rows: readonly Series[], architectures: readonly Architecture[]): Case[] {
  const cases: Case[] = rows.flatMap(({ name, abi, architectures: offered }) =>
    architectures.filter((architecture) => offered.includes(architecture))
      .map((architecture) => ({
        name: architecture === "amd64" ? name : `${name} ${architecture}`,
        series: name,
        architecture,
        abi,
        append: "",
      }))
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

/** Boots the kernel, tries the acts in every runtime, judges them and runs the commands. */
export async function runCase(one: Case, kernel: Kernel, plan: Plan): Promise<Outcome> {
  const { runtimes, packages, deadlineMilliseconds, limitMilliseconds } = plan;
  const trials = trialsFor(one, runtimes);
  const commands = commandsFor(one, plan);
  const guest = await bootKernel({
    kernel,
    commands: [askingCommand(runtimes), ...trials.map(({ command }) => command), ...commands],
    append: one.append,
    packages,
    deadlineMilliseconds,
    limitMilliseconds,
  });
  const [asked, ...results] = guest.results as [CommandResult, ...CommandResult[]];
  const probe = readProbe(asked);
  const abi = one.abi ?? (typeof probe === "string" ? 0 : probe.abi);
  const found = trials.map((trial, index) => ({
    trial,
    findings: readFindings(results[index] as CommandResult),
  }));
  const verdicts = found.map(({ trial, findings }) =>
    typeof findings === "string"
      ? { trial, complaints: [findings] }
      : { trial, complaints: [...judge([findings], abi).complaints, ...complainOfAnswer(asked, findings)] }
  );
  const all = found.map(({ findings }) => findings).filter((findings) => typeof findings !== "string");
  const failures = [
    ...verdicts.flatMap(({ trial, complaints }) => complaints.map((text) => `${trial.label}: ${text}`)),
    ...results.slice(trials.length).flatMap(complainOfCommand),
    ...complainOfGuest(guest),
  ];
  return {
    name: one.name,
    release: kernel.release,
    abi: nameAbi(abi),
    errata: typeof probe === "string" ? "?" : nameErrata(probe.errata),
    threads: all[0]?.threads.method ?? "?",
    cells: judge(all, abi).cells,
    checks: checksOf(one, plan),
    failures: failures.map((text) => `${one.name}, ${text}`),
    bootMilliseconds: guest.bootMilliseconds,
    totalMilliseconds: guest.totalMilliseconds,
  };
}

/** The outcome of a case that could not run. */
export function skipCase(one: Case, plan: Plan, reason: string): Outcome {
  return {
    name: one.name,
    release: "skipped",
    abi: "?",
    errata: "?",
    threads: "?",
    cells: {},
    checks: checksOf(one, plan),
    failures: [],
    totalMilliseconds: 0,
    skipped: `${one.name}: ${reason}`,
  };
}

function trialsFor({ series, append }: Case, runtimes: readonly Runtime[]): ReturnType<typeof trialsOf> {
  return trialsOf(runtimes, WITH_SETTINGS.includes(series) && append === "" ? SETTINGS : []);
}

/** Commands that must succeed. Auditing stays on, so nothing else comes after it but what the user asked for. */
function commandsFor(
  { series, architecture, append }: Case,
  { runtimes, commands }: Plan,
): readonly string[] {
  const audits = WITH_AUDIT.includes(series) && architecture === "amd64" && append === "";
  return audits ? [auditCommand(runtimes), ...commands] : commands;
}

function checksOf(one: Case, plan: Plan): number {
  return 1 + trialsFor(one, plan.runtimes).length + commandsFor(one, plan).length;
}

function complainOfCommand({ command, code, stdout, stderr }: CommandResult): string[] {
  if (code === 0) return [];
  const words = code === null ? "did not end" : `exit code ${code}`;
  return [`${command}: ${words}\n${lastLines(stdout + stderr, 40)}`];
}

function complainOfGuest({ outcome, console }: BootResult): string[] {
  if (outcome === "completed") return [];
  const words = outcome === "deadline" ? "the guest did not end in time" : "the guest ended by itself";
  return [`${words}:\n${lastLines(console, 10)}`];
}

function lastLines(text: string, count: number): string {
  return text.trimEnd().split("\n").slice(-count).join("\n");
}
