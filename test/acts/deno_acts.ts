import type { Act } from "./act.ts";
import { manyTimes } from "./async_files.ts";
import { deno, type DenoApi, type DenoOutput } from "./globals.ts";
import { checkExit } from "./outcome.ts";

const api = deno as DenoApi;
const STREAMS = { stdout: "null", stderr: "piped" } as const;

/** Deno's own ways to files and programs. The last word of the spawning ones is a file for the program. */
export const DENO_ACTS: Record<string, Act> = {
  denoRead: (path) => manyTimes(() => api.readTextFile(path)),
  denoReadSync: (path) => api.readTextFileSync(path),
  denoWrite: (path) => api.writeTextFile(path, "changed"),
  denoOutput: async (program, path) => check(await command(program, path).output()),
  denoOutputSync: (program, path) => check(command(program, path).outputSync()),
  denoSpawn: async (program, path) => check(await command(program, path).spawn().output()),
};

function command(program: string, path: string): InstanceType<DenoApi["Command"]> {
  return new api.Command(program, { args: [path], ...STREAMS });
}

function check({ code, stderr }: DenoOutput): void {
  checkExit(code, stderr);
}
