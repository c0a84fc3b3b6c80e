import { test } from "uvu";
import * as assert from "uvu/assert";
import { examine } from "./examine.ts";
import { lookAround } from "./machine.ts";
import { performAll } from "./perform.ts";
import { makeLockedFolder, makePlaces } from "./places.ts";
import { confineScoped } from "./scoped_deno.ts";
import { VARIANTS } from "./variants.ts";
import { NOBODY, obstacleForUser } from "../support/as_user.ts";
import { runtimeName } from "../support/self.ts";
import { skip } from "../support/skip.ts";

/** What a runtime's own flags do not stop, tried in each runtime: first without lockdown, where all of it must
 * work, then inside, where each act must fail with the errno that the kernel gives and its allowed twin must
 * still work. Not tried here: what Landlock lets pass on every kernel (see the limits in the report). */

const machine = lookAround();
const obstacle = obstacleForUser(NOBODY, "test/probes/act.ts");

for (const variant of VARIANTS) {
  if (variant.user === undefined || obstacle === undefined) await examine(variant, machine);
  else skip(variant.name, obstacle);
}

const name = "user nobody: folders of PATH and a HOME that may not be entered are no obstacle";
if (obstacle === undefined) test(name, withLockedFolders);
else skip(name, obstacle);

if (runtimeName === "deno") {
  test(
    "lockdown() needs no permission of Deno but ffi on libc, and gives that back",
    () => confineScoped(machine.programs.cat),
  );
}

test.after(() => machine.remove());
test.run();

function withLockedFolders(): void {
  const { sh } = machine.programs;
  const locked = makeLockedFolder();
  const places = makePlaces(sh, NOBODY);
  try {
    const env = {
      PATH: `${locked.path}/bin:${process.env["PATH"]}`,
      // Deno itself does not start without its home
      HOME: runtimeName === "deno" ? places.shared : locked.path,
    };
    const steps = [
      { act: "shell", words: [sh, "exit", "0"], on: "main" },
      { act: "readSync", words: [`${places.secret}/text`], on: "main" },
    ] as const;
    const start = { warm: false, user: NOBODY, self: { env } };
    assert.equal(performAll(start, undefined, steps, places).outcomes, ["ok", "ok"]);
    assert.equal(performAll(start, { run: ["sh"] }, steps, places).outcomes, ["ok", "EACCES"]);
  } finally {
    places.remove();
    locked.remove();
  }
}
