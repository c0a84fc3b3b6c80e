/** Where the launcher's code and the plan's encoder agree to find things: offsets in bytes, little-endian. */

/** The plan as it follows the launcher's code. It begins with these fields; then come the sections, each ending
 * where the next begins; then the {@linkcode TAIL}. Rules and filter are aligned to 8 bytes, the strings behind
 * them to none. */
export const PLAN = {
  /** `struct landlock_ruleset_attr`, 48 bytes. */
  attribute: 0,
  /** u32, one of {@linkcode LANDLOCK}. */
  landlock: 48,
  /** i32, the ruleset's descriptor with `LANDLOCK.prebuilt`. */
  descriptor: 52,
  /** u32, flags of landlock_restrict_self. */
  restrictFlags: 56,
  /** u32, the first descriptor that the command does not get. */
  closeFrom: 60,
  /** u64, bit n-1 for signal n, to be set to its default. */
  signals: 64,
  /** u32, bytes of memory for lists of addresses, beyond the size of those the launcher was given. */
  room: 72,
  /** u32, where the value of PATH is if the plan sets it, or 0. */
  searchPath: 76,
  /** u32, where each section begins, in their order. */
  paths: 80,
  ports: 84,
  filter: 88,
  names: 92,
  variables: 96,
  command: 100,
  tail: 104,
  /** u32, `e_machine` of the ELF header: the flags of open differ between architectures. */
  machine: 108,
  /** u64, what the first argument must be, seven characters and the final zero; or 0 for no such argument. */
  nonce: 112,
  size: 120,
} as const;

/** What `PLAN.landlock` says. Nothing is 0, so that a plan of zeros is none. */
export const LANDLOCK = { build: 1, prebuilt: 2, none: 3 } as const;

/** A path rule in `PLAN.paths`. */
export const PATH_RULE = {
  /** u64, `struct landlock_path_beneath_attr` begins so. */
  access: 0,
  /** u32, bytes from this rule to the next. */
  size: 8,
  /** u32, flags for openat, where there is no openat2. */
  openFlags: 12,
  /** u32, bits of {@linkcode RULE}. */
  flags: 16,
  /** u64, the inode number with `RULE.identity`. */
  inode: 24,
  /** i64 and u32, when it was made with `RULE.birth`: seconds since 1970, and nanoseconds. */
  bornSeconds: 32,
  bornNanoseconds: 40,
  /** Zero-terminated. */
  path: 44,
} as const;

/** Bits of `PATH_RULE.flags`. */
export const RULE = {
  /** It does not matter when the path is missing or something else. */
  mayVanish: 1,
  /** The file there must have the inode number. */
  identity: 2,
  /** And must have been made at that time. */
  birth: 4,
  /** The file there is a directory, into which others could be moved while it has no rule. */
  container: 8,
  /** It is only for a command with a terminal among descriptors 0 to 2. */
  needsTerminal: 16,
} as const;

/** A port rule in `PLAN.ports` is `struct landlock_net_port_attr`. */
export const PORT_RULE = { access: 0, port: 8, size: 16 } as const;

/** After each zero-terminated name in `PLAN.names` comes one byte with these bits. The first name that fits a
 * variable decides; a variable that none fits does not pass. */
export const NAME = {
  /** It fits every variable whose name begins so. */
  prefix: 1,
  /** The variable passes. */
  pass: 2,
} as const;

/** How the plan, and with it the file, ends. */
export const TAIL = {
  /** u32 */
  version: 0,
  /** u32, bytes of the whole plan with this tail: where it begins, counted from the file's end. */
  planSize: 4,
  /** 8 bytes, and the last: where they are, nothing is missing before them. */
  magic: 8,
  size: 16,
} as const;

/** `TAIL.magic` in ASCII. */
export const MAGIC = "lld-plan";
/** Of the plan's encoding. */
export const PLAN_VERSION = 2;

/** How the launcher ends if the command does not take its place: as shells and `env` do. */
export const EXIT = {
  /** The launcher failed before it came to the command. */
  failed: 125,
  /** There is a command and it cannot be executed. */
  notExecutable: 126,
  /** There is no such command. */
  notFound: 127,
} as const;

/** Where commands are looked for if there is no PATH. */
export const DEFAULT_PATH = "/usr/local/bin:/usr/bin:/bin";

/** Text as a little-endian number, for a comparison in one step: eight ASCII characters. */
export function numberOfText(text: string): bigint {
  return [...text].reduceRight((number, character) => number << 8n | BigInt(character.charCodeAt(0)), 0n);
}

/** What the launcher remembers, on its stack. The command's environment and arguments, lists of addresses, follow. */
export const STATE = {
  /** Address of the list of arguments the launcher got. */
  argv: 0,
  /** Address of the environment it got. */
  envp: 8,
  /** Address of the command's name or path. */
  file: 16,
  /** Address of the command's arguments; the 8 bytes before them are free. */
  arguments: 24,
  /** Address of the folder's name in PATH that is tried. */
  folder: 32,
  /** Of one where the command was found and could not be executed, or 0. */
  denied: 40,
  /** A rule or a seccomp program while it is handed to the kernel, or a limit it hands back: 16 bytes. */
  rule: 48,
  /** `struct open_how`, 24 bytes. */
  how: 64,
  /** 32 bytes that stay zero: a signal's default action, an empty set of signals. */
  zeros: 96,
  /** Header and records of capabilities, 32 bytes. */
  capabilities: 128,
  /** 1 if a rule for a directory was left out that another process of the same sandbox may have. */
  incomplete: 160,
  /** `struct statx`. */
  status: 168,
  size: 424,
} as const;
