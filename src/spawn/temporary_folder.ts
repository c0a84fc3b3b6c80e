import { context } from "../context.ts";
import { afterCall, claimPublicCall } from "../public_call.ts";
import { canonicalize } from "../system/files.ts";
import { randomName } from "../system/random_name.ts";
import { removeTree } from "../system/remove_tree.ts";

const AT_FDCWD = -100;
const publicCall = claimPublicCall();

/** Folders that are to be gone when this process ends. */
const made = new Set<string>();

/** Makes a folder of a child's own, that only this user may enter, where TMPDIR says or in `/tmp`. Returns its
 * canonical path. By system calls: the app's own permissions need not cover it.
 *
 * @throws SystemCallError
 */
export function makeTemporaryFolder(): string {
  const { runtime, system } = context();
  const named = runtime.environment("TMPDIR");
  const parent = canonicalize(system, named?.startsWith("/") ? named : "/tmp");
  const path = `${parent}/landlockdown-${randomName(system)}`;
  system.call("mkdirat", path, AT_FDCWD, system.pathAddress(path), 0o700);
  if (made.size === 0) afterCall(() => void process.on("exit", removeAll));
  made.add(path);
  return path;
}

/** Removes such a folder; what a process that still writes there holds back goes when this process ends. */
export function removeTemporaryFolder(path: string): void {
  if (!removeTree(context().system, path)) return;
  made.delete(path);
  if (made.size === 0) afterCall(() => void process.off("exit", removeAll));
}

function removeAll(): void {
  publicCall(() => {
    for (const path of made) removeTree(context().system, path);
  });
}
