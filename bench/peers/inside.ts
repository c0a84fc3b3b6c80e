import { join } from "node:path";
import { debianCommand } from "../support/commands.ts";
import { measureIn, oneOfEach } from "../support/measure_in.ts";
import { progress } from "../support/options.ts";
import type { Table } from "../support/table.ts";
import type { InsideSample } from "./inside_child.ts";
import type { Section, SectionResult } from "./section.ts";
import { utilities, type Utility } from "./utilities.ts";

/** What it costs a running program to start a confined command instead of a bare one. */
export const inside: Section = {
  name: "inside",
  measure({ quick, folder }): SectionResult {
    const bubblewrap = debianCommand("bwrap", "bubblewrap");
    const runs = quick ? 2 : 200;
    const place = join(folder, "inside");
    const samples = oneOfEach().map((runtime) => {
      progress(`spawns in ${runtime.name}`);
      const args = [place, String(runs), bubblewrap ?? ""];
      return [runtime.name, measureIn<InsideSample>(runtime, "bench/peers/inside_child.ts", args)] as const;
    });
    const notes = [
      `Medians of ${runs} runs by turns; spawnSync of node:child_process, output to /dev/null`,
      "sandbox: sandbox.spawnSync(); 10 rules and so on: sandbox.argv() with so many granted files",
      ...(bubblewrap === undefined ? ["left out: bubblewrap: install the Debian package bubblewrap"] : []),
    ];
    return {
      tables: [ofTrue(samples, notes), ofUtilities(samples, utilities(place))],
      chart: {
        title: "Spawn of a confined /bin/true from inside a program : bare (logarithmic)",
        bars: samples.flatMap(([runtime, sample]) =>
          ratios(sample["/bin/true"] as Times).map(([way, value]) => ({
            name: `${runtime}, ${way}`,
            value,
            ours: way !== "bubblewrap",
          }))
        ),
      },
    };
  },
};

type Times = Readonly<Record<string, number>>;
type Samples = readonly (readonly [runtime: string, sample: InsideSample])[];

function ratios({ bare, ...ways }: Times): [way: string, ratio: number][] {
  return Object.entries(ways).map(([way, time]) => [way, time / (bare as number)]);
}

function ofTrue(samples: Samples, notes: readonly string[]): Table {
  const times = samples.map(([runtime, sample]) => [runtime, sample["/bin/true"] as Times] as const);
  const ways = Object.keys(times[0]?.[1] ?? {}).filter((way) => way !== "bare");
  return {
    title: "Spawn of /bin/true from inside a program, confined : bare",
    columns: ["", "bare, ms", ...ways].map((name) => ({ name })),
    rows: times.map(([runtime, time]) => [
      runtime,
      time["bare"] as number,
      ...ways.map((way) => (time[way] as number) / (time["bare"] as number)),
    ]),
    notes,
  };
}

function ofUtilities(samples: Samples, tools: readonly Utility[]): Table {
  const cells = (times: Times) => [times["bare"] as number, ...ratios(times).map(([, ratio]) => ratio)];
  const names = (runtime: string, times: Times) => [
    `${runtime}: ms`,
    ...ratios(times).map(([way]) => way),
  ];
  const first = tools[0]?.name ?? "";
  return {
    title: "Utilities of NatiSand's Benchmark I, confined : bare",
    columns: [
      "",
      ...samples.flatMap(([runtime, sample]) => names(runtime, sample[first] as Times)),
      "published: ms",
      "NatiSand",
      "Minijail",
    ].map((name) => ({ name })),
    rows: tools.map(({ name, published }) => [
      name,
      ...samples.flatMap(([, sample]) => cells(sample[name] as Times)),
      published.bare,
      published.natisand,
      published.minijail,
    ]),
    notes: [
      "Published: NatiSand (RAID 2023), in Deno 1.25 on other hardware (Ryzen 3900X): means, not measured here",
    ],
  };
}
