/** A program that puts a file's name into a shell command. */
import { existsSync } from "node:fs";
import { test } from "uvu";
import { Sandbox } from "../../mod.ts";
import { examineAttack, SECRET, trueNames } from "./three_steps.ts";

examineAttack({
  fact: "a command in a file's name reaches nothing outside",
  harm: ["read outside", "wrote outside"],
  sandbox: ({ at }) => new Sandbox({ read: [at("work")], write: [at("work")], run: ["sh", "wc", "cat"] }),
  act(run, folder, hostile) {
    // A name has no slash, so the attack moves up first
    const name = hostile ? "x; cd ..; cd outside; cat secret; echo x > made" : "x";
    folder.write("work/x", "12345");
    folder.write(`work/${name}`, "12345");
    const options = { shell: true, cwd: folder.at("work"), encoding: "utf8" } as const;
    const { stdout } = run(`wc -c < ${name}`, options);
    return {
      done: /^\s*5\b/.test(stdout),
      harm: trueNames({
        "read outside": stdout.includes(SECRET),
        "wrote outside": existsSync(folder.at("outside/made")),
      }),
    };
  },
});

test.run();
