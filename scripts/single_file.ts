/** Makes the command a single file that needs no runtime where it runs: `npm run build:single -- FILE`, or
 * `bun scripts/single_file.ts FILE`. */
import { fileURLToPath } from "node:url";
import { bundle } from "./bundler.ts";

const [outfile = "landlockdown"] = process.argv.slice(2);

await bundle({
  entrypoints: [fileURLToPath(new URL("../cli.ts", import.meta.url))],
  target: "bun",
  format: "esm",
  minify: true,
  bytecode: true,
  compile: {
    outfile,
    // The directory it is started in is often what is to be confined: its files must not have a say
    autoloadBunfig: false,
    autoloadDotenv: false,
    autoloadTsconfig: false,
    autoloadPackageJson: false,
    // What runs once is not worth compiling
    jitPolicy: 20,
  },
});
