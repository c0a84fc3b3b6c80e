import { context } from "../context.ts";
import { FS, namesOf } from "../landlock/abi.ts";
import { isWithin, parent } from "../linux/paths.ts";
import { matchesPath } from "../permissions/glob.ts";
import type { PathEntry } from "../permissions/path_entry.ts";
import { withVisibleTexts } from "../text.ts";
import { canonicalPath, systemLookup } from "../linux/lookup.ts";
import type { EntryName, Origin } from "../plan/origin.ts";
import type { Plan } from "../plan/plan.ts";
import { childPlan, type ChildRequest, childRequest } from "./child_plan.ts";
import { EXIT, UsageError } from "./errors.ts";
import { type CommandLine, hasOption } from "./options.ts";
import { columns, paint } from "./output.ts";
import { presetReasons } from "./presets.ts";
import { flagsOf, PERMISSION_OF, remedyOf } from "./remedy.ts";
import { type Act, ACTS, judge, type Verdict } from "./verdict.ts";

/** An answer as `--json` prints it. */
interface Answer {
  readonly act: Act;
  readonly thing: string;
  readonly allowed: boolean;
  /** What the act takes: a canonical path, `port 443`. */
  readonly subject: string;
  /** The rules that reach it, each with the flags or the need it comes from. */
  readonly rules: readonly { subject: string | number; access: readonly string[]; from: readonly string[] }[];
  /** Why it is allowed without a rule. */
  readonly unrestricted?: string;
  /** What takes it out of what is allowed. */
  readonly deniedBy: readonly string[];
  /** The flags that would allow it. */
  readonly flags?: string;
  /** The answer for UDP, next to that for TCP. */
  readonly udp?: Pick<Answer, "allowed" | "rules" | "unrestricted" | "deniedBy"> | undefined;
}

/** `landlockdown why`. */
export async function main(line: CommandLine): Promise<number> {
  if (hasOption(line, "last")) {
    const { printLast } = await import("./denials/why_last.ts");
    return printLast(line);
  }
  const [act, thing, ...more] = line.words;
  if (!isAct(act) || thing === undefined || thing === "" || more.length > 0) {
    throw new UsageError(
      "cannot answer that: ask about one act and one thing, as in landlockdown why read /etc/passwd --allow-read=. " +
        `(acts are ${ACTS.join(", ")})`,
    );
  }
  const request = childRequest(line, undefined);
  const plan = childPlan(request);
  const answer = answerOf(act, thing, plan, request);
  process.stdout.write(
    hasOption(line, "json")
      ? `${JSON.stringify(answer, null, 2)}\n`
      : `${textOf(withVisibleTexts(answer))}\n`,
  );
  return answer.allowed ? EXIT.ok : EXIT.no;
}

function isAct(word: string | undefined): word is Act {
  return ACTS.includes(word as Act);
}

function answerOf(act: Act, thing: string, plan: Plan, request: ChildRequest): Answer {
  const verdict = judge(act, thing, plan);
  const remedy = verdict.allowed ? undefined : remedyOf(act, thing, verdict, request);
  return {
    act,
    thing,
    allowed: verdict.allowed,
    subject: verdict.subject,
    rules: rulesOf(act, verdict, request),
    ...(verdict.unrestricted === undefined ? {} : { unrestricted: verdict.unrestricted }),
    deniedBy: verdict.allowed ? [] : deniesOf(act, verdict, plan),
    ...(remedy === undefined ? {} : { flags: flagsOf(act, remedy).join(" ") }),
    ...(verdict.udp === undefined ? {} : { udp: answerForUdp(act, verdict.udp, plan, request) }),
  };
}

function answerForUdp(act: Act, verdict: Verdict, plan: Plan, request: ChildRequest): Answer["udp"] {
  return {
    allowed: verdict.allowed,
    rules: rulesOf(act, verdict, request),
    ...(verdict.unrestricted === undefined ? {} : { unrestricted: verdict.unrestricted }),
    deniedBy: verdict.allowed ? [] : deniesOf(act, verdict, plan),
  };
}

