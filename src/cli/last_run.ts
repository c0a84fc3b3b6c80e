import type { ExplainedDenial } from "./denial.ts";

/** What `run --explain-denials` leaves behind for `why --last`. */
export interface LastRun {
  readonly version: 1;
  readonly command: readonly string[];
  /** When it ended, ISO 8601. */
  readonly ended: string;
  readonly denials: readonly ExplainedDenial[];
}

/** Where it lies: the user's own state, as the XDG specification has it. */
function statePath(): string | undefined {
  const { HOME, XDG_STATE_HOME } = process.env;
  const folder = XDG_STATE_HOME || (HOME && `${HOME}/.local/state`);
  return folder ? `${folder}/landlockdown/last.json` : undefined;
}

/** Remembers a run. Where nothing can be written, nothing is remembered: the denials have been printed anyway. */
export function rememberRun(run: LastRun): void {
  const path = statePath();
  if (path === undefined) return;
  const { mkdirSync, writeFileSync } = process.getBuiltinModule("node:fs");
  try {
    mkdirSync(path.slice(0, path.lastIndexOf("/")), { recursive: true, mode: 0o700 });
    writeFileSync(path, `${JSON.stringify(run, null, 2)}\n`, { mode: 0o600 });
  } catch {
    return;
  }
}

/** The run that was remembered last; `undefined` if there is none. */
export function recallRun(): LastRun | undefined {
  const path = statePath();
  if (path === undefined) return undefined;
  const { readFileSync } = process.getBuiltinModule("node:fs");
  try {
    const run = JSON.parse(readFileSync(path, "utf8")) as LastRun;
    return run.version === 1 ? run : undefined;
  } catch {
    return undefined;
  }
}
