import { writeFileSync } from "node:fs";
import { context } from "../../src/context.ts";
import { compileC } from "../support/compile_c.ts";
import type { Folder } from "../support/folder.ts";
import { findProgram } from "../support/programs.ts";
import { ROOT } from "../support/runtimes.ts";
import type { Confinement } from "./confine.ts";
import { probePrograms } from "./ffi/programs.ts";

/** What must be granted for a probe to start. */
export interface Needs {
  readonly run: readonly string[];
  readonly read: readonly string[];
}

/** What tries all acts. */
export interface Probe {
  /** The language it is written in. */
  readonly name: string;
  /** Starts it as a program. */
  readonly command: readonly [program: string, ...words: string[]];
  /** Its arguments before those that tell of the world. */
  readonly words: readonly string[];
  /** Whether it calls through FFI: a process that has locked itself down tries all itself then. */
  readonly throughFfi: boolean;
  needs(way: Confinement["way"]): Needs;
  /** A program that ends well at once, for it to execute. */
  readonly nothing: string;
  /** One that needs `ld.so` and ends well when there is no input. */
  readonly dynamic: string;
}

/** Compiles `probe.c`. Without arguments that ends at once. */
export function probeInC(folder: Folder): Probe {
  const path = folder.at("probe");
  compileC("test/leaks/probe.c", path);
  return {
    name: "C",
    command: [path],
    words: [],
    throughFfi: false,
    needs: () => ({ run: [path], read: [] }),
    nothing: path,
    dynamic: path,
  };
}

/** The probe that needs no compiler. It needs the programs that are emitted for it and a shell, in a Sandbox also a
 * runtime, which reads this repository. That opens no act: all lead elsewhere.
 *
 * @param start the words that start `ffi/probe.ts` in a runtime
 */
export function probeThroughFfi(
  folder: Folder,
  start: readonly [runtime: string, ...words: string[]],
): Probe {
  const emitted = Object.entries(probePrograms(context().runtime.architecture)).map(([name, content]) => {
    const path = folder.write(`programs/${name}`, "", 0o755);
    writeFileSync(path, content);
    return path;
  });
  const shell = findProgram("sh");
  if (shell === undefined) throw new Error('Cannot find the program "sh" in PATH');
  return {
    name: "TypeScript",
    command: start,
    words: [folder.at("programs")],
    throughFfi: true,
    needs(way) {
      // With the shell ld.so is granted, as it is with the probe in C: what is emitted does without
      const run = [...emitted, shell];
      return way === "Sandbox" ? { run: [start[0], ...run], read: [ROOT] } : { run, read: [] };
    },
    nothing: folder.at("programs/nothing"),
    dynamic: shell,
  };
}
