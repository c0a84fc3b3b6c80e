import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { skip } from "../support/skip.ts";
import { writeCpio } from "./cpio.ts";
import type { GuestFile } from "./guest_file.ts";

function archive(files: (folder: string) => GuestFile[]): { path: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), "cpio-"));
  writeFileSync(join(folder, "copied"), "abc");
  const path = join(folder, "archive");
  writeCpio(path, files(folder));
  return { path, remove: () => rmSync(folder, { recursive: true }) };
}

const FILES = (folder: string): GuestFile[] => [
  { path: "/tmp", folder: true, mode: 0o1777 },
  { path: "/a/b/text", content: "hello" },
  { path: "/a/b/copy", source: join(folder, "copied"), mode: 0o755 },
  { path: "/a/link", target: "b/text" },
];

test("writeCpio() lists every folder once, before what lies in it", () => {
  const { path, remove } = archive(FILES);
  const text = readFileSync(path, "latin1");
  const names = [...text.matchAll(/070701[0-9a-f]{104}([^\0]+)\0/g)].map(([, name]) => name);
  assert.equal(names, ["tmp", "a", "a/b", "a/b/text", "a/b/copy", "a/link", "TRAILER!!!"]);
  remove();
});

const name = "writeCpio() makes what cpio reads";
if (spawnSync("cpio", ["--version"]).status !== 0) skip(name, "cpio");
else {
  test(name, () => {
    const { path, remove } = archive(FILES);
    const listing = spawnSync("cpio", ["--list", "--verbose", "--quiet", "--numeric-uid-gid"], {
      input: readFileSync(path),
      encoding: "utf8",
    });
    const lines = listing.stdout.trim().split("\n").map((line) => line.split(/\s+/));
    assert.equal(lines.map((words) => [words[0], words[4], words.slice(8).join(" ")]), [
      ["drwxrwxrwt", "0", "tmp"],
      ["drwxr-xr-x", "0", "a"],
      ["drwxr-xr-x", "0", "a/b"],
      ["-rw-r--r--", "5", "a/b/text"],
      ["-rwxr-xr-x", "3", "a/b/copy"],
      ["lrwxrwxrwx", "6", "a/link -> b/text"],
    ]);
    remove();
  });
}

test.run();
