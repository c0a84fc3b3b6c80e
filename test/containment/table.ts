import type { Places } from "./places.ts";
import type { Programs, Row } from "./row.ts";
import { childRows } from "./rows/children.ts";
import { executionRows } from "./rows/execution.ts";
import { networkRows } from "./rows/network.ts";
import { outsideRows } from "./rows/outside.ts";
import { readingRows } from "./rows/reading.ts";
import { coldRows, warmRows } from "./rows/start.ts";
import { workerRows } from "./rows/workers.ts";
import { writingRows } from "./rows/writing.ts";
import type { Surroundings } from "./surroundings.ts";
import type { Variant } from "./variants.ts";

/** Every act there is, as it is tried in a variant. */
export function tableOf(variant: Variant, places: Places, programs: Programs, around: Surroundings): Row[] {
  return [
    ...readingRows(places),
    ...writingRows(places),
    ...childRows(places, programs),
    ...executionRows(places, programs),
    ...networkRows(programs, around),
    ...outsideRows(places, programs, around),
    ...(variant.warm ? warmRows(places) : coldRows(places)),
    ...variant.workers.flatMap((on) => workerRows(places, programs, on)),
  ];
}
