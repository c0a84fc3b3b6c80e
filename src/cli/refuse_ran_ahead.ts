import { context } from "../context.ts";
import { CommandError, EXIT } from "./exit_code.ts";

/** Refuses to go on where the working directory, which may be what is to be confined, has had its code run outside of
 * the sandbox already. Such code can hide from us; this is for those who did not know that their runtime does so. */
export function refuseRanAhead(): void {
  const told = context().runtime.ranAhead();
  if (told !== undefined) throw new CommandError(`cannot confine what has run: ${told}`, EXIT.failed);
}
