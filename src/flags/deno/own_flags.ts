import { LockdownError } from "../../errors.ts";
import { parseDenoFlags } from "./flags.ts";
import { parsePermissions } from "../../permissions/permission_set.ts";
import { PERMISSION_NAMES, type PermissionName, type Permissions } from "../../permissions/permissions.ts";
import { createAnswer, type PermissionQuery } from "../../permissions/query.ts";
import { quote } from "../../text.ts";
import type { FlagFacts } from "../../../runtimes/runtime.ts";
import type { FlagPermissions, FlagPlace } from "../flag_place.ts";

type DenoFacts = Extract<FlagFacts, { runtime: "deno" }>;

/** What Deno's flags grant, read from the command line and checked with Deno itself.
 *
 * @throws LockdownError `FLAGS_UNKNOWN` if they cannot be known, or Deno grants something else
 */
export function denoOwnPermissions(place: FlagPlace, facts: DenoFacts): FlagPermissions {
  const { mainModule, isCompiled, libcPath, isGranted } = facts;
  if (isCompiled) {
    throw new LockdownError(
      "FLAGS_UNKNOWN",
      "Cannot know the flags of a compiled program, they are inside it",
      { remedy: "Pass the permissions to lockdown()" },
    );
  }
  if (place.environment("DENO_PERMISSION_BROKER_PATH") !== undefined) {
    throw new LockdownError(
      "FLAGS_UNKNOWN",
      "Cannot take the permissions from the flags: DENO_PERMISSION_BROKER_PATH is set, and then a broker decides",
      {
        remedy: "Unset it, or pass the permissions",
      },
    );
  }
  const { permissions } = parseDenoFlags(place.commandLine.slice(1), {
    directory: place.directory,
    readText: (path) => place.readText(path),
    mainModule,
    noPackageJson: place.environment("DENO_NO_PACKAGE_JSON") === "1",
  });
  verify(permissions, place, isGranted);
  return { permissions: withoutOwnLibrary(permissions, libcPath), notes: [] };
}

/** Compares what we read with what Deno says, for every entry and for each permission as a whole. */
function verify(
  permissions: Permissions,
  place: FlagPlace,
  isGranted: DenoFacts["isGranted"],
): void {
  const set = parsePermissions(permissions, { directory: place.directory, literal: true });
  const answer = createAnswer(set, place);
  for (const query of questions(permissions)) {
    const ours = answer(query) === "granted" || answer(query) === "partial";
    if (ours === isGranted(query)) continue;
    const { name, ...subject } = query;
    const value = Object.values(subject)[0];
    throw new LockdownError(
      "FLAGS_UNKNOWN",
      `Cannot tell which permissions this process has: its command line ${
        ours ? "grants" : "does not grant"
      } ${name}${value === undefined ? "" : ` on ${quote(value)}`}, and Deno says otherwise`,
      {
        subject: value,
        remedy: "A permission was requested or revoked since, or the working directory has changed: " +
          "call lockdown() earlier, or pass the permissions",
      },
    );
  }
}

const KEYS: Readonly<Record<PermissionName, string>> = {
  read: "path",
  write: "path",
  ffi: "path",
  net: "host",
  import: "host",
  run: "command",
  env: "variable",
  sys: "kind",
};

function questions(permissions: Permissions): PermissionQuery[] {
  return PERMISSION_NAMES.flatMap((name): PermissionQuery[] => [
    { name } as PermissionQuery,
    ...entriesOf(permissions[name])
      .filter((entry) => isAskable(name, entry))
      .map((entry) => ({ name, [KEYS[name]]: entry }) as PermissionQuery),
  ]);
}

/** Patterns are not values: Deno can be asked about "a.example.com", not about "*.example.com". */
function isAskable(name: PermissionName, entry: string): boolean {
  if (name === "net" || name === "import") return !/^\*|^:|\/|^(unix|vsock):/.test(entry);
  return name !== "env" || !entry.endsWith("*");
}

function entriesOf(permission: Permissions[PermissionName]): string[] {
  if (permission === undefined || typeof permission === "boolean") return [];
  if (Array.isArray(permission)) return permission;
  return Object.values(permission as object).flatMap((value) => Array.isArray(value) ? value : []);
}

/** `--allow-ffi=<libc>` is there for us: it says nothing about the program's own native libraries. */
function withoutOwnLibrary(permissions: Permissions, libc: string): Permissions {
  const { ffi, ...rest } = permissions;
  if (Array.isArray(ffi) && ffi.every((entry) => entry === libc)) return rest;
  return permissions;
}
