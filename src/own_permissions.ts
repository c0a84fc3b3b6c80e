import type { FlagPlace } from "../runtimes/runtime.ts";
import type { Context } from "./context.ts";
import type { Permissions } from "./permissions/permissions.ts";
import { readFile, workingDirectory } from "./system/files.ts";
import { systemLookup } from "./translate/lookup.ts";
import { findProgram } from "./translate/programs.ts";

/** The permissions that the runtime's own flags grant this process.
 *
 * @throws LockdownError `FLAGS_UNKNOWN`
 */
export function ownPermissions({ runtime, system }: Context): Permissions {
  const lookup = systemLookup(system);
  const text = (bytes: Uint8Array | undefined) => bytes && new TextDecoder().decode(bytes);
  const words = (path: string) => (text(readFile(system, path)) as string).split("\0").slice(0, -1);
  const environment = new Map(
    words("/proc/self/environ").map((entry): [string, string] => {
      const at = entry.indexOf("=");
      return [entry.slice(0, at), entry.slice(at + 1)];
    }),
  );
  const folders = (environment.get("PATH") ?? "").split(":").filter((folder) => folder.startsWith("/"));
  const place: FlagPlace = {
    directory: workingDirectory(system),
    commandLine: words("/proc/self/cmdline"),
    environment: (name) => environment.get(name),
    readText: (path) => text(lookup.read(path)),
    listDirectory: (path) =>
      lookup.resolve(path)?.kind === "directory"
        ? lookup.list(path).entries.map(({ name }) => name)
        : undefined,
    findProgram: (name) => findProgram(name, folders, lookup),
  };
  try {
    return runtime.ownPermissions(place);
  } finally {
    lookup.close();
  }
}
