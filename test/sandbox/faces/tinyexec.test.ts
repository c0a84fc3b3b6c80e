/** tinyexec. */
import { x } from "tinyexec";
import { test } from "uvu";
import { examineFace } from "./face.ts";

examineFace("tinyexec", async ([command, ...args], input) => {
  const running = x(command, args);
  running.process?.stdin?.end(input);
  const { stdout, stderr, exitCode } = await running;
  return { stdout, stderr, code: exitCode ?? running.process?.signalCode };
});

test.run();
