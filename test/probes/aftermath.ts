import type { Activity, Input } from "../aftermath/activity.ts";
import { children } from "../aftermath/children.ts";
import { collection } from "../aftermath/collection.ts";
import { layers, narrower } from "../aftermath/layers.ts";
import { network } from "../aftermath/network.ts";
import { newWorkers } from "../aftermath/new_workers.ts";
import { setIdSignal } from "../aftermath/set_id_signal.ts";
import { signals } from "../aftermath/signals.ts";
import { timers } from "../aftermath/timers.ts";

const ACTIVITIES: Readonly<Record<string, Activity>> = {
  children,
  collection,
  layers,
  narrower,
  network,
  newWorkers,
  setIdSignal,
  signals,
  timers,
};

/** Carries out the activity named in the first argument, with the input in the second. */
const [name = "", input = ""] = process.argv.slice(2);
const result = await ACTIVITIES[name]?.(JSON.parse(input) as Input);
console.log(JSON.stringify(result));
