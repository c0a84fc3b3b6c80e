import { context } from "../context.ts";
import { readFile } from "../linux/content.ts";
import { errnoName } from "../linux/errno.ts";
import { openEntry, openPath } from "../linux/open.ts";
import { statusOf } from "../linux/status.ts";
import { SystemCallError } from "../linux/system.ts";
import { quote } from "../text.ts";
import { UsageError } from "./errors.ts";

/** Bytes; far more than policies, launchers and records of a run have. */
const LARGEST = 16 << 20;

/** The content of a regular file. What else may lie there is looked at but not opened: a FIFO would have us wait for
 * somebody who writes, and a device may have no end.
 *
 * @param links whether a symbolic link at the path's end may lead elsewhere
 * @throws UsageError if it cannot be read, is no regular file, or is larger than anything we read
 */
export function readRegularFile(path: string, links: "follow" | "refuse" = "follow"): Uint8Array {
  const { system } = context();
  const refusal = (reason: string) => new UsageError(`cannot read ${quote(path)}: ${reason}`);
  const fd = links === "follow" ? openPath(system, path) : openEntry(system, path);
  if (fd < 0) throw refusal(errnoName(-fd));
  try {
    if (statusOf(system, fd, path).kind !== "file") {
      throw refusal("it is no regular file, put its content into one");
    }
    const content = readFile(system, `/proc/self/fd/${fd}`, 0, LARGEST + 1);
    if (content.length > LARGEST) throw refusal(`it is larger than ${LARGEST >> 20} MiB`);
    return content;
  } catch (error) {
    throw error instanceof SystemCallError ? refusal(errnoName(error.errno)) : error;
  } finally {
    system.attempt("close", fd);
  }
}
