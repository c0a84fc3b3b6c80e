import { fileName } from "../linux/paths.ts";
import { type ElfFile, parseElf } from "./elf_file.ts";
import type { LibraryPath } from "./library_path.ts";
import { sealClass } from "../javascript/seal_class.ts";
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
  const files = new FollowedFiles(lookup, libraries, findProgram, isReadable, isWritable);
  files.addProgram(program, 0);
  return files;
}

class FollowedFiles implements ProgramFiles {
  readonly execute: Set<string> = new Set();
  readonly read: Set<string> = new Set();
  readonly left: Set<string> = new Set();
  readonly shared: Set<string> = new Set();
  readonly links: Set<string> = new Set();
  readonly #lookup: Lookup;
  readonly #libraries: LibraryPath;
  readonly #findProgram: (name: string) => string | undefined;
  readonly #isReadable: (path: string) => boolean;
  readonly #isWritable: (path: string) => boolean;

  constructor(
    lookup: Lookup,
    libraries: LibraryPath,
    findProgram: (name: string) => string | undefined,
    isReadable: (path: string) => boolean,
    isWritable: (path: string) => boolean,
  ) {
    this.#lookup = lookup;
    this.#libraries = libraries;
    this.#findProgram = findProgram;
    this.#isReadable = isReadable;
    this.#isWritable = isWritable;
  }

  addProgram(path: string, depth: number): void {
    const canonical = this.#fileAt(path);
    if (canonical === undefined || this.execute.has(canonical) || depth > DEEPEST_INTERPRETER) return;
    this.execute.add(canonical);
    const head = this.#lookup.read(canonical, 0, FIRST_LINE);
    if (head === undefined) return;
    if (head[0] === 0x23 && head[1] === 0x21) { // "#!"
      for (const interpreter of this.#interpreters(head)) this.#addInterpreter(interpreter, depth + 1);
      return;
    }
    const elf = this.#elfAt(canonical);
    // Statically linked: nothing else is loaded, whatever its tables name
    if (elf?.interpreter === undefined) return;
    this.#addLinker(elf.interpreter);
    this.#addLibraries(canonical, elf.needed, elf.runPath);
  }

  #addInterpreter(path: string, depth: number): void {
    const canonical = this.#fileAt(path);
    if (canonical === undefined) return;
    const isProgram = lookFor(this.#lookup, canonical)?.executable === true &&
      (this.#elfAt(canonical)?.type ?? "other") !== "other";
    const name = fileName(path);
    if (isProgram || this.#findProgram(name) === path || this.#isReadable(canonical)) {
      this.addProgram(path, depth);
    } else this.left.add(canonical);
  }

  #addLinker(path: string): void {
    const canonical = this.#fileAt(path);
    if (canonical === undefined) return;
    const elf = this.#elfAt(canonical);
    if (elf?.type === "shared object" && elf.interpreter === undefined) this.execute.add(canonical);
    else this.left.add(canonical);
  }

  #addLibraries(user: string, needed: readonly string[], runPath: readonly string[]): void {
    const folder = user.slice(0, user.lastIndexOf("/"));
    const folders = [...new Set(runPath.map((path) => path.replace(/\$(ORIGIN|\{ORIGIN\})/g, folder)))]
      .slice(0, MOST_FOLDERS);
    for (const name of needed) {
      const found = this.#libraries.find(name, folders);
      const canonical = found === undefined ? undefined : this.#fileAt(found);
      if (canonical === undefined || this.read.has(canonical) || this.shared.has(canonical)) continue;
      if (this.#isReadable(canonical) && !this.#isWritable(canonical)) continue;
      const elf = this.#elfAt(canonical);
      if (elf?.type !== "shared object") {
        this.left.add(canonical);
        continue;
      }
      if (this.read.size + this.shared.size >= MOST_LIBRARIES) {
        this.left.add(canonical);
        continue;
      }
      (this.#isReadable(canonical) ? this.shared : this.read).add(canonical);
      // A library without a run path of its own inherits that of its user (DT_RPATH), which costs nothing to try
      this.#addLibraries(canonical, elf.needed, [...elf.runPath, ...folders]);
    }
  }

  /** Nothing else is opened: a pipe would keep us waiting. */
  #fileAt(path: string): string | undefined {
    const found = lookFor(this.#lookup, path);
    if (found?.kind !== "file") return undefined;
    for (const link of this.#lookup.follow(path).links) this.links.add(link);
    return found.path;
  }

  #elfAt(path: string): ElfFile | undefined {
    return parseElf((offset, size) => this.#lookup.read(path, offset, size) ?? new Uint8Array());
  }

  #interpreters(head: Uint8Array): string[] {
    const line = (new TextDecoder().decode(head).slice(2).split("\n")[0] as string).trim();
    const [interpreter = "", ...words] = line.split(/[ \t]+/);
    if (!interpreter.endsWith("/env")) return [interpreter];
    // Options and assignments of env(1) come before the program's name
    const name = words.find((word) => !word.startsWith("-") && !word.includes("="));
    const named = name === undefined || name.includes("/") ? name : this.#findProgram(name);
    return named === undefined ? [interpreter] : [interpreter, named];
  }
}

sealClass(FollowedFiles);
