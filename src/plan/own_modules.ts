import { lookFor, type Lookup } from "../linux/lookup.ts";
import { type ModuleNames, moduleNames } from "./module_names.ts";

/** Modules one program may have before we stop looking for more. */
const MOST_MODULES = 2000;
/** Names that lead to no module, before we stop looking: text is not code, but a program has few of them. Each takes a
 * dozen looks at the file system. */
const MOST_MISSES = 2000;
/** A longer file is a bundle or data: it names no other module of the program. */
const LONGEST_MODULE = 1 << 20;

/** A specifier in `import`, `export … from`, `import()`, `require()`. The spaces behind the parenthesis belong to it: with
 * `\s*\(?\s*` any number of spaces could be shared out in as many ways, and each would be tried. */
const IMPORT = /\b(?:from|import|require)\s*(?:\(\s*)?(["'`])([^"'`\n]+)\1/g;
/** A script for a Worker: `new Worker("./w.ts")`, `new URL("./w.ts", import.meta.url)`, `import.meta.resolve("./w.ts")`. */
const SCRIPT = /\b(?:Worker|URL|meta\.resolve)\s*\(\s*(["'`])([^"'`\n]*\.(?:[cm]?[jt]s|[jt]sx|wasm))\1/g;
const PATH = /^(?:\.{0,2}\/|file:\/\/\/)/;
/** A name that manifests may give a module; not every text that follows the word "from". */
const NAME = /^(?!node:|npm:|jsr:|https?:)[^\s./]\S{0,200}$/;

/** What a specifier without (or with the compiled) extension may stand for, in the order the runtimes try. */
const ENDINGS = [
  "",
  ".ts",
  ".tsx",
  ".js",
  ".mjs",
  ".cjs",
  ".jsx",
  ".json",
  ".node",
  "/index.ts",
  "/index.js",
];
/** What a module is called. Text such as `cannot read from "./.env"` looks like an import: no other file may become
 * readable by being named. */
const MODULE = /\.(?:[cm]?[jt]s|[jt]sx|json|node|wasm)$/;
const SOURCES: Readonly<Record<string, string>> = {
  ".js": ".ts",
  ".mjs": ".mts",
  ".cjs": ".cts",
  ".jsx": ".tsx",
};

/** The program's own modules: those its code names, from the entry point on, so that an `import()` or a Worker
 * still works after lockdown. Canonical paths.
 *
 * Reads the text rather than the folder: next to a program's modules lie its data and its `.env`. A specifier made
 * at run time and a package (those lie in `node_modules`) are not followed. */
export function ownModules(entry: string, lookup: Lookup): OwnModules {
  const found = new Set<string>();
  const tried = new Set<string>();
  let misses = 0;
  const names = moduleNames(lookup);
  const waiting = [entry];
  for (let path = waiting.pop(); path !== undefined && found.size < MOST_MODULES; path = waiting.pop()) {
    const resolved = lookFor(lookup, path);
    if (resolved?.kind !== "file" || found.has(resolved.path)) continue;
    found.add(resolved.path);
    const text = lookup.read(resolved.path, 0, LONGEST_MODULE + 1);
    if (text === undefined || text.length > LONGEST_MODULE) continue;
    const folder = resolved.path.slice(0, resolved.path.lastIndexOf("/"));
    for (const specifier of specifiers(new TextDecoder().decode(text))) {
      if (misses >= MOST_MISSES) break;
      const key = `${folder} ${specifier}`;
      if (tried.has(key)) continue;
      tried.add(key);
      const targets = pathsOf(specifier, folder, names).flatMap((path) => findModule(path, lookup) ?? []);
      if (targets.length === 0) misses++;
      waiting.push(...targets);
    }
  }
  return { paths: found, isComplete: found.size < MOST_MODULES && misses < MOST_MISSES };
}

/** What {@linkcode ownModules} found. */
export interface OwnModules {
  /** Canonical. */
  readonly paths: ReadonlySet<string>;
  /** Whether all was followed: a program may name any number of modules. */
  readonly isComplete: boolean;
}

function specifiers(text: string): string[] {
  const found = (pattern: RegExp) => [...text.matchAll(pattern)].map((match) => match[2] as string);
  // To a URL "w.ts" is the same as "./w.ts"
  const scripts = found(SCRIPT).map((script) =>
    PATH.test(script) || script.includes(":") ? script : `./${script}`
  );
  return [...found(IMPORT), ...scripts];
}

function findModule(path: string, lookup: Lookup): string | undefined {
  const candidates = ENDINGS.map((ending) => path + ending);
  for (const [compiled, source] of Object.entries(SOURCES)) {
    if (path.endsWith(compiled)) candidates.push(path.slice(0, -compiled.length) + source);
  }
  return candidates.find((candidate) =>
    MODULE.test(candidate) && lookFor(lookup, candidate)?.kind === "file"
  );
}

function pathsOf(specifier: string, folder: string, names: ModuleNames): readonly string[] {
  if (!PATH.test(specifier)) return NAME.test(specifier) ? names(specifier, folder) : [];
  if (!specifier.startsWith("file:")) {
    return [specifier.startsWith("/") ? specifier : `${folder}/${specifier}`];
  }
  try {
    return [decodeURIComponent(new URL(specifier).pathname)];
  } catch {
    return []; // A text that only looks like a URL
  }
}
