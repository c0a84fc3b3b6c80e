import type { Place, Step } from "../acts/act.ts";
import { UNNAMED } from "../acts/outcome.ts";
import type { RuntimeName } from "../support/self.ts";
import type { Places } from "./places.ts";
import type { Surroundings } from "./surroundings.ts";

/** Native programs the acts start; `undefined` where one is not installed. */
export interface Programs {
  readonly sh: string;
  readonly cat: string;
  readonly python: string | undefined;
  /** Compiled from `test/probes/read_file.c`. */
  readonly reader: string | undefined;
}

/** Something the machine must have for an act. */
export type Need = "python" | "reader" | "ipv6";

/** One fact: what fails inside, with which error, and what still works there. Without lockdown all of it works. */
export interface Row {
  readonly fact: string;
  readonly denied: readonly Step[];
  readonly errno: string;
  readonly allowed: readonly Step[];
  readonly needs?: readonly Need[] | undefined;
  /** The runtime that has this; all if left out. */
  readonly only?: readonly RuntimeName[] | undefined;
  /** The first Landlock ABI that denies it; 1 if left out. */
  readonly abi?: number | undefined;
}

/** Every act on the main thread. */
export function mainTable(places: Places, programs: Programs, around: Surroundings): Row[] {
  return [
    ...readingRows(places),
    ...writingRows(places),
    ...childRows(places, programs),
    ...executionRows(places, programs),
    ...networkRows(programs, around),
    ...outsideRows(places, programs, around),
  ];
}

function step(act: string, ...words: (string | number)[]): Step {
  return { act, words: words.map(String), on: "main" };
}

function readingRows({ secret, readable, writable }: Places): Row[] {
  const reads = (fact: string, act: string, name = "text", only?: RuntimeName[]): Row => ({
    fact: `${fact} fails outside of what may be read`,
    denied: [step(act, `${secret}/${name}`), step(act, `${writable}/${name}`)],
    errno: "EACCES",
    allowed: [step(act, `${readable}/${name}`)],
    only,
  });
  return [
    reads("fs.readFileSync", "readSync"),
    reads("fs.readdirSync", "listSync", "."),
    reads("fs.promises.readFile on every pool thread", "readAsync"),
    reads("fs.readFile on every pool thread", "readCallback"),
    reads("fs.createReadStream on every pool thread", "readStream"),
    reads("Deno.readTextFile on every pool thread", "denoRead", "text", ["deno"]),
    reads("Deno.readTextFileSync", "denoReadSync", "text", ["deno"]),
    reads("Bun.file().text() on every pool thread", "bunFile", "text", ["bun"]),
    reads('fetch("file://…")', "fetchFile", "text", ["bun", "deno"]),
    reads("import() of a path made at run time", "importModule", "module.mjs", ["node", "deno"]),
    reads("a native openat", "nativeOpen"),
    {
      fact: "a symbolic link leads nowhere it may not be read",
      denied: [
        step("readSync", `${readable}/link-to-secret`),
        step("readAsync", `${readable}/link-to-writable`),
      ],
      errno: "EACCES",
      allowed: [step("readSync", `${readable}/link-to-readable`)],
    },
    {
      fact: "fs.copyFile copies nothing that may not be read",
      denied: [
        step("copySync", `${secret}/text`, `${writable}/copy-1`),
        step("copyAsync", `${secret}/text`, `${writable}/copy-2`),
      ],
      errno: "EACCES",
      allowed: [
        step("copySync", `${readable}/text`, `${writable}/copy-3`),
        step("copyAsync", `${readable}/text`, `${writable}/copy-4`),
      ],
    },
  ];
}

