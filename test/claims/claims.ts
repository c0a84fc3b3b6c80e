import type { Report } from "../../mod.ts";
import type { Entry } from "./oracle.ts";

/** What the report claims of an entry. */
export type Claim = "exact" | "narrower" | "wider" | "missing";

/** What a report claims of the entries of a user. */
export class Claims {
  readonly #report: Report;
  readonly #real: (text: string) => string;

  constructor(report: Report, real: (text: string) => string) {
    this.#report = report;
    this.#real = real;
  }

  /** Of one entry. Of equal ones the worst counts: a user who reads the report sees both. */
  of({ permission, effect, text, place, glob }: Entry): Claim {
    const names = [text, ...(glob ? [place.path] : [])].map((name) => name === "*" ? name : this.#real(name));
    const found = this.#report.grants.filter((grant) =>
      grant.permission === permission && grant.effect === effect && names.includes(grant.entry)
    );
    if (found.length === 0) return "missing";
    for (const claim of ["wider", "narrower"] as const) {
      if (found.some(({ fidelity }) => fidelity === claim)) return claim;
    }
    return "exact";
  }

  /** The reason that stands in the report, for people. */
  reasonOf({ permission, effect, text }: Entry): string | undefined {
    return this.#report.grants.find((grant) =>
      grant.permission === permission && grant.effect === effect && grant.entry === this.#real(text)
    )?.reason;
  }

  /** Whether an allow of these permissions is said to allow more than its words. */
  anyWider(...permissions: Entry["permission"][]): boolean {
    return this.#report.grants.some(({ permission, effect, fidelity }) =>
      effect === "allow" && fidelity === "wider" && permissions.some((wanted) => wanted === permission)
    );
  }

  /** Whether the dynamic linker is named as a way to run what is not granted. */
  get namesLinker(): boolean {
    return this.#report.limits.some(({ act }) => act.includes("dynamic linker"));
  }

  /** Whether strict has something to refuse. */
  get isInexact(): boolean {
    const { grants, gaps } = this.#report;
    return gaps.length > 0 ||
      grants.some(({ fidelity }) => fidelity !== "exact" && fidelity !== "not a kernel matter");
  }
}
