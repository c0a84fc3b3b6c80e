/** Entries of the net permission, in Deno's grammar. */
import { test } from "uvu";
import * as assert from "uvu/assert";
import { type HostEntry, parseNetEntry } from "../../src/permissions/net_entry.ts";
import { ACCEPTED_HOSTS, ACCEPTED_SOCKETS, REFUSED_ENTRIES } from "./net_cases.ts";
import { fc, forAll } from "./property.ts";
import { assertRefused, parsed, type Refusal } from "./refusal.ts";

for (const [text, host, port, place] of ACCEPTED_HOSTS) {
  test(`"${text}" is ${place} ${host}, ${port === undefined ? "every port" : `port ${port}`}`, () => {
    const local = place.startsWith("local");
    assert.equal(parseNetEntry(text), {
      kind: "host",
      text,
      host,
      port,
      local,
      isName: place === "remote name",
    });
  });
}

for (const [text, expected] of ACCEPTED_SOCKETS) {
  test(`"${text}" is a socket`, () => assert.equal(parseNetEntry(text), expected));
}

for (const [fact, input, remedy, error = TypeError] of REFUSED_ENTRIES) {
  const refusal: Refusal<string> = {
    fact,
    input,
    error,
    names: input.slice(0, 20).replace("\t", "\\t"),
    remedy,
  };
  test(`${fact}: ${refusal.names}`, () => assertRefused(parseNetEntry, refusal));
}

/** Texts that look like entries. */
const likely = fc
  .array(
    fc.constantFrom(
      "a",
      "1",
      "0",
      "255",
      "256",
      ".",
      ":",
      "/",
      "[",
      "]",
      "*",
      "-",
      "%",
      "ffff",
      "::",
      "unix:",
    ),
    {
      maxLength: 12,
    },
  )
  .map((parts) => parts.join(""));

test("any text is an entry or a wrong argument", () => {
  forAll(fc.oneof(likely, fc.string({ unit: "binary", maxLength: 60 })), (text) => {
    const entry = parsed(() => parseNetEntry(text));
    if (entry?.kind !== "host") return;
    assert.ok(entry.port === undefined || (entry.port >= 1 && entry.port <= 65535), text);
    assert.match(entry.host, /^[a-z0-9_.:*\/-]+$/);
  }, 3000);
});

test("an entry written from what was parsed is the same entry", () => {
  forAll(fc.oneof(likely, fc.ipV4(), fc.ipV6().map((address) => `[${address}]:80`), fc.domain()), (text) => {
    const entry = parsed(() => parseNetEntry(text));
    if (entry?.kind !== "host") return;
    assert.equal(parseNetEntry(write(entry)), { ...entry, text: write(entry) });
  }, 3000);
});

function write({ host, port }: HostEntry): string {
  const name = host.includes(":") ? `[${host}]` : host;
  return port === undefined ? name : `${name}:${port}`;
}

test.run();
