import { type AddressInfo, createServer, type Server, type Socket } from "node:net";

/** Listens on loopback and takes no notice of who connects: the kernel completes connections even while this
 * process is busy. */
export async function listen(host: "127.0.0.1" | "::1", port = 0): Promise<{ port: number; close(): void }> {
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => {});
  });
  await new Promise<void>((resolve, reject) => {
    server.on("error", reject);
    server.listen({ host, port }, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close() {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

/** Whether this machine has IPv6 on loopback. */
export async function hasIpv6(): Promise<boolean> {
  try {
    (await listen("::1")).close();
    return true;
  } catch {
    return false;
  }
}
