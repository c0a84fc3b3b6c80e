/** npm with a package whose lifecycle scripts build something, and with one whose scripts are hostile as well. */
import { existsSync, readFileSync } from "node:fs";
import { test } from "uvu";
import { presets, Sandbox } from "../../mod.ts";
import { findProgram } from "../support/programs.ts";
import { listen } from "../support/servers.ts";
import { skip } from "../support/skip.ts";
import { until } from "../support/until.ts";
import { examineAttack, SECRET, trueNames } from "./three_steps.ts";

/** The script of a hostile package: `postinstall.cjs <home> <port> <loot>`, each act by itself. */
const POSTINSTALL = `
const fs = require("fs");
const { spawn } = require("child_process");
const [home, port, loot] = process.argv.slice(2);
const attempt = (act) => { try { act(); } catch {} };
attempt(() => fs.writeFileSync("read", fs.readFileSync(home + "/.ssh/id")));
attempt(() => fs.appendFileSync(home + "/.bashrc", "evil"));
// A daemon that outlives npm, and tries the same from there
const daemon = "sleep 0.5; cat " + home + "/.ssh/id > daemon-read; echo x > " + loot + "; echo x > daemon-was-here";
attempt(() => spawn("sh", ["-c", daemon], { detached: true, stdio: "ignore" }).unref());
const socket = require("net").connect(port, "127.0.0.1");
socket.on("connect", () => { fs.writeFileSync("connected", ""); socket.destroy(); });
socket.on("error", () => {});
`;

const manifest = (scripts: Record<string, string>, rest = {}) =>
  JSON.stringify({ name: "package", version: "1.0.0", scripts, ...rest });

if (findProgram("node") === undefined) skip("npm install", "node in PATH");
else {
  examineAttack({
    fact: "npm install: lifecycle scripts build the package, and reach nothing else",
    harm: [
      "read ~/.ssh",
      "wrote ~/.bashrc",
      "connected",
      "the daemon read ~/.ssh",
      "the daemon wrote outside",
    ],
    sandbox: ({ at }) => new Sandbox(presets.npm(at("work")), { tmp: true }),
    async act(run, folder, hostile) {
      const { at } = folder;
      folder.write("home/.ssh/id", SECRET);
      folder.write("home/.bashrc", "");
      const server = await listen("127.0.0.1");
      const attack = `node postinstall.cjs ${at("home")} ${server.port} ${at("outside/loot")}`;
      folder.write("work/postinstall.cjs", POSTINSTALL);
      folder.write(
        "work/tool/package.json",
        JSON.stringify({ name: "tool", version: "1.0.0", bin: "tool.cjs" }),
      );
      folder.write(
        "work/tool/tool.cjs",
        '#!/usr/bin/env node\nrequire("fs").writeFileSync("built", process.argv[2])',
      );
      const scripts = {
        preinstall: "echo pre > pre",
        install: "tool by-its-tool",
        postinstall: hostile
          ? attack
          : "node -e \"require('fs').mkdtempSync(require('os').tmpdir() + '/x')\"",
      };
      folder.write("work/package.json", manifest(scripts, { dependencies: { tool: "file:./tool" } }));
      // Not what `npm test` tells its own scripts
      const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith("npm_"));
      const env = { ...Object.fromEntries(inherited), HOME: at("home") };
      const { status, stdout, stderr } = run("npm", ["install", "--offline", "--no-audit", "--no-fund"], {
        cwd: at("work"),
        env,
        encoding: "utf8",
      });
      server.close();
      if (status !== 0) console.log(stdout, stderr);
      const daemonRan = () => existsSync(at("work/daemon-was-here"));
      if (hostile && !await until(daemonRan)) throw new Error("the daemon did not run");
      const text = (name: string) => existsSync(at(name)) ? readFileSync(at(name), "utf8") : "";
      return {
        done: status === 0 && text("work/pre") === "pre\n" && text("work/built") === "by-its-tool",
        harm: trueNames({
          "read ~/.ssh": text("work/read") === SECRET,
          "wrote ~/.bashrc": text("home/.bashrc") !== "",
          "connected": existsSync(at("work/connected")),
          "the daemon read ~/.ssh": text("work/daemon-read") === SECRET,
          "the daemon wrote outside": existsSync(at("outside/loot")),
        }),
      };
    },
  });
}

test.run();
