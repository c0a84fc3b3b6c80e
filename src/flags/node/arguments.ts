import { looksLikePermissionFlag } from "../permission_flags.ts";
import { quote } from "../../text.ts";

/** An option of Node's that is about permissions, in the order of its command line. */
export interface NodeOption {
  /** Without the dashes: `allow-fs-read`. */
  readonly name: string;
  readonly value: string | boolean;
}

/** Options that name paths; each time one. */
export const NODE_LISTS: readonly string[] = ["allow-fs-read", "allow-fs-write"];

/** Options that are there or not. */
export const NODE_SWITCHES: readonly string[] = [
  "permission",
  "permission-audit",
  "allow-child-process",
  "allow-worker",
  "allow-addons",
  "allow-wasi",
  "allow-net",
  "allow-inspector",
  "allow-ffi",
  "allow-openssl-store",
  "allow-fs-vfs",
];

/** Options that name a configuration file. */
const CONFIG_FILE = "experimental-config-file";
const DEFAULT_CONFIG_FILE = "experimental-default-config-file";

/** Finds the permission options, and the one for a configuration file, among all of Node's. Pure.
 *
 * @param words Node's own arguments, without the script: `process.execArgv`
 * @throws SyntaxError for what looks like a permission flag and is none, or has no value
 */
export function readNodeArguments(words: readonly string[]): NodeOption[] {
  const found: NodeOption[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] as string;
    if (!word.startsWith("--")) continue;
    const equals = word.indexOf("=");
    // Node takes "_" for "-" in names
    const written = word.slice(2, equals < 0 ? undefined : equals).replaceAll("_", "-");
    const negated = written.startsWith("no-");
    const name = canonicalName(negated ? written.slice(3) : written);
    const inline = equals < 0 ? undefined : word.slice(equals + 1);
    if (NODE_SWITCHES.includes(name)) found.push({ name, value: !negated });
    else if (NODE_LISTS.includes(name)) {
      if (negated) {
        throw new SyntaxError(`Cannot use ${quote(word)}: only options without a value have a "no-"`);
      }
      if (inline === undefined) at++;
      found.push({ name, value: listValue(word, inline, words[at]) });
    } else if (name === DEFAULT_CONFIG_FILE && !negated) {
      found.push({ name: CONFIG_FILE, value: "node.config.json" });
    } else if (name === CONFIG_FILE) {
      const next = words[at + 1];
      // Node 26 always attaches the value, and without one takes the default; before it was the next word
      if (inline === undefined && next?.startsWith("-") === false) at++;
      found.push({ name, value: inline ?? (words[at] === next ? next as string : "node.config.json") });
    } else if (looksLikePermissionFlag(`--${written}`)) throw unknown(word);
  }
  return found;
}

function canonicalName(name: string): string {
  return name === "experimental-permission" ? "permission" : name;
}

function listValue(word: string, inline: string | undefined, next: string | undefined): string {
  if (inline === undefined && next?.startsWith("-") === false) {
    // "\-x" is how a value that starts with a dash is written
    return next.replace(/^\\-/, "-");
  }
  if (inline === undefined || inline === "") {
    throw new SyntaxError(
      `Cannot use ${quote(word)}: its path is missing, write "${word.replace(/=$/, "")}=…"`,
    );
  }
  return inline;
}

function unknown(word: string): SyntaxError {
  const known = [...NODE_LISTS, ...NODE_SWITCHES].filter((name) => name.startsWith("allow-"));
  return new SyntaxError(
    `Cannot use ${quote(word)}: Node has ${known.map((name) => `--${name}`).join(", ")}`,
  );
}

/** Whether an option names a configuration file. */
export function isConfigFile({ name }: NodeOption): boolean {
  return name === CONFIG_FILE;
}
