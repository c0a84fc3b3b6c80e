/** Installs what the tests need besides `npm install`: other versions of Node from npm, tools from Debian. Says what
 * is missing where it cannot. */
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
const HEADERS = "/usr/include/asm-generic/unistd.h";

installNodes();
installTools();

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
  if (process.getuid?.() === 0 && isInstalled("apt-get")) {
    console.log(`installing ${packages.join(", ")} …`);
    const apt = (...args: string[]) =>
      spawnSync("apt-get", ["-qq", ...args], {
        encoding: "utf8",
        env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
      });
    if (
      apt("update").status === 0 && apt("install", "-y", "--no-install-recommends", ...packages).status === 0
    ) return;
  }
  console.log(
    `Cases that need them are skipped: install the Debian packages ${packages.join(", ")} ` +
      "(as root: apt-get install), or what they are called on this system",
  );
}

function isInstalled(command: string): boolean {
  return (process.env["PATH"] ?? "").split(":").some((folder) => existsSync(join(folder, command)));
}
