import type { LostRight } from "../landlock/ruleset.ts";
import type { ClosureName } from "../seccomp/closures.ts";
import type { GapReport } from "./report.ts";

interface Limit extends GapReport {
  /** What closes it after all: a part of the filter, or that the plan is for a child. */
  readonly heldBy?: ClosureName | "child";
}

/** What stays open on every kernel so far: Landlock does not restrict it, and a filter cannot tell it from what is
 * granted. */
const LIMITS: readonly Limit[] = [
  {
    permission: "read",
    act:
      "learning that a path exists, its size, owner, times, extended attributes and link target, and when it changes " +
      "(stat, access, chdir, getxattr, readlink, inotify)",
  },
  { permission: "read", act: "using descriptors that were open before" },
  {
    permission: "run",
    act:
      "running code without execve of a file: scripts handed to a granted interpreter, a readable program handed to " +
      "the dynamic linker",
    heldBy: "execution",
  },
  { permission: "net", act: "learning the addresses and routes of this machine (routing netlink)" },
  { permission: "ffi", act: "loading any file that may be read as a native library" },
  { permission: "env", act: "reading environment variables, which children inherit", heldBy: "child" },
  {
    permission: "scope",
    act:
      "changing priority and processor of other processes of the same user, as root of any (setpriority, ioprio_set, sched_setscheduler, " +
      "sched_setaffinity)",
  },
  {
    permission: "scope",
    act: "reading the command lines of other processes (/proc/PID/cmdline), which everybody may",
  },
  {
    permission: "scope",
    act:
      "taking over other programs that this process starts, through /proc/PID/mem and /proc/PID/fd: start everything in a " +
      "Sandbox each if one must not trust another",
    heldBy: "child",
  },
  {
    permission: "scope",
    act:
      "ending, stopping and signalling this process, which programs that it starts may: start what it must outlive in a " +
      "Sandbox",
    heldBy: "child",
  },
  {
    permission: "read",
    act: "holding up others that lock a readable file (flock, leases)",
  },
  {
    permission: "scope",
    act:
      "starting the machine's core dump helper outside, on memory of one's own: where kernel.core_pattern names a socket, " +
      "and where core files were limited to 0 before (ulimit -c 0)",
  },
  {
    permission: "scope",
    act:
      "on a console that is a standard stream: changing its keyboard mode and accents (KDSKBMODE, KDSKBDIACR)",
  },
];

/** The limits that are left with these parts of a filter. */
export function limitsOf(closed: readonly ClosureName[], isChild: boolean): GapReport[] {
  const isHeld = ({ heldBy }: Limit) =>
    heldBy === "child" ? isChild : heldBy !== undefined && closed.includes(heldBy);
  return LIMITS.filter((limit) => !isHeld(limit)).map(({ permission, act }) => ({ permission, act }));
}

/** In plain words, what a right that the kernel lacks would have denied. */
const ACTS: Readonly<Record<string, { permission: GapReport["permission"]; act: string }>> = {
  truncate: { permission: "write", act: "emptying any file its owner may write (truncate)" },
  ioctl_dev: { permission: "write", act: "commands to device files (ioctl)" },
  resolve_unix: {
    permission: "net",
    act: "connecting to UNIX sockets with a path, such as a D-Bus or Docker socket",
  },
  bind_tcp: { permission: "net", act: "listening on any TCP port" },
  connect_tcp: { permission: "net", act: "connecting to any TCP port" },
  bind_udp: { permission: "net", act: "receiving UDP on any port" },
  connect_send_udp: { permission: "net", act: "sending UDP anywhere" },
  abstract_unix_socket: {
    permission: "scope",
    act: "connecting to abstract UNIX sockets of other processes",
  },
  signal: { permission: "scope", act: "sending signals to other processes of the same user" },
};

/** The gaps that follow from rights this kernel lacks. REFER is none: without it moves are denied, not allowed. */
export function gapsOf(lost: readonly LostRight[]): GapReport[] {
  return lost.flatMap(({ name, abi }) => {
    const gap = ACTS[name];
    return gap === undefined ? [] : [{ ...gap, abi }];
  });
}
