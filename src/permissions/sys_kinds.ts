/** What the sys permission can name on the command line. */
export const FLAG_SYS_KINDS: readonly string[] = [
  "hostname",
  "osRelease",
  "osUptime",
  "loadavg",
  "networkInterfaces",
  "systemMemoryInfo",
  "uid",
  "gid",
  "cpus",
  "homedir",
  "getegid",
  "username",
  "statfs",
  "getPriority",
  "setPriority",
  "userInfo",
];

/** What it can name in deno.json only: Deno's command line does not know them yet. */
export const CONFIG_SYS_KINDS: readonly string[] = [
  "inspector",
  "setegid",
  "seteuid",
  "setgid",
  "setuid",
  "ca",
  "umask",
];

/** The one name of a kind: `username` is an old name of `userInfo`. */
export function canonicalSysKind(kind: string): string {
  return kind === "username" ? "userInfo" : kind;
}
