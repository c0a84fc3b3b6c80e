import type { LostRight } from "../landlock/ruleset.ts";
import type { GapReport } from "./report.ts";

/** What Landlock leaves open on every kernel so far. */
export const LIMITS: readonly GapReport[] = [
  { permission: "read", act: "learning that a path exists, its size, owner and times (stat, access, chdir)" },
  { permission: "read", act: "using descriptors that were open before" },
  {
    permission: "write",
    act: "changing mode, owner, times and extended attributes of the process owner's files",
  },
  {
    permission: "run",
    act:
      "running code without execve of a file: scripts handed to a granted interpreter, a readable program handed to the dynamic linker, memory files",
  },
  { permission: "net", act: "protocols besides TCP and UDP: MPTCP, SCTP, raw, netlink, vsock" },
  { permission: "net", act: "listen() without bind(), on a port the kernel picks" },
  { permission: "ffi", act: "loading any file that may be read as a native library" },
  { permission: "env", act: "reading environment variables, which children inherit" },
];

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
