/** Prints the modules that a program, whose path is given, names as its own. */
import { context } from "../../src/context.ts";
import { systemLookup } from "../../src/linux/lookup.ts";
import { ownModules } from "../../src/plan/own_modules.ts";

const lookup = systemLookup(context().system);
console.log([...ownModules(process.argv[2] as string, lookup).paths].sort().join("\n"));
lookup[Symbol.dispose]();
