import { readFileSync } from "node:fs";
import { type DenoFlags, type DenoFlagsOptions, parseDenoFlags } from "../../src/flags/deno/flags.ts";
import { parsePermissions } from "../../src/permissions/permission_set.ts";
import type { Permission, Permissions } from "../../src/permissions/permissions.ts";
import {
  createAnswer,
  type PermissionQuery,
  type PermissionState,
  type QueryPlace,
} from "../../src/permissions/query.ts";

/** What we make of a command line. */
export type OurAnswer =
  | { readonly refused: string }
  | { readonly states: readonly OurState[]; readonly flags: DenoFlags };

/** What is granted, or that a question cannot be asked. */
export type OurState = PermissionState | "error";

/** Reads a command line as `deno` would, and answers questions about it. */
export function ourAnswer(
  words: readonly string[],
  questions: readonly PermissionQuery[],
  place: QueryPlace,
  more: Partial<DenoFlagsOptions> = {},
): OurAnswer {
  let flags: DenoFlags;
  let answer: (question: PermissionQuery) => PermissionState;
  try {
    flags = parseDenoFlags(words, {
      directory: place.directory,
      readText,
      ...more,
    });
    answer = createAnswer(
      parsePermissions(withImplicitImport(flags), { directory: place.directory, literal: true }),
      place,
    );
  } catch (error) {
    return { refused: String(error) };
  }
  return {
    flags,
    states: questions.map((question) => {
      try {
        return answer(question);
      } catch {
        return "error";
      }
    }),
  };
}

/** A file as text. */
export function readText(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

/** What Deno allows to be imported although no flag says so. */
function withImplicitImport({ permissions, implicitImport }: DenoFlags): Permissions {
  if (implicitImport !== true && implicitImport.length === 0) return permissions;
  const said = permissions.import;
  const deny = typeof said === "object" && "deny" in said ? { deny: said.deny } : {};
  const imports: Permission = { allow: implicitImport, ...deny };
  return { ...permissions, import: imports };
}
