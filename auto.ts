/** Preload entry: makes the runtime's own permission flags hold in the kernel before the first line of the program.
 *
 * ```sh
 * deno run --preload=./node_modules/landlockdown/dist/auto.js --allow-ffi=/lib/x86_64-linux-gnu/libc.so.6 --allow-read=./data main.ts
 * bun --allow-read=./data --preload landlockdown/auto main.ts
 * node --import landlockdown/auto --permission --allow-fs-read=./data --allow-fs-read=./node_modules --allow-ffi main.js
 * ```
 *
 * What the kernel cannot hold to the letter is told on standard error, a line for each entry; `LANDLOCKDOWN_QUIET=1`
 * turns that off. Without any permission flag, or with flags that allow everything, it is an error, and the program does not start.
 *
 * @module
 */
import { lockdown } from "./mod.ts";
import { oncePerProcess } from "./runtimes/preload.ts";

oncePerProcess(() => lockdown(undefined, { tell: true }));
