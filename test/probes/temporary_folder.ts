/** Prints the temporary folder of a command line and of a child that still runs, and ends without close(). */
import { spawnSync } from "node:child_process";
import { Sandbox } from "../../mod.ts";

const sandbox = new Sandbox({ run: ["sh"] }, { tmp: true });
const script = ["-c", "echo x > $TMPDIR/x; echo $TMPDIR"];
const [launcher = "", ...words] = sandbox.argv("sh", script);
process.stdout.write(spawnSync(launcher, words).stdout);
const child = sandbox.spawn("sh", ["-c", "echo x > $TMPDIR/x; echo $TMPDIR; read x"]);
child.stdout.once("data", (data) => {
  process.stdout.write(data, () => {
    child.unref();
    process.exit();
  });
});
