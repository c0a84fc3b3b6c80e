/** Permission sets in deno.json mean what they mean to Deno: every case is a project in a folder of its own, in which
 * real Deno is asked. `deno compile` is not asked, for it would download a runtime; its sets are read by the same
 * code as those of `deno test`. */
import { test } from "uvu";
import * as assert from "uvu/assert";
import { parseDenoFlags } from "../../src/flags/deno/flags.ts";
import type { PermissionQuery } from "../../src/permissions/query.ts";
import { makeFolder } from "../support/folder.ts";
import { runtimeName } from "../support/self.ts";
import { askDeno, inParallel, probeScript } from "./ask_deno.ts";
import { SET_CASES, type SetCase } from "./deno_sets.ts";
import { ourAnswer, readText } from "./our_answer.ts";

/** What is asked in every project. */
function questionsIn(folder: string): PermissionQuery[] {
  const paths = [
    "a",
    "a/b",
    "b",
    "c",
    "x",
    "x/a",
    "a,b",
    "root",
    "other",
    "named",
    "root-test",
    "/*a*",
    'a"//b',
    ",]",
  ];
  const inFolder = [...paths, "b//c", "member", "member/member", "stranger/stranger", "bin/x"];
  return [
    ...(["read", "write", "ffi"] as const).flatMap((name) => [
      { name },
      { name, path: folder },
      { name, path: "/a/b" },
      ...inFolder.map((path) => ({ name, path: `${folder}/${path}` })),
    ]),
    { name: "run" },
    { name: "run", command: `${folder}/bin/x` },
    { name: "run", command: "/x/tool" },
    ...["a.com", "a.com:80", "a.com:443", "b.a.com", "10.0.0.1", "127.0.0.1:443", "unix:/run/x.sock"]
      .map((host) => ({ name: "net" as const, host })),
    ...["a.com:80", "jsr.io:443"].map((host) => ({ name: "import" as const, host })),
    ...["A", "B", "A=B"].map((variable) => ({ name: "env" as const, variable })),
    ...["uid", "setuid", "inspector"].map((kind) => ({ name: "sys" as const, kind })),
  ];
}

async function problemWith(given: SetCase): Promise<string[]> {
  const files = Object.entries(given.files).map(([name, content]) =>
    [name, typeof content === "string" ? content : JSON.stringify(content)] as const
  );
  const folder = makeFolder(Object.fromEntries(files));
  const questions = questionsIn(folder.path);
  const script = folder.write(given.script ?? "main.js", probeScript(questions));
  const directory = folder.at(given.directory ?? ".").replace(/\/$/, "");
  const words = [...given.words.split(" "), script];
  const { environment = {} } = given;
  const theirs = await askDeno({ words, directory, environment });
  const place = { directory, findProgram: () => undefined };
  const noPackageJson = environment["DENO_NO_PACKAGE_JSON"] === "1";
  const ours = ourAnswer(words, questions, place, { mainModule: script, noPackageJson });
  folder.remove();
  const problem = (text: string) => [`${given.fact} (${given.words}): ${text.replaceAll(folder.path, "@")}`];
  if (given.stricter !== undefined) {
    return "refused" in ours && !("refused" in theirs)
      ? []
      : problem(`not stricter: ${JSON.stringify(theirs)}`);
  }
  if ("refused" in ours) return "refused" in theirs ? [] : problem(`refused by us: ${ours.refused}`);
  if ("refused" in theirs) return problem(`refused by Deno: ${theirs.refused}`);
  const differences = questions.flatMap((question, at) => {
    const [mine, real] = [ours.states[at] as string, theirs.states[at] as string];
    const no = ["denied", "ignored", "prompt"];
    const same = mine === real || (no.includes(mine) && no.includes(real));
    return same ? [] : [`${Object.values(question).join(" ")} is ${mine}, to Deno ${real}`];
  });
  return differences.length === 0 ? [] : problem(differences.slice(0, 3).join("; "));
}

