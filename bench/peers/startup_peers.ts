import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT, type TestRuntime } from "../../test/support/runtimes.ts";
import { commandPath, debianCommand, versionOf } from "../support/commands.ts";
import { oneOfEach } from "../support/measure_in.ts";
import { npmPeer } from "../support/npm_peer.ts";
import { kernelSandboxer } from "./sandboxer.ts";

/** A way to start `/bin/true`. */
export interface Peer {
  readonly name: string;
  /** Whether it is this project's. */
  readonly ours?: boolean;
  /** Whether it confines nothing: what the others are compared with. */
  readonly floor?: boolean;
  /** Makes it ready.
   *
   * @returns its command line, or why there is none here */
  prepare(folder: string): readonly string[] | string;
}

const TRUE = "/bin/true";
/** What all of them grant: reading and executing. */
export const GRANTED: readonly string[] = ["/usr", "/lib", "/lib64", "/etc"];

/** What the kernel's sample program takes its grants from; the others ignore it. */
export const SANDBOXER_ENVIRONMENT: Readonly<Record<string, string>> = {
  LL_FS_RO: GRANTED.join(":"),
  LL_FS_RW: "",
};

/** bubblewrap with the same grants, before the command. */
export const BUBBLEWRAP: readonly string[] = [
  ...["--ro-bind", "/usr", "/usr", "--symlink", "usr/lib", "/lib", "--symlink", "usr/lib64", "/lib64"],
  ...["--symlink", "usr/bin", "/bin", "--ro-bind", "/etc", "/etc"],
];

const CLI = join(ROOT, "dist/cli.js");
const FLAGS = [`--allow-read=${GRANTED.join(",")}`, `--allow-run=${TRUE}`];

/** Ours, everyone else's, and the floors. */
export function startupPeers(): Peer[] {
  return [
    { name: "/bin/true", floor: true, prepare: () => [TRUE] },
    { name: "landlockdown compile", ours: true, prepare: compiledBox },
    { name: "kernel's sandboxer.c", prepare: sandboxer },
    { name: "setpriv --landlock-access", prepare: setpriv },
    { name: "@deepseek-ai/node-addon-landlock-run", prepare: landlockRun },
    { name: "@landstrip/landstrip", prepare: landstrip },
    { name: "bubblewrap", prepare: bubblewrap },
    { name: "landrun", prepare: landrun },
    { name: "firejail", prepare: firejail },
    { name: "npm landlock, in Node", prepare: npmLandlock },
    { name: "@anthropic-ai/sandbox-runtime", prepare: sandboxRuntime },
    ...oneOfEach().flatMap(runtimePeers),
  ];
}

function runtimePeers(runtime: TestRuntime): Peer[] {
  const start = [runtime.executable, ...runtime.arguments];
  const empty: Peer = {
    name: `${runtime.name}, empty start`,
    floor: true,
    prepare(folder) {
      const program = join(folder, "empty.mjs");
      writeFileSync(program, "");
      return [...start, program];
    },
  };
  const run: Peer = {
    name: `landlockdown run, ${runtime.name}`,
    ours: true,
    prepare: () => [...start, CLI, "run", ...FLAGS, TRUE],
  };
  return [empty, run];
}

function compiledBox(folder: string): string[] | string {
  const box = join(folder, "box");
  const { status, stderr } = spawnSync(process.execPath, [CLI, "compile", ...FLAGS, "-o", box], {
    encoding: "utf8",
  });
  return status === 0 ? [box, TRUE] : stderr.trim();
}

function sandboxer(): string[] | string {
  const program = kernelSandboxer();
  return program === undefined
    ? "it takes gcc and Debian's package linux-source, which could not be had"
    : [program, TRUE];
}

