import { context } from "../../context.ts";
import { isObject, type Json } from "../../flags/jsonc.ts";
import { ENOTDIR, errnoName } from "../../linux/errno.ts";
import { makeFolderIn, openFolderMaking } from "../../linux/folders.ts";
import { pathOfDescriptor } from "../../linux/links.ts";
import { workingDirectory } from "../../linux/process.ts";
import { identityOf } from "../../linux/status.ts";
import { SystemCallError } from "../../linux/system.ts";
import { quote } from "../../text.ts";
import { UsageError } from "../errors.ts";
import { readRegularFile } from "../regular_file.ts";
import { canBeFlag } from "../remedy.ts";
import { ACTS } from "../verdict.ts";
import type { ExplainedDenial } from "./denial.ts";

/** What `run --explain-denials` leaves behind for `why --last`. */
export interface LastRun {
  readonly version: 1;
  readonly command: readonly string[];
  /** When it ended, ISO 8601. */
  readonly ended: string;
  readonly denials: readonly ExplainedDenial[];
}

const NAME = "last.json";

/** The folder it lies in: the user's own state, as the XDG specification has it. */
function stateFolder(): string | undefined {
  const { HOME, XDG_STATE_HOME } = process.env;
  const folder = XDG_STATE_HOME || (HOME && `${HOME}/.local/state`);
  return folder ? `${folder}/landlockdown` : undefined;
}

/** A place to remember a run in, which says why it could not; or why there is none. */
export type Memory = { keep(run: LastRun): string | undefined } | { readonly obstacle: string };

/** Opens that place before the command runs: what the command then puts in the way of the path leads nowhere else.
 *
 * @param isWritable whether the command may write a canonical path: then it could say itself what it was denied
 */
export function openMemory(isWritable: (path: string) => boolean): Memory {
  const folder = stateFolder();
  if (folder === undefined) return { obstacle: "neither HOME nor XDG_STATE_HOME is set" };
  const { system } = context();
  try {
    const fd = openStateFolder(folder);
    const canonical = pathOfDescriptor(system, fd);
    if (isWritable(`${canonical}/${NAME}`)) return { obstacle: `it may write ${quote(folder)}` };
    return {
      keep(run) {
        try {
          write(`/proc/self/fd/${fd}`, run);
          return undefined;
        } catch (error) {
          return reasonOf(folder, error);
        }
      },
    };
  } catch (error) {
    return { obstacle: reasonOf(folder, error) };
  }
}

/** Goes by descriptors: as root in the home of another user, who may write there, a path could lead elsewhere at each
 * use. */
function openStateFolder(folder: string): number {
  const { system } = context();
  const at = folder.lastIndexOf("/");
  const absolute = folder.startsWith("/") ? "" : `${workingDirectory(system)}/`;
  const above = openFolderMaking(system, `${absolute}${folder.slice(0, at)}`, "follow", 0o700);
  try {
    return makeFolderIn(system, above, folder.slice(at + 1), 0o700);
  } finally {
    system.attempt("close", above);
  }
}

/** Writes a new file and gives it the name: whatever has the name now is replaced, not followed and not opened. */
function write(folder: string, run: LastRun): void {
  const { renameSync, rmSync, writeFileSync } = process.getBuiltinModule("node:fs");
  const temporary = `${folder}/${NAME}.${crypto.randomUUID()}`;
  try {
    writeFileSync(temporary, `${JSON.stringify(run, null, 2)}\n`, { flag: "wx", mode: 0o600 });
    renameSync(temporary, `${folder}/${NAME}`);
  } finally {
    rmSync(temporary, { force: true });
  }
}

function reasonOf(folder: string, error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (error instanceof SystemCallError && error.errno === ENOTDIR) return `${quote(folder)} is no folder`;
  const reason = error instanceof SystemCallError ? errnoName(error.errno) : code ?? message;
  return `${quote(folder)} cannot be written (${reason})`;
}

/** The run that was remembered last; `undefined` if there is none.
 *
 * @throws UsageError for what is no record of a run: a command that may write there can put anything in its place
 */
export function recallRun(): LastRun | undefined {
  const folder = stateFolder();
  if (folder === undefined) return undefined;
  const path = `${folder}/${NAME}`;
  if (identityOf(context().system, path) === undefined) return undefined;
  const text = new TextDecoder().decode(readRegularFile(path, "refuse"));
  let run: unknown;
  try {
    run = JSON.parse(text);
  } catch {
    run = undefined;
  }
  if (isLastRun(run as Json)) return run as unknown as LastRun;
  throw new UsageError(
    `cannot read ${
      quote(path)
    }: it is no record of a run, run the command again with landlockdown run --explain-denials`,
  );
}

function isLastRun(run: Json | undefined): boolean {
  return isObject(run) && run["version"] === 1 && isTime(run["ended"]) &&
    Array.isArray(run["command"]) && run["command"].every(isText) &&
    Array.isArray(run["denials"]) && run["denials"].every(isDenial);
}

function isDenial(denial: Json): boolean {
  return isObject(denial) && isText(denial["thing"]) && isText(denial["by"]) &&
    ACTS.some((act) => act === denial["act"]) &&
    (denial["remedy"] === undefined || isRemedy(denial["remedy"]));
}

function isRemedy(remedy: Json): boolean {
  return isObject(remedy) && isText(remedy["entry"]) && canBeFlag(remedy["entry"]) &&
    typeof remedy["create"] === "boolean";
}

function isTime(value: Json | undefined): boolean {
  return isText(value) && /^[\dT:.Z-]{20,30}$/.test(value);
}

function isText(value: Json | undefined): value is string {
  return typeof value === "string";
}
