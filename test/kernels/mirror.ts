import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Unavailable } from "./unavailable.ts";

/** Where this machine gets Debian from, and the keyring it checks that with. */
export interface Mirror {
  readonly uri: string;
  readonly keyring: string | undefined;
}

/** One source of packages among several. */
export interface Source extends Mirror {
  readonly suites: readonly string[];
  readonly components: readonly string[];
}

const SOURCES = "/etc/apt";
const RELEASES = [
  "bullseye",
  "bookworm",
  "trixie",
  "forky",
  "oldstable",
  "stable",
  "testing",
  "sid",
  "unstable",
];

/**
 * The mirror of Debian's main archive in the machine's own apt sources. The security archive and those of others
 * carry no suite that is named after a release alone.
 */
export function findMirror(folder: string = SOURCES): Mirror {
  const source = readSources(folder).find(({ suites, components }) =>
    components.includes("main") && suites.some((suite) => RELEASES.includes(suite))
  );
  if (!source) throw new Unavailable("No mirror of Debian's main archive in the machine's apt sources");
  return { uri: source.uri, keyring: source.keyring };
}

function readSources(folder: string): Source[] {
  const parts = join(folder, "sources.list.d");
  const files = list(parts).sort().map((name) => join(parts, name));
  return [
    ...parseLines(read(join(folder, "sources.list"))),
    ...files.filter((file) => file.endsWith(".list")).flatMap((file) => parseLines(read(file))),
    ...files.filter((file) => file.endsWith(".sources")).flatMap((file) => parseStanzas(read(file))),
  ];
}

/** The one-line format: `deb [signed-by=KEYRING] URI SUITE COMPONENT...`. */
export function parseLines(text: string): Source[] {
  return text.split("\n").flatMap((line) => {
    const match = /^\s*deb\s+(?:\[(?<options>[^\]]*)\]\s+)?(?<uri>\S+)\s+(?<suite>\S+)\s*(?<rest>[^#]*)/.exec(
      line,
    );
    const { options, uri, suite, rest } = match?.groups ?? {};
    if (uri === undefined || suite === undefined) return [];
    const keyring = /(?:^|\s)signed-by=(\S+)/i.exec(options ?? "")?.[1];
    return [{ uri, keyring, suites: [suite], components: words(rest) }];
  });
}

/** The deb822 format: stanzas of fields, continued on indented lines. */
export function parseStanzas(text: string): Source[] {
  const lines = text.split("\n").filter((line) => !line.startsWith("#"));
  return lines.join("\n").split(/\n\s*\n/).flatMap((stanza) => {
    const fields = new Map<string, string>();
    for (const match of stanza.matchAll(/^(?<name>[\w-]+):(?<value>.*(?:\n[ \t].*)*)/gm)) {
      fields.set(match.groups!["name"]!.toLowerCase(), match.groups!["value"]!.trim());
    }
    const enabled = !["no", "false", "0", "off"].includes(fields.get("enabled")?.toLowerCase() ?? "yes");
    if (!enabled || !words(fields.get("types")).includes("deb")) return [];
    const signedBy = fields.get("signed-by");
    // The field may also hold the key itself: then the system's trusted keys have to do.
    const keyring = signedBy?.startsWith("/") ? signedBy : undefined;
    const suites = words(fields.get("suites"));
    const components = words(fields.get("components"));
    return words(fields.get("uris")).map((uri) => ({ uri, keyring, suites, components }));
  });
}

function words(text: string | undefined): string[] {
  return (text ?? "").split(/\s+/).filter((word) => word !== "");
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function read(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
