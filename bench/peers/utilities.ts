import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** A utility of NatiSand's Benchmark I (RAID 2023, table of 17 commands; the four that need its lab's network are left
 * out), and the factors published there, measured by `Deno.bench()` in Deno 1.25 on a Ryzen 3900X. */
export interface Utility {
  readonly name: string;
  readonly args: readonly string[];
  readonly published: {
    /** Milliseconds bare. */
    readonly bare: number;
    readonly natisand: number;
    readonly minijail: number;
  };
}

/** Writes what they work on, of the kind and size that is published, and returns them. */
export function utilities(folder: string): Utility[] {
  mkdirSync(folder, { recursive: true });
  const file = (name: string, lines: readonly string[]) => {
    const path = join(folder, name);
    writeFileSync(path, lines.join("\n") + "\n");
    return path;
  };
  const row = (index: number) =>
    [index, index * 7919, `name ${index}`, index % 13, "text", index / 3].join(",");
  const rows = (count: number) => Array.from({ length: count }, (_, index) => row(index));
  const table = file("table.csv", rows(1000));
  // `join` wants them sorted as text
  const short = file(
    "short.csv",
    rows(100).sort((a, b) => (String(a.split(",")[0]) < String(b.split(",")[0]) ? -1 : 1)),
  );
  const markup = file(
    "markup.xml",
    Array.from({ length: 110_000 }, (_, id) => `<entry id="${id}">text of ${id}</entry>`),
  );
  const shuffled = Array.from({ length: 10_001 }, (_, index) => String((index * 7919) % 10_001));
  const numbers = file("numbers", shuffled);
  const source = join(folder, "source");
  for (let part = 0; part < 10; part++) {
    mkdirSync(join(source, `part ${part}`), { recursive: true });
    for (let at = 0; at < 10; at++) writeFileSync(join(source, `part ${part}`, `file ${at}`), "");
  }
  return [
    utility("b2sum", [table], 2.37, 2.88, 7.19),
    utility("cut", ["-f2-4,6", "-d,", table], 2.52, 2.86, 7.11),
    utility("sum", [table], 2.61, 2.87, 7.00),
    utility("tac", [table], 2.76, 2.34, 6.51),
    utility("wc", [table], 2.97, 2.44, 6.25),
    utility("dd", ["bs=4k", "count=1000", "if=/dev/zero", "of=/dev/null"], 3.60, 2.23, 5.29),
    utility("seq", ["100000"], 3.80, 2.13, 5.02),
    utility("shuf", ["-i", "0-10000"], 4.29, 2.17, 4.68),
    utility("ls", ["-alR", source], 4.75, 1.76, 3.72),
    // bubblewrap takes 9,000 words at the most
    utility("factor", shuffled.slice(0, 8000), 5.03, 1.86, 4.06),
    utility("join", ["-t,", short, short], 5.20, 2.05, 4.08),
    utility("head", ["-n", "100000", markup], 6.73, 1.56, 3.16),
    utility("sort", [numbers], 14.37, 1.43, 1.44),
  ];
}

function utility(
  name: string,
  args: readonly string[],
  bare: number,
  natisand: number,
  minijail: number,
): Utility {
  return { name, args, published: { bare, natisand, minijail } };
}
