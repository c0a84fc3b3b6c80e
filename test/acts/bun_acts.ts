import type { Act } from "./act.ts";
import { manyTimes } from "./async_files.ts";
import { bun, type BunApi } from "./globals.ts";
import { checkExit } from "./outcome.ts";

const api = bun as BunApi;
const STREAMS = { stdout: "ignore", stderr: "pipe" } as const;

/** Bun's own ways to files and programs. The last word of the spawning ones is a file for the program. */
export const BUN_ACTS: Record<string, Act> = {
  bunFile: (path) => manyTimes(() => api.file(path).text()),
  bunWrite: (path) => api.write(path, "changed"),
  bunSpawn: async (program, path) => {
    const child = api.spawn([program, path], STREAMS);
    const complaint = await new Response(child.stderr).text();
    checkExit(await child.exited, complaint);
  },
  bunSpawnSync: (program, path) => {
    const { exitCode, stderr } = api.spawnSync([program, path], STREAMS);
    checkExit(exitCode, stderr);
  },
  bunShell: async (program, path) => {
    const { exitCode, stderr } = await api.$`${program} ${path}`.nothrow().quiet();
    checkExit(exitCode, stderr);
  },
};
