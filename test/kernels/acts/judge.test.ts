/** The judge lets nothing pass: findings are made up as a kernel would give them, then bent one by one. */
import { test } from "uvu";
import * as assert from "uvu/assert";
import { FS, NET, NEWEST_ABI, SCOPE } from "../../../src/landlock/abi.ts";
import { ACTS, CLOSABLE_ACTS, gapsOf, limitsOf } from "../../../src/acts/catalogue.ts";
import { lower } from "../../../src/landlock/ruleset.ts";
import { ENOSYS, EOPNOTSUPP } from "../landlock_probe.ts";
import { ACT_ROWS } from "./act_rows.ts";
import type { Findings, Outcomes } from "./findings.ts";
import { judge } from "./judge.ts";

const bits = (table: Record<string, bigint>) => Object.values(table).reduce((mask, bit) => mask | bit, 0n);
const EVERYTHING = { handledFs: bits(FS), handledNet: bits(NET), scoped: bits(SCOPE), paths: [], ports: [] };
/** All that a report can name as open, as without a filter. */
const LIMITS = [
  ...limitsOf({ closed: [], open: [] }, false),
  ...CLOSABLE_ACTS.map((name) => ({ permission: "scope" as const, act: ACTS[name].act })),
];
const BARE = Object.fromEntries(ACT_ROWS.map(({ act }) => [act, "ok"]));
const ABIS = Array.from({ length: NEWEST_ABI }, (_, index) => index + 1);

/** What a kernel of this ABI gives when all is well. */
function findingsOf(abi: number): Findings {
  const gaps = gapsOf(lower(EVERYTHING, abi).lost, []);
  const outcomes = Object.fromEntries(ACT_ROWS.map(({ act, claim, errnos }) => {
    const open = claim.kind === "granted" || claim.kind === "limit" ||
      (claim.kind === "gap" && gaps.some((gap) => claim.words.test(gap.act)));
    return [act, open ? "ok" : errnos[0] as string];
  }));
  const tried = { applied: true, gaps, limits: LIMITS, baseline: [], outcomes };
  const refusal = (message: string) => ({ code: "NOT_ENFORCEABLE", message });
  return {
    runtime: "made up",
    kernel: { abi, errata: 0 },
    threads: { method: abi < 8 ? "signal" : "tsync", count: 5 },
    refused: {},
    exactGaps: gaps,
    strict: {
      host: refusal("host"),
      ...(gaps.length > 0 ? { exact: refusal(gaps.map(({ act }) => act).join()) } : {}),
    },
    bare: BARE,
    sandbox: tried,
    lockdown: tried,
  };
}

function bend(findings: Findings, act: string, outcome: string): Findings {
  const bent = (outcomes: Outcomes) => ({ ...outcomes, [act]: outcome });
  return { ...findings, lockdown: { ...findings.lockdown, outcomes: bent(findings.lockdown.outcomes) } };
}

for (const abi of ABIS) {
  test(`ABI ${abi}: findings that agree with the report are no complaint`, () => {
    assert.equal(judge([findingsOf(abi)], abi).complaints, []);
  });

  test(`ABI ${abi}: every act that comes out otherwise is one`, () => {
    const findings = findingsOf(abi);
    for (const { act } of ACT_ROWS) {
      for (
        const outcome of findings.lockdown.outcomes[act] === "ok" ? ["EACCES", "ENOENT"] : ["ok", "ENOENT"]
      ) {
        const { complaints } = judge([bend(findings, act, outcome)], abi);
        assert.is(complaints.length, 1, `${act} ${outcome}: ${complaints}`);
      }
    }
  });
}

test("a cell is open if it is in one runtime of several", () => {
  const all = [findingsOf(11), bend(findingsOf(11), "udp send", "ok")];
  assert.is(judge(all, 11).cells["udp send"], "open");
  assert.is(judge(all, 11).cells["udp receive"], "blocked");
});

test("an act that fails without a sandbox tells nothing", () => {
  const findings = { ...findingsOf(11), bare: { ...BARE, mptcp: "EPROTONOSUPPORT" } };
  const { cells, complaints } = judge([bend(findings, "mptcp", "EPROTONOSUPPORT")], 11);
  assert.is(cells["mptcp"], "not applicable");
  assert.equal(complaints, []);
});

test("what the baseline names is open", () => {
  const findings = findingsOf(11);
  const { lockdown } = findings;
  const act = "udp receive anywhere";
  const baseline = [{ subject: "UDP ports the kernel picks", access: "bind", reason: "" }] as const;
  const named = {
    ...findings,
    lockdown: { ...lockdown, baseline, outcomes: { ...lockdown.outcomes, [act]: "ok" } },
  };
  assert.equal(judge([named], 11).complaints, []);
  assert.is(judge([bend(named, act, "EACCES")], 11).complaints.length, 1);
});

test("a gap that no act tries is a complaint", () => {
  const findings = findingsOf(11);
  const gaps = [{ permission: "net" as const, act: "something new", abi: 12 }];
  const { complaints } = judge([{ ...findings, lockdown: { ...findings.lockdown, gaps } }], 11);
  assert.match(complaints.join(), 'no act tries the gap "something new"');
});

const BENT: readonly [what: string, bent: Partial<Findings>, complaint: RegExp][] = [
  ["another ABI", { kernel: { abi: 9, errata: 0 } }, /the ABI is 9/],
  ["threads reached otherwise", { threads: { method: "signal", count: 5 } }, /signal instead of tsync/],
  ["a single thread", { threads: { method: "tsync", count: 1 } }, /1 threads/],
  ["a Sandbox that is refused", { refused: { sandbox: { code: "SYSTEM", message: "no" } } }, /Sandbox is no/],
  ["a host that is taken strictly", { strict: {} }, /host.*undefined/],
];

for (const [what, bent, complaint] of BENT) {
  test(`a complaint: ${what}`, () => {
    assert.match(judge([{ ...findingsOf(11), ...bent }], 11).complaints.join(), complaint);
  });
}

test("strict that does not name every gap is a complaint", () => {
  const findings = findingsOf(9);
  const strict = {
    ...findings.strict,
    exact: { code: "NOT_ENFORCEABLE", message: "receiving UDP on any port" },
  };
  assert.match(judge([{ ...findings, strict }], 9).complaints.join(), 'does not name "sending UDP anywhere"');
});

test("without Landlock everything is open, and refused with the remedy", () => {
  const refusal = { code: "LANDLOCK_UNAVAILABLE", message: "switched on with lsm=" };
  const none: Findings = {
    ...findingsOf(11),
    kernel: { abi: 0, errata: 0, unavailable: "disabled at boot" },
    threads: { method: "none", count: 0 },
    refused: { lockdown: refusal, sandbox: refusal },
    strict: { exact: refusal, host: refusal },
    exactGaps: [],
    sandbox: { applied: false, gaps: [], limits: [], baseline: [], outcomes: BARE },
    lockdown: { applied: false, gaps: [], limits: [], baseline: [], outcomes: BARE },
  };
  assert.equal(judge([none], -EOPNOTSUPP).complaints, []);
  assert.match(judge([none], -ENOSYS).complaints.join(), /disabled at boot instead of not built in/);
  assert.match(
    judge([{ ...none, refused: {} }], -EOPNOTSUPP).complaints.join(),
    '"lockdown" was not refused',
  );
  assert.match(judge([bend(none, "read", "EACCES")], -EOPNOTSUPP).complaints.join(), '"read" is blocked');
});

test.run();
