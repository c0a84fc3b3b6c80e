import { type Programs, type Row, step } from "../row.ts";
import type { Surroundings } from "../surroundings.ts";

/** TCP. */
export function networkRows({ python = "" }: Programs, around: Surroundings): Row[] {
  const { grantedPort, otherPort, grantedBindPort, otherBindPort } = around;
  const row = (fact: string, act: string, words: string[], other: number, granted: number): Row => ({
    fact,
    denied: [step(act, ...words, other)],
    errno: "EACCES",
    allowed: [step(act, ...words, granted)],
    abi: 4,
  });
  const connects = (who: string, act: string, ...words: string[]) =>
    row(`${who} connects to no TCP port but the granted one`, act, words, otherPort, grantedPort);
  const binds = (who: string, act: string, ...words: string[]) =>
    row(`${who} listens on no TCP port but the granted one`, act, words, otherBindPort, grantedBindPort);
  return [
    connects("node:net over IPv4", "connect", "127.0.0.1"),
    { ...connects("node:net over IPv6", "connect", "::1"), needs: ["ipv6"] },
    { ...connects("a Python program over IPv4", "pythonConnects", python, "127.0.0.1"), needs: ["python"] },
    { ...connects("a Python program over IPv6", "pythonConnects", python, "::1"), needs: ["python", "ipv6"] },
    binds("node:net over IPv4", "bind", "127.0.0.2"),
    { ...binds("node:net over IPv6", "bind", "::1"), needs: ["ipv6"] },
    { ...binds("a Python program over IPv4", "pythonBinds", python, "127.0.0.2"), needs: ["python"] },
    { ...binds("a Python program over IPv6", "pythonBinds", python, "::1"), needs: ["python", "ipv6"] },
  ];
}
