/** Where the signal handler finds its orders and leaves its results; 32-bit words, offsets in bytes. */
export const ORDERS = {
  /** Descriptor of the ruleset; -1 where the threads are in its domain already. */
  ruleset: 0,
  /** Flags for `landlock_restrict_self`. */
  flags: 4,
  /** How many threads have taken a record. */
  taken: 8,
  /** Policy that sets the mark of a restricted thread, see `mark.ts`; 0 for no mark. */
  mark: 12,
  /** Records of 64 bits each, written in one step: the thread id below, above it what `landlock_restrict_self`
   * returned there. 0 until then. */
  records: 56,
  /** 1 if the thread is to give up capabilities. */
  dropsCapabilities: 16,
  /** Header and records for `capset(2)`, 32 bytes; see `capabilities.ts`. */
  capabilities: 24,
} as const;

/** Bytes of one record. */
export const RECORD_SIZE = 8;
/** Records there is room for, a power of two. Record n lies where record n + {@linkcode MOST_RECORDS} will: no more
 * threads are signalled at a time than there are records that have been read. */
export const MOST_RECORDS = 8192;
/** Bytes of the whole area. */
export const ORDERS_SIZE: number = ORDERS.records + MOST_RECORDS * RECORD_SIZE;
