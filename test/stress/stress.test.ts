import { test } from "uvu";
import * as assert from "uvu/assert";
import type { Churn, Churned } from "../probes/churn.ts";
import { leaksOf, printTotals, type Totals, totalsOf } from "./totals.ts";
import { untilEnded } from "../support/ended.ts";
import { makeFolder } from "../support/folder.ts";
import { findProgram } from "../support/programs.ts";
import { startSelf } from "../support/self.ts";

/** lockdown() at random moments, amid Workers that come and go, reads on every pool thread and children: each closes
 * one more file, and no read of it that starts afterwards may succeed. `LANDLOCKDOWN_STRESS` sets the number of
 * processes. */

/** Of the kernel's 16 layers. */
const LOCKDOWNS = 15;
const DEFAULT_PROCESSES = 14;
const AT_ONCE = 3;

const processes = processesFrom(process.env["LANDLOCKDOWN_STRESS"]);
const names = Array.from({ length: LOCKDOWNS }, (_, index) => `secret ${index}`);
const folder = makeFolder(Object.fromEntries(names.map((name) => [name, "secret"])));
const cat = findProgram("cat");
if (cat === undefined) throw new Error('Cannot find the program "cat" in PATH');
const churn = { secrets: names.map((name) => folder.at(name)), cat, pause: 40 };

test("without lockdown every way of reading goes on", async () => {
  const totals = await run(1, false);
  for (const { way, before, after } of totals.ways) {
    assert.ok(before.succeeded > 0 && after.succeeded > 0, way);
    assert.equal(before.denied + after.denied, 0, way);
  }
});

test(`no read that starts after lockdown() succeeds, ${processes * LOCKDOWNS} times`, async () => {
  const totals = await run(processes, true);
  console.log(`\n${printTotals(totals)}`);
  assert.is(totals.lockdowns, processes * LOCKDOWNS);
  assert.is(leaksOf(totals), 0, "leaks");
  for (const { way, before, after } of totals.ways) {
    const tried = before.succeeded >= totals.lockdowns && after.denied >= totals.lockdowns;
    assert.ok(tried, `${way}: tried before and after every lockdown`);
  }
});

test.after(() => folder.remove());
test.run();

function processesFrom(text = String(DEFAULT_PROCESSES)): number {
  const number = Number(text);
  if (Number.isInteger(number) && number > 0) return number;
  throw new RangeError(`Cannot use LANDLOCKDOWN_STRESS="${text}": set a whole number above 0`);
}

/** Runs processes, a few at a time. */
async function run(count: number, confined: boolean): Promise<Totals> {
  const results: Churned[] = [];
  let started = 0;
  await Promise.all(Array.from({ length: AT_ONCE }, async () => {
    while (started++ < count) results.push(await runOne(confined));
  }));
  return totalsOf(results);
}

/** A dot for whoever waits for this file. */
function showProgress(): void {
  process.stderr.write(".");
}

async function runOne(confined: boolean): Promise<Churned> {
  const job: Churn = { ...churn, confined };
  const child = startSelf("test/probes/churn.ts", [JSON.stringify(job)]);
  const { code, signal, stdout, stderr } = await untilEnded(child, { onProgress: showProgress });
  if (code === 0) return JSON.parse(stdout) as Churned;
  throw new Error(
    `A process ended with exit code ${code}, signal ${signal}: ${JSON.stringify(job)}\n${stdout}${stderr}`,
  );
}
