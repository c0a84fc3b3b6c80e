import { parsePathEntry, type PathReading } from "./path_entry.ts";

/** A program: by name, to be looked up through PATH, or by absolute path. */
export interface RunEntry {
  readonly text: string;
  /** Absolute path, when the entry has a slash in it. */
  readonly path?: string;
}

/** Takes an entry of the run permission apart, as Deno does: with a slash it is a path, else a name. */
export function parseRunEntry(text: string, reading: PathReading): RunEntry {
  return text.includes("/") ? { text, path: parsePathEntry(text, "run", reading).path } : { text };
}
