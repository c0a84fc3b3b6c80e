/** Projects with permission sets in their configuration, and how Deno is started in them. `@` is the project's
 * folder; what is granted, Deno says. */

/** A project and a command line. */
export interface SetCase {
  readonly fact: string;
  /** Text, or a value that is written as JSON, by file name. */
  readonly files: Readonly<Record<string, unknown>>;
  /** The words before the script. */
  readonly words: string;
  /** Where the script lies; `main.js` by default. */
  readonly script?: string;
  /** Where Deno is started; the project's folder by default. */
  readonly directory?: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** Why Deno takes it and we do not. */
  readonly stricter?: string;
}

/** A deno.json whose default set is this. */
function one(set: unknown): Record<string, unknown> {
  return { "deno.json": { permissions: { default: set } } };
}

/** Two sets of other names. */
const NAMED = { "deno.json": { permissions: { reader: { read: ["a"] }, writer: { write: ["a"] } } } };

/** A workspace with a member and a directory that is none. */
function workspace(members: unknown, more: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    "deno.json": {
      workspace: members,
      permissions: { default: { read: ["root"] }, other: { read: ["other"] } },
    },
    "member/deno.json": { permissions: { default: { write: ["member"] } } },
    "stranger/deno.json": { permissions: { default: { write: ["stranger"] } } },
    ...more,
  };
}

const MEMBER_AND_TESTS = {
  "deno.json": {
    workspace: ["./member", "./plain"],
    permissions: { default: { read: ["root"] }, named: { read: ["named"] } },
    test: { permissions: { write: ["root-test"] } },
  },
  "member/deno.json": { test: { permissions: "named" } },
  "plain/deno.json": {},
};

