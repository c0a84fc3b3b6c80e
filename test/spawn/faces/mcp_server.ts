/** An MCP server with one tool, which reads whatever file it is asked for. */
import { readFileSync } from "node:fs";
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { StdioServerTransport } from "@modelcontextprotocol/sdk/server/stdio.js";
import { z } from "zod";

const server = new McpServer({ name: "reader", version: "1.0.0" });
server.registerTool("read", { inputSchema: { path: z.string() } }, ({ path }: { path: string }) => ({
  content: [{ type: "text" as const, text: readFileSync(path, "utf8") }],
}));
await server.connect(new StdioServerTransport());
