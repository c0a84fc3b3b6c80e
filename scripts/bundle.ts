/** Bundles what npm users load: `bun scripts/bundle.ts`, part of `npm run build`. The library and the command each get
 * files of their own, so that neither loads what only the other needs. */
import { readFileSync } from "node:fs";
import { bytesOfListing } from "../src/machine/listing.ts";

/** The part of Bun's bundler used here. */
interface Bundler {
  build(options: Record<string, unknown>): Promise<{ outputs: readonly { path: string }[] }>;
}

/** What a plugin can do. */
interface PluginBuild {
  onLoad(
    where: { filter: RegExp },
    load: (file: { path: string }) => { loader: "ts"; contents: string },
  ): void;
}

/** Machine code is written down for readers, a line an instruction with its reason; at run time only the bytes count,
 * and a start has less to read. */
const compactListings = {
  name: "compact listings",
  setup(build: PluginBuild): void {
    build.onLoad({ filter: /_code\.ts$/ }, ({ path }) => ({
      loader: "ts",
      contents: readFileSync(path, "utf8").replaceAll(
        /listing: `([^`]*)`/g,
        (_, listing: string) => `listing: "0 ${Buffer.from(bytesOfListing(listing)).toString("hex")}"`,
      ),
    }));
  },
};

const { Bun: bundler } = globalThis as unknown as { Bun: Bundler };
/** The command answers in one line; the library's functions show in its users' stack traces and profiles, so they keep
 * their names. Bun and Node read all of a file at each start: shorter names make that faster. */
const BUNDLES = [
  { entrypoints: ["mod.ts", "auto.ts"], identifiers: false },
  { entrypoints: ["cli.ts"], identifiers: true },
];
for (const { entrypoints, identifiers } of BUNDLES) {
  await bundler.build({
    entrypoints,
    outdir: "dist",
    target: "node",
    format: "esm",
    splitting: true,
    packages: "external",
    minify: { whitespace: true, syntax: true, identifiers },
    naming: { chunk: `${entrypoints[0]?.replace(".ts", "")}-[hash].[ext]` },
    plugins: [compactListings],
  });
}