function writingRows({ secret, readable, writable, shared }: Places): Row[] {
  const writes = (
    fact: string,
    act: string,
    words: (folder: string) => string[],
    only?: RuntimeName[],
  ): Row => ({
    fact: `${fact} fails outside of what may be written`,
    denied: [step(act, ...words(secret)), step(act, ...words(readable))],
    errno: "EACCES",
    allowed: [step(act, ...words(writable))],
    only,
  });
  return [
    writes("fs.writeFileSync", "writeSync", (folder) => [`${folder}/text`]),
    writes("fs.appendFileSync", "appendSync", (folder) => [`${folder}/text`]),
    writes("creating a file", "createSync", (folder) => [`${folder}/new`]),
    writes("fs.mkdirSync", "makeFolderSync", (folder) => [`${folder}/new-folder`]),
    writes("fs.rmdirSync", "removeFolderSync", (folder) => [`${folder}/to-remove`]),
    writes("fs.unlinkSync", "unlinkSync", (folder) => [`${folder}/unlink`]),
    writes("fs.renameSync", "renameSync", (folder) => [`${folder}/rename`, `${folder}/renamed`]),
    writes("fs.symlinkSync", "symlinkSync", (folder) => ["anywhere", `${folder}/symlink`]),
    writes("fs.promises.writeFile on every pool thread", "writeAsync", (folder) => [`${folder}/text`]),
    writes("Deno.writeTextFile", "denoWrite", (folder) => [`${folder}/text`], ["deno"]),
    writes("Bun.write", "bunWrite", (folder) => [`${folder}/text`], ["bun"]),
    {
      // It opens for reading as well
      ...writes("fs.truncateSync", "truncateSync", (folder) => [`${folder}/truncate`]),
      allowed: [step("truncateSync", `${shared}/truncate`)],
    },
    {
      ...writes("a native truncate", "nativeTruncate", (folder) => [`${folder}/truncate-natively`]),
      abi: 3,
    },
    {
      fact: "a file can be moved neither in from outside nor out",
      denied: [
        step("renameSync", `${secret}/move`, `${writable}/moved-in`),
        step("renameSync", `${writable}/move`, `${readable}/moved-out`),
      ],
      errno: "EACCES",
      allowed: [step("renameSync", `${writable}/rename-2`, `${writable}/inner/moved`)],
    },
    {
      fact: "a hard link gives no rights on a file from outside",
      denied: [
        step("linkSync", `${secret}/link`, `${writable}/link-to-secret`),
        step("linkSync", `${readable}/link`, `${writable}/link-to-readable`),
      ],
      errno: "EXDEV",
      allowed: [step("linkSync", `${writable}/link`, `${writable}/inner/link`)],
      abi: 2,
    },
  ];
}

