import type { PathRule, PortRule } from "../landlock/ruleset.ts";
import type { PermissionName } from "../permissions/permissions.ts";

/** An entry of the permissions, as the user wrote it. */
export interface EntryName {
  readonly permission: PermissionName;
  /** `*` for `true`. */
  readonly entry: string;
  readonly effect: "allow" | "deny";
}

/** Something that programs need and nobody has to grant. */
export interface Need {
  /** Path, or ports in words such as `port 53`. */
  readonly subject: string;
  /** The access it allows. */
  readonly access: "read" | "list" | "read, write" | "read, execute" | "connect" | "bind";
  /** The feature or program that needs it. */
  readonly reason: string;
}

/** The entry or baseline reason that a rule was made for. */
export type Origin = { readonly entry: EntryName } | { readonly need: Need };

/** Rights of a rule that were asked for by one origin. */
export interface Contribution {
  readonly origin: Origin;
  readonly access: bigint;
}

/** Origins of a rule, which the kernel does not see. */
interface WithOrigins {
  /** Each asked for some of its rights. */
  readonly origins: readonly Contribution[];
}

/** A rule for a path, and what it was made for. */
export type PlannedPathRule = PathRule & WithOrigins;

/** A rule for a port, and what it was made for. */
export type PlannedPortRule = PortRule & WithOrigins;

/** Whether an entry asked for a rule. */
export function isGranted({ origins }: WithOrigins): boolean {
  return origins.some(({ origin }) => "entry" in origin);
}

/** The rights that one entry asked for in a rule; 0 if it is not among the rule's origins. */
export function accessFor(
  { permission, entry, effect }: EntryName,
  { origins, access }: WithOrigins & { access: bigint },
): bigint {
  return origins.reduce((mask, { origin, access: asked }) => {
    const isOf = "entry" in origin && origin.entry.permission === permission &&
      origin.entry.entry === entry &&
      origin.entry.effect === effect;
    return isOf ? mask | asked & access : mask;
  }, 0n);
}
