/** How Node is started, with corners in it. `@` is the folder it is started in. */
export interface NodeCase {
  /** Node's own arguments, separated by spaces. */
  readonly words: string;
  readonly nodeOptions?: string;
  /** Content of `node.config.json`, text or a value that is written as JSON. */
  readonly config?: unknown;
  /** Only of this version on, or before it. */
  readonly from?: number;
  readonly before?: number;
  /** Why Node takes it and we do not. */
  readonly stricter?: string;
}

/** Lines for every version; `--permission` is spelled as the version wants it. */
const LINES: readonly string[] = [
  "",
  "--permission",
  "--permission --allow-fs-read=*",
  "--permission --allow-fs-read=* --allow-fs-write=*",
  "--permission --allow-fs-read *",
  "--permission --allow-fs-read=@/d",
  "--permission --allow-fs-read=@/d/",
  "--permission --allow-fs-read @/d --allow-fs-write @/d2",
  "--permission --allow-fs-read=d",
  "--permission --allow-fs-read=./d/../d2",
  "--permission --allow-fs-read=.",
  "--permission --allow-fs-read=..",
  "--permission --allow-fs-read=/",
  "--permission --allow-fs-read=d/file",
  "--permission --allow-fs-read=missing",
  "--permission --allow-fs-read=@/d,@/d2",
  "--permission --allow-fs-read=,@/d",
  "--permission --allow-fs-read=@/d --allow-fs-read=@/d/sub",
  "--permission --allow-fs-read=@/d/sub --allow-fs-read=@/d",
  "--permission --allow-fs-read=d/* ",
  "--permission --allow-fs-read=@/d*",
  "--permission --allow-fs-read=d*",
  "--permission --allow-fs-read=d/s*",
  "--permission --allow-fs-read=d/*/x",
  "--permission --allow-fs-read=d/*.txt",
  "--permission --allow-fs-read=/*",
  "--permission --allow-fs-read=**",
  "--permission --allow-fs-read=d/file --allow-fs-read=*",
  "--permission --allow-fs-read=* --allow-fs-read=d/file",
  "--permission --allow-fs-read=file1 --allow-fs-read=file2",
  "--permission --allow-fs-read=file1 --allow-fs-read=file2 --allow-fs-read=file3",
  "--permission --allow-fs-write=d --allow-fs-write=d2/file",
  "--permission --allow-fs-read=link",
  "--permission --allow-fs-read=",
  "--permission --allow-fs-read",
  "--permission --allow-fs-read --allow-fs-write=*",
  "--permission --allow_fs_read=d",
  "--permission --no-allow-fs-read",
  "--permission --allow-fs-read=\\-x",
  "--permission --allow-fs-read \\-x",
  "--permission --allow-child-process",
  "--permission --allow-child-process=git",
  "--permission --allow-child-process --no-allow-child-process",
  "--permission --no-allow-child-process --allow-child-process",
  "--permission --allow-worker",
  "--permission --allow-addons --allow-wasi",
  "--allow-fs-read=*",
  "--allow-child-process",
  "--permission --allow-foo",
  "--permission --allow-fs-exec=*",
  "--permission --stack-trace-limit=20 --title x --allow-fs-read=d",
  "--permission --require ./preload.cjs --allow-fs-read=@/preload.cjs",
  "-r ./preload.cjs --permission --allow-fs-read=@/preload.cjs",
  "--permission --allow-fs-read=d --",
];

/** Flags that only newer versions have. */
const NEW_LINES: readonly string[] = [
  "--permission --allow-net",
  "--permission --allow-net=a.com",
  "--permission --allow-ffi",
  "--permission --allow-ffi --allow-addons --no-allow-ffi",
  "--permission --allow-inspector",
  "--permission --allow-openssl-store --allow-fs-vfs",
  "--permission --no-permission",
  "--permission --no-permission --allow-fs-read=*",
  "--permission=false",
  "--no-permission",
  "--permission-audit",
  "--permission-audit --permission --allow-fs-read=d",
  "--permission-audit --allow-fs-read=d",
  "--permission --allow-env=A",
];

const config = (config: unknown, words = "--experimental-config-file=node.config.json"): NodeCase => ({
  words,
  config,
  from: 26,
});

