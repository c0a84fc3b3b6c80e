/** `nested_sandbox <folder>` prints what `cat` reads of three files: bare, under lockdown(), and in sandboxes there. */
import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { lockdown, type Permissions, Sandbox, type SandboxOptions } from "../../mod.ts";

const folder = process.argv[2] as string;
writeFileSync(`${folder}/secret`, "secret");
mkdirSync(`${folder}/tmp`, { recursive: true });
process.env["TMPDIR"] = `${folder}/tmp`;
const files = ["a/file", "b/file", "secret"].map((name) => `${folder}/${name}`);
const cat = (spawn: typeof spawnSync) =>
  files.map((file) => spawn("cat", [file], { encoding: "utf8" }).stdout);
const inSandbox = (permissions: Permissions, options?: SandboxOptions) => {
  const sandbox = new Sandbox({ ...permissions, run: ["cat"] }, options);
  const outputs = cat(sandbox.spawnSync);
  sandbox.close();
  return outputs;
};

const bare = cat(spawnSync);
lockdown({ read: [`${folder}/a`, `${folder}/b`], write: [`${folder}/tmp`], run: ["cat"] });
console.log(JSON.stringify({
  bare,
  locked: cat(spawnSync),
  narrower: inSandbox({ read: [`${folder}/a`] }),
  wider: inSandbox({ read: [folder] }),
  temporary: inSandbox({ read: [folder] }, { tmp: true }),
}));
