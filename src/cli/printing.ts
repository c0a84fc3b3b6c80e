/** The subcommands that print, and what printing needs: nothing of this is loaded for those in `becoming.ts`. */
export { main as explain } from "./explain.ts";
export { main as why } from "./why.ts";
export { main as compile } from "./compile.ts";
export { main as inspect } from "./inspect.ts";
export { main as doctor } from "./doctor/doctor.ts";
export { main as help, printHelp } from "./help.ts";
export { main as completions } from "./completions.ts";
export { ignoreClosedOutput } from "./output.ts";
export { version } from "./commands.ts";
