import { FS, masksOf, NET } from "../landlock/abi.ts";
import { isWithin } from "../linux/paths.ts";
import type { NetEntry } from "../permissions/net_entry.ts";
import type { PathEntry } from "../permissions/path_entry.ts";
import type { Grants, PermissionSet } from "../permissions/permission_set.ts";
import { isBaselineLibrary } from "./baseline.ts";
import type { EntryDecision } from "./decision.ts";
import { type Evidence, judgePaths, judgePrograms, judgeSockets, type SocketEntry } from "./exactness.ts";
import { type ExpandedGrants, expandGlobs, foldGlobs } from "./globs.ts";
import type { AllowedPath } from "./identities.ts";
import { libraryPath } from "./library_path.ts";
import { canonicalPath, type Lookup } from "../linux/lookup.ts";
import { everyPlace, type Mounts, readMounts } from "./mounts.ts";
import { type NetworkPlan, translateNetwork } from "./network.ts";
import type { ResolvedOptions } from "./options.ts";
import type { Need } from "./origin.ts";
import { decideElsewhere } from "./other_permissions.ts";
import { allowRestart } from "./own_program.ts";
import { READ, type TranslatedPaths, translatePaths, WRITE } from "./paths.ts";
import type { Surroundings } from "./plan.ts";
import { translatePrograms } from "./programs.ts";
import type { RuleTable } from "./rule_table.ts";

/** Permissions whose entries are paths. */
type PathPermission = "read" | "write" | "ffi";

/** Translated entries, before all rules are judged together. */
export interface Requested {
  /** Path entries with each pattern replaced by what it matches. */
  readonly expanded: Readonly<Record<PathPermission, Grants<PathEntry>>>;
  readonly mounts: Mounts | undefined;
  readonly net: NetworkPlan;
  /** Allowed paths and sockets. */
  readonly allowed: readonly AllowedPath[];
  /** Further grants that the entries need. */
  readonly needs: readonly Need[];
  readonly create: readonly string[];
  /** Decides about each entry, by all rules of the plan. */
  judge(evidence: Evidence, isChild: boolean): EntryDecision[];
}

/** Turns all entries into rules.
 *
 * @throws LockdownError `PATH_NOT_FOUND`, `PROGRAM_NOT_FOUND`, `TOO_MANY_RULES`
 */
export function translateEntries(
  permissions: PermissionSet,
  options: ResolvedOptions,
  around: Surroundings,
  rules: RuleTable,
): Requested {
  const { lookup, method, kernel } = around;
  const { missing } = options;
  const expand = (name: PathPermission) => expandGlobs(name, permissions[name], missing, lookup);
  const expanded = { read: expand("read"), write: expand("write"), ffi: expand("ffi") };
  const mounts = readMounts(lookup);
  const libraries = libraryPath(lookup, around.architecture, around.libraryPath);
  const isReadable = (path: string) => options.baseline && isBaselineLibrary(path);
  const isWritable = writableIn(expanded.write.grants, mounts, lookup);
  const { run, write } = permissions;
  const programs = translatePrograms(
    { run, searchPath: around.searchPath, write, missing, isReadable, isWritable, mounts },
    lookup,
    libraries,
    rules,
  );
  const restrictsUdp = (masksOf(kernel.abi).net & NET.BIND_UDP) !== 0n;
  const net = translateNetwork(permissions.net, { baseline: options.baseline, restrictsUdp }, lookup, rules);
  const sockets = socketsOf(permissions.net, lookup);
  const restart = method === "reexec"
    ? allowRestart(lookup, libraries, isReadable, isWritable, rules)
    : { needs: [], fixed: [] };
  const paths = { missing, mounts, isChild: method === "child", alwaysDenied: [] };
  const translate = (permission: PathPermission, rights: bigint, more: object = {}) => {
    const { grants } = expanded[permission];
    return translatePaths({ ...paths, permission, grants, rights, ...more }, lookup, rules);
  };
  const read = translate("read", READ);
  const ffi = translate("ffi", FS.READ_FILE, { grants: { ...expanded.ffi.grants, allowAll: false } });
  const written = translate("write", WRITE, { alwaysDenied: [...programs.fixed, ...restart.fixed] });
  const outcomes = [read, written, ffi].flatMap(({ outcomes }) => outcomes);
  return {
    expanded: { read: expanded.read.grants, write: expanded.write.grants, ffi: expanded.ffi.grants },
    mounts,
    net,
    allowed: [...outcomes.filter(({ grant }) => grant.effect === "allow"), ...sockets],
    needs: [...net.needs, ...restart.needs],
    create: [...new Set([...read.create, ...written.create, ...ffi.create])],
    judge: (evidence, isChild) => [
      ...judge("read", read, FS.READ_FILE, expanded.read, evidence),
      ...judge("write", written, WRITE, expanded.write, evidence),
      ...judgeSockets(net.grants, sockets, evidence),
      ...judgePrograms(programs, evidence),
      ...judge("ffi", ffi, FS.READ_FILE, expanded.ffi, evidence),
      ...decideElsewhere(permissions, isChild),
    ],
  };
}

function judge(
  permission: PathPermission,
  paths: TranslatedPaths,
  rights: bigint,
  { globs }: ExpandedGrants,
  evidence: Evidence,
): EntryDecision[] {
  return foldGlobs(judgePaths(paths, rights, evidence), globs, permission, rights, evidence);
}

/** Where the entries for UNIX sockets lead. */
function socketsOf({ allow, deny }: PermissionSet["net"], lookup: Lookup): SocketEntry[] {
  const named = (effect: "allow" | "deny") => (entry: NetEntry): SocketEntry[] => {
    if (entry.kind !== "unix") return [];
    const { end, links } = lookup.follow(entry.path);
    return [{ text: entry.text, effect, path: end, names: links }];
  };
  return [...allow.flatMap(named("allow")), ...deny.flatMap(named("deny"))];
}

/** Whether a canonical path lies where writing is granted, whatever is denied in there. */
function writableIn(
  { allowAll, allow }: Grants<PathEntry>,
  mounts: Mounts | undefined,
  lookup: Lookup,
): (path: string) => boolean {
  if (allowAll) return () => true;
  let granted: readonly string[] | undefined;
  return (path) => {
    granted ??= everyPlace(allow.map((entry) => canonicalPath(entry.path, lookup)), mounts);
    return granted.some((directory) => isWithin(path, directory));
  };
}
