/** Which ports can be reached and listened on, in the kernel, over IPv4 and IPv6. The kernel sees ports and no hosts:
 * all servers here are on loopback, whatever host a grant names. */
import { test } from "uvu";
import { kernel, type Permission } from "../../mod.ts";
import { hasIpv6, listen } from "../support/servers.ts";
import { skip } from "../support/skip.ts";
import { attempt, type Step } from "./attempt.ts";

const hosts = ["127.0.0.1", ...(await hasIpv6() ? ["::1"] as const : [])] as const;
if (hosts.length < 2) console.log('skipped: the half of each test that needs IPv6 on "::1"');

/** A port on which a server listens on every host, and one on which nobody does. */
interface Ports {
  readonly busy: number;
  readonly free: number;
  close(): void;
}

async function findPorts(): Promise<Ports> {
  const [busy, unused] = [await listenEverywhere(), await listenEverywhere()];
  unused.close();
  return { busy: busy.port, free: unused.port, close: () => busy.close() };
}

/** Servers on one port of every host. Not on a port that the kernel hands out to others that ask for any. */
async function listenEverywhere(): Promise<{ readonly port: number; close(): void }> {
  const port = 10_000 + Math.floor(Math.random() * 20_000);
  const servers: { close(): void }[] = [];
  const close = () => servers.forEach((server) => server.close());
  try {
    for (const host of hosts) servers.push(await listen(host, port));
    return { port, close };
  } catch {
    close();
    return listenEverywhere();
  }
}

/** `ok` or `EACCES` for reaching a port, listening on one, and on any that the kernel picks. */
interface Expected {
  readonly connect: string;
  readonly bind: string;
  readonly bindAny: string;
}

const ALL: Expected = { connect: "ok", bind: "ok", bindAny: "ok" };
const NONE: Expected = { connect: "EACCES", bind: "EACCES", bindAny: "EACCES" };

/** Grants with `busy` and `free` for the ports. */
const CASES: readonly [fact: string, net: Permission, expected: Expected][] = [
  ["nothing granted: nothing can be reached or listened on", [], NONE],
  ["everything granted", true, ALL],
  ["this machine's ports can be reached and listened on", ["localhost:busy", "127.0.0.1:free"], {
    ...ALL,
    bindAny: "EACCES",
  }],
  ["a port alone is this machine's", [":busy", ":free"], { ...ALL, bindAny: "EACCES" }],
  ["IPv6 of this machine is this machine", ["[::1]:busy", "[::]:free"], { ...ALL, bindAny: "EACCES" }],
  ["another machine's ports can be reached, not listened on", ["10.1.2.3:busy", "example.com:free"], {
    ...NONE,
    connect: "ok",
  }],
  ["this machine without a port: all", ["localhost"], ALL],
  ["another machine without a port: all can be reached", ["example.com"], { ...NONE, connect: "ok" }],
  ["a socket with a path opens no port", ["unix:/run/x.sock"], NONE],
  ["a port that is granted and denied", { allow: ["localhost:busy"], deny: ["localhost:busy"] }, NONE],
  ["another port", ["localhost:1"], NONE],
  ["port 0: any that the system picks can be listened on", ["127.0.0.1:0"], { ...NONE, bindAny: "ok" }],
  ["port 0 alone is this machine's", [":0", "localhost:busy"], { ...ALL, bind: "EACCES" }],
];

for (const [fact, net, expected] of CASES) {
  const { abi } = kernel();
  if (abi < 4) skip(fact, `Landlock ABI 4, this kernel has ${abi}`);
  else test(fact, () => tryPorts(net, expected));
}

async function tryPorts(net: Permission, { connect, bind, bindAny }: Expected): Promise<void> {
  const ports = await findPorts();
  try {
    const written = JSON.stringify(net).replaceAll("busy", `${ports.busy}`).replaceAll(
      "free",
      `${ports.free}`,
    );
    const steps = hosts.flatMap((host): Step[] => [
      ["connect", connect, host, `${ports.busy}`],
      ["bind", bind, host, `${ports.free}`],
      ["bind", bindAny, host, "0"],
    ]);
    attempt({ permissions: { net: JSON.parse(written) as Permission }, steps });
  } finally {
    ports.close();
  }
}

test.run();
