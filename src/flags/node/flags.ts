import { resolve } from "../../linux/paths.ts";
import { normalizePermissions } from "../permission_lists.ts";
import type { Permissions } from "../../permissions/permissions.ts";
import { quote } from "../../text.ts";
import type { ReadText } from "../deno/workspace.ts";
import type { FlagPlace } from "../flag_place.ts";
import { isConfigFile, type NodeOption, readNodeArguments } from "./arguments.ts";
import { readNodeConfig } from "./config.ts";
import { splitNodeOptions } from "./options.ts";
import { type ListDirectory, nodePaths } from "./paths.ts";

/** What Node's flags mean depends on where and in which version. */
export interface NodeFlagsOptions {
  /** The working directory, an absolute path. */
  readonly directory: string;
  /** `process.versions.node`: before 25 Node restricts no network. */
  readonly version: string;
  /** The environment variable `NODE_OPTIONS`. */
  readonly nodeOptions?: string | undefined;
  /** Reads a configuration file as text; `undefined` if there is none. */
  readonly readText?: ReadText;
  /** Lists a directory, for a path with a `*` in the middle of a name; `undefined` if it cannot be listed. */
  readonly listDirectory?: ListDirectory;
}

/** What Node's flags say. */
export interface NodeFlags {
  /** What is granted; `undefined` without `--permission`: then Node restricts nothing. */
  readonly permissions: Permissions | undefined;
  /** `--permission-audit`: Node only reports what it would deny. */
  readonly auditOnly: boolean;
  /** Sentences about what has no counterpart in permissions. */
  readonly notes: readonly string[];
}

/** Reads the permissions from Node's own flags: the command line, `NODE_OPTIONS`, and a `node.config.json` that the
 * command line names.
 *
 * @param execArgv Node's own arguments, `process.execArgv`
 * @throws SyntaxError, TypeError or RangeError for flags that Node would refuse
 */
export function parseNodeFlags(execArgv: readonly string[], options: NodeFlagsOptions): NodeFlags {
  const environment = readNodeArguments(splitNodeOptions(options.nodeOptions ?? ""));
  if (environment.some(isConfigFile)) {
    throw new SyntaxError(
      "Cannot name a configuration file in NODE_OPTIONS: Node takes it on the command line only",
    );
  }
  const line = readNodeArguments(execArgv);
  // A later one overrules: the file, then the environment, then the command line
  const all = [...readConfig(line, options), ...environment, ...line];
  const has = (name: string) => all.findLast((option) => option.name === name)?.value === true;
  const auditOnly = has("permission-audit");
  if (!has("permission")) {
    const stray = all.find(({ name, value }) => name.startsWith("allow-") && value !== false);
    if (stray !== undefined && !auditOnly) {
      throw new SyntaxError(
        `Cannot use "--${stray.name}" without --permission: Node restricts nothing then, add it`,
      );
    }
    return { permissions: undefined, auditOnly, notes: [] };
  }
  const read = nodePaths(valuesOf(all, "allow-fs-read"), "read", options);
  const write = nodePaths(valuesOf(all, "allow-fs-write"), "write", options);
  const major = Number.parseInt(options.version);
  const restrictsNetwork = major >= 25;
  return {
    permissions: normalizePermissions({
      read: read.value,
      write: write.value,
      net: has("allow-net") || !restrictsNetwork,
      run: has("allow-child-process"),
      ffi: has("allow-addons") || has("allow-ffi"),
      // Node restricts neither
      env: true,
      sys: true,
    }),
    auditOnly,
    notes: [...read.notes, ...write.notes, ...notesOn(has, major)],
  };
}

/** The same with the environment and the files of the place where the flags were given.
 *
 * @throws SyntaxError, TypeError or RangeError for flags that Node would refuse
 */
export function nodeFlagsAt(place: FlagPlace, execArgv: readonly string[], version: string): NodeFlags {
  return parseNodeFlags(execArgv, {
    directory: place.directory,
    version,
    nodeOptions: place.environment("NODE_OPTIONS"),
    readText: (path) => place.readText(path),
    listDirectory: (path) => place.listDirectory(path),
  });
}

function readConfig(line: readonly NodeOption[], { directory, readText }: NodeFlagsOptions): NodeOption[] {
  const named = line.findLast(isConfigFile)?.value;
  if (typeof named !== "string") return [];
  const path = resolve(directory, named);
  const text = readText?.(path);
  if (text !== undefined) return readNodeConfig(text, path);
  throw new RangeError(`Cannot read configuration file ${quote(path)}: no such file, or it may not be read`);
}

function valuesOf(options: readonly NodeOption[], name: string): string[] {
  return options.flatMap((option) =>
    option.name === name && typeof option.value === "string" ? [option.value] : []
  );
}

/** What Node tells apart and the kernel does not. */
function notesOn(has: (name: string) => boolean, major: number): string[] {
  const notes: [said: boolean, note: string][] = [
    [major < 25, "This version of Node restricts no network: net is granted"],
    [
      major >= 26 && has("allow-addons") !== has("allow-ffi"),
      "Addons and node:ffi are one permission to us, ffi",
    ],
    [!has("allow-worker"), "That no Worker may be made is for Node to see to"],
    [!has("allow-wasi"), "That no WASI instance may be made is for Node to see to"],
    [
      has("allow-inspector"),
      "The inspector has no permission of its own: it listens on a port, which is net",
    ],
    [
      has("allow-openssl-store"),
      "OpenSSL's stores have no permission of their own: they are files, which is read",
    ],
    [has("allow-fs-vfs"), "Virtual file systems are memory of the process: they need no permission"],
  ];
  return notes.flatMap(([said, note]) => said ? [note] : []);
}
