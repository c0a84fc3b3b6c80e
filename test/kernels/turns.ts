/** A guest is as busy as a core of the host, and small machines have two. */
const AT_ONCE = 2;

const waiting: (() => void)[] = [];
let running = 0;

/** Waits for one of the two places, and returns the function that leaves it. */
export async function takeTurn(): Promise<() => void> {
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  else running++;
  return () => {
    const next = waiting.shift();
    // The place goes straight to the next in line.
    if (next) next();
    else running--;
  };
}
