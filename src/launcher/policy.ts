import type { PathRule, PortRule } from "../landlock/ruleset.ts";
import { SIGPIPE, SIGXFSZ } from "../linux/flags.ts";

/** What a launcher does before it executes a command. */
export interface LauncherPlan {
  /** What to restrict. */
  readonly landlock: LauncherLandlock;
  /** What of the environment reaches the command. */
  readonly environment: LauncherEnvironment;
  /** The first descriptor that the command does not get, with all above it; "none" leaves all open. Default 3. */
  readonly closeFrom?: number | "none";
  /** Signals that get their default action back. All are unblocked in any case. Default
   * {@linkcode RUNTIME_SIGNALS}. */
  readonly signals?: readonly number[];
  /** A seccomp filter, `struct sock_filter` after `struct sock_filter`; it must let execve, write, rt_sigprocmask and
   * exit_group through. Default none. */
  readonly filter?: Uint8Array;
  /** A command and its first arguments. What the launcher is given comes after them, all of it. Default none: then
   * the launcher is given the command. */
  readonly command?: readonly string[];
  /** The launcher's first argument must be this, {@linkcode NONCE_LENGTH} letters, digits, `-` or `_`: a command line
   * that outlived its launcher may find another one under the same path. Default `""`, none. */
  readonly nonce?: string;
}

/** So that it is, with the final zero, compared as one number. */
export const NONCE_LENGTH = 7;

/** What to restrict: a ruleset that the launcher builds, one that was built before and whose descriptor it finds
 * open under that number, or, said in so many words, nothing. */
export type LauncherLandlock =
  | { readonly kind: "build"; readonly ruleset: LauncherRuleset; readonly restrictFlags: number }
  | { readonly kind: "prebuilt"; readonly descriptor: number; readonly restrictFlags: number }
  | { readonly kind: "none" };

/** A ruleset that the kernel takes, see `lower`. */
export interface LauncherRuleset {
  readonly handledFs: bigint;
  readonly handledNet: bigint;
  readonly scoped: bigint;
  readonly paths: readonly LauncherPathRule[];
  readonly ports: readonly PortRule[];
}

/** A rule for the file that is at that path when the launcher runs. If it is missing then, or there is a symbolic link
 * on the way, or it has another identity, the launcher fails, unless it may vanish. */
export type LauncherPathRule =
  & Pick<PathRule, "path" | "access" | "mayVanish" | "identity" | "needsTerminal">
  & Partial<Pick<PathRule, "isDirectory">>;

/** What of the environment reaches the command. The most specific entry decides: a name before a prefix, a longer
 * prefix before a shorter one, and of equals the one in `block`. Without one a variable does not pass. */
export interface LauncherEnvironment {
  /** Names, `PREFIX*`, or `*` for everything. */
  readonly pass: readonly string[];
  /** Names and `PREFIX*`. Default none. */
  readonly block?: readonly string[];
  /** Variables that replace inherited ones. A PATH among them is also where the command is looked for. Default
   * none. */
  readonly set?: Readonly<Record<string, string>>;
}

/** Runtimes ignore these, and whatever is ignored stays so across execve. */
export const RUNTIME_SIGNALS: readonly number[] = [SIGPIPE, SIGXFSZ];