export const SET_CASES: readonly SetCase[] = [
  // What a set may say
  {
    fact: "paths are relative to the file",
    files: one({ read: ["a", "./b/../c"], ffi: ["d"] }),
    words: "run -P",
  },
  { fact: "absolute paths stay", files: one({ read: ["/a/./b"], write: ["/"] }), words: "run -P" },
  { fact: "programs with a slash are paths", files: one({ run: ["tool", "bin/x"] }), words: "run -P" },
  {
    fact: "a list, true and false",
    files: one({ read: true, write: false, net: ["a.com:80"] }),
    words: "run -P",
  },
  { fact: "an empty list is nothing", files: one({ read: [], env: [] }), words: "run -P" },
  { fact: "allow, deny", files: one({ read: { allow: ["a"], deny: ["a/b"] } }), words: "run -P" },
  {
    fact: "ignore",
    files: one({ read: { allow: true, ignore: ["a"] }, env: { ignore: ["A"] } }),
    words: "run -P",
  },
  { fact: "deny all", files: one({ read: { allow: ["a"], deny: true } }), words: "run -P" },
  { fact: "false in an object", files: one({ read: { allow: false, deny: false } }), words: "run -P" },
  { fact: "null in an object", files: one({ read: { allow: null, deny: null } }), words: "run -P" },
  { fact: "null in an object with all", files: one({ all: true, read: { allow: null } }), words: "run -P" },
  { fact: "an empty object", files: one({ read: {} }), words: "run -P" },
  { fact: "an empty object with all", files: one({ all: true, read: {} }), words: "run -P" },
  { fact: "all", files: one({ all: true }), words: "run -P" },
  { fact: "all but one", files: one({ all: true, run: false }), words: "run -P" },
  { fact: "all but an empty list", files: one({ all: true, read: [], write: ["a"] }), words: "run -P" },
  { fact: "all with a deny", files: one({ all: true, net: { deny: ["a.com"] } }), words: "run -P" },
  { fact: "all false", files: one({ all: false, read: ["a"] }), words: "run -P" },
  { fact: "all null", files: one({ all: null }), words: "run -P" },
  { fact: "import false is the usual hosts", files: one({ import: false }), words: "run -P" },
  { fact: "import with all", files: one({ all: true, import: false }), words: "run -P" },
  { fact: "import of a list", files: one({ import: ["a.com:80"] }), words: "run -P" },
  {
    fact: "kinds that flags do not know",
    files: one({ sys: ["setuid", "inspector", "uid"] }),
    words: "run -P",
  },
  { fact: "an equals sign in a variable", files: one({ env: ["A=B"] }), words: "run -P" },
  { fact: "a bare port is no host here", files: one({ net: [":80"] }), words: "run -P" },
  { fact: "a socket", files: one({ net: ["unix:/run/x.sock", "*.a.com", "10.0.0.0/8"] }), words: "run -P" },
  { fact: "a comma is part of a path", files: one({ read: ["a,b"] }), words: "run -P" },
  { fact: "an empty set", files: one({}), words: "run -P" },
  {
    fact: "an empty path is the folder",
    files: one({ read: [""] }),
    words: "run -P",
    stricter: "an empty entry is a list that was not filled in",
  },
  {
    fact: "a list where an object belongs",
    files: one({ read: [true] }),
    words: "run -P",
    stricter: "its parser takes a list for the values of an object in the order they are declared",
  },
  // What is refused
  { fact: "an unknown permission", files: one({ reed: true }), words: "run -P" },
  { fact: "an unknown key", files: one({ read: { allows: true } }), words: "run -P" },
  { fact: "ignore where there is none", files: one({ write: { ignore: ["a"] } }), words: "run -P" },
  { fact: "a text as list", files: one({ read: "a" }), words: "run -P" },
  { fact: "null as list", files: one({ read: null }), words: "run -P" },
  { fact: "a number in a list", files: one({ read: ["a", 1] }), words: "run -P" },
  { fact: "a text as all", files: one({ all: "yes" }), words: "run -P" },
  { fact: "an unknown kind", files: one({ sys: ["foo"] }), words: "run -P" },
  { fact: "an empty variable", files: one({ env: [""] }), words: "run -P" },
  { fact: "an empty program", files: one({ run: [""] }), words: "run -P" },
  { fact: "a URL as host", files: one({ net: ["https://a.com"] }), words: "run -P" },
  { fact: "a text as set", files: one("reader"), words: "run -P" },
  { fact: "a list as sets", files: { "deno.json": { permissions: [] } }, words: "run -P=x" },
  // Which set
  { fact: "a set by name", files: NAMED, words: "run -P=reader" },
  { fact: "a set by its long flag", files: NAMED, words: "run --permission-set=writer" },
  { fact: "a set by a letter with its name", files: NAMED, words: "run -Pwriter" },
  { fact: "the last of two names", files: NAMED, words: "run -P=reader -P=writer" },
  { fact: "a name before a bare one", files: NAMED, words: "run -P=writer -P" },
  { fact: "an empty name", files: one({ read: ["a"] }), words: "run -P=" },
  { fact: "an unknown set", files: NAMED, words: "run -P=nobody" },
  { fact: "a name of Object.prototype", files: NAMED, words: "run -P=toString" },
  { fact: "no default", files: NAMED, words: "run -P" },
  { fact: "no -P", files: one({ all: true }), words: "run" },
  { fact: "an unknown set next to -A", files: NAMED, words: "run -P=nobody -A" },
  // Flags next to a set
  {
    fact: "an allow replaces that of the set",
    files: one({ read: ["a"], write: ["a"] }),
    words: "run -P -R=/a/b",
  },
  { fact: "a deny stays", files: one({ read: { allow: ["a"], deny: ["a/b"] } }), words: "run -P -R" },
  {
    fact: "a deny replaces the deny",
    files: one({ read: { allow: true, deny: ["a"] } }),
    words: "run -P --deny-read=/a",
  },
  {
    fact: "an ignore next to a deny",
    files: one({ env: { allow: true, deny: ["A"] } }),
    words: "run -P --ignore-env=B",
  },
  { fact: "-A beats the set", files: one({ read: { deny: ["a"] } }), words: "run -P -A" },
  {
    fact: "-A with a deny of its own",
    files: one({ net: { deny: ["a.com"] } }),
    words: "run -A -P --deny-read=/a",
  },
  {
    fact: "a flag next to all",
    files: one({ all: true }),
    words: "run -P --allow-net=a.com --deny-run=tool",
  },
  { fact: "deno serve adds its port", files: one({ net: ["a.com:80"] }), words: "serve -P --port 443" },
  // Where the file is found
  { fact: "above the script", files: one({ read: ["a"] }), words: "run -P", script: "x/y/main.js" },
  {
    fact: "above the script, not the working directory",
    files: { ...one({ read: ["a"] }), "x/deno.json": { permissions: { default: { write: ["b"] } } } },
    words: "run -P",
    directory: "x",
  },
  {
    fact: "deno serve looks from the working directory",
    files: { ...one({ read: ["a"] }), "x/deno.json": { permissions: { default: { write: ["b"] } } } },
    words: "serve -P",
    directory: "x",
  },
  {
    fact: "deno.json before deno.jsonc",
    files: { ...one({ read: ["a"] }), "deno.jsonc": '{"permissions":{"default":{"write":["a"]}}}' },
    words: "run -P",
  },
  {
    fact: "the nearest file, not more of them",
    files: { ...one({ read: ["a"] }), "x/deno.json": {} },
    words: "run -P",
    script: "x/main.js",
  },
  {
    fact: "a package.json hides what is above",
    files: { ...one({ read: ["a"] }), "x/package.json": {} },
    words: "run -P",
    script: "x/main.js",
  },
  {
    fact: "a package.json beside it",
    files: { ...one({ read: ["a"] }), "package.json": {} },
    words: "run -P",
  },
  {
    fact: "--no-npm passes over package.json",
    files: { ...one({ read: ["a"] }), "x/package.json": {} },
    words: "run -P --no-npm",
    script: "x/main.js",
  },
  {
    fact: "DENO_NO_PACKAGE_JSON passes over package.json",
    files: { ...one({ read: ["a"] }), "x/package.json": {} },
    words: "run -P",
    script: "x/main.js",
    environment: { DENO_NO_PACKAGE_JSON: "1" },
  },
  {
    fact: "DENO_NO_PACKAGE_JSON of another value does nothing",
    files: { ...one({ read: ["a"] }), "x/package.json": {} },
    words: "run -P",
    script: "x/main.js",
    environment: { DENO_NO_PACKAGE_JSON: "true" },
  },
  {
    fact: "within node_modules the project's",
    files: {
      ...one({ read: ["a"] }),
      "node_modules/p/deno.json": { permissions: { default: { write: true } } },
    },
    words: "run -P",
    script: "node_modules/p/main.js",
  },
  { fact: "none", files: {}, words: "run -P" },
  { fact: "none, and a name", files: {}, words: "run -P=x" },
  { fact: "--no-config", files: one({ read: ["a"] }), words: "run -P --no-config" },
  { fact: "--no-config and a name", files: NAMED, words: "run -P=reader --no-config" },
  {
    fact: "--config",
    files: { ...one({ read: ["a"] }), "x/other.json": { permissions: { default: { read: ["a"] } } } },
    words: "run -P --config x/other.json",
  },
  {
    fact: "--config, from another directory",
    files: { ...one({ read: ["a"] }), "x/other.json": { permissions: { default: { read: ["a"] } } } },
    words: "run -c=other.json -P",
    directory: "x",
  },
  { fact: "--config of a file that is not there", files: one({}), words: "run -P --config x.json" },
  {
    fact: "--config of a member",
    files: workspace(["./member"]),
    words: "run -P --config member/deno.json",
  },
  {
    fact: "--config of a file beside the member's own",
    files: workspace(["./member"], { "member/x.json": { permissions: { default: { env: ["A"] } } } }),
    words: "run -P --config member/x.json",
  },
  // How it is written
  {
    fact: "comments and trailing commas",
    files: {
      "deno.jsonc": '// "x"\n{ "permissions": { /* { */ "default": { "read": ["a", "b//c",], }, }, }\n// end',
    },
    words: "run -P",
  },
  {
    fact: "a comment in a text",
    files: { "deno.json": '{ "permissions": { "default": { "read": ["/*a*/", "a\\"//b", ",]"] } } }' },
    words: "run -P",
  },
  { fact: "an empty file", files: { "deno.json": "" }, words: "run -P" },
  { fact: "only a comment", files: { "deno.json": "// none" }, words: "run -P" },
  { fact: "a file that ends early", files: { "deno.json": '{ "permissions": ' }, words: "run -P" },
  { fact: "a list", files: { "deno.json": "[]" }, words: "run -P=x" },
  { fact: "a byte order mark", files: { "deno.json": "\ufeff{}" }, words: "run -P" },
  { fact: "a comment that is not closed", files: { "deno.json": "{} /*" }, words: "run -P" },
  {
    fact: "single quotes",
    files: { "deno.json": "{ 'permissions': { 'default': { 'read': true } } }" },
    words: "run -P",
    stricter: "JSON with comments has none",
  },
  {
    fact: "names without quotes",
    files: { "deno.json": "{ permissions: { default: { read: true } } }" },
    words: "run -P",
    stricter: "JSON with comments has none",
  },
  {
    fact: "missing commas",
    files: { "deno.json": '{ "permissions": { "default": { "read": true "write": true } } }' },
    words: "run -P",
    stricter: "JSON with comments has commas",
  },
  // Workspaces
  { fact: "a member's set", files: workspace(["./member"]), words: "run -P", script: "member/main.js" },
  { fact: "beneath a member", files: workspace(["./member"]), words: "run -P", script: "member/x/y/main.js" },
  {
    fact: "a set of the root",
    files: workspace(["./member"]),
    words: "run -P=other",
    script: "member/main.js",
  },
  { fact: "the root itself", files: workspace(["./member"]), words: "run -P" },
  { fact: "beside the members", files: workspace(["./member"]), words: "run -P", script: "x/main.js" },
  { fact: "no member", files: workspace(["./member"]), words: "run -P", script: "stranger/main.js" },
  {
    fact: "no member and a set of the root",
    files: workspace(["./member"]),
    words: "run -P=other",
    script: "stranger/a.js",
  },
  { fact: "members by star", files: workspace(["./*"]), words: "run -P", script: "stranger/main.js" },
  {
    fact: "members by two stars",
    files: workspace(["./x/**"], { "x/y/z/deno.json": { permissions: { default: { write: ["x"] } } } }),
    words: "run -P=other",
    script: "x/y/z/main.js",
  },
  {
    fact: "a member left out",
    files: workspace(["./*", "!./stranger"]),
    words: "run -P",
    script: "stranger/main.js",
  },
  {
    fact: "members by beginning",
    files: workspace(["./mem*"]),
    words: "run -P=other",
    script: "member/main.js",
  },
  {
    fact: "members as object",
    files: workspace({ members: ["member"] }),
    words: "run -P",
    script: "member/main.js",
  },
  {
    fact: "a member with a package.json alone",
    files: workspace(["./npm"], { "npm/package.json": {} }),
    words: "run -P",
    script: "npm/main.js",
  },
  {
    fact: "members of npm's",
    files: {
      ...one({ read: ["a"] }),
      "package.json": { workspaces: ["npm"] },
      "npm/package.json": { name: "n" },
    },
    words: "run -P",
    script: "npm/main.js",
  },
  {
    fact: "no member of npm's",
    files: { ...one({ read: ["a"] }), "package.json": { workspaces: [] }, "npm/package.json": { name: "n" } },
    words: "run -P",
    script: "npm/main.js",
  },
  {
    fact: "a configuration between the root and its member",
    files: workspace(["./x/y"], { "x/deno.json": {}, "x/y/deno.json": {} }),
    words: "run -P",
    script: "x/y/main.js",
  },
  { fact: "a workspace that is null", files: { "deno.json": { workspace: null } }, words: "run -P" },
  // Tests and benchmarks
  {
    fact: "the permissions of tests",
    files: {
      "deno.json": { permissions: { default: { read: ["a"] } }, test: { permissions: { write: ["a"] } } },
    },
    words: "test -P",
  },
  {
    fact: "the permissions of tests by name",
    files: { "deno.json": { permissions: { t: { read: ["a"] } }, test: { permissions: "t" } } },
    words: "test -P",
  },
  {
    fact: "the permissions of tests by a name that is not there",
    files: { "deno.json": { test: { permissions: "t" } } },
    words: "test -P",
  },
  { fact: "tests without permissions of their own", files: one({ read: ["a"] }), words: "test -P" },
  {
    fact: "another set for tests",
    files: { "deno.json": { permissions: { t: { read: ["a"] } }, test: { permissions: { write: ["a"] } } } },
    words: "test -P=t",
  },
  {
    fact: "tests with a flag and no -P",
    files: { "deno.json": { test: { permissions: { write: ["a"] } } } },
    words: "test -R",
  },
  {
    fact: "tests without any flag",
    files: { "deno.json": { test: { permissions: { write: ["a"] } } } },
    words: "test",
  },
  {
    fact: "tests without any flag, and nothing said",
    files: { "deno.json": { test: { permissions: {} } } },
    words: "test",
  },
  {
    fact: "tests without any flag, and as good as nothing said",
    files: { "deno.json": { test: { permissions: { read: {}, all: null } } } },
    words: "test",
  },
  {
    fact: "the permissions of benchmarks",
    files: {
      "deno.json": { test: { permissions: { write: ["a"] } }, bench: { permissions: { read: ["a"] } } },
    },
    words: "bench -P",
  },
  {
    fact: "benchmarks without any flag",
    files: { "deno.json": { bench: { permissions: { read: ["a"] } } } },
    words: "bench",
  },
  {
    fact: "the permissions of tests are not for run",
    files: { "deno.json": { test: { permissions: { write: ["a"] } } } },
    words: "run -P",
  },
  { fact: "tests of the root", files: MEMBER_AND_TESTS, words: "test -P" },
  { fact: "tests of a member", files: MEMBER_AND_TESTS, words: "test -P", script: "member/main.js" },
  {
    fact: "tests of a member that says nothing",
    files: MEMBER_AND_TESTS,
    words: "test -P",
    script: "plain/main.js",
  },
  {
    fact: "tests of a member, started there",
    files: MEMBER_AND_TESTS,
    words: "test -P",
    script: "member/main.js",
    directory: "member",
  },
];
