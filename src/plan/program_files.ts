import { fileName } from "../linux/paths.ts";
import { type ElfFile, parseElf } from "./elf_file.ts";
import type { LibraryPath } from "./library_path.ts";
import { lookFor, type Lookup } from "../linux/lookup.ts";

/** Files a program needs before its first own instruction. Canonical paths. */
export interface ProgramFiles {
  /** The program and all interpreters: EXECUTE and READ_FILE. */
  readonly execute: ReadonlySet<string>;
  /** Shared libraries: READ_FILE. */
  readonly read: ReadonlySet<string>;
  /** Files that these name and that are neither programs nor libraries. */
  readonly left: ReadonlySet<string>;
  /** Libraries that may be read anyway, where they were followed. */
  readonly shared: ReadonlySet<string>;
  /** Symbolic links by which all of these are found. */
  readonly links: ReadonlySet<string>;
}

/** How far interpreters may lead to interpreters; the kernel stops after five, `fs/exec.c`. */
const DEEPEST_INTERPRETER = 5;
/** The kernel reads this much of a script's first line, `BINPRM_BUF_SIZE`. */
const FIRST_LINE = 256;
/** Libraries of one program, and folders to look for them in: large programs have a tenth of this. */
const MOST_LIBRARIES = 1000;
const MOST_FOLDERS = 64;

/** Follows a program to all that the kernel and the dynamic linker will open for it.
 *
 * The kernel asks for EXECUTE and READ_FILE on the program, on the interpreters its first line names, and on the
 * ELF interpreter; libraries are only read. `#!/usr/bin/env name` leads to `name` as well.
 *
 * The program itself may be what is not trusted, and names what it likes: a library or a dynamic linker has to be one,
 * and an interpreter machine code, unless PATH finds it by that name or it may be read anyway.
 *
 * @param program canonical path
 * @param findProgram looks a name up through PATH
 * @param isReadable whether a library may be read anyway; such a one needs no rule
 * @param isWritable whether a file may be written, by its canonical path; where a library may be read anyway and never
 * written, it is neither listed nor followed further
 */
export function programFiles(
  program: string,
  lookup: Lookup,
  libraries: LibraryPath,
  findProgram: (name: string) => string | undefined,
  isReadable: (path: string) => boolean,
  isWritable: (path: string) => boolean = () => false,
): ProgramFiles {
  const execute = new Set<string>();
  const read = new Set<string>();
  const left = new Set<string>();
  const shared = new Set<string>();
  const links = new Set<string>();
  addProgram(program, 0);
  return { execute, read, left, shared, links };

  function addProgram(path: string, depth: number): void {
    const canonical = fileAt(path);
    if (canonical === undefined || execute.has(canonical) || depth > DEEPEST_INTERPRETER) return;
    execute.add(canonical);
    const head = lookup.read(canonical, 0, FIRST_LINE);
    if (head === undefined) return;
    if (head[0] === 0x23 && head[1] === 0x21) { // "#!"
      for (const interpreter of interpreters(head)) addInterpreter(interpreter, depth + 1);
      return;
    }
    const elf = elfAt(canonical);
    // Statically linked: nothing else is loaded, whatever its tables name
    if (elf?.interpreter === undefined) return;
    addLinker(elf.interpreter);
    addLibraries(canonical, elf.needed, elf.runPath);
  }

  function addInterpreter(path: string, depth: number): void {
    const canonical = fileAt(path);
    if (canonical === undefined) return;
    const isProgram = lookFor(lookup, canonical)?.executable === true &&
      (elfAt(canonical)?.type ?? "other") !== "other";
    const name = fileName(path);
    if (isProgram || findProgram(name) === path || isReadable(canonical)) addProgram(path, depth);
    else left.add(canonical);
  }

  function addLinker(path: string): void {
    const canonical = fileAt(path);
    if (canonical === undefined) return;
    const elf = elfAt(canonical);
    if (elf?.type === "shared object" && elf.interpreter === undefined) execute.add(canonical);
    else left.add(canonical);
  }

  function addLibraries(user: string, needed: readonly string[], runPath: readonly string[]): void {
    const folder = user.slice(0, user.lastIndexOf("/"));
    const folders = [...new Set(runPath.map((path) => path.replace(/\$(ORIGIN|\{ORIGIN\})/g, folder)))]
      .slice(0, MOST_FOLDERS);
    for (const name of needed) {
      const found = libraries.find(name, folders);
      const canonical = found === undefined ? undefined : fileAt(found);
      if (canonical === undefined || read.has(canonical) || shared.has(canonical)) continue;
      if (isReadable(canonical) && !isWritable(canonical)) continue;
      const elf = elfAt(canonical);
      if (elf?.type !== "shared object") {
        left.add(canonical);
        continue;
      }
      if (read.size + shared.size >= MOST_LIBRARIES) {
        left.add(canonical);
        continue;
      }
      (isReadable(canonical) ? shared : read).add(canonical);
      // A library without a run path of its own inherits that of its user (DT_RPATH), which costs nothing to try
      addLibraries(canonical, elf.needed, [...elf.runPath, ...folders]);
    }
  }

  /** Nothing else is opened: a pipe would keep us waiting. */
  function fileAt(path: string): string | undefined {
    const found = lookFor(lookup, path);
    if (found?.kind !== "file") return undefined;
    for (const link of lookup.follow(path).links) links.add(link);
    return found.path;
  }

  function elfAt(path: string): ElfFile | undefined {
    return parseElf((offset, size) => lookup.read(path, offset, size) ?? new Uint8Array());
  }

  function interpreters(head: Uint8Array): string[] {
    const line = (new TextDecoder().decode(head).slice(2).split("\n")[0] as string).trim();
    const [interpreter = "", ...words] = line.split(/[ \t]+/);
    if (!interpreter.endsWith("/env")) return [interpreter];
    // Options and assignments of env(1) come before the program's name
    const name = words.find((word) => !word.startsWith("-") && !word.includes("="));
    const named = name === undefined || name.includes("/") ? name : findProgram(name);
    return named === undefined ? [interpreter] : [interpreter, named];
  }
}
