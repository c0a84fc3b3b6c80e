/** How long a program that tests start may go without a sign of progress before it counts as hanging and is killed. On a
 * busy machine anything may take a hundred times as long as alone. Where progress can be seen (see `ended.ts`), the
 * count begins anew with each sign of it; a synchronous call cannot see any. */
export const HANGS_MILLISECONDS: number = 10 * 60_000;
