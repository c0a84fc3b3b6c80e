/** An MCP server with one tool, which reads whatever file it is asked for. */
import { readFileSync } from "node:fs";
// Deno does not find types behind a wildcard in "exports"
// @ts-types="../../../node_modules/@modelcontextprotocol/sdk/dist/esm/server/mcp.d.ts"
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
// @ts-types="../../../node_modules/@modelcontextprotocol/sdk/dist/esm/server/stdio.d.ts"
import { StdioServerTransport } from "@modelcontextprotocol/sdk/server/stdio.js";
import { z } from "zod";

const server = new McpServer({ name: "reader", version: "1.0.0" });
server.registerTool("read", { inputSchema: { path: z.string() } }, ({ path }: { path: string }) => ({
  content: [{ type: "text" as const, text: readFileSync(path, "utf8") }],
}));
await server.connect(new StdioServerTransport());
