import { context } from "../context.ts";
import { CommandError, EXIT } from "./exit_code.ts";

/** Refuses to go on where the working directory, which may be what is to be confined, has had its code run outside of
 * the sandbox already. Such code can hide from us; this is for those who did not know that their runtime does so. */
export function refuseRanAhead(): void {
  const [module] = context().runtime.ranAhead();
  if (module === undefined) return;
  throw new CommandError(
    `cannot confine what has run: "bunfig.toml" in this directory had Bun run "${module}" first. Start landlockdown with ` +
      "Node, Deno or bun --config=FILE, or as a single file that reads none (docs/command_line.md)",
    EXIT.failed,
  );
}
