/** What the service says about one archive. */
export interface ArchiveResult {
  readonly archive: string;
  /** What the tool wrote to standard error, if it failed. */
  readonly error?: string;
}

/** What the service says about one file in the outbox. */
export interface FileResult {
  readonly path: string;
  readonly sha256?: string;
  /** Why it could not be read, for example `EACCES`. */
  readonly error?: string;
}

/** What the service writes to standard output. */
export interface ServiceResult {
  /** How many threads lockdown() restricted; left out when unprotected. */
  readonly threads?: number | undefined;
  readonly archives: readonly ArchiveResult[];
  readonly files: readonly FileResult[];
}
