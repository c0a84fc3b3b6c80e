/** ffmpeg with a playlist that includes a file of somebody else. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { test } from "uvu";
import { Sandbox } from "../../mod.ts";
import { findProgram } from "../support/programs.ts";
import { skip } from "../support/skip.ts";
import { examineAttack, trueNames } from "./three_steps.ts";

const ffmpeg = findProgram("ffmpeg");
const [OWN, OTHERS] = [0x11, 0x77];

/** A sound file of samples that are all the same. */
function wave(sample: number): Uint8Array {
  const samples = new Uint8Array(8000).fill(sample);
  const header = Buffer.alloc(44);
  header.write("RIFF", 0);
  header.writeUInt32LE(36 + samples.length, 4);
  header.write("WAVEfmt ", 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20); // PCM
  header.writeUInt16LE(1, 22); // One channel
  header.writeUInt32LE(8000, 24);
  header.writeUInt32LE(16000, 28);
  header.writeUInt16LE(2, 32);
  header.writeUInt16LE(16, 34);
  header.write("data", 36);
  header.writeUInt32LE(samples.length, 40);
  return Buffer.concat([header, samples]);
}

if (ffmpeg === undefined) skip("ffmpeg", "ffmpeg");
else {
  examineAttack({
    fact: "ffmpeg: a playlist does not include what it should not",
    harm: ["read outside"],
    sandbox: ({ at }) => new Sandbox({ read: [at("work")], write: [at("work")], run: [ffmpeg] }),
    act(run, { at }, hostile) {
      writeFileSync(at("work/own.wav"), wave(OWN));
      writeFileSync(at("outside/other.wav"), wave(OTHERS));
      const files = ["own.wav", ...(hostile ? [at("outside/other.wav")] : [])];
      writeFileSync(at("work/list.txt"), files.map((file) => `file '${file}'\n`).join(""));
      const input = ["-f", "concat", "-safe", "0", "-i", at("work/list.txt")];
      run(ffmpeg, ["-v", "error", "-nostdin", ...input, "-c", "copy", at("work/out.wav")]);
      const output = existsSync(at("work/out.wav")) ? readFileSync(at("work/out.wav")) : Buffer.alloc(0);
      const contains = (sample: number) => output.includes(Buffer.alloc(100, sample));
      return { done: contains(OWN), harm: trueNames({ "read outside": contains(OTHERS) }) };
    },
  });
}

test.run();
