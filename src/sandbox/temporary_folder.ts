import { context } from "../context.ts";
import { afterCall, claimPublicCall } from "../javascript/public_call.ts";
import { makeOwnFolder } from "../linux/folders.ts";
import { canonicalize } from "../linux/links.ts";
import { openCanonical } from "../linux/open.ts";
import { randomName } from "../linux/random_name.ts";
import { removeTree } from "../linux/remove_tree.ts";
import type { TemporaryFolder } from "./sandbox_plan.ts";

const publicCall = claimPublicCall();

/** Folders that are to be gone when this process ends. */
const made = new Set<TemporaryFolder>();

/** Makes a folder of a child's own, that only this user may enter, where TMPDIR says or in `/tmp`. By system calls: the
 * app's own permissions need not cover it.
 *
 * @throws SystemCallError
 */
export function makeTemporaryFolder(): TemporaryFolder {
  const folder = makeFolderForOnce("landlockdown-");
  context().system.attempt("close", folder.descriptor);
  if (made.size === 0) afterCall(() => void process.on("exit", removeAll));
  made.add(folder);
  return folder;
}

/** Makes one that the caller removes, and leaves it open.
 *
 * @throws SystemCallError
 */
export function makeFolderForOnce(prefix: string): TemporaryFolder & { readonly descriptor: number } {
  const { runtime, system } = context();
  const named = runtime.environment("TMPDIR");
  const above = canonicalize(system, named?.startsWith("/") ? named : "/tmp");
  const parent = openCanonical(system, above);
  try {
    const name = `${prefix}${randomName(system)}`;
    const { identity, descriptor } = makeOwnFolder(system, parent, name);
    return { path: `${above === "/" ? "" : above}/${name}`, identity, descriptor };
  } finally {
    system.attempt("close", parent);
  }
}

/** Removes such a folder; what a process that still writes there holds back goes when this process ends. */
export function removeTemporaryFolder(folder: TemporaryFolder): void {
  if (!removeTree(context().system, folder.path, folder.identity)) return;
  made.delete(folder);
  if (made.size === 0) afterCall(() => void process.off("exit", removeAll));
}

function removeAll(): void {
  publicCall(() => {
    for (const { path, identity } of made) removeTree(context().system, path, identity);
  });
}
