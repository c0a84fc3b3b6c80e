/** Other places at which a path can be reached, as `/proc/self/mountinfo` tells them. */
import { test } from "uvu";
import * as assert from "uvu/assert";
import { mountsOf } from "../../src/plan/mounts.ts";

const ROOT = "1 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw";

const CASES: readonly [fact: string, lines: readonly string[], path: string, places: readonly string[]][] = [
  ["one mount has no other place", [ROOT], "/a/b", []],
  ["a bind mount of the folder itself", [ROOT, "2 1 8:1 /a/b /m rw - ext4 d rw"], "/a/b", ["/m"]],
  ["of a folder above", [ROOT, "2 1 8:1 /a /m rw - ext4 d rw"], "/a/b", ["/m/b"]],
  ["of a folder beneath", [ROOT, "2 1 8:1 /a/b/c /m rw - ext4 d rw"], "/a/b", ["/m"]],
  ["of all of it", [ROOT, "2 1 8:1 / /m rw - ext4 d rw"], "/a", ["/m/a"]],
  ["of a folder whose name only begins alike", [ROOT, "2 1 8:1 /a/bc /m rw - ext4 d rw"], "/a/b", []],
  ["of another device", [ROOT, "2 1 8:2 /a/b /m rw - ext4 d rw"], "/a/b", []],
  [
    "not where something is mounted over it",
    [ROOT, "2 1 8:1 /a /m rw - ext4 d rw", "3 2 8:2 / /m rw - ext4 e rw"],
    "/a/b",
    [],
  ],
  [
    "seen from the second place",
    [ROOT, "2 1 8:1 /a /m rw - ext4 d rw"],
    "/m/b",
    ["/a/b"],
  ],
  [
    "what is mounted inside",
    [ROOT, "2 1 8:2 / /a/b rw - ext4 e rw", "3 1 8:2 /c /m rw - ext4 e rw"],
    "/a",
    ["/m"],
  ],
  ["not what lies within itself", [ROOT, "2 1 8:1 /a/b /a/c rw - ext4 d rw"], "/a", []],
  ["names in octal", [ROOT, "2 1 8:1 /a\\040b /m\\011n rw - ext4 d rw"], "/a b", ["/m\tn"]],
  [
    "the layers of an overlay",
    [ROOT, "2 1 0:9 / /m rw - overlay none rw,lowerdir=/l1:/l2,upperdir=/u,workdir=/w"],
    "/m/x",
    ["/l1/x", "/l2/x", "/u/x", "/w"],
  ],
  [
    "the overlay of a layer",
    [ROOT, "2 1 0:9 / /m rw - overlay none rw,lowerdir=/l1:/l2,upperdir=/u,workdir=/w"],
    "/l2/x",
    ["/m/x", "/w"],
  ],
  [
    "layers with a colon or a comma in their names, which came with a backslash or without",
    [
      ROOT,
      "2 1 0:9 / /m rw - overlay none rw,lowerdir=/l\\134:w:/l2,upperdir=/u\\134\\054p,lowerdir+=/a:b,datadir+=/d",
    ],
    "/m/x",
    ["/a:b/x", "/d/x", "/l2/x", "/l:w/x", "/l\\/x", "/l\\:w/x", "/u,p/x", "/u\\,p/x"],
  ],
  [
    "not a mount that is hidden by one further up",
    [ROOT, "2 1 8:1 /s /a/b rw - ext4 d rw", "3 1 8:2 / /a rw - ext4 e rw"],
    "/s",
    [],
  ],
  [
    "a path beneath a hidden mount is of the one that hides it",
    [ROOT, "2 1 8:3 / /a/b rw - ext4 d rw", "3 1 8:2 / /a rw - ext4 e rw", "4 1 8:2 /b /m rw - ext4 e rw"],
    "/a/b/x",
    ["/m/x"],
  ],
  [
    "points that differ in bytes that are not UTF-8",
    [ROOT, "2 1 8:1 /s /w/\ufffd rw - ext4 d rw", "3 1 8:2 / /w/\ufffd rw - ext4 e rw"],
    "/s",
    ["/w/\ufffd"],
  ],
  [
    "where our root directory is no mount point",
    ["7 2 8:2 / /c rw - ext4 e rw", "8 7 8:2 /d /c/m rw - ext4 e rw"],
    "/c/d",
    ["/c/m"],
  ],
  ["lines that say nothing are passed over", [ROOT, "", "nonsense", "2 1 8:1"], "/a", []],
];

for (const [fact, lines, path, places] of CASES) {
  test(fact, () => assert.equal([...mountsOf(lines.join("\n")).otherPlaces(path)].sort(), places));
}

test("devices beneath a folder are its own and those of what is mounted in it", () => {
  const mounts = mountsOf([ROOT, "2 1 8:2 / /a/b rw - ext4 e rw", "3 1 8:3 / /c rw - ext4 e rw"].join("\n"));
  assert.equal([...mounts.devicesBeneath("/a")].sort(), ["8:1", "8:2"]);
  assert.equal([...mounts.devicesBeneath("/a/b/d")], ["8:2"]);
  assert.is(mounts.deviceOf("/c/x"), "8:3");
});

test("an overlay with relative layers is one of which nobody knows where they lie", () => {
  const overlay = (layer: string) => `2 1 0:9 / /m rw - overlay none rw,lowerdir=${layer},upperdir=/u`;
  assert.equal(mountsOf([ROOT, overlay("l")].join("\n")).unknownOverlays, ["/m"]);
  assert.equal(mountsOf([ROOT, overlay("/l")].join("\n")).unknownOverlays, []);
});

test.run();
