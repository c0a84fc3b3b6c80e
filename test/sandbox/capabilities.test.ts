/** As root, a sandboxed command has lost what reaches around Landlock: nothing brings it back. */
import { spawn, spawnSync } from "node:child_process";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { Sandbox } from "../../mod.ts";
import { KEPT_CAPABILITIES } from "../../src/linux/capabilities.ts";
import { skip } from "../support/skip.ts";

const TEXT = { encoding: "utf8" } as const;
if (process.getuid?.() === 0) {
  test("the capabilities are gone, also in what the command executes", () => {
    const sandbox = new Sandbox({ run: ["sh", "grep"] });
    const script = "grep CapPrm /proc/self/status; sh -c 'exec grep CapEff /proc/self/status'";
    const sets = (output: unknown) =>
      [...String(output).matchAll(/^Cap\w+:\s*([0-9a-f]+)$/gm)].map(([, set]) => BigInt(`0x${set}`));
    const bare = sets(spawnSync("sh", ["-c", script], TEXT).stdout);
    const inside = sets(sandbox.spawnSync("sh", ["-c", script], TEXT).stdout);
    sandbox.close();
    assert.equal([bare.length, inside.length], [2, 2]);
    const kept = KEPT_CAPABILITIES.reduce((bits, capability) => bits | 1n << BigInt(capability), 0n);
    assert.ok(bare.every((set) => (set & ~kept) !== 0n), "there is something to lose");
    assert.equal(inside, bare.map((set) => set & kept));
  });

  test("the environment of another process of root cannot be read, /proc itself can", () => {
    const other = spawn("sleep", ["60"], { env: { ...process.env, SECRET_OF_OTHER: "s" }, stdio: "ignore" });
    try {
      const sandbox = new Sandbox({ run: ["cat"] });
      // A copy of the parent's environment is there until it has executed its program
      let bare = "";
      for (const end = Date.now() + 10_000; !bare.includes("SECRET_OF_OTHER") && Date.now() < end;) {
        bare = spawnSync("cat", [`/proc/${other.pid}/environ`], TEXT).stdout;
      }
      assert.match(bare, /SECRET_OF_OTHER=s/);
      const denied = sandbox.spawnSync("cat", [`/proc/${other.pid}/environ`], TEXT);
      assert.match(String(denied.stderr), /Permission denied/);
      for (const name of ["self/environ", "cpuinfo", "meminfo"]) {
        assert.is(sandbox.spawnSync("cat", [`/proc/${name}`]).status, 0, name);
      }
      sandbox.close();
    } finally {
      other.kill();
    }
  });

  test("what only an administrator may is refused", () => {
    const sandbox = new Sandbox({ run: ["unshare", "true"] });
    assert.is(spawnSync("unshare", ["--uts", "true"]).status, 0);
    assert.match(String(sandbox.spawnSync("unshare", ["--uts", "true"], TEXT).stderr), /not permitted/);
    sandbox.close();
  });
} else {
  skip("what root loses", "root");
}

test.run();
