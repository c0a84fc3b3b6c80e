import type { Claims } from "./claims.ts";
import type { Case, Child } from "./case.ts";
import type { Entry, Oracle } from "./oracle.ts";
import type { Deeds } from "./output.ts";
import { WALKER } from "./schemes.ts";
import type { Snapshot } from "./world.ts";

/** A disagreement between what the report claims and what happened. */
export interface Finding {
  /** What went wrong, the same for the same kind. */
  readonly rule: "read" | "changed" | "ran" | "refused" | "strict" | "unreported" | "not started" | "error";
  readonly permission: string;
  readonly effect: "allow" | "deny" | "none";
  /** The entry whose claim is wrong, as the user wrote it. */
  readonly entry: string;
  readonly claim: string;
  /** A sentence. */
  readonly what: string;
}

/** An entry of which something happened that its words do not allow, whatever is claimed. */
export interface Deviation {
  /** `undefined` if no entry speaks of it. */
  readonly entry: Entry | undefined;
  readonly finding: Finding | undefined;
}

/** What was seen of a hostile case. */
export interface Evidence {
  readonly tried: Case;
  readonly oracle: Oracle;
  readonly claims: Claims;
  /** By child; `undefined` for one that was not started. */
  readonly deeds: readonly (Deeds | undefined)[];
  readonly before: Snapshot;
  readonly after: Snapshot;
  /** Where denied names led, by text. */
  readonly ledTo: ReadonlyMap<string, string | undefined>;
  readonly leadsTo: ReadonlyMap<string, string | undefined>;
  /** Files, by the path they were made at, whose content is another one now. */
  readonly changedFiles: readonly string[];
  /** The path of the file with that mark. */
  readonly pathOfMark: ReadonlyMap<string, string>;
}

/** Everything that happened against the words, with those findings where the report claims otherwise. */
export function judge(evidence: Evidence): Deviation[] {
  return [...judgeReading(evidence), ...judgeChanges(evidence), ...judgeRunning(evidence)];
}

function judgeReading(evidence: Evidence): Deviation[] {
  const { tried, oracle, claims, deeds, pathOfMark } = evidence;
  const deviations: Deviation[] = [];
  const seen = new Set<string>();
  deeds.forEach((child, number) => {
    const later = isLater(tried, number);
    for (const { mark, place } of child?.got ?? []) {
      const path = pathOfMark.get(mark);
      const item = path === undefined ? undefined : oracle.model.items.get(path);
      if (path === undefined || item === undefined || seen.has(mark)) continue;
      seen.add(mark);
      const what = `child ${number} read the content of ${path}${place === path ? "" : `, as ${place}`}`;
      const denies = oracle.denyingItem("read", item);
      deviations.push(...denies.map((entry) => deviation("read", entry, claims, what, later)));
      const isAllowed = oracle.allowsItem("read", item) || oracle.isGrantedProgram(item);
      if (denies.length === 0 && !isAllowed) {
        deviations.push(...unspoken("read", ["read", "run"], evidence, what, later));
      }
    }
  });
  return deviations;
}

/** Whether a child is one that was planned anew: for the command line, every one after the first. */
function isLater({ way, children }: Case, number: number): boolean {
  return (children[number]?.start ?? 0) > 0 || (way === "run" && number > 0);
}

function judgeChanges(evidence: Evidence): Deviation[] {
  const { tried, oracle, claims, before, after, changedFiles, ledTo, leadsTo } = evidence;
  // What was done when is not known
  const later = tried.children.some((_, number) => isLater(tried, number));
  const deviations: Deviation[] = [];
  const report = (denies: readonly Entry[], isAllowed: boolean, what: string) => {
    deviations.push(...denies.map((entry) => deviation("changed", entry, claims, what, later)));
    if (denies.length === 0 && !isAllowed) {
      deviations.push(...unspoken("changed", ["write"], evidence, what, later));
    }
  };
  for (const path of changedFiles) {
    const item = oracle.model.items.get(path);
    if (item === undefined) continue;
    report(
      oracle.denyingItem("write", item),
      oracle.allowsItem("write", item),
      `the content of ${path} was changed`,
    );
  }
  for (const path of new Set([...before.keys(), ...after.keys()])) {
    const what = difference(before.get(path), after.get(path));
    if (what === undefined) continue;
    const names = oracle.model.aliases(path);
    const denies = [...new Set(names.flatMap((name) => oracle.denying("write", name)))];
    report(denies, names.some((name) => oracle.allows("write", name)), `${path} was ${what}`);
  }
  for (const entry of oracle.of("write", "deny")) {
    if (entry.glob || ledTo.get(entry.text) === leadsTo.get(entry.text)) continue;
    const what = ledTo.get(entry.text) === undefined
      ? "there is something now"
      : "it leads to something else now";
    deviations.push(deviation("changed", entry, claims, `${entry.text}: ${what}`, later));
  }
  return deviations;
}

