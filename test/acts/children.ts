import {
  type ChildProcess,
  exec,
  execFile,
  type ExecFileException,
  spawn,
  spawnSync,
} from "node:child_process";
import { chmodSync, copyFileSync, writeFileSync } from "node:fs";
import type { Act } from "./act.ts";
import { checkExit, UNNAMED } from "./outcome.ts";

/** Programs, by `node:child_process`. Words: the program, then its arguments. */
export const CHILD_ACTS: Record<string, Act> = {
  spawnSync: (program, ...words) => runSync(program, words),
  spawn: (program, ...words) => run(spawn(program, words, { stdio: ["ignore", "ignore", "pipe"] })),
  execFile: (program, ...words) =>
    new Promise<void>((resolve, reject) =>
      execFile(program, words, (error, _stdout, stderr) => settle(error, stderr, resolve, reject))
    ),
  exec: (...words) =>
    new Promise<void>((resolve, reject) =>
      exec(words.map(quote).join(" "), (error, _stdout, stderr) => settle(error, stderr, resolve, reject))
    ),
  /** `sh -c 'program words'` */
  shell: (shell, ...words) => runSync(shell, ["-c", words.map(quote).join(" ")]),
  /** A grandchild: a shell started by a shell starts the program. */
  shellInShell: (shell, ...words) => {
    const inner = `${quote(shell)} -c ${quote(words.map(quote).join(" "))}; exit $?`;
    runSync(shell, ["-c", inner]);
  },
  shellWrites: (shell, path) => runSync(shell, ["-c", `echo changed > ${quote(path)}`]),
  /** Words: signal 0 to a process id, or to `$$` and the like. */
  shellSignals: (shell, target) => runSync(shell, ["-c", `kill -0 ${target}`]),
  writeThenRun: (from, to) => {
    copyFileSync(from, to);
    chmodSync(to, 0o755);
    runSync(to, ["-c", "exit 0"]);
  },
  writeScriptThenRun: (shell, to) => {
    writeFileSync(to, `#!${shell}\nexit 0\n`, { mode: 0o755 });
    runSync(to, []);
  },
};

function runSync(program: string, words: readonly string[]): void {
  const { error, status, stderr } = spawnSync(program, words, { stdio: ["ignore", "ignore", "pipe"] });
  if (error !== undefined) throw error;
  // Deno returns an empty object when a program may not be executed
  if (status === undefined) throw new Error(UNNAMED);
  checkExit(status, stderr);
}

/** Waits for the end of a child. */
export function run(child: ChildProcess): Promise<void> {
  let complaint = "";
  child.stderr?.on("data", (data) => complaint += data);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => {
      try {
        resolve(checkExit(code, complaint));
      } catch (error) {
        reject(error);
      }
    });
  });
}

function settle(
  error: ExecFileException | null,
  stderr: string,
  resolve: () => void,
  reject: (error: Error) => void,
): void {
  if (error === null) resolve();
  // A text means that the program could not be started; a number is its exit code
  else reject(typeof error.code === "string" ? error : new Error(`exit code ${error.code}: ${stderr}`));
}

function quote(word: string): string {
  return `'${word.replaceAll("'", "'\\''")}'`;
}
