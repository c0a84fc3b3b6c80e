/** Answers each message with what it got and with what it can read, until it is disconnected: `ipc_child <path>`. */
import { readFileSync } from "node:fs";

const path = process.argv[2] as string;

process.on("message", (message) => {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    text = (error as { code?: string }).code ?? String(error);
  }
  process.send?.({ got: message, text });
});
process.on("disconnect", () => process.exit(5));
