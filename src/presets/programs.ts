/** Every preset, and the program it looks for. Data only: the help and the completions of the command name them. */
export const PRESET_PROGRAMS = {
  npm: "node",
  git: "git",
  node: "node",
  deno: "deno",
  bun: "bun",
  python: "python3",
} as const;

/** The name of a preset. */
export type PresetName = keyof typeof PRESET_PROGRAMS;

/** Their names. */
export const PRESET_NAMES: readonly PresetName[] = Object.keys(PRESET_PROGRAMS) as PresetName[];
