/**
 * Boots every kernel of the matrix and tries in it, in each runtime, whether what the reports claim is what is so;
 * compares the result with the table in docs/kernels.md. See `USAGE`.
 *
 * Each guest is one check, each runtime in it another, and so is each command. What cannot run is skipped and says
 * why.
 */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";
import { parseArgs, styleText } from "node:util";
import { ACT_ROWS } from "./acts/act_rows.ts";
import { parseArchitecture } from "./architecture.ts";
import { limitFor } from "./boot.ts";
import { columnOf, differences, DOCUMENT, readDocument, writeDocument } from "./document.ts";
import { fetchKernel } from "./fetch_kernel.ts";
import { guestSystem } from "./guest_system.ts";
import { type Case, casesOf, type Outcome, runCase, skipCase } from "./matrix_case.ts";
import { setUp } from "../setup.ts";
import { positive } from "./positive.ts";
import { progress } from "./progress.ts";
import { cacheFolder } from "./repository.ts";
import { findRuntimes, type Runtime } from "./runtimes.ts";
import { COMPUTED, findSeries, matrix } from "./series.ts";
import { table } from "./table.ts";
import { runOnThisMachine } from "./this_machine.ts";
import { Unavailable } from "./unavailable.ts";

const USAGE = `Usage: npm run test:kernels -- [options] [-- "command" ...]

Commands run in every guest, as root, in its copy of this repository, after everything else.

  --kernel SERIES     only this one, such as 5.10, 6.1, 7.3, or newest; may be repeated
  --arch NAME         only amd64 or arm64; may be repeated
  --guests-only       leave out the machine we are on
  --write             put the result into ${DOCUMENT} instead of comparing
  --json              print the result as JSON
  --package NAME      one more Debian package for the guests, such as strace; may be repeated
  --deadline SECONDS  how long a guest may take for one step (default 600)
  --limit SECONDS     what one command may take (default: a little less)
  --refresh           look for newer kernels now, not once a day
`;

