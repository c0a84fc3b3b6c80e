import { bunOwnPermissions } from "./own_flags.ts";
import { type RuntimeCommandLine, scriptPath, splitOptions } from "../runtime_command_line.ts";
import type { FlagPlace } from "../flag_place.ts";
import type { CachePath } from "../own_paths.ts";

/** Reads a command line for Bun. Flags are looked for before the script, also behind `bun run`.
 *
 * @param place with the command line, Bun's own name first
 * @throws LockdownError `FLAGS_UNKNOWN` without permission flags
 */
export function bunCommandLine(place: FlagPlace): RuntimeCommandLine {
  const first = splitOptions(place.commandLine.slice(1), VALUED);
  const [command = ""] = first.rest;
  const second = COMMANDS.includes(command)
    ? splitOptions(first.rest.slice(1), VALUED)
    : { options: [], rest: first.rest };
  const options = [...first.options, ...second.options];
  const runsFile = command === "run" || !COMMANDS.includes(command);
  const runsText = options.some((option) => /^(-e|-p|--eval|--print)(=|$)/.test(option));
  return {
    permissions: bunOwnPermissions(place, options).permissions,
    ownPaths: {
      entry: runsFile && !runsText ? scriptPath(second.rest[0], place) : undefined,
      listsFolders: true,
      startFiles: BUN_START_FILES,
      caches: bunCaches((name) => place.environment(name)),
    },
    variables: ["BUN_*", "NODE_ENV", "NODE_EXTRA_CA_CERTS", "NODE_TLS_REJECT_UNAUTHORIZED"],
  };
}

/** Files that Bun reads at its start, where they exist. */
const BUN_START_FILES: readonly string[] = ["bunfig.toml", "bun.lock", "bun.lockb", ".npmrc"];

/** Where Bun keeps packages. */
export function bunCaches(
  environment: (name: string) => string | undefined,
): readonly CachePath[] {
  const home = environment("HOME");
  const install = environment("BUN_INSTALL") ?? (home && `${home}/.bun`);
  const reason = "packages that Bun links to from its global cache";
  return install ? [{ path: `${install}/install/cache`, reason }] : [];
}

/** Commands behind which options may stand. */
const COMMANDS: readonly string[] = ["run", "test", "x", "exec", "repl"];

/** Options of Bun 1.4 that take the next word as their value. One that is missing here makes its value look like the
 * script, and flags behind it are not seen: less is granted, not more. */
const VALUED: readonly string[] =
  ("-F -d -e -l -p -r conditions console-depth cpu-prof-dir cpu-prof-interval cpu-prof-name cron-period cron-title cwd " +
    "define disable-warning dns-result-order drop elide-lines env-file eval extension-order feature " +
    "fetch-preconnect filter heap-prof-dir heap-prof-interval heap-prof-name import jsx-factory jsx-fragment " +
    "jsx-import-source jsx-runtime loader main-fields max-http-header-size port preload print redirect-warnings " +
    "require shell title tsconfig-override unhandled-rejections user-agent watch-kill-signal").split(" ");
