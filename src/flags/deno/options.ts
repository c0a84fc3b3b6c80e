/** Deno's command line: which options there are and which of them take the next word as their value. Only by
 * that is it known where the script begins, and with it the words that are not Deno's.
 *
 * `deno json_reference` lists them; a test compares. */

/** How an option takes a value: never, always (the next word, if there is no `=`), only with `=`, or the next
 * word unless that is an option. */
export type Arity = "none" | "value" | "equals" | "optional";

/** An option of a command. */
export interface OptionShape {
  /** The long name without dashes; aliases lead to this one. */
  readonly name: string;
  readonly arity: Arity;
}

/** What the words without dashes are: one script and then its arguments, files between options, a script that
 * takes all that follows, or nothing. */
export type Positionals = "script" | "files" | "rest" | "none";

/** A command of Deno that runs programs. */
export interface CommandShape {
  readonly positionals: Positionals;
  /** Whether `--` is handed to the program. */
  readonly keepsDashes: boolean;
  readonly long: ReadonlyMap<string, OptionShape>;
  readonly short: ReadonlyMap<string, OptionShape>;
}

/** Options by arity, each as `letter:name|alias`. */
type OptionList = Partial<Record<Arity, string>>;

const GLOBAL: OptionList = {
  none: "V:version q:quiet",
  value: "L:log-level",
  equals: "env-file|env h:help",
};

const UNSTABLE: OptionList = {
  none: "unstable unstable-bare-node-builtins unstable-broadcast-channel unstable-bundle unstable-byonm " +
    "unstable-cron unstable-detect-cjs unstable-ffi unstable-fs unstable-http unstable-kv " +
    "unstable-lazy-dynamic-imports unstable-lockfile-v5 unstable-net unstable-no-legacy-abort " +
    "unstable-node-globals unstable-npm-lazy-caching unstable-otel unstable-process unstable-raw-imports " +
    "unstable-sloppy-imports|sloppy-imports unstable-subdomain-wildcards unstable-temporal " +
    "unstable-unsafe-proto|unsafe-proto unstable-vsock unstable-webgpu unstable-worker-options",
};

const PERMISSIONS: OptionList = {
  none: "A:allow-all no-prompt allow-hrtime deny-hrtime",
  equals: "R:allow-read deny-read ignore-read W:allow-write deny-write N:allow-net deny-net E:allow-env " +
    "deny-env ignore-env allow-run deny-run S:allow-sys deny-sys allow-ffi deny-ffi I:allow-import " +
    "deny-import P:permission-set",
};

const COMPILE: OptionList = {
  none: "no-remote no-npm no-config no-lock",
  value: "import-map|importmap node-modules-linker|linker c:config cert min-dep-age|minimum-dependency-age",
  equals:
    "no-check node-modules-dir vendor r:reload frozen-lockfile|frozen unsafely-ignore-certificate-errors",
  optional: "lock",
};

const INSPECT: OptionList = { value: "inspect-publish-uid", equals: "inspect inspect-brk inspect-wait" };

const RUNTIME: OptionList = {
  none: "cached-only enable-testing-features-do-not-use|enable-testing-features eszip-internal-do-not-use",
  value: "location seed preload|import require conditions",
  equals: "v8-flags trace-ops",
};

const PROFILE: OptionList = {
  none: "cpu-prof cpu-prof-md cpu-prof-flamegraph",
  value: "cpu-prof-dir cpu-prof-name cpu-prof-interval",
};

const SCRIPTS: OptionList = { equals: "allow-scripts" };
const WATCH: OptionList = { none: "no-clear-screen", equals: "watch watch-exclude" };
const PROGRAM: readonly OptionList[] = [PERMISSIONS, COMPILE, INSPECT, RUNTIME];

/** A command as written down here. */
interface Command {
  readonly positionals: Positionals;
  readonly keepsDashes: boolean;
  readonly options: readonly OptionList[];
}

const RUN: Command = {
  positionals: "script",
  keepsDashes: true,
  options: [
    {
      none: "no-code-cache tunnel|connected use-env-proxy no-use-env-proxy",
      value: "ext",
      equals: "check hmr|watch-hmr|unstable-hmr env-file|env coverage",
    },
    WATCH,
    ...PROGRAM,
    PROFILE,
    SCRIPTS,
  ],
};

