import type { RuntimeName } from "../../support/self.ts";
import type { Places } from "../places.ts";
import { type Row, step } from "../row.ts";

/** Reading files, on the main thread and on those of the pools. */
export function readingRows({ secret, readable, writable }: Places): Row[] {
  const reads = (fact: string, act: string, name = "text", only?: RuntimeName[]): Row => ({
    fact: `${fact} fails outside of what may be read`,
    denied: [step(act, `${secret}/${name}`), step(act, `${writable}/${name}`)],
    errno: "EACCES",
    allowed: [step(act, `${readable}/${name}`)],
    only,
  });
  return [
    reads("fs.readFileSync", "readSync"),
    reads("fs.readdirSync", "listSync", "."),
    reads("fs.promises.readFile on every pool thread", "readAsync"),
    reads("fs.readFile on every pool thread", "readCallback"),
    reads("fs.createReadStream on every pool thread", "readStream"),
    reads("Deno.readTextFile on every pool thread", "denoRead", "text", ["deno"]),
    reads("Deno.readTextFileSync", "denoReadSync", "text", ["deno"]),
    reads("Bun.file().text() on every pool thread", "bunFile", "text", ["bun"]),
    reads('fetch("file://…")', "fetchFile", "text", ["bun", "deno"]),
    reads("import() of a path made at run time", "importModule", "module.mjs", ["node", "deno"]),
    reads("a native openat", "nativeOpen"),
    {
      fact: "a symbolic link leads nowhere it may not be read",
      denied: [
        step("readSync", `${readable}/link-to-secret`),
        step("readAsync", `${readable}/link-to-writable`),
      ],
      errno: "EACCES",
      allowed: [step("readSync", `${readable}/link-to-readable`)],
    },
    {
      fact: "fs.copyFile copies nothing that may not be read",
      denied: [
        step("copySync", `${secret}/text`, `${writable}/copy-1`),
        step("copyAsync", `${secret}/text`, `${writable}/copy-2`),
      ],
      errno: "EACCES",
      allowed: [
        step("copySync", `${readable}/text`, `${writable}/copy-3`),
        step("copyAsync", `${readable}/text`, `${writable}/copy-4`),
      ],
    },
  ];
}
