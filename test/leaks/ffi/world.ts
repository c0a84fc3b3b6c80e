/** What the probe tries to reach, in the order of its arguments. */
export interface World {
  /** A folder that is not granted. */
  readonly outside: string;
  /** One that may be read. */
  readonly readable: string;
  /** Ports on loopback where somebody listens and that are not granted. */
  readonly tcpPort: number;
  readonly udpPort: number;
  /** A process outside. */
  readonly outsider: number;
  /** The name of an abstract socket there. */
  readonly abstract: string;
}

/** The world that arguments speak of. */
export function worldOf(
  [outside = "", readable = "", tcp, udp, outsider, abstract = ""]: readonly string[],
): World {
  return {
    outside,
    readable,
    tcpPort: Number(tcp),
    udpPort: Number(udp),
    outsider: Number(outsider),
    abstract,
  };
}
