import { join } from "node:path";
import { measureIn, oneOfEach, runtimeNamed } from "../support/measure_in.ts";
import { progress } from "../support/options.ts";
import type { Cell, Table } from "../support/table.ts";
import type { GrowthSample } from "./growth_child.ts";
import { makeFiles, makeRepository, makeTree } from "./growth_places.ts";
import type { Effort, Section, SectionResult } from "./section.ts";

const RULES = [1, 10, 100, 1000, 10_000];
const DEPTHS = [1, 8, 32];

/** How the cost grows with rules, threads, layers, denies and depth. */
export const growth: Section = {
  name: "growth",
  measure(effort): SectionResult {
    const counts = effort.quick ? RULES.slice(0, 3) : RULES;
    const files = makeFiles(join(effort.folder, "growth"), Math.max(...counts), Math.max(...DEPTHS));
    return {
      tables: [
        byRules(effort, files, counts),
        byThreads(effort, files),
        byLayers(effort, files),
        byDenies(effort),
        byDepth(effort, files, counts),
        ofCommands(effort, files, counts),
      ],
    };
  },
};

/** What `growth_child rules` prints. */
type Figures = Record<
  "first" | "plan" | "apply" | "sync" | "second" | "sandbox" | "launcher" | "memory",
  number
>;

/** What grows is measured in the runtime whose own share is smallest. */
const growsIn = () => runtimeNamed("bun");

function sample(
  kind: string,
  args: readonly (string | number)[],
  runtime = growsIn(),
  env: Record<string, string> = {},
): GrowthSample {
  progress(`growth, ${kind} in ${runtime.name}`);
  return measureIn(runtime, "bench/peers/growth_child.ts", [kind, ...args.map(String)], { env });
}

function byRules({ quick }: Effort, files: string, counts: readonly number[]): Table {
  const rows: Cell[][] = [];
  for (const runtime of oneOfEach()) {
    let least: number | undefined;
    for (const count of counts) {
      const figures = sample("rules", [files, count, quick ? 1 : 5], runtime) as Figures;
      const { first, plan, apply, sync, second, sandbox, launcher, memory } = figures;
      least ??= plan + apply;
      const each = count < 100 ? null : (plan + apply - least) / count * 1000;
      const cells = [first, plan, apply, each, sync, second, sandbox, launcher, memory];
      rows.push([`${runtime.name}, ${count}`, ...cells]);
    }
  }
  return {
    title: "By granted files (besides the baseline's rules)",
    columns: [
      { name: "" },
      { name: "first, ms" },
      { name: "plan, ms" },
      { name: "apply, ms" },
      { name: "each added, µs", digits: 1 },
      { name: "sync, ms" },
      { name: "Sandbox again, ms" },
      { name: "sandbox: bare" },
      { name: "argv: bare" },
      { name: "memory, MB", digits: 1 },
    ],
    rows,
    notes: [
      "each added: microseconds of plan and apply for one more file",
      "first: plan and apply in a fresh process; plan, apply: later ones, medians",
      "sync: looking at all threads and restricting them",
      "Sandbox again: one more with equal permissions; memory: what a Sandbox with its launcher adds",
    ],
  };
}

function byThreads({ quick }: Effort, files: string): Table {
  const node = runtimeNamed("node");
  const counts = quick ? [1, 64] : [1, 4, 16, 64, 256, 512];
  return {
    title: `By threads, in ${node.name}`,
    columns: [{ name: "pool" }, { name: "threads", digits: 0 }, { name: "sync, ms" }],
    rows: counts.map((count) => {
      const figures = sample("threads", [files, count], node, { UV_THREADPOOL_SIZE: String(count) });
      return [String(count), figures["threads"] as number, figures["sync"] as number];
    }),
    notes: ["The threads of libuv's pool (UV_THREADPOOL_SIZE), which other runtimes do not have"],
  };
}

function byLayers({ quick }: Effort, files: string): Table {
  const counts = quick ? [1, 16] : [1, 2, 4, 8, 16];
  return {
    title: `By nesting, in ${growsIn().name}`,
    columns: [{ name: "layers" }, { name: "sync, ms" }, { name: "open, µs" }, { name: ": bare" }],
    rows: counts.map((count) => {
      const { last, opening, bare } = sample("nesting", [files, count]) as Record<string, number>;
      return [String(count), last as number, opening as number, (opening as number) / (bare as number)];
    }),
    notes: [
      "sync: the last of so many calls, without plan and ruleset",
      "open: opening and closing a file inside, compared with the same process before the first layer",
    ],
  };
}

function byDenies({ quick, folder }: Effort): Table {
  const size = quick ? 10_000 : 100_000;
  const tree = makeTree(join(folder, "tree"), size);
  return {
    title: `By denied files in an allowed tree of ${size}, in ${growsIn().name}`,
    columns: [{ name: "denies" }, { name: "plan, ms" }, { name: "rules", digits: 0 }],
    rows: (quick ? [1, 10] : [1, 10, 50]).map((count) => {
      const figures = sample("carve", [tree, count]);
      return [String(count), figures["plan"] as number, figures["rules"] as number];
    }),
    notes: ["A hundred files a folder; each denied file takes its folder and those above it apart"],
  };
}

function byDepth(_: Effort, files: string, counts: readonly number[]): Table {
  return {
    title: `Opening a file inside, in ${growsIn().name}`,
    columns: [{ name: "rules, depth" }, { name: "opens/s", digits: 0 }, { name: "bare", digits: 0 }, {
      name: "time : bare",
    }],
    rows: counts.flatMap((count) =>
      DEPTHS.map((depth) => {
        const figures = sample("opens", [files, count, depth]);
        const [opening, bare] = [figures["opening"] as number, figures["bare"] as number];
        return [`${count}, ${depth}`, 1e6 / opening, 1e6 / bare, opening / bare];
      })
    ),
    notes: ["rules: granted files; depth: directories between the granted one and the file"],
  };
}

function ofCommands({ quick, folder }: Effort, files: string, counts: readonly number[]): Table {
  const size = quick ? 200 : 2000;
  const repository = makeRepository(join(folder, "commands"), size);
  const title = `Commands over ${size} small files, confined : bare, in ${growsIn().name}`;
  const columns = [{ name: "rules" }, { name: "git status" }, { name: "cp -r" }];
  if (repository === undefined) return { title, columns, rows: [], notes: ["left out: install git"] };
  return {
    title,
    columns,
    rows: counts.map((count) => {
      const figures = sample("commands", [files, count, quick ? 1 : 10, repository]);
      return [String(count), figures["status"] as number, figures["copy"] as number];
    }),
  };
}
