/** Turns the kernel's auditing on and looks whether `run --explain-denials` without strace names what the kernel
 * refuses: all of it, and nothing that another sandbox is refused meanwhile. Exits with 1 and says what is wrong. For a
 * guest, as root: auditing stays on. */
import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { type AddressInfo, createServer, type ListenOptions, type Server } from "node:net";
import { join } from "node:path";
import process from "node:process";
import { kernel, Sandbox } from "../../../mod.ts";
import { AuditListener } from "../../../src/cli/denials/audit_listener.ts";
import { readAuditRecords } from "../../../src/cli/denials/audit_log.ts";
import type { ExplainedDenial } from "../../../src/cli/denials/denial.ts";
import { context } from "../../../src/context.ts";
import { landlockdown } from "../../cli/command.ts";
import { type Folder, makeFolder } from "../../support/folder.ts";
import { ROOT } from "../../support/runtimes.ts";
import { requireProgram } from "../acts/places.ts";

const AF_NETLINK = 16;
const SOCK_RAW = 3;
const NETLINK_AUDIT = 9;
const AUDIT_SET = 1001;
const NLM_F_REQUEST = 1;
const AUDIT_STATUS_ENABLED = 1;
const UDP_PORT = 9;
/** Files that acts.py reads; with all the rest it is refused more than the kernel's own messages would have. */
const FILES = ["plain", "with space"];

const python = requireProgram("python3");
const program = join(ROOT, "test/kernels/audit/acts.py");
/** One port, so that sockets are the kernel's matter and not the filter's. */
const FLAGS = [`--allow-read=${program}`, "--allow-net=localhost:1"];

const { abi } = kernel();
const [bare, places, neighbour] = [makePlaces(), makePlaces(), makeFolder({ secret: "" })];
const servers = [
  await listening({ host: "127.0.0.1", port: 0 }),
  await listening({ path: bare.at("socket") }),
  await listening({ path: places.at("socket") }),
];
const { port } = servers[0]?.address() as AddressInfo;
const options = { cwd: "/", env: { XDG_STATE_HOME: places.at("state") } };

const complaints = [...examineSilence(), ...examineDenials()];
for (const complaint of complaints) console.error(complaint);
process.exitCode = complaints.length === 0 ? 0 : 1;
for (const server of servers) server.close();
for (const folder of [bare, places, neighbour]) folder.remove();

/** Nothing is said to be fine where nothing can be heard. */
function examineSilence(): string[] {
  setAuditing(false);
  const { code, stderr } = explain();
  setAuditing(true);
  return code === 125 && /turn on .* audit/.test(stderr)
    ? []
    : [`without auditing: exit code ${code}, ${stderr}`];
}

function examineDenials(): string[] {
  const { stdout, stderr } = spawnSync(python, actsIn(bare), { encoding: "utf8" });
  if (stdout !== "0\n") return [`acts that fail without a sandbox: ${stdout}${stderr}`];

  const listener = AuditListener.open(context().system);
  const sandbox = new Sandbox({ run: ["sh", "cat", "sleep"] }, { log: true });
  const other = sandbox.spawn("sh", ["-c", `while :; do cat ${neighbour.at("secret")}; sleep 0.1; done`], {
    stdio: "ignore",
  });
  const first = explain();
  other.kill("SIGKILL");
  sandbox.close();
  const recorded = readAuditRecords(listener?.end().text ?? "");

  const denials: readonly ExplainedDenial[] =
    JSON.parse(landlockdown(["why", "--last", "--json"], options).stdout)
      .denials;
  const found = denials.map(({ act, thing }) => `${act} ${thing.replace(`${places.path}/`, "")}`);
  const expected = expectedDenials();
  const difference = (some: readonly string[], others: readonly string[]) =>
    some.filter((one) => !others.includes(one)).join(", ");

  const checks: readonly [isWrong: boolean, complaint: string][] = [
    [first.code !== 0, `exit code ${first.code}: ${first.stderr}`],
    [!recorded.some(({ thing }) => thing === neighbour.at("secret")), "no record of the other sandbox"],
    [difference(expected, found) !== "", `not named: ${difference(expected, found)}`],
    [difference(found, expected) !== "", `named besides: ${difference(found, expected)}`],
  ];
  return checks.flatMap(([isWrong, complaint]) => isWrong ? [complaint] : []);
}

/** What acts.py is refused, by the rights this kernel has. */
function expectedDenials(): string[] {
  return [
    ...["read", ...FILES.map((name) => `read/${name}`)].map((path) => `read ${path}`),
    ...[
      "write/file",
      "truncate/file",
      "create",
      "mkdir",
      "mkfifo",
      "symlink",
      "unlink",
      "rmdir",
      "from",
      "to",
    ]
      .map((path) => `write ${path}`),
    "run run/program",
    `connect 127.0.0.1:${port}`,
    `listen localhost:${port + 1}`,
    ...(abi < 9 ? [] : ["connect unix:socket"]),
    ...(abi < 10 ? [] : [`connect 127.0.0.1:${UDP_PORT}`]),
  ];
}

function explain() {
  return landlockdown(["run", "--explain-denials", ...FLAGS, python, ...actsIn(places)], options);
}

function actsIn({ path }: Folder): string[] {
  return ["-I", "-S", "-B", program, path, String(port), String(UDP_PORT)];
}

function makePlaces(): Folder {
  const files = ["write/file", "truncate/file", "unlink/file", "from/file"];
  const folder = makeFolder(
    Object.fromEntries([...files, ...FILES.map((name) => `read/${name}`)].map((name) => [name, ""])),
  );
  for (const name of ["create", "mkdir", "mkfifo", "symlink", "rmdir/folder", "to", "state"]) {
    mkdirSync(folder.at(name), { recursive: true });
  }
  folder.write("run/program", "#!/bin/sh\n", 0o755);
  return folder;
}

function listening(where: ListenOptions): Promise<Server> {
  const server = createServer((socket) => socket.destroy());
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(where, () => resolve(server));
  });
}

/** What auditctl -e does. */
function setAuditing(on: boolean): void {
  const { system } = context();
  const socket = system.call("socket", "audit", AF_NETLINK, SOCK_RAW, NETLINK_AUDIT);
  // struct nlmsghdr, then the beginning of struct audit_status: what is set, and to what
  const message = system.buffer(24);
  message.view.setUint32(0, 24, true);
  message.view.setUint16(4, AUDIT_SET, true);
  message.view.setUint16(6, NLM_F_REQUEST, true);
  message.view.setUint32(16, AUDIT_STATUS_ENABLED, true);
  message.view.setUint32(20, on ? 1 : 0, true);
  system.call("write", "audit", socket, message.address, 24);
  system.attempt("close", socket);
}
