import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { ROOT } from "./support/runtimes.ts";

/** To disassemble and run code for the architecture this machine is not. */
const FOREIGN: readonly [command: string, debianPackage: string][] = process.arch === "arm64"
  ? [["x86_64-linux-gnu-objdump", "binutils-x86-64-linux-gnu"], ["qemu-x86_64-static", "qemu-user-static"]]
  : [["aarch64-linux-gnu-objdump", "binutils-aarch64-linux-gnu"], [
    "qemu-aarch64-static",
    "qemu-user-static",
  ]];

/** Commands and the Debian packages they come in. */
const TOOLS: readonly [command: string, debianPackage: string][] = [
  ["gcc", "gcc"],
  ["objdump", "binutils"],
  ...FOREIGN,
  ["strace", "strace"],
  ["musl-gcc", "musl-tools"],
  ["python3", "python3"],
  ["tar", "tar"],
  ["cpio", "cpio"],
  ["hyperfine", "hyperfine"],
  ["bash", "bash"],
  ["zsh", "zsh"],
  ["fish", "fish"],
  ["git", "git"],
  ["ffmpeg", "ffmpeg"],
  ["gs", "ghostscript"],
];
/** How many lines of what apt-get says are shown. */
const MOST_REASONS = 8;
const HEADERS = "/usr/include/asm-generic/unistd.h";

/** Installs what the tests need besides `npm install`, and says what is missing where it cannot: tools from Debian, and
 * other versions of Node from npm.
 *
 * @param nodes whether those are needed
 */
export function setUp({ nodes }: { readonly nodes: boolean }): void {
  if (nodes) installNodes();
  installTools();
}

function installNodes(): void {
  const folder = join(ROOT, "test/nodes");
  if (existsSync(join(folder, "node_modules"))) return;
  console.log("installing the Node versions of test/nodes …");
  const result = spawnSync("npm", ["ci", "--no-audit", "--no-fund"], { cwd: folder, encoding: "utf8" });
  if (result.status !== 0) {
    console.log(`skipped: Node 20 and 26 could not be installed from npm\n${result.stderr}`);
  }
}

function installTools(): void {
  const packages = TOOLS.filter(([command]) => !isInstalled(command)).map(([, name]) => name);
  if (!existsSync(HEADERS)) packages.push("linux-libc-dev");
  if (packages.length === 0) return;
  let said: readonly string[] = [];
  if (process.getuid?.() === 0 && isInstalled("apt-get")) {
    console.log(`installing ${packages.join(", ")} …`);
    // Where update fails, install may still find what an earlier one brought
    const updated = apt("update");
    const installed = apt("install", "-y", "--no-install-recommends", ...packages);
    if (installed.succeeded) return;
    said = ["apt-get could not install them:", ...new Set([...updated.reasons, ...installed.reasons])];
  }
  console.log(
    [
      ...said,
      `Cases that need them are skipped: install the Debian packages ${packages.join(", ")} ` +
      "(as root: apt-get install), or what they are called on this system",
    ].join("\n"),
  );
}

/** Runs apt-get. */
function apt(...args: string[]): { succeeded: boolean; reasons: string[] } {
  const { error, status, signal, stdout, stderr } = spawnSync("apt-get", ["-qq", ...args], {
    encoding: "utf8",
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  });
  const reasons = reasonsIn(stderr || stdout || "");
  if (status !== 0 && reasons.length === 0) {
    reasons.push(error?.message ?? `apt-get ${args[0]} ended with ${signal ?? `exit code ${status}`}`);
  }
  return { succeeded: status === 0, reasons: reasons.map((line) => `  ${line}`) };
}

/** The lines in which apt-get says what went wrong, each once: those it marks, or the last ones where it marks none. */
function reasonsIn(output: string): string[] {
  const lines = [...new Set(output.split("\n").map((line) => line.trim()).filter((line) => line !== ""))];
  const marked = lines.filter((line) => /^(E|W|Err):/.test(line));
  return marked.length > 0 ? marked.slice(0, MOST_REASONS) : lines.slice(-MOST_REASONS);
}

function isInstalled(command: string): boolean {
  return (process.env["PATH"] ?? "").split(":").some((folder) => existsSync(join(folder, command)));
}
