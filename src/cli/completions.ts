import { PERMISSION_FLAGS } from "../flags/permission_flags.ts";
import type { CommandLine } from "./options.ts";
import { COMMANDS, type CommandShape } from "./commands.ts";
import { EXIT, UsageError } from "./errors.ts";
import { shellQuoted } from "./shell.ts";

const SHELLS = { bash, zsh, fish };

/** `landlockdown completions`. */
export function main({ words }: CommandLine): number {
  const [shell = ""] = words;
  if (!Object.hasOwn(SHELLS, shell)) {
    throw new UsageError(
      `cannot print completions for "${shell}": write one of ${
        Object.keys(SHELLS).join(", ")
      }, as in landlockdown completions bash`,
    );
  }
  process.stdout.write(`${SHELLS[shell as keyof typeof SHELLS]()}\n`);
  return EXIT.ok;
}

/** Long options of a subcommand, with `=` where a value may follow. */
function optionsOf({ options, permissions }: CommandShape): string[] {
  return [
    ...Object.entries(options).map(([name, { value }]) => `--${name}${value === undefined ? "" : "="}`),
    ...(permissions ? ["--allow-all", ...PERMISSION_FLAGS.map(({ name }) => `--${name}=`)] : []),
    "--help",
  ];
}

/** Options of which some values can be completed, with these. */
function valuesOf({ options }: CommandShape): [option: string, values: readonly string[]][] {
  return Object.entries(options).flatMap(([name, { choices, beginnings }]) => {
    const values = choices ?? beginnings;
    return values === undefined ? [] : [[`--${name}`, values]];
  });
}

/** The first word after the subcommand's own, where there are only some to choose from. */
const WORDS: Readonly<Record<string, string>> = {
  why: "read write run connect listen",
  help: Object.keys(COMMANDS).join(" "),
  completions: Object.keys(SHELLS).join(" "),
};

/** Subcommands behind which the name of a program may stand. */
const TAKES_COMMAND = Object.entries(COMMANDS).filter(([, { operands }]) => operands === "command").map((
  [name],
) => name);

/** Files are left to readline, which quotes their names; those of programs are quoted here. Other words are put on the
 * line as they are, and a file may be named so that the line would run something else. */
function bash(): string {
  const values = Object.entries(COMMANDS).flatMap(([name, shape]) =>
    valuesOf(shape).map(([option, values]) =>
      `    ${name}:${option}) words=${shellQuoted(values.join(" "))} ;;`
    )
  );
  const cases = Object.entries(COMMANDS).map(([name, shape]) =>
    `    ${name}) options=${shellQuoted(optionsOf(shape).join(" "))} words=${
      shellQuoted(WORDS[name] ?? "")
    } ;;`
  );
  return `# bash completion for landlockdown
_landlockdown() {
  local current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD-1]} value= options= words=
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W ${shellQuoted(Object.keys(COMMANDS).join(" "))} -- "$current"))
    return
  fi
  # bash takes "=" for a word of its own
  if [ "$current" = = ]; then value=1 current=
  elif [ "$previous" = = ]; then value=1 previous=\${COMP_WORDS[COMP_CWORD-2]}
  fi
  case \${COMP_WORDS[1]}:$previous in
${values.join("\n")}
  esac
  if [ -n "$words" ]; then
    COMPREPLY=($(compgen -W "$words" -- "$current"))
    return
  elif [ -n "$value" ]; then
    compopt -o default
    return
  fi
  case \${COMP_WORDS[1]} in
${cases.join("\n")}
  esac
  case $current in
    -*)
      COMPREPLY=($(compgen -W "$options" -- "$current"))
      [[ \${COMPREPLY[0]} == *= ]] && compopt -o nospace
      ;;
    *)
      [ "$COMP_CWORD" -eq 2 ] && COMPREPLY=($(compgen -W "$words" -- "$current"))
      case \${COMP_WORDS[1]} in
        ${TAKES_COMMAND.join("|")})
          # A path is no command's name; readline completes it below
          [[ $current == */* ]] || mapfile -t COMPREPLY < <(
            compgen -c -- "$current" | while IFS= read -r name; do printf '%q\\n' "$name"; done
          )
          ;;
      esac
      compopt -o default
      ;;
  esac
}
complete -F _landlockdown landlockdown`;
}

function zsh(): string {
  const commands = Object.entries(COMMANDS).map(([name, { summary }]) =>
    `    ${shellQuoted(`${name}:${summary.replaceAll(":", "\\:")}`)}`
  );
  const cases = Object.entries(COMMANDS).map(([name, shape]) => {
    const words = WORDS[name];
    const values = valuesOf(shape).flatMap(([option, values]) => values.map((value) => `${option}=${value}`));
    const operands = TAKES_COMMAND.includes(name)
      ? "_command_names -e"
      : words === undefined
      ? "_files"
      : `compadd -- ${words}`;
    return `    ${name})
      if [[ $PREFIX == -* ]]; then compadd -S '' -- ${
      [...optionsOf(shape), ...values].map(shellQuoted).join(" ")
    }
      else ${operands}; fi ;;`;
  });
  return `#compdef landlockdown
_landlockdown() {
  local -a commands=(
${commands.join("\n")}
  )
  if (( CURRENT == 2 )); then
    _describe subcommand commands
    return
  fi
  case $words[2] in
${cases.join("\n")}
  esac
}
compdef _landlockdown landlockdown`;
}

function fish(): string {
  const lines = Object.entries(COMMANDS).flatMap(([name, shape]) => {
    const seen = `'__fish_seen_subcommand_from ${name}'`;
    return [
      `complete -c landlockdown -n __fish_use_subcommand -f -a ${name} -d ${shellQuoted(shape.summary)}`,
      ...Object.entries(shape.options).map(([option, { value, help, short }]) => {
        const values = valuesOf(shape).find(([name]) => name === `--${option}`)?.[1];
        return [
          `complete -c landlockdown -n ${seen} -l ${option}`,
          ...(short === undefined ? [] : [`-s ${short}`]),
          ...(value === undefined ? [] : ["-r"]),
          ...(values === undefined ? [] : [`-f -a ${shellQuoted(values.join(" "))}`]),
          `-d ${shellQuoted(help)}`,
        ].join(" ");
      }),
      ...(shape.permissions
        ? ["allow-all", ...PERMISSION_FLAGS.map(({ name }) => name)].map((flag) =>
          `complete -c landlockdown -n ${seen} -l ${flag}`
        )
        : []),
      ...(WORDS[name] === undefined
        ? []
        : [`complete -c landlockdown -n ${seen} -f -a ${shellQuoted(WORDS[name])}`]),
      ...(TAKES_COMMAND.includes(name)
        ? [`complete -c landlockdown -n ${seen} -a '(__fish_complete_command)'`]
        : []),
    ];
  });
  return ["# fish completion for landlockdown", ...lines].join("\n");
}
