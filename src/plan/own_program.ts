import { FS } from "../landlock/abi.ts";
import type { LibraryPath } from "./library_path.ts";
import type { Lookup } from "../linux/lookup.ts";
import type { Need } from "./origin.ts";
import { programFiles } from "./program_files.ts";
import { RUN } from "./programs.ts";
import type { RuleTable } from "./rule_table.ts";

/** A runtime that starts itself again must be able to execute itself inside. */
export function allowRestart(
  lookup: Lookup,
  libraries: LibraryPath,
  isReadable: (path: string) => boolean,
  isWritable: (path: string) => boolean,
  rules: RuleTable,
): { readonly needs: readonly Need[]; readonly fixed: readonly string[] } {
  const executable = lookup.resolve("/proc/self/exe");
  if (executable === undefined) return { needs: [], fixed: [] };
  const files = programFiles(executable.path, lookup, libraries, () => undefined, isReadable, isWritable);
  const needs = [...files.execute].map((subject): Need => ({
    subject,
    access: "read, execute",
    reason: REASON,
  }));
  for (const need of needs) rules.add(need.subject, false, RUN, [{ need }]);
  for (const subject of files.read) {
    rules.add(subject, false, FS.READ_FILE, [{ need: { subject, access: "read", reason: REASON } }]);
  }
  return { needs, fixed: [...files.execute, ...files.read, ...files.shared, ...files.links] };
}

const REASON = "the runtime itself, which is started again inside";
