/** What we make of Node's flags is what Node makes of them, asked with `process.permission.has()`: flags on the command
 * line, in `NODE_OPTIONS` and in `node.config.json`, by hand and by chance. The Node that runs the tests is asked: 20
 * and 26. Where its tree of paths says something else than its flags, see `isQuirk`. */
import fc from "fast-check";
import { readdirSync, symlinkSync } from "node:fs";
import { join, resolve } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { type NodeFlags, parseNodeFlags } from "../../src/flags/node/flags.ts";
import { isWithin } from "../../src/linux/paths.ts";
import { parsePermissions } from "../../src/permissions/permission_set.ts";
import { createAnswer, type PermissionQuery } from "../../src/permissions/query.ts";
import { makeFolder } from "../support/folder.ts";
import { runtimeName } from "../support/self.ts";
import { skip } from "../support/skip.ts";
import { inParallel } from "./ask_deno.ts";
import { askNode, type NodeAnswer, nodeProbe, type NodeQuestion } from "./ask_node.ts";
import { NODE_CASES, type NodeCase } from "./node_lines.ts";
import { readText } from "./our_answer.ts";

const major = Number.parseInt(process.versions.node);
const FILES = [
  "d/file",
  "d/sub/deep/file",
  "d2/file",
  "e/file",
  "file1",
  "file2",
  "file3",
  "a b",
  "preload.cjs",
];

/** The folder of a case. */
function makeProject(): ReturnType<typeof makeFolder> {
  const folder = makeFolder(Object.fromEntries(FILES.map((name) => [name, ""])));
  symlinkSync("d", folder.at("link"));
  folder.write("probe/probe.cjs", nodeProbe(questionsIn(folder.path)));
  return folder;
}

function questionsIn(folder: string): NodeQuestion[] {
  const names = [
    ...FILES,
    "d",
    "d/sub",
    "d/sub/x",
    "dx",
    "d2",
    "e",
    "file",
    "file11",
    "missing",
    "missing/x",
    "link",
  ];
  const odd = ["link/file", 'a"b', "a\\b", "\\-x", "-x", "d,d2", "d/x.txt", "new/x", ""];
  const paths = [...names, ...odd].map((name) => join(folder, name));
  return [
    ...["fs.read", "fs.write"].flatMap((scope): NodeQuestion[] => [
      [scope],
      ...[...paths, "/", "/tmp", "/etc/passwd"].map((path) => [scope, path] as const),
    ]),
    ["child"],
    ...(major >= 25 ? [["net"] as const, ["ffi"] as const, ["addon"] as const] : []),
  ];
}

/** Our question for one of Node's. */
function asOurs([scope, path]: NodeQuestion): PermissionQuery {
  const of = path === undefined ? {} : { path };
  if (scope === "fs.read") return { name: "read", ...of };
  if (scope === "fs.write") return { name: "write", ...of };
  return { name: scope === "child" ? "run" : scope === "net" ? "net" : "ffi" };
}

async function problemWith(given: NodeCase): Promise<string[]> {
  const folder = makeProject();
  const spell = (text: string) => text.replaceAll("@", folder.path);
  const permission = major < 21 ? "--experimental-permission" : "--permission";
  const words = spell(given.words).split(" ").filter((word) => word !== "")
    .map((word) => word === "--permission" ? permission : word);
  const script = folder.at("probe/probe.cjs");
  // Node 20 does not grant the program itself
  if (major < 21) words.unshift(`--allow-fs-read=${script}`);
  const options = spell(given.nodeOptions ?? "").replaceAll("--permission", permission);
  if (given.config !== undefined) {
    folder.write(
      "node.config.json",
      typeof given.config === "string" ? given.config : JSON.stringify(given.config),
    );
  }
  const nodeOptions = given.nodeOptions === undefined ? undefined : options;
  const theirs = await askNode({
    executable: process.execPath,
    words,
    script,
    directory: folder.path,
    nodeOptions,
  });
  const problems = compare({ ...given, nodeOptions, words, directory: folder.path }, theirs);
  folder.remove();
  return problems.map((text) => `${given.words} ${nodeOptions ?? ""}: ${text}`.replaceAll(folder.path, "@"));
}

/** How a case was spelled out. */
interface Started extends Omit<NodeCase, "words" | "nodeOptions"> {
  readonly words: readonly string[];
  readonly nodeOptions: string | undefined;
  readonly directory: string;
}