export const NODE_CASES: readonly NodeCase[] = [
  ...LINES.map((words) => ({
    words,
    ...(words === "--allow-child-process"
      ? { stricter: "without --permission it does nothing", before: 21 }
      : {}),
  })),
  { words: "--allow-child-process", from: 26 },
  ...NEW_LINES.map((words) => ({ words, from: 26 })),
  // NODE_OPTIONS
  { words: "--permission", nodeOptions: "--allow-fs-read=d --allow-child-process" },
  { words: "", nodeOptions: "--permission --allow-fs-read=d" },
  { words: "--allow-fs-read=d", nodeOptions: "--permission --allow-fs-read=d2" },
  { words: "--no-allow-child-process", nodeOptions: "--permission --allow-child-process" },
  { words: "--allow-child-process", nodeOptions: "--permission --no-allow-child-process" },
  { words: "--permission", nodeOptions: '"--allow-fs-read=@/a b" --allow-fs-read=@/"d"' },
  { words: "--permission", nodeOptions: '"--allow-fs-read=@/a\\"b" "--allow-fs-read=@/a\\\\b"' },
  { words: "--permission", nodeOptions: "--allow-fs-read=@/a\\b" },
  { words: "--permission", nodeOptions: "--allow-fs-read  @/d  " },
  { words: "--permission", nodeOptions: "--allow-fs-read=@/d\t--allow-worker" },
  { words: "--permission", nodeOptions: '"--allow-fs-read=@/d' },
  { words: "--permission", nodeOptions: '"--allow-fs-read=@/d\\' },
  { words: "--permission", nodeOptions: '""' },
  { words: "--permission", nodeOptions: '"" --allow-fs-read=d' },
  // node.config.json
  config({ permission: { "allow-fs-read": ["./"], "allow-child-process": true } }),
  config({ permission: { "allow-fs-read": "d", "allow-fs-write": ["d2", "d/file"] } }),
  config({ permission: {} }),
  config({}),
  config({ permission: true }),
  config({ permission: { permission: false } }),
  config({ permission: { permission: true, "allow-net": true, "allow-ffi": true } }),
  config({ permission: { "allow-fs-read": [] } }),
  config({ permission: { "allow-fs-read": [1] } }),
  config({ permission: { "allow-child-process": "true" } }),
  config({ permission: { "allow-foo": true } }),
  config({
    permission: { "allow-addons": true, "allow-wasi": true, "allow-worker": true, "allow-inspector": true },
  }),
  config({ nodeOptions: { permission: true, "allow-fs-read": ["d"] } }),
  config({ nodeOptions: { "allow-fs-read": ["d"] } }),
  config(
    { nodeOptions: { "allow-fs-read": ["d"] } },
    "--experimental-config-file=node.config.json --permission",
  ),
  config({ permission: { "allow-fs-read": ["d"] } }, "--experimental-config-file"),
  config({ permission: { "allow-fs-read": ["d"] } }, "--experimental-default-config-file"),
  config({ permission: { "allow-fs-read": ["d"] } }, ""),
  config(
    { permission: { "allow-fs-read": ["d"] } },
    "--experimental-config-file=@/node.config.json --allow-fs-read=d2",
  ),
  config(
    { permission: { "allow-child-process": true } },
    "--experimental-config-file --no-allow-child-process",
  ),
  config(
    { permission: { "allow-child-process": false } },
    "--experimental-config-file --allow-child-process",
  ),
  config({ permission: { "allow-child-process": true } }, "--experimental-config-file --no-permission"),
  config({ permission: { "allow-fs-read": ["d,d2", "fi*"] } }),
  config('{ // comment\n"permission": {} }'),
  config('{ "permission": {}, }'),
  config("["),
  config("[]"),
  { words: "--experimental-config-file=missing.json", from: 26 },
  { words: "--experimental-config-file=missing.json --permission", from: 26 },
  {
    words: "",
    nodeOptions: "--experimental-config-file=node.config.json",
    config: { permission: {} },
    from: 26,
  },
  { ...config({ permission: { "allow-fs-read": ["d"] } }), nodeOptions: "--allow-fs-read=d2 --allow-worker" },
];
