import { FS } from "../landlock/abi.ts";
import type { PathRule } from "../landlock/ruleset.ts";
import { isWithin, parent } from "../linux/paths.ts";
import { quote } from "../text.ts";
import type { EntryDecision, Fidelity } from "./decision.ts";
import type { Lookup } from "../linux/lookup.ts";
import type { Mounts } from "./mounts.ts";
import { type Moves, movesOf } from "./moves.ts";
import type { PathOutcome, TranslatedPaths } from "./paths.ts";
import { type Pins, pinsOf } from "./pins.ts";
import { isOfProcess } from "./process_paths.ts";
import type { ProgramsPlan } from "./programs.ts";
import { type SecondNames, secondNames } from "./second_names.ts";

/** The evidence for judging entries: all rules of the plan, whatever they were made for. */
export interface Evidence {
  readonly rules: readonly PathRule[];
  readonly pins: Pins;
  readonly names: SecondNames;
  readonly moves: Moves;
  readonly mounts: Mounts | undefined;
  /** Whether this process is refused its own files in /proc afterwards. */
  readonly losesOwnFiles: boolean;
}

/** Gathers the evidence. */
export function evidenceOf(
  rules: readonly PathRule[],
  mounts: Mounts | undefined,
  losesOwnFiles: boolean,
  lookup: Lookup,
): Evidence {
  return {
    rules,
    pins: pinsOf(rules, mounts),
    names: secondNames(rules, mounts, lookup),
    moves: movesOf(rules, mounts),
    mounts,
    losesOwnFiles,
  };
}

/** Something that keeps an entry from being exact. */
export interface Flaw {
  readonly fidelity: Extract<Fidelity, "narrower" | "wider">;
  readonly reason: string;
  /** Whether few programs do what it is about, and those that do are told by an error. */
  readonly minor?: true;
}

/** Judges path entries once all rules are known: an entry is exact if nothing that the plan permits, now or at
 * a later start, undoes it, and nothing that it grants is refused.
 *
 * @param rights those of the permission
 */
export function judgePaths(paths: TranslatedPaths, rights: bigint, evidence: Evidence): EntryDecision[] {
  return paths.outcomes.map((outcome) => {
    const flaws = outcome.grant.effect === "deny"
      ? denyFlaws(outcome, paths, rights, evidence)
      : allowFlaws(outcome, evidence);
    return withFlaws(outcome.grant, flaws);
  });
}

/** A UNIX socket that an entry names, by the entry's text and effect. */
export interface SocketEntry extends Pick<PathOutcome, "path" | "names"> {
  readonly text: string;
  readonly effect: "allow" | "deny";
}

/** The same for UNIX sockets with a path: whoever can replace one chooses whom the next start reaches. */
export function judgeSockets(
  grants: readonly EntryDecision[],
  sockets: readonly SocketEntry[],
  { pins }: Evidence,
): EntryDecision[] {
  return grants.map((grant) => {
    const socket = sockets.find(({ text, effect }) => text === grant.entry && effect === grant.effect);
    const loose = socket === undefined ? undefined : looseIn([...socket.names, socket.path], pins);
    if (loose === undefined) return grant;
    const reason = grant.effect === "allow"
      ? `It can be replaced where ${
        quote(loose)
      } is writable, and a later start reaches what lies there then, also where ` +
        "a new symbolic link leads. Deny writing it"
      : `It can be moved where ${
        quote(loose)
      } is writable, and a later start finds it under no denied name. Deny writing it`;
    return withFlaws(grant, [{ fidelity: "wider", reason }]);
  });
}

/** The same for programs: nobody who is confined may change what another entry lets run. */
export function judgePrograms(
  { grants, files, deniedLinks }: ProgramsPlan,
  { names, pins }: Evidence,
): EntryDecision[] {
  return grants.map((grant) => {
    const loose = looseIn(deniedLinks.get(grant) ?? [], pins);
    if (loose !== undefined) {
      return withFlaws(grant, [{
        fidelity: "wider",
        reason:
          `It has other names (hard links), and this one can be removed where ${
            quote(loose)
          } is writable: a later ` +
          "start runs it by another, if that is granted. Deny writing it too",
      }]);
    }
    const changed = (files.get(grant) ?? []).find((path) => names.of(path, FS.WRITE_FILE, []) !== undefined);
    if (changed === undefined) return grant;
    return withFlaws(grant, [{
      fidelity: "wider",
      reason:
        `${
          quote(changed)
        } has other names (hard links), and where one lies in a folder granted for writing, the ` +
        "program can be changed. Copy it, or grant less for writing",
    }]);
  });
}

