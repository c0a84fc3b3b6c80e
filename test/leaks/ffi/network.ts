import { type Act, addressOf, call, memory, opened, outcome, reached, using } from "./call.ts";
import type { World } from "./world.ts";

const AF = { UNIX: 1, INET: 2, NETLINK: 16, PACKET: 17, ALG: 38, VSOCK: 40, SMC: 43 };
const SOCK = { STREAM: 1, DGRAM: 2, RAW: 3, SEQPACKET: 5 };
const IPPROTO = { ICMP: 1, SCTP: 132, UDPLITE: 136, MPTCP: 262 };
const NETLINK = { ROUTE: 0, SOCK_DIAG: 4, KOBJECT_UEVENT: 15 };
const MSG_FASTOPEN = 0x2000_0000;
const EPROTOTYPE = 91;

/** The acts on sockets. */
export function networkActs({ outside, tcpPort, udpPort, abstract }: World): Record<string, Act> {
  const socket = (family: number, kind: number, protocol = 0) => () =>
    opened(call("socket", family, kind, protocol));
  const onInternet = (name: "connect" | "bind", kind: number, port: number, protocol = 0) => () =>
    using(call("socket", AF.INET, kind, protocol), (fd) => outcome(call(name, fd, loopback(port), 16)));
  const send = (kind: number, flags: number, port: number) => () =>
    using(
      call("socket", AF.INET, kind, 0),
      (fd) => outcome(call("sendto", fd, "x", 1, flags, loopback(port), 16)),
    );
  const onUnix = (address: Uint8Array<ArrayBuffer>) => () =>
    using(
      call("socket", AF.UNIX, SOCK.STREAM, 0),
      (fd) => outcome(call("connect", fd, address, address.length)),
    );
  const path = unixAddress(`${outside}/socket`);
  return {
    connect_tcp: onInternet("connect", SOCK.STREAM, tcpPort),
    bind_tcp: onInternet("bind", SOCK.STREAM, 0),
    listen_unbound: () =>
      using(call("socket", AF.INET, SOCK.STREAM, 0), (fd) => outcome(call("listen", fd, 1))),
    fast_open: send(SOCK.STREAM, MSG_FASTOPEN, tcpPort),
    connect_mptcp: onInternet("connect", SOCK.STREAM, tcpPort, IPPROTO.MPTCP),
    send_udp: send(SOCK.DGRAM, 0, udpPort),
    bind_udp: onInternet("bind", SOCK.DGRAM, 0),
    udp_lite: socket(AF.INET, SOCK.DGRAM, IPPROTO.UDPLITE),
    sctp: socket(AF.INET, SOCK.STREAM, IPPROTO.SCTP),
    smc: socket(AF.SMC, SOCK.STREAM),
    raw: socket(AF.INET, SOCK.RAW, IPPROTO.ICMP),
    ping: socket(AF.INET, SOCK.DGRAM, IPPROTO.ICMP),
    packet: socket(AF.PACKET, SOCK.RAW),
    vsock: socket(AF.VSOCK, SOCK.STREAM),
    crypto: socket(AF.ALG, SOCK.SEQPACKET),
    netlink_route: socket(AF.NETLINK, SOCK.RAW, NETLINK.ROUTE),
    netlink_devices: socket(AF.NETLINK, SOCK.DGRAM, NETLINK.KOBJECT_UEVENT),
    netlink_sockets: socket(AF.NETLINK, SOCK.DGRAM, NETLINK.SOCK_DIAG),
    connect_path: onUnix(path),
    connect_abstract: onUnix(unixAddress(`\0${abstract}`)),
    // A pair of datagram sockets can turn to any other. The socket at the path takes streams: EPROTOTYPE comes from it
    turn_pair() {
      const pair = new Int32Array(new ArrayBuffer(8));
      const made = outcome(
        call("socketpair", AF.UNIX, SOCK.DGRAM, 0, addressOf(new Uint8Array(pair.buffer))),
      );
      if (made !== 0) return made;
      const [one = -1, other = -1] = pair;
      call("close", other);
      return using(one, (fd) => reached(call("connect", fd, path, path.length), EPROTOTYPE));
    },
  };
}

/** `struct sockaddr_in`. */
function loopback(port: number): Uint8Array<ArrayBuffer> {
  const address = memory(16);
  address.set([AF.INET, 0, port >> 8, port & 0xff, 127, 0, 0, 1]);
  return address;
}

/** `struct sockaddr_un`, as long as the name. */
function unixAddress(name: string): Uint8Array<ArrayBuffer> {
  const bytes = new TextEncoder().encode(name);
  const address = memory(2 + bytes.length);
  address[0] = AF.UNIX;
  address.set(bytes, 2);
  return address;
}
