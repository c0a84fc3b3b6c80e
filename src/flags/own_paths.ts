import type { Runtime } from "../../runtimes/runtime.ts";
import { bunCaches } from "./bun/command_line.ts";
import { DENO_START_FILES, denoCaches } from "./deno/command_line.ts";

/** Paths that a runtime reads for itself after its start; not all need exist. */
export interface OwnPaths {
  /** The program's entry point, an absolute path; `undefined` for eval, stdin and compiled programs. */
  readonly entry: string | undefined;
  /** Whether imports fail unless the folders of the modules can be listed. */
  readonly listsFolders: boolean;
  /** Names of files in the folders above the program that the runtime refuses to start without, if they exist. */
  readonly startFiles: readonly string[];
  /** Folders where the runtime caches modules, with the reason for each. */
  readonly caches: readonly CachePath[];
}

/** A folder where a runtime caches modules. */
export interface CachePath {
  readonly path: string;
  readonly reason: string;
}

/** The paths that the runtime of this process reads for itself. */
export function ownPaths(runtime: Runtime): OwnPaths {
  const entry = runtime.entry();
  const environment = (name: string) => runtime.environment(name);
  switch (runtime.name) {
    case "deno":
      return { entry, listsFolders: false, startFiles: DENO_START_FILES, caches: denoCaches(environment) };
    case "bun":
      return { entry, listsFolders: true, startFiles: [], caches: bunCaches(environment) };
    case "node":
      return { entry, listsFolders: false, startFiles: [], caches: [] };
  }
}
