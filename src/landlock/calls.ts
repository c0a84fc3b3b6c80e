import { EAFNOSUPPORT, EINVAL, ELOOP, ENOENT, ENOTDIR, ESTALE } from "../linux/errno.ts";
import { PR_SET_NO_NEW_PRIVS } from "../linux/flags.ts";
import { openCanonical } from "../linux/open.ts";
import { type FileIdentity, statusOf } from "../linux/status.ts";
import { type System, SystemCallError } from "../linux/system.ts";
import { FS, masksOf, RESTRICT } from "./abi.ts";
import {
  encodeNetPort,
  encodePathBeneath,
  encodeRulesetAttribute,
  RULE_NET_PORT,
  RULE_PATH_BENEATH,
  RULESET_ATTRIBUTE_SIZE,
} from "./encode.ts";
import type { PathRule, PortRule, Ruleset } from "./ruleset.ts";

/** Makes a ruleset in the kernel and returns its descriptor, to be closed by the caller. Restricts nothing yet.
 *
 * Where a directory has lost the name its rule is for, moves between directories are left out: what is denied could be
 * moved into it while it has no rule, and be read once it has its name again.
 *
 * @param ruleset one that this kernel takes, see `lower`
 * @throws SystemCallError; then no descriptor is left open
 */
export function createRuleset(system: System, ruleset: Ruleset): number {
  const { descriptor, complete } = build(system, ruleset);
  if (complete) return descriptor;
  system.attempt("close", descriptor);
  return build(system, withoutMoves(ruleset)).descriptor;
}

/** The same ruleset without the right to move files between directories. */
export function withoutMoves<Path extends PathRule, Port extends PortRule>(
  ruleset: Ruleset<Path, Port>,
): Ruleset<Path, Port> {
  const paths = ruleset.paths
    .map((rule) => ({ ...rule, access: rule.access & ~FS.REFER }))
    .filter(({ access }) => access !== 0n);
  return { ...ruleset, paths };
}

function build(
  system: System,
  ruleset: Ruleset,
): { readonly descriptor: number; readonly complete: boolean } {
  const attribute = system.scratch;
  encodeRulesetAttribute(attribute.view, ruleset.handledFs, ruleset.handledNet, ruleset.scoped);
  const descriptor = system.call(
    "landlock_create_ruleset",
    "ruleset",
    attribute.address,
    RULESET_ATTRIBUTE_SIZE,
    0,
  );
  try {
    let complete = true;
    for (const rule of ruleset.paths) {
      const isAdded = addPathRule(system, descriptor, rule);
      if (!isAdded && rule.isDirectory && rule.identity !== undefined) complete = false;
    }
    for (const rule of ruleset.ports) addPortRule(system, descriptor, rule.port, rule.access);
    return { descriptor, complete };
  } catch (error) {
    system.attempt("close", descriptor);
    throw error;
  }
}

/** What happens when an entry of a busy directory goes away or becomes something else after it was listed. */
const VANISHED: readonly number[] = [ENOENT, ENOTDIR, ELOOP, EINVAL, ESTALE];

/** Adds a rule, and returns whether there was something to add it for. */
function addPathRule(system: System, ruleset: number, rule: PathRule): boolean {
  const { path, access, descriptor, identity } = rule;
  try {
    const parent = descriptor ?? openCanonical(system, path);
    try {
      if (descriptor === undefined && identity !== undefined) checkIdentity(system, parent, path, identity);
      const encoded = system.scratch;
      encodePathBeneath(encoded.view, access, parent);
      const result = system.attempt("landlock_add_rule", ruleset, RULE_PATH_BENEATH, encoded.address, 0);
      if (result < 0) throw new SystemCallError("landlock_add_rule", path, -result);
      return true;
    } finally {
      if (descriptor === undefined) system.attempt("close", parent);
    }
  } catch (error) {
    const vanished = error instanceof SystemCallError && VANISHED.includes(error.errno);
    if (!(vanished && rule.mayVanish === true)) throw error;
    return false;
  }
}

/** Refuses what has taken the place of what was looked at. */
function checkIdentity(system: System, fd: number, path: string, identity: FileIdentity): void {
  const found = statusOf(system, fd, path).identity;
  const isSame = found.inode === identity.inode && (identity.born === 0n || found.born === identity.born);
  if (!isSame) throw new SystemCallError("landlock_add_rule", path, ESTALE);
}

function addPortRule(system: System, ruleset: number, port: number, access: bigint): void {
  const rule = system.scratch;
  encodeNetPort(rule.view, access, port);
  const result = system.attempt("landlock_add_rule", ruleset, RULE_NET_PORT, rule.address, 0);
  // A kernel without CONFIG_INET has no such network to restrict
  if (result < 0 && result !== -EAFNOSUPPORT) {
    throw new SystemCallError("landlock_add_rule", `port ${port}`, -result);
  }
}

/** Restricts the calling thread, with `TSYNC` every thread of the process, and sets no_new_privs on them.
 *
 * @param flags `RESTRICT` flags; NO_NEW_PRIVS is added where the kernel has it (ABI 11): then it is set only if
 * the call succeeds
 * @throws SystemCallError; `E2BIG` when 16 layers are in force
 */
export function restrictSelf(system: System, ruleset: number, flags: number, abi: number): void {
  const atomic = masksOf(abi).restrict & RESTRICT.NO_NEW_PRIVS;
  if (atomic === 0) system.call("prctl", "no_new_privs", PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  system.call("landlock_restrict_self", "ruleset", ruleset, flags | atomic);
}
