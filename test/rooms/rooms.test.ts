/** The rooms of `src` as `docs/design.md` draws them: every import goes down, files and functions are short, and the walks
 * name functions that exist. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, normalize, relative } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { ROOT } from "../support/runtimes.ts";

const DESIGN = readFileSync(join(ROOT, "docs/design.md"), "utf8");
/** From the highest to the lowest. */
const ROOMS = [...DESIGN.matchAll(/^\| `(src\/[\w.]+|runtimes)` /gm)].map(([, room]) => room as string);
const FILES = ["src", "runtimes"].flatMap(filesIn);
const LONGEST_FILE = 350;
const LONGEST_FUNCTION = 60;

function filesIn(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((path) => path.endsWith(".ts") && statSync(join(ROOT, path)).isFile());
}

function roomOf(path: string): string {
  const [top, room = ""] = path.split("/");
  return top === "runtimes" ? top : `${top}/${room}`;
}

/** Files that a file imports, types included. */
function importsOf(path: string): string[] {
  const text = readFileSync(join(ROOT, path), "utf8");
  return [...text.matchAll(/(?:from |import\()"(\.[^"]+)"/g)]
    .map(([, target]) => relative(ROOT, normalize(join(ROOT, dirname(path), target as string))))
    .filter((target) => FILES.includes(target));
}

test("the design knows every room", () => {
  assert.ok(ROOMS.length > 12);
  assert.equal([...new Set(FILES.map(roomOf))].filter((room) => !ROOMS.includes(room)), []);
});

test("no import runs from a lower room to a higher one", () => {
  const upward = FILES.flatMap((path) =>
    importsOf(path)
      .filter((target) => ROOMS.indexOf(roomOf(target)) < ROOMS.indexOf(roomOf(path)))
      .map((target) => `${path} -> ${target}`)
  );
  assert.equal(upward, []);
});

test("no file and no function is long", () => {
  const isData = (path: string) => path.includes("/generated/");
  const long = FILES.filter((path) => !isData(path)).flatMap((path) => {
    const lines = readFileSync(join(ROOT, path), "utf8").split("\n");
    return [
      ...(lines.length - 1 > LONGEST_FILE ? [`${path}: ${lines.length - 1} lines`] : []),
      ...longFunctions(lines).map((name) => `${path}: ${name}`),
    ];
  });
  assert.equal(long, []);
});

/** Functions and methods that are too long, by the layout that the formatter gives them. */
function longFunctions(lines: readonly string[]): string[] {
  return lines.flatMap((line, start) => {
    const [, indent, name] = /^( {0,2})(?:export )?(?:async )?(?:function (\w+)|#?\w+)\(.*$/.exec(line) ?? [];
    if (indent === undefined || name === undefined) return [];
    const end = lines.indexOf(`${indent}}`, start);
    return end - start + 1 > LONGEST_FUNCTION ? [`${name} has ${end - start + 1} lines`] : [];
  });
}

test("the walks name functions that exist, each walk at most ten and none twice", () => {
  const [walks = ""] = DESIGN.split("## Rooms");
  const lists = walks.split(/^\*\*/m).slice(1).map((walk) => walk.match(/^\d+\. .*(?:\n {3}.*)*/gm) ?? []);
  assert.is(lists.length, 3);
  for (const steps of lists) {
    assert.ok(steps.length > 5 && steps.length <= 10, `${steps.length} steps`);
    const names = steps.flatMap((step) => /^\d+\. `(\w+)(?:\(\))?`/.exec(step)?.slice(1) ?? []);
    assert.equal(names, [...new Set(names)]);
    for (const step of steps) checkStep(step);
  }
});

function checkStep(step: string): void {
  const path = /`((?:src|runtimes)\/[\w/]+\.ts)`/.exec(step)?.[1];
  const texts = path === undefined ? FILES.map(textOf) : [textOf(path)];
  for (const [, name] of step.matchAll(/`(\w+)\(\)`/g)) {
    const isMade = new RegExp(`function ${name}\\b|^ {2}(?:readonly )?${name}\\b.*(?:\\{|=)$`, "m");
    const all = step.startsWith(`${name}`) ? texts : FILES.map(textOf);
    assert.ok(all.some((text) => isMade.test(text)), `${name} in: ${step}`);
  }
}

function textOf(path: string): string {
  return readFileSync(join(ROOT, path), "utf8");
}

test.run();
