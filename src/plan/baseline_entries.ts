/** What any dynamically linked program needs besides its user's grants. Data with reasons; whatever does not exist
 * is skipped. Nothing here holds secrets: no home directory, not `/root`, not `/etc/shadow`, not `/tmp`. */

/** One entry of the baseline. */
export interface BaselineEntry {
  readonly path: string;
  readonly access: "read" | "list" | "read, write";
  readonly reason: string;
  /** Whether it is only for processes with a terminal among their standard streams. */
  readonly needsTerminal?: boolean;
}

const LIBRARIES = "shared libraries and the data of installed packages";
const OPENSSL = "OpenSSL does not start without it";
const TIME = "time zones";
const USERS = "names of users and groups";
const LOADER = "the dynamic linker";
const DEVICES = "a device without content that programs expect";

/** Not `/usr/bin`: programs become readable by being granted, so that the dynamic linker cannot be told to run
 * others. */
export const BASELINE: readonly BaselineEntry[] = [
  ...[
    "/lib",
    "/lib64",
    "/lib32",
    "/usr/lib",
    "/usr/lib64",
    "/usr/lib32",
    "/usr/libexec",
    "/usr/share",
    "/usr/local/lib",
  ]
    .concat(["/usr/local/lib64", "/usr/local/share"])
    .map((path) => read(path, LIBRARIES)),
  ...["/etc/ld.so.cache", "/etc/ld.so.conf", "/etc/ld.so.conf.d", "/etc/ld.so.preload"].map((path) =>
    read(path, LOADER)
  ),
  ...["/etc/ld-musl-x86_64.path", "/etc/ld-musl-aarch64.path"].map((path) => read(path, LOADER)),
  ...["/etc/passwd", "/etc/group", "/etc/nsswitch.conf"].map((path) => read(path, USERS)),
  ...["/etc/ssl/openssl.cnf", "/etc/pki/tls/openssl.cnf", "/etc/crypto-policies"].map((path) =>
    read(path, OPENSSL)
  ),
  ...["/etc/localtime", "/etc/timezone"].map((path) => read(path, TIME)),
  read("/etc/os-release", "the name of the system"),
  read("/etc/locale.alias", "languages"),
  read("/etc/mime.types", "file types"),
  write("/dev/null", "an empty file: spawning with ignored streams opens it for writing"),
  ...["/dev/zero", "/dev/full"].map((path) => write(path, DEVICES)),
  ...["/dev/random", "/dev/urandom"].map((path) => read(path, "random numbers")),
  {
    ...write("/dev/tty", "the terminal the process runs in, if one of its standard streams is a terminal"),
    needsTerminal: true,
  },
  // Of other processes it shows what Landlock lets be seen, once the capabilities are gone that reach further
  read(
    "/proc",
    "a process looks at itself there: Bun aborts without /proc/self/maps, Node cannot tell its memory",
  ),
  ...["/sys/devices/system/cpu", "/sys/fs/cgroup", "/sys/kernel/mm/transparent_hugepage"].map((path) =>
    read(path, "how many processors and how much memory there are")
  ),
];

/** For programs that may connect to hosts. */
export const HOSTS: readonly BaselineEntry[] = [
  ...["resolv.conf", "hosts", "host.conf", "gai.conf", "services", "protocols", "hostname"].map((name) =>
    read(`/etc/${name}`, "looking up host names")
  ),
  ...[
    "ssl/certs",
    "ssl/cert.pem",
    "pki/tls/certs",
    "pki/tls/cert.pem",
    "pki/ca-trust/extracted",
    "ca-certificates",
  ]
    .map((name) => read(`/etc/${name}`, "checking TLS certificates")),
];

function read(path: string, reason: string): BaselineEntry {
  return { path, access: "read", reason };
}

function write(path: string, reason: string): BaselineEntry {
  return { path, access: "read, write", reason };
}
