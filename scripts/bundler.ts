/** The part of Bun's bundler used here. */
interface Bundler {
  build(options: Record<string, unknown>): Promise<unknown>;
}

/** Bundles with Bun, which this runs in.
 *
 * @param options those of `Bun.build`
 */
export async function bundle(options: Record<string, unknown>): Promise<void> {
  const { Bun: bundler } = globalThis as unknown as { Bun: Bundler };
  await bundler.build({ ...options, packages: "external" });
}
