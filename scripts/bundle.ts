/** Bundles what npm users load: `bun scripts/bundle.ts`, part of `npm run build`. The library and the command each get
 * files of their own, so that neither loads what only the other needs. */
import { bundle } from "./bundler.ts";

/** The command answers in one line; the library's functions show in its users' stack traces and profiles, so they keep
 * their names. Bun and Node read all of a file at each start: shorter names make that faster. */
const BUNDLES = [
  { entrypoints: ["mod.ts", "auto.ts"], identifiers: false },
  { entrypoints: ["cli.ts"], identifiers: true },
];
for (const { entrypoints, identifiers } of BUNDLES) {
  await bundle({
    entrypoints,
    outdir: "dist",
    target: "node",
    format: "esm",
    splitting: true,
    minify: { whitespace: true, syntax: true, identifiers },
    // Or Bun would transpile what is large once more, and keep that in a cache which it later trusts
    banner: "// @bun",
    naming: { chunk: `${entrypoints[0]?.replace(".ts", "")}-[hash].[ext]` },
  });
}
