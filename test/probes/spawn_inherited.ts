/** `spawn_inherited <bare|sandbox>` starts a command that has the streams of this process, and ends as it did. */
import { spawn } from "node:child_process";
import { Sandbox } from "../../mod.ts";

const sandbox = new Sandbox({ run: ["sh", "cat"] });
const start = process.argv[2] === "bare" ? spawn : sandbox.spawn;
const child = start("sh", ["-c", "cat; echo out; echo err >&2; exit 3"], { stdio: "inherit" });
child.once("exit", (code) => process.exit(code));
