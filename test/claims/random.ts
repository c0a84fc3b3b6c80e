/** Numbers that look random and are the same for the same seed. */
export interface Random {
  /** A whole number from 0, below `limit`. */
  below(limit: number): number;
  /** Whether something happens that happens in so many of a hundred cases. */
  percent(chance: number): boolean;
  /** One of them. */
  pick<Item>(items: readonly Item[]): Item;
  /** One of them, where the number in front says how often it comes. */
  weighted<Item>(items: readonly (readonly [weight: number, item: Item])[]): Item;
  /** Some of them in their order, each with that chance in a hundred. */
  some<Item>(items: readonly Item[], chance: number): Item[];
}

/** A generator of Marsaglia's kind (xorshift and a Weyl sequence), seeded through a multiplicative hash. */
export function randomOf(seed: number): Random {
  let state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.floor(seed / 0x1_0000_0000);
  let weyl = seed | 0;
  const next = () => {
    weyl = (weyl + 0x6d2b79f5) | 0;
    let mixed = Math.imul(weyl ^ (weyl >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    state = (state + mixed) | 0;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  next();
  next();
  const random: Random = {
    below: (limit) => next() % limit,
    percent: (chance) => next() % 100 < chance,
    pick: (items) => items[next() % items.length] as (typeof items)[number],
    weighted(items) {
      let at = next() % items.reduce((sum, [weight]) => sum + weight, 0);
      for (const [weight, item] of items) {
        if (at < weight) return item;
        at -= weight;
      }
      return (items[0] as (typeof items)[number])[1];
    },
    some: (items, chance) => items.filter(() => next() % 100 < chance),
  };
  return random;
}
