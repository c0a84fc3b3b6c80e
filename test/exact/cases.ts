import type { Fidelity } from "../../src/plan/decision.ts";

/** Acts that undo what an entry says, and what is reached by them where nothing is confined. */
export interface Case {
  readonly fact: string;
  /** Makes the files, in an empty folder `w` in which the commands then run. */
  readonly prepare: string;
  readonly read: Paths;
  readonly write: Paths;
  /** Shell scripts, each run by a command of its own in the same sandbox. */
  readonly steps: readonly string[];
  /** What is looked at afterwards, unconfined. */
  readonly afterwards?: string;
  /** Printed by the steps, or afterwards, if nothing holds them. */
  readonly reached: string;
  /** What the report says of each entry, by effect, permission and text. */
  readonly fidelity: Readonly<Record<string, Fidelity>>;
}

interface Paths {
  readonly allow: readonly string[];
  readonly deny?: readonly string[];
}

const HIDDEN_ENV = {
  prepare: "echo SECRET > .env; echo readme > README.md; mkdir src",
  read: { allow: ["."], deny: [".env"] },
  write: { allow: ["./"] },
  reached: "SECRET",
  fidelity: { "deny read .env": "wider", "allow write ./": "narrower" },
} as const;

const LINKED_RC = {
  prepare: "mkdir home dot; echo rc > dot/bashrc; ln -s ../dot/bashrc home/.bashrc",
  read: { allow: ["."] },
  reached: "EVIL",
} as const;

