/** execa, whose first argument is the launcher. */
import { execa } from "execa";
import { test } from "uvu";
import { examineFace } from "./face.ts";

examineFace("execa", async ([command, ...args], input) => {
  const { stdout, stderr, exitCode, signal } = await execa(command, args, {
    reject: false,
    ...(input === undefined ? {} : { input }),
  });
  return { stdout, stderr, code: exitCode ?? signal };
});

test.run();
