/** Becomes another program of this repository that finds a forged handover: a memory file that says that this very
 * process has been started again inside a sandbox, which it has not. Arguments: the request it is for, the program's
 * path, its words. */
import { readFileSync } from "node:fs";
import { currentRuntime } from "../../runtimes/mod.ts";
import { type NativeBuffer, System } from "../../src/linux/system.ts";
import { selfCommand } from "../support/self.ts";

const F_DUPFD = 0;
const F_SETFD = 2;
const F_ADD_SEALS = 1033;
const MFD_ALLOW_SEALING = 2;
const ALL_SEALS = 0xf;
/** Where a handover is looked for. */
const DESCRIPTORS = [200, 900];

const kept: NativeBuffer[] = [];
const [request = "", path = "", ...words] = process.argv.slice(2);
const system = new System(currentRuntime());
const stat = readFileSync("/proc/self/stat", "utf8");
const handover = {
  pid: process.pid,
  startTime: stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19],
  stages: [{ request, canary: "list /", report: { forged: true } }],
};
for (const from of DESCRIPTORS) leave(JSON.stringify(handover), from);
const [program, args] = selfCommand(path, words);
execute(program, [program, ...args]);

function leave(text: string, from: number): void {
  const bytes = native(text);
  const name = "landlockdown-handover";
  const made = system.call("memfd_create", name, system.pathAddress(name), MFD_ALLOW_SEALING);
  system.call("pwrite64", name, made, bytes.address, bytes.bytes.length - 1, 0);
  system.call("fcntl", name, made, F_ADD_SEALS, ALL_SEALS);
  // Where the limit of descriptors is low there is no such place
  system.attempt("fcntl", made, F_DUPFD, from);
}

function execute(program: string, argv: readonly string[]): void {
  const environment = readFileSync("/proc/self/environ", "utf8").split("\0").filter(Boolean);
  // Node would have its standard streams closed
  for (const fd of [0, 1, 2]) system.attempt("fcntl", fd, F_SETFD, 0);
  const [path, words, variables] = [native(program), table(argv), table(environment)];
  system.call("execve", program, path.address, words.address, variables.address);
}

function table(texts: readonly string[]): NativeBuffer {
  const pointers = system.buffer((texts.length + 1) * 8);
  texts.forEach((text, index) => pointers.view.setBigUint64(index * 8, BigInt(native(text).address), true));
  return pointers;
}

/** A text with a NUL at its end, in memory that stays. */
function native(text: string): NativeBuffer {
  const bytes = new TextEncoder().encode(text);
  const buffer = system.buffer(bytes.length + 1);
  buffer.bytes.set(bytes);
  kept.push(buffer);
  return buffer;
}
