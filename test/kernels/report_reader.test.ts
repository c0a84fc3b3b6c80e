import { Buffer } from "node:buffer";
import { createHash } from "node:crypto";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { ReportReader } from "./report_reader.ts";

function output(index: number, name: string, text: string): string {
  const sum = createHash("sha256").update(text).digest("hex");
  const lines = Buffer.from(text).toString("base64").replace(/(.{76})/g, "$1\n");
  return `output ${index} ${name} ${sum}\n${lines}\n.\n`;
}

const REPORT = "ready 1.50\nbegin 0\n" +
  output(0, "stdout", `${"ä long line ".repeat(50)}\n.\n`) + output(0, "stderr", "") +
  "end 0 3 1.50 2.25\nbegin 1\n";

test("the report arrives whole however it was cut, and the unfinished command has no exit code", () => {
  for (const size of [1, 7, 100_000]) {
    const events: string[] = [];
    const reader = new ReportReader(["first", "second"], {
      onReady: () => events.push("ready"),
      onBegin: (index) => events.push(`begin ${index}`),
      onEnd: (index, { code }) => events.push(`end ${index} ${code}`),
      onDone: () => events.push("done"),
    });
    const bytes = Buffer.from(REPORT);
    for (let start = 0; start < bytes.length; start += size) reader.push(bytes.subarray(start, start + size));
    assert.equal(events, ["ready", "begin 0", "end 0 3", "begin 1"]);
    assert.equal(reader.complete(), [
      {
        command: "first",
        code: 3,
        stdout: `${"ä long line ".repeat(50)}\n.\n`,
        stderr: "",
        milliseconds: 750,
      },
      { command: "second", code: null, stdout: "", stderr: "", milliseconds: 0 },
    ]);
  }
});

test("damaged output is an error", () => {
  const reader = new ReportReader(["first"]);
  const damaged = output(0, "stdout", "hello").replace(/\n\w/, "\nZ");
  assert.throws(() => reader.push(Buffer.from(damaged)), /checksum/);
});

test.run();
