import process from "node:process";

const QUIET_MILLISECONDS = 2_000;
const REPEAT_MILLISECONDS = 20_000;

/**
 * Waits for a piece of work and says on stderr what is being waited for, once that takes over two seconds.
 * A terminal gets one line that counts; a log gets a line now and then.
 */
export async function progress<Result>(label: string, work: Promise<Result>): Promise<Result> {
  const terminal = process.stderr.isTTY === true;
  const begin = performance.now();
  let announced = false;
  const announce = () => {
    announced = true;
    const seconds = Math.round((performance.now() - begin) / 1_000);
    process.stderr.write(terminal ? `\r\x1b[K${label} ... ${seconds} s` : `${label} ... ${seconds} s\n`);
  };
  let repeat: ReturnType<typeof setInterval> | undefined;
  const first = setTimeout(() => {
    announce();
    repeat = setInterval(announce, terminal ? 1_000 : REPEAT_MILLISECONDS);
  }, QUIET_MILLISECONDS);
  try {
    return await work;
  } finally {
    clearTimeout(first);
    clearInterval(repeat);
    if (announced && terminal) process.stderr.write("\r\x1b[K");
  }
}
