import { connect, createServer } from "node:net";
import type { Act } from "./act.ts";

/** TCP by `node:net`. Words: address, port. */
export const NETWORK_ACTS: Record<string, Act> = {
  connect: (host, port) =>
    new Promise<void>((resolve, reject) => {
      const socket = connect({ host, port: Number(port) });
      socket.on("error", reject);
      socket.on("connect", () => {
        socket.destroy();
        resolve();
      });
    }),
  bind: (host, port) =>
    new Promise<void>((resolve, reject) => {
      const server = createServer();
      server.on("error", reject);
      server.listen({ host, port: Number(port) }, () => server.close(() => resolve()));
    }),
};
