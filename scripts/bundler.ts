import { readFileSync } from "node:fs";
import { bytesOfListing } from "../src/machine/listing.ts";

/** The part of Bun's bundler used here. */
interface Bundler {
  build(options: Record<string, unknown>): Promise<unknown>;
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

/** Bundles with Bun, which this runs in.
 *
 * @param options those of `Bun.build`
 */
export async function bundle(options: Record<string, unknown>): Promise<void> {
  const { Bun: bundler } = globalThis as unknown as { Bun: Bundler };
  await bundler.build({ ...options, packages: "external", plugins: [compactListings] });
}