/** The commands of Deno 2.9 that run programs or, with `compile`, decide what a program may do. */
const COMMANDS: Readonly<Record<string, Command>> = {
  run: RUN,
  watch: RUN,
  serve: {
    positionals: "script",
    keepsDashes: true,
    options: [
      {
        none: "open t:tunnel|connected parallel no-code-cache",
        value: "port host ext",
        equals: "check watch-hmr|unstable-hmr",
      },
      WATCH,
      ...PROGRAM,
      PROFILE,
      SCRIPTS,
    ],
  },
  eval: {
    positionals: "script",
    keepsDashes: false,
    options: [{ none: "p:print", value: "ext", equals: "check" }, ...PROGRAM, PROFILE],
  },
  test: {
    positionals: "files",
    keepsDashes: false,
    options: [
      {
        none: "doc no-run clean parallel sanitize-ops sanitize-resources u:update-snapshots trace-leaks " +
          "hide-stacktraces coverage-raw-data-only permit-no-files",
        value: "filter coverage-threshold reporter junit-path retry repeats shard related ext",
        equals: "coverage fail-fast shuffle changed ignore check",
      },
      WATCH,
      ...PROGRAM,
      SCRIPTS,
    ],
  },
  bench: {
    positionals: "files",
    keepsDashes: false,
    options: [
      { none: "json no-run permit-no-files", value: "filter ext", equals: "ignore check" },
      WATCH,
      ...PROGRAM,
    ],
  },
  compile: {
    positionals: "script",
    keepsDashes: true,
    options: [
      {
        none: "no-terminal no-code-cache self-extracting bundle minify exclude-unused-npm",
        value: "o:output target engine icon include exclude ext app-name",
        equals: "check",
      },
      WATCH,
      ...PROGRAM,
    ],
  },
  repl: {
    positionals: "none",
    keepsDashes: false,
    options: [{ none: "json", value: "eval eval-file" }, ...PROGRAM],
  },
  x: {
    positionals: "rest",
    keepsDashes: false,
    options: [
      {
        none: "y:yes",
        value: "p:package",
        equals: "ignore-scripts check",
        optional: "install-alias",
      },
      ...PROGRAM,
      SCRIPTS,
    ],
  },
};

/** Commands that run no program of the user's with permissions of its own. */
const OTHER_COMMANDS = "add approve-builds approve-scripts audit bump-version bundle cache check ci clean " +
  "completions coverage create deploy desktop doc fmt help i info init install json_reference jupyter link lint " +
  "list lsp outdated pack publish remove rm sandbox sync-types task transpile types uninstall unlink update " +
  "upgrade vendor why";

/** The options of a command; `undefined` if it is none that runs programs. */
export function commandShape(name: string): CommandShape | undefined {
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined) return undefined;
  return shapeOf(command, [...command.options, UNSTABLE, GLOBAL]);
}

/** The options that may stand before the command. */
export function globalShape(): CommandShape {
  return shapeOf({ positionals: "none", keepsDashes: false }, [GLOBAL]);
}

/** Whether a word is the name of a command. */
export function isCommand(name: string): boolean {
  return Object.hasOwn(COMMANDS, name) || OTHER_COMMANDS.split(" ").includes(name);
}

function shapeOf(
  command: Pick<CommandShape, "positionals" | "keepsDashes">,
  lists: readonly OptionList[],
): CommandShape {
  const long = new Map<string, OptionShape>();
  const short = new Map<string, OptionShape>();
  for (const list of lists) {
    for (const [arity, words] of Object.entries(list) as [Arity, string][]) {
      for (const word of words.split(" ")) {
        const [names = "", letter] = word.split(":").reverse();
        const [name = "", ...aliases] = names.split("|");
        const option = { name, arity };
        for (const each of [name, ...aliases]) if (!long.has(each)) long.set(each, option);
        if (letter !== undefined) short.set(letter, option);
      }
    }
  }
  return { positionals: command.positionals, keepsDashes: command.keepsDashes, long, short };
}
