import { abiOf, NET } from "../landlock/abi.ts";
import { EACCES, EAFNOSUPPORT, EOPNOTSUPP, EPROTONOSUPPORT } from "../linux/errno.ts";
import {
  AF_INET,
  AF_INET6,
  AF_NETLINK,
  AF_UNIX,
  AF_VSOCK,
  IPPROTO_TCP,
  IPPROTO_UDP,
  SOCK_DGRAM,
  SOCK_SEQPACKET,
  SOCK_STREAM,
} from "../linux/flags.ts";
import type { Refusal } from "../seccomp/refusal.ts";
import { type Act, type Circumstances, refuse } from "./act.ts";

/** Acts that take the net permission. */
export type NetworkAct =
  | "internetSockets"
  | "otherProtocols"
  | "otherFamilies"
  | "vsock"
  | "netlink"
  | "fastOpen"
  | "listening"
  | "unixSockets"
  | "connectingTcp"
  | "bindingTcp"
  | "sendingUdp"
  | "bindingUdp"
  | "connectingUnix"
  | "routes";

/** The kind of socket without the flags beside it, `SOCK_TYPE_MASK`. */
const KIND = { argument: 1, mask: 0xf };
/** The one that goes with the kind of socket. */
const ANY_PROTOCOL = 0;
const INTERNET = { argument: 0, among: [AF_INET, AF_INET6] };
const NETLINK_ROUTE = 0;
const MSG_FASTOPEN = 0x2000_0000;

const limitsNet = ({ permissions: { net } }: Circumstances) => !net.allowAll;
const grantsNet = ({ permissions: { net } }: Circumstances, kind: "host" | "unix" | "vsock") =>
  net.allow.some((entry) => entry.kind === kind);

