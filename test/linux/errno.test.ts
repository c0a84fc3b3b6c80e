/** The errno of a failed call, where the runtime changes it before we can ask. */
import { test } from "uvu";
import * as assert from "uvu/assert";
import { currentRuntime } from "../../runtimes/mod.ts";
import * as errnos from "../../src/linux/errno.ts";
import { EEXIST, ELOOP, ENOENT, errnoName } from "../../src/linux/errno.ts";
import { System } from "../../src/linux/system.ts";

const AT_FDCWD = -100;
const EBADF = 9;
const runtime = currentRuntime();

/** A system on which calls answer one after the other with these, and then as they do. */
function disturbed(...answers: readonly number[]) {
  const waiting = [...answers];
  const made = { calls: 0 };
  const system = new System({
    architecture: runtime.architecture,
    addressOf: (bytes) => runtime.addressOf(bytes),
    syscall(number, ...values) {
      made.calls++;
      const result = runtime.syscall(number, ...values);
      return waiting.shift() ?? result;
    },
  });
  return { system, made };
}

const LOOKED_FOR = "/nothing/of/this/name";
const look = (system: System) => system.attempt("openat", AT_FDCWD, system.pathAddress(LOOKED_FOR), 0, 0);

test("an errno that was changed on the way is not believed", () => {
  for (const wrong of [[-ELOOP], [-ELOOP, -EEXIST], [-ELOOP, -EEXIST, -ELOOP]]) {
    const { system, made } = disturbed(...wrong);
    assert.is(look(system), -ENOENT, String(wrong));
    assert.is(made.calls, wrong.length + 2);
  }
});

test("a call that succeeds is made once, and one that says the same twice is not made again", () => {
  const { system, made } = disturbed();
  assert.ok(system.attempt("getpid") > 0);
  assert.is(made.calls, 1);
  assert.is(look(system), -ENOENT);
  assert.is(made.calls, 3);
});

test("what succeeds after all has succeeded", () => {
  const { system } = disturbed(-ELOOP);
  assert.is(system.attempt("getpid"), system.attempt("getpid"));
});

test("a descriptor is closed once", () => {
  const { system, made } = disturbed();
  assert.is(system.attempt("close", -1), -EBADF);
  assert.is(made.calls, 1);
});

test("an errno that changes for ever ends too", () => {
  const { system } = disturbed(...Array.from({ length: 100 }, (_, index) => -1 - index));
  assert.ok(look(system) < 0);
});

test("every error number has the name under which it is exported", () => {
  const numbers = Object.entries(errnos).filter(([, value]) => typeof value === "number");
  assert.ok(numbers.length > 20);
  for (const [name, number] of numbers) assert.is(errnoName(number as number), name);
});

test.run();
