/** In Deno with few permissions: `scoped_run <cat> <folder> <bare|descriptor|spawn|launcher> [path]` prints what `cat`
 * reads of the files "granted" and "secret", confined, and what becomes of it bare. */
import { Sandbox } from "../../mod.ts";

/** The part of Deno's API used here. */
interface DenoApi {
  readonly args: readonly string[];
  readonly Command: new (command: string, options: object) => { outputSync(): { stdout: Uint8Array } };
}

const { args, Command } = (globalThis as unknown as { Deno: DenoApi }).Deno;
const [cat = "", folder = "", how = "", path = ""] = args;

function read([command = "", ...args]: readonly string[]): string {
  try {
    return new TextDecoder().decode(new Command(command, { args, stderr: "null" }).outputSync().stdout);
  } catch (error) {
    return (error as Error).name;
  }
}

const bare = read([cat, `${folder}/secret`]);
if (how === "bare") console.log(JSON.stringify({ bare }));
else {
  const options = how === "launcher" ? { launcher: path } : { descriptor: 900 };
  const sandbox = new Sandbox({ read: [`${folder}/granted`], run: [cat] }, options);
  const files = ["granted", "secret"];
  const outputs = files.map((name) =>
    how === "spawn"
      ? sandbox.spawnSync(cat, [`${folder}/${name}`], { encoding: "utf8" }).stdout
      : read(sandbox.argv(cat, [`${folder}/${name}`]))
  );
  const [granted, secret] = outputs;
  console.log(JSON.stringify(how === "spawn" ? { secret, granted } : { granted, secret, bare }));
}
