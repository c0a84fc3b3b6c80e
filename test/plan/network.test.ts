/** Net entries and what becomes of them: port rules, and a line in the report that tells the truth. */
import { test } from "uvu";
import * as assert from "uvu/assert";
import { FS, namesOf } from "../../src/landlock/abi.ts";
import { parsePermissions } from "../../src/permissions/permission_set.ts";
import type { Permission } from "../../src/permissions/permissions.ts";
import { translateNetwork } from "../../src/plan/network.ts";
import { RuleTable } from "../../src/plan/rule_table.ts";
import { tree } from "./tree.ts";

const FILES = {
  "/run/a.sock": "=",
  "/run/docker.sock": "=",
  "/run/sockets/b.sock": "=",
  "/run/file": "",
  "/var/run": "-> /run",
  "/home/user/": "",
};

function translated(value: Permission, baseline = false) {
  const rules = new RuleTable();
  const net = parsePermissions({ net: value }, { directory: "/app" }).net;
  return {
    plan: translateNetwork(net, { baseline, restrictsUdp: true }, tree(FILES), rules),
    rules: rules.rules(),
  };
}

/** What is handled, and the rules: `bc` for TCP bind and connect, `BC` for UDP. */
function portsOf(value: Permission, baseline?: boolean): string {
  const { plan } = translated(value, baseline);
  const ports = [...plan.ports].sort((a, b) => a.port - b.port).map(({ port, access }) =>
    `${port}${short(access)}`
  );
  return [short(plan.handled) || "nothing", ...ports].join(" ");
}

function short(access: bigint): string {
  const letters: Record<string, string> = {
    bind_tcp: "b",
    connect_tcp: "c",
    bind_udp: "B",
    connect_send_udp: "C",
  };
  return namesOf("net", access).map((name) => letters[name]).join("");
}

const PORTS: readonly [fact: string, permission: Permission, ports: string][] = [
  ["nothing granted: all is handled and no port open", false, "bcBC"],
  ["an empty list opens nothing", [], "bcBC"],
  ["everything granted: nothing is handled", true, "nothing"],
  ["all but all is nothing", { allow: true, deny: true }, "bcBC"],
  ["a remote host can be reached on its port", ["a.com:443"], "bcBC 0B 443cC"],
  ["an address can be reached on its port", ["1.1.1.1:53"], "bcBC 0B 53cC"],
  ["a local host can be listened on as well", ["localhost:80"], "bcBC 0B 80bcBC"],
  ["a port alone is this machine's", [":80"], "bcBC 0B 80bcBC"],
  ["IPv6 of this machine is local", ["[::1]:80"], "bcBC 0B 80bcBC"],
  ["two hosts on a port are one rule", ["a.com:80", "localhost:80"], "bcBC 0B 80bcBC"],
  ["a host without a port opens connecting to all", ["a.com"], "bB 0B"],
  ["a local host without a port opens all", ["localhost"], "nothing 0B"],
  ["a host without a port beside one with a port", ["a.com", "localhost:80"], "bB 0B 80bcBC"],
  ["an entry that is denied as well opens nothing", { allow: ["a.com:80"], deny: ["A.com:80"] }, "bcBC"],
  [
    "a deny of another port opens the rest",
    { allow: ["a.com:80", "a.com:81"], deny: ["a.com:80"] },
    "bcBC 0B 81cC",
  ],
  ["the more specific allow wins", { allow: ["a.com:80"], deny: ["a.com"] }, "bcBC 0B 80cC"],
  ["sockets with a path open no port", ["unix:/run/a.sock"], "bcBC"],
  ["vsock opens no port", ["vsock:2:1024"], "bcBC"],
];

for (const [fact, permission, ports] of PORTS) test(fact, () => assert.is(portsOf(permission), ports));

const opensNames = ({ plan }: ReturnType<typeof translated>) =>
  plan.needs.some(({ subject }) => subject === "port 53");

test("the baseline opens the name service for names alone", () => {
  assert.is(portsOf(["a.com:443"], true), "bcBC 0B 53cC 443cC");
  assert.is(portsOf(["1.1.1.1:443", "localhost:80", "unix:/run/a.sock"], true), "bcBC 0B 80bcBC 443cC");
  assert.is(opensNames(translated(["a.com:443"], true)), true);
  assert.is(opensNames(translated(["a.com:443"], false)), false);
  assert.is(opensNames(translated({ allow: ["a.com:443"], deny: ["a.com:443"] }, true)), false);
});

