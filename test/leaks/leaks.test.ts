/** What was closed stays closed, and the report says of everything open that it is: a program in C tries to leave the
 * sandbox in every way we know, bare, where it must succeed, and inside. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { kernel } from "../../mod.ts";
import { ROOT } from "../support/runtimes.ts";
import { runSelf } from "../support/self.ts";
import { skip } from "../support/skip.ts";
import { LEAK_ACTS } from "./acts.ts";
import { COLUMNS, measure } from "./measure.ts";
import { makePlace } from "./place.ts";
import { printTable, readTable, tableOf } from "./table.ts";

const document = readFileSync(join(ROOT, "docs/leaks.md"), "utf8");
const known = readTable(document);
const documentedAbi = Number(/^## Landlock ABI (\d+)/m.exec(document)?.[1]);
const { abi } = kernel();
const obstacle = spawnSync("gcc", ["--version"]).error !== undefined
  ? "gcc, install the package gcc"
  : abi === 0
  ? "a kernel with Landlock"
  : undefined;

test("the table in docs/leaks.md has every act and every column", () => {
  assert.equal(Object.keys(known), LEAK_ACTS.map(({ text }) => text));
  for (const cells of Object.values(known)) assert.equal(Object.keys(cells), COLUMNS.map(({ name }) => name));
  assert.ok(document.includes(printTable(known)));
});

if (obstacle === undefined) await registerMeasured();
else skip("what was closed stays closed", obstacle);

test.run();

async function registerMeasured(): Promise<void> {
  const place = await makePlace();
  try {
    const start = (words: readonly string[]) =>
      runSelf("test/leaks/confine.ts", words, { env: { LANDLOCKDOWN_SECRET: "secret" } });
    const measured = measure(place, start);
    const table = tableOf(measured);
    for (const { name } of COLUMNS.slice(1)) {
      const sealed = `what was closed stays closed: ${name}`;
      if (abi < documentedAbi) skip(sealed, `Landlock ABI ${documentedAbi}`);
      else {
        test(sealed, () => {
          const opened = Object.entries(table)
            .filter(([act, cells]) => cells[name] === "OPEN" && known[act]?.[name] !== "OPEN")
            .map(([act]) => act);
          assert.equal(opened, []);
          const closed = Object.values(table).filter((cells) =>
            cells[name] !== "OPEN" && cells[name] !== "-"
          );
          assert.ok(closed.length > 20, "the probe works");
        });
      }
      test(`the report says of everything open that it is: ${name}`, () => {
        const report = measured.reports[name];
        const said = [...report?.gaps ?? [], ...report?.limits ?? []].map(({ act }) => act);
        const unsaid = LEAK_ACTS.filter(({ text }) => table[text]?.[name] === "OPEN")
          .filter(({ says }) => says === undefined || !said.some((act) => act.includes(says)));
        assert.equal(unsaid.map(({ text }) => text), []);
      });
    }
  } finally {
    place.close();
  }
}
