/** What others may put in front of us: names, files and folders made to mislead or to cost. One clear error each. */
import { spawnSync } from "node:child_process";
import { truncateSync, writeFileSync } from "node:fs";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { readAuditRecords } from "../../src/cli/denials/audit_log.ts";
import { StraceTrace } from "../../src/cli/denials/strace_output.ts";
import { context } from "../../src/context.ts";
import { withFlagPlace } from "../../src/flags/flag_place.ts";
import { makeFolder } from "../support/folder.ts";
import { selfCommand } from "../support/self.ts";
import { landlockdown } from "./command.ts";

const folder = makeFolder({ "a/x": "", "a/\u001b[2Kb": "" });

test("a refusal that lists differences has a line for each, and names in it stay on theirs", () => {
  const entry = folder.at("a/\u001b[2Kb");
  const flags = [`--allow-read=${folder.path}`, `--allow-write=${folder.at("a")},${entry}`, "--strict"];
  const { code, stderr } = landlockdown(["run", ...flags, "true"]);
  assert.is.not(code, 0);
  const lines = stderr.trimEnd().split("\n");
  assert.match(lines[0] as string, /^landlockdown: cannot enforce this strictly on Landlock ABI \d+:$/);
  assert.ok(lines.slice(1, -1).every((line) => line.startsWith("  ")), stderr);
  assert.match(lines.at(-1) as string, "leave --strict out");
  assert.not(stderr.includes("\\x0a") || stderr.includes("\u001b"), stderr);
});

test("a policy made to cost is refused at once", () => {
  writeFileSync(folder.at("policy.json"), '\\"'.repeat(200_000));
  const { code, stderr } = landlockdown(["run", `--policy=${folder.at("policy.json")}`, "true"]);
  assert.is.not(code, 0);
  assert.match(stderr, /^landlockdown: cannot parse "[^\n]*\n$/);
});

test("a working directory whose name is not UTF-8, or that is gone, is one clear error", () => {
  const [program, args] = selfCommand("cli.ts", ["run", "--allow-read=.", "true"]);
  const command = [program, ...args].map((word) => `'${word.replaceAll("'", "'\\''")}'`).join(" ");
  // Deno itself does not start where there is no working directory
  const isDeno = "Deno" in globalThis;
  const name = "\"$(printf 'b\\377d')\"";
  for (
    const [script, message] of [
      [`mkdir -p ${name} && cd ${name}`, "its path is not UTF-8"],
      ...(isDeno ? [] : [["mkdir gone && cd gone && rmdir ../gone", "it was removed"]]),
    ]
  ) {
    const { status, stderr } = spawnSync("sh", ["-c", `${script} && ${command}`], {
      cwd: folder.path,
      encoding: "utf8",
    });
    assert.is.not(status, 0);
    assert.match(stderr, message as string);
    assert.match(stderr, /^landlockdown: cannot use the working directory: [^\n]*\n$/);
  }
});

test("a configuration file that is a FIFO, or has no end, keeps nobody waiting", () => {
  spawnSync("mkfifo", [folder.at("deno.json")]);
  writeFileSync(folder.at("large.json"), "");
  truncateSync(folder.at("large.json"), 1 << 30);
  withFlagPlace(context(), ({ readText }) => {
    assert.is(readText(folder.at("deno.json")), undefined);
    assert.is(readText(folder.at("policy.json"))?.length, 400_000);
    assert.throws(() => readText(folder.at("large.json")), /larger than 16 MiB/);
  });
});

test("a trace of names made to cost is read in one pass", () => {
  for (const name of ["1".repeat(1 << 19), "1<".repeat(1 << 18), "AT_FDCWD<".repeat(1 << 16)]) {
    const trace = new StraceTrace("/w");
    trace.take(`7 openat(AT_FDCWD</w>, "${name}", O_RDONLY) = -1 EACCES (Permission denied)\n`);
    assert.equal(trace.denials, [{ act: "read", thing: `/w/${name}`, by: "openat" }]);
  }
});

test("an audit log of lines made to cost is read in one pass", () => {
  const record =
    'type=LANDLOCK_ACCESS msg=audit(1.2:3): domain=a blockers=fs.read_file path="/x" dev="vda" ino=1';
  const log = `${"type=1423 ".repeat(100_000)}\n${"type=1424 : domain=".repeat(50_000)}\n${record}\n`;
  assert.equal(readAuditRecords(log), [{ act: "read", thing: "/x", by: "audit" }]);
});

test.run();
