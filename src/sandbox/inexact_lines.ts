import { quote, visible } from "../text.ts";
import type { GrantReport, Report } from "../plan/report.ts";

/** How the lines look. */
export interface LineStyle {
  /** Wrapped at 80 columns and coloured; else each entry is one line. */
  readonly terminal: boolean;
  readonly colour: boolean;
}

const WIDTH = 80;
const YELLOW = ["\x1b[33m", "\x1b[39m"] as const;

/** Lines about flags that hold otherwise than they are written: one line for each such entry. Nobody who starts a
 * program with its runtime's own flags sees a report.
 *
 * Left out is what nobody has to act on: what no kernel restricts; that "everything" is a little less; and that a granted
 * file or folder itself cannot be deleted or moved, which few programs do, and which those that do are told by an error. */
export function inexactLines({ grants }: Pick<Report, "grants">, { terminal, colour }: LineStyle): string[] {
  return grants.filter(isWorthALine).flatMap(({ effect, permission, entry, fidelity, reason = "" }) => {
    const name = entry === "*" ? "everything" : quote(entry);
    const [yellow, plain] = colour ? YELLOW : ["", ""];
    const head = `landlockdown: ${yellow}${fidelity}${plain}: ${effect} ${permission} ${name}:`;
    const line = `${head} ${visible(firstSentence(reason))}`;
    return terminal ? wrapped(line, WIDTH + yellow.length + plain.length) : [line];
  });
}

function isWorthALine({ effect, entry, status, fidelity, minor }: GrantReport): boolean {
  if (fidelity === "not a kernel matter" || (status === "enforced" && fidelity === "exact")) return false;
  if (fidelity === "wider" || effect === "deny") return true;
  return entry !== "*" && minor !== true;
}

/** The others say what to do, and are in the report. */
function firstSentence(text: string): string {
  return text.split(/\. (?=[A-Z])/, 1).join();
}

/** The first line has the colour, which takes no room. */
function wrapped(text: string, first: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    const width = lines.length === 1 ? first : WIDTH;
    if (last !== undefined && last.length + 1 + word.length <= width) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else lines.push(last === undefined ? word : `  ${word}`);
  }
  return lines;
}

/** The variables that decide about the lines. */
export const LINE_VARIABLES: readonly string[] = ["LANDLOCKDOWN_QUIET", "NO_COLOR", "TERM"];

/** The lines for standard error; none with `LANDLOCKDOWN_QUIET=1`.
 *
 * @param terminal whether standard error is one
 */
export function inexactText(
  report: Pick<Report, "grants">,
  environment: (name: string) => string | undefined,
  terminal: boolean,
): string {
  if (environment("LANDLOCKDOWN_QUIET") === "1") return "";
  const colour = terminal && !environment("NO_COLOR") && environment("TERM") !== "dumb";
  return inexactLines(report, { terminal, colour }).map((line) => `${line}\n`).join("");
}
