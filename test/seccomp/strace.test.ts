/** The filter that strace sees arrive in the kernel is the one that the report speaks of: decoded by strace, not by
 * us. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { kernel, type LockdownOptions, type Permissions, Sandbox } from "../../mod.ts";
import { architectureOf } from "../../src/linux/architecture.ts";
import { type ActName, closureOf } from "../../src/acts/catalogue.ts";
import { compileFilter } from "../../src/seccomp/compile.ts";
import type { Instruction } from "../../src/seccomp/instruction.ts";
import type { Report } from "../../src/plan/report.ts";
import { obstacleForStrace } from "../launcher/tracing.ts";
import type { Done } from "../probes/plan_act.ts";
import { makeFolder } from "../support/folder.ts";
import { selfCommand } from "../support/self.ts";
import { skip } from "../support/skip.ts";
import { HANGS_MILLISECONDS } from "../support/hangs.ts";

const folder = makeFolder();
test.after(folder.remove);

/** Runs a command under strace: what it prints, and the filters installed, with the flags they were installed with. */
function trace(
  command: string,
  words: readonly string[],
): { stdout: string; filters: [flags: string, Instruction[]][] } {
  const log = folder.at("trace");
  const options = ["-f", "-e", "trace=seccomp", "-e", "abbrev=none", "-o", log];
  const { error, status, stdout, stderr } = spawnSync("strace", [...options, command, ...words], {
    encoding: "utf8",
    timeout: HANGS_MILLISECONDS,
  });
  if (error !== undefined) throw error;
  assert.is(status, 0, stderr);
  const installed = /seccomp\(SECCOMP_SET_MODE_FILTER, ([^,]+), \{len=(\d+), filter=\[(.*)\]\}\)? .*= 0$/gm;
  const filters = [...readFileSync(log, "utf8").matchAll(installed)].map(
    ([, flags = "", length, code = ""]) => {
      const program = decode(code);
      assert.is(program.length, Number(length));
      return [flags, program] as [string, Instruction[]];
    },
  );
  return { stdout, filters };
}

/** `BPF_JUMP(BPF_JMP|BPF_JEQ|BPF_K, 0x29, 0x1, 0)` and `BPF_STMT(BPF_RET|BPF_K, SECCOMP_RET_ALLOW)`. */
function decode(text: string): Instruction[] {
  return [...text.matchAll(/BPF_(?:STMT|JUMP)\(([^()]+)\)/g)].map(([, words = ""]) => {
    const [code = "", k = "", jt = "0", jf = "0"] = words.split(", ");
    return { code: bits(code), jt: Number(jt), jf: Number(jf), k: bits(k) >>> 0 };
  });
}

/** From `linux/bpf_common.h` and `linux/seccomp.h`. */
const BITS: Readonly<Record<string, number>> = {
  BPF_LD: 0,
  BPF_ALU: 4,
  BPF_JMP: 5,
  BPF_RET: 6,
  BPF_W: 0,
  BPF_ABS: 0x20,
  BPF_AND: 0x50,
  BPF_JA: 0,
  BPF_JEQ: 0x10,
  BPF_JGE: 0x30,
  BPF_K: 0,
  SECCOMP_RET_ALLOW: 0x7fff0000,
  SECCOMP_RET_ERRNO: 0x50000,
};

function bits(words: string): number {
  return words.split("|").reduce((mask, word) => mask | (BITS[word] ?? Number(word)), 0);
}

function expected({ closed }: Report): Instruction[] {
  const refusals = closed.flatMap(({ name }) => closureOf(name as ActName).refusals);
  return compileFilter(refusals, architectureOf(process.arch) ?? "x86_64");
}

const CASES: readonly [fact: string, Permissions, LockdownOptions, flags: string][] = [
  ["on all threads", {}, {}, "SECCOMP_FILTER_FLAG_TSYNC"],
  ["on all threads, with something granted", { net: ["a.com:443"], run: ["true"], write: ["/tmp"] }, {
    filter: { bpf: false },
  }, "SECCOMP_FILTER_FLAG_TSYNC"],
  ["before the program is started again", {}, { threads: "reexec" }, "0"],
];

const obstacle = obstacleForStrace() ?? (kernel().abi === 0 ? "a kernel with Landlock" : undefined);
for (const [fact, permissions, options, flags] of CASES) {
  const name = `lockdown() installs the filter of its report: ${fact}`;
  if (obstacle !== undefined) {
    skip(name, obstacle);
    continue;
  }
  test(name, () => {
    const job = JSON.stringify({ permissions, options, steps: [] });
    const { stdout, filters } = trace(...selfCommand("test/probes/plan_act.ts", [job]));
    const { report, error } = JSON.parse(stdout) as Done;
    assert.is(error, undefined, error?.message);
    assert.equal(filters, [[flags, expected(report as Report)]]);
  });
}

const launcher = "the launcher of a Sandbox installs the filter of its report";
if (obstacle !== undefined) skip(launcher, obstacle);
else {
  test(launcher, () => {
    using sandbox = new Sandbox({ run: ["true"] }, { launcher: folder.at("launcher") });
    const [command = "", ...words] = sandbox.argv("true");
    assert.equal(trace(command, words).filters, [["0", expected(sandbox.report)]]);
  });
}

test.run();
