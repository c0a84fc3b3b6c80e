import { mkdirSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";

/** Where one run of the service takes place. Everything lies in one temporary folder. */
export interface Scene {
  readonly folder: string;
  readonly inbox: string;
  readonly outbox: string;
  /** Next to inbox and outbox, and granted to nobody: what the hostile archives want to change. */
  readonly victim: string;
  /** A file in there that the hostile archives want to read. */
  readonly secretPath: string;
  readonly secret: string;
  /** The service may connect to this one. */
  readonly collector: Listener;
  /** And to no other, such as this one. */
  readonly stranger: Listener;
}

/** A server on the loopback network that remembers what it was sent. */
export interface Listener {
  readonly port: number;
  /** What was sent, by the path it was sent to. */
  readonly received: ReadonlyMap<string, string>;
  close(): void;
}

/** Makes the folders and starts the two listeners. */
export async function makeScene(folder: string): Promise<Scene> {
  const [inbox, outbox, victim] = ["inbox", "outbox", "victim"].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  for (const path of [inbox, outbox, victim]) mkdirSync(path, { recursive: true });
  const secret = "the secret of the victim\n";
  const secretPath = join(victim, "secret.txt");
  writeFileSync(secretPath, secret);
  const [collector, stranger] = await Promise.all([listen(), listen()]);
  return { folder, inbox, outbox, victim, secretPath, secret, collector, stranger };
}

function listen(): Promise<Listener> {
  const received = new Map<string, string>();
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (data) => body += data);
    request.on("end", () => {
      received.set(request.url ?? "", body);
      response.setHeader("Connection", "close").end("received\n");
    });
  });
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(
      0,
      "127.0.0.1",
      () => resolve({ port: portOf(server), received, close: () => close(server) }),
    );
  });
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

function close(server: Server): void {
  server.close();
  server.closeAllConnections();
}
