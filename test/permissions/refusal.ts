import * as assert from "uvu/assert";

/** An input that must be refused, with the error's class and what its message must say. */
export interface Refusal<Input> {
  /** What is wrong with it, as a fact. */
  readonly fact: string;
  readonly input: Input;
  readonly error: typeof TypeError | typeof RangeError;
  /** The value as the message quotes it, or its beginning. */
  readonly names: string;
  /** Words of the remedy. */
  readonly remedy: string;
}

/** Checks that an act is refused as the case says. */
export function assertRefused<Input>(act: (input: Input) => unknown, expected: Refusal<Input>): void {
  const { fact, input, error, names, remedy } = expected;
  const thrown = thrownBy(() => act(input));
  assert.is(thrown.name, error.name, `${fact}: ${thrown}`);
  for (const part of [`"${names}`, remedy]) {
    assert.ok(thrown.message.includes(part), `${fact}: ${part} is missing in: ${thrown.message}`);
  }
}

/** What an act throws; fails if it returns. */
export function thrownBy(act: () => unknown): Error {
  let result: unknown;
  try {
    result = act();
  } catch (error) {
    return error as Error;
  }
  throw new Error(`Expected an error and got ${JSON.stringify(result)}`);
}

/** Runs a parser on what may be wrong: nothing but the errors for wrong arguments may come out of it. Gives its
 * result, or `undefined` if it refused. */
export function parsed<Result>(parse: () => Result): Result | undefined {
  try {
    return parse();
  } catch (error) {
    assert.ok(error instanceof TypeError || error instanceof RangeError, `${error}`);
    return undefined;
  }
}
