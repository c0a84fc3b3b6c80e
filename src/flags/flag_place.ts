import type { Context } from "../context.ts";
import { LockdownError } from "../errors.ts";
import { readFile } from "../linux/content.ts";
import { workingDirectory } from "../linux/process.ts";
import type { Permissions } from "../permissions/permissions.ts";
import { quote } from "../text.ts";
import { lookFor, type Lookup, systemLookup } from "../linux/lookup.ts";
import { findProgram } from "../linux/find_program.ts";

/** Permissions that flags grant. */
export interface FlagPermissions {
  readonly permissions: Permissions;
  /** Sentences about what in the flags has no counterpart in permissions. */
  readonly notes: readonly string[];
}

/** Context for reading flags: where they were given, and the files they name. */
export interface FlagPlace {
  /** The working directory, an absolute path. */
  readonly directory: string;
  /** The arguments the process was started with, its own name first. */
  readonly commandLine: readonly string[];
  /** A variable of the environment the process was started with. */
  environment(name: string): string | undefined;
  /** The text of a file; `undefined` if there is none. */
  readText(path: string): string | undefined;
  /** The names in a directory; `undefined` if there is none. */
  listDirectory(path: string): readonly string[] | undefined;
  /** The first program of that name in PATH. */
  findProgram(name: string): string | undefined;
}

/** Bytes; far more than configuration files have. */
const LARGEST = 16 << 20;

/** Hands `use` what it takes to understand the flags of a command line in this working directory and with the
 * environment this process was started with.
 *
 * @param commandLine the program's own name and its arguments; by default those of this process
 */
export function withFlagPlace<Result>(
  { system }: Pick<Context, "system">,
  use: (place: FlagPlace) => Result,
  commandLine?: readonly string[],
): Result {
  using lookup = systemLookup(system);
  const text = (bytes: Uint8Array | undefined) => bytes && new TextDecoder().decode(bytes);
  const words = (path: string) => (text(readFile(system, path)) as string).split("\0").slice(0, -1);
  const environment = new Map(
    words("/proc/self/environ").map((entry): [string, string] => {
      const at = entry.indexOf("=");
      return [entry.slice(0, at), entry.slice(at + 1)];
    }),
  );
  const folders = (environment.get("PATH") ?? "").split(":").filter((folder) => folder.startsWith("/"));
  return use({
    directory: workingDirectory(system),
    commandLine: commandLine ?? words("/proc/self/cmdline"),
    environment: (name) => environment.get(name),
    readText: (path) => text(readConfiguration(path, lookup)),
    listDirectory: (path) =>
      lookup.resolve(path)?.kind === "directory"
        ? lookup.list(path).entries.map(({ name }) => name)
        : undefined,
    findProgram: (name) => findProgram(name, folders, lookup),
  });
}

/** A file that lies in the working directory or above it: others may have put it there. Nothing but a regular file is
 * opened, a FIFO would keep us waiting. */
function readConfiguration(path: string, lookup: Lookup): Uint8Array | undefined {
  if (lookFor(lookup, path)?.kind !== "file") return undefined;
  const bytes = lookup.read(path, 0, LARGEST + 1);
  if (bytes === undefined || bytes.length <= LARGEST) return bytes;
  throw new LockdownError(
    "FLAGS_UNKNOWN",
    `Cannot read configuration file ${quote(path)}: it is larger than ${LARGEST >> 20} MiB`,
    { subject: path, remedy: "Remove it, or pass the permissions" },
  );
}
