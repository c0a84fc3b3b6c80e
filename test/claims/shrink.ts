import type { Act, Case, Kind, PermissionWords } from "./case.ts";
import type { Finding } from "./judge.ts";

/** The smallest case that shows a finding of the same kind, and what it shows.
 *
 * @param attempt tries a case; throws where its tree cannot be made */
export function minimize(
  tried: Case,
  finding: Finding,
  attempt: (smaller: Case) => readonly Finding[],
  most?: number,
): { readonly smallest: Case; readonly finding: Finding } {
  let last = finding;
  const smallest = shrink(tried, (smaller) => {
    try {
      const found = attempt(smaller).find((other) => isAlike(other, finding));
      last = found ?? last;
      return found !== undefined;
    } catch {
      return false; // There is no such tree
    }
  }, most);
  return { smallest, finding: last };
}

/** Whether a smaller case still shows the same. */
type StillShows = (smaller: Case) => boolean;

/** The smallest case that still shows it, as far as leaving things out goes. */
function shrink(tried: Case, shows: StillShows, most = 400): Case {
  let best = tried;
  let left = most;
  const accept = (smaller: Case): boolean => {
    if (left-- <= 0 || !shows(smaller)) return false;
    best = smaller;
    return true;
  };
  // As long as something could be left out
  for (let size = -1; size !== sizeOf(best) && left > 0;) {
    size = sizeOf(best);
    accept({ ...best, way: "spawn" });
    accept({ ...best, children: best.children.map((child) => ({ ...child, start: 0 })) });
    accept({
      ...best,
      children: best.children.map((child) => ({ ...child, start: Math.max(0, child.start - 1) })),
    });
    if (best.missing !== "error") accept({ ...best, missing: "error" });
    for (let at = best.children.length - 1; at >= 0; at--) {
      accept({ ...best, children: best.children.filter((_, other) => other !== at) });
    }
    for (let at = 0; at < best.children.length; at++) {
      leaveOut(() => best.children[at]?.acts ?? [], (acts) => accept(withActs(best, at, acts)));
    }
    for (const kind of ["read", "write", "run"] as const) {
      leaveOut(() => best.words[kind].deny, (deny) => accept(withWords(best, kind, { deny })));
      leaveOut(
        () => best.words[kind].allow === true ? [] : best.words[kind].allow as readonly string[],
        (allow) => accept(withWords(best, kind, { allow })),
      );
    }
    leaveOut(() => best.tree, (tree) => accept({ ...best, tree }));
  }
  return best;
}

/** Leaves out as much as possible: halves first, then single ones. */
function leaveOut<Item>(items: () => readonly Item[], accept: (fewer: readonly Item[]) => boolean): void {
  for (let size = items().length; size >= 1; size = Math.floor(size / 2)) {
    for (let at = items().length - size; at >= 0; at -= size) {
      const all = items();
      if (at + size > all.length) continue;
      accept([...all.slice(0, at), ...all.slice(at + size)]);
    }
  }
}

function withActs(tried: Case, at: number, acts: readonly Act[]): Case {
  return {
    ...tried,
    children: tried.children.map((child, other) => other === at ? { ...child, acts } : child),
  };
}

function withWords(tried: Case, kind: Kind, words: Partial<PermissionWords>): Case {
  return { ...tried, words: { ...tried.words, [kind]: { ...tried.words[kind], ...words } } };
}

function sizeOf({ tree, words, children }: Case): number {
  const listed = [words.read, words.write, words.run].reduce(
    (sum, { allow, deny }) => sum + (allow === true ? 1 : allow.length) + deny.length,
    0,
  );
  return tree.length + listed + children.reduce((sum, { acts }) => sum + acts.length + 1, 0);
}

/** Whether two findings are of one kind. */
function isAlike(one: Finding, other: Finding): boolean {
  const isSameError = one.rule !== "error" || one.what.slice(0, 30) === other.what.slice(0, 30);
  return one.rule === other.rule && one.permission === other.permission && one.effect === other.effect &&
    isSameError;
}
