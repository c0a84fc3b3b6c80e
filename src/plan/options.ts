import { quote } from "../text.ts";
import { type FilterOptions, type FilterSwitches, resolveFilter } from "../acts/filter_options.ts";
import type { Missing } from "./path_entries.ts";

/** Which of the kernel's scopes to use. */
export interface ScopeOptions {
  /** Keep the process from connecting to abstract UNIX sockets made outside. Default `true`; ABI 6. */
  readonly abstractUnixSockets?: boolean | undefined;
  /** Keep the process from sending signals outside. Default `true`; ABI 6. */
  readonly signals?: boolean | undefined;
}

/** How strict, how thorough, and what else to grant. */
export interface LockdownOptions {
  /** `"best-effort"` enforces what this kernel can and reports the rest; `"strict"` throws unless every entry is
   * enforced exactly and nothing stays open that a newer kernel would close. When left out it is best effort,
   * except that a kernel without Landlock is an error. */
  readonly compat?: "best-effort" | "strict" | undefined;
  /** What to do about a granted path that does not exist. Default `"error"`; `"create"` makes a directory. */
  readonly missing?: Missing | undefined;
  /** How to reach every thread. `"auto"`: by the kernel (ABI 8), by signal before, by starting the program again
   * where neither works. `"reexec"`: always by starting the program again. */
  readonly threads?: "auto" | "reexec" | undefined;
  /** Whether to grant what the runtime and dynamic programs need besides. Default `true`. */
  readonly baseline?: boolean | undefined;
  /** Scopes, both on by default; `false` turns both off. */
  readonly scope?: boolean | ScopeOptions | undefined;
  /** What Landlock leaves open and a seccomp filter closes; `false` for no filter at all. Default `true`. */
  readonly filter?: boolean | FilterOptions | undefined;
  /** Whether the kernel's audit log also shows denials of programs started later (ABI 7). Default `false`. */
  readonly log?: boolean | undefined;
  /** Whether `lockdown()` tells on standard error, a line for each, which entries hold otherwise than they are written.
   * With the variable `LANDLOCKDOWN_QUIET=1` it does not. Default `false`. */
  readonly tell?: boolean | undefined;
}

/** Options with every default filled in. */
export interface ResolvedOptions {
  readonly compat: "best-effort" | "strict";
  /** Whether a kernel without Landlock is accepted: only when best effort was said in so many words. */
  readonly acceptNoLandlock: boolean;
  readonly missing: Missing;
  readonly threads: "auto" | "reexec";
  readonly baseline: boolean;
  readonly scopeAbstract: boolean;
  readonly scopeSignals: boolean;
  readonly log: boolean;
  readonly tell: boolean;
  /** `false` for no filter. */
  readonly filter: false | FilterSwitches;
}

const CHOICES: Readonly<Record<string, readonly unknown[]>> = {
  compat: ["best-effort", "strict"],
  missing: ["error", "skip", "create"],
  threads: ["auto", "reexec"],
  baseline: [true, false],
  log: [true, false],
  tell: [true, false],
};

/** Checks options and fills in defaults.
 *
 * @throws TypeError for an unknown option or value
 */
export function resolveOptions(options: LockdownOptions = {}): ResolvedOptions {
  if (typeof options !== "object" || options === null) {
    throw new TypeError(
      `Cannot use ${quote(options)} as options: pass an object such as { compat: "strict" }`,
    );
  }
  for (const [name, value] of Object.entries(options)) {
    if (name === "scope" || name === "filter" || value === undefined) continue;
    const choices = Object.hasOwn(CHOICES, name) ? CHOICES[name] : undefined;
    if (choices === undefined) {
      throw new TypeError(
        `Cannot use option ${quote(name)}: not one of ${Object.keys(CHOICES).join(", ")}, scope, filter`,
      );
    }
    if (!choices.includes(value)) {
      throw new TypeError(
        `Cannot use ${quote(value)} as option "${name}": pass ${choices.map(quote).join(" or ")}`,
      );
    }
  }
  const scope = resolveScope(options.scope);
  return {
    compat: options.compat ?? "best-effort",
    acceptNoLandlock: options.compat === "best-effort",
    missing: options.missing ?? "error",
    threads: options.threads ?? "auto",
    baseline: options.baseline ?? true,
    log: options.log ?? false,
    tell: options.tell ?? false,
    filter: resolveFilter(options.filter),
    ...scope,
  };
}

function resolveScope(scope: unknown = true): { scopeAbstract: boolean; scopeSignals: boolean } {
  if (typeof scope === "boolean") return { scopeAbstract: scope, scopeSignals: scope };
  const known = ["abstractUnixSockets", "signals"];
  const entries = typeof scope === "object" && scope !== null ? Object.entries(scope) : undefined;
  if (
    entries === undefined ||
    entries.some(([name, value]) => !known.includes(name) || typeof value !== "boolean")
  ) {
    throw new TypeError(
      `Cannot use ${quote(scope)} as option "scope": pass true, false or { abstractUnixSockets, signals }`,
    );
  }
  const { abstractUnixSockets = true, signals = true } = scope as ScopeOptions;
  return { scopeAbstract: abstractUnixSockets, scopeSignals: signals };
}
