import { writeFileSync } from "node:fs";
import type { Act, Case } from "./case.ts";
import { type Claim, Claims } from "./claims.ts";
import { laterFiles, promisedActs } from "./honest.ts";
import { type Finding, judge, judgeFirst } from "./judge.ts";
import { absolute, HERE, Model } from "./model.ts";
import { type Entry, Oracle } from "./oracle.ts";
import { type Deeds, readOutput } from "./output.ts";
import { type Product, start, type Started, strictRefuses } from "./ways.ts";
import type { Snapshot, World } from "./world.ts";

/** What a claim came to in one case: whether what it says besides "exact" was seen to be so. */
export interface Tally {
  readonly permission: string;
  readonly effect: string;
  readonly claim: Claim;
  readonly shown: boolean;
}

/** What became of a case. */
export interface Outcome {
  readonly findings: readonly Finding[];
  readonly tallies: readonly Tally[];
  /** Whether the product refused the words before anything was applied, and rightly so. */
  readonly refused: boolean;
}

/** Tries one case. Throws where the tree cannot be made. */
export function tryCase(tried: Case, product: Product, world: World): Outcome {
  const model = new Model(tried.tree);
  const oracle = new Oracle(model, tried.words);
  world.build(tried.tree);
  const outcome = tryOn(tried, oracle, product, world);
  const findings = outcome.findings.map((finding) => ({
    ...finding,
    what: finding.what.replaceAll(world.folder, "@"),
  }));
  return { ...outcome, findings };
}

function tryOn(tried: Case, oracle: Oracle, product: Product, world: World): Outcome {
  try {
    return tried.aim === "honest"
      ? tryHonest(tried, oracle, product, world)
      : tryHostile(tried, oracle, product, world);
  } catch (error) {
    const what = error instanceof Error ? error.stack ?? error.message : String(error);
    const finding = {
      rule: "error",
      permission: "",
      effect: "none",
      entry: "",
      claim: "thrown",
      what,
    } as const;
    return { findings: [finding], tallies: [], refused: false };
  }
}

function tryHostile(tried: Case, oracle: Oracle, product: Product, world: World): Outcome {
  const deeds: (Deeds | undefined)[] = tried.children.map(() => undefined);
  let before: Snapshot = new Map();
  let ledTo: ReadonlyMap<string, string | undefined> = new Map();
  let claims: Claims | undefined;
  const starts = [...new Set(tried.children.map(({ start }) => start))];
  const strict = tried.way === "spawn" ? strictRefuses({ product, world, tried }) : undefined;
  for (const number of starts) {
    const isFirst = number === starts[0];
    const mine = tried.children.flatMap((child, at) => child.start === number ? [{ child, at }] : []);
    const planned = () => {
      if (!isFirst) return;
      before = world.look();
      ledTo = leading(oracle, world);
    };
    const started = start(
      { product, world, tried, planned, reports: isFirst },
      mine.map(({ child }) => child.acts),
    );
    if (started.outcome === "refused") {
      if (isFirst) return refusal(tried, oracle, started);
      continue;
    }
    if (started.report !== undefined && isFirst) {
      claims = new Claims(started.report, (text) => world.real(text));
    }
    mine.forEach(({ at }, index) => deeds[at] = readOutput(started.outputs[index]));
  }
  if (claims === undefined) return { findings: [], tallies: [], refused: false };
  const deviations = judge({
    tried,
    oracle,
    claims,
    deeds,
    before,
    after: world.look(),
    ledTo,
    leadsTo: leading(oracle, world),
    changedFiles: world.changedFiles(),
    pathOfMark: world.marks,
  });
  const findings = [
    ...unlike(deviations.flatMap(({ finding }) => finding === undefined ? [] : [finding])),
    ...judgeFirst(tried.children, deeds),
    ...unreported(oracle, claims),
    ...judgeStrict(strict, claims),
  ];
  const shown = new Set(deviations.map(({ entry }) => entry));
  const told = oracle.entries.filter((entry) => entry.effect === "deny" || claims.of(entry) === "wider");
  return { findings, tallies: talliesOf(told, claims, shown), refused: false };
}

