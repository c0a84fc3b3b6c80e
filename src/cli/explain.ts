import { namesOf } from "../landlock/abi.ts";
import { queryKernel } from "../landlock/kernel.ts";
import { context } from "../context.ts";
import { listFilter } from "../seccomp/listing.ts";
import { withVisibleTexts } from "../text.ts";
import { baselineLines } from "../sandbox/print_report.ts";
import type { Plan } from "../plan/plan.ts";
import { type GrantReport, type Report, reportOf } from "../plan/report.ts";
import { childPlan, childRequest } from "./child_plan.ts";
import { type CommandLine, hasOption, textOption } from "./options.ts";
import { rulesOfEntry, type RuleText, ruleTexts } from "./rule_texts.ts";
import { EXIT } from "./errors.ts";
import { columns, columnsByRow, paint, wrap } from "./output.ts";
import { presetReasons } from "./presets.ts";

/** An entry of the report, the presets it comes from, and the rules it became. */
interface ExplainedGrant extends GrantReport {
  readonly presets: ReturnType<typeof presetReasons>;
  readonly rules: readonly RuleText[];
}

/** What comes with a preset and is no entry. */
const TEMPORARY_FOLDER =
  "With a preset, run gives the command a temporary folder of its own; compile cannot: name one, " +
  "as in --allow-read=DIR --allow-write=DIR --env=TMPDIR=DIR";

/** Rules to print of one entry; `--json` has them all. */
const MOST_RULES = 10;

/** `landlockdown explain`. */
export function main(line: CommandLine): number {
  const request = childRequest(line, line.words[0]);
  const { presets } = request;
  const plan = childPlan(request, presets.length > 0 ? [TEMPORARY_FOLDER] : []);
  const report = reportOf(plan);
  const grants = report.grants.map((grant) => ({
    ...grant,
    presets: presetReasons(grant, presets),
    rules: rulesOfEntry(grant, plan),
  }));
  const lines = hasOption(line, "json") ? [JSON.stringify(jsonOf(plan, report, grants), null, 2)] : textOf(
    plan,
    withVisibleTexts(report),
    withVisibleTexts(grants),
    textOption(line, "abi") === undefined,
  );
  process.stdout.write(`${lines.join("\n")}\n`);
  return EXIT.ok;
}

/** What `docs/explain.schema.json` describes. */
function jsonOf({ ruleset, filter }: Plan, report: Report, grants: readonly ExplainedGrant[]): object {
  return {
    version: 1,
    kernel: { abi: report.kernel.abi, running: queryKernel(context().system).abi },
    permissions: report.permissions,
    grants,
    handled: {
      fs: namesOf("fs", ruleset.handledFs),
      net: namesOf("net", ruleset.handledNet),
      scoped: report.scopes,
    },
    rules: ruleTexts(ruleset),
    gaps: report.gaps,
    limits: report.limits,
    closed: report.closed,
    filter: filter === undefined ? [] : listFilter(filter, context().runtime.architecture),
    baseline: report.baseline,
    notes: report.notes,
  };
}

function textOf(
  { ruleset }: Plan,
  report: Report,
  grants: readonly ExplainedGrant[],
  isThisKernel: boolean,
): string[] {
  const { abi } = report.kernel;
  const lines = [
    `${paint("bold", `Landlock ABI ${abi}`)}, ${isThisKernel ? "this kernel" : "not this kernel"}: ${
      countOf(ruleset.paths.length, "path rule")
    }, ${countOf(ruleset.ports.length, "port rule")}`,
    "",
    ...(grants.length === 0 ? ["Nothing is granted but what programs need to run"] : grantLines(grants)),
  ];
  section(
    lines,
    "Open on this ABI",
    report.gaps.map(({ permission, act, abi }) => [
      `  ${permission}`,
      `${act}${abi === undefined ? "" : ` (closed from ABI ${abi})`}`,
    ]),
  );
  section(
    lines,
    "Open on every kernel",
    report.limits.map(({ permission, act }) => [`  ${permission}`, act]),
  );
  section(
    lines,
    "Closed by a seccomp filter",
    report.closed.map(({ permission, act }) => [`  ${permission}`, act]),
  );
  section(
    lines,
    "Also allowed, which programs need to run",
    baselineLines(report.baseline).map((text) => [`  ${text}`]),
  );
  section(lines, "Notes", report.notes.map((text) => [`  ${text}`]));
  return lines;
}

/** Each entry in a line, with its presets, the reason and the rules beneath; aligned over all of them. */
function grantLines(grants: readonly ExplainedGrant[]): string[] {
  const heads = columnsByRow(
    grants.map((grant) => [`${grant.effect} ${grant.permission} ${grant.entry}`, verdictOf(grant)]),
  );
  const shown = grants.map(({ rules }) => rules.slice(0, MOST_RULES));
  const ruleLines = columnsByRow(
    shown.flat().map(({ subject, access }) => [`    ${subject}`, access.join(" ")]),
  );
  return grants.flatMap(({ presets, reason, abi, rules }, at) => {
    const until = abi === undefined ? "" : ` (from ABI ${abi})`;
    const hidden = rules.length - (shown[at] as RuleText[]).length;
    return [
      ...heads[at] as string[],
      ...presets.flatMap(({ name, reason }) => indented(`preset ${name}: ${reason}`)),
      ...(reason === undefined ? [] : indented(`${reason}${until}`)),
      ...ruleLines.splice(0, rules.length - hidden).flat().map((line) => paint("dim", line)),
      ...(hidden > 0 ? [paint("dim", `    … ${hidden} more, see --json`)] : []),
    ];
  });
}

function indented(text: string): string[] {
  return wrap(text, 4).map((line) => `    ${line}`);
}

function verdictOf({ status, fidelity }: GrantReport): string {
  if (fidelity === "not a kernel matter") return paint("dim", "not the kernel's");
  if (status === "unenforced") return paint("red", "impossible");
  return paint(fidelity === "exact" ? "green" : "yellow", fidelity);
}

function section(lines: string[], title: string, rows: readonly string[][]): void {
  if (rows.length === 0) return;
  const text = (rows[0] as string[]).length > 1
    ? columns(rows)
    : rows.flatMap(([text = ""]) =>
      wrap(text.trim(), 4).map((line, at) => (at === 0 ? "  " : "    ") + line)
    );
  lines.push("", paint("bold", title), ...text);
}

function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
