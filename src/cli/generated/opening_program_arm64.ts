// Written by `npm run listings` from `src/cli/opening_program.ts`, listed in the .lst file beside it

/** Where its labels are, in bytes. */
export const START: number = 0;

/** The machine code, in hexadecimal. */
export const CODE: string =
  "f3030091740a40f9030380d2a2020010e10314aa600c8092a83680d2010000d41f0000f18b010054f50300aa020080d2210180d2e00315aa080380d2010000d4023880d2a1010010600c8092a80680d2010000d4000080d2c80b80d2010000d40040200000000000000000000000000004000000000000002f70726f632f73656c662f66642f3900";
