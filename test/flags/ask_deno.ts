import { spawn } from "node:child_process";
import { symlinkSync } from "node:fs";
import type { PermissionQuery } from "../../src/permissions/query.ts";
import { makeFolder } from "../support/folder.ts";
import { denoExecutable } from "../support/runtimes.ts";
import { HANGS_MILLISECONDS } from "../support/hangs.ts";

/** What real Deno does with a command line. */
export type DenoAnswer =
  | { readonly refused: string }
  | { readonly states: readonly DenoState[]; readonly arguments: readonly string[] };

/** What `Deno.permissions.querySync` says, with `partial` spelled out. */
export type DenoState = "granted" | "partial" | "prompt" | "denied" | "error";

/** How Deno is started. */
export interface DenoCall {
  /** Everything after `deno`, the probe script and its arguments included. */
  readonly words: readonly string[];
  readonly directory: string;
  readonly environment?: Readonly<Record<string, string>>;
}

const PROBE_SCRIPT = `
const { questions } = QUESTIONS;
const states = questions.map((question) => {
  try {
    const { state, partial } = Deno.permissions.querySync(question);
    return partial ? "partial" : state;
  } catch {
    return "error";
  }
});
console.log("\\nANSWER " + JSON.stringify({ states, arguments: Deno.args }));
Deno.exit(0); // "deno serve" would go on
`;

/** A program that asks Deno the questions that are written in it: without permissions it could read no others. */
export function probeScript(questions: readonly PermissionQuery[]): string {
  return PROBE_SCRIPT.replace("QUESTIONS", JSON.stringify({ questions }));
}

let alias: string | undefined;

/** Deno by another name: where `node:child_process` of Deno itself sees its own path in a command, it adds -A to a
 * line without permission flags. */
function denoAlias(): string {
  if (alias === undefined) {
    const folder = makeFolder();
    process.on("exit", () => folder.remove());
    alias = folder.at("deno");
    symlinkSync(denoExecutable() as string, alias);
  }
  return alias;
}

/** Starts Deno and reads what the probe prints. */
export function askDeno({ words, directory, environment }: DenoCall): Promise<DenoAnswer> {
  const child = spawn(denoAlias(), words, {
    cwd: directory,
    env: { HOME: directory, NO_COLOR: "1", ...environment },
    stdio: ["ignore", "pipe", "pipe"],
    timeout: HANGS_MILLISECONDS,
  });
  let [output, errors] = ["", ""];
  child.stdout.on("data", (data) => output += data);
  child.stderr.on("data", (data) => errors += data);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", () => {
      const answer = /^ANSWER (.*)$/m.exec(output)?.[1];
      resolve(answer === undefined ? { refused: errors.trim() || "no answer" } : JSON.parse(answer));
    });
  });
}

/** Runs an act on every item, a few at a time; results in the order of the items. */
export async function inParallel<Item, Result>(
  items: readonly Item[],
  act: (item: Item) => Promise<Result>,
  width = 3,
): Promise<Result[]> {
  const results: Result[] = [];
  let next = 0;
  const work = async () => {
    while (next < items.length) {
      const at = next++;
      results[at] = await act(items[at] as Item);
    }
  };
  await Promise.all(Array.from({ length: width }, work));
  return results;
}
