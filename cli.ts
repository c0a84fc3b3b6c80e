#!/usr/bin/env node
/** The command `landlockdown`: the same permissions for people who write no TypeScript, for scripts, units and
 * containers. `landlockdown help` says what it can do. */
import { programArguments } from "./runtimes/start.ts";
import { main } from "./src/cli/main.ts";

await main(programArguments());