function difference(
  before: Snapshot extends ReadonlyMap<string, infer Seen> ? Seen | undefined : never,
  after: typeof before,
): string | undefined {
  if (before === undefined) return after === undefined ? undefined : "made";
  if (after === undefined) return "removed";
  return before.id === after.id && before.to === after.to ? undefined : "replaced";
}

function judgeRunning(evidence: Evidence): Deviation[] {
  const { tried, oracle, claims, deeds, pathOfMark } = evidence;
  if (tried.words.run.allow === true) return [];
  const deviations: Deviation[] = [];
  const seen = new Set<string>();
  deeds.forEach((child, number) => {
    const later = isLater(tried, number);
    for (const { act, mark, place } of child?.ran ?? []) {
      const [name] = tried.children[number]?.acts[act] ?? [""];
      if (seen.has(mark) || (name === "linker" && claims.namesLinker)) continue;
      const path = pathOfMark.get(mark);
      const item = oracle.model.items.get(path ?? "");
      if (item === undefined && place.endsWith(WALKER.slice(1))) continue;
      seen.add(mark);
      const what = `child ${number} ran ${path ?? "a copy of the walker"}, as ${place}`;
      const denies = oracle.of("run", "deny").filter((entry) =>
        item !== undefined && entry.place.item === item
      );
      deviations.push(...denies.map((entry) => deviation("ran", entry, claims, what, later)));
      const isGranted = item !== undefined && oracle.isGrantedProgram(item);
      if (denies.length === 0 && !isGranted) {
        deviations.push(...unspoken("ran", ["run"], evidence, what, later));
      }
    }
  });
  return deviations;
}

function deviation(
  rule: Finding["rule"],
  entry: Entry,
  claims: Claims,
  what: string,
  later: boolean,
): Deviation {
  const isOnlyLater = !later && claims.holdsForOneStart(entry);
  const claim = isOnlyLater ? "wider for later starts only" : claims.of(entry);
  const { permission, effect, text } = entry;
  const finding = claim === "wider" ? undefined : { rule, permission, effect, entry: text, claim, what };
  return { entry, finding };
}

/** Nothing speaks of it, so it is denied. Then an allow allows more than its words, and has to say so. */
function unspoken(
  rule: Finding["rule"],
  permissions: readonly Entry["permission"][],
  { oracle, claims }: Evidence,
  what: string,
  later: boolean,
): Deviation[] {
  const wider = permissions.flatMap((permission) => oracle.saidOf(permission, "allow"))
    .filter((entry) => claims.of(entry) === "wider" && (later || !claims.holdsForOneStart(entry)));
  if (wider.length > 0) return wider.map((entry) => ({ entry, finding: undefined }));
  const permission = permissions[0] as Entry["permission"];
  const finding = { rule, permission, effect: "none", entry: "", claim: "no allow is wider", what } as const;
  return [{ entry: undefined, finding }];
}

/** Whether a child did not come to its end although nothing had been done before it. */
export function judgeFirst(children: readonly Child[], deeds: readonly (Deeds | undefined)[]): Finding[] {
  if (children.length === 0 || deeds[0]?.ended === true) return [];
  return [{
    rule: "not started",
    permission: "run",
    effect: "allow",
    entry: WALKER,
    claim: "exact",
    what: "the first child did not come to its end",
  }];
}
