/** dax, which has a shell of its own. */
import $ from "dax";
import { test } from "uvu";
import { examineFace } from "./face.ts";

examineFace("dax", async (words, input) => {
  const { stdout, stderr, code } = await $`${words}`
    .stdin(input === undefined ? "null" : new TextEncoder().encode(input))
    .stdout("piped").stderr("piped").noThrow();
  return { stdout, stderr, code };
});

test.run();
