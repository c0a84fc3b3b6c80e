import { spawn } from "node:child_process";
import { chmodSync, copyFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Folder } from "../../support/folder.ts";
import { findProgram } from "../../support/programs.ts";
import { ROOT } from "../../support/runtimes.ts";

/** The neighbour that `outside.py` is. */
export interface Outside {
  /** What it prints: a socket's path, an abstract socket's name, TCP ports, a UDP port and its process id. */
  readonly words: readonly string[];
  /** The TCP port that is granted. */
  readonly grantedPort: number;
}

/** Where acts happen once: they use their files up. */
export interface ActPlaces {
  /** Nothing in here is granted. */
  readonly secret: string;
  /** Granted for reading and writing. */
  readonly granted: string;
  /** A program that may be run, and read. */
  readonly program: string;
  readonly outside: Outside;
}

const FILES = ["file", "delete", "move", "truncate"];

/** A program by its name in PATH; an error where there is none. */
export function requireProgram(name: string): string {
  const path = findProgram(name);
  if (path === undefined) throw new Error(`Cannot find the program "${name}" in PATH`);
  return path;
}

/** Makes the places for one round of acts in a folder. */
export function makeActPlaces(folder: Folder, round: string, outside: Outside): ActPlaces {
  const at = (name: string) => folder.at(`${round}/${name}`);
  for (const name of ["secret", "granted"].flatMap((where) => FILES.map((file) => `${where}/${file}`))) {
    folder.write(`${round}/${name}`, "content");
  }
  mkdirSync(at("granted/inner"));
  for (const program of [at("secret/program"), at("tool")]) {
    copyFileSync(requireProgram("true"), program);
    chmodSync(program, 0o755);
  }
  return { secret: at("secret"), granted: at("granted"), program: at("tool"), outside };
}

/** A program in Python of this folder, as arguments of an interpreter that looks at nothing of the user's. */
export function pythonArguments(name: "acts.py" | "outside.py", words: readonly string[]): string[] {
  return ["-I", "-S", pythonProgram(name), ...words];
}

/** The path of a program in Python of this folder. */
export function pythonProgram(name: "acts.py" | "outside.py"): string {
  return join(ROOT, "test/kernels/acts", name);
}

/** Places as `acts.py` takes them. */
export function wordsOf({ secret, granted, program, outside }: ActPlaces): string[] {
  return [secret, granted, program, ...outside.words];
}

/** Starts the neighbour, which removes the folder in the end: a confined process could not. */
export async function startOutside(
  python: string,
  folder: Folder,
): Promise<{ outside: Outside; close(): void }> {
  const child = spawn(python, pythonArguments("outside.py", [folder.path]), {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const line = await new Promise<string>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => reject(new Error(`The neighbour ended with code ${code}`)));
    child.stdout.once("data", (data) => resolve(String(data)));
  });
  const words = line.trim().split(" ");
  return { outside: { words, grantedPort: Number(words[2]) }, close: () => void child.stdin.end() };
}
