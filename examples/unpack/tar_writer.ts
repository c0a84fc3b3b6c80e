/** Writes tar archives byte by byte: a tool that packs would refuse, or mend, what the hostile ones contain. */

/** One member of an archive. */
export interface Member {
  /** A path; whatever it says is written as it is. */
  readonly name: string;
  /** Default `file`. */
  readonly type?: MemberType;
  /** Default 0o644. */
  readonly mode?: number;
  readonly content?: string;
  /** What a link leads to. */
  readonly target?: string;
  /** Major and minor number of a device. */
  readonly device?: readonly [number, number];
}

/** What a member is. */
export type MemberType = keyof typeof TYPE_FLAGS;

/** The letter that stands for each kind of member, `ustar` in POSIX 1003.1. */
const TYPE_FLAGS = {
  "file": "0",
  "hard link": "1",
  "symbolic link": "2",
  "character device": "3",
  "directory": "5",
} as const;

const BLOCK = 512;
/** Longest name and link target that fit the header. */
const LONGEST_NAME = 100;
/** So that an archive is the same on each run. */
const MODIFIED_SECONDS = 1_700_000_000;

/** An archive with these members, in this order, ended by two empty blocks. */
export function writeTar(members: readonly Member[]): Uint8Array {
  return Buffer.concat([...members.flatMap(memberBlocks), Buffer.alloc(2 * BLOCK)]);
}

function memberBlocks(member: Member): Buffer[] {
  const { name, target = "", type = "file", mode = 0o644, content = "", device = [0, 0] } = member;
  return [
    ...longName("L", name),
    ...longName("K", target),
    header({ name, target, mode, device, flag: TYPE_FLAGS[type], size: Buffer.byteLength(content) }),
    padded(content),
  ];
}

/** A name too long for the header stands in a member of its own before it, as GNU tar does it. */
function longName(flag: string, name: string): Buffer[] {
  if (Buffer.byteLength(name) <= LONGEST_NAME) return [];
  const content = `${name}\0`;
  const size = Buffer.byteLength(content);
  return [
    header({ name: "././@LongLink", target: "", mode: 0o644, device: [0, 0], flag, size }),
    padded(content),
  ];
}

interface Header {
  readonly name: string;
  readonly target: string;
  readonly mode: number;
  readonly device: readonly [number, number];
  readonly flag: string;
  readonly size: number;
}

function header({ name, target, mode, device: [major, minor], flag, size }: Header): Buffer {
  const block = Buffer.alloc(BLOCK);
  const octal = (value: number, offset: number, digits: number) =>
    block.write(value.toString(8).padStart(digits, "0"), offset);
  block.write(name, 0, LONGEST_NAME);
  octal(mode, 100, 7);
  octal(process.getuid?.() ?? 0, 108, 7);
  octal(process.getgid?.() ?? 0, 116, 7);
  octal(size, 124, 11);
  octal(MODIFIED_SECONDS, 136, 11);
  block.write(flag, 156);
  block.write(target, 157, LONGEST_NAME);
  block.write("ustar\x0000", 257);
  octal(major, 329, 7);
  octal(minor, 337, 7);
  // The sum of all bytes, taken with the sum itself as eight spaces
  block.fill(" ", 148, 156);
  octal(block.reduce((sum, byte) => sum + byte, 0), 148, 6);
  block[154] = 0;
  return block;
}

function padded(content: string): Buffer {
  const bytes = Buffer.from(content);
  return Buffer.concat([bytes, Buffer.alloc(-bytes.length & (BLOCK - 1))]);
}
