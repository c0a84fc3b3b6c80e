import { constants } from "node:os";

/** What a failure is called when the runtime does not tell the error number. */
export const UNNAMED = "failed, no errno";

/** Texts of libc for the error numbers a sandbox answers with, as programs print them. */
const TEXTS: Readonly<Record<string, string>> = {
  "Permission denied": "EACCES",
  "Operation not permitted": "EPERM",
  "cross-device link": "EXDEV",
};

/** The name of the error number behind a failure, in whatever way this runtime tells it; else the whole message.
 *
 * Node and Bun set `code`; Deno's own API puts `(os error 13)` into the message; a child writes a text. */
export function outcomeOf(error: unknown): string {
  const { code, message = String(error), cause } = error as {
    code?: unknown;
    message?: string;
    cause?: unknown;
  };
  if (typeof code === "string" && code in constants.errno) return code;
  const number = /\(os error (\d+)\)/.exec(message)?.[1];
  if (number !== undefined) return nameOf(Number(number));
  const name = message.match(/\bE[A-Z0-9]{2,}\b/g)?.find((word) => word in constants.errno);
  if (name !== undefined) return name;
  const text = Object.keys(TEXTS).find((text) => message.includes(text));
  if (text !== undefined) return TEXTS[text] as string;
  if (code === "ERR_MODULE_NOT_FOUND") return UNNAMED;
  // Bun, when no socket can be made
  if (message.startsWith("Failed to listen at ")) return UNNAMED;
  return cause === undefined ? message : outcomeOf(cause);
}

/** `EACCES` for 13, and so on. */
export function nameOf(errno: number): string {
  return Object.entries(constants.errno).find(([, number]) => number === errno)?.[0] ?? `errno ${errno}`;
}

/** Throws unless a child ended well; its complaint is the message. */
export function checkExit(code: number | null | undefined, stderr: unknown): void {
  if (code === 0) return;
  const text = stderr instanceof Uint8Array ? new TextDecoder().decode(stderr) : String(stderr ?? "");
  throw new Error(`exit code ${code}: ${text.trim()}`);
}
