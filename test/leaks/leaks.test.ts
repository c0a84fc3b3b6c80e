/** What was closed stays closed, and the report says of everything open that it is: a probe tries to leave the sandbox
 * in every way we know, bare, where it must succeed, and inside. There is one in C and one through FFI; where both can
 * be run they must agree. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { kernel, type Report } from "../../mod.ts";
import { ROOT } from "../support/runtimes.ts";
import { COMPILER, hasCompiler } from "../support/compile_c.ts";
import { runSelf, selfCommand } from "../support/self.ts";
import { skip } from "../support/skip.ts";
import { LEAK_ACTS } from "./acts.ts";
import { COLUMNS, measure } from "./measure.ts";
import { makePlace } from "./place.ts";
import { type Probe, probeInC, probeThroughFfi } from "./probes.ts";
import { type LeakTable, printTable, readTable, tableOf } from "./table.ts";

const document = readFileSync(join(ROOT, "docs/leaks.md"), "utf8");
const known = readTable(document);
const documentedAbi = Number(/^## Landlock ABI (\d+)/m.exec(document)?.[1]);
const { abi } = kernel();
test("the table in docs/leaks.md has every act and every column", () => {
  assert.equal(Object.keys(known), LEAK_ACTS.map(({ text }) => text));
  for (const cells of Object.values(known)) assert.equal(Object.keys(cells), COLUMNS.map(({ name }) => name));
  assert.ok(document.includes(printTable(known)));
});

if (abi === 0) skip("what was closed stays closed", "a kernel with Landlock");
else await registerMeasured();

test.run();

async function registerMeasured(): Promise<void> {
  const place = await makePlace();
  try {
    const start = (words: readonly string[]) =>
      runSelf("test/leaks/confine.ts", words, { env: { LANDLOCKDOWN_SECRET: "secret" } });
    const register = (probe: Probe) => {
      const measured = measure(place, probe, start);
      const table = tableOf(measured);
      for (const { name } of COLUMNS.slice(1)) {
        registerClosed(`${name}, in ${probe.name}`, name, table);
        registerReported(`${name}, in ${probe.name}`, name, table, measured.reports[name]);
      }
      return table;
    };
    const [command, words] = selfCommand("test/leaks/ffi/probe.ts", []);
    const throughFfi = register(probeThroughFfi(place.folder, [command, ...words]));
    const agree = "the probes in C and TypeScript agree";
    if (!hasCompiler()) return skip(agree, `${COMPILER.command}, install the package ${COMPILER.package}`);
    const inC = register(probeInC(place.folder));
    test(agree, () => assert.equal(throughFfi, inC));
  } finally {
    place.close();
  }
}

function registerClosed(title: string, column: string, table: LeakTable): void {
  const sealed = `what was closed stays closed: ${title}`;
  if (abi < documentedAbi) return skip(sealed, `Landlock ABI ${documentedAbi}`);
  test(sealed, () => {
    const opened = Object.entries(table)
      .filter(([act, cells]) => cells[column] === "OPEN" && known[act]?.[column] !== "OPEN")
      .map(([act]) => act);
    assert.equal(opened, []);
    const closed = Object.values(table).filter((cells) => cells[column] !== "OPEN" && cells[column] !== "-");
    assert.ok(closed.length > 20, "the probe works");
  });
}

function registerReported(
  title: string,
  column: string,
  table: LeakTable,
  report: Report | undefined,
): void {
  test(`the report says of everything open that it is: ${title}`, () => {
    const said = [...report?.gaps ?? [], ...report?.limits ?? []].map(({ act }) => act);
    const unsaid = LEAK_ACTS.filter(({ text }) => table[text]?.[column] === "OPEN")
      .filter(({ says }) => says === undefined || !said.some((act) => act.includes(says)));
    assert.equal(unsaid.map(({ text }) => text), []);
  });
}
