import { context } from "../context.ts";
import { LockdownError } from "../errors.ts";
import { planBytes } from "../launcher/decode.ts";
import { launcher } from "../launcher/executable.ts";
import type { LauncherPlan } from "../launcher/policy.ts";
import { readFile, writeContent } from "../linux/content.ts";
import { ENOENT } from "../linux/errno.ts";
import { F_GETFD, O_CLOEXEC, O_CREAT, O_EXCL, O_WRONLY } from "../linux/flags.ts";
import { openFolderMaking } from "../linux/folders.ts";
import { pathOfDescriptor } from "../linux/links.ts";
import { openCanonical, openEntryIn } from "../linux/open.ts";
import { fileName, parent, PATH_MAX } from "../linux/paths.ts";
import { workingDirectory } from "../linux/process.ts";
import { randomName } from "../linux/random_name.ts";
import { statusIn, statusOf } from "../linux/status.ts";
import { SystemCallError } from "../linux/system.ts";
import { quote } from "../text.ts";
import { type LauncherFile, launcherFile } from "./launcher_file.ts";

/** A place for launchers that the user chose, for runtimes that must be told beforehand what they may run. It holds
 * one launcher at a time. */
export interface ChosenPlace {
  readonly isFile: boolean;
  /** Puts a launcher there, if it is not there already, and returns its path.
   *
   * @param keep whether a command line relies on it from now on: then no other may take its place
   * @throws LockdownError `NOT_ENFORCEABLE`
   */
  put(plan: LauncherPlan, keep: boolean): string;
  release(): void;
}

const CREATE_NEW = O_CLOEXEC | O_WRONLY | O_CREAT | O_EXCL;
const MODE = 0o555;

/** Files that sandboxes of this process put their launchers in. */
const claimed = new Set<string>();

/** A file. It is written beside it and renamed, so that it is never there by halves, looked at before each use, and
 * stays when the sandbox is closed.
 *
 * @param isWritable whether the sandbox may write a path: then a child could replace its own launcher
 * @throws LockdownError `NOT_ENFORCEABLE`
 */
export function chosenFile(path: string, isWritable: (path: string) => boolean): ChosenPlace {
  const canonical = canonicalPlace(path);
  if (isWritable(canonical)) {
    throw refusal(
      path,
      "the sandbox may write there and could replace it. Choose a path outside of what is granted for writing",
    );
  }
  if (claimed.has(canonical)) {
    throw refusal(path, "another Sandbox has its launcher there. Choose another path, or close that one");
  }
  claimed.add(canonical);
  const guard = keepOne(path);
  return {
    isFile: true,
    put(plan, keep) {
      const content = contentOf(plan);
      guard(content, keep);
      write(canonical, content, path);
      return canonical;
    },
    release: () => void claimed.delete(canonical),
  };
}

/** A memory file whose descriptor has a number that is known beforehand.
 *
 * @throws LockdownError `NOT_ENFORCEABLE` if the number is in use
 */
export function chosenDescriptor(number: number): ChosenPlace {
  const { system } = context();
  if (system.attempt("fcntl", number, F_GETFD) >= 0) {
    throw refusal(number, "the descriptor is in use. Choose another number");
  }
  const guard = keepOne(number);
  let current: { readonly file: LauncherFile; readonly content: Uint8Array } | undefined;
  return {
    isFile: false,
    put(plan, keep) {
      const content = contentOf(plan);
      guard(content, keep);
      if (current === undefined || !isSame(current.content, content)) {
        current = { file: launcherFile(plan, number), content };
      }
      return current.file.path;
    },
    release() {
      current?.file.release();
      current = undefined;
    },
  };
}

/** Launchers already made: a sandbox uses the same plan again and again. */
const contents = new WeakMap<LauncherPlan, Uint8Array>();

