import { withVisibleTexts } from "../text.ts";
import type { OpenAct } from "../acts/catalogue.ts";
import type { Need } from "../plan/origin.ts";
import type { GrantReport, Report } from "../plan/report.ts";

/** A report that prints well: `console.log(report)` and `String(report)` give aligned text, `JSON.stringify` the
 * data alone. */
export interface PrintableReport extends Report {
  /** Aligned text, without colours. */
  toString(): string;
}

/** Symbols that console.log of Node, Bun and Deno asks an object for. */
const NODE_INSPECT: unique symbol = Symbol.for("nodejs.util.inspect.custom");
const DENO_INSPECT: unique symbol = Symbol.for("Deno.customInspect");

/** Gives a report its printed form, hidden from JSON and from loops over its keys. */
export function printable(report: Report): PrintableReport {
  const print = () => printReport(report);
  const hidden = { enumerable: false, value: print };
  return Object.defineProperties({ ...report }, {
    toString: hidden,
    [NODE_INSPECT]: hidden,
    [DENO_INSPECT]: hidden,
  }) as PrintableReport;
}

/** The report as aligned text. */
export function printReport(original: Report): string {
  const report = withVisibleTexts(original);
  const { kernel, threads } = report;
  const lines = [
    report.applied
      ? `Locked down: ${countOf(threads.count, "thread")}, ${METHOD[threads.method]}`
      : kernel.abi === 0
      ? "NOT locked down: this kernel offers no Landlock"
      : "Not applied: this is what would be enforced",
    `Kernel: Landlock ABI ${kernel.abi}, errata fixed: ${errataNames(kernel.errata)}`,
    "",
    ...table(
      Object.entries(report.permissions).map((
        [name, { granted, status, mechanisms }],
      ) => [name, String(granted), status + (mechanisms.length > 0 ? ` by ${mechanisms.join(", ")}` : "")]),
    ),
  ];
  section(lines, "Grants", report.grants.flatMap(printGrant));
  section(lines, "Open on this kernel", report.gaps.map(printGap));
  section(lines, "Open on every kernel", report.limits.map(printGap));
  section(lines, "Closed by a seccomp filter", report.closed.map(printGap));
  section(lines, "Also allowed, which programs need to run", baselineLines(report.baseline));
  section(lines, "Notes", report.notes);
  return lines.join("\n");
}

const METHOD = {
  tsync: "restricted by the kernel in one step",
  signal: "each restricted by a signal",
  reexec: "started again inside",
  none: "nothing applied",
};

function printGrant(grant: GrantReport): string[] {
  const fidelity = grant.fidelity === "exact" ? "" : ` (${grant.fidelity})`;
  const line = `${grant.effect} ${grant.permission} ${grant.entry}: ${grant.status}${fidelity}`;
  const abi = grant.abi === undefined ? "" : ` (from ABI ${grant.abi})`;
  return grant.reason === undefined ? [line] : [line, `  ${grant.reason}${abi}`];
}

function printGap({ permission, act, abi }: OpenAct): string {
  return `${permission}: ${act}${abi === undefined ? "" : ` (closed from ABI ${abi})`}`;
}

/** What is allowed besides, one line a reason. */
export function baselineLines(entries: readonly Need[]): string[] {
  const reasons = new Map<string, string[]>();
  for (const { subject, access, reason } of entries) {
    const key = `${access}: ${reason}`;
    reasons.set(key, [...(reasons.get(key) ?? []), subject]);
  }
  return [...reasons].map(([key, subjects]) => `${key}: ${subjects.join(" ")}`);
}

function section(lines: string[], title: string, content: readonly string[]): void {
  if (content.length > 0) lines.push("", `${title}:`, ...content.map((line) => `  ${line}`));
}

function table(rows: readonly string[][]): string[] {
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => (row[column] as string).length)));
  return rows.map(([name = "", granted = "", status = ""]) =>
    `  ${name.padEnd(widths[0] as number)}  ${granted.padEnd(widths[1] as number)}  ${status}`
  );
}

/** Numbers of the errata that are fixed. */
export function errataNames(errata: number): string {
  const fixed = Array.from({ length: 31 }, (_, index) => index + 1).filter((number) =>
    errata & (1 << (number - 1))
  );
  return fixed.length === 0 ? "none known" : fixed.join(", ");
}

function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