function tryHonest(tried: Case, oracle: Oracle, product: Product, world: World): Outcome {
  // Which acts are promised follows from the report, so there is a start for that alone
  const asking = {
    product,
    world,
    tried: { ...tried, way: reportWay(tried) },
    planned: () => {},
    reports: true,
  };
  const asked = start(asking, []);
  if (asked.outcome === "refused") return refusal(tried, oracle, asked);
  if (asked.report === undefined) throw new Error("There is no report");
  const claims = new Claims(asked.report, (text) => world.real(text));
  const later = tried.way !== "run" && tried.way !== "lockdown";
  const promised = promisedActs(oracle, claims, later);
  const acts: Act[] = promised.map(({ act }) => act);
  const makeLater = () => {
    if (later) { for (const path of laterFiles(oracle)) writeFileSync(world.real(path), "later\n"); }
  };
  const started = start({ product, world, tried, planned: makeLater, reports: false }, [acts]);
  if (started.outcome === "refused") return refusal(tried, oracle, started);
  const deeds = readOutput(started.outputs[0]);
  const findings: Finding[] = judgeFirst([{ start: 0, acts }], [deeds]);
  const shown = new Set<Entry | undefined>();
  promised.forEach(({ entry, act }, number) => {
    const result = deeds.results.get(number);
    if (result === "ok" || !deeds.ended) return;
    const claim = claims.of(entry);
    const isClaimed = claim === "exact" || (!promised[number]?.itself && claims.isAboutItself(entry));
    if (isClaimed && !findings.some((finding) => finding.entry === entry.text)) {
      const { permission, effect, text } = entry;
      const what = `${act.join(" ")} is refused (errno ${result})`;
      findings.push({ rule: "refused", permission, effect, entry: text, claim, what });
    }
    shown.add(entry);
  });
  const told = oracle.of("read", "allow").concat(oracle.of("write", "allow"), oracle.of("run", "allow"))
    .filter((entry) => claims.of(entry) !== "wider");
  return { findings, tallies: talliesOf(told, claims, shown), refused: false };
}

/** `explain` for what starts a command line; a Sandbox that starts nothing for the others. */
function reportWay({ way }: Case): Case["way"] {
  return way === "run" || way === "compile" ? "run" : "spawn";
}

function leading(oracle: Oracle, world: World): Map<string, string | undefined> {
  return new Map(
    oracle.of("write", "deny").filter(({ glob }) => !glob).map((
      { text },
    ) => [text, world.leadsTo(absolute(text, HERE))]),
  );
}

function unlike(findings: readonly Finding[]): Finding[] {
  return findings.filter((finding, at) =>
    findings.findIndex(({ rule, permission, effect, entry }) =>
      rule === finding.rule && permission === finding.permission && effect === finding.effect &&
      entry === finding.entry
    ) === at
  );
}

function unreported(oracle: Oracle, claims: Claims): Finding[] {
  return [...oracle.entries, ...oracle.unmatched].filter((entry) => claims.of(entry) === "missing").map((
    { permission, effect, text },
  ) => ({
    rule: "unreported",
    permission,
    effect,
    entry: text,
    claim: "missing",
    what: "the report says nothing of it",
  }));
}

function judgeStrict(refuses: boolean | undefined, claims: Claims): Finding[] {
  if (refuses === undefined || refuses === claims.isInexact) return [];
  return [{
    rule: "strict",
    permission: "",
    effect: "none",
    entry: "",
    claim: claims.isInexact ? "not exact" : "exact",
    what: `strict ${refuses ? "refuses" : "accepts"} it`,
  }];
}

/** A refusal is right where something is missing, and where an entry is one that must not be taken. */
function refusal(tried: Case, oracle: Oracle, { code, message }: Started & { outcome: "refused" }): Outcome {
  const lacks = oracle.of("run", "allow").concat(tried.missing === "error" ? oracle.entries : [])
    .some(({ place, effect, text }) => effect === "allow" && text !== "*" && place.item?.kind === undefined);
  const isOdd = [tried.words.read, tried.words.write, tried.words.run]
    .some(({ allow, deny }) =>
      [...(allow === true ? [] : allow), ...deny].some((text) => /[*?~$]/.test(text))
    );
  const isFolder = oracle.of("run", "allow").some(({ place }) => place.item?.kind === "folder");
  if (lacks || isOdd || isFolder) return { findings: [], tallies: [], refused: true };
  const finding = {
    rule: "error",
    permission: "",
    effect: "none",
    entry: "",
    claim: code,
    what: message.split("\n")[0] ?? "",
  } as const;
  return { findings: [finding], tallies: [], refused: true };
}

function talliesOf(
  entries: readonly Entry[],
  claims: Claims,
  shown: ReadonlySet<Entry | undefined>,
): Tally[] {
  return entries.filter(({ text }) => text !== "*").map((entry) => ({
    permission: entry.permission,
    effect: entry.effect,
    claim: claims.of(entry),
    shown: shown.has(entry),
  }));
}