/** See {@linkcode Act}. */
export const NETWORK_ACTS: Readonly<Record<NetworkAct, Act>> = {
  internetSockets: {
    act: "TCP, UDP and every other protocol of IPv4 and IPv6",
    permission: "net",
    closure: {
      reason:
        "no host and no port is granted; Landlock knows TCP from ABI 4 on, UDP from ABI 10, the others never",
      refusals: [{ calls: ["socket"], errno: EACCES, when: [INTERNET] }],
      unwanted: (given) => limitsNet(given) && !grantsNet(given, "host"),
      reportedElsewhere: true,
    },
  },
  otherProtocols: {
    act: "protocols over IP besides TCP and UDP: MPTCP, SCTP, SMC, raw packets",
    permission: "net",
    closure: {
      reason: "Landlock does not restrict them, and MPTCP reaches TCP servers on every port",
      refusals: [
        {
          calls: ["socket"],
          errno: EPROTONOSUPPORT,
          when: [INTERNET, { ...KIND, notAmong: [SOCK_STREAM, SOCK_DGRAM] }],
        },
        {
          calls: ["socket"],
          errno: EPROTONOSUPPORT,
          when: [INTERNET, { ...KIND, among: [SOCK_STREAM] }, {
            argument: 2,
            notAmong: [ANY_PROTOCOL, IPPROTO_TCP],
          }],
        },
        {
          calls: ["socket"],
          errno: EPROTONOSUPPORT,
          when: [INTERNET, { ...KIND, among: [SOCK_DGRAM] }, {
            argument: 2,
            notAmong: [ANY_PROTOCOL, IPPROTO_UDP],
          }],
        },
      ],
      unwanted: limitsNet,
      within: "internetSockets",
    },
  },
  otherFamilies: {
    act:
      "sockets of families besides IP, UNIX, netlink and vsock: packet, Bluetooth, CAN, SMC, kernel crypto and more",
    permission: "net",
    closure: {
      reason: "Landlock does not restrict them",
      refusals: [
        {
          calls: ["socket"],
          errno: EAFNOSUPPORT,
          when: [{ argument: 0, notAmong: [AF_UNIX, AF_INET, AF_INET6, AF_NETLINK, AF_VSOCK] }],
        },
        { calls: ["socketpair"], errno: EAFNOSUPPORT, when: [{ argument: 0, notAmong: [AF_UNIX] }] },
      ],
      unwanted: limitsNet,
    },
  },
  vsock: {
    act: "vsock, to the host of a virtual machine and its neighbours",
    permission: "net",
    closure: {
      reason: "Landlock does not restrict it",
      refusals: [{ calls: ["socket"], errno: EAFNOSUPPORT, when: [{ argument: 0, among: [AF_VSOCK] }] }],
      unwanted: (given) => limitsNet(given) && !grantsNet(given, "vsock"),
    },
  },
  netlink: {
    act: "netlink besides routing: auditing, connection tracking, SELinux, devices",
    permission: "net",
    closure: {
      reason: "programs need routing netlink to list network interfaces, and no other",
      refusals: [{
        calls: ["socket"],
        errno: EPROTONOSUPPORT,
        when: [{ argument: 0, among: [AF_NETLINK] }, { argument: 2, notAmong: [NETLINK_ROUTE] }],
      }],
      unwanted: limitsNet,
    },
  },
  fastOpen: {
    act: "connecting to any TCP port with TCP Fast Open, on kernels before 7.2.13",
    permission: "net",
    closure: {
      reason:
        "sendto() with MSG_FASTOPEN connects, and Landlock did not ask there; programs connect first instead",
      refusals: [
        { calls: ["sendto", "sendmmsg"], argument: 3 },
        { calls: ["sendmsg"], argument: 2 },
      ].map(({ calls, argument }) => ({
        calls: calls as Refusal["calls"],
        errno: EOPNOTSUPP,
        when: [{ argument, mask: MSG_FASTOPEN, among: [MSG_FASTOPEN] }],
      })),
      unwanted: ({ handledNet }) => (handledNet & NET.CONNECT_TCP) !== 0n,
      within: "internetSockets",
    },
  },
  listening: {
    act: "listen() without bind(), on a TCP port the kernel picks",
    permission: "net",
    closure: {
      reason: "nothing that may be listened on is granted, and Landlock has no say in listen()",
      refusals: [refuse(EACCES, "listen")],
      unwanted: ({ handledNet }) => (handledNet & NET.BIND_TCP) !== 0n,
      // Not if something may be listened on, a socket that is none of IP too
      closable: (given) => !grantsNet(given, "unix") && !grantsNet(given, "vsock") && !given.listens,
      within: "internetSockets",
    },
  },
  unixSockets: {
    act: "connecting to UNIX sockets with a path, such as a D-Bus or Docker socket",
    permission: "net",
    closure: {
      reason:
        "a filter cannot see the path, and Landlock restricts it from ABI 9 on only: so no UNIX socket can be made but a " +
        "connected pair, whose kinds are those that stay connected",
      refusals: [
        { calls: ["socket"], errno: EACCES, when: [{ argument: 0, among: [AF_UNIX] }] },
        {
          calls: ["socketpair"],
          errno: EACCES,
          when: [{ argument: 0, among: [AF_UNIX] }, { ...KIND, notAmong: [SOCK_STREAM, SOCK_SEQPACKET] }],
        },
      ],
      unwanted: ({ handlesSockets, abi }) => handlesSockets && abi < abiOf("fs", "RESOLVE_UNIX"),
      closable: (given) => limitsNet(given) && !grantsNet(given, "unix") && given.scopesAbstract,
      switchable: true,
      reportedElsewhere: true,
    },
  },
  connectingTcp: {
    act: "connecting to any TCP port",
    permission: "net",
    right: "connect_tcp",
    closedBy: [["internetSockets"]],
  },
  bindingTcp: {
    act: "listening on any TCP port",
    permission: "net",
    right: "bind_tcp",
    closedBy: [["internetSockets", "listening"]],
  },
  bindingUdp: {
    act: "receiving UDP on any port",
    permission: "net",
    right: "bind_udp",
    closedBy: [["internetSockets"]],
  },
  sendingUdp: {
    act: "sending UDP anywhere",
    permission: "net",
    right: "connect_send_udp",
    closedBy: [["internetSockets"]],
  },
  connectingUnix: {
    act: "connecting to UNIX sockets with a path, such as a D-Bus or Docker socket",
    permission: "net",
    right: "resolve_unix",
    closedBy: [["unixSockets"]],
  },
  routes: {
    act: "learning the addresses and routes of this machine (routing netlink)",
    permission: "net",
  },
};
