import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";

/** The SHA-256 of a file in hexadecimal, or `undefined` when there is no such file. */
export async function checksumFile(path: string): Promise<string | undefined> {
  const hash = createHash("sha256");
  try {
    for await (const chunk of createReadStream(path)) hash.update(chunk as Uint8Array);
  } catch (error) {
    if ((error as { code?: string }).code === "ENOENT") return undefined;
    throw error;
  }
  return hash.digest("hex");
}

/** A short name for a text, for file names that change with what they are made of. */
export function fingerprint(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}
