/** What every way to start a command must show: the same outcome bare and in a sandbox, but for what is denied. */
import { test } from "uvu";
import * as assert from "uvu/assert";
import { Sandbox } from "../../../mod.ts";
import { makeFolder } from "../../support/folder.ts";

/** What a face tells of a command that has ended. */
export interface FaceOutcome {
  readonly stdout: string;
  readonly stderr: string;
  /** The exit code; of a command that a signal ended, whatever the face makes of it. */
  readonly code: unknown;
}

/** Starts a command line the face's own way and waits for its end. */
export type Face = (words: readonly [string, ...string[]], input?: string) => Promise<FaceOutcome>;

const folder = makeFolder({ granted: "granted", secret: "secret" });
/** The sandbox that faces are examined with. */
export const sandbox: Sandbox = new Sandbox({
  read: [folder.at("granted")],
  run: ["cat", "sh", "env", "bash"],
});
test.after(() => {
  sandbox.close();
  folder.remove();
});

/** The command line in front of which a face needs the launcher. */
const viaLauncher = (face: Face): Face => ([command, ...args], input) =>
  face(sandbox.argv(command, args) as [string, ...string[]], input);

/** Examines a face.
 *
 * @param face bare
 * @param inside in the sandbox; left out, the launcher comes before the command
 */
export function examineFace(name: string, face: Face, inside: Face = viaLauncher(face)): void {
  test(`${name}: what is not granted is denied, the rest is done`, async () => {
    const script = `cat "$0"; cat "$1"`;
    const words = ["sh", "-c", script, folder.at("granted"), folder.at("secret")] as const;
    const bare = await face(words);
    assert.equal([bare.stdout.trim(), bare.code], ["grantedsecret", 0]);
    const confined = await inside(words);
    assert.equal([confined.stdout.trim(), confined.code], ["granted", 1]);
    assert.match(confined.stderr, /secret: Permission denied/);
  });

  test(`${name}: output, input, exit codes and signals are the same`, async () => {
    const cases: [words: readonly [string, ...string[]], input?: string][] = [
      [["sh", "-c", "echo out; echo err >&2; exit 42"]],
      [["sh", "-c", "exit 0"]],
      [["sh", "-c", "kill -TERM $$"]],
      [["sh", "-c", 'printf "%s|" "$@"', "sh", "a b", "", "$HOME", "*", "ü\n"]],
      [["cat"], "through\n"],
    ];
    for (const [words, input] of cases) {
      const [bare, confined] = [await face(words, input), await inside(words, input)];
      assert.equal(confined, bare, words.join(" "));
    }
  });

  test(`${name}: only the minimal environment passes`, async () => {
    process.env["FACE_SECRET"] = "s3cret";
    try {
      assert.match((await face(["env"])).stdout, /FACE_SECRET=s3cret/);
      const { stdout } = await inside(["env"]);
      assert.match(stdout, /^PATH=/m);
      assert.not.match(stdout, /s3cret/);
    } finally {
      delete process.env["FACE_SECRET"];
    }
  });
}
