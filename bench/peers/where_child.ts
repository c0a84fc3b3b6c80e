/** What is profiled, again and again: `where_child <lockdown|sandbox|spawn> <folder> <files> <runs>`. */
import { join } from "node:path";
import { Sandbox } from "../../mod.ts";
import { planAndApply } from "./phases.ts";

const TRUE = "/bin/true";
const [kind = "", folder = "", files = "", runs = ""] = process.argv.slice(2);
const read = Array.from({ length: Number(files) }, (_, index) => join(folder, `file ${index}`));
const permissions = { read, run: [TRUE] };
const sandbox = new Sandbox(permissions);
const acts: Readonly<Record<string, () => void>> = {
  lockdown: () => void planAndApply(permissions),
  sandbox: () => new Sandbox(permissions).close(),
  spawn: () => void sandbox.spawnSync(TRUE),
};
for (let run = 0; run < Number(runs); run++) acts[kind]?.();
console.log("null");
