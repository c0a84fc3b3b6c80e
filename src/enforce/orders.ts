/** Where the signal handler finds its orders and leaves its results; 32-bit words, offsets in bytes. */
export const ORDERS = {
  /** Descriptor of the ruleset. */
  ruleset: 0,
  /** Flags for `landlock_restrict_self`. */
  flags: 4,
  /** How many threads have begun to write a record. */
  taken: 8,
  /** How many threads are through. */
  done: 12,
  /** Records of two words each: thread id, and what `landlock_restrict_self` returned there. */
  records: 16,
} as const;

/** Bytes of one record. */
export const RECORD_SIZE = 8;
/** Records there is room for: more threads than that are not confirmed, and so not accepted. */
export const MOST_RECORDS = 8192;
/** Bytes of the whole area. */
export const ORDERS_SIZE: number = ORDERS.records + MOST_RECORDS * RECORD_SIZE;