const SOCKETS: readonly [fact: string, permission: Permission, handled: boolean, paths: string][] = [
  ["no net permission: no socket", false, true, ""],
  ["every net permission: every socket", true, false, ""],
  ["a host does not open sockets", ["localhost"], true, ""],
  ["a socket is granted", ["unix:/run/a.sock"], true, "/run/a.sock"],
  ["a socket through a link is the socket", ["unix:/var/run/a.sock"], true, "/run/a.sock"],
  ["a directory is no socket", ["unix:/run"], true, ""],
  ["a file is no socket", ["unix:/run/file"], true, ""],
  ["a missing socket cannot be granted", ["unix:/run/later.sock"], true, ""],
  ["a denied socket is not granted", { allow: ["unix:/run/a.sock"], deny: ["unix:/run/a.sock"] }, true, ""],
  ["nor by another name", { allow: ["unix:/run/a.sock"], deny: ["unix:/var/run/./a.sock"] }, true, ""],
  [
    "all sockets but one",
    { allow: true, deny: ["unix:/run/docker.sock"] },
    true,
    "/home /run/a.sock /run/file /run/sockets",
  ],
  [
    "all sockets but one, by another name",
    { allow: true, deny: ["unix:/var/run/docker.sock"] },
    true,
    "/home /run/a.sock /run/file /run/sockets",
  ],
];

for (const [fact, permission, handled, paths] of SOCKETS) {
  test(fact, () => {
    const { plan, rules } = translated(permission);
    assert.is(plan.handlesSockets, handled);
    assert.is(rules.filter(({ path }) => path !== "/var").map(({ path }) => path).join(" "), paths);
    for (const { access } of rules) assert.is(access, FS.RESOLVE_UNIX);
  });
}

const REPORTS: readonly [permission: Permission, reports: string][] = [
  [true, "allow *: enforced exact"],
  [["a.com:80"], "allow a.com:80: partial wider"],
  [["localhost"], "allow localhost: partial wider"],
  [["unix:/run/a.sock"], "allow unix:/run/a.sock: enforced exact"],
  [["unix:/run/later.sock"], "allow unix:/run/later.sock: partial narrower"],
  [["unix:/run"], "allow unix:/run: partial narrower"],
  [["vsock:2:1"], "allow vsock:2:1: unenforced wider"],
  [{ deny: ["vsock:2:1"] }, "deny vsock:2:1: unenforced wider"],
  [{ deny: ["a.com"] }, "deny a.com: enforced exact"],
  [{ deny: ["unix:/run/a.sock"] }, "deny unix:/run/a.sock: enforced exact"],
  [
    { allow: ["a.com:80"], deny: ["b.com:80"] },
    "allow a.com:80: partial wider, deny b.com:80: unenforced wider",
  ],
  [
    { allow: ["a.com:80"], deny: ["b.com:81"] },
    "allow a.com:80: partial wider, deny b.com:81: enforced exact",
  ],
  [{ allow: ["a.com:80"], deny: ["b.com"] }, "allow a.com:80: partial wider, deny b.com: unenforced wider"],
  [{ allow: ["a.com"], deny: ["a.com:80"] }, "allow a.com: partial wider, deny a.com:80: unenforced wider"],
  [
    { allow: ["a.com:80"], deny: ["a.com:80"] },
    "allow a.com:80: enforced exact, deny a.com:80: enforced exact",
  ],
  [{ allow: true, deny: ["a.com"] }, "allow *: partial wider, deny a.com: unenforced wider"],
  [
    { allow: true, deny: ["unix:/run/a.sock"] },
    "allow *: partial narrower, deny unix:/run/a.sock: enforced exact",
  ],
  [
    { allow: true, deny: ["unix:/run/a.sock", "a.com"] },
    "allow *: partial wider, deny unix:/run/a.sock: enforced exact, deny a.com: unenforced wider",
  ],
];

for (const [permission, reports] of REPORTS) {
  test(`the report of ${JSON.stringify(permission)}`, () => {
    const { grants } = translated(permission).plan;
    const lines = grants.map(({ effect, entry, status, fidelity }) =>
      `${effect} ${entry}: ${status} ${fidelity}`
    );
    assert.is(lines.join(", "), reports);
    for (const { fidelity, reason } of grants) if (fidelity !== "exact") assert.ok(reason);
  });
}

test("a deny of the port that the baseline opens is not said to hold", () => {
  const { grants } = translated({ allow: ["a.com:443"], deny: ["8.8.8.8:53"] }, true).plan;
  assert.is(grants.at(-1)?.status, "unenforced");
});

test.run();
