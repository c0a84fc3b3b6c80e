/** The kernel we run on takes every right that the table gives its ABI, refuses one bit more, and reads our structs
 * as we write them. Only rulesets are made; nothing is restricted. */
import { mkdirSync, writeFileSync } from "node:fs";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { currentRuntime } from "../../runtimes/mod.ts";
import { FILE_RIGHTS, masksOf, NEWEST_ABI, RESTRICT } from "../../src/landlock/abi.ts";
import { createRuleset } from "../../src/landlock/calls.ts";
import { encodeNetPort, encodePathBeneath, RULESET_ATTRIBUTE_SIZE } from "../../src/landlock/encode.ts";
import { queryKernel } from "../../src/landlock/kernel.ts";
import { E2BIG, EINVAL, EPERM } from "../../src/linux/errno.ts";
import { openCanonical } from "../../src/linux/open.ts";
import { System } from "../../src/linux/system.ts";
import { makeFolder } from "../support/folder.ts";
import { skip } from "../support/skip.ts";

const ENOMSG = 42;
const RULE_PATH_BENEATH = 1;
const RULE_NET_PORT = 2;
/** A descriptor that is not open, and not the -1 that has a meaning of its own. */
const NO_DESCRIPTOR = 1 << 20;

const system = new System(currentRuntime());
const { abi } = queryKernel(system);
const masks = masksOf(abi);
const folder = makeFolder();
mkdirSync(folder.at("directory"));
writeFileSync(folder.at("file"), "");

/** Where each class of rights lies in `struct landlock_ruleset_attr`. */
const FIELDS = [["fs", 0], ["net", 8], ["scope", 16]] as const;

/** Tries to make a ruleset; the kernel's answer, with the descriptor closed again. */
function create(fields: readonly bigint[], size = RULESET_ATTRIBUTE_SIZE): number {
  system.scratch.bytes.fill(0, 0, 64);
  fields.forEach((value, index) => system.scratch.view.setBigUint64(index * 8, value, true));
  const result = system.attempt("landlock_create_ruleset", system.scratch.address, size, 0);
  if (result >= 0) system.attempt("close", result);
  return Math.min(result, 0);
}

/** Tries to add a rule to a ruleset that handles all there is. */
function addRule(type: number, encode: (view: DataView) => void): number {
  const ruleset = createRuleset(system, {
    handledFs: masks.fs,
    handledNet: masks.net,
    scoped: 0n,
    paths: [],
    ports: [],
  });
  encode(system.scratch.view);
  const result = system.attempt("landlock_add_rule", ruleset, type, system.scratch.address, 0);
  system.attempt("close", ruleset);
  return result;
}

function addPathRule(path: string, access: bigint): number {
  const fd = openCanonical(system, path);
  const result = addRule(RULE_PATH_BENEATH, (view) => encodePathBeneath(view, access, fd));
  system.attempt("close", fd);
  return result;
}

/** Without a ruleset nothing is restricted: a flag the kernel knows gives EBADF. */
function askRestrictSelf(flag: number): number {
  return system.attempt("landlock_restrict_self", NO_DESCRIPTOR, flag);
}

