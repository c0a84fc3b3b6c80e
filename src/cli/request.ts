import { context } from "../context.ts";
import { parseFlags } from "../flags/parse_flags.ts";
import { workingDirectory } from "../linux/process.ts";
import { withEffects } from "../permissions/edit.ts";
import type { Permissions } from "../permissions/permissions.ts";
import type { LockdownOptions } from "../plan/options.ts";
import type { Missing } from "../plan/path_entries.ts";
import { UsageError } from "./errors.ts";
import { type CommandLine, hasOption, textOption } from "./options.ts";
import { readPolicy } from "./policy.ts";
import { type RequestedPreset, requestedPresets, withPresets } from "./presets.ts";
import { readRegularFile } from "./regular_file.ts";

/** What a command line grants: its flags, the policy it names, and its presets.
 *
 * @throws UsageError, SyntaxError, TypeError or RangeError for what is wrong in one of them
 */
export function requestedPermissions(line: CommandLine): Permissions {
  return requested(line).permissions;
}

/** The same, and the presets among it. */
export function requested(
  line: CommandLine,
): { permissions: Permissions; presets: readonly RequestedPreset[] } {
  const named = flagsAndPolicy(line);
  const presets = requestedPresets(line, named.write);
  return { permissions: withPresets(named, presets), presets };
}

function flagsAndPolicy(line: CommandLine): Permissions {
  const set = line.flags.find((flag) => /^-P|^--permission-set/.test(flag));
  if (set !== undefined) {
    throw new UsageError(
      `cannot use "${set}": name the file with the permission set, as in --policy=deno.json`,
    );
  }
  const flags = parseFlags(line.flags);
  const policy = textOption(line, "policy");
  if (policy === undefined) return flags;
  const readText = (path: string) => new TextDecoder().decode(readRegularFile(path));
  return withEffects(readPolicy(policy, workingDirectory(context().system), readText), flags);
}

/** The options of a plan. */
export function requestedOptions(line: CommandLine): LockdownOptions {
  const [strict, bestEffort] = [hasOption(line, "strict"), hasOption(line, "best-effort")];
  if (strict && bestEffort) {
    throw new UsageError("cannot use --strict next to --best-effort: leave one of them out");
  }
  const missing = textOption(line, "missing") as Missing | undefined;
  return {
    ...(strict ? { compat: "strict" } : bestEffort ? { compat: "best-effort" } : {}),
    ...(missing === undefined ? {} : { missing }),
  };
}
