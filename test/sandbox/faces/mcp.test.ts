/** The configuration of an MCP server: a command and its arguments, as the SDK's client takes them. */
// Deno does not find types behind a wildcard in "exports"
// @ts-types="../../../node_modules/@modelcontextprotocol/sdk/dist/esm/client/index.d.ts"
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
// @ts-types="../../../node_modules/@modelcontextprotocol/sdk/dist/esm/client/stdio.d.ts"
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { Sandbox } from "../../../mod.ts";
import { makeFolder } from "../../support/folder.ts";
import { ROOT } from "../../support/runtimes.ts";
import { selfCommand } from "../../support/self.ts";

const folder = makeFolder({ granted: "granted", secret: "secret" });
test.after(folder.remove);

/** What the server's tool says to each path. */
async function ask(words: readonly string[], paths: readonly string[]): Promise<string[]> {
  const [command = "", ...args] = words;
  const client = new Client({ name: "test", version: "1.0.0" });
  await client.connect(new StdioClientTransport({ command, args }));
  const answers: string[] = [];
  for (const path of paths) {
    const { content } = await client.callTool({ name: "read", arguments: { path } });
    answers.push((content as { text: string }[])[0]?.text ?? "");
  }
  await client.close();
  return answers;
}

test("an MCP server reads what it was granted, in the sandbox", async () => {
  const [runtime, args] = selfCommand("test/sandbox/faces/mcp_server.ts", []);
  const paths = [folder.at("granted"), folder.at("secret")];
  assert.equal(await ask([runtime, ...args], paths), ["granted", "secret"]);
  const sandbox = new Sandbox({ read: [ROOT, folder.at("granted")], run: [runtime] });
  const [granted, secret] = await ask(sandbox.argv(runtime, args), paths);
  assert.is(granted, "granted");
  assert.match(secret as string, /permission denied|EACCES/i);
  sandbox.close();
});

test.run();
