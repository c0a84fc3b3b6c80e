import { PRESET_NAMES } from "../presets/programs.ts";

/** What the command line looks like: every subcommand with its options, for the parser, `--help` and the shells'
 * completions. Data only. */

/** The version of the package; a test compares it with package.json. */
export const version = "0.1.0";

/** The name of a subcommand. */
export type CommandName =
  | "run"
  | "deno"
  | "bun"
  | "node"
  | "explain"
  | "why"
  | "compile"
  | "inspect"
  | "doctor"
  | "help"
  | "completions";

/** An option that is ours, not a permission flag. */
export interface OptionShape {
  readonly help: string;
  /** One lower-case letter; capital letters are Deno's permissions. */
  readonly short?: string;
  /** What stands for its value in the help; without one it takes none. */
  readonly value?: string;
  /** The only values there are. */
  readonly choices?: readonly string[];
  /** What its value may begin with, for completions: others are read where it is used. */
  readonly beginnings?: readonly string[];
  /** Whether it may be given several times. */
  readonly multiple?: boolean;
}

/** What words without a dash are: another program's command line, which begins with the first of them; words
 * between the options; or, with `all`, the whole line belongs to another program. */
export type Operands = "command" | "words" | "all";

/** A subcommand. */
export interface CommandShape {
  readonly summary: string;
  readonly usage: string;
  readonly operands: Operands;
  /** Whether it takes Deno's permission flags. */
  readonly permissions: boolean;
  readonly options: Readonly<Record<string, OptionShape>>;
  /** What else there is to know, one paragraph an item. */
  readonly details?: readonly string[];
  readonly examples: readonly (readonly [command: string, meaning: string])[];
}

const POLICY: Readonly<Record<string, OptionShape>> = {
  policy: {
    value: "FILE",
    help: "a permission set as JSON, or FILE#NAME for one of a deno.json; flags replace what it says",
  },
  missing: {
    value: "WHAT",
    choices: ["error", "skip", "create"],
    help: "a granted path that does not exist: error (default), skip it, or create a directory",
  },
};

const PRESET: Readonly<Record<string, OptionShape>> = {
  preset: {
    value: "NAME[=FOLDER]",
    beginnings: PRESET_NAMES,
    multiple: true,
    help: `what a kind of command needs: ${
      PRESET_NAMES.join(", ")
    }. It may read and write FOLDER (default: the working directory); flags add to it or take out`,
  },
};

const STRICTNESS: Readonly<Record<string, OptionShape>> = {
  strict: { help: "fail unless every entry is enforced exactly and nothing stays open" },
  "best-effort": { help: "go on where the kernel has no Landlock, without any protection" },
};

const ENVIRONMENT: Readonly<Record<string, OptionShape>> = {
  env: {
    value: "NAME[=VALUE]",
    multiple: true,
    help: "pass this variable too, or set it; without --allow-env only PATH, HOME, TERM and the like pass",
  },
};

const JSON_OUTPUT: Readonly<Record<string, OptionShape>> = {
  json: { help: "print one JSON object" },
};

const RUNTIME_DETAILS = [
  "The whole line is the runtime's own and is passed on as it is. Its permission flags hold for the runtime, native code and every child. " +
  "Besides them it gets what it needs to start: the modules the program names, installed packages, and its cache for reading.",
];

