/** The probe through FFI as a program of its own. Its arguments are those of {@linkcode tryAll}. */
import { tryAll } from "./try_all.ts";

console.log(tryAll(process.argv.slice(2)));
