import type { PermissionQuery } from "../../src/permissions/query.ts";

/** Names of files and folders that lines and questions are made of. */
export const PATHS: readonly string[] = [
  "d",
  "d/sub",
  "d/sub/deep",
  "d/sub2",
  "d2",
  "e",
  "e/f",
  "/",
  "/a",
  "/a/b",
  "/a/b/c",
  "/ab",
  "/z",
  "/z/b",
  "/usr/bin",
  ".",
  "..",
];

/** Names of programs, without and with a slash. */
export const PROGRAMS: readonly string[] = [
  "tool",
  "TOOL",
  "tool.sh",
  "python3.11",
  "python3",
  "other",
  "plain",
  "directory",
  "missing",
  "one/tool",
  "./one/tool",
  "two/tool",
  "two",
  "d/local",
  "/x/tool.exe",
  "/x/Tool.a.b",
  "/x/toolbox",
  "/x/.tool",
  "/x/missing",
  "/x/python3.11",
];

/** Hosts, without a port. */
export const HOSTS: readonly string[] = [
  "a.com",
  "b.a.com",
  "c.b.a.com",
  "long.a.com",
  "xa.com",
  "com",
  "localhost",
  "127.0.0.1",
  "0.0.0.0",
  "10.0.0.1",
  "10.0.1.1",
  "10.1.0.1",
  "192.168.1.7",
  "[::1]",
  "[::]",
  "[2001:db8::1]",
];

/** Hosts with their ports, and sockets. */
export const SOCKETS: readonly string[] = [
  "unix:/run/x.sock",
  "unix:/run/y.sock",
  "unix:/run",
  "vsock:1:2",
  "vsock:-1:2",
  "vsock:1:3",
];

export const VARIABLES: readonly string[] = [
  "A",
  "AB",
  "ABC",
  "ABCD",
  "AC",
  "B",
  "a",
  "AxB",
  "A*B",
  "LONG_NAME",
];

export const KINDS: readonly string[] = [
  "hostname",
  "osRelease",
  "uid",
  "cpus",
  "username",
  "userInfo",
  "inspector",
  "setuid",
];

/** Everything that Deno is asked about a line. */
export function questionsIn(folder: string): PermissionQuery[] {
  const paths = [
    ...PATHS,
    "d/sub/deep/er",
    "dx",
    "/ab/c",
    "/z/q",
    folder,
    `${folder}/d`,
    "two/tool",
    "one/tool",
  ];
  const hosts = [
    ...HOSTS.flatMap((host) => [host, `${host}:80`, `${host}:443`]),
    "localhost:0",
    "127.0.0.1:0",
    ...SOCKETS,
  ];
  return [
    ...(["read", "write", "ffi"] as const).flatMap((name) => [
      { name },
      ...paths.map((path) => ({ name, path })),
    ]),
    ...(["net", "import"] as const).flatMap((name) => [{ name }, ...hosts.map((host) => ({ name, host }))]),
    { name: "import", host: "jsr.io:443" },
    { name: "import", host: "jsr.io:80" },
    { name: "run" },
    ...PROGRAMS.map((command) => ({ name: "run" as const, command })),
    { name: "env" },
    ...VARIABLES.map((variable) => ({ name: "env" as const, variable })),
    { name: "sys" },
    ...KINDS.map((kind) => ({ name: "sys" as const, kind })),
  ];
}
