import { openCanonical } from "../system/files.ts";
import {
  EAFNOSUPPORT,
  EINVAL,
  ELOOP,
  ENOENT,
  ENOTDIR,
  type System,
  SystemCallError,
} from "../system/system.ts";
import {
  encodeNetPort,
  encodePathBeneath,
  encodeRulesetAttribute,
  RULESET_ATTRIBUTE_SIZE,
} from "./encode.ts";
import { masksOf, RESTRICT } from "./abi.ts";
import type { PathRule, Ruleset } from "./ruleset.ts";

const RULE_PATH_BENEATH = 1;
const RULE_NET_PORT = 2;

/** Makes a ruleset in the kernel and returns its descriptor, to be closed by the caller. Restricts nothing yet.
 *
 * @param ruleset one that this kernel takes, see `lower`
 * @throws SystemCallError; then no descriptor is left open
 */
export function createRuleset(system: System, ruleset: Ruleset): number {
  const attribute = system.scratch;
  encodeRulesetAttribute(attribute.view, ruleset.handledFs, ruleset.handledNet, ruleset.scoped);
  const fd = system.call(
    "landlock_create_ruleset",
    "ruleset",
    attribute.address,
    RULESET_ATTRIBUTE_SIZE,
    0,
  );
  try {
    for (const rule of ruleset.paths) addPathRule(system, fd, rule);
    for (const rule of ruleset.ports) addPortRule(system, fd, rule.port, rule.access);
    return fd;
  } catch (error) {
    system.attempt("close", fd);
    throw error;
  }
}

/** What happens when an entry of a busy directory goes away or becomes something else after it was listed. */
const VANISHED: readonly number[] = [ENOENT, ENOTDIR, ELOOP, EINVAL];

function addPathRule(system: System, ruleset: number, rule: PathRule): void {
  try {
    const { path, access, descriptor } = rule;
    const parent = descriptor ?? openCanonical(system, path);
    const encoded = system.scratch;
    encodePathBeneath(encoded.view, access, parent);
    const result = system.attempt("landlock_add_rule", ruleset, RULE_PATH_BENEATH, encoded.address, 0);
    if (descriptor === undefined) system.attempt("close", parent);
    if (result < 0) throw new SystemCallError("landlock_add_rule", path, -result);
  } catch (error) {
    const vanished = error instanceof SystemCallError && VANISHED.includes(error.errno);
    if (!(vanished && rule.mayVanish === true)) throw error;
  }
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

/** `prctl(PR_SET_NO_NEW_PRIVS, 1)`: without it an unprivileged thread may not restrict itself, and with it no
 * set-user-ID program can gain privileges inside a domain it does not expect. */
export const PR_SET_NO_NEW_PRIVS = 38;

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
