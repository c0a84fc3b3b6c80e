import { readdirSync } from "node:fs";
import { join } from "node:path";
import { type Architecture, machineOf } from "./architecture.ts";
import { type GuestFile, guestFiles } from "./guest_file.ts";
import { GUEST_REPOSITORY } from "./guest_init.ts";
import { npmPackage } from "./npm_package.ts";
import { repository } from "./repository.ts";
import { wantedVersion } from "./runtimes.ts";

/** Compilers, and what is another one in the guest: the runtimes and koffi's binary. */
const LEFT_OUT = [
  "bun",
  "deno",
  "typescript",
  "undici-types",
  "@oven",
  "@deno",
  "@typescript",
  "@types",
  "@koromix",
];

/** The repository as it is now: sources, tests, `dist/`, the node_modules that tests import. */
export async function repositoryFiles(architecture: Architecture): Promise<GuestFile[]> {
  const ownFolder = (name: string) => /^(?:\.git|\.cache)$|(?:^|\/)node_modules$/.test(name);
  const modules = readdirSync(join(repository, "node_modules"))
    .filter((name) => !name.startsWith(".") && !LEFT_OUT.includes(name));
  return [
    ...guestFiles(repository, GUEST_REPOSITORY, ownFolder),
    ...modules.flatMap((name) =>
      guestFiles(join(repository, "node_modules", name), `${GUEST_REPOSITORY}/node_modules/${name}`)
    ),
    ...await koffiBinary(architecture),
  ];
}

async function koffiBinary(architecture: Architecture): Promise<GuestFile[]> {
  const version = wantedVersion("koffi");
  if (version === undefined) return [];
  const name = `@koromix/koffi-linux-${machineOf(architecture).node}`;
  const folder = await npmPackage(name, version, "package.json");
  return guestFiles(folder, `${GUEST_REPOSITORY}/node_modules/${name}`);
}
