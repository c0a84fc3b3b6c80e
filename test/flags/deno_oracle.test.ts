/** What we make of Deno's flags is what Deno makes of them, asked line by line with `Deno.permissions.querySync`:
 * corner cases by hand and lines by chance, all with the same questions. Where we differ on purpose, the reason is
 * in `deno_exceptions.ts`.
 *
 * Deno itself runs in every case; all lines only where the tests run in Deno, a tenth of them elsewhere.
 * `LANDLOCKDOWN_FLAG_LINES=5000` asks about more lines by chance. Not covered: Windows, prompts. */
import { test } from "uvu";
import * as assert from "uvu/assert";
import { parsePermissions } from "../../src/permissions/permission_set.ts";
import type { PermissionQuery } from "../../src/permissions/query.ts";
import { runtimeName } from "../support/self.ts";
import { askDeno, type DenoAnswer, inParallel } from "./ask_deno.ts";
import { asDenoTakesIt, NOT_CHECKED, STRICTER } from "./deno_exceptions.ts";
import { DENO_LINES } from "./deno_lines.ts";
import { grantedInDenosOrder } from "./deno_rule_order.ts";
import { type OurAnswer, ourAnswer } from "./our_answer.ts";
import { makePlace } from "./place.ts";
import { questionsIn } from "./questions.ts";
import { randomLines } from "./random_lines.ts";

const place = makePlace(questionsIn);
const questions = questionsIn(place.directory);
test.after(() => place.folder.remove());

/** A line and both answers. */
interface Asked {
  readonly line: readonly string[];
  readonly ours: OurAnswer;
  readonly theirs: DenoAnswer;
}

function ask(lines: readonly (readonly string[])[]): Promise<Asked[]> {
  return inParallel(lines, async (line) => {
    const words = ["run", ...line, place.script];
    const theirs = await askDeno({ words, directory: place.directory, environment: place.environment });
    const ours = ourAnswer(words, questions, place);
    const runsOther = "flags" in ours && ours.flags.script !== place.script;
    return { line, theirs, ours: runsOther ? { refused: "it does not run the script" } : ours };
  });
}

/** Of the lines by hand one in ten where Deno is only one of four that run the tests. */
function share<Item>(items: readonly Item[]): readonly Item[] {
  return runtimeName === "deno" ? items : items.filter((_, index) => index % 10 === 0);
}

function split(line: string): string[] {
  return line === "" ? [] : line.split(" ");
}

let byHand: Promise<Asked[]> | undefined;

test("lines with corners mean what they mean to Deno", async () => {
  byHand = ask(share(DENO_LINES.map(split)));
  check(await byHand);
});

test("lines by chance mean what they mean to Deno", async () => {
  const count = Number(process.env["LANDLOCKDOWN_FLAG_LINES"] ?? 300);
  check(await ask(share(randomLines(count, 20261122))));
});

test("an entry with a space or a line break in it is one entry, and the break is refused", async () => {
  const [space, tab, lineBreak] = await ask([["--allow-read=d e,d"], ["-R=\td"], ["--allow-read=a\nb"]]);
  check([space as Asked, tab as Asked]);
  assert.not("refused" in (lineBreak as Asked).theirs);
  assert.ok("refused" in (lineBreak as Asked).ours);
});

test("a carriage return at the end of a flag is not part of it", async () => {
  check(await ask([["--allow-read=d\r"], ["-R\r", "-W"], ["--allow-env=A\r"]]));
});

if (runtimeName === "deno") {
  test("what we refuse and Deno takes is still so, for every reason on the list", async () => {
    const used = new Set<RegExp>();
    for (const { line, ours, theirs } of await byHand ?? []) {
      if (!("refused" in ours) || "refused" in theirs) continue;
      for (const [word] of STRICTER) if (line.some((part) => word.test(part))) used.add(word);
    }
    assert.equal([...used].map(String).sort(), STRICTER.map(([word]) => String(word)).sort());
  });

  test("what we take and Deno refuses is only what has nothing to do with permissions", async () => {
    for (const { line, ours, theirs } of await ask(NOT_CHECKED.map(split))) {
      assert.ok("refused" in theirs && !("refused" in ours), line.join(" "));
    }
  });
}

function check(asked: readonly Asked[]): void {
  const problems = asked.flatMap(({ line, ours, theirs }) => {
    if ("refused" in ours || "refused" in theirs) return refusalProblem(line, ours, theirs);
    const taken = asDenoTakesIt(line, ours.flags, place);
    const expected = taken === line ? ours : ourAnswer(["run", ...taken, place.script], questions, place);
    const differences = questions.flatMap((question, at) => {
      const mine = "states" in expected ? expected.states[at] as string : "refused";
      const real = theirs.states[at] as string;
      const same = mine === real || (isNo(mine) && isNo(real)) || isCircle(question, ours, real);
      return same ? [] : [`${Object.values(question).join(" ")} is ${mine}, to Deno ${real}`];
    });
    return differences.length === 0 ? [] : [`${line.join(" ")}: ${differences.slice(0, 3).join("; ")}`];
  });
  assert.is(problems.join("\n"), "");
}

function isNo(state: string): boolean {
  return state === "denied" || state === "ignored" || state === "prompt";
}

function refusalProblem(line: readonly string[], ours: OurAnswer, theirs: DenoAnswer): string[] {
  if ("refused" in ours && "refused" in theirs) return [];
  if ("refused" in theirs) return [`${line.join(" ")}: refused by Deno: ${theirs.refused.split("\n")[0]}`];
  if (line.some((part) => STRICTER.some(([word]) => word.test(part)))) return [];
  return [`${line.join(" ")}: refused by us: ${"refused" in ours ? ours.refused : ""}`];
}

/** Whether Deno denies a path because its own order of rules has a circle in it, see `deno_rule_order.ts`. */
function isCircle(question: PermissionQuery, ours: OurAnswer, real: string): boolean {
  if (real !== "denied" || "refused" in ours || !("path" in question)) return false;
  const { [question.name]: grants } = parsePermissions(ours.flags.permissions, {
    directory: place.directory,
  });
  const path = question.path?.startsWith("/") ? question.path : `${place.directory}/${question.path}`;
  const { path: normal } = parsePermissions({ read: [path] }, { directory: "/" }).read.allow[0] as {
    path: string;
  };
  return !grantedInDenosOrder(grants, normal);
}

test.run();
