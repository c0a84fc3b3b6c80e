/** The one place that knows the versions of Landlock: rights, scopes, flags, struct sizes, from ABI 1 to 11.
 * Sources: `include/uapi/linux/landlock.h` and `security/landlock/limits.h` of Linux 7.3. */

/** The newest ABI we know. Rights of later ones are never handled, so that a new kernel does not make a sandbox
 * stricter than it was tested. */
export const NEWEST_ABI = 11;

/** `LANDLOCK_ACCESS_FS_*` */
export const FS = {
  EXECUTE: 0x1n,
  WRITE_FILE: 0x2n,
  READ_FILE: 0x4n,
  READ_DIR: 0x8n,
  REMOVE_DIR: 0x10n,
  REMOVE_FILE: 0x20n,
  MAKE_CHAR: 0x40n,
  MAKE_DIR: 0x80n,
  MAKE_REG: 0x100n,
  MAKE_SOCK: 0x200n,
  MAKE_FIFO: 0x400n,
  MAKE_BLOCK: 0x800n,
  MAKE_SYM: 0x1000n,
  REFER: 0x2000n,
  TRUNCATE: 0x4000n,
  IOCTL_DEV: 0x8000n,
  RESOLVE_UNIX: 0x10000n,
} as const;

/** `LANDLOCK_ACCESS_NET_*` */
export const NET = {
  BIND_TCP: 0x1n,
  CONNECT_TCP: 0x2n,
  BIND_UDP: 0x4n,
  CONNECT_SEND_UDP: 0x8n,
} as const;

/** `LANDLOCK_SCOPE_*` */
export const SCOPE = {
  ABSTRACT_UNIX_SOCKET: 0x1n,
  SIGNAL: 0x2n,
} as const;

/** `LANDLOCK_RESTRICT_SELF_*`, flags of the third call. */
export const RESTRICT = {
  LOG_SAME_EXEC_OFF: 0x1,
  LOG_NEW_EXEC_ON: 0x2,
  LOG_SUBDOMAINS_OFF: 0x4,
  TSYNC: 0x8,
  NO_NEW_PRIVS: 0x10,
} as const;

/** `LANDLOCK_ADD_RULE_*`, flags of the second call. */
export const ADD_RULE = { QUIET: 0x1 } as const;

/** What one ABI added to the one before. */
export interface AbiStep {
  readonly abi: number;
  /** The mainline release that brought it. Distributions backport: never conclude from the release. */
  readonly linux: string;
  readonly fs: readonly (keyof typeof FS)[];
  readonly net: readonly (keyof typeof NET)[];
  readonly scope: readonly (keyof typeof SCOPE)[];
  readonly restrict: readonly (keyof typeof RESTRICT)[];
  readonly addRule: readonly (keyof typeof ADD_RULE)[];
  /** `sizeof(struct landlock_ruleset_attr)` in bytes. */
  readonly attributeSize: number;
}

const NOTHING = { fs: [], net: [], scope: [], restrict: [], addRule: [] } as const;