function compare(started: Started, theirs: NodeAnswer): string[] {
  const { directory, nodeOptions, stricter } = started;
  // Node 20 ends like this when a file is granted twice
  if ("refused" in theirs && theirs.refused.includes("Assertion failed: !path_prefix.empty()")) return [];
  let ours: NodeFlags;
  try {
    ours = parseNodeFlags("refused" in theirs ? started.words : theirs.execArgv, {
      directory,
      version: process.versions.node,
      nodeOptions,
      readText,
      listDirectory,
    });
  } catch (error) {
    return "refused" in theirs || stricter !== undefined ? [] : [`refused by us: ${error}`];
  }
  if ("refused" in theirs) return [`refused by Node: ${theirs.refused.split("\n").slice(0, 5)}`];
  if (stricter !== undefined) return ["not stricter"];
  if (theirs.states === undefined || ours.permissions === undefined) {
    // With --permission-audit alone there is a process.permission, which denies nothing
    return theirs.states === ours.permissions || ours.auditOnly
      ? []
      : [`only one restricts: ${JSON.stringify(theirs)}`];
  }
  const answer = createAnswer(parsePermissions(ours.permissions, { directory, literal: true }), {
    directory,
    findProgram: () => undefined,
  });
  return questionsIn(directory).flatMap((question, at) => {
    const mine = answer(asOurs(question)) === "granted";
    const real = theirs.states?.[at] as boolean;
    const same = mine === real || isMerged(question) || isQuirk(question, real, ours, started);
    return same ? [] : [`${question.join(" ")} is ${mine}, to Node ${real}`];
  });
}

function listDirectory(path: string): string[] | undefined {
  try {
    return readdirSync(path);
  } catch {
    return undefined;
  }
}

/** Addons and node:ffi are one permission to us. */
function isMerged([scope]: NodeQuestion): boolean {
  return scope === "ffi" || scope === "addon";
}

/** Where Node's answer is not what its flags say:
 *
 * 1. Node keeps paths in a tree of common beginnings. A granted directory is not found itself, only what it holds, if
 *    another granted path begins with the same letters: `d` with `d/file` or `d2`.
 * 2. In Node 20 the common beginning of several paths counts as one of them: `file` with `file1`, `file2`, `file3`.
 * 3. A path that is not there is granted as a file; to us a path is granted with all beneath it.
 * 4. A `*` within a name is to us the names that are there now.
 */
function isQuirk(
  [scope, path = ""]: NodeQuestion,
  real: boolean,
  ours: NodeFlags,
  started: Started,
): boolean {
  const value = scope === "fs.read" ? ours.permissions?.read : ours.permissions?.write;
  const entries = Array.isArray(value) ? value as readonly string[] : [];
  if (!real) {
    const isHidden = entries.includes(path) &&
      entries.some((other) => other !== path && other.startsWith(path));
    return isHidden || entries.some((other) => other.endsWith("/missing") && isWithin(path, other));
  }
  const isCommonStart = major < 21 && entries.filter((other) => other.startsWith(path)).length >= 2;
  const isNew = !exists(path) && starts(started).some((start) => path.startsWith(start));
  return isCommonStart || isNew;
}

/** What stands before a `*` within a name, as absolute paths. */
function starts({ words, nodeOptions = "", config, directory }: Started): string[] {
  const text = [...words, nodeOptions, JSON.stringify(config ?? "")].join(" ");
  return [...text.matchAll(/[^\s="]*[^\s="/*](?=\*)/g)].map(([start]) => resolve(directory, start));
}

function exists(path: string): boolean {
  return readText(path) !== undefined || listDirectory(path) !== undefined;
}

if (runtimeName === "node") {
  test("Node's flags mean what they mean to Node, in corner cases", async () => {
    const cases = NODE_CASES.filter(({ from = 0, before = 99 }) => major >= from && major < before);
    assert.is((await inParallel(cases, problemWith)).flat().join("\n"), "");
  });

  test("Node's flags mean what they mean to Node, by chance", async () => {
    const path = fc.constantFrom(
      "d",
      "d/",
      "d/sub",
      "d/file",
      "d2",
      "e/file",
      "./e",
      "file1",
      "file2",
      "missing",
      "link",
    );
    const odd = fc.constantFrom("d*", "d/*", "fi*", "*", "d,d2", "", "/", "..");
    const flag = fc.oneof(
      {
        weight: 6,
        arbitrary: fc.tuple(fc.constantFrom("read", "write"), fc.oneof({ weight: 6, arbitrary: path }, odd))
          .map(([scope, value]) => `--allow-fs-${scope}=${value}`),
      },
      fc.constantFrom(
        "--allow-child-process",
        "--no-allow-child-process",
        "--allow-worker",
        "--allow-addons",
      ),
    );
    const lines = fc.sample(fc.array(flag, { maxLength: 5 }), { numRuns: 80, seed: 20261122 });
    const cases = lines.map((words, index): NodeCase =>
      index % 3 === 0
        ? { words: "", nodeOptions: ["--permission", ...words].join(" ") }
        : { words: ["--permission", ...words].join(" ") }
    );
    assert.is((await inParallel(cases, problemWith)).flat().join("\n"), "");
  });
} else {
  skip("Node's flags mean what they mean to Node", "Node itself to run the tests");
}

test.run();
