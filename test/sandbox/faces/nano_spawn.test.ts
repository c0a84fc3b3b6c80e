/** nano-spawn. */
import nanoSpawn, { SubprocessError } from "nano-spawn";
import { test } from "uvu";
import { examineFace } from "./face.ts";

examineFace("nano-spawn", async ([command, ...args], input) => {
  const stdin = input === undefined ? "ignore" : { string: input };
  try {
    const { stdout, stderr } = await nanoSpawn(command, args, { stdin });
    return { stdout, stderr, code: 0 };
  } catch (error) {
    if (!(error instanceof SubprocessError)) throw error;
    return { stdout: error.stdout, stderr: error.stderr, code: error.exitCode ?? error.signalName };
  }
});

test.run();
