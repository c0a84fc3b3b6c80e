import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { hotspots } from "../support/cpu_profile.ts";
import { measureIn, runtimeNamed } from "../support/measure_in.ts";
import { progress } from "../support/options.ts";
import type { Table } from "../support/table.ts";
import { makeFiles } from "./growth_places.ts";
import type { Section, SectionResult } from "./section.ts";

/** What is profiled: a name for `where_child`, granted files, how often, and how it reads. */
const PROFILED = [
  ["lockdown", 1000, 100, "Plan and ruleset of a lockdown() with 1,000 granted files"],
  ["lockdown", 0, 1000, "Plan and ruleset of a lockdown() with the baseline alone"],
  ["sandbox", 1000, 100, "new Sandbox() with 1,000 granted files, the same each time"],
  ["spawn", 0, 500, "sandbox.spawnSync()"],
] as const;

const FUNCTIONS = 10;

/** Where the time goes: sampled by Node's profiler, which only looks at JavaScript; a call into the kernel counts as the
 * function that makes it. */
export const where: Section = {
  name: "where",
  measure({ quick, folder }): SectionResult {
    const node = runtimeNamed("node");
    const files = makeFiles(join(folder, "where"), 1000, 0);
    const tables = PROFILED.map(([kind, count, runs, title], index): Table => {
      progress(`where time goes, ${kind}`);
      const place = join(folder, `profile ${index}`);
      mkdirSync(place);
      measureIn(node, "bench/peers/where_child.ts", [kind, files, String(count), String(quick ? 5 : runs)], {
        runtimeArguments: ["--cpu-prof", `--cpu-prof-dir=${place}`, "--cpu-prof-interval=200"],
      });
      return {
        title: `${title}, in ${node.name}`,
        columns: [{ name: "function" }, { name: "% of time", digits: 1 }],
        rows: hotspots(place, FUNCTIONS).map(({ name, share }) => [name, share * 100]),
      };
    });
    return { tables };
  },
};
