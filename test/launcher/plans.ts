import type { LauncherLandlock, LauncherPlan } from "../../src/launcher/policy.ts";
import { fc } from "../permissions/property.ts";

/** Random plans: whatever can be said, not what can be run. */

const text = fc.string({ unit: "grapheme", maxLength: 12 }).map((text) => text.replaceAll("\0", ""));
const name = text.map((text) => text.replace(/[=*]/g, "") || "N");
const pattern = fc.oneof(name, name.map((name) => `${name}*`), fc.constant("*"));
const access = (handled: bigint) =>
  fc.bigInt({ min: 1n, max: (1n << 17n) - 1n }).map((bits) => bits & handled || 1n);

const ruleset = fc.record({
  handledFs: fc.bigInt({ min: 1n, max: (1n << 17n) - 1n }).map((bits) => bits | 1n),
  handledNet: fc.bigInt({ min: 1n, max: 15n }).map((bits) => bits | 1n),
  scoped: fc.bigInt({ min: 0n, max: 3n }),
}).chain((masks) =>
  fc.record({
    handledFs: fc.constant(masks.handledFs),
    handledNet: fc.constant(masks.handledNet),
    scoped: fc.constant(masks.scoped),
    paths: fc.array(fc.record({
      path: text.map((text) => `/${text}`),
      access: access(masks.handledFs),
      mayVanish: fc.boolean(),
    })),
    ports: fc.array(
      fc.record({ port: fc.integer({ min: 0, max: 65535 }), access: access(masks.handledNet) }),
    ),
  })
);

const restrictFlags = fc.integer({ min: 0, max: 31 });
const landlock: fc.Arbitrary<LauncherLandlock> = fc.oneof(
  fc.record({ kind: fc.constant("build" as const), ruleset, restrictFlags }),
  fc.record({ kind: fc.constant("prebuilt" as const), descriptor: fc.nat(), restrictFlags }),
  fc.constant({ kind: "none" as const }),
);

export const plans: fc.Arbitrary<LauncherPlan> = fc.record({
  landlock,
  environment: fc.record({
    pass: fc.array(pattern),
    block: fc.array(pattern),
    set: fc.dictionary(name, text),
  }),
  closeFrom: fc.oneof(fc.constant("none" as const), fc.nat()),
  signals: fc.uniqueArray(fc.integer({ min: 1, max: 64 }).filter((signal) => signal !== 9 && signal !== 19)),
  filter: fc.nat({ max: 20 }).map((count) => new Uint8Array(8 * count).fill(count)),
  command: fc.array(text),
});