function denyFlaws(outcome: PathOutcome, paths: TranslatedPaths, rights: bigint, evidence: Evidence): Flaw[] {
  const { path, isFile } = outcome;
  const { names, pins, rules } = evidence;
  const moved = movableFrom(outcome, paths, rights, evidence);
  const replaceable = isFile ? undefined : replaceableIn(paths, pins);
  const unlasting = looseDeny(paths, pins);
  const isPinned = (path: string) => pins.looseIn(path) === undefined;
  const closed = [...paths.denied.filter(isPinned), ...(unlasting === undefined ? paths.overruled : [])];
  const otherName = names.of(path, rights, closed);
  return [
    ...(isOfProcess(path)
      ? [
        widens(
          'It is that of this process alone: what it starts may look at its own. Deny "/proc" to prevent that',
        ),
      ]
      : []),
    ...(isUndone(path, paths.granted, rights, rules)
      ? [
        widens(
          "Another permission or the baseline grants it, or something in it, and the kernel cannot tell them apart",
        ),
      ]
      : []),
    ...(isGrantedElsewhere(outcome, rights, evidence)
      ? [widens("Another entry grants it, or something in it, where it is mounted at a second place")]
      : []),
    ...(moved !== undefined
      ? [
        widens(
          `It, or something in it, can be moved where ${
            quote(moved)
          } is writable, and a later start finds it under no ` +
            "denied name. Deny writing it too",
        ),
      ]
      : replaceable !== undefined
      ? [
        widens(
          `A name that is allowed can be replaced where ${
            quote(replaceable)
          } is writable, by a symbolic link that leads ` +
            "into it, and a later start grants what lies there. Deny writing that name",
        ),
      ]
      : []),
    ...(otherName !== undefined
      ? [widens(otherName)]
      : unlasting !== undefined && paths.overruled.size > 0 && names.areAt(path)
      ? [
        widens(
          `Another name of it is left out beside a denied name that can be replaced where ${
            quote(unlasting)
          } is ` +
            "writable, and a later start may grant it. Deny writing that name",
        ),
      ]
      : []),
  ];
}

/** The writable directory in which the name of some deny can be given to something else: directories that are split
 * because of it may be granted whole at a later start. */
function looseDeny({ outcomes }: TranslatedPaths, pins: Pins): string | undefined {
  const denies = outcomes.filter(({ grant }) => grant.effect === "deny");
  return looseIn(denies.flatMap(({ path, names }) => [...names, path]), pins);
}

/** Whether a rule reaches what is denied through another place at which it, or something in it, is mounted. */
function isGrantedElsewhere(
  { path, elsewhere }: PathOutcome,
  rights: bigint,
  { rules, mounts }: Evidence,
): boolean {
  const granting = rules.filter((rule) => grants(rule, rights));
  return granting.some((rule) =>
    elsewhere.some((place) => isWithin(rule.path, place)) ||
    (isWithin(rule.path, path) &&
      mounts?.otherPlaces(rule.path).some((place) => isWithin(place, path)) === true)
  );
}

/** The writable directory from which what is denied can get another name that a later start grants. */
function movableFrom(
  { path, names }: PathOutcome,
  paths: TranslatedPaths,
  rights: bigint,
  { rules, pins }: Evidence,
): string | undefined {
  const loose = looseIn(names, pins);
  if (loose !== undefined || !leadsElsewhereLater(paths, rights, rules, pins)) return loose;
  return pins.looseIn(path) ?? pins.writableAround(path);
}

