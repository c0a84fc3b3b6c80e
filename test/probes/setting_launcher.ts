/** Runs a program in a Sandbox and prints its exit code, or the code and message of the error:
 * setting_launcher.ts GRANTED PROGRAM WORD... */
import { LockdownError, Sandbox } from "../../mod.ts";

const [granted = "", program = "", ...words] = process.argv.slice(2);
const sandbox = new Sandbox({ read: [granted], run: [program] });
try {
  console.log(`status ${sandbox.spawnSync(program, words).status}`);
} catch (error) {
  if (!(error instanceof LockdownError)) throw error;
  console.log(`${error.code}: ${error.message}`);
}
