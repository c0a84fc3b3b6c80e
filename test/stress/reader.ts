/** How a thread reads the secret file over and over. */
export interface Reading {
  readonly secret: string;
  readonly cat: string;
  /** Index of its first way in `WAYS`: sync, async and child follow each other. */
  readonly firstWay: number;
  /** Index of the way of Workers made by Workers. */
  readonly nestedWay: number;
  /** How long to go on, unless told to stop. */
  readonly milliseconds: number;
  /** What `tally.ts` says, for a thread that cannot import it. */
  readonly layout: { readonly stop: number; readonly locked: number; readonly first: number };
}

/** Reads by sync call, through the pool and by a child, until told to stop, and counts what came of it. Uses no
 * name from outside: it becomes the text of a Worker as well. */
export async function readOverAndOver(tally: Int32Array, reading: Reading): Promise<void> {
  const { readFileSync, promises } = process.getBuiltinModule("node:fs");
  const { spawn } = process.getBuiltinModule("node:child_process");
  const { secret, cat, firstWay, layout } = reading;
  const deadline = Date.now() + reading.milliseconds;
  const DENIED = "EACCES";

  const byChild = () =>
    new Promise<void>((resolve, reject) => {
      const child = spawn(cat, [secret], { stdio: "ignore" });
      child.on("error", reject);
      // cat itself ends with 1 when it may not open the file
      child.on("exit", (code) =>
        code === 0
          ? resolve()
          : reject(Object.assign(new Error(`exit code ${code}`), { code: code === 1 ? DENIED : "" })));
    });
  const attempt = async (way: number, act: () => unknown) => {
    // Loaded before the read starts: if it is set, so was the domain
    const after = Atomics.load(tally, layout.locked);
    let end = 0;
    try {
      await act();
    } catch (error) {
      if ((error as { code?: string }).code !== DENIED) throw error;
      end = 1;
    }
    Atomics.add(tally, layout.first + ((firstWay + way) * 2 + after) * 2 + end, 1);
  };
  const repeat = async (way: number, act: () => unknown, pause: number) => {
    while (Atomics.load(tally, layout.stop) === 0 && Date.now() < deadline) {
      await attempt(way, act);
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  };
  await Promise.all([
    repeat(0, () => readFileSync(secret), 1),
    ...Array.from({ length: 6 }, () => repeat(1, () => promises.readFile(secret), 0)),
    repeat(2, byChild, 2),
  ]);
}
