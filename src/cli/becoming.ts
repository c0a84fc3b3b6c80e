/** The subcommands that become another program. They lie in one file with all they need, for each one more that a start
 * has to find, read and link costs as much as some of their work. */
export { main as run } from "./run.ts";
export { main as deno } from "./deno.ts";
export { main as bun } from "./bun.ts";
export { main as node } from "./node.ts";