function contentOf(plan: LauncherPlan): Uint8Array {
  const content = contents.get(plan) ?? launcher(plan, context().runtime.architecture);
  contents.set(plan, content);
  return content;
}

/** Refuses to replace a launcher that a command line relies on. */
function keepOne(place: string | number): (content: Uint8Array, keep: boolean) => void {
  let kept: Uint8Array | undefined;
  return (content, keep) => {
    if (kept !== undefined && !isSame(kept, content)) {
      throw refusal(
        place,
        "a command line from argv() relies on the one that is there, which has other descriptors or another temporary " +
          "folder. Use a Sandbox for each",
      );
    }
    if (keep) kept = content;
  };
}

/** By system calls, as all that follows: Deno lets nobody write what `--allow-run` names. */
function canonicalPlace(path: string): string {
  const { system } = context();
  const full = path.startsWith("/") ? path : `${workingDirectory(system)}/${path}`;
  const [, folder = "", name = ""] = /^(.*)\/([^/]*)$/.exec(full) ?? [];
  if (name === "" || name === "." || name === "..") throw refusal(path, "it names no file");
  const fd = openFolderMaking(system, folder, "follow");
  const canonical = pathOfDescriptor(system, fd);
  system.attempt("close", fd);
  return canonical === "/" ? `/${name}` : `${canonical}/${name}`;
}

/** Opens the folder once, and goes by descriptors from there: whoever may write in it, or above it, could have a path
 * lead elsewhere at each use. */
function write(canonical: string, content: Uint8Array, path: string): void {
  const { system } = context();
  const folder = openCanonical(system, parent(canonical));
  try {
    writeIn(folder, fileName(canonical), content, path);
  } finally {
    system.attempt("close", folder);
  }
}

function writeIn(folder: number, name: string, content: Uint8Array, path: string): void {
  const { system } = context();
  const found = readPlain(folder, name);
  if (found !== undefined && isSame(found, content)) return;
  if (found !== undefined && !isLauncher(found)) {
    throw refusal(path, "there is a file that is no launcher. Remove it, or choose another path");
  }
  const temporary = `${name}.${randomName(system)}`;
  const fd = system.call("openat", temporary, folder, system.pathAddress(temporary), CREATE_NEW, MODE);
  try {
    let made: string;
    try {
      writeContent(system, fd, content, temporary);
      system.call("fchmod", temporary, fd, MODE); // Whatever the umask
      made = statusOf(system, fd, temporary).inode;
    } finally {
      system.attempt("close", fd);
    }
    const target = system.buffer(PATH_MAX);
    new TextEncoder().encodeInto(name, target.bytes);
    system.call("renameat", path, folder, system.pathAddress(temporary), folder, target.address);
    if (statusIn(system, folder, name)?.inode !== made) {
      throw refusal(
        path,
        "somebody else put another file there meanwhile. Choose a folder where only you may write",
      );
    }
  } catch (error) {
    system.attempt("unlinkat", folder, system.pathAddress(temporary), 0);
    throw error;
  }
}

/** The content of a file; `undefined` if there is none. What is no plain executable file has no content: that is no
 * launcher either. */
function readPlain(folder: number, name: string): Uint8Array | undefined {
  const { system } = context();
  const fd = openEntryIn(system, folder, name);
  if (fd === -ENOENT) return undefined;
  if (fd < 0) throw new SystemCallError("openat", name, -fd);
  try {
    const { kind, executable } = statusOf(system, fd, name);
    return kind === "file" && executable ? readFile(system, `/proc/self/fd/${fd}`) : new Uint8Array();
  } finally {
    system.attempt("close", fd);
  }
}

function isLauncher(content: Uint8Array): boolean {
  try {
    planBytes(content);
    return true;
  } catch {
    return false;
  }
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}

function refusal(place: string | number, reason: string): LockdownError {
  return new LockdownError("NOT_ENFORCEABLE", `Cannot put the launcher at ${quote(place)}: ${reason}`);
}
