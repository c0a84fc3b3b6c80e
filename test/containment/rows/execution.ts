import { UNNAMED } from "../../acts/outcome.ts";
import type { Places } from "../places.ts";
import { type Programs, type Row, step } from "../row.ts";

/** Which programs can be started at all. */
export function executionRows(places: Places, { sh }: Programs): Row[] {
  const { secret, readable, writable, program } = places;
  const ungranted = [`${secret}/program`, `${readable}/ungranted`, `${writable}/ungranted`];
  const runs = (fact: string, act: string, words: (program: string) => string[]): Row => ({
    fact: `${fact} starts no program but those granted, readable or not`,
    denied: ungranted.map((path) => step(act, ...words(path))),
    errno: "EACCES",
    allowed: [step(act, ...words(program))],
  });
  const direct = runs("child_process.spawnSync", "spawnSync", (path) => [path, "-c", "exit 0"]);
  return [
    // Deno's spawnSync does not say why it could not start a program
    { ...direct, only: ["node", "bun"] },
    { ...direct, errno: UNNAMED, only: ["deno"] },
    runs("child_process.spawn", "spawn", (path) => [path, "-c", "exit 0"]),
    runs("a shell", "shell", (path) => [sh, path, "-c", "exit 0"]),
    ...(["deno", "other"] as const).map((runtime): Row => ({
      fact: "what was just written cannot be executed",
      denied: [
        step("writeThenRun", program, `${writable}/written`),
        step("writeScriptThenRun", sh, `${writable}/script`),
      ],
      errno: runtime === "deno" ? UNNAMED : "EACCES",
      allowed: [step("copySync", program, `${writable}/written-only`)],
      only: runtime === "deno" ? ["deno"] : ["node", "bun"],
    })),
  ];
}
