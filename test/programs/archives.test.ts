/** Python's tarfile and GNU tar, told to trust an archive that writes outside. */
import { existsSync, writeFileSync } from "node:fs";
import { test } from "uvu";
import { findPython, findTar } from "../../examples/unpack/tools.ts";
import { writeTar } from "../../examples/unpack/tar_writer.ts";
import { presets, Sandbox } from "../../mod.ts";
import type { Folder } from "../support/folder.ts";
import { skip } from "../support/skip.ts";
import { examineAttack, type Run, trueNames } from "./three_steps.ts";

const UNPACK = `
import sys, tarfile
tarfile.TarFile.extraction_filter = staticmethod(lambda member, path: member)
with tarfile.open(sys.argv[1]) as archive:
    for member in archive:
        try:
            archive.extract(member, sys.argv[2])
        except OSError as error:
            print(error, file=sys.stderr)
`;

/** An archive with a file for the folder it is unpacked in, and two for other places. */
const archive = ({ at }: Folder, hostile: boolean) =>
  writeTar([
    ...(hostile
      ? [
        { name: at("outside/absolute"), content: "x" },
        { name: "../../outside/relative", content: "x" },
        { name: "link", type: "symbolic link" as const, target: at("outside") },
        { name: "link/linked", content: "x" },
      ]
      : []),
    { name: "file", content: "content" },
  ]);

const examine = (
  fact: string,
  sandbox: (folder: Folder) => Sandbox,
  unpack: (run: Run, folder: Folder) => void,
) =>
  examineAttack({
    fact,
    harm: ["absolute path", "relative path", "through a link"],
    sandbox,
    act(run, folder, hostile) {
      const { at } = folder;
      folder.write("work/target/.keep");
      writeFileSync(at("work/archive.tar"), archive(folder, hostile));
      unpack(run, folder);
      return {
        done: existsSync(at("work/target/file")),
        harm: trueNames({
          "absolute path": existsSync(at("outside/absolute")),
          "relative path": existsSync(at("outside/relative")),
          "through a link": existsSync(at("outside/linked")),
        }),
      };
    },
  });

const python = findPython();
if (python === undefined) skip("Python's tarfile", "python3");
else {
  examine(
    "Python's tarfile writes nothing outside",
    ({ at }) => new Sandbox(presets.python(at("work"), { program: python.path })),
    (run, { at }) =>
      run(python.path, ["-I", "-c", UNPACK, at("work/archive.tar"), at("work/target")], { cwd: at("work") }),
  );
}

const tar = findTar();
if (tar === undefined) skip("tar -P", "GNU tar");
else {
  examine(
    "tar -P writes nothing outside",
    ({ at }) => new Sandbox({ read: [at("work")], write: [at("work")], run: [tar.path] }),
    (run, { at }) => run(tar.path, ["-xPf", at("work/archive.tar"), "-C", at("work/target")]),
  );
}

test.run();
