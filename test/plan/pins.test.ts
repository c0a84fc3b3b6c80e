/** Names that writable directories let be replaced. */
import { test } from "uvu";
import * as assert from "uvu/assert";
import { FS } from "../../src/landlock/abi.ts";
import { READ, WRITE } from "../../src/plan/paths.ts";
import { mountsOf } from "../../src/plan/mounts.ts";
import { movesOf } from "../../src/plan/moves.ts";
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

/** `/a/w` is mounted at `/m` as well. */
const MOUNTS = mountsOf("1 0 8:1 / / rw - ext4 disk rw\n2 1 8:1 /a/w /m rw - ext4 disk rw");

test("what is writable at one place is so wherever it is mounted", () => {
  for (const [named, other] of [["/a/w", "/m"], ["/m", "/a/w"]] as const) {
    const pins = pinsOf([rule(named, WRITE)], MOUNTS);
    assert.is(pins.looseIn(`${other}/file`), other);
    assert.is(pins.writableAround(other), other);
  }
});

test("rights at one place keep files from being moved at the other", () => {
  assert.is(movesOf([rule("/m", READ), rule("/a", WRITE)], MOUNTS).refusedNear("/a"), "/m");
  assert.is(movesOf([rule("/a", WRITE)], MOUNTS).refusedNear("/a"), undefined);
});

test.run();
