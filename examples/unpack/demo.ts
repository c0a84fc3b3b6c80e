/** Runs the unpacking service in every runtime, without lockdown and with it, over archives that try to break out,
 * looks from outside at what happened, and prints a table. `--json` prints data instead.
 *
 * Exit code 0 if every hostile act worked without lockdown and was refused with it, and all else worked in both. */
import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { constants, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { kernel, lockdown, LockdownError } from "../../mod.ts";
import { type ActGroup, actGroups } from "./acts.ts";
import { packArchives } from "./archives.ts";
import type { Kind } from "./attacks.ts";
import { compare } from "./outcome.ts";
import { printJson, printText } from "./print_result.ts";
import { type DemoRuntime, findRuntimes, runService } from "./run_service.ts";
import { makeScene } from "./scene.ts";
import type { Column } from "./table.ts";
import { findPython, findTar, type Tool } from "./tools.ts";

const QUIET_MILLISECONDS = 2000;

const { values } = parseArgs({ options: { json: { type: "boolean", default: false } } });
const started = Date.now();
const interrupted = new AbortController();
for (const signal of ["SIGHUP", "SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => interrupted.abort(signal));
}
try {
  process.exitCode = await main();
} catch (error) {
  if (interrupted.signal.aborted) {
    process.exitCode = 128 + constants.signals[interrupted.signal.reason as NodeJS.Signals];
  } else if (error instanceof LockdownError) {
    console.error(`${error.message} (${error.code})`);
    process.exitCode = 1;
  } else throw error;
}

async function main(): Promise<number> {
  const { abi } = kernel();
  if (abi === 0) lockdown({}); // restricts nothing: it throws the error that says what to do
  const tools = { tar: findTar(), tgz: findPython() };
  const kinds = (["tar", "tgz"] as const).filter((kind) => tools[kind] !== undefined);
  const { found, missing } = await findRuntimes();
  const skips = [
    ...(tools.tar === undefined ? ["GNU tar (on Debian: apt install tar)"] : []),
    ...(tools.tgz === undefined ? ["Python (on Debian: apt install python3)"] : []),
    ...missing.map((name) => `${name} (npm install)`),
  ];
  if (kinds.length === 0) {
    console.error(`Cannot unpack anything here, install at least one: ${skips.join(" or ")}`);
    return 1;
  }

  const groups = actGroups(tools);
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "landlockdown-demo-")));
  const columns: Column[] = [];
  try {
    for (const runtime of found) columns.push(await runBoth(runtime, folder, kinds, tools.tgz, groups));
  } finally {
    rmSync(folder, { recursive: true, force: true });
    progress("");
  }
  const print = values.json ? printJson : printText;
  return print({ abi, groups, columns, missing: skips }) ? 0 : 1;
}

async function runBoth(
  runtime: DemoRuntime,
  folder: string,
  kinds: readonly Kind[],
  python: Tool | undefined,
  groups: readonly ActGroup[],
): Promise<Column> {
  const run = async (name: "without" | "with") => {
    progress(`${runtime.title}, ${name} lockdown`);
    const scene = await makeScene(join(folder, `${runtime.title.replace(" ", "-")}-${name}`));
    try {
      packArchives(scene, kinds);
      const isProtected = name === "with";
      const cache = join(folder, "deno");
      return await runService(runtime, scene, { python, isProtected, cache, signal: interrupted.signal });
    } finally {
      scene.collector.close();
      scene.stranger.close();
    }
  };
  const [without, locked] = [await run("without"), await run("with")];
  const acts = groups.flatMap(({ acts }) => acts);
  // Now, since the folder is removed later
  const comparisons = new Map(acts.map((act) => [act, compare(act, without, locked)]));
  return { title: runtime.title, comparisons, without, locked };
}

/** Says what is going on, on standard error, once it takes longer than one waits in silence. */
function progress(what: string): void {
  if (!process.stderr.isTTY || Date.now() - started < QUIET_MILLISECONDS) return;
  process.stderr.write(`\r\x1b[K${what}`);
}
