import type { RuntimeName } from "../../support/self.ts";
import type { Places } from "../places.ts";
import { type Programs, type Row, step } from "../row.ts";

/** Files, by programs that are started in every way there is. */
export function childRows({ secret, readable, writable }: Places, programs: Programs): Row[] {
  const { sh, cat, python = "", reader = "" } = programs;
  const reads = (fact: string, act: string, words: (path: string) => string[]): Row => ({
    fact: `${fact} cannot read outside of what may be read`,
    denied: [step(act, ...words(`${secret}/text`)), step(act, ...words(`${writable}/text`))],
    errno: "EACCES",
    allowed: [step(act, ...words(`${readable}/text`))],
  });
  const byCat = (fact: string, act: string, only?: RuntimeName[]): Row => ({
    ...reads(`a child of ${fact}`, act, (path) => [cat, path]),
    only,
  });
  return [
    byCat("child_process.spawnSync", "spawnSync"),
    byCat("child_process.spawn", "spawn"),
    byCat("child_process.execFile", "execFile"),
    byCat("child_process.exec", "exec"),
    reads("a child of a shell", "shell", (path) => [sh, cat, path]),
    reads("a grandchild, by a shell in a shell,", "shellInShell", (path) => [sh, cat, path]),
    byCat("Deno.Command.output", "denoOutput", ["deno"]),
    byCat("Deno.Command.outputSync", "denoOutputSync", ["deno"]),
    byCat("Deno.Command.spawn", "denoSpawn", ["deno"]),
    byCat("Bun.spawn", "bunSpawn", ["bun"]),
    byCat("Bun.spawnSync", "bunSpawnSync", ["bun"]),
    byCat("Bun.$", "bunShell", ["bun"]),
    { ...reads("a Python program", "pythonReads", (path) => [python, path]), needs: ["python"] },
    { ...reads("a program in C", "spawnSync", (path) => [reader, path]), needs: ["reader"] },
    {
      fact: "a shell cannot write outside of what may be written",
      denied: [step("shellWrites", sh, `${secret}/text`), step("shellWrites", sh, `${readable}/text`)],
      errno: "EACCES",
      allowed: [step("shellWrites", sh, `${writable}/text`)],
    },
  ];
}
