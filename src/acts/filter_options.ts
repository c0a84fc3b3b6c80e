import { quote } from "../text.ts";
import { ACTS, CLOSABLE_ACTS } from "./catalogue.ts";

/** Acts that the seccomp filter closes by default although no permission covers them. `true`: closed. Each with its reason
 * in the report and in `docs/seccomp.md`. */
export interface FilterOptions {
  /** New io_uring rings. Default `true`. */
  readonly ioUring?: boolean | undefined;
  /** `ptrace`, memory and descriptors of other processes: debuggers need them. Default `true`. */
  readonly tracing?: boolean | undefined;
  /** System V IPC and POSIX message queues: PostgreSQL needs them. Default `true`. */
  readonly ipc?: boolean | undefined;
  /** Keys of the user and the session. Default `true`. */
  readonly keyrings?: boolean | undefined;
  /** New user namespaces: browsers and container tools need them. Default `true`. */
  readonly userNamespaces?: boolean | undefined;
  /** `bpf`. Default `true`. */
  readonly bpf?: boolean | undefined;
  /** `userfaultfd`. Default `true`. */
  readonly userfaultfd?: boolean | undefined;
  /** `perf_event_open`. Default `true`. */
  readonly perfEvents?: boolean | undefined;
  /** Typing into the terminal the program was started from. Default `true`. */
  readonly terminalInput?: boolean | undefined;
  /** Acts reserved to root: modules, swap, clock and more. Default `true`. */
  readonly administration?: boolean | undefined;
  /** UNIX sockets, below ABI 9 and unless one is granted in `net`: programs that talk to each other inside the sandbox
   * need them. Default `true`. */
  readonly unixSockets?: boolean | undefined;
  /** Memory files that can be executed, unless everything may run: starting a `Sandbox` inside needs them. Default
   * `true`. */
  readonly memoryFiles?: boolean | undefined;
}

/** Switches of the filter with every default filled in. */
export type FilterSwitches = Readonly<Record<keyof FilterOptions, boolean>>;

/** Everything is closed by default. */
const SWITCHES: FilterSwitches = Object.fromEntries(
  CLOSABLE_ACTS.filter((name) => ACTS[name].closure?.switchable === true).map((name) => [name, true]),
) as FilterSwitches;

/** Checks the option `filter` and fills in the defaults.
 *
 * @throws TypeError for an unknown switch or value
 */
export function resolveFilter(filter: unknown = true): false | FilterSwitches {
  if (typeof filter === "boolean") return filter && SWITCHES;
  const isObject = typeof filter === "object" && filter !== null && !Array.isArray(filter);
  const entries = isObject ? Object.entries(filter) : undefined;
  const isSwitch = ([name, value]: [string, unknown]) =>
    Object.hasOwn(SWITCHES, name) && (typeof value === "boolean" || value === undefined);
  if (entries === undefined || !entries.every(isSwitch)) {
    throw new TypeError(
      `Cannot use ${quote(filter)} as option "filter": pass true, false or { ${
        Object.keys(SWITCHES).join(", ")
      } }`,
    );
  }
  return { ...SWITCHES, ...Object.fromEntries(entries.filter(([, value]) => value !== undefined)) };
}