function childRows({ secret, readable, writable }: Places, programs: Programs): Row[] {
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

function executionRows(places: Places, { sh }: Programs): Row[] {
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

function networkRows({ python = "" }: Programs, around: Surroundings): Row[] {
  const { grantedPort, otherPort, grantedBindPort, otherBindPort } = around;
  const row = (fact: string, act: string, words: string[], other: number, granted: number): Row => ({
    fact,
    denied: [step(act, ...words, other)],
    errno: "EACCES",
    allowed: [step(act, ...words, granted)],
    abi: 4,
  });
  const connects = (who: string, act: string, ...words: string[]) =>
    row(`${who} connects to no TCP port but the granted one`, act, words, otherPort, grantedPort);
  const binds = (who: string, act: string, ...words: string[]) =>
    row(`${who} listens on no TCP port but the granted one`, act, words, otherBindPort, grantedBindPort);
  return [
    connects("node:net over IPv4", "connect", "127.0.0.1"),
    { ...connects("node:net over IPv6", "connect", "::1"), needs: ["ipv6"] },
    { ...connects("a Python program over IPv4", "pythonConnects", python, "127.0.0.1"), needs: ["python"] },
    { ...connects("a Python program over IPv6", "pythonConnects", python, "::1"), needs: ["python", "ipv6"] },
    binds("node:net over IPv4", "bind", "127.0.0.2"),
    { ...binds("node:net over IPv6", "bind", "::1"), needs: ["ipv6"] },
    { ...binds("a Python program over IPv4", "pythonBinds", python, "127.0.0.2"), needs: ["python"] },
    { ...binds("a Python program over IPv6", "pythonBinds", python, "::1"), needs: ["python", "ipv6"] },
  ];
}

/** Other processes and their sockets. */
function outsideRows({ readable, secret }: Places, programs: Programs, around: Surroundings): Row[] {
  const { sh, python = "" } = programs;
  const { abstract, outsider } = around;
  return [
    {
      fact: "a native connect reaches no abstract UNIX socket from outside",
      denied: [step("nativeConnectAbstract", abstract)],
      errno: "EPERM",
      allowed: [step("nativeConnectOwnAbstract", `${abstract}-own`)],
      abi: 6,
    },
    {
      fact: "a Python program reaches no abstract UNIX socket from outside",
      denied: [step("pythonConnectsAbstract", python, abstract, "other")],
      errno: "EPERM",
      allowed: [step("pythonConnectsAbstract", python, `${abstract}-python`, "own")],
      needs: ["python"],
      abi: 6,
    },
    {
      fact: "process.kill sends no signal to a process outside",
      denied: [step("signal", outsider)],
      errno: "EPERM",
      allowed: [step("signal", "own")],
      abi: 6,
    },
    {
      fact: "a native kill sends no signal to a process outside",
      denied: [step("nativeKill", outsider)],
      errno: "EPERM",
      allowed: [step("signal", "own")],
      abi: 6,
    },
    {
      fact: "a shell sends no signal to a process outside, but to itself and its parent",
      denied: [step("shellSignals", sh, outsider)],
      errno: "EPERM",
      allowed: [step("shellSignals", sh, "$$"), step("shellSignals", sh, "$PPID")],
      abi: 6,
    },
    {
      fact: "/proc gives no way to what another process may read",
      denied: [
        step("readSync", `/proc/${outsider}/environ`),
        step("readSync", `/proc/${outsider}/root${secret}/text`),
        step("readAsync", `/proc/self/root${secret}/text`),
      ],
      errno: "EACCES",
      allowed: [step("readSync", "/proc/self/environ"), step("readSync", `/proc/self/root${readable}/text`)],
    },
  ];
}

/** What differs when nothing has happened before lockdown. */
export function coldTable({ secret, writable, readable }: Places): Row[] {
  return [{
    fact: "import() of a path made at run time fails outside of what may be read",
    denied: [step("importModule", `${secret}/module.mjs`), step("importModule", `${writable}/module.mjs`)],
    // Bun lists the folder first, and what it cannot list it does not find
    errno: UNNAMED,
    allowed: [step("importModule", `${readable}/module.mjs`)],
    only: ["bun"],
  }];
}

/** What needs something to have happened before lockdown. */
export function warmTable({ secret, readable }: Places): Row[] {
  return [{
    fact: "import() of a neighbour of an imported module fails outside of what may be read",
    denied: [step("importModule", `${secret}/modules/neighbour.mjs`)],
    errno: "EACCES",
    allowed: [step("importModule", `${readable}/modules/neighbour.mjs`)],
  }];
}

/** What a Worker tries, made before lockdown or after. */
export function workerTable(places: Places, { cat }: Programs, on: Exclude<Place, "main">): Row[] {
  const { secret, readable, writable } = places;
  const [kind, when] = on.split(" ") as ["thread" | "web", "before" | "after"];
  const who = `${kind === "web" ? "a web Worker" : "a Worker"} made ${when} lockdown`;
  const row = (what: string, act: string, words: (path: string) => string[]): Row => ({
    fact: `${who} ${what}`,
    denied: [secret, writable].map((folder) => ({ act, words: words(`${folder}/text`), on })),
    errno: "EACCES",
    allowed: [{ act, words: words(`${readable}/text`), on }],
    only: kind === "web" ? ["bun", "deno"] : undefined,
  });
  return [
    row("reads nothing else synchronously", "readSync", (path) => [path]),
    row("reads nothing else through the pool", "readAsync", (path) => [path]),
    row("reads nothing else by a child", "spawnSync", (path) => [cat, path]),
    row("reads nothing else by a native openat", "nativeOpen", (path) => [path]),
  ];
}
