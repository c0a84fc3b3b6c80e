import type { GrantReport, Report } from "../../mod.ts";
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
  of(entry: Entry): Claim {
    const found = this.#grantsOf(entry);
    if (found.length === 0) return "missing";
    for (const claim of ["wider", "narrower"] as const) {
      if (found.some(({ fidelity }) => fidelity === claim)) return claim;
    }
    return "exact";
  }

  #grantsOf({ permission, effect, text, place, glob }: Entry): GrantReport[] {
    const names = [text, ...(glob ? [place.path] : [])].map((name) => name === "*" ? name : this.#real(name));
    return this.#report.grants.filter((grant) =>
      grant.permission === permission && grant.effect === effect && names.includes(grant.entry)
    );
  }

  /** Whether an entry is narrower only because what it names cannot itself be removed. */
  isAboutItself(entry: Entry): boolean {
    return this.of(entry) === "narrower" && this.#grantsOf(entry).every(({ minor }) => minor === true);
  }

  /** Whether an entry is wider only for starts to come, so that it holds for all children of one. */
  holdsForOneStart(entry: Entry): boolean {
    const wider = this.#grantsOf(entry).filter(({ fidelity }) => fidelity === "wider");
    return wider.length > 0 && wider.every(isForLaterStarts);
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

/** What else makes an entry wider. */
const AT_ONCE = /other names|another permission|overlay|mounted|entries/i;

function isForLaterStarts({ reason = "" }: GrantReport): boolean {
  return /later start/.test(reason) && !AT_ONCE.test(reason);
}
