/** How a thread reads secret files over and over. */
export interface Reading {
  /** `lockdown()` closes one after the other. */
  readonly secrets: readonly string[];
  readonly cat: string;
  /** Index of its first way in `WAYS`: sync, async and child follow each other. */
  readonly firstWay: number;
  /** Index of the way of Workers made by Workers. */
  readonly nestedWay: number;
  /** How long to go on, unless told to stop. */
  readonly milliseconds: number;
  /** What `tally.ts` says, for a thread that cannot import it. */
  readonly layout: { readonly stop: number; readonly closed: number; readonly first: number };
}

/** Reads by sync call, through the pool and by a child, until told to stop, and counts what came of it: half the time
 * the secret that was closed last, half the time the one that `lockdown()` closes next. Uses no
 * name from outside: it becomes the text of a Worker as well. */
export async function readOverAndOver(tally: Int32Array, reading: Reading): Promise<void> {
  const { readFileSync, promises } = process.getBuiltinModule("node:fs");
  const { spawn } = process.getBuiltinModule("node:child_process");
  const { secrets, cat, firstWay, layout } = reading;
  const deadline = Date.now() + reading.milliseconds;
  const DENIED = "EACCES";

  const byChild = (secret: string) =>
    new Promise<void>((resolve, reject) => {
      const child = spawn(cat, [secret], { stdio: "ignore" });
      child.on("error", reject);
      // cat itself ends with 1 when it may not open the file
      child.on("exit", (code) =>
        code === 0
          ? resolve()
          : reject(Object.assign(new Error(`exit code ${code}`), { code: code === 1 ? DENIED : "" })));
    });
  const attempt = async (way: number, act: (secret: string) => unknown) => {
    // Loaded before the read starts: what counts as closed then is closed
    const closed = Atomics.load(tally, layout.closed);
    const after = closed === secrets.length || (closed > 0 && Math.random() < 0.5) ? 1 : 0;
    let end = 0;
    try {
      await act(secrets[closed - after] as string);
    } catch (error) {
      if ((error as { code?: string }).code !== DENIED) throw error;
      end = 1;
    }
    Atomics.add(tally, layout.first + ((firstWay + way) * 2 + after) * 2 + end, 1);
  };
  const repeat = async (way: number, act: (secret: string) => unknown, pause: number) => {
    while (Atomics.load(tally, layout.stop) === 0 && Date.now() < deadline) {
      await attempt(way, act);
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  };
  await Promise.all([
    repeat(0, (secret) => readFileSync(secret), 1),
    ...Array.from({ length: 6 }, () => repeat(1, (secret) => promises.readFile(secret), 0)),
    repeat(2, byChild, 2),
  ]);
}
