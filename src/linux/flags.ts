import type { Architecture } from "./architecture.ts";

/** Flags and options of system calls. From `include/uapi/asm-generic` and `include/uapi/linux`, the same on x86-64 and
 * arm64 but for three flags of open. */

// open(2), `fcntl.h`
export const O_RDONLY = 0;
export const O_WRONLY = 1;
export const O_RDWR = 2;
/** The bits of the three above. */
export const O_ACCMODE = 3;
export const O_CREAT = 0o100;
export const O_EXCL = 0o200;
export const O_TRUNC = 0o1000;
export const O_NONBLOCK = 0o4000;
export const O_CLOEXEC = 0o2000000;
export const O_PATH = 0o10000000;
export const O_DIRECTORY: Readonly<Record<Architecture, number>> = { x86_64: 0o200000, arm64: 0o40000 };
export const O_NOFOLLOW: Readonly<Record<Architecture, number>> = { x86_64: 0o400000, arm64: 0o100000 };
/** Has the bit of `O_DIRECTORY` in it. */
export const O_TMPFILE: Readonly<Record<Architecture, number>> = { x86_64: 0o20200000, arm64: 0o20040000 };

// openat2(2), `openat2.h`
export const RESOLVE_NO_MAGICLINKS = 2;
export const RESOLVE_NO_SYMLINKS = 4;

// Calls that take a directory, `fcntl.h`
export const AT_FDCWD = -100;
export const AT_SYMLINK_NOFOLLOW = 0x100;
export const AT_REMOVEDIR = 0x200;
export const AT_EMPTY_PATH = 0x1000;
export const X_OK = 1;
export const SEEK_SET = 0;

// statx(2), `stat.h`
export const STATX_TYPE = 1;
export const STATX_MODE = 2;
export const STATX_NLINK = 4;
export const STATX_INO = 0x100;
export const STATX_BTIME = 0x800;

// fcntl(2), close_range(2)
export const F_DUPFD = 0;
export const F_GETFD = 1;
export const F_SETFD = 2;
export const F_DUPFD_CLOEXEC = 1030;
export const F_SETPIPE_SZ = 1031;
export const F_ADD_SEALS = 1033;
export const F_GET_SEALS = 1034;
/** `F_SEAL_SEAL`, `F_SEAL_SHRINK`, `F_SEAL_GROW` and `F_SEAL_WRITE`. */
export const ALL_SEALS = 0xf;
export const FD_CLOEXEC = 1;
export const CLOSE_RANGE_CLOEXEC = 4;

// memfd_create(2), `memfd.h`
export const MFD_CLOEXEC = 1;
export const MFD_ALLOW_SEALING = 2;
/** Never to be executed; Linux 6.3. It can still be mapped executable. */
export const MFD_NOEXEC_SEAL = 8;
/** Executable although `vm.memfd_noexec` is 1; Linux 6.3. */
export const MFD_EXEC = 0x10;

// mmap(2)
export const PROT_READ = 1;
export const PROT_EXEC = 4;
export const MAP_PRIVATE = 2;

// prctl(2), `prctl.h`
export const PR_SET_DUMPABLE = 4;
export const PR_MCE_KILL = 33;
export const PR_MCE_KILL_CLEAR = 0;
export const PR_MCE_KILL_SET = 1;
/** Without it an unprivileged thread may not restrict itself, and with it no set-user-ID program can gain privileges
 * inside a domain it does not expect. */
export const PR_SET_NO_NEW_PRIVS = 38;

// prlimit(2), `resource.h`
export const RLIMIT_CORE = 4;
export const RLIMIT_NOFILE = 7;

// Signals
export const SIGKILL = 9;
export const SIGPIPE = 13;
export const SIGSTOP = 19;
export const SIGXFSZ = 25;
export const SIG_IGN = 1;
export const SIG_SETMASK = 2;
export const SA_SIGINFO = 0x4;
export const SA_RESTORER = 0x04000000;
export const SA_ONSTACK = 0x08000000;
export const SA_RESTART = 0x10000000;

// seccomp(2), `seccomp.h`
export const SECCOMP_SET_MODE_FILTER = 1;
export const SECCOMP_GET_ACTION_AVAIL = 2;
export const SECCOMP_FILTER_FLAG_TSYNC = 1;

// Sockets
export const AF_UNIX = 1;
export const AF_INET = 2;
export const AF_INET6 = 10;
export const AF_NETLINK = 16;
export const AF_VSOCK = 40;
export const SOCK_STREAM = 1;
export const SOCK_DGRAM = 2;
export const SOCK_RAW = 3;
export const SOCK_SEQPACKET = 5;
export const SOCK_NONBLOCK: number = O_NONBLOCK;
export const SOCK_CLOEXEC: number = O_CLOEXEC;
export const IPPROTO_TCP = 6;
export const IPPROTO_UDP = 17;
export const SOL_SOCKET = 1;
export const SO_RCVBUFFORCE = 33;

// clone(2)
export const CLONE_NEWUSER = 0x1000_0000;
