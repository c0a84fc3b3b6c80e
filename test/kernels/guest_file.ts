import { lstatSync, readdirSync, readlinkSync } from "node:fs";
import { join } from "node:path";

/** Something to lie at a path of the guest: a file with this content, a copy of a host's file, or a link. */
export type GuestFile =
  & { readonly path: string; readonly mode?: number }
  & (
    | { readonly content: string | Uint8Array }
    | { readonly source: string }
    | { readonly target: string }
    | { readonly folder: true }
  );

/** All that lies in a folder of the host, to lie below `path` in the guest. Skips where `skip` says so. */
export function guestFiles(
  folder: string,
  path: string,
  skip: (relative: string) => boolean = () => false,
): GuestFile[] {
  const files: GuestFile[] = [];
  const visit = (relative: string) => {
    for (const entry of readdirSync(join(folder, relative), { withFileTypes: true })) {
      const name = relative === "" ? entry.name : `${relative}/${entry.name}`;
      if (skip(name)) continue;
      const source = join(folder, name);
      const inGuest = `${path}/${name}`;
      if (entry.isSymbolicLink()) files.push({ path: inGuest, target: readlinkSync(source) });
      else if (entry.isFile()) files.push({ path: inGuest, source, mode: lstatSync(source).mode & 0o7777 });
      else if (entry.isDirectory()) {
        files.push({ path: inGuest, folder: true });
        visit(name);
      }
    }
  };
  visit("");
  return files;
}
