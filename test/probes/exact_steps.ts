/** Runs the steps of a case, each in a command of its own, in one sandbox, and prints its report and their output. */
import { spawnSync } from "node:child_process";
import { lockdown, LockdownError, Sandbox } from "../../mod.ts";
import type { Case } from "../exact/cases.ts";

/** What to run, and by what. */
export interface Steps extends Pick<Case, "read" | "write" | "steps"> {
  readonly way: "spawnSync" | "argv" | "lockdown";
}

const { read, write, steps, way } = JSON.parse(process.argv[2] ?? "") as Steps;
const run = ["sh", "cat", "mv", "ln", "rm", "rmdir", "mkdir"];
const permissions = { read: asPermission(read), write: asPermission(write), run };
const sandbox = way === "lockdown" ? undefined : new Sandbox(permissions);
const report = sandbox?.report ?? lockdown(permissions);
const output = steps.map((step) => {
  try {
    return start(step);
  } catch (error) {
    if (error instanceof LockdownError) return error.message;
    throw error;
  }
});
console.log(JSON.stringify({ grants: report.grants, output: output.join("") }));
sandbox?.close();

function start(step: string): string {
  const options = { encoding: "utf8" } as const;
  if (sandbox === undefined) return text(spawnSync("sh", ["-c", step], options));
  if (way === "spawnSync") return text(sandbox.spawnSync("sh", ["-c", step], options));
  const [path, ...words] = sandbox.argv("sh", ["-c", step]);
  return text(spawnSync(path as string, words, options));
}

function asPermission({ allow, deny = [] }: Case["read"]) {
  return { allow: [...allow], deny: [...deny] };
}

function text({ stdout, stderr }: { stdout: unknown; stderr: unknown }): string {
  return `${String(stdout)}${String(stderr)}`;
}