function allowFlaws(
  { grant, entry, path, isDirectory, names }: PathOutcome,
  { pins, moves, losesOwnFiles }: Evidence,
): Flaw[] {
  const isWrite = grant.permission === "write";
  const loose = looseIn([...names, path], pins);
  // "dist" is the folder itself too, "dist/" what is in it
  const isContentsOnly = isDirectory && entry.endsWith("/");
  const refused = isWrite && isDirectory ? moves.refusedNear(path) : undefined;
  return [
    ...(isOfProcess(path) ? [narrows("It is that of this process alone: what it starts has its own")] : []),
    ...(losesOwnFiles && (isWithin("/proc", path) || isOfProcess(path)) ? [narrows(OWN_FILES)] : []),
    ...(loose === undefined ? [] : [
      widens(
        `It can be replaced where ${
          quote(loose)
        } is writable, and a later start grants what lies there then, also where a ` +
          "new symbolic link leads. Deny writing it, or grant a folder that is not replaceable",
      ),
    ]),
    ...(isWrite && !isContentsOnly && path !== "/" && !pins.isWritable(parent(path))
      ? [{ ...narrows(ownName(entry, path, isDirectory)), minor: true as const }]
      : []),
    ...(refused === undefined ? [] : [
      narrows(
        `Files cannot be moved into ${
          quote(refused)
        } or out of it, where other rights are granted: programs get EXDEV, and ` +
          "most copy instead. Grant the same reading in all that may be written",
      ),
    ]),
  ];
}

function widens(reason: string): Flaw {
  return { fidelity: "wider", reason };
}

function narrows(reason: string): Flaw {
  return { fidelity: "narrower", reason };
}

/** The kernel gives these files to root (`task_dump_owner` in `fs/proc/base.c`). */
const OWN_FILES =
  "This process cannot open its own environ, io, auxv and the like in /proc/self afterwards, because what it starts " +
  'must not. "filter: { tracing: false }" leaves them open to both';

function ownName(entry: string, path: string, isDirectory: boolean): string {
  const above = quote(parent(path));
  return isDirectory
    ? `The folder itself cannot be deleted, moved or replaced, which takes writing ${above}. Grant ${
      quote(`${entry}/`)
    } if you mean what it contains`
    : `The file itself cannot be deleted, moved or replaced, which takes writing ${above}. Grant that to programs that ` +
      "write a new file and rename it";
}

/** The first writable directory in which one of these names can be replaced. */
function looseIn(names: readonly string[], pins: Pins): string | undefined {
  for (const name of names) {
    const loose = pins.looseIn(name);
    if (loose !== undefined) return loose;
  }
  return undefined;
}

/** The writable directory in which a name that an entry allows can be replaced. */
function replaceableIn({ outcomes }: TranslatedPaths, pins: Pins): string | undefined {
  return looseIn(
    outcomes.flatMap(({ grant, path, names }) => grant.effect === "allow" ? [...names, path] : []),
    pins,
  );
}

/** Whether names that a later start grants can be given to something else: those of rules, those in a directory whose
 * entries are granted one by one, and those that only another name of a denied file keeps from being granted. */
function leadsElsewhereLater(
  paths: TranslatedPaths,
  rights: bigint,
  rules: readonly PathRule[],
  pins: Pins,
): boolean {
  return paths.split.some((directory) => pins.isWritable(directory)) || paths.overruled.size > 0 ||
    replaceableIn(paths, pins) !== undefined ||
    rules.some((rule) => grants(rule, rights) && pins.looseIn(rule.path) !== undefined);
}

function grants({ access }: PathRule, rights: bigint): boolean {
  return (access & rights) !== 0n;
}

/** To run, a program must be readable, and what is readable can be loaded as a library. */
function isUndone(
  path: string,
  granted: ReadonlySet<string>,
  rights: bigint,
  rules: readonly PathRule[],
): boolean {
  return rules.some((rule) =>
    grants(rule, rights) &&
    (isWithin(path, rule.path) || (isWithin(rule.path, path) && !granted.has(rule.path)))
  );
}

/** A line of the report with what keeps the entry from being exact. */
export function withFlaws(grant: EntryDecision, flaws: readonly Flaw[]): EntryDecision {
  if (flaws.length === 0) return grant;
  const before = grant.fidelity === "exact" && grant.status === "enforced" ? undefined : grant.fidelity;
  const isWider = before === "wider" || flaws.some(({ fidelity }) => fidelity === "wider");
  // The first sentence is what is told where there is room for one
  const sorted = [
    ...flaws.filter(({ minor }) => minor !== true),
    ...flaws.filter(({ minor }) => minor === true),
  ];
  const reasons = [
    ...sorted.map(({ reason }) => reason),
    ...(grant.reason === undefined ? [] : [grant.reason]),
  ];
  const isMinor = before === undefined && grant.reason === undefined &&
    flaws.every(({ minor }) => minor === true);
  return {
    ...grant,
    status: "partial",
    fidelity: isWider ? "wider" : "narrower",
    reason: reasons.join(". "),
    ...(isMinor ? { minor: true } : {}),
  };
}
