/**
 * Runs shell commands in a guest with another kernel, in its copy of this repository:
 *
 * ```sh
 * bun test/kernels/exec.ts --kernel 7.3 -- "node dist/test/x.test.js" "bun test/x.test.ts"
 * ```
 *
 * The exit code is that of the first command that failed, 125 when the guest did, 77 when nothing could run.
 */
import process from "node:process";
import { parseArgs } from "node:util";
import { hostArchitecture, parseArchitecture } from "./architecture.ts";
import { bootKernel, limitFor } from "./boot.ts";
import { fetchKernel } from "./fetch_kernel.ts";
import { positive } from "./positive.ts";
import { progress } from "./progress.ts";
import { matrix } from "./series.ts";
import { Unavailable } from "./unavailable.ts";

const SKIPPED = 77;
const GUEST_FAILED = 125;

const LATEST = matrix.at(-1)!.name;

const USAGE = `Usage: exec.ts [options] -- "command" ...

  --kernel SERIES     such as 5.10, 6.1, 7.3, or newest (default ${LATEST})
  --arch NAME         amd64 or arm64 (default: this machine's)
  --append WORDS      more words for the kernel's command line, such as "lsm=yama" to boot without Landlock
  --package NAME      one more Debian package, such as strace; may be repeated
  --memory MEBIBYTES  (default 3072)
  --processors N      (default 2)
  --deadline SECONDS  how long the guest may take for one step (default 600)
  --limit SECONDS     what one command may take (default: a little less)
  --console           print what the kernel wrote, too
  --refresh           look for a newer kernel now
`;

async function main(): Promise<number> {
  const { values, positionals: commands } = parseArgs({
    allowPositionals: true,
    options: {
      kernel: { type: "string", default: LATEST },
      arch: { type: "string", default: hostArchitecture() },
      append: { type: "string", default: "" },
      package: { type: "string", multiple: true, default: [] },
      memory: { type: "string" },
      processors: { type: "string" },
      deadline: { type: "string", default: "600" },
      limit: { type: "string" },
      console: { type: "boolean", default: false },
      refresh: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help || commands.length === 0) {
    process.stdout.write(USAGE);
    return values.help ? 0 : 2;
  }
  const kernel = await fetchKernel(values.kernel, parseArchitecture(values.arch), {
    refresh: values.refresh,
  });
  const deadlineMilliseconds = positive("deadline", values.deadline) * 1_000;
  const guest = bootKernel({
    kernel,
    commands,
    deadlineMilliseconds,
    limitMilliseconds: values.limit === undefined
      ? limitFor(deadlineMilliseconds)
      : positive("limit", values.limit) * 1_000,
    append: values.append,
    packages: values.package,
    ...values.memory === undefined ? {} : { memoryMebibytes: positive("memory", values.memory) },
    ...values.processors === undefined ? {} : { processors: positive("processors", values.processors) },
    onReady: (milliseconds) => say(`${kernel.release} is up after ${seconds(milliseconds)}`),
    onEnd: ({ command, stdout, stderr, code, milliseconds }) => {
      say(`$ ${command}`);
      process.stdout.write(stdout);
      process.stderr.write(stderr);
      say(`exit code ${code} after ${seconds(milliseconds)}`);
    },
  });
  const { outcome, results, console } = await progress(`Running ${kernel.release}`, guest);
  if (values.console) process.stderr.write(console);
  if (outcome !== "completed") {
    const unfinished = results.find(({ code }) => code === null);
    say(outcome === "deadline" ? "The guest did not end in time" : "The guest ended by itself");
    if (unfinished) say(`unfinished: ${unfinished.command}`);
    if (!values.console) process.stderr.write(console.split("\n").slice(-15).join("\n"));
    return GUEST_FAILED;
  }
  return results.find(({ code }) => code !== 0)?.code ?? 0;
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1_000).toFixed(1)} s`;
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof Error)) throw error;
  const skipped = error instanceof Unavailable;
  say(skipped ? `Skipped: ${error.message}` : error.message);
  process.exitCode = skipped ? SKIPPED : GUEST_FAILED;
}