async function main(): Promise<number> {
  const { values, positionals: commands } = parseArgs({
    allowPositionals: true,
    options: {
      kernel: { type: "string", multiple: true },
      arch: { type: "string", multiple: true, default: ["amd64", "arm64"] },
      "guests-only": { type: "boolean", default: false },
      write: { type: "boolean", default: false },
      json: { type: "boolean", default: false },
      package: { type: "string", multiple: true, default: [] },
      deadline: { type: "string", default: "600" },
      limit: { type: "string" },
      refresh: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) {
    process.stdout.write(USAGE);
    return 0;
  }
  setUp({ nodes: true });
  const deadlineMilliseconds = positive("deadline", values.deadline) * 1_000;
  const limitMilliseconds = values.limit === undefined
    ? limitFor(deadlineMilliseconds)
    : positive("limit", values.limit) * 1_000;
  const cases = casesOf(values.kernel?.map(findSeries) ?? matrix, values.arch.map(parseArchitecture));
  const announce = (outcome: Outcome) => {
    // Line by line as they come: what is done stays done when a later one is stopped
    process.stderr.write(inOneLine(outcome));
    if (values.write) writeDocument([outcome]);
    return outcome;
  };
  const guests = await runGuests(cases, {
    commands,
    packages: values.package,
    deadlineMilliseconds,
    limitMilliseconds,
    refresh: values.refresh,
    announce,
  });
  const outcomes = [...guests, ...(values["guests-only"] ? [] : [announce(runOnThisMachine())])];
  return await report(outcomes, values.write ? [] : changes(outcomes), values.json);
}

interface GuestOptions {
  readonly commands: readonly string[];
  readonly packages: readonly string[];
  readonly deadlineMilliseconds: number;
  readonly limitMilliseconds: number;
  readonly refresh: boolean;
  readonly announce: (outcome: Outcome) => Outcome;
}

async function runGuests(cases: readonly Case[], options: GuestOptions): Promise<Outcome[]> {
  const running: Promise<Outcome>[] = [];
  let runtimes: readonly Runtime[] = [];
  for (const one of cases) {
    const plan = () => ({ runtimes, ...options });
    const skip = (error: unknown) => {
      if (error instanceof Unavailable) return skipCase(one, plan(), error.message);
      throw error;
    };
    try {
      // Downloads come one after the other: they share apt's folders. Guests run meanwhile, two at once.
      runtimes = await findRuntimes(one.architecture);
      const kernel = await fetchKernel(one.series, one.architecture, { refresh: options.refresh });
      await guestSystem(one.architecture, options.packages);
      running.push(runCase(one, kernel, plan()).catch(skip).then(options.announce));
    } catch (error) {
      running.push(Promise.resolve(options.announce(skip(error))));
    }
  }
  return await progress("Running the kernels", Promise.all(running));
}

function inOneLine({ name, skipped, failures, totalMilliseconds }: Outcome): string {
  const word = skipped
    ? styleText("yellow", "skipped")
    : failures.length > 0
    ? styleText("red", "failed")
    : "passed";
  return `${name}: ${word} after ${(totalMilliseconds / 1_000).toFixed(1)} s\n`;
}

function changes(outcomes: readonly Outcome[]): string[] {
  const columns = readDocument();
  return outcomes.filter(({ skipped }) => skipped === undefined)
    .flatMap((outcome) => differences(columns, outcome));
}

async function report(
  outcomes: readonly Outcome[],
  changes: readonly string[],
  json: boolean,
): Promise<number> {
  const count = (some: readonly Outcome[]) => some.reduce((sum, { checks }) => sum + checks, 0);
  const failures = [...outcomes.flatMap(({ failures }) => failures), ...changes];
  const skipped = count(outcomes.filter((outcome) => outcome.skipped !== undefined));
  const failed = outcomes.filter(({ failures }) => failures.length > 0).length + (changes.length > 0 ? 1 : 0);
  const totals = { passed: count(outcomes) - skipped - failed, failed, skipped };
  const text = JSON.stringify({ totals, computed: COMPUTED, outcomes, failures }, null, 2);
  await writeFile(join(await cacheFolder("results"), "run.json"), `${text}\n`);
  process.stdout.write(json ? `${text}\n` : inWords(outcomes, failures, totals));
  return failures.length === 0 && totals.passed > 0 ? 0 : 1;
}

function inWords(
  outcomes: readonly Outcome[],
  failures: readonly string[],
  totals: Readonly<Record<"passed" | "failed" | "skipped", number>>,
): string {
  const seconds = (milliseconds: number | undefined) =>
    milliseconds === undefined ? "-" : `${(milliseconds / 1_000).toFixed(1)} s`;
  const tried = outcomes.filter(({ skipped }) => skipped === undefined);
  const acts = ["act", ...tried.map(({ name }) => name)];
  const columns = tried.map(columnOf);
  return [
    table([
      acts,
      ...ACT_ROWS.map(({ title }) => [title, ...columns.map((column) => column.get(title) ?? "")]),
    ]),
    "",
    table([
      ["kernel", "release", "abi", "errata", "threads", "boot", "total", "result"],
      ...outcomes.map((one) => [
        one.name,
        one.release,
        one.abi,
        one.errata,
        one.threads,
        seconds(one.bootMilliseconds),
        seconds(one.totalMilliseconds),
        one.skipped ? "skipped" : one.failures.length > 0 ? "failed" : "ok",
      ]),
    ]),
    "",
    `Not run but computed, because no packaged kernel has them: ABI ${COMPUTED.join(", ")}`,
    ...outcomes.flatMap(({ skipped }) => skipped ? [`skipped: ${skipped}`] : []),
    ...failures.map((failure) => `failed: ${failure}`),
    `${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`,
    "",
  ].join("\n");
}

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}