/** Every subcommand, in the order of the help. */
export const COMMANDS: Readonly<Record<CommandName, CommandShape>> = {
  run: {
    summary: "run a command with nothing but what is granted",
    usage: "landlockdown run [FLAGS] [--] COMMAND [ARGS]",
    operands: "command",
    permissions: true,
    options: {
      ...PRESET,
      ...POLICY,
      ...STRICTNESS,
      ...ENVIRONMENT,
      tmp: {
        help:
          "give the command a temporary folder of its own, named in TMPDIR and removed when it has ended; --preset does as well",
      },
      "explain-denials": {
        help: "trace the command and say at its end what it was denied and which flags would allow it",
      },
    },
    details: [
      "The command takes the place of this process: exit code, signals and terminal are its own. It may always be run itself.",
    ],
    examples: [
      ["landlockdown run --preset=npm -- npm test", "in the working directory, without network"],
      [
        "landlockdown run --allow-read=. --allow-write=./out --allow-run=sh,node --allow-net=localhost:8080 -- npm test",
        "a test run that writes to ./out and uses one port",
      ],
      ["landlockdown run --policy=policy.json --explain-denials make", "see which flags are still missing"],
    ],
  },
  deno: {
    summary: "run Deno with its own flags, made real for all it starts",
    usage: "landlockdown deno [DENO'S COMMAND LINE]",
    operands: "all",
    permissions: false,
    options: {},
    details: RUNTIME_DETAILS,
    examples: [
      [
        "landlockdown deno run --allow-read=./data --allow-run=ffmpeg main.ts",
        "ffmpeg, too, reads ./data only",
      ],
      ["landlockdown deno test --allow-read=. --allow-net=localhost:8000", "tests with one port"],
      ["landlockdown deno run -P main.ts", "the permission set of deno.json"],
    ],
  },
  bun: {
    summary: "run Bun with permission flags, which it ignores by itself",
    usage: "landlockdown bun [BUN'S COMMAND LINE]",
    operands: "all",
    permissions: false,
    options: {},
    details: RUNTIME_DETAILS,
    examples: [
      ["landlockdown bun --allow-read=./data app.ts", "reads ./data and its own modules only"],
      ["landlockdown bun --allow-read=. --allow-net=localhost:3000 server.ts", "a server on one port"],
      ["landlockdown bun --permission --allow-fs-read=./data app.js", "Node's flags do as well"],
    ],
  },
  node: {
    summary: "run Node with the flags of its permission model, made real for all it starts",
    usage: "landlockdown node --permission [NODE'S COMMAND LINE]",
    operands: "all",
    permissions: false,
    options: {},
    details: RUNTIME_DETAILS,
    examples: [
      ["landlockdown node --permission --allow-fs-read=. app.js", "reads the working directory only"],
      [
        "landlockdown node --permission --allow-fs-read=. --allow-child-process app.js",
        "children can be started and read no more",
      ],
      [
        "landlockdown node --permission --allow-fs-read=. --allow-net --import=./setup.js app.js",
        "with other options of Node's",
      ],
    ],
  },
  explain: {
    summary: "print what the flags become in the kernel, and apply nothing",
    usage: "landlockdown explain [FLAGS] [-- COMMAND]",
    operands: "command",
    permissions: true,
    options: {
      ...PRESET,
      ...POLICY,
      abi: { value: "NUMBER", help: "for another Landlock ABI than this kernel's, 0 to 11" },
      ...JSON_OUTPUT,
    },
    examples: [
      ["landlockdown explain --allow-read=. --deny-read=.git", "the rules that leave .git out"],
      ["landlockdown explain --allow-net=api.example.com:443 --abi 4", "what a kernel of ABI 4 makes of it"],
      [
        "landlockdown explain --policy=policy.json --json -- make",
        "for programs, with what make itself needs",
      ],
    ],
  },
  why: {
    summary: "say whether an act would be allowed, by which rule, and which flag would allow it",
    usage: "landlockdown why read|write|run|connect|listen THING [FLAGS]\n       landlockdown why --last",
    operands: "words",
    permissions: true,
    options: {
      ...PRESET,
      ...POLICY,
      last: {
        help:
          "what the last run --explain-denials was denied, else the newest denials of the kernel's audit log",
      },
      ...JSON_OUTPUT,
    },
    details: [
      "THING is a path, a program, host:port or unix:/path. The exit code is 0 if allowed, 1 if not.",
    ],
    examples: [
      ["landlockdown why read /etc/passwd --allow-read=.", "would it be allowed"],
      [
        "landlockdown why connect api.example.com:443 --allow-net=localhost:443",
        "yes: the kernel sees ports only",
      ],
      ["landlockdown why --last", "what was denied just now"],
    ],
  },
  compile: {
    summary: "write a static executable of a few KB that applies the flags and executes a command",
    usage: "landlockdown compile [FLAGS] -o FILE [--command COMMAND [ARGS]]",
    operands: "command",
    permissions: true,
    options: {
      ...PRESET,
      ...POLICY,
      ...STRICTNESS,
      ...ENVIRONMENT,
      output: { short: "o", value: "FILE", help: "where to write it" },
      command: { help: "bake the command that follows in; else FILE is given one" },
    },
    details: [
      "Needs no runtime and nothing installed. Paths are looked up now: the file belongs to this machine. The same flags give the same bytes.",
      "A preset's temporary folder is not in it: name one, as in --allow-read=DIR --allow-write=DIR --env=TMPDIR=DIR.",
    ],
    examples: [
      ["landlockdown compile --allow-read=. --allow-run=ls -o box && ./box ls", "give it a command"],
      [
        "landlockdown compile --allow-read=/srv/app -o app --command /srv/app/server --port 80",
        "for ExecStart= of a unit, or a container's entry point",
      ],
      [
        "landlockdown compile --allow-read=/srv -o /usr/local/bin/confined-sh --command /bin/sh",
        "for the first line of scripts: #!/usr/local/bin/confined-sh",
      ],
    ],
  },
  inspect: {
    summary: "print the plan back out of a file that compile wrote",
    usage: "landlockdown inspect FILE",
    operands: "words",
    permissions: false,
    options: { ...JSON_OUTPUT },
    details: ["The exit code is 1 if the file is not, byte for byte, what compile makes of that plan."],
    examples: [
      ["landlockdown inspect box", "what it allows"],
      ["landlockdown inspect box --json", "for programs"],
      ["landlockdown inspect box && ./box ls", "use it only if it is genuine"],
    ],
  },
  doctor: {
    summary: "say what works on this machine, what does not, and how to enable it",
    usage: "landlockdown doctor [--json]",
    operands: "words",
    permissions: false,
    options: { ...JSON_OUTPUT },
    details: ["The exit code is 0 if Landlock can be used. Put its output into a report of a problem."],
    examples: [
      ["landlockdown doctor", "for people"],
      ["landlockdown doctor --json", "for programs"],
      ["landlockdown doctor > /dev/null && echo usable", "in a script"],
    ],
  },
  help: {
    summary: "print this, or the help of a subcommand",
    usage: "landlockdown help [SUBCOMMAND]",
    operands: "words",
    permissions: false,
    options: {},
    examples: [
      ["landlockdown help", "all subcommands"],
      ["landlockdown help run", "one of them"],
      ["landlockdown run --help", "the same"],
    ],
  },
  completions: {
    summary: "print completions for a shell",
    usage: "landlockdown completions bash|zsh|fish",
    operands: "words",
    permissions: false,
    options: {},
    examples: [
      ["source <(landlockdown completions bash)", "in ~/.bashrc"],
      ["source <(landlockdown completions zsh)", "in ~/.zshrc, after compinit"],
      ["landlockdown completions fish > ~/.config/fish/completions/landlockdown.fish", "once"],
    ],
  },
};

/** Whether a word is the name of a subcommand. */
export function isCommandName(word: string): word is CommandName {
  return Object.hasOwn(COMMANDS, word);
}
