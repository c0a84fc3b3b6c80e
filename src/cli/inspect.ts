import { quote, visible, withVisibleTexts } from "../text.ts";
import { namesOf } from "../landlock/abi.ts";
import { type ReadLauncher, readLauncher } from "../launcher/executable.ts";
import type { LauncherLandlock } from "../launcher/policy.ts";
import { decodeInstructions, INSTRUCTION_SIZE } from "../seccomp/instruction.ts";
import { closedBy } from "../acts/examine.ts";
import { CAPABILITY, KEPT_CAPABILITIES } from "../linux/capabilities.ts";
import { type CommandLine, hasOption } from "./options.ts";
import { ruleTexts } from "./rule_texts.ts";
import { EXIT, UsageError } from "./errors.ts";
import { columns, paint, wrap } from "./output.ts";
import { readRegularFile } from "./regular_file.ts";
import { shellWord } from "./shell.ts";

/** `landlockdown inspect`. */
export function main(line: CommandLine): number {
  const [file, ...more] = line.words;
  if (file === undefined || more.length > 0) {
    throw new UsageError("cannot inspect that: name one file, as in landlockdown inspect box");
  }
  const launcher = readFile(file);
  const text = hasOption(line, "json")
    ? JSON.stringify(jsonOf(launcher), null, 2)
    : textOf(file, launcher).join("\n");
  process.stdout.write(`${text}\n`);
  return launcher.genuine ? EXIT.ok : EXIT.no;
}

function readFile(file: string): ReadLauncher {
  const content = readRegularFile(file);
  try {
    return readLauncher(content);
  } catch (error) {
    throw new UsageError(
      `cannot inspect ${quote(file)}: it is none of the files that landlockdown compile writes (${
        (error as Error).message
      })`,
    );
  }
}

function jsonOf({ architecture, plan, genuine }: ReadLauncher): object {
  const { landlock, environment, closeFrom, signals, filter, command } = plan;
  return {
    version: 1,
    genuine,
    architecture,
    command,
    landlock: landlock.kind === "build" ? rulesetOf(landlock) : { kind: landlock.kind },
    environment,
    closeFrom,
    signals,
    filterInstructions: filter.length / INSTRUCTION_SIZE,
    filterCloses: closedBy(decodeInstructions(filter), architecture),
    keepsCapabilities: keptNames(),
  };
}

/** It is the launcher's code that drops all others, whatever the plan. */
function keptNames(): string[] {
  return Object.entries(CAPABILITY).filter(([, number]) => KEPT_CAPABILITIES.includes(number)).map(([name]) =>
    `CAP_${name}`
  );
}

function rulesetOf({ ruleset }: LauncherLandlock & { kind: "build" }): object {
  return {
    kind: "build",
    handled: {
      fs: namesOf("fs", ruleset.handledFs),
      net: namesOf("net", ruleset.handledNet),
      scoped: namesOf("scope", ruleset.scoped),
    },
    rules: rulesOf(ruleset),
  };
}

function rulesOf(ruleset: (LauncherLandlock & { kind: "build" })["ruleset"]) {
  // Whether a path is a directory is not in the file, and not asked for here
  return ruleTexts({ ...ruleset, paths: ruleset.paths.map((rule) => ({ ...rule, isDirectory: true })) });
}

function textOf(file: string, { architecture, plan, genuine }: ReadLauncher): string[] {
  const { landlock, environment: { pass, block = [], set = {} }, command, filter, closeFrom } = plan;
  const instructions = decodeInstructions(filter);
  const closes = closedBy(instructions, architecture);
  const list = (names: readonly string[]) => names.length === 0 ? "none" : visible(names.join(" "));
  const assigned = Object.entries(set).map(([name, value]) => shellWord(`${name}=${value}`));
  return [
    `${paint("bold", visible(file))}, for ${architecture}: ${
      genuine ? paint("green", "genuine") : paint(
        "red",
        "NOT genuine. Its code is not that of this version's launcher and may do anything, whatever follows here",
      )
    }`,
    ...columns([
      ["command", command.length === 0 ? "whatever it is given" : list(command.map(shellWord))],
      ["variables that pass", list(pass)],
      ["but not", list(block)],
      ["variables it sets", list(assigned)],
      [
        "descriptors",
        closeFrom === "none"
          ? paint("red", "closes none: it gets every one that is open")
          : `closes those from ${closeFrom} on`,
      ],
      ["capabilities", genuine ? `keeps at most ${keptNames().join(" ")}` : "cannot be told"],
      [
        "system calls",
        instructions.length === 0
          ? paint("red", "no filter")
          : `a filter of ${instructions.length} instructions closes ${
            closes.length === 0 ? paint("red", "nothing") : closes.join(" ")
          }`,
      ],
    ]),
    "",
    ...(landlock.kind === "build"
      ? rulesetLines(landlock)
      : [paint("red", `Restricts nothing of its own (${landlock.kind})`)]),
  ];
}

function rulesetLines(landlock: LauncherLandlock & { kind: "build" }): string[] {
  const { handledFs, handledNet, scoped } = landlock.ruleset;
  const denied = [...namesOf("fs", handledFs), ...namesOf("net", handledNet), ...namesOf("scope", scoped)];
  return [
    paint("bold", "Denied but for the rules"),
    ...wrap(denied.join(" "), 2).map((line) => `  ${line}`),
    "",
    paint("bold", "Rules"),
    ...columns(
      withVisibleTexts(rulesOf(landlock.ruleset)).map((
        { subject, access },
      ) => [`  ${subject}`, access.join(" ")]),
    ),
  ];
}
