import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { makeFolder } from "../support/folder.ts";

/** A registry on loopback with one package, `greeter` 1.0.0, and one module, `/remote.mjs`. */
export interface Registry {
  readonly url: string;
  readonly port: number;
  close(): void;
}

/** Starts it. */
export async function startRegistry(): Promise<Registry> {
  const archive = packGreeter();
  let url = "";
  const server = createServer(({ url: path }, response) => {
    if (path === "/greeter") {
      response.setHeader("content-type", "application/json");
      response.end(JSON.stringify(describeGreeter(archive, url)));
    } else if (path === "/greeter-1.0.0.tgz") response.end(archive);
    else if (path === "/remote.mjs") {
      response.setHeader("content-type", "text/javascript");
      response.end('export const name = "remote";');
    } else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen({ host: "127.0.0.1", port: 0 }, resolve));
  const { port } = server.address() as AddressInfo;
  url = `http://127.0.0.1:${port}/`;
  return {
    url,
    port,
    close() {
      server.close();
      server.closeAllConnections?.();
    },
  };
}

function packGreeter(): Uint8Array {
  const folder = makeFolder({
    "package/package.json": '{ "name": "greeter", "version": "1.0.0", "main": "main.js" }',
    "package/main.js": 'exports.hello = require("./words").hello;',
    "package/words.js": 'exports.hello = "good day";',
  });
  const { stdout, status } = spawnSync("tar", ["-czf", "-", "-C", folder.path, "package"]);
  folder.remove();
  if (status !== 0) throw new Error("tar did not pack");
  return stdout;
}

/** What a registry says of a package. */
function describeGreeter(archive: Uint8Array, url: string): unknown {
  const dist = {
    tarball: `${url}greeter-1.0.0.tgz`,
    integrity: `sha512-${createHash("sha512").update(archive).digest("base64")}`,
    shasum: createHash("sha1").update(archive).digest("hex"),
  };
  return {
    name: "greeter",
    "dist-tags": { latest: "1.0.0" },
    versions: { "1.0.0": { name: "greeter", version: "1.0.0", main: "main.js", dist } },
    time: { "1.0.0": "2020-01-01T00:00:00.000Z" },
  };
}