function setpriv(): string[] | string {
  const command = commandPath("setpriv");
  if (command === undefined) return "there is none: it is part of util-linux";
  if (!versionOfHelp(command).includes("--landlock-access")) {
    return `${versionOf(command)} has no --landlock-access, which came with util-linux 2.41`;
  }
  const rules = GRANTED.flatMap((
    path,
  ) => ["--landlock-rule", `path-beneath:execute,read-file,read-dir:${path}`]);
  return [command, "--no-new-privs", "--landlock-access", "fs", ...rules, TRUE];
}

function versionOfHelp(command: string): string {
  return spawnSync(command, ["--help"], { encoding: "utf8" }).stdout;
}

function landlockRun(): string[] | string {
  const binary = `@deepseek-ai/node-addon-landlock-run-linux-${process.arch}`;
  const peer = npmPeer(binary);
  if (peer === undefined) return `npm could not install ${binary}`;
  return [join(peer.path, "bin/landlock-run"), ...GRANTED.flatMap((path) => ["--ro", path]), "--", TRUE];
}

function landstrip(folder: string): string[] | string {
  const binary = `@landstrip/landstrip-linux-${process.arch}`;
  const peer = npmPeer(binary);
  if (peer === undefined) return `npm could not install ${binary}`;
  const policy = writeJson(join(folder, "landstrip.json"), {
    filesystem: { allowRead: GRANTED, denyRead: [], allowWrite: [], denyWrite: [] },
    network: { allowNetwork: false },
  });
  return [join(peer.path, "bin/landstrip"), "run", "-p", policy, "--", TRUE];
}

function bubblewrap(): string[] | string {
  const command = debianCommand("bwrap", "bubblewrap");
  return command === undefined ? "install the Debian package bubblewrap" : [command, ...BUBBLEWRAP, TRUE];
}

function landrun(): string[] | string {
  const command = debianCommand("landrun", "landrun");
  if (command === undefined) return "this Debian has no package landrun: it came with Debian 14";
  return [command, "--best-effort", "--rox", GRANTED.join(","), TRUE];
}

function firejail(): string[] | string {
  const command = debianCommand("firejail", "firejail");
  return command === undefined
    ? "install the Debian package firejail"
    : [command, "--quiet", "--noprofile", TRUE];
}

function npmLandlock(folder: string): string[] | string {
  const peer = npmPeer("landlock");
  if (peer === undefined) return 'npm could not install "landlock", which compiles with node-gyp';
  const program = join(folder, "npm_landlock.cjs");
  writeFileSync(
    program,
    `const landlock = require(${JSON.stringify(peer.path)});
const { LANDLOCK_ACCESS_FS_EXECUTE: execute, LANDLOCK_ACCESS_FS_READ_FILE: file, LANDLOCK_ACCESS_FS_READ_DIR: dir,
  LANDLOCK_RULE_PATH_BENEATH: beneath } = landlock.constants;
const ruleset = landlock.createRuleset(execute | file | dir);
for (const path of ${JSON.stringify(GRANTED)}) landlock.addRule(ruleset, beneath, execute | file | dir, path);
landlock.setNoNewPrivs();
landlock.restrictSelf(ruleset);
process.exit(require("node:child_process").spawnSync(${JSON.stringify(TRUE)}).status);
`,
  );
  // Compiled for the Node that npm runs on
  return [process.execPath, program];
}

function sandboxRuntime(folder: string): string[] | string {
  for (const [command, name] of [["bwrap", "bubblewrap"], ["socat", "socat"], ["rg", "ripgrep"]] as const) {
    if (debianCommand(command, name) === undefined) return `it needs the Debian package ${name}`;
  }
  const peer = npmPeer("@anthropic-ai/sandbox-runtime");
  if (peer === undefined) return "npm could not install it";
  const settings = writeJson(join(folder, "sandbox_runtime.json"), {
    filesystem: { denyRead: [], allowWrite: [], denyWrite: [] },
    network: { allowedDomains: [], deniedDomains: [] },
  });
  return [process.execPath, join(peer.path, "dist/cli.js"), "--settings", settings, TRUE];
}

function writeJson(path: string, content: unknown): string {
  writeFileSync(path, JSON.stringify(content));
  return path;
}
