/** `why connect` and `why listen` speak for each protocol, and say what then happens. */
import { createSocket } from "node:dgram";
import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { skip } from "../support/skip.ts";
import { findProgram } from "../support/programs.ts";
import { landlockdown, shell } from "./command.ts";

const bash = findProgram("bash");
if (bash === undefined) skip("why connect agrees with what a child can do, by protocol", "bash");
else {
  test("why connect agrees with what a child can do, by protocol", async () => {
    const received: string[] = [];
    const udp = createSocket("udp4").on("message", (message) => received.push(String(message)));
    udp.bind(0, "127.0.0.1");
    await once(udp, "listening");
    const { port } = udp.address();
    const tcp = createServer((socket) => socket.end()).listen(port, "127.0.0.1");
    await once(tcp, "listening");
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    const granted = `--allow-net=127.0.0.1:${(other.address() as AddressInfo).port}`;
    const send = (protocol: string) => `echo ${protocol} > /dev/${protocol}/127.0.0.1/${port}`;
    for (const protocol of ["tcp", "udp"]) {
      assert.is(shell(`'${bash}' -c '${send(protocol)}'`).code, 0, `bare, over ${protocol}`);
    }
    for (const flags of [[], [granted], [`--allow-net=127.0.0.1:${port}`], ["--allow-net"]]) {
      const answer = (thing: string) => landlockdown(["why", "connect", ...flags, thing, "--json"]);
      const both = JSON.parse(answer(`127.0.0.1:${port}`).stdout);
      for (const [protocol, allowed] of [["tcp", both.allowed], ["udp", both.udp.allowed]]) {
        const inside = landlockdown(["run", ...flags, "--", bash, "-c", send(protocol)]);
        assert.is(inside.code === 0, allowed, `${protocol} ${flags.join(" ")}: ${inside.stderr}`);
        assert.is(answer(`${protocol}:127.0.0.1:${port}`).code, allowed ? 0 : 1);
      }
      const { stdout } = landlockdown(["why", "connect", ...flags, `127.0.0.1:${port}`]);
      assert.match(stdout, both.allowed ? /^allowed: .* over TCP$/m : /^denied: .* over TCP$/m);
      assert.match(stdout, both.udp.allowed ? /^allowed: .* over UDP$/m : /^denied: .* over UDP$/m);
    }
    for (const server of [tcp, other]) server.close();
    udp.close();
  });
}

test.run();