/** One a kind of undoing. */
export const CASES: readonly Case[] = [
  {
    ...HIDDEN_ENV,
    fact: "a denied file is moved to a granted name",
    steps: ["mv .env README.md", "cat README.md"],
  },
  {
    ...HIDDEN_ENV,
    fact: "a denied file and a granted one change names",
    steps: ["mv .env x; mv README.md .env; mv x README.md", "cat README.md"],
  },
  {
    ...HIDDEN_ENV,
    fact: "a denied file gets a second name",
    steps: ["ln .env src/copy; ln .env copy", "cat copy src/copy"],
  },
  {
    ...HIDDEN_ENV,
    fact: "a granted folder is made anew around a denied file",
    steps: ["rmdir src; mkdir src; mv .env src/x", "cat src/x"],
  },
  {
    ...HIDDEN_ENV,
    fact: "a granted folder is filled while it has another name",
    steps: ["mv src other", "mv .env other/x", "mv other src", "cat src/x"],
  },
  {
    fact: "a folder above a denied file is moved",
    prepare: "mkdir -p a/b c; echo SECRET > a/b/key; echo open > a/open",
    read: { allow: ["."], deny: ["a/b"] },
    write: { allow: ["./"] },
    steps: ["mv c d; mv a c", "mv c/b c/open2; cat c/open2/key c/b/key"],
    reached: "SECRET",
    fidelity: { "deny read a/b": "wider" },
  },
  {
    fact: "what is denied for writing too stays where it is",
    prepare: "echo SECRET > .env; echo readme > README.md; mkdir src",
    read: { allow: ["."], deny: [".env"] },
    write: { allow: ["./"], deny: [".env"] },
    steps: ["mv .env README.md; mv .env src/x; ln .env src/y", "cat README.md src/x src/y"],
    reached: "SECRET",
    fidelity: { "deny read .env": "exact", "deny write .env": "exact" },
  },
  {
    fact: "a file nobody granted takes a granted name",
    prepare: "echo SECRET > private; echo public > public",
    read: { allow: ["public"] },
    write: { allow: ["./"] },
    steps: ["mv private public", "cat public"],
    reached: "SECRET",
    fidelity: { "allow read public": "wider" },
  },
  {
    fact: "a granted name becomes a link to elsewhere",
    prepare: "mkdir public ../outside; echo SECRET > ../outside/key",
    read: { allow: ["public"] },
    write: { allow: ["./"] },
    steps: ["rmdir public; ln -s ../outside public", "cat public/key"],
    reached: "SECRET",
    fidelity: { "allow read public": "wider" },
  },
  {
    ...LINKED_RC,
    fact: "a link that a denied name is, is replaced",
    write: { allow: ["./"], deny: ["home/.bashrc"] },
    steps: ["rm home/.bashrc; echo EVIL > home/.bashrc"],
    afterwards: "cat home/.bashrc",
    fidelity: { "deny write home/.bashrc": "exact" },
  },
  {
    ...LINKED_RC,
    fact: "a link to a link is replaced",
    prepare: `${LINKED_RC.prepare}; ln -s home/.bashrc rc`,
    write: { allow: ["./"], deny: ["rc"] },
    steps: ["rm home/.bashrc; echo EVIL > home/.bashrc", "rm rc; echo EVIL > rc"],
    afterwards: "cat rc",
    fidelity: { "deny write rc": "exact" },
  },
  {
    fact: "a folder link on the way to a denied name is replaced",
    prepare: "mkdir real; echo fine > real/conf; ln -s real etc",
    read: { allow: ["."] },
    write: { allow: ["./"], deny: ["etc/conf"] },
    steps: ["rm etc; mkdir etc; echo EVIL > etc/conf"],
    afterwards: "cat etc/conf",
    reached: "EVIL",
    fidelity: { "deny write etc/conf": "exact" },
  },
  {
    ...LINKED_RC,
    fact: "a denied name is a link to what does not exist yet",
    prepare: "mkdir home dot; ln -s ../dot/bashrc home/.bashrc",
    write: { allow: ["./"], deny: ["home/.bashrc"] },
    steps: ["echo EVIL > dot/bashrc"],
    afterwards: "cat home/.bashrc",
    fidelity: { "deny write home/.bashrc": "exact" },
  },
  {
    fact: "a file that is granted by one name is denied by another",
    prepare: "mkdir -p a; echo x > a/file; ln a/file copy",
    read: { allow: ["copy"], deny: ["a/file"] },
    write: { allow: [] },
    steps: ["cat copy"],
    reached: "x",
    fidelity: { "deny read a/file": "exact", "allow read copy": "narrower" },
  },
  {
    fact: "a file is moved to where more may be read",
    prepare: "mkdir a b; echo MOVED > a/x",
    read: { allow: ["b"] },
    write: { allow: ["a/", "b/"] },
    steps: ["mv a/x b/x"],
    afterwards: "cat b/x",
    reached: "MOVED",
    fidelity: { "allow write a/": "narrower", "allow write b/": "narrower" },
  },
  {
    fact: "a pattern denies what it matches, deep inside and hidden",
    prepare: "mkdir -p a/b; echo SECRET > .env; cp .env a/b/.env; cp .env a/.x.pem; echo open > a/b/open",
    read: { allow: ["."], deny: ["**/.env", "**/*.pem"] },
    write: { allow: [] },
    steps: ["cat .env a/b/.env a/.x.pem"],
    reached: "SECRET",
    fidelity: { "deny read **/.env": "exact", "deny read **/*.pem": "exact" },
  },
  {
    fact: "a pattern denies what it matches now, and says so where more can appear",
    prepare: "mkdir a b; echo SECRET > a/key.pem",
    read: { allow: ["."], deny: ["**/*.pem"] },
    write: { allow: [] },
    steps: ["cat a/key.pem"],
    reached: "SECRET",
    fidelity: { "deny read **/*.pem": "wider" },
  },
  {
    fact: "a pattern allows what it matches, and no link",
    prepare: "echo open > a.txt; echo SECRET > ../key; ln -s ../key b.txt; echo SECRET > .c.txt",
    read: { allow: ["*.txt"] },
    write: { allow: [] },
    steps: ["cat b.txt .c.txt"],
    reached: "SECRET",
    fidelity: { "allow read *.txt": "narrower" },
  },
  {
    fact: "a pattern allows what is called so at a later start",
    prepare: "echo open > a.txt; echo SECRET > key",
    read: { allow: ["*.txt"] },
    write: { allow: ["./"] },
    steps: ["mv key b.txt", "cat b.txt"],
    reached: "SECRET",
    fidelity: { "allow read *.txt": "wider" },
  },
  {
    fact: "a denied file has another name deep inside what is granted",
    prepare: "mkdir -p sub/deep; echo SECRET > secret; ln secret sub/deep/copy",
    read: { allow: ["sub"], deny: ["secret"] },
    write: { allow: [] },
    steps: [],
    afterwards: "echo SECRET",
    reached: "SECRET",
    fidelity: { "deny read secret": "wider" },
  },
  {
    fact: "a file in a denied folder has another name inside what is granted",
    prepare: "mkdir -p sub private; echo SECRET > private/key; ln private/key sub/copy",
    read: { allow: ["sub"], deny: ["private"] },
    write: { allow: [] },
    steps: [],
    afterwards: "echo SECRET",
    reached: "SECRET",
    fidelity: { "deny read private": "wider" },
  },
  {
    fact: "every name of a denied file is denied",
    prepare: "mkdir -p sub; echo SECRET > secret; ln secret sub/copy; ln secret sub/other",
    read: { allow: ["."], deny: ["secret", "sub/copy", "sub/other"] },
    write: { allow: [] },
    steps: ["cat secret sub/copy sub/other"],
    reached: "SECRET",
    fidelity: { "deny read secret": "exact", "deny read sub/copy": "exact" },
  },
  {
    fact: "a granted file itself is deleted, and a granted folder",
    prepare: "echo {} > cfg.json; mkdir dist",
    read: { allow: ["."] },
    write: { allow: ["cfg.json", "dist"] },
    steps: ["rm cfg.json; rmdir dist"],
    afterwards: "test -e cfg.json || test -e dist || echo GONE",
    reached: "GONE",
    fidelity: { "allow write cfg.json": "narrower", "allow write dist": "narrower" },
  },
  {
    fact: "a denied name of a file that is allowed by another one is removed",
    prepare: "echo SECRET > .env; ln .env h",
    read: { allow: [".env"], deny: ["h"] },
    write: { allow: ["./"] },
    steps: ["mv h x", "cat x"],
    reached: "SECRET",
    fidelity: { "deny read h": "wider" },
  },
  {
    fact: "what lies in a denied folder gets an allowed name in there",
    prepare: "mkdir -p w/a; echo SECRET > w/s",
    read: { allow: ["w/a"], deny: ["w"] },
    write: { allow: ["w/"] },
    steps: ["rmdir w/a; mv w/s w/a", "cat w/a"],
    reached: "SECRET",
    fidelity: { "deny read w": "wider", "allow read w/a": "wider" },
  },
  {
    fact: "an allowed name becomes a link into a denied folder",
    prepare: "mkdir a c; echo SECRET > a/s; echo open > c/l",
    read: { allow: ["c/l"], deny: ["a"] },
    write: { allow: ["c/"] },
    steps: ["rm c/l; ln -s ../a/s c/l", "cat c/l"],
    reached: "SECRET",
    fidelity: { "deny read a": "wider", "allow read c/l": "wider" },
  },
  {
    fact: "a file in a denied folder gets a name where entries are granted one by one",
    prepare: "mkdir -p a/c c; echo SECRET > a/c/key; echo x > c/f",
    read: { allow: ["."], deny: ["a", "c/f"] },
    write: { allow: ["a/c/", "c/"] },
    steps: ["ln a/c/key c/x", "cat c/x"],
    reached: "SECRET",
    fidelity: { "deny read a": "wider", "deny read c/f": "wider" },
  },
  {
    fact: "the way to a denied folder is led elsewhere, so that its old place seems allowed",
    prepare: "mkdir -p c/w/a; echo SECRET > c/w/a/s; echo x > g; ln -s c/w/a m",
    read: { allow: ["./"], deny: ["m/", "g"] },
    write: { allow: ["c/"] },
    steps: ["ln -s ../g c/f; mv c/w c/x; mv c/f c/w", "cat c/x/a/s"],
    reached: "SECRET",
    fidelity: { "deny read m/": "wider" },
  },
  {
    fact: "a file is denied through a symbolic link, and has another name where writing is granted",
    prepare: "mkdir w; echo fine > w/a; ln w/a h; ln -s h m",
    read: { allow: ["."] },
    write: { allow: ["w/"], deny: ["m"] },
    steps: [],
    afterwards: "echo EVIL",
    reached: "EVIL",
    fidelity: { "deny write m": "wider" },
  },
  {
    fact: "what keeps a name of a denied file from being granted is itself a name that can be replaced",
    prepare: "mkdir -p b/a c; echo SECRET > b/a/.env; ln b/a/.env c/f",
    read: { allow: ["b"], deny: ["b/a/README", "c/f"] },
    write: { allow: ["b/a/"] },
    steps: ["ln -s ../../nothing b/a/README", "cat b/a/.env"],
    reached: "SECRET",
    fidelity: { "deny read c/f": "wider" },
  },
];
