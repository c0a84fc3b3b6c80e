import type { FileIdentity } from "../linux/status.ts";
import { abiOf, FILE_RIGHTS, masksOf, namesOf, NEWEST_ABI } from "./abi.ts";

/** A rule that allows access to a file, or to a directory and all beneath it. */
export interface PathRule {
  /** Canonical absolute path: no symbolic link in it. */
  readonly path: string;
  readonly isDirectory: boolean;
  /** An open descriptor of it, where there is one: then the rule binds what was looked at. */
  readonly descriptor?: number | undefined;
  /** `FS` rights. */
  readonly access: bigint;
  /** Whether it may be gone by the time the rule is added; then there is no rule. */
  readonly mayVanish?: boolean;
  /** The file that must be found under the path when the rule is added, where what is confined can give the name to something
   * else. Without it the rule is for whatever is there then. */
  readonly identity?: FileIdentity;
  /** Whether it is for processes only that have a terminal among their standard streams. */
  readonly needsTerminal?: boolean;
}

/** A rule that allows a port number, of TCP or UDP as the rights say. */
export interface PortRule {
  readonly port: number;
  /** `NET` rights. */
  readonly access: bigint;
}

/** What is to be restricted, in the kernel's terms: all that is handled is denied but for the rules. */
export interface Ruleset<Path extends PathRule = PathRule, Port extends PortRule = PortRule> {
  readonly handledFs: bigint;
  readonly handledNet: bigint;
  readonly scoped: bigint;
  readonly paths: readonly Path[];
  readonly ports: readonly Port[];
}

/** A right that the kernel at hand lacks, and the first ABI that has it. */
export interface LostRight {
  readonly kind: "fs" | "net" | "scope";
  /** The kernel's name, `connect_tcp`. */
  readonly name: string;
  readonly abi: number;
}

/** A ruleset a given kernel takes, and what it cannot say. */
export interface LoweredRuleset<Path extends PathRule, Port extends PortRule> {
  readonly ruleset: Ruleset<Path, Port>;
  /** Handled in the original and not here: these acts stay allowed everywhere. */
  readonly lost: readonly LostRight[];
}

/** Lowers a ruleset to what an ABI can do.
 *
 * Pure. Takes away the rights and scopes the ABI lacks, from what is handled and from every rule; cuts rules on
 * files to the rights a file may carry; drops rules that allow nothing any more (the kernel refuses them with
 * `ENOMSG`). Never adds anything.
 *
 * @param abi as the kernel tells it, 0 for a kernel without Landlock
 */
export function lower<Path extends PathRule, Port extends PortRule>(
  ruleset: Ruleset<Path, Port>,
  abi: number,
): LoweredRuleset<Path, Port> {
  const known = masksOf(Math.min(abi, NEWEST_ABI));
  const handledFs = ruleset.handledFs & known.fs;
  const handledNet = ruleset.handledNet & known.net;
  const paths = ruleset.paths
    .map((rule) => ({ ...rule, access: rule.access & handledFs & (rule.isDirectory ? ~0n : FILE_RIGHTS) }))
    .filter((rule) => rule.access !== 0n);
  const ports = ruleset.ports
    .map((rule) => ({ ...rule, access: rule.access & handledNet }))
    .filter((rule) => rule.access !== 0n);
  return {
    ruleset: { handledFs, handledNet, scoped: ruleset.scoped & known.scope, paths, ports },
    lost: [
      ...lostOf("fs", ruleset.handledFs & ~known.fs),
      ...lostOf("net", ruleset.handledNet & ~known.net),
      ...lostOf("scope", ruleset.scoped & ~known.scope),
    ],
  };
}

function lostOf(kind: LostRight["kind"], mask: bigint): LostRight[] {
  return namesOf(kind, mask).map((name) => ({ kind, name, abi: abiOf(kind, name.toUpperCase()) }));
}
