import type { RuntimeName } from "../../support/self.ts";
import type { Places } from "../places.ts";
import { type Row, step } from "../row.ts";

/** Writing, making, moving and removing files. */
export function writingRows({ secret, readable, writable, shared }: Places): Row[] {
  const writes = (
    fact: string,
    act: string,
    words: (folder: string) => string[],
    only?: RuntimeName[],
  ): Row => ({
    fact: `${fact} fails outside of what may be written`,
    denied: [step(act, ...words(secret)), step(act, ...words(readable))],
    errno: "EACCES",
    allowed: [step(act, ...words(writable))],
    only,
  });
  return [
    writes("fs.writeFileSync", "writeSync", (folder) => [`${folder}/text`]),
    writes("fs.appendFileSync", "appendSync", (folder) => [`${folder}/text`]),
    writes("creating a file", "createSync", (folder) => [`${folder}/new`]),
    writes("fs.mkdirSync", "makeFolderSync", (folder) => [`${folder}/new-folder`]),
    writes("fs.rmdirSync", "removeFolderSync", (folder) => [`${folder}/to-remove`]),
    writes("fs.unlinkSync", "unlinkSync", (folder) => [`${folder}/unlink`]),
    writes("fs.renameSync", "renameSync", (folder) => [`${folder}/rename`, `${folder}/renamed`]),
    writes("fs.symlinkSync", "symlinkSync", (folder) => ["anywhere", `${folder}/symlink`]),
    writes("fs.promises.writeFile on every pool thread", "writeAsync", (folder) => [`${folder}/text`]),
    writes("Deno.writeTextFile", "denoWrite", (folder) => [`${folder}/text`], ["deno"]),
    writes("Bun.write", "bunWrite", (folder) => [`${folder}/text`], ["bun"]),
    {
      // It opens for reading as well
      ...writes("fs.truncateSync", "truncateSync", (folder) => [`${folder}/truncate`]),
      allowed: [step("truncateSync", `${shared}/truncate`)],
    },
    {
      ...writes("a native truncate", "nativeTruncate", (folder) => [`${folder}/truncate-natively`]),
      abi: 3,
    },
    {
      fact: "a file can be moved neither in from outside nor out",
      denied: [
        step("renameSync", `${secret}/move`, `${writable}/moved-in`),
        step("renameSync", `${writable}/move`, `${readable}/moved-out`),
      ],
      errno: "EACCES",
      allowed: [step("renameSync", `${writable}/rename-2`, `${writable}/inner/moved`)],
      abi: 2,
    },
    {
      fact: "a hard link gives no rights on a file from outside",
      denied: [
        step("linkSync", `${secret}/link`, `${writable}/link-to-secret`),
        step("linkSync", `${readable}/link`, `${writable}/link-to-readable`),
      ],
      errno: "EXDEV",
      allowed: [step("linkSync", `${writable}/link`, `${writable}/inner/link`)],
      abi: 2,
    },
  ];
}
