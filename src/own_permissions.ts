import type { FlagPermissions, FlagPlace } from "../runtimes/runtime.ts";
import type { Context } from "./context.ts";
import { LockdownError } from "./errors.ts";
import { parsePermissions } from "./permissions/permission_set.ts";
import type { Permissions } from "./permissions/permissions.ts";
import { readFile, workingDirectory } from "./system/files.ts";
import { systemLookup } from "./translate/lookup.ts";
import { findProgram } from "./translate/programs.ts";

/** What was passed to `lockdown()`; if nothing was, what the runtime's own flags grant this process.
 *
 * @param given the arguments it was called with
 * @throws TypeError if the permissions were passed and are `undefined`
 * @throws LockdownError `FLAGS_UNKNOWN`, `FLAGS_GRANT_ALL`
 */
export function requestedPermissions(given: ArrayLike<unknown>, here: Context): FlagPermissions {
  if (given[0] !== undefined) return { permissions: given[0] as Permissions, notes: [] };
  // Most likely a mistyped name: the flags may grant far more than was meant
  if (given.length === 1) {
    throw new TypeError(
      "Cannot use undefined as permissions: pass an object, or no argument at all for the runtime's own flags " +
        "(with options, pass undefined and the options)",
    );
  }
  const { permissions, notes } = ownPermissions(here);
  refuseEverything(permissions);
  return { permissions, notes: ["The permissions are those of the runtime's own flags", ...notes] };
}

/** Who asks for the flags to hold wants to be confined: flags that leave nothing to confine are a mistake. */
function refuseEverything(permissions: Permissions): void {
  const { read, write, net, run } = parsePermissions(permissions, "/");
  if (![read, write, net, run].every(({ allowAll, deny }) => allowAll && deny.length === 0)) return;
  throw new LockdownError(
    "FLAGS_GRANT_ALL",
    "Cannot confine this process to its flags: they allow all reading, writing, running and connecting. Say what it " +
      "may do, such as --allow-read=./data, or pass the permissions",
  );
}

function ownPermissions({ runtime, system }: Context): FlagPermissions {
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
