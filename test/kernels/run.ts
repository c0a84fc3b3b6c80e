/**
 * Boots every kernel of the matrix, has each runtime ask it for its Landlock ABI, and runs the given shell
 * commands in it:
 *
 * ```sh
 * bun test/kernels/run.ts [--kernel SERIES]... [--arch NAME]... [--package NAME]... [--deadline SECONDS]
 *   [--limit SECONDS] [--refresh] [-- "command"...]
 * ```
 *
 * Each guest is one check; each runtime in it another: its version is the wanted one, and it reads the ABI that
 * this kernel is known for; each command another: it ends with code 0. What cannot run is skipped and says why.
 */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";
import { parseArchitecture } from "./architecture.ts";
import { fetchKernel } from "./fetch_kernel.ts";
import { guestSystem } from "./guest_system.ts";
import { type Case, casesOf, type Outcome, runCase, skipCase, tableHead } from "./matrix_case.ts";
import { positive } from "./positive.ts";
import { progress } from "./progress.ts";
import { cacheFolder } from "./repository.ts";
import { findRuntimes, type Runtime } from "./runtimes.ts";
import { findSeries, matrix } from "./series.ts";
import { table } from "./table.ts";
import { Unavailable } from "./unavailable.ts";

async function main(): Promise<number> {
  const { values, positionals: commands } = parseArgs({
    allowPositionals: true,
    options: {
      kernel: { type: "string", multiple: true },
      arch: { type: "string", multiple: true, default: ["amd64", "arm64"] },
      package: { type: "string", multiple: true, default: [] },
      deadline: { type: "string", default: "300" },
      limit: { type: "string" },
      refresh: { type: "boolean", default: false },
    },
  });
  const rows = values.kernel?.map(findSeries) ?? matrix;
  const packages = values.package;
  const deadlineMilliseconds = positive("deadline", values.deadline) * 1_000;
  const limitMilliseconds = values.limit === undefined
    ? deadlineMilliseconds
    : positive("limit", values.limit) * 1_000;
  const running: Promise<Outcome>[] = [];
  let runtimes: readonly Runtime[] = [];
  for (const one of casesOf(rows, values.arch.map(parseArchitecture))) {
    const plan = () => ({ runtimes, commands, packages, deadlineMilliseconds, limitMilliseconds });
    const skip = (error: unknown) => {
      if (error instanceof Unavailable) return skipCase(one, plan(), error.message);
      throw error;
    };
    try {
      // Downloads come one after the other: they share apt's folders. Guests run meanwhile, two at once.
      runtimes = await findRuntimes(one.architecture);
      const kernel = await fetchKernel(one.series, one.architecture, { refresh: values.refresh });
      await guestSystem(one.architecture, packages);
      running.push(announce(one, runCase(one, kernel, plan()).catch(skip)));
    } catch (error) {
      running.push(Promise.resolve(skip(error)));
    }
  }
  const outcomes = await progress("Running the kernels", Promise.all(running));
  return await report(outcomes, tableHead(runtimes, commands));
}

async function announce(one: Case, work: Promise<Outcome>): Promise<Outcome> {
  const outcome = await work;
  const word = outcome.skipped ? "skipped" : outcome.failures.length > 0 ? "failed" : "passed";
  process.stderr.write(`${one.name} ${one.architecture}: ${word}\n`);
  return outcome;
}

async function report(outcomes: readonly Outcome[], head: readonly string[]): Promise<number> {
  const folder = await cacheFolder("results");
  await writeFile(join(folder, "run.json"), JSON.stringify({ head, outcomes }, null, 2) + "\n");

  const say = (text: string) => process.stdout.write(`${text}\n`);
  say(table([head, ...outcomes.map(({ cells }) => cells)]));
  for (const { skipped } of outcomes) if (skipped) say(`skipped: ${skipped}`);
  for (const failure of outcomes.flatMap(({ failures }) => failures)) say(`failed: ${failure}`);

  const count = (some: readonly Outcome[]) => some.reduce((sum, { checks }) => sum + checks, 0);
  const skipped = count(outcomes.filter((outcome) => outcome.skipped !== undefined));
  const failed = outcomes.flatMap(({ failures }) => failures).length;
  const passed = count(outcomes) - skipped - failed;
  say(`${passed} passed, ${failed} failed, ${skipped} skipped`);
  return failed === 0 ? 0 : 1;
}

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}
