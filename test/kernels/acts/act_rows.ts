/** What the report says about an act of a row. */
export type Claim =
  /** Denied wherever there is Landlock. */
  | { readonly kind: "held" }
  /** Denied unless the report has a gap with these words, or names it in the baseline. */
  | { readonly kind: "gap"; readonly words: RegExp; readonly baseline?: RegExp }
  /** Denied unless the report has a limit with these words. */
  | { readonly kind: "limit"; readonly words: RegExp }
  /** Works everywhere: it was granted. */
  | { readonly kind: "granted" };

/** One act: a row of the table in `docs/kernels.md`. */
export interface ActRow {
  /** Its name in `acts.py`, or in {@linkcode RUNTIME_ACTS} of `runtime_acts.ts`. */
  readonly act: string;
  readonly title: string;
  readonly claim: Claim;
  /** The errnos of a denial. */
  readonly errnos: readonly string[];
}

const FILES = ["EACCES"];
/** Moving and linking between folders: `EXDEV` tells a program to copy instead. */
const BETWEEN_FOLDERS = ["EACCES", "EXDEV"];
/** Of the kernel's scopes; of the filter where no UNIX socket can be made. */
const SCOPES = ["EPERM", "EACCES"];
/** Of a filter: each tells a program to do without. */
const FILTERED = ["EACCES", "EPERM", "EPROTONOSUPPORT", "ENOSYS"];

const held = (act: string, title: string, errnos = FILES): ActRow => (
  { act, title, claim: { kind: "held" }, errnos }
);
const gap = (act: string, title: string, words: RegExp, errnos = FILES): ActRow => (
  { act, title, claim: { kind: "gap", words }, errnos }
);
const limit = (act: string, title: string, words: RegExp): ActRow => (
  { act, title, claim: { kind: "limit", words }, errnos: FILTERED }
);
const granted = (act: string, title: string): ActRow => (
  { act, title, claim: { kind: "granted" }, errnos: FILES }
);

/** Every row, in the order of the table. */
export const ACT_ROWS: readonly ActRow[] = [
  held("read", "reading a file"),
  held("main thread", "… on the runtime's main thread"),
  held("pool threads", "… on its pool threads"),
  held("worker before", "… in a Worker made before `lockdown()`"),
  held("worker after", "… in a Worker made after it"),
  held("list", "listing a folder"),
  held("write", "writing to a file"),
  held("create", "creating a file"),
  held("make folder", "creating a folder"),
  held("make pipe", "creating a named pipe"),
  held("make link", "creating a symbolic link"),
  held("delete", "deleting a file"),
  held("move", "moving a file to another folder", BETWEEN_FOLDERS),
  held("hard link", "linking a file into another folder", BETWEEN_FOLDERS),
  held("run", "running a program"),
  gap("truncate", "emptying a file (`truncate`)", /truncate/),
  gap("tcp listen", "listening on a TCP port", /listening on any TCP/),
  gap("tcp connect", "connecting to a TCP port", /connecting to any TCP/),
  gap("ioctl", "commands to a device (`ioctl`)", /ioctl/),
  gap("abstract socket", "connecting to an abstract socket of another process", /abstract UNIX/, SCOPES),
  gap("signal", "sending a signal to another process", /sending signals/, SCOPES),
  gap("socket with a path", "connecting to a UNIX socket with a path", /UNIX sockets with a path/),
  gap("udp receive", "receiving UDP on a port", /receiving UDP/),
  {
    act: "udp receive anywhere",
    title: "receiving UDP on a port the kernel picks, with a `net` grant",
    claim: { kind: "gap", words: /receiving UDP/, baseline: /UDP ports the kernel picks/ },
    errnos: FILES,
  },
  gap("udp send", "sending UDP to a port", /sending UDP/),
  limit("stat", "learning a file's size, owner and times (`stat`)", /stat, access/),
  limit("chmod", "changing the mode of one's own file (`chmod`)", /changing mode/),
  limit("opened before", "using a descriptor that was open before", /open before/),
  limit("listen unbound", "listening without a port of one's choice", /listen\(\) without bind/),
  limit("mptcp", "connecting by MPTCP", /MPTCP/),
  limit("memory file", "running a program in a memory file", /memory files/),
  granted("granted read", "what was granted: reading a file"),
  granted("granted pool threads", "… on the runtime's pool threads"),
  granted("granted write", "… writing to a file"),
  granted("granted create", "… creating a file"),
  granted("granted truncate", "… emptying a file"),
  granted("granted move", "… moving a file between folders"),
  granted("granted run", "… running a program"),
  granted("granted tcp connect", "… connecting to a TCP port"),
];
