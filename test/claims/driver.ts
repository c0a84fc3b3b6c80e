/** Tries cases in the runtime it runs in, and prints one line of JSON for each batch and each finding.
 *
 *   driver.ts OPTIONS, as JSON: see {@linkcode DriverOptions} */
import { testRuntimes } from "../support/runtimes.ts";
import type { Case, Way } from "./case.ts";
import { type Outcome, type Tally, tryCase } from "./engine.ts";
import { generate } from "./generate.ts";
import type { Finding } from "./judge.ts";
import { reproduction } from "./reproduce.ts";
import { minimize } from "./shrink.ts";
import { loadProduct } from "./ways.ts";
import { World } from "./world.ts";

/** What a driver is told. */
export interface DriverOptions {
  readonly runtime: string;
  /** Root of the checkout that is tried. */
  readonly root: string;
  /** Folder of its own, with the programs in `bin`. */
  readonly folder: string;
  /** Seeds from `first`, every `step`th, `count` of them. */
  readonly first: number;
  readonly step: number;
  readonly count: number;
  /** Milliseconds since 1970 after which it tries no further case. */
  readonly until: number;
  readonly ways: readonly Way[];
  readonly binds: boolean;
  /** How many cases of one kind are made smaller and printed; those after them are counted. */
  readonly most: number;
}

/** A line that a driver prints. */
export type DriverLine =
  /** What there was since the last line of this kind. */
  | {
    readonly kind: "progress";
    readonly cases: Readonly<Record<string, number>>;
    readonly refused: number;
    readonly failed: number;
    readonly tallies: readonly (Tally & { readonly count: number })[];
  }
  | { readonly kind: "begin"; readonly seed: number }
  | {
    readonly kind: "finding";
    readonly seed: number;
    readonly way: Way;
    readonly finding: Finding;
    readonly smallest: Case;
    readonly text: string;
  };

const options = JSON.parse(process.argv[2] as string) as DriverOptions;
const runtime = testRuntimes().find(({ name }) => name === options.runtime);
if (runtime === undefined) throw new Error(`Cannot find the runtime "${options.runtime}"`);
process.umask(0o022);
const product = await loadProduct(options.root, runtime);
const world = new World(options.folder);
const printed = new Map<string, number>();
let cases: Record<string, number> = {};
let refused = 0;
let failed = 0;
let tallies = new Map<string, Tally & { count: number }>();
let said = Date.now();

for (let number = 0; number < options.count && Date.now() < options.until; number++) {
  const seed = options.first + number * options.step;
  print({ kind: "begin", seed });
  const tried = generate(seed, options);
  const findings = attempt(tried);
  cases[`${tried.way} ${tried.aim}`] = (cases[`${tried.way} ${tried.aim}`] ?? 0) + 1;
  if (findings.length > 0) failed++;
  for (const finding of findings) report(tried, finding);
  if (Date.now() - said > 500) progress();
}
progress();
world.clear();

function attempt(tried: Case): readonly Finding[] {
  const outcome = tryCase(tried, product, world);
  count(outcome);
  return outcome.findings;
}

function count(outcome: Outcome): void {
  if (outcome.refused) refused++;
  for (const tally of outcome.tallies) {
    const key = JSON.stringify(tally);
    const known = tallies.get(key);
    if (known === undefined) tallies.set(key, { ...tally, count: 1 });
    else known.count++;
  }
}

/** Makes it smaller and prints it, the first few of a kind. */
function report(tried: Case, finding: Finding): void {
  const kind = `${finding.rule} ${finding.permission} ${finding.effect}`;
  const before = printed.get(kind) ?? 0;
  printed.set(kind, before + 1);
  const isPrinted = before < options.most;
  const attempt = (smaller: Case) => tryCase(smaller, product, world).findings;
  const least = isPrinted ? minimize(tried, finding, attempt) : { smallest: tried, finding };
  print({
    kind: "finding",
    seed: tried.seed,
    way: tried.way,
    ...least,
    text: isPrinted ? reproduction(least.smallest, least.finding) : "",
  });
}

function progress(): void {
  print({ kind: "progress", cases, refused, failed, tallies: [...tallies.values()] });
  cases = {};
  refused = 0;
  failed = 0;
  tallies = new Map();
  said = Date.now();
}

function print(line: DriverLine): void {
  console.log(JSON.stringify(line));
}