test("permission sets mean what they mean to Deno", async () => {
  const cases = SET_CASES.filter((_, index) => runtimeName === "deno" || index % 10 === 0);
  assert.is((await inParallel(cases, problemWith)).flat().join("\n"), "");
});

const COMPILED = {
  "deno.json": '{"permissions":{"default":{"read":["a"]}},"compile":{"permissions":{"net":true}}}',
};
const parse = (words: string, files: Record<string, string>) =>
  parseDenoFlags(words.split(" "), {
    directory: "/work",
    readText: (path) => files[path.replace("/work/", "")],
  });

test("deno compile has permissions of its own", () => {
  assert.equal(parse("compile -P main.ts", COMPILED).permissions, { net: true });
  assert.equal(parse("compile -P=default main.ts", COMPILED).permissions, { read: ["/work/a"] });
  assert.throws(
    () => parse("compile main.ts", COMPILED),
    /"\/work\/deno.json" has permissions for it, add -P/,
  );
});

test("the script may be a URL of a file, and one from the network has no configuration", () => {
  assert.equal(parse("run -P file:///work/main.ts", COMPILED).permissions, { read: ["/work/a"] });
  assert.equal(parse("run -P https://a.com/main.ts", COMPILED).permissions, {});
  assert.equal(parse("run -P npm:cowsay", COMPILED).permissions, { read: ["/work/a"] });
  assert.throws(() => parse("run -P=default data:,x", COMPILED), RangeError);
});

test("a set that is asked for cannot be passed over: without a way to read files it is an error", () => {
  for (const flag of ["-P", "-P=x", "--permission-set"]) {
    assert.throws(
      () => parseDenoFlags(["run", flag, "main.ts"], { directory: "/work" }),
      /pass readText, or leave -P out/,
    );
  }
  assert.equal(parseDenoFlags(["run", "-P", "--no-config", "a.ts"], { directory: "/" }).permissions, {});
});

test("a file that cannot be read as JSON is named", () => {
  assert.throws(
    () => parse("run -P main.ts", { "deno.json": "{ 1 }" }),
    /Cannot parse "\/work\/deno.json": /,
  );
  assert.throws(
    () => parse("run -P main.ts", { "deno.json": "1" }),
    /"\/work\/deno.json": its content must be an object/,
  );
});

test("what is wrong in a set is named with its file", () => {
  const set = (text: string) => ({ "deno.json": `{"permissions":{"default":${text}}}` });
  for (
    const [text, message] of [
      ['{"reed":true}', 'Cannot use "reed" as permission in "/work/deno.json": write one of all, read'],
      [
        '{"read":1}',
        'Cannot use "1" as value of "read" in "/work/deno.json": write true, false or a list of strings',
      ],
      [
        '{"run":{"ignore":["x"]}}',
        'Cannot use "ignore" as key of "run" in "/work/deno.json": write allow or deny',
      ],
      ['{"net":["a.com",null]}', 'Cannot use "null" as entry of "net" in "/work/deno.json": write a string'],
      ['{"all":1}', 'Cannot use "1" as "all" in "/work/deno.json": write true or false'],
    ] as const
  ) {
    assert.throws(
      () => parse("run -P main.ts", set(text)),
      (error: Error) => error.message.startsWith(message),
    );
  }
});

test("only the deno.json above the script is read, and only if a set is asked for", () => {
  const read: string[] = [];
  const readAndCount = (path: string) => (read.push(path), readText(path));
  parseDenoFlags(["run", "-A", "main.ts"], { directory: "/work/x", readText: readAndCount });
  assert.equal(read, []);
  parseDenoFlags(["run", "-P", "y/main.ts"], { directory: "/nowhere/x", readText: readAndCount });
  assert.equal([...new Set(read.map((path) => path.replace(/\/[^/]*$/, "")))], [
    "/nowhere/x/y",
    "/nowhere/x",
    "/nowhere",
    "",
  ]);
});

test.run();
