import type { SpawnOptions, SpawnSyncOptions } from "node:child_process";

/** A command as a launcher must be given it. */
export interface SpawnArguments<Options> {
  /** What comes after the launcher. */
  readonly words: readonly string[];
  /** The options that are left for the runtime's own spawn. */
  readonly options: Options;
  /** How many descriptors the child gets, from 0 on. */
  readonly descriptors: number;
  /** Whether one of them is a channel to this process, as `fork()` makes it. */
  readonly channel: boolean;
  /** Descriptors of this process that become standard streams of the command. */
  readonly inherited: readonly number[];
  /** Whether the command runs as another user or group than this process. */
  readonly otherUser: boolean;
}

/** What of the options of spawn a launcher must know. */
type StartOptions = Pick<SpawnOptions | SpawnSyncOptions, "stdio" | "shell" | "argv0" | "uid" | "gid">;

/** Options that decide what is started and as whom, with what they are when they are left out: a runtime may look for them
 * in `Object.prototype`, where a careless merge of objects can have put them. */
const NOT_INHERITED = {
  shell: undefined,
  argv0: undefined,
  cwd: undefined,
  env: undefined,
  uid: undefined,
  gid: undefined,
  detached: undefined,
  stdio: undefined,
};

/** Options as they are, without what `Object.prototype` may have been given. */
export function withoutInherited<Options extends object>(options: Options): Options {
  return { __proto__: null, ...options } as Options;
}

/** Turns the arguments of node:child_process into those of a launcher: `shell` and `argv0` concern the command, not
 * the launcher. */
export function spawnArguments<
  Options extends StartOptions,
>(
  command: string,
  args: readonly string[],
  given: Options,
): SpawnArguments<Options> {
  const options = { ...NOT_INHERITED, ...given } as Options;
  const { shell, argv0 } = options;
  const line = shell === true || typeof shell === "string"
    ? [shell === true ? "/bin/sh" : shell, "-c", [command, ...args].join(" ")]
    : [command, ...args];
  const stdio = Array.isArray(options.stdio) ? options.stdio : [];
  const streams = Array.isArray(options.stdio) ? stdio.slice(0, 3) : PIPES.map(() => options.stdio);
  return {
    words: argv0 === undefined ? line : ["--argv0", argv0, ...line],
    options: { ...options, shell: false, argv0: undefined },
    descriptors: Math.max(3, stdio.length),
    channel: stdio.includes("ipc"),
    inherited: streams.flatMap((stream, index) => descriptorOf(stream, index) ?? []),
    otherUser: isOther(options.uid, process.geteuid) || isOther(options.gid, process.getegid),
  };
}

/** The descriptor of this process that a stream is, if it is one: `"inherit"` is the one of the same number. */
function descriptorOf(stream: unknown, index: number): number | undefined {
  if (stream === "inherit") return index;
  if (typeof stream === "number") return stream;
  const { fd } = (stream ?? {}) as { readonly fd?: unknown };
  return typeof fd === "number" ? fd : undefined;
}

const PIPES = ["pipe", "pipe", "pipe"] as const;

/** Options with a descriptor of ours after the child's own streams; as they are without one. */
export function withDescriptor<Options extends Pick<SpawnOptions | SpawnSyncOptions, "stdio">>(
  { options }: SpawnArguments<Options>,
  descriptor: number | undefined,
): Options {
  if (descriptor === undefined) return options;
  const { stdio = "pipe" } = options;
  // What a list leaves out is a pipe for the first three
  const own = Array.isArray(stdio) ? [...stdio, ...PIPES.slice(stdio.length)] : PIPES.map(() => stdio);
  return { ...options, stdio: [...own, descriptor] };
}

function isOther(id: number | undefined, own: (() => number) | undefined): boolean {
  return id !== undefined && id !== own?.();
}

/** Both forms of the arguments: with and without a list before the options. */
export function splitArguments<Options>(
  args: readonly string[] | Options | undefined,
  options: Options | undefined,
): { args: readonly string[]; options: Options } {
  return Array.isArray(args)
    ? { args, options: options ?? ({} as Options) }
    : { args: [], options: (args as Options | undefined) ?? ({} as Options) };
}