function rulesOf(act: Act, verdict: Verdict, request: ChildRequest): Answer["rules"] {
  const kind = PERMISSION_OF[act] === "net" && !verdict.subject.startsWith("unix:") ? "net" : "fs";
  return verdict.rules.map(({ subject, access, origins }) => ({
    subject,
    access: namesOf(kind, access),
    from: [...new Set(origins.flatMap(({ origin }) => sourcesOf(origin, request)))],
  }));
}

/** The source of a rule: presets, or else a flag, or what programs need. */
function sourcesOf(origin: Origin, { presets }: ChildRequest): string[] {
  if ("need" in origin) return [`what programs need: ${origin.need.reason}`];
  const reasons = presetReasons(origin.entry, presets);
  if (reasons.length === 0) return [flagOf(origin.entry)];
  return reasons.map(({ name, reason }) => `--preset=${name}: ${reason}`);
}

/** What stands in the way: entries that deny it, the filter, or that a program may be run and is not to be changed. */
function deniesOf(act: Act, { subject, filtered }: Verdict, { permissions, ruleset }: Plan): string[] {
  const permission = PERMISSION_OF[act];
  const isProgram = act === "write" &&
    ruleset.paths.some(({ path, access }) => path === subject && (access & FS.EXECUTE) !== 0n);
  const denying = permission === "read" || permission === "write"
    ? covering(subject, permissions[permission].deny)
    : permissions[permission].deny;
  return [
    ...denying.map(({ text }) => `taken out by ${flagOf({ permission, entry: text, effect: "deny" })}`),
    ...(filtered === undefined ? [] : [filtered]),
    ...(isProgram ? ["a program that may be run is never writable"] : []),
  ];
}

/** The entries that name a path or a directory above it. */
function covering(subject: string, entries: readonly PathEntry[]): readonly PathEntry[] {
  using lookup = systemLookup(context().system);
  return entries.filter(({ path, glob }) => {
    if (glob === undefined) return isWithin(subject, canonicalPath(path, lookup));
    for (let at = subject; at !== "/"; at = parent(at)) if (matchesPath(glob, at, true)) return true;
    return false;
  });
}

function flagOf({ effect, permission, entry }: EntryName): string {
  return `--${effect}-${permission}${entry === "*" ? "" : `=${entry}`}`;
}

function textOf(answer: Answer): string {
  const { act, thing, allowed, subject, rules, unrestricted, deniedBy, flags } = answer;
  const lines = [
    `${verdictText(allowed)}: ${act} ${thing}${subject === thing ? "" : ` (${subject})`}${
      answer.udp === undefined ? "" : " over TCP"
    }`,
  ];
  if (unrestricted !== undefined) lines.push(`  ${unrestricted}`);
  for (const rule of rules) {
    lines.push(
      ...columns([
        ["  rule", `${rule.subject}: ${rule.access.join(" ")}`],
        ...rule.from.map((from) => ["  from", from]),
      ]),
    );
  }
  if (!allowed) {
    if (rules.length === 0 && deniedBy.length === 0) lines.push("  no rule reaches it");
    lines.push(...deniedBy.map((text) => `  ${text}`));
    if (flags !== undefined) lines.push(`  ${paint("bold", flags)} would allow it`);
    else lines.push("  no single flag would allow it: see landlockdown explain");
  }
  if (answer.udp !== undefined) lines.push(...udpLines(act, thing, answer.udp));
  return lines.join("\n");
}

function verdictText(allowed: boolean): string {
  return allowed ? paint("green", "allowed") : paint("red", "denied");
}

/** Leaves out what the lines for TCP have said. */
function udpLines(
  act: Act,
  thing: string,
  { allowed, rules, unrestricted, deniedBy }: NonNullable<Answer["udp"]>,
): string[] {
  const reasons = [...(unrestricted === undefined ? [] : [unrestricted]), ...deniedBy];
  return [
    `${verdictText(allowed)}: ${act} ${thing} over UDP`,
    ...reasons.map((text) => `  ${text}`),
    ...columns(rules.map(({ subject, access }) => ["  rule", `${subject}: ${access.join(" ")}`])),
  ];
}