/** Every ABI, oldest first. */
export const ABI_STEPS: readonly AbiStep[] = [
  {
    ...NOTHING,
    abi: 1,
    linux: "5.13",
    // deno-fmt-ignore
    fs: ["EXECUTE", "WRITE_FILE", "READ_FILE", "READ_DIR", "REMOVE_DIR", "REMOVE_FILE", "MAKE_CHAR",
      "MAKE_DIR", "MAKE_REG", "MAKE_SOCK", "MAKE_FIFO", "MAKE_BLOCK", "MAKE_SYM"],
    attributeSize: 8,
  },
  { ...NOTHING, abi: 2, linux: "5.19", fs: ["REFER"], attributeSize: 8 },
  { ...NOTHING, abi: 3, linux: "6.2", fs: ["TRUNCATE"], attributeSize: 8 },
  { ...NOTHING, abi: 4, linux: "6.7", net: ["BIND_TCP", "CONNECT_TCP"], attributeSize: 16 },
  { ...NOTHING, abi: 5, linux: "6.10", fs: ["IOCTL_DEV"], attributeSize: 16 },
  { ...NOTHING, abi: 6, linux: "6.12", scope: ["ABSTRACT_UNIX_SOCKET", "SIGNAL"], attributeSize: 24 },
  {
    ...NOTHING,
    abi: 7,
    linux: "6.15",
    restrict: ["LOG_SAME_EXEC_OFF", "LOG_NEW_EXEC_ON", "LOG_SUBDOMAINS_OFF"],
    attributeSize: 24,
  },
  { ...NOTHING, abi: 8, linux: "7.0", restrict: ["TSYNC"], attributeSize: 24 },
  { ...NOTHING, abi: 9, linux: "7.1", fs: ["RESOLVE_UNIX"], attributeSize: 24 },
  {
    ...NOTHING,
    abi: 10,
    linux: "7.2",
    net: ["BIND_UDP", "CONNECT_SEND_UDP"],
    addRule: ["QUIET"],
    attributeSize: 48,
  },
  { ...NOTHING, abi: 11, linux: "7.3", restrict: ["NO_NEW_PRIVS"], attributeSize: 48 },
];

/** Rights that may stand in a rule on a file, `ACCESS_FILE` in `security/landlock/fs.c`: any other bit in a
 * rule on something that is not a directory is `EINVAL`. */
export const FILE_RIGHTS: bigint = FS.EXECUTE | FS.WRITE_FILE | FS.READ_FILE | FS.TRUNCATE | FS.IOCTL_DEV |
  FS.RESOLVE_UNIX;

/** All that an ABI knows, as masks. */
export interface Masks {
  readonly fs: bigint;
  readonly net: bigint;
  readonly scope: bigint;
  readonly restrict: number;
  readonly addRule: number;
  /** Bytes of `struct landlock_ruleset_attr` that this kernel knows. */
  readonly attributeSize: number;
}

/** What a kernel of this ABI knows, cut off at {@linkcode NEWEST_ABI}; nothing at all for 0. */
export function masksOf(abi: number): Masks {
  const steps = ABI_STEPS.filter((step) => step.abi <= abi);
  const bits = <Name extends string>(bit: Record<Name, bigint>, names: (step: AbiStep) => readonly Name[]) =>
    steps.flatMap(names).reduce((mask, name) => mask | bit[name], 0n);
  const flags = <Name extends string>(
    flag: Record<Name, number>,
    names: (step: AbiStep) => readonly Name[],
  ) => steps.flatMap(names).reduce((mask, name) => mask | flag[name], 0);
  return {
    fs: bits(FS, (step) => step.fs),
    net: bits(NET, (step) => step.net),
    scope: bits(SCOPE, (step) => step.scope),
    restrict: flags(RESTRICT, (step) => step.restrict),
    addRule: flags(ADD_RULE, (step) => step.addRule),
    attributeSize: steps.at(-1)?.attributeSize ?? 0,
  };
}

/** The first ABI that has a right of the given class, for messages such as "from ABI 10". */
export function abiOf(kind: "fs" | "net" | "scope" | "restrict" | "addRule", name: string): number {
  const step = ABI_STEPS.find((step) => (step[kind] as readonly string[]).includes(name));
  if (step === undefined) throw new RangeError(`Cannot find "${name}" among the ${kind} rights of Landlock`);
  return step.abi;
}

/** The names in a mask, lowest bit first, in lower case as the kernel's audit records write them. */
export function namesOf(kind: "fs" | "net" | "scope", mask: bigint): string[] {
  const table: Record<string, bigint> = kind === "fs" ? FS : kind === "net" ? NET : SCOPE;
  return Object.entries(table).filter(([, bit]) => (mask & bit) !== 0n).map(([name]) => name.toLowerCase());
}