const FLAGS = "the kernel knows each flag of the third call, and not the next";
const tests: Record<string, () => void> = {
  "the kernel takes each right of its ABI alone, and all at once"() {
    for (const [kind, offset] of FIELDS) {
      for (const bit of bitsOf(masks[kind])) assert.is(create(fieldsWith(offset, bit)), 0, `${kind} ${bit}`);
    }
    assert.is(create([masks.fs, masks.net, masks.scope]), 0);
  },
  "the kernel refuses the next bit of every class"() {
    // A kernel newer than the table has more
    if (abi > NEWEST_ABI) return;
    for (const [kind, offset] of FIELDS) {
      const known = offset < masks.attributeSize;
      const result = create(fieldsWith(offset, masks[kind] + 1n));
      assert.is(result, known ? -EINVAL : -E2BIG, `${kind} ${masks[kind] + 1n}`);
    }
  },
  "the kernel takes our structure with a tail of zeros, and no field beyond its own"() {
    assert.is(create([1n], RULESET_ATTRIBUTE_SIZE), 0);
    assert.is(create([1n], masks.attributeSize), 0);
    if (abi > NEWEST_ABI) return;
    const beyond = [1n, ...Array<bigint>(masks.attributeSize / 8 - 1).fill(0n), 1n];
    assert.is(create(beyond, masks.attributeSize + 8), -E2BIG);
  },
  "the kernel refuses a ruleset that handles nothing"() {
    assert.is(create([0n]), -ENOMSG);
  },
  "a rule on a directory may have each right"() {
    for (const bit of bitsOf(masks.fs)) assert.is(addPathRule(folder.at("directory"), bit), 0, `${bit}`);
    assert.is(addPathRule(folder.at("directory"), masks.fs), 0);
  },
  "a rule on a file may have the rights of a file and no other"() {
    for (const path of [folder.at("file"), "/dev/null"]) {
      for (const bit of bitsOf(masks.fs)) {
        assert.is(addPathRule(path, bit), (bit & FILE_RIGHTS) === 0n ? -EINVAL : 0, `${path} ${bit}`);
      }
    }
  },
  "a rule without rights is refused"() {
    assert.is(addPathRule(folder.at("file"), 0n), -ENOMSG);
  },
  "a rule with a right that the kernel lacks is refused"() {
    assert.is(addPathRule(folder.at("directory"), masks.fs + 1n), -EINVAL);
  },
  [FLAGS]() {
    for (const [name, flag] of Object.entries(RESTRICT)) {
      const known = (masks.restrict & flag) !== 0;
      if (known || abi <= NEWEST_ABI) assert.is(askRestrictSelf(flag) !== -EINVAL, known, name);
    }
    if (abi <= NEWEST_ABI) assert.is(askRestrictSelf(masks.restrict + 1), -EINVAL);
  },
  "createRuleset() closes what it opened when a rule fails"() {
    const open = () => openDescriptors();
    const before = open();
    const missing = { path: folder.at("missing"), isDirectory: false, access: 4n };
    assert.throws(() =>
      createRuleset(system, { handledFs: 4n, handledNet: 0n, scoped: 0n, paths: [missing], ports: [] })
    );
    assert.is(open(), before);
  },
};

const netTests: Record<string, () => void> = {
  "a port rule may have each right, on every port"() {
    for (const bit of bitsOf(masks.net)) {
      for (const port of [0, 1, 443, 65535]) {
        assert.is(addRule(RULE_NET_PORT, (view) => encodeNetPort(view, bit, port)), 0, `${bit} ${port}`);
      }
    }
  },
  "there is no port 65536"() {
    assert.is(addRule(RULE_NET_PORT, (view) => encodeNetPort(view, 2n, 65536)), -EINVAL);
  },
};

function fieldsWith(offset: number, value: bigint): bigint[] {
  return [...Array<bigint>(offset / 8).fill(0n), value];
}

function* bitsOf(mask: bigint): Generator<bigint> {
  for (let bit = 1n; bit <= mask; bit <<= 1n) if ((mask & bit) !== 0n) yield bit;
}

/** How many descriptors are open, by asking for each. */
function openDescriptors(): number {
  const F_GETFD = 1;
  return Array.from({ length: 256 }, (_, fd) => system.attempt("fcntl", fd, F_GETFD, 0)).filter((result) =>
    result >= 0
  ).length;
}

for (const [name, check] of Object.entries(tests)) {
  if (abi === 0) skip(name, "a kernel with Landlock");
  else if (name === FLAGS && askRestrictSelf(0) === -EPERM) {
    skip(name, "root, who is not asked for no_new_privs");
  } else test(name, check);
}
for (const [name, check] of Object.entries(netTests)) {
  if (abi >= 4) test(name, check);
  else skip(name, `Landlock ABI 4, this kernel has ${abi}`);
}
test.after(() => folder.remove());
test.run();
