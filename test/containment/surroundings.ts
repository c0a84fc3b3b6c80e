import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { close, listenAbstract } from "../acts/native_calls.ts";
import { hasIpv6, listen } from "../support/servers.ts";

/** What lives outside of the process under test. */
export interface Surroundings {
  /** A server on both loopback addresses, whose port is granted. */
  readonly grantedPort: number;
  /** Another, whose port is not. */
  readonly otherPort: number;
  /** Ports that are free on every loopback address but 127.0.0.1, where we hold them for the acts that bind. */
  readonly grantedBindPort: number;
  readonly otherBindPort: number;
  readonly ipv6: boolean;
  /** Name of an abstract UNIX socket of this process. */
  readonly abstract: string;
  /** A process of the same user that is no child of the process under test. */
  readonly outsider: number;
  close(): void;
}

/** @param user who the outsider runs as; this process is the outsider if left out */
export async function surroundings(sleep: string, user?: number): Promise<Surroundings> {
  const ipv6 = await hasIpv6();
  const [granted, other] = [await serveBoth(ipv6), await serveBoth(ipv6)];
  const [grantedBind, otherBind] = [await listen("127.0.0.1"), await listen("127.0.0.1")];
  const abstract = `landlockdown-test-${randomBytes(8).toString("hex")}`;
  const socket = listenAbstract(abstract);
  const child = user === undefined
    ? undefined
    : spawn(sleep, ["600"], { uid: user, gid: user, stdio: "ignore" });
  return {
    grantedPort: granted.port,
    otherPort: other.port,
    grantedBindPort: grantedBind.port,
    otherBindPort: otherBind.port,
    ipv6,
    abstract,
    outsider: child?.pid ?? process.pid,
    close() {
      for (const server of [granted, other, grantedBind, otherBind]) server.close();
      close(socket);
      child?.kill("SIGKILL");
    },
  };
}

/** A server on 127.0.0.1 and, where there is IPv6, on ::1 at the same port. */
async function serveBoth(ipv6: boolean): Promise<{ port: number; close(): void }> {
  for (let attempt = 0; attempt < 20; attempt++) {
    const first = await listen("127.0.0.1");
    if (!ipv6) return first;
    try {
      const second = await listen("::1", first.port);
      return {
        port: first.port,
        close() {
          first.close();
          second.close();
        },
      };
    } catch {
      first.close(); // Somebody else has that port on ::1
    }
  }
  throw new Error("Cannot find a port that is free on 127.0.0.1 and ::1");
}
