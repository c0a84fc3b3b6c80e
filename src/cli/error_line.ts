import { LockdownError } from "../errors.ts";
import { visible } from "../permissions/text.ts";

/** What the library says to its callers, and what that is on the command line. */
const IN_FLAGS: readonly [library: string, flag: string][] = [
  ['pass missing: "skip" or missing: "create"', "add --missing=skip or --missing=create"],
  ['pass missing: "skip"', "add --missing=skip"],
  ['accept it with compat: "best-effort"', "leave --strict out"],
  [
    'If you mean that one, pass its path as the option "program"',
    "Deny writing that folder if you mean that one",
  ],
  ['pass its path as the option "program"', "put its folder into PATH"],
  ['say compat: "best-effort"', "add --best-effort"],
];

/** An error as the command prints it, in the words of the command line. One that nobody foresaw keeps its stack. */
export function errorLine(error: unknown): string {
  if (!(error instanceof Error)) return visible(String(error));
  if (!/^cannot /i.test(error.message)) return visible(String(error)) + framesOf(error);
  const text = error.message.replace(/^C/, "c");
  // It lists every difference on a line of its own, with all that others wrote quoted
  const isList = error instanceof LockdownError && error.code === "NOT_ENFORCEABLE";
  const message = isList ? text.split("\n").map(visible).join("\n") : visible(text);
  return IN_FLAGS.reduce((text, [library, flag]) => text.replace(library, flag), message);
}

/** The lines of a stack beneath the error itself, which may quote a file and then have any number of lines. */
function framesOf(error: Error): string {
  const { stack = "" } = error;
  const title = String(error);
  const frames = stack.startsWith(title) ? stack.slice(title.length) : "";
  return frames.split("\n").map(visible).join("\n");
}
