import { LockdownError } from "../errors.ts";
import { writeContent } from "../linux/content.ts";
import { errnoName } from "../linux/errno.ts";
import { AT_FDCWD, O_CLOEXEC, O_EXCL, O_RDONLY, O_RDWR, O_TMPFILE, X_OK } from "../linux/flags.ts";
import type { System } from "../linux/system.ts";
import { quote } from "../text.ts";

/** Puts an executable into a file on disk that never has a name, and returns its descriptor: whoever may write in that
 * folder, an earlier command for example, finds nothing there to open or replace.
 *
 * @throws LockdownError `SYSTEM` if that is not possible there
 */
export function unnamedExecutable(system: System, content: Uint8Array, folder: string): number {
  const flags = O_TMPFILE[system.native.architecture] | O_RDWR | O_EXCL | O_CLOEXEC;
  const made = system.attempt("openat", AT_FDCWD, system.pathAddress(folder), flags, 0o500);
  if (made < 0) throw impossible(`${quote(folder)} takes no files without a name, ${errnoName(-made)}`);
  try {
    writeContent(system, made, content, "launcher");
    const path = `/proc/self/fd/${made}`;
    // The kernel is asked: the mode says nothing about a mount without execution
    if (system.attempt("faccessat", AT_FDCWD, system.pathAddress(path), X_OK) !== 0) {
      throw impossible(`${quote(folder)} is mounted noexec`);
    }
    // What is open for writing is not executed (ETXTBSY)
    return system.call("openat", path, AT_FDCWD, system.pathAddress(path), O_RDONLY | O_CLOEXEC, 0);
  } finally {
    system.attempt("close", made);
  }
}

function impossible(reason: string): LockdownError {
  return new LockdownError(
    "SYSTEM",
    `Cannot start a launcher: this system executes no memory files (vm.memfd_noexec is 2), and ${reason}`,
    {
      remedy: 'Set TMPDIR to a folder where programs may lie, or name a file with the option "launcher"',
    },
  );
}
