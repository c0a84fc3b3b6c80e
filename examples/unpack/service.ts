/** An unpacking service that restricts itself first: whatever an archive makes `tar` or Python do, the kernel lets
 * them read the inbox, write the outbox and reach one port.
 *
 * `service.ts INBOX OUTBOX --port N [--python PATH] [--unprotected]` unpacks every `.tar` and `.tgz` of the inbox and
 * writes what became of it to standard output, as JSON, and to the collector that listens on that port. It is naive
 * on purpose: it believes every name in an archive, and unpacks all of them into one folder.
 *
 * Node and Bun need no flags. Deno needs its own permission for each thing done here, and one for libc, through
 * which lockdown() calls the kernel; lockdown() gives that one back:
 *
 *     deno run --allow-read=INBOX,OUTBOX --allow-run=tar,python3 --allow-net=127.0.0.1:N \
 *       --allow-env=PATH,NODE_V8_COVERAGE --allow-ffi=/lib/x86_64-linux-gnu/libc.so.6 \
 *       service.ts INBOX OUTBOX --port N
 *
 * Deno's node:child_process looks at that second variable on each spawn.
 */
import { execFile, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { parseArgs, promisify } from "node:util";
import { lockdown } from "../../mod.ts"; // in your project: "landlockdown"
import type { ArchiveResult, FileResult, ServiceResult } from "./service_result.ts";

/** Pythons of the last years refuse some hostile members by default; a filter that passes all on makes them as
 * trusting as the older ones. */
const EXTRACT = `
import sys, tarfile
with tarfile.open(sys.argv[1]) as archive:
    archive.extraction_filter = lambda member, path: member
    archive.extractall()
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    port: { type: "string", default: "8080" },
    python: { type: "string", default: "python3" },
    unprotected: { type: "boolean", default: false },
  },
});
const [inbox = "inbox", outbox = "outbox"] = positionals.map((path) => resolve(path));
const { port, python, unprotected } = values;
const env = { PATH: process.env["PATH"] }; // what the tools need; the rest may hold secrets

const report = unprotected ? undefined : lockdown({
  read: [inbox, outbox, ...pythonFolders()],
  write: [outbox],
  run: ["tar", python],
  net: [`127.0.0.1:${port}`],
}, { missing: "skip" }); // a tool that is not installed is no reason to stop: it cannot run then

const archives: ArchiveResult[] = [];
for (const archive of (await readdir(inbox)).sort()) archives.push(await unpack(archive));
const threads = report?.threads.count;
const result: ServiceResult = { threads, archives, files: await checksums() };
const body = JSON.stringify(result);
console.log(body);
await (await fetch(`http://127.0.0.1:${port}/service`, { method: "POST", body })).text();

/** GNU tar for `.tar`. Python for `.tgz`: tar would start a shell that starts gzip, which is two programs more. */
async function unpack(archive: string): Promise<ArchiveResult> {
  const path = join(inbox, archive);
  const [program, args] = archive.endsWith(".tgz")
    ? [python, ["-c", EXTRACT, path]]
    : ["tar", ["--extract", "--absolute-names", "--overwrite", "--file", path]];
  try {
    await promisify(execFile)(program, args, { cwd: outbox, env });
    return { archive };
  } catch (error) {
    return { archive, error: (error as { stderr?: string }).stderr?.trim() || String(error) };
  }
}

/** Where Python keeps its own modules: below /usr everything may read them, a Python from elsewhere must be asked. */
function pythonFolders(): string[] {
  const script = "from sysconfig import get_path as at; print(at('stdlib'), at('platstdlib'), sep='\\n')";
  const { stdout } = spawnSync(python, ["-I", "-c", script], { encoding: "utf8", env });
  return stdout ? stdout.trim().split("\n") : [];
}

/** A checksum for every file unpacked. Reads through links to files, as services do. */
async function checksums(folder = outbox): Promise<FileResult[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const results = await Promise.all(entries.map(async (entry): Promise<FileResult[]> => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return checksums(path);
    if (!entry.isFile() && !entry.isSymbolicLink()) return [];
    try {
      return [{ path, sha256: createHash("sha256").update(await readFile(path)).digest("hex") }];
    } catch (error) {
      return [{ path, error: (error as NodeJS.ErrnoException).code ?? String(error) }];
    }
  }));
  return results.flat();
}
