/** Where the script begins, and with it the words that are the program's own: compared with `Deno.args` and with what
 * Deno grants, for every command that runs a program. `@` stands for the script. */
import { test } from "uvu";
import * as assert from "uvu/assert";
import type { PermissionQuery } from "../../src/permissions/query.ts";
import { runtimeName } from "../support/self.ts";
import { askDeno, inParallel } from "./ask_deno.ts";
import { type OurAnswer, ourAnswer } from "./our_answer.ts";
import { makePlace } from "./place.ts";

const LINES: readonly string[] = [
  "run @",
  "@",
  "@ -R",
  "-R @ -W",
  "run -R @ -W --allow-net",
  "run -R @ a -- b -W",
  "run @ --",
  "run @ -- --",
  "run -R -- @",
  "run -- -R @",
  "-- @",
  "run --ext js @ -W",
  "run --ext=js -W @",
  "run --lock -R @",
  "run --lock @",
  "run --lock other.lock @",
  "run -c deno.json @ -R",
  "run -cdeno.json -R @",
  "run -Rc deno.json @",
  "run --config deno.json -R @",
  "run --conditions a,b -R @ c",
  "run --env-file -R @",
  "run --env-file=.env @",
  "run --env -R @",
  "run --v8-flags=--expose-gc,--no-opt @ -W",
  "run --preload pre.js @ -R",
  "run --import pre.js --require pre.cjs -R @",
  "run --seed 1 @ --seed 2",
  "run --location http://a.com -R @",
  "run -r -R @",
  "run --reload=npm: @",
  "run --check -R @",
  "run --no-check=remote @ -R",
  "run --coverage=cov -R @",
  "run --node-modules-dir -R @",
  "run --frozen @",
  "run --min-dep-age 10 -R @",
  "run --minimum-dependency-age=10 @",
  "run --unsafely-ignore-certificate-errors @ x",
  "run --cpu-prof-name x --cpu-prof-dir prof @",
  "run --inspect-publish-uid http @",
  "run --unstable-kv --sloppy-imports -R @",
  "run --allow-scripts @",
  "run --trace-ops @",
  "run --no-code-cache --use-env-proxy -W @",
  "-q run -R @",
  "-q @ -R",
  "-L debug run -W @",
  "--log-level=debug -R @",
  "--quiet run @ run",
  "-R run @",
  "--unstable-kv run @",
  "-c deno.json run @",
  "run run @",
  "serve @",
  "serve --port 1234 @",
  "serve --port=1234 --host 127.0.0.1 @ arg",
  "serve --host 0.0.0.0 -R @",
  "serve -A @",
  "serve --allow-net @",
  "serve --allow-net=a.com @ --allow-read",
  "serve --deny-net=:8000 @",
  "serve --deny-net=127.0.0.1 --port 1234 @",
  "test @",
  "test -R @",
  "test @ -R",
  "test @ -R -- -W a",
  "test --filter -R @",
  "test -A --filter x @ --deny-read=d",
  "test --doc --parallel @ -W",
  "test --shuffle=1 @ -R",
  "test -R --junit-path out.xml --retry 1 @",
  "bench @ -R",
  "bench --json --filter x -W @",
  "bench @ -A -- a",
  "repl --eval-file @",
  "repl -R --eval-file=@ --json",
  "repl --eval-file @ -A --deny-read=d",
  "repl @",
];

const QUESTIONS: readonly PermissionQuery[] = [
  { name: "read" },
  { name: "read", path: "d" },
  { name: "write" },
  { name: "run" },
  { name: "import", host: "jsr.io:443" },
  ...["a.com:80", "localhost:8000", "127.0.0.1:8000", "0.0.0.0:8000", "127.0.0.1:1234", "localhost:1234"]
    .map((host) => ({ name: "net" as const, host })),
];

const place = makePlace(() => QUESTIONS);
for (const name of ["pre.js", "pre.cjs", ".env"]) place.folder.write(name, "");
place.folder.write("deno.json", "{}");
place.folder.write("other.lock", '{"version":"5"}');
test.after(() => place.folder.remove());

test("a script begins where Deno sees it begin, and the words after it are the program's", async () => {
  const lines = LINES.filter((_, index) => runtimeName === "deno" || index % 10 === 0);
  const problems = await inParallel(lines, async (line) => {
    const words = line.split(" ").map((word) => word.replace("@", place.script));
    const theirs = await askDeno({ words, directory: place.directory, environment: place.environment });
    const ours = ourAnswer(words, QUESTIONS, place);
    if ("refused" in theirs || "refused" in ours) {
      return "refused" in theirs && !mayRunProbe(ours) ? [] : [`${line}: ${JSON.stringify([theirs, ours])}`];
    }
    const differences = QUESTIONS.filter((_, at) => isYes(ours.states[at]) !== isYes(theirs.states[at]));
    const named = differences.map((question) => Object.values(question).join(" "));
    return named.length === 0 && JSON.stringify(ours.flags.arguments) === JSON.stringify(theirs.arguments)
      ? []
      : [`${line}: ${named.join(", ")} ${ours.flags.arguments} / ${theirs.arguments}`];
  });
  assert.is(problems.flat().join("\n"), "");
});

/** Whether the script that we found is the probe; a repl runs none. */
function mayRunProbe(ours: OurAnswer): boolean {
  if ("refused" in ours || ours.flags.command === "repl") return false;
  return ours.flags.command === "test" || ours.flags.script === place.script;
}

test("deno eval grants everything, whatever flags stand next to it", async () => {
  const code =
    `console.log("ANSWER " + JSON.stringify({ states: [Deno.permissions.querySync({ name: "read" }).state], ` +
    `arguments: Deno.args }))`;
  for (const flags of [[], ["--deny-read"], ["-A", "-R=d"], ["-P=missing"], ["-p"]]) {
    const words = ["eval", ...flags, code, "a", "--", "b"];
    const theirs = await askDeno({ words, directory: place.directory });
    const ours = ourAnswer(words, [{ name: "read" }], place);
    assert.equal(theirs, { states: ["granted"], arguments: ["a", "--", "b"] });
    assert.equal("states" in ours ? [ours.states, ours.flags.arguments, ours.flags.script] : ours, [
      ["granted"],
      ["a", "--", "b"],
      undefined,
    ]);
  }
});

test("a command that runs no program has no permissions to read", () => {
  for (const command of ["fmt", "task", "install", "jupyter", "desktop", "add"]) {
    const ours = ourAnswer([command, "-A"], [], place);
    assert.match(
      "refused" in ours ? ours.refused : "",
      `SyntaxError: Cannot read permission flags of "deno ${command}"`,
    );
  }
});

test("a bare deno is a repl that may do everything, and so is deno x without flags", () => {
  const state = (line: string) => {
    const ours = ourAnswer(line.split(" ").filter((word) => word !== ""), [{ name: "run" }], place);
    return "states" in ours ? ours.states[0] : ours.refused;
  };
  assert.is(state(""), "granted");
  assert.is(state("--allow-read=d"), "granted");
  assert.is(state("--deny-run"), "denied");
  assert.is(state("repl"), "denied");
  assert.is(state("x npm:cowsay --allow-read=d"), "granted");
  assert.is(state("x --no-prompt npm:cowsay"), "granted");
  assert.is(state("x --allow-read=d npm:cowsay -A"), "denied");
});

function isYes(state: string | undefined): boolean {
  return state === "granted" || state === "partial";
}

test.run();
