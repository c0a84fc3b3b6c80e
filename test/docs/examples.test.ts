/** Every `@example` in the sources and every TypeScript block of the README and docs/sandbox.md runs, each in a process of its own. */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { bunExecutable, ROOT } from "../support/runtimes.ts";
import { runFile, runtimeName } from "../support/self.ts";

/** A block of code and where it stands. */
interface Example {
  readonly place: string;
  readonly code: string;
}

for (const { place, code } of [...sourceExamples(), ...pageExamples()]) {
  test(`the example in ${place} runs`, () => {
    mkdirSync(join(ROOT, ".cache"), { recursive: true });
    // Inside the repository, so that "landlockdown" is the package itself
    const folder = mkdtempSync(join(ROOT, ".cache/example-"));
    try {
      for (const path of ["inbox", "outbox", "data", ".git"]) mkdirSync(join(folder, path));
      const { code: status, stdout, stderr } = runFile(writeProgram(folder, code), [], { cwd: folder });
      assert.is(status, 0, `${stdout}\n${stderr}`);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
}

/** Writes the example as a program for this runtime: Node runs no TypeScript before 22.18. */
function writeProgram(folder: string, code: string): string {
  const source = join(folder, "example.ts");
  writeFileSync(source, code);
  if (runtimeName !== "node") return source;
  const compiled = join(folder, "example.mjs");
  const args = ["build", source, "--no-bundle", "--target=node", `--outfile=${compiled}`];
  execFileSync(bunExecutable() as string, args, { stdio: "pipe" });
  return compiled;
}

/** Examples of the public API; those of internal modules are sketches. */
function sourceExamples(): Example[] {
  return ["mod.ts", ...filesIn("src"), ...filesIn("runtimes")].flatMap((file) => {
    const text = readFileSync(join(ROOT, file), "utf8");
    return [...text.matchAll(/ \* ```ts\n([\s\S]*?) \* ```/g)].map((match, index) => ({
      place: `${file} (${index + 1})`,
      code: (match[1] as string).replace(/^ \* ?/gm, ""),
    })).filter(({ code }) => code.includes('from "landlockdown"'));
  });
}

function pageExamples(): Example[] {
  return ["README.md", "docs/sandbox.md"].flatMap((file) => {
    const text = readFileSync(join(ROOT, file), "utf8");
    return [...text.matchAll(/```ts\n([\s\S]*?)```/g)].map((match, index) => ({
      place: `${file} (${index + 1})`,
      code: match[1] as string,
    }));
  });
}

function filesIn(folder: string): string[] {
  return readdirSync(join(ROOT, folder)).flatMap((name) => {
    const path = join(folder, name);
    return statSync(join(ROOT, path)).isDirectory()
      ? filesIn(path)
      : basename(path).endsWith(".ts")
      ? [path]
      : [];
  });
}

test.run();
