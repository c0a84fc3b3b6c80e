import { HANGS_MILLISECONDS } from "./hangs.ts";

const PAUSE_MILLISECONDS = 50;

/** Waits until something is so. Whether it ever was: on a busy machine it may take long. */
export async function until(isSo: () => boolean): Promise<boolean> {
  for (let waited = 0; !isSo() && waited < HANGS_MILLISECONDS; waited += PAUSE_MILLISECONDS) {
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MILLISECONDS));
  }
  return isSo();
}
