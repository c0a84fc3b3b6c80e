/** Something a program may try, with words as arguments. It throws (or rejects) when it does not succeed. */
export type Act = (...words: string[]) => unknown;

/** An act with its arguments, and the thread it happens on. */
export interface Step {
  readonly act: string;
  readonly words: readonly string[];
  readonly on: Place;
}

/** Where an act happens: the main thread, or a Worker of `node:worker_threads` or of the web's kind, made before
 * lockdown or after. */
export type Place = "main" | "thread before" | "thread after" | "web before" | "web after";
