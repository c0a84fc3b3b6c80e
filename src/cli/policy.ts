import {
  type ConfigSet,
  type DenoConfig,
  findPermissionSet,
  readPermissionSet,
} from "../flags/deno/config.ts";
import { isObject, type Json, parseJsonc } from "../flags/jsonc.ts";
import { parent, resolve } from "../linux/paths.ts";
import { listsToPermissions } from "../flags/permission_lists.ts";
import type { Permissions } from "../permissions/permissions.ts";
import { quote } from "../text.ts";
import { UsageError } from "./errors.ts";

/** Reads a policy file: a permission set as Deno writes them, or a deno.json with such sets under "permissions", of
 * which `FILE#NAME` names one. Paths in it are relative to its folder. Pure but for `readText`.
 *
 * @param argument as it was written, `FILE` or `FILE#NAME`
 * @param directory the working directory
 * @throws UsageError, SyntaxError, TypeError or RangeError for a file that is no such thing
 */
export function readPolicy(
  argument: string,
  directory: string,
  readText: (path: string) => string,
): Permissions {
  const [file = "", name] = argument.split("#", 2);
  const path = resolve(directory, file);
  const json = parseJsonc(readText(path), path);
  if (!isObject(json)) {
    throw new UsageError(
      `cannot use policy ${quote(path)}: write an object such as { "read": ["./data"], "run": ["git"] }`,
    );
  }
  const config: DenoConfig = {
    path,
    directory: parent(path),
    json,
    isPolicy: true,
  };
  try {
    return listsToPermissions(readPermissionSet(setOf(config, name)));
  } catch (error) {
    // Some messages are about an entry alone
    const { message } = error as Error;
    if (message.includes(path)) throw error;
    throw new UsageError(`cannot use policy ${quote(path)}: ${message.replace(/^C/, "c")}`);
  }
}

function setOf(config: DenoConfig, name: string | undefined): ConfigSet {
  const sets = config.json["permissions"];
  if (sets === undefined) {
    if (name === undefined) return { config, set: config.json };
    throw new UsageError(
      `cannot use permission set ${quote(name)} of ${
        quote(config.path)
      }: it has no "permissions", leave "#${name}" out`,
    );
  }
  const found = findPermissionSet([config], name ?? "default", undefined);
  return found ?? { config, set: sets as Json };
}
