/** What was closed stays closed, and the report says of everything open that it is: a probe tries to leave the sandbox
 * in every way we know, bare, where it must succeed, and inside. There is one in C and one through FFI; where both can
 * be run they must agree. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { kernel, type Report } from "../../mod.ts";
import { ROOT } from "../support/runtimes.ts";
import { compileC, COMPILER, hasCompiler } from "../support/compile_c.ts";
import { run, runSelf, selfCommand } from "../support/self.ts";
import { skip, skipAll } from "../support/skip.ts";
import { LEAK_ACTS } from "./acts.ts";
import { COLUMNS, measure } from "./measure.ts";
import { makePlace } from "./place.ts";
import { type Probe, probeInC, probeThroughFfi } from "./probes.ts";
import { impossibleActs, type LeakTable, printTable, readTable, tableOf } from "./table.ts";

const CONFINE = "test/leaks/confine.ts";
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
    const env = { LANDLOCKDOWN_SECRET: "secret" };
    const start = (words: readonly string[]) => runSelf(CONFINE, words, { env });
    const register = (probe: Probe) => {
      const measured = measure(place, probe, start);
      const table = tableOf(measured);
      skipAll(
        `acts of the probe in ${probe.name} are not possible on this machine without a sandbox either`,
        impossibleActs(table).map(({ text, outcome }) => `${text} (${outcome})`),
      );
      for (const { name } of COLUMNS.slice(1)) {
        registerClosed(`${name}, in ${probe.name}`, name, table);
        registerReported(`${name}, in ${probe.name}`, name, table, measured.reports[name]);
      }
      return table;
    };
    const [command, words] = selfCommand("test/leaks/ffi/probe.ts", []);
    const ffi = probeThroughFfi(place.folder, [command, ...words]);
    const throughFfi = register(ffi);
    const agree = "the probes in C and TypeScript agree";
    const without = "an act that ends its process without a sandbox too is not possible here, in both probes";
    if (!hasCompiler()) {
      for (const name of [agree, without]) {
        skip(name, `${COMPILER.command}, install the package ${COMPILER.package}`);
      }
      return;
    }
    const c = probeInC(place.folder);
    const inC = register(c);
    test(agree, () => assert.equal(throughFfi, inC));
    if (process.arch !== "x64") return skip(without, "an x86-64 processor");
    const wrapper = place.folder.at("without_32_bit");
    compileC("test/native/without_32_bit.c", wrapper);
    const tables = [c, ffi].map((probe) =>
      tableOf(measure(place, probe, (words) => {
        const [program, args] = selfCommand(CONFINE, words);
        return run([wrapper, [program, ...args]], { env });
      }))
    );
    test(without, () => {
      for (const table of tables) {
        const cells = table["a call of the 32-bit architecture"] ?? {};
        // A kernel without them does not ask the filter
        assert.match(cells["bare"] ?? "", /^SIG(SYS|SEGV)$/);
        assert.equal(Object.values(cells).slice(1), COLUMNS.slice(1).map(() => "-"));
        assert.ok(impossibleActs(table).some(({ name }) => name === "call_32_bit"));
      }
    });
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
