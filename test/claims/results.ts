import type { Way } from "./case.ts";
import type { DriverLine } from "./driver.ts";
import type { Finding } from "./judge.ts";
import type { Job } from "./jobs.ts";

interface Found {
  readonly job: Job;
  readonly seed: number;
  readonly way: Way | undefined;
  readonly finding: Finding;
  readonly text: string;
}

/** Collects what drivers report, and prints it. */
export class Results {
  passed = 0;
  failed = 0;
  refused = 0;
  readonly #skipped: string[] = [];
  readonly #found: Found[] = [];
  readonly #cases = new Map<string, Map<string, number>>();
  readonly #claims = new Map<string, Map<string, { all: number; shown: number }>>();

  /** Says that something cannot be tried on this machine. */
  skip(what: string, need: string): void {
    this.#skipped.push(`skipped: ${what}, which needs ${need}`);
  }

  /** Takes a line of a driver. */
  hear(job: Job, line: DriverLine): void {
    if (line.kind === "finding") {
      const { seed, way, finding, text } = line;
      this.#found.push({ job, seed, way, finding, text });
    }
    if (line.kind !== "progress") return;
    const row = rowOf(this.#cases, `${job.runtime.name}, ${job.user}`, () => new Map<string, number>());
    for (const [name, count] of Object.entries(line.cases)) {
      row.set(name, (row.get(name) ?? 0) + count);
      this.passed += count;
    }
    this.passed -= line.failed;
    this.failed += line.failed;
    this.refused += line.refused;
    for (const { permission, effect, claim, shown, count } of line.tallies) {
      const claims = rowOf(this.#claims, `${effect} ${permission}`, () => new Map());
      const tally = rowOf(claims, claim, () => ({ all: 0, shown: 0 }));
      tally.all += count;
      if (shown) tally.shown += count;
    }
  }

  /** Takes note of a driver that broke down. */
  breakdown(job: Job, seed: number, why: string): void {
    this.failed++;
    const finding = {
      rule: "error",
      permission: "",
      effect: "none",
      entry: "",
      claim: "broken",
      what: why,
    } as const;
    this.#found.push({ job, seed, way: undefined, finding, text: `  ${why}` });
  }

  /** One line for a terminal. */
  progress(cases: number, milliseconds: number): string {
    const done = this.passed + this.failed;
    const left = done === 0 ? "" : `, ${Math.ceil(milliseconds / done * (cases - done) / 1000)} s left`;
    return `${done} of ${cases}, ${this.failed} failed${left}`;
  }

  /** Everything, for the end. */
  text(rootOption: string): string {
    return [
      ...this.#findings(rootOption),
      ...this.#skipped,
      "",
      ...table(
        ["cases", ...WAY_NAMES],
        [...this.#cases].map(([name, row]) => [
          name,
          ...WAY_NAMES.map((way) => `${row.get(`${way} hostile`) ?? 0}+${row.get(`${way} honest`) ?? 0}`),
        ]),
      ),
      "Hostile and honest cases.",
      "",
      ...table(
        ["claims", "exact", "narrower", "wider"],
        [...this.#claims].map(([name, claims]) => [
          name,
          String(claims.get("exact")?.all ?? 0),
          share(claims.get("narrower")),
          share(claims.get("wider")),
        ]),
      ),
      "How often the report says so; in brackets, in how many of these an act of the case showed it.",
      "",
      `${this.refused} of the cases were refused before anything was applied, as they should be.`,
      `${this.passed} passed, ${this.failed} failed, ${this.#skipped.length} skipped`,
    ].join("\n");
  }

  #findings(rootOption: string): string[] {
    const kinds = new Map<string, Found[]>();
    for (const found of this.#found) {
      const { rule, permission, effect } = found.finding;
      rowOf(kinds, [rule, effect, permission].filter((word) => word !== "").join(" "), () => []).push(found);
    }
    return [...kinds].flatMap(([kind, found]) => {
      const shown = new Map(found.filter(({ text }) => text !== "").map((one) => [one.text, one]));
      const shortest = [...shown.values()].sort((one, other) => lines(one) - lines(other));
      return [
        `failed: ${kind}, ${found.length} times`,
        ...shortest.flatMap(({ job, seed, way, text }) => [
          text,
          `  npm run fuzz:claims -- --seed ${seed} --cases 1 --runtime "${job.runtime.name}" --user ${
            job.user === "this user" ? '"this user"' : job.user
          }${way === undefined ? "" : ` --way ${way}`}${rootOption}`,
          "",
        ]),
      ];
    });
  }
}

const WAY_NAMES: readonly Way[] = ["spawn", "argv", "run", "compile", "lockdown"];

function lines({ text }: Found): number {
  return text.split("\n").length;
}

function share(tally: { all: number; shown: number } | undefined): string {
  if (tally === undefined || tally.all === 0) return "0";
  return `${tally.all} (${Math.round(tally.shown / tally.all * 100)} %)`;
}

function rowOf<Value>(rows: Map<string, Value>, name: string, make: () => Value): Value {
  const known = rows.get(name);
  if (known !== undefined) return known;
  const made = make();
  rows.set(name, made);
  return made;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const widths = head.map((name, at) => Math.max(name.length, ...rows.map((row) => (row[at] ?? "").length)));
  return [head, ...rows].map((row) =>
    row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join("  ").trimEnd()
  );
}
