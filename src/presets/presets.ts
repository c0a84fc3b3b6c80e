import { ownData } from "../javascript/builtins.ts";
import type { Permission, Permissions } from "../permissions/permissions.ts";
import { isGlob } from "../permissions/glob.ts";
import { quote } from "../text.ts";
import { claimPublicCall } from "../javascript/public_call.ts";
import { type Installation, installationOf } from "./installation.ts";
import {
  contentsOf,
  permissionsOf,
  presentEntries,
  type PresetEntry,
  type PresetOptions,
  workingFolder,
} from "./preset.ts";
import { PRESET_PROGRAMS, type PresetName } from "./programs.ts";

const publicCall = claimPublicCall();

/** A preset: permissions for a kind of command that works in one folder. */
export type Preset = (folder: string, options?: PresetOptions) => Permissions;

/** What commands of a kind need, with reasons, but for the folder they work in. Nothing here grants the network, the
 * user's home or another temporary folder than the sandbox's own: see the option `tmp`. */
const ENTRIES: Readonly<Record<PresetName, (found: Installation) => readonly PresetEntry[]>> = {
  npm: ({ program, library }) => [
    {
      permission: "run",
      entry: true,
      reason: "scripts call what tools they like, each confined like npm itself",
    },
    { permission: "read", entry: program, reason: "the runtime, which may lie outside of /usr" },
    ...inLibrary(library, "npm itself, where Node is installed outside of /usr"),
  ],
  git: ({ program }) => [
    { permission: "run", entry: program, reason: "git" },
    ...["/usr/lib/git-core/git", "/usr/libexec/git-core/git"].map((entry): PresetEntry => ({
      permission: "run",
      entry,
      reason: "git starts its own commands from there",
      optional: true,
    })),
    {
      permission: "run",
      entry: "sh",
      reason: "git starts the other side of a local clone through a shell",
    },
    {
      permission: "read",
      entry: "/etc/gitconfig",
      reason: "git ends if it is there and cannot be read",
      optional: true,
    },
  ],
  node: ({ program }) => [{ permission: "run", entry: program, reason: "the runtime" }],
  deno: ({ program }) => [{ permission: "run", entry: program, reason: "the runtime" }],
  bun: ({ program }) => [{ permission: "run", entry: program, reason: "the runtime" }],
  python: ({ program, library }) => [
    { permission: "run", entry: program, reason: "the interpreter" },
    ...inLibrary(library, "the standard library, where Python is installed outside of /usr"),
  ],
};

function inLibrary(library: string | undefined, reason: string): PresetEntry[] {
  return library === undefined ? [] : [{ permission: "read", entry: library, reason }];
}

/** What a preset grants on this machine, with reasons.
 *
 * @param folder the folder the command works in
 * @param write all that may be written: the program is not looked up there
 * @throws LockdownError `PROGRAM_NOT_FOUND`
 */
export function presetEntries(
  name: PresetName,
  folder: string,
  options: PresetOptions = {},
  write: Permission = [contentsOf(folder)],
): readonly PresetEntry[] {
  return presentEntries([
    ...workingFolder(folder, options),
    ...ENTRIES[name](installationOf(options.program ?? PRESET_PROGRAMS[name], write)),
  ]);
}

function checkFolder(folder: unknown): void {
  if (typeof folder !== "string") {
    throw new TypeError(`Cannot use ${quote(folder)} as the folder of a preset: pass a path such as "."`);
  }
  if (!isGlob(folder)) return;
  throw new TypeError(
    `Cannot use ${
      quote(folder)
    } as the folder of a preset: it would be a pattern. Rename it, or begin from a folder ` +
      "above it",
  );
}

function preset(name: PresetName): Preset {
  return (folder, options) => {
    const chosen = ownData(options);
    return publicCall(() => {
      checkFolder(folder);
      return permissionsOf(presetEntries(name, folder, chosen));
    });
  };
}

/** Permissions for commands that people often confine. Each takes the folder the command works in, which it may read
 * and write, and returns plain permissions, to be extended by spreading them. None grants the network.
 *
 * Use them with `tmp: true`: the child then has a HOME and a TMPDIR of its own.
 *
 * @example
 * ```ts
 * import { presets, Sandbox } from "landlockdown";
 *
 * const sandbox = new Sandbox({ ...presets.npm("."), net: ["localhost:4873"] }, { tmp: true });
 * console.log(sandbox.report.permissions.net.status);
 * sandbox.close();
 * ```
 */
export const presets: Presets = {
  npm: preset("npm"),
  git: preset("git"),
  node: preset("node"),
  deno: preset("deno"),
  bun: preset("bun"),
  python: preset("python"),
};

/** The presets by name. */
export interface Presets {
  /** `npm install`, `npm run …` and their lifecycle scripts: any program may run, and write the package only. */
  readonly npm: Preset;
  /** git on local repositories; name those that are only read in `read`. */
  readonly git: Preset;
  /** A program in Node. */
  readonly node: Preset;
  /** A program in Deno, whose own flags hold besides. */
  readonly deno: Preset;
  /** A program in Bun. */
  readonly bun: Preset;
  /** A Python script with what is installed for Python. */
  readonly python: Preset;
}
