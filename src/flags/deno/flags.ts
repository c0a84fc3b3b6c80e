import { type DenoCommandLine, parseDenoCommandLine } from "./words.ts";
import {
  commandSet,
  type ConfigCommand,
  findPermissionSet,
  isEmptySet,
  readPermissionSet,
} from "./config.ts";
import { allowEverything, readPermissionOptions, type SaidPermissions } from "./permission_options.ts";
import { type DenoFlagsOptions, findConfigs, runsFiles } from "./config_search.ts";
import { type EffectLists, listsToPermissions, type PermissionLists } from "../permission_lists.ts";
import { PERMISSION_NAMES, type Permissions } from "../../permissions/permissions.ts";
import { quote } from "../../text.ts";

export type { DenoFlagsOptions } from "./config_search.ts";

/** What Deno's command line says. */
export interface DenoFlags {
  /** What is granted. Relative paths are relative to the working directory. */
  readonly permissions: Permissions;
  /** `run`, `test`, `serve`, …; `run` and `repl` also where none was written. */
  readonly command: string;
  /** The script as written; `undefined` with `deno test`, `bench` and `repl`. */
  readonly script: string | undefined;
  /** The program's own arguments. */
  readonly arguments: readonly string[];
  /** The permission set that was asked for, empty for the default one. */
  readonly permissionSet: string | undefined;
  /** Hosts that code may be imported from although no flag says so: all, or a list. Main modules from the
   * network add theirs. Empty where a flag or a set says. */
  readonly implicitImport: true | readonly string[];
}

/** Hosts that Deno imports from unless `--allow-import` says otherwise. */
const IMPORT_HOSTS: readonly string[] = [
  "jsr.io:443",
  "deno.land:443",
  "esm.sh:443",
  "raw.esm.sh:443",
  "cdn.jsdelivr.net:443",
  "raw.githubusercontent.com:443",
  "gist.githubusercontent.com:443",
];

/** Reads the permissions from Deno's own command line: flags, and the permission set in a deno.json where they ask
 * for one.
 *
 * @param words the arguments after the program's name: `run`, `--allow-read=./data`, `main.ts`, …
 * @throws SyntaxError, TypeError or RangeError for a command line that Deno would refuse
 */
export function parseDenoFlags(words: readonly string[], options: DenoFlagsOptions): DenoFlags {
  const line = parseDenoCommandLine(words);
  // A program on the command line may do everything, whatever flags stand next to it
  const said: SaidPermissions = line.command === "eval"
    ? { lists: allowEverything({}), all: true, set: undefined }
    : readPermissionOptions(line.options);
  const lists = effectiveLists(line, said, options);
  const cached = line.options.some(({ name }) => name === "cached-only");
  return {
    permissions: listsToPermissions(lists),
    command: line.command,
    script: line.command === "eval" || runsFiles(line) ? undefined : line.positionals[0],
    arguments: line.arguments,
    permissionSet: said.set,
    implicitImport: lists.import?.allow !== undefined ? [] : cached ? true : IMPORT_HOSTS,
  };
}

function effectiveLists(
  line: DenoCommandLine,
  said: SaidPermissions,
  options: DenoFlagsOptions,
): PermissionLists {
  const nothingSaid = said.set === undefined && Object.keys(said.lists).length === 0;
  if ((line.command === "repl" && !line.explicit) || (line.command === "x" && nothingSaid)) {
    return allowEverything(said.lists);
  }
  const lists = withConfig(line, said, options);
  return line.command === "serve" ? withServer(lists, line) : lists;
}

function withConfig(
  line: DenoCommandLine,
  said: SaidPermissions,
  options: DenoFlagsOptions,
): PermissionLists {
  const command = configCommand(line.command);
  if (said.set === undefined) {
    const isSilent = Object.keys(said.lists).length === 0;
    if (command !== undefined && isSilent && options.readText !== undefined) {
      refuseUnused(command, line, options);
    }
    return said.lists;
  }
  const found = findPermissionSet(findConfigs(line, options), said.set, command);
  if (found === undefined || said.all) return said.lists;
  const set = readPermissionSet(found);
  // Each flag replaces what the set says for the same flag
  return Object.fromEntries(PERMISSION_NAMES.map((name) => [name, { ...set[name], ...said.lists[name] }]));
}

/** Deno does not run tests without the permissions that were written down for them. */
function refuseUnused(command: ConfigCommand, line: DenoCommandLine, options: DenoFlagsOptions): void {
  const own = commandSet(findConfigs(line, options), command);
  if (own === undefined || isEmptySet(own)) return;
  throw new SyntaxError(
    `Cannot run "deno ${command}" without flags: ${quote(own.config.path)} has permissions for it, add -P`,
  );
}

function configCommand(command: string): ConfigCommand | undefined {
  return command === "test" || command === "bench" || command === "compile" ? command : undefined;
}

/** `deno serve` may listen where it is told to. */
function withServer(lists: PermissionLists, line: DenoCommandLine): PermissionLists {
  const value = (name: string) => line.options.findLast((option) => option.name === name)?.value;
  const [host = "0.0.0.0", port = "8000"] = [value("host"), value("port")];
  const { allow, ...net }: EffectLists = lists.net ?? {};
  if (allow?.length === 0) return lists;
  const own = `${host === "0.0.0.0" ? "" : host}:${port}`;
  return { ...lists, net: { ...net, allow: [...allow ?? [], own] } };
}
