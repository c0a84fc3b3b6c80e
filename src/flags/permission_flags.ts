import type { PermissionName } from "../permissions/permissions.ts";

/** What an entry of a flag does. */
export type Effect = "allow" | "deny" | "ignore";

/** A permission flag of Deno's command line with a list as value. */
export interface PermissionFlag {
  /** Without the dashes: `allow-read`. */
  readonly name: string;
  readonly permission: PermissionName;
  readonly effect: Effect;
  /** The letter of its short form. */
  readonly short?: string;
}

/** Every permission flag of Deno 2.9 that takes a list. */
export const PERMISSION_FLAGS: readonly PermissionFlag[] = [
  { name: "allow-read", permission: "read", effect: "allow", short: "R" },
  { name: "deny-read", permission: "read", effect: "deny" },
  { name: "ignore-read", permission: "read", effect: "ignore" },
  { name: "allow-write", permission: "write", effect: "allow", short: "W" },
  { name: "deny-write", permission: "write", effect: "deny" },
  { name: "allow-net", permission: "net", effect: "allow", short: "N" },
  { name: "deny-net", permission: "net", effect: "deny" },
  { name: "allow-run", permission: "run", effect: "allow" },
  { name: "deny-run", permission: "run", effect: "deny" },
  { name: "allow-env", permission: "env", effect: "allow", short: "E" },
  { name: "deny-env", permission: "env", effect: "deny" },
  { name: "ignore-env", permission: "env", effect: "ignore" },
  { name: "allow-ffi", permission: "ffi", effect: "allow" },
  { name: "deny-ffi", permission: "ffi", effect: "deny" },
  { name: "allow-sys", permission: "sys", effect: "allow", short: "S" },
  { name: "deny-sys", permission: "sys", effect: "deny" },
  { name: "allow-import", permission: "import", effect: "allow", short: "I" },
  { name: "deny-import", permission: "import", effect: "deny" },
];

/** The flag with a name, without dashes. */
export function permissionFlag(name: string): PermissionFlag | undefined {
  return PERMISSION_FLAGS.find((flag) => flag.name === name);
}

/** Whether a word of a command line looks like a permission flag: then it is one, or a mistake. */
export function looksLikePermissionFlag(word: string): boolean {
  return /^--(no-)?(allow|deny|ignore)[-_]/.test(word) && !/^--allow-scripts(=|$)/.test(word);
}
