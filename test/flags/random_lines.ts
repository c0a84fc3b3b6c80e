import fc from "fast-check";
import { HOSTS, KINDS, PATHS, PROGRAMS, SOCKETS, VARIABLES } from "./questions.ts";

/** Lists of flags as people and machines might write them, most of them right. */
export function randomLines(count: number, seed: number): string[][] {
  return fc.sample(line(), { numRuns: count, seed });
}

/** A list of flags. */
export function line(): fc.Arbitrary<string[]> {
  const usual = fc.oneof(
    { weight: 12, arbitrary: listFlag() },
    { weight: 2, arbitrary: cluster },
    fc.constantFrom("--no-prompt", "-q", "--allow-hrtime", "--cached-only", "--v8-flags=--expose-gc"),
  );
  const all = fc.tuple(fc.constantFrom("-A", "--allow-all", "-qA"), fc.array(listFlag(["deny", "ignore"])));
  const odd = fc.constantFrom("--ignore-net", "--allow-foo", "--allow-all=yes", "-Z", "--", "-P", "-A");
  return fc.oneof(
    { weight: 16, arbitrary: fc.array(usual, { minLength: 1, maxLength: 6 }) },
    { weight: 2, arbitrary: all.map(([first, rest]) => [first, ...rest]) },
    fc.array(fc.oneof(usual, odd), { minLength: 1, maxLength: 6 }),
  );
}

const port = fc.constantFrom("", "", ":80", ":443");
const ranges = ["10.0.0.0/8", "10.0.0.0/16", "10.0.0.0/24", "10.1.0.0/16", "192.168.1.7/32", "0.0.0.0/0"];
const wildcards = ["*.a.com", "*.b.a.com", "*.long.a.com", "*.com"];
const host = fc.oneof(
  fc.tuple(fc.constantFrom(...HOSTS, ...ranges, ...wildcards), port).map((parts) => parts.join("")),
  fc.constantFrom(...SOCKETS, ":80", ":443"),
);

const path = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...PATHS) },
  fc.constantFrom("./d", "d/", "d/../e", "d//sub/.", "/a/../a/b/", "/a/b/../../z", "~", "d/*", "two/tool"),
);

/** Entries of each permission. */
const ENTRIES: Readonly<Record<string, fc.Arbitrary<string>>> = {
  read: path,
  write: path,
  ffi: path,
  net: host,
  import: host,
  run: fc.constantFrom(...PROGRAMS),
  env: fc.constantFrom(...VARIABLES, "A*", "AB*", "ABC*", "*", "LONG*"),
  sys: fc.constantFrom(...KINDS.slice(0, 6)),
};

const SHORT: Readonly<Record<string, string>> = {
  read: "R",
  write: "W",
  net: "N",
  env: "E",
  sys: "S",
  import: "I",
};

const permission = fc.constantFrom(
  "read",
  "read",
  "write",
  "net",
  "net",
  "run",
  "env",
  "ffi",
  "sys",
  "import",
);

/** `--allow-read=d,e` and the like; now and then without a value, or with one that is no entry. */
function listFlag(effects: readonly string[] = ["allow", "allow", "deny", "ignore"]): fc.Arbitrary<string> {
  return permission.chain((name) => {
    const long = effects
      .filter((effect) => effect !== "ignore" || name === "read" || name === "env")
      .map((effect) => `--${effect}-${name}`);
    const letter = effects.includes("allow") ? SHORT[name] : undefined;
    const flag = fc.constantFrom(...long, ...(letter === undefined ? [] : [`-${letter}`]));
    const odd = fc.constantFrom(
      "",
      ",",
      "a,",
      ",a",
      "a,,b",
      "a b",
      "A=B",
      "http://a.com",
      "-",
      "[::1",
      "*",
      "x:y",
    );
    const list = fc.array(ENTRIES[name] as fc.Arbitrary<string>, { minLength: 1, maxLength: 4 });
    const value = fc.oneof(
      { weight: 40, arbitrary: list.map((entries) => `=${entries.join(",")}`) },
      { weight: 8, arbitrary: fc.constant("") },
      odd.map((text) => `=${text}`),
    );
    return fc.tuple(flag, value).map((parts) => parts.join(""));
  });
}

/** `-RW`, `-RW=d`, `-qRd`. */
const cluster = fc
  .tuple(
    fc.subarray(["R", "W", "N", "E", "S", "I", "q"], { minLength: 1, maxLength: 3 }),
    fc.oneof(
      { weight: 3, arbitrary: fc.constant("") },
      path.map((entry) => `=${entry}`),
      fc.constantFrom("d", "2"),
    ),
  )
  .map(([letters, value]) => `-${letters.join("")}${value}`);
