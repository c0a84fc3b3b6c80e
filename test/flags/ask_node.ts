import { spawn } from "node:child_process";
import { HANGS_MILLISECONDS } from "../support/hangs.ts";

/** A question to `process.permission.has()`. */
export type NodeQuestion = readonly [scope: string, path?: string];

/** What Node does with its flags. */
export type NodeAnswer =
  | { readonly refused: string }
  | {
    /** `undefined` where Node restricts nothing. */
    readonly states: readonly boolean[] | undefined;
    readonly execArgv: readonly string[];
  };

/** How Node is started. */
export interface NodeCall {
  readonly executable: string;
  readonly words: readonly string[];
  readonly script: string;
  readonly directory: string;
  readonly nodeOptions?: string | undefined;
}

/** A program that asks Node the questions that are written in it. */
export function nodeProbe(questions: readonly NodeQuestion[]): string {
  return `
const { permission, execArgv } = process;
const questions = ${JSON.stringify(questions)};
const states = permission && questions.map(([scope, path]) => path ? permission.has(scope, path) : permission.has(scope));
console.log("ANSWER " + JSON.stringify({ states, execArgv }));
`;
}

/** Starts Node and reads what the probe prints. */
export function askNode(call: NodeCall): Promise<NodeAnswer> {
  const { NODE_OPTIONS: _, ...environment } = process.env;
  const child = spawn(call.executable, [...call.words, call.script], {
    cwd: call.directory,
    env: call.nodeOptions === undefined ? environment : { ...environment, NODE_OPTIONS: call.nodeOptions },
    stdio: ["ignore", "pipe", "pipe"],
    timeout: HANGS_MILLISECONDS,
  });
  let [output, errors] = ["", ""];
  child.stdout.on("data", (data) => output += data);
  child.stderr.on("data", (data) => errors += data);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", () => {
      const answer = /^ANSWER (.*)$/m.exec(output)?.[1];
      resolve(answer === undefined ? { refused: errors.trim() || "no answer" } : JSON.parse(answer));
    });
  });
}
