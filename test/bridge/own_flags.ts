import { existsSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { formatFlags, type Permissions } from "../../mod.ts";
import { architectureOf } from "../../src/linux/architecture.ts";
import { libcPaths } from "../../runtimes/runtime.ts";
import { ROOT } from "../support/runtimes.ts";
import { runtimeName } from "../support/self.ts";

/** Where libc lies, which Deno must be allowed to load. */
export const LIBC: string = libcPaths(architectureOf(process.arch) ?? "x86_64").find((path) =>
  existsSync(path)
) as string;

/** Node 20 calls its permissions experimental. */
export const isOldNode: boolean = runtimeName === "node" && Number.parseInt(process.versions.node) < 22;

const auto = join(ROOT, runtimeName === "node" ? "dist/auto.js" : "auto.ts");

/** What makes the flags hold. */
export const PRELOAD: readonly string[] =
  { deno: [`--preload=${auto}`], bun: ["--preload", auto], node: ["--import", auto] }[runtimeName];

/** The file that is preloaded. */
export const PRELOADED: string = auto;

/** What every line of Node's flags needs so that the preload can be loaded, and call libc. */
export const NODE_NEEDS: readonly string[] = [
  "--disable-warning=ExperimentalWarning",
  "--disable-warning=SecurityWarning",
  isOldNode ? "--experimental-permission" : "--permission",
  `--allow-fs-read=${ROOT}/*`,
  "--allow-addons",
  ...known("--allow-ffi"),
];

/** Permissions as flags of the runtime we are in. Node names no hosts and no programs: there each is all or nothing.
 *
 * @param project folder of the program's modules, which Node must be allowed to read
 */
export function flagsFor(permissions: Permissions, project: string): string[] {
  if (runtimeName === "bun") return formatFlags(permissions, { long: true });
  if (runtimeName === "deno") return formatFlags({ ...permissions, env: true, ffi: [LIBC] });
  const paths = (name: "read" | "write") => permissions[name] as readonly string[] | undefined ?? [];
  // Node 20 ends when a path is granted twice
  const readable = [`${project}/*`, ...paths("read").filter((path) => !path.startsWith(project))];
  return [
    ...NODE_NEEDS,
    "--allow-child-process",
    "--allow-worker",
    ...(permissions.net === undefined ? [] : known("--allow-net")),
    ...readable.map((path) => `--allow-fs-read=${path}`),
    ...paths("write").map((path) => `--allow-fs-write=${path}`),
  ];
}

/** The flag, where this Node knows it. */
function known(flag: string): string[] {
  return process.allowedNodeEnvironmentFlags.has(flag) ? [flag] : [];
}
