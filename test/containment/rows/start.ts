import { UNNAMED } from "../../acts/outcome.ts";
import type { Places } from "../places.ts";
import { type Row, step } from "../row.ts";

/** What differs when nothing has happened before lockdown. */
export function coldRows({ secret, writable, readable }: Places): Row[] {
  return [{
    fact: "import() of a path made at run time fails outside of what may be read",
    denied: [step("importModule", `${secret}/module.mjs`), step("importModule", `${writable}/module.mjs`)],
    // Bun lists the folder first, and what it cannot list it does not find
    errno: UNNAMED,
    allowed: [step("importModule", `${readable}/module.mjs`)],
    only: ["bun"],
  }];
}

/** What needs something to have happened before lockdown. */
export function warmRows({ secret, readable }: Places): Row[] {
  return [{
    fact: "import() of a neighbour of an imported module fails outside of what may be read",
    denied: [step("importModule", `${secret}/modules/neighbour.mjs`)],
    errno: "EACCES",
    allowed: [step("importModule", `${readable}/modules/neighbour.mjs`)],
  }];
}
