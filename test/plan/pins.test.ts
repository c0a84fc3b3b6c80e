/** Names that writable directories let be replaced. */
import { test } from "uvu";
import * as assert from "uvu/assert";
import { FS } from "../../src/landlock/abi.ts";
import { READ, WRITE } from "../../src/plan/paths.ts";
import { pinsOf } from "../../src/plan/pins.ts";

const rule = (path: string, access: bigint, isDirectory = true) => ({ path, access, isDirectory });

test("a name is loose where a directory above it is writable, and the directory's own is not", () => {
  const pins = pinsOf([rule("/w", WRITE), rule("/r", READ), rule("/w2/file", WRITE, false)]);
  assert.is(pins.looseIn("/w/a"), "/w");
  assert.is(pins.looseIn("/w/a/b"), "/w");
  assert.is(pins.looseIn("/w"), undefined);
  assert.is(pins.looseIn("/r/a"), undefined);
  assert.is(pins.looseIn("/w2/file"), undefined);
  assert.is(pins.looseIn("/"), undefined);
  assert.ok(pins.isWritable("/w") && pins.isWritable("/w/a") && !pins.isWritable("/"));
});

test("with everything writable every name is loose but the root's", () => {
  const pins = pinsOf([rule("/", WRITE)]);
  assert.is(pins.looseIn("/a"), "/");
  assert.is(pins.looseIn("/"), undefined);
});

test("each right on names is enough, and writing files is not", () => {
  for (const right of [FS.MAKE_REG, FS.MAKE_SYM, FS.MAKE_DIR, FS.REMOVE_FILE, FS.REMOVE_DIR]) {
    assert.is(pinsOf([rule("/w", right)]).looseIn("/w/a"), "/w");
  }
  assert.is(pinsOf([rule("/w", FS.WRITE_FILE | FS.TRUNCATE)]).looseIn("/w/a"), undefined);
});

test.run();
