/** The subcommands that become another program. They lie in one file with all they need, for each one more that a start
 * has to find, read and link costs as much as some of their work. */
export { main as run } from "./run.ts";
export { bun, deno, node } from "./runtimes.ts";
