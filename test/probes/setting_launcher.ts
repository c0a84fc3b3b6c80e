/** Runs the program in its argument in a Sandbox and prints its exit code, or the code and message of the error. */
import { LockdownError, Sandbox } from "../../mod.ts";

const [program = ""] = process.argv.slice(2);
const sandbox = new Sandbox({ run: [program] });
try {
  console.log(`status ${sandbox.spawnSync(program).status}`);
} catch (error) {
  if (!(error instanceof LockdownError)) throw error;
  console.log(`${error.code}: ${error.message}`);
}
