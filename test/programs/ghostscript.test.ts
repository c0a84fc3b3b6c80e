/** Ghostscript with its own protection off, and a document that prints a file of somebody else. */
import { existsSync } from "node:fs";
import { test } from "uvu";
import { Sandbox } from "../../mod.ts";
import { findProgram } from "../support/programs.ts";
import { skip } from "../support/skip.ts";
import { examineAttack, SECRET, trueNames } from "./three_steps.ts";

const gs = findProgram("gs");

if (gs === undefined) skip("Ghostscript", "ghostscript");
else {
  examineAttack({
    fact: "Ghostscript: a document does not print what it should not",
    harm: ["read outside", "wrote outside"],
    sandbox: ({ at }) => new Sandbox({ read: [at("work")], write: [at("work")], run: [gs] }, { tmp: true }),
    act(run, folder, hostile) {
      const { at } = folder;
      const attacks = hostile
        ? [
          `{ (${at("outside/secret")}) (r) file 100 string readstring pop print } stopped`,
          `{ (${at("outside/made")}) (w) file closefile } stopped`,
        ]
        : [];
      const page = "/Helvetica findfont 20 scalefont setfont 20 20 moveto (page) show showpage";
      const document = folder.write("work/page.ps", ["%!PS", ...attacks, page, ""].join("\n"));
      const options = ["-q", "-dNOSAFER", "-dBATCH", "-dNOPAUSE", "-sDEVICE=pgmraw", "-r10"];
      const { stdout } = run(gs, [...options, `-sOutputFile=${at("work/out.pgm")}`, document], {
        encoding: "utf8",
        input: "",
      });
      return {
        done: existsSync(at("work/out.pgm")),
        harm: trueNames({
          "read outside": stdout.includes(SECRET),
          "wrote outside": existsSync(at("outside/made")),
        }),
      };
    },
  });
}

test.run();
