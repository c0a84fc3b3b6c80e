/** Tries paths through the runtime's own API and through a child, and prints what succeeded: `bridge <JSON list>`. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

const paths = JSON.parse(process.argv[2] as string) as string[];
const deno = (globalThis as unknown as { Deno?: DenoApi }).Deno;

interface DenoApi {
  readonly Command: new (
    program: string,
    options: { args: readonly string[]; stdout: "null"; stderr: "null" },
  ) => {
    outputSync(): { readonly success: boolean };
  };
}

const succeeds = (act: () => boolean): boolean => {
  try {
    return act();
  } catch {
    return false;
  }
};
const js = paths.filter((path) => succeeds(() => readFileSync(path).length >= 0));
const child = paths.filter((path) =>
  succeeds(() =>
    deno === undefined
      ? spawnSync("cat", [path]).status === 0
      : new deno.Command("cat", { args: [path], stdout: "null", stderr: "null" }).outputSync().success
  )
);
console.log(JSON.stringify({ js, child }));
