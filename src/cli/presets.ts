import { effectsOf, withEntry } from "../permissions/edit.ts";
import type { Permission, Permissions } from "../permissions/permissions.ts";
import { quote } from "../text.ts";
import { contentsOf, type PresetEntry } from "../presets/preset.ts";
import { presetEntries } from "../presets/presets.ts";
import { PRESET_NAMES, PRESET_PROGRAMS, type PresetName } from "../presets/programs.ts";
import type { EntryName } from "../plan/origin.ts";
import { type CommandLine, listOption } from "./options.ts";
import { UsageError } from "./errors.ts";

/** A preset that a command line asks for, and what it grants. */
export interface RequestedPreset {
  readonly name: PresetName;
  readonly entries: readonly PresetEntry[];
}

/** Whether a command line asks for presets: they count on a temporary folder. */
export function hasPreset(line: CommandLine): boolean {
  return listOption(line, "preset").length > 0;
}

/** What each `--preset=NAME` or `--preset=NAME=FOLDER` grants; without a folder in the working directory.
 *
 * @param write what may be written besides: no program is looked up there
 * @throws UsageError for an unknown name
 * @throws LockdownError `PROGRAM_NOT_FOUND` where the program it is for is not installed
 */
export function requestedPresets(
  line: CommandLine,
  write: Permission | undefined,
): readonly RequestedPreset[] {
  const named = listOption(line, "preset").map(parsePreset);
  const effects = effectsOf(write);
  const allowed = Array.isArray(effects.allow) ? effects.allow : [];
  const allow = effects.allow === true || [...allowed, ...named.map(({ folder }) => contentsOf(folder))];
  return named.map(({ name, folder }) => ({
    name,
    entries: presetEntries(name, folder, {}, { ...effects, allow }),
  }));
}

function parsePreset(text: string): { name: PresetName; folder: string } {
  const [name = ""] = text.split("=", 1);
  if (!isPresetName(name)) {
    throw new UsageError(
      `cannot use "--preset=${text}": there is no preset ${quote(name)}, write one of ${
        PRESET_NAMES.join(", ")
      }; for two, write --preset twice`,
    );
  }
  const folder = text === name ? "." : text.slice(name.length + 1);
  if (folder === "") {
    throw new UsageError(
      `cannot use "--preset=${text}": name a folder behind the second "=", or leave it out`,
    );
  }
  return { name, folder };
}

/** Permissions with what presets grant added to what they allow. */
export function withPresets(permissions: Permissions, presets: readonly RequestedPreset[]): Permissions {
  return presets.flatMap(({ entries }) => entries)
    .reduce((sum, { permission, entry }) => withEntry(sum, permission, entry), permissions);
}

/** The presets that grant an entry of a report, and why each does. Pure. */
export function presetReasons(
  { permission, effect, entry }: EntryName,
  presets: readonly RequestedPreset[],
): { name: PresetName; reason: string }[] {
  if (effect === "deny") return [];
  return presets.flatMap(({ name, entries }) =>
    entries
      .filter((own) => own.permission === permission && (own.entry === true ? "*" : own.entry) === entry)
      .map(({ reason }) => ({ name, reason }))
  );
}

function isPresetName(name: string): name is PresetName {
  return Object.hasOwn(PRESET_PROGRAMS, name);
}
