import { visible } from "../../text.ts";
import { readAuditLog, readAuditRecords } from "./audit_log.ts";
import { type CommandLine, hasOption } from "../options.ts";
import { EXIT, UsageError } from "../errors.ts";
import { type LastRun, recallRun } from "./last_run.ts";
import { columns, paint } from "../output.ts";
import { denialLines } from "./denial.ts";
import { flagsOf } from "../remedy.ts";
import { shellWord } from "../shell.ts";

/** Records of the audit log to show: it does not say which command was the last. */
const NEWEST = 20;

/** `landlockdown why --last`. */
export function printLast(line: CommandLine): number {
  if (line.words.length > 0) {
    throw new UsageError("cannot ask about a thing next to --last: leave one of them out");
  }
  const run = recallRun();
  const json = hasOption(line, "json");
  if (run !== undefined) {
    const text = json ? [JSON.stringify(jsonOf(run), null, 2)] : [
      `${paint("bold", visible(run.command.map(shellWord).join(" ")))}, ended ${run.ended}`,
      ...(run.denials.length === 0
        ? ["The sandbox denied nothing that could be seen"]
        : denialLines(run.denials)),
    ];
    process.stdout.write(`${text.join("\n")}\n`);
    return EXIT.ok;
  }
  const log = readAuditLog();
  if (log === undefined) {
    throw new UsageError(
      "cannot tell about the last command: run it again with landlockdown run --explain-denials, which needs strace or the audit log",
    );
  }
  const denials = readAuditRecords(log).slice(-NEWEST);
  const text = json ? [JSON.stringify({ version: 1, denials }, null, 2)] : [
    "From the kernel's audit log, oldest first:",
    ...columns(denials.map(({ act, thing }) => [`  ${act}`, visible(thing)])),
  ];
  process.stdout.write(`${text.join("\n")}\n`);
  return EXIT.ok;
}

function jsonOf({ denials, ...run }: LastRun): object {
  return {
    ...run,
    denials: denials.map(({ act, thing, by, remedy }) => ({
      act,
      thing,
      by,
      ...(remedy === undefined ? {} : { flags: flagsOf(act, remedy).join(" ") }),
    })),
  };
}
