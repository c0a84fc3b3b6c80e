import type { NativeBuffer, System } from "./system.ts";

/** Zero-terminated strings as `execve` takes them: an array of addresses and a final zero. `content` must stay
 * referenced as long as the table is used. */
export interface StringTable {
  readonly table: NativeBuffer;
  readonly content: NativeBuffer;
}

/** A table of the zero-terminated strings in `text`, which is how `/proc/self/cmdline` and `environ` hold them. */
export function stringTable(system: System, text: Uint8Array): StringTable {
  const content = system.buffer(text.length + 1);
  content.bytes.set(text);
  const starts: number[] = [];
  for (let at = 0; at < text.length; at = text.indexOf(0, at) + 1) {
    starts.push(at);
    if (text.indexOf(0, at) < 0) break;
  }
  const table = system.buffer((starts.length + 1) * 8);
  starts.forEach((start, index) => table.view.setBigUint64(index * 8, BigInt(content.address + start), true));
  return { table, content };
}
