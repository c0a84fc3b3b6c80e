/** The grammar of the net permission is Deno's: what we take, Deno takes too. Where we refuse more, it is on the
 * list below with the reason. Asked of the Deno that the tests run in. */
import { spawnSync } from "node:child_process";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { makeFolder } from "../support/folder.ts";
import { runtimeName } from "../support/self.ts";
import { ACCEPTED_HOSTS, ACCEPTED_SOCKETS, REFUSED_ENTRIES } from "./net_cases.ts";

/** Entries that Deno takes and we do not. */
const NARROWER: Readonly<Record<string, string>> = {
  "example.com:0": "nothing listens at another machine's address",
  "10.0.0.0/8:0": "nothing listens at another machine's address",
  "example.com:+80": "nobody means a sign",
  "a.com,b.com": "a flag is a list, an entry is not",
  "-a.com": "no host is called that",
  "1.2.3.256:80": "a mistyped address, not a name",
  "vsock:2:1024:1": "what comes after the port means nothing",
};

if (runtimeName === "deno") {
  const folder = makeFolder({ "empty.js": "" });
  test.after(() => folder.remove());
  const takes = (entry: string) => {
    const flags = ["run", "--no-prompt", `--allow-net=${entry}`, folder.at("empty.js")];
    return spawnSync(process.execPath, flags, { stdio: "ignore" }).status === 0;
  };

  test("Deno takes every entry that we take", () => {
    for (const [text] of [...ACCEPTED_HOSTS, ...ACCEPTED_SOCKETS]) assert.ok(takes(text), text);
  });

  test("Deno refuses every entry that we refuse, but for those listed", () => {
    for (const [fact, input] of REFUSED_ENTRIES) {
      assert.is(takes(input), input in NARROWER, `${fact}: ${input}`);
    }
  });
}

test.run();
