import { isWithin, resolve } from "../linux/paths.ts";
import { type NetEntry, parseNetEntry } from "./net_entry.ts";
import { compareRules, matchesHost, netQuery, type NetRule, netRules } from "./net_rule.ts";
import type { Grants, PermissionSet, TextEntry } from "./permission_set.ts";
import type { RunEntry } from "./run_entry.ts";
import { mayRun, type RunRule, runRule } from "./run_rule.ts";
import { canonicalSysKind } from "./sys_kinds.ts";

/** What is asked, in the shape of Deno's `PermissionDescriptor`. Without a value it is asked whether everything is
 * granted. */
export type PermissionQuery =
  | { readonly name: "read" | "write" | "ffi"; readonly path?: string }
  | { readonly name: "net" | "import"; readonly host?: string }
  | { readonly name: "run"; readonly command?: string }
  | { readonly name: "env"; readonly variable?: string }
  | { readonly name: "sys"; readonly kind?: string };

/** Granted; granted but for something within; answered with "not found"; or not granted. */
export type PermissionState = "granted" | "partial" | "ignored" | "denied";

/** What names and relative paths mean. */
export interface QueryPlace {
  /** What relative paths are relative to. */
  readonly directory: string;
  /** The first program of that name in PATH. */
  findProgram(name: string): string | undefined;
}

/** Answers questions as Deno would; programs are looked up once, now. */
export type Answer = (query: PermissionQuery) => PermissionState;

/** Says whether Deno would grant what is asked, under these permissions. Pure but for `findProgram`.
 *
 * For files the most specific entry wins, and of equal ones the deny. Where Deno itself decides otherwise, see
 * {@linkcode createAnswer}.
 *
 * @throws TypeError or RangeError for a host that is none
 */
export function isGranted(set: PermissionSet, query: PermissionQuery, place: QueryPlace): boolean {
  const state = createAnswer(set, place)(query);
  return state === "granted" || state === "partial";
}

/** Prepares permissions for many questions.
 *
 * Deno's order is that of the most specific entry for files and environment variables. For the others it is not:
 * see `net_rule.ts`; for programs a denied path beats an allowed program, and that a denied name; for sys every
 * deny beats every allow. Of equal entries the deny wins, then what is ignored.
 */
export function createAnswer(set: PermissionSet, place: QueryPlace): Answer {
  const programs = allowedPrograms(set.run, place);
  const write = denyPaths(set.write, programs);
  return (query) => {
    switch (query.name) {
      case "read":
        return pathState(set.read, query.path, place);
      case "write":
        return pathState(write, query.path, place);
      case "ffi":
        return pathState(set.ffi, query.path, place);
      case "net":
        return hostState(set.net, query.host);
      case "import":
        return hostState(set.import, query.host);
      case "run":
        return programState(set.run, programs, query.command, place);
      case "env":
        return variableState(set.env, query.variable);
      case "sys":
        return kindState(set.sys, query.kind);
    }
  };
}

/** What a path entry comes down to. */
interface PathRule {
  readonly path: string;
}

/** A rule that is about what is asked. */
interface Match<Rule> {
  readonly state: "granted" | "ignored" | "denied";
  readonly rule: Rule;
}

const STATES: readonly Match<unknown>["state"][] = ["denied", "ignored", "granted"];

/** What the first rule says; without one, whether everything is granted. */
function decide<Entry, Rule>(
  grants: Grants<Entry>,
  rules: (entry: Entry) => readonly Rule[],
  matches: (rule: Rule) => boolean,
  compare: (a: Rule, b: Rule) => number,
): Match<Rule>["state"] {
  const matching = (entries: readonly Entry[], state: Match<Rule>["state"]): Match<Rule>[] =>
    entries.flatMap(rules).filter(matches).map((rule) => ({ state, rule }));
  const denied = grants.deny.filter((entry) => !grants.ignore?.includes(entry));
  const [first] = [
    ...matching(denied, "denied"),
    ...matching(grants.ignore ?? [], "ignored"),
    ...matching(grants.allow, "granted"),
  ].sort((a, b) => compare(a.rule, b.rule) || STATES.indexOf(a.state) - STATES.indexOf(b.state));
  if (first !== undefined) return first.state;
  return grants.allowAll ? "granted" : "denied";
}

/** The answer to the question whether everything is granted. */
function wholeState(grants: Grants<unknown>): PermissionState {
  if (!grants.allowAll) return "denied";
  return grants.deny.length > 0 ? "partial" : "granted";
}

function pathState(
  grants: Grants<PathRule>,
  asked: string | undefined,
  place: QueryPlace,
): PermissionState {
  if (asked === undefined) return wholeState(grants);
  const path = absolute(asked, place);
  const state = decide(
    grants,
    (entry) => [entry.path],
    (rule) => isWithin(path, rule),
    (a, b) => b.length - a.length,
  );
  const denyWithin = grants.deny.some((entry) => isWithin(entry.path, path));
  return state === "granted" && denyWithin ? "partial" : state;
}

function hostState(
  grants: Grants<NetEntry | TextEntry>,
  asked: string | undefined,
): PermissionState {
  if (asked === undefined) return wholeState(grants);
  const query = netQuery(asked);
  return decide(grants, rulesOf, (rule: NetRule) => matchesHost(rule, query), compareRules);
}

function rulesOf(entry: NetEntry | TextEntry): NetRule[] {
  return netRules("kind" in entry ? entry : parseNetEntry(entry.text));
}

function programState(
  run: Grants<RunEntry>,
  programs: readonly string[],
  asked: string | undefined,
  place: QueryPlace,
): PermissionState {
  if (asked === undefined) return wholeState(run);
  const path = asked.includes("/") ? absolute(asked, place) : place.findProgram(asked);
  const program: RunRule = path === undefined ? { name: asked } : { path };
  const isListed = path !== undefined && programs.includes(path);
  return mayRun(program, run.deny.map(runRule), { isListed, allowAll: run.allowAll }) ? "granted" : "denied";
}

function variableState(
  grants: Grants<TextEntry>,
  asked: string | undefined,
): PermissionState {
  if (asked === undefined) return wholeState(grants);
  return decide(
    grants,
    ({ text }) => [text],
    (rule) => rule.endsWith("*") ? asked.startsWith(rule.slice(0, -1)) : asked === rule,
    (a, b) => Number(a.endsWith("*")) - Number(b.endsWith("*")) || b.length - a.length,
  );
}

function kindState(grants: Grants<TextEntry>, asked: string | undefined): PermissionState {
  if (asked === undefined) return wholeState(grants);
  const kind = canonicalSysKind(asked);
  return decide(grants, ({ text }) => [canonicalSysKind(text)], (rule) => rule === kind, () => 0);
}

/** Paths of the programs that may run; a name that is not found grants nothing. */
function allowedPrograms(run: Grants<RunEntry>, place: QueryPlace): string[] {
  return run.allow
    .map(({ text, path }) => path ?? place.findProgram(text))
    .filter((path) => path !== undefined)
    .map((path) => absolute(path, place));
}

/** A program that may run must not be written. */
function denyPaths(
  grants: Grants<PathRule>,
  paths: readonly string[],
): Grants<PathRule> {
  return { ...grants, deny: [...grants.deny, ...paths.map((path) => ({ path }))] };
}

function absolute(path: string, { directory }: QueryPlace): string {
  return resolve(directory, path);
}
