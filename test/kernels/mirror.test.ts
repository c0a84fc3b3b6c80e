import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { findMirror, parseLines, parseStanzas } from "./mirror.ts";
import { Unavailable } from "./unavailable.ts";

const STANZAS = `# A comment
Types: deb deb-src
URIs: http://mirror.example/debian
Suites: bookworm bookworm-updates
Components: main
Signed-By: /keys/archive.gpg

Types: deb
Enabled: no
URIs: http://off.example/debian
Suites: sid
Components: main

Types: deb
URIs: http://key.example/debian
Suites:
 trixie
Components: main contrib
Signed-By:
 -----BEGIN PGP PUBLIC KEY BLOCK-----
 .
 -----END PGP PUBLIC KEY BLOCK-----
`;

test("parseStanzas() reads what is enabled, with its keyring where that is a file", () => {
  const sources = parseStanzas(STANZAS);
  assert.equal(sources.map(({ uri }) => uri), ["http://mirror.example/debian", "http://key.example/debian"]);
  assert.equal(sources.map(({ keyring }) => keyring), ["/keys/archive.gpg", undefined]);
  assert.equal(sources.map(({ suites }) => suites), [["bookworm", "bookworm-updates"], ["trixie"]]);
});

test("parseLines() reads options, suite and components, and leaves comments and sources out", () => {
  const sources = parseLines(`# deb http://off.example/debian sid main
deb-src http://source.example/debian sid main
deb [arch=amd64 signed-by=/keys/archive.gpg] http://mirror.example/debian bookworm main contrib # yes
deb http://flat.example/packages ./
`);
  assert.equal(sources, [
    {
      uri: "http://mirror.example/debian",
      keyring: "/keys/archive.gpg",
      suites: ["bookworm"],
      components: ["main", "contrib"],
    },
    { uri: "http://flat.example/packages", keyring: undefined, suites: ["./"], components: [] },
  ]);
});

test("findMirror() without any source says that there is none", () => {
  const folder = mkdtempSync(join(tmpdir(), "mirror-"));
  try {
    assert.throws(() => findMirror(folder), (error: unknown) => error instanceof Unavailable);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test.run();
