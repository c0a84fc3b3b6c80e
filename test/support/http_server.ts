import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** Serves `text` over HTTP on 127.0.0.1. */
export async function serve(text: string): Promise<{ port: number; close(): void }> {
  const server = createServer((_request, response) => response.end(text));
  await new Promise<void>((resolve) => server.listen({ host: "127.0.0.1", port: 0 }, resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close() {
      server.close();
      server.closeAllConnections?.();
    },
  };
}
