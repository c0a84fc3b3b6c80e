import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { mayInstall } from "../support/installing.ts";
import { CACHE } from "../support/npm_peer.ts";

/** The kernel's sample program, compiled from Debian's package of the kernel's source: 140 MB for one file of 8 KB,
 * once.
 *
 * @returns its path, `undefined` where it cannot be built
 */
export function kernelSandboxer(): string | undefined {
  const program = join(CACHE, "sandboxer");
  if (!existsSync(program) && mayInstall()) build(program);
  return existsSync(program) ? program : undefined;
}

function build(program: string): void {
  const folder = join(CACHE, "linux-source");
  mkdirSync(folder, { recursive: true });
  const shell = (line: string) =>
    spawnSync("sh", ["-c", line], {
      cwd: folder,
      encoding: "utf8",
      timeout: 180_000,
      stdio: ["ignore", "pipe", "ignore"],
    });
  const depends = shell("apt-cache depends linux-source").stdout;
  const name = /Depends: (linux-source-\S+)/.exec(depends)?.[1];
  if (name === undefined || shell(`apt-get -qq download ${name}`).status !== 0) return;
  const archive = readdirSync(folder).find((file) => file.endsWith(".deb"));
  // tar stops at the first match, and whatever writes to it ends with it
  shell(
    `dpkg-deb --fsys-tarfile ${archive} | tar -xO ./usr/src/${name}.tar.xz | xz -dcT0 | ` +
      `tar -xO --occurrence=1 ${name}/samples/landlock/sandboxer.c > sandboxer.c`,
  );
  shell(`rm -f ${archive}`);
  const source = join(folder, "sandboxer.c");
  if (!existsSync(source) || statSync(source).size === 0) return;
  spawnSync("gcc", ["-O2", "-o", program, source], { stdio: "ignore" });
}
