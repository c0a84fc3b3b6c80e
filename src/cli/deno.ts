import type { CommandLine } from "./command_line.ts";
export function main(_line: CommandLine): number { return 0 }
