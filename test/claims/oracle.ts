import type { Kind, Words } from "./case.ts";
import { globMatches, isGlob } from "./glob.ts";
import { absolute, HERE, isBeneath, type Item, type Model, type Place } from "./model.ts";

/** What the words of a user promise about a tree. Shares no code with the product: it knows the tree, the words and
 * Deno's rule that the most specific entry wins and the deny of two equal ones. */

/** One entry and one place it names; a glob has several. */
export interface Entry {
  readonly permission: Kind;
  readonly effect: "allow" | "deny";
  /** As the user wrote it; `*` for everything. */
  readonly text: string;
  readonly place: Place;
  readonly glob: boolean;
}

/** The promises for one tree and the words of one user. */
export class Oracle {
  readonly entries: readonly Entry[];
  /** Globs that match nothing yet: they decide about nothing, but the report has to speak of them. */
  readonly unmatched: readonly Entry[];
  readonly model: Model;

  constructor(model: Model, words: Words) {
    this.model = model;
    this.entries = (["read", "write", "run"] as const).flatMap((permission) => [
      ...(words[permission].allow === true
        ? [{ permission, effect: "allow" as const, text: "*", place: model.resolve("/"), glob: false }]
        : words[permission].allow.flatMap((text) => this.#entries(permission, "allow", text))),
      ...words[permission].deny.flatMap((text) => this.#entries(permission, "deny", text)),
    ]);
    this.unmatched = (["read", "write", "run"] as const).flatMap((permission) =>
      (["allow", "deny"] as const).flatMap((effect) => {
        const texts = words[permission][effect];
        return texts === true ? [] : texts
          .filter((text) => isGlob(text) && this.#entries(permission, effect, text).length === 0)
          .map((text) => ({ permission, effect, text, place: this.model.resolve(text), glob: true }));
      })
    );
  }

  #entries(permission: Kind, effect: "allow" | "deny", text: string): Entry[] {
    if (!isGlob(text)) {
      const place = this.model.resolve(text);
      const entry = { permission, effect, text, place, glob: false };
      const target = this.model.targetOf(text);
      // An allow that dangles may make what it leads to
      if (effect === "deny" || target === place.path) return [entry];
      return [entry, { ...entry, place: { ...place, path: target } }];
    }
    const pattern = absolute(text, HERE);
    // Whether a glob follows a link that it matches is not promised: a deny is taken at its least, an allow at its most
    return [...this.model.items].filter(([path, item]) =>
      globMatches(pattern, path) && (effect === "allow" || item.kind !== "symlink")
    ).map(([path]) => ({ permission, effect, text, place: this.model.resolve(path), glob: true }));
  }

  /** The entries of a permission, with that effect. */
  of(permission: Kind, effect: "allow" | "deny"): readonly Entry[] {
    return this.entries.filter((entry) => entry.permission === permission && entry.effect === effect);
  }

  /** All that is said of a permission, with that effect: also what matches nothing yet. */
  saidOf(permission: Kind, effect: "allow" | "deny"): readonly Entry[] {
    return [...this.entries, ...this.unmatched].filter((entry) =>
      entry.permission === permission && entry.effect === effect
    );
  }

  /** The entry that decides about a path without symbolic links; `undefined` if none speaks of it. */
  deciding(permission: Kind, path: string): Entry | undefined {
    let best: Entry | undefined;
    for (const entry of this.entries) {
      if (entry.permission !== permission || !isBeneath(path, entry.place.path)) continue;
      const [length, other] = [depth(entry.place.path), best === undefined ? -1 : depth(best.place.path)];
      if (length > other || (length === other && entry.effect === "deny")) best = entry;
    }
    return best;
  }

  /** Whether that name is allowed. */
  allows(permission: Kind, path: string): boolean {
    return this.deciding(permission, path)?.effect === "allow";
  }

  /** The denies that speak of a path and are not undone by an allow that is more specific. For writing, the links on
   * the way to a denied name belong to it. */
  denying(permission: Kind, path: string): Entry[] {
    const allows = this.of(permission, "allow").filter(({ place }) => isBeneath(path, place.path));
    return this.of(permission, "deny").filter(({ place }) =>
      (isBeneath(path, place.path) && !allows.some((allow) => depth(allow.place.path) > depth(place.path))) ||
      (permission === "write" && place.links.includes(path))
    );
  }

  /** The denies that hold for an object, by whichever of its names. */
  denyingItem(permission: Kind, item: Item): Entry[] {
    return [...new Set(this.model.namesOf(item).flatMap((name) => this.denying(permission, name)))];
  }

  /** Whether an object is allowed by one of its names at least. */
  allowsItem(permission: Kind, item: Item): boolean {
    return this.model.namesOf(item).some((name) => this.allows(permission, name));
  }

  /** Whether the object is a program that may be run. */
  isGrantedProgram(item: Item): boolean {
    const [allow, deny] = [this.of("run", "allow"), this.of("run", "deny")];
    if (deny.some(({ place }) => place.item === item)) return false;
    return allow.some(({ text, place }) => text === "*" || place.item === item);
  }
}

/** How specific a path is. */
function depth(path: string): number {
  return path === "/" ? 0 : path.split("/").length;
}
