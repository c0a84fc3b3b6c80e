/** Has a command that may write to the temporary folder write to all it finds there, then starts another command, and
 * prints what the first found and whether the second was confined: setting_launcher_folder.ts FOLDER SECRET, with
 * FOLDER in TMPDIR. */
import { Sandbox } from "../../mod.ts";

const [folder = "", secret = ""] = process.argv.slice(2);
const spoil = `find "${folder}" -type f; find "${folder}" -type f -exec cp "${folder}/other" {} ";"`;
const sandbox = new Sandbox({ read: [folder], write: [folder], run: ["sh", "find", "cp", "cat"] });
const { stdout } = sandbox.spawnSync("sh", ["-c", spoil], { encoding: "utf8" });
const { status } = sandbox.spawnSync("cat", [secret]);
console.log(JSON.stringify([String(stdout).trim().split("\n").sort(), status]));
