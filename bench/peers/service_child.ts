/** A service that converts an image a request: `service_child <bare|sandbox|bubblewrap> <image> <gm> <bubblewrap>` prints
 * its port, and ends when its standard input does. */
import { type ChildProcess, spawn, type SpawnOptions } from "node:child_process";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { dirname } from "node:path";
import { Sandbox } from "../../mod.ts";
import { BUBBLEWRAP } from "./startup_peers.ts";

const [way = "", image = "", gm = "", bubblewrap = ""] = process.argv.slice(2);
const words = ["convert", image, "-sharpen", "0x1", "jpg:-"];
const folder = dirname(image);
const sandbox = new Sandbox({ read: [folder], run: [gm] });
const options: SpawnOptions = { stdio: ["ignore", "pipe", "inherit"] };
const binds = [...BUBBLEWRAP, "--ro-bind", folder, folder];

const ways: Readonly<Record<string, () => ChildProcess>> = {
  bare: () => spawn(gm, words, options),
  sandbox: () => sandbox.spawn(gm, words, options),
  bubblewrap: () => spawn(bubblewrap, [...binds, gm, ...words], options),
};

const server = createServer((_, response) => {
  const child = (ways[way] as () => ChildProcess)();
  const parts: Uint8Array[] = [];
  child.stdout?.on("data", (part) => parts.push(part));
  child.once("close", (status) => {
    response.statusCode = status === 0 && parts.length > 0 ? 200 : 500;
    for (const part of parts) response.write(part);
    response.end();
  });
});
server.listen(0, "127.0.0.1", () => console.log((server.address() as AddressInfo).port));
process.stdin.on("end", () => process.exit()).resume();
