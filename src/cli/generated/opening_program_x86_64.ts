// Written by `npm run listings` from `src/cli/opening_program.ts`, listed in the .lst file beside it

/** Where its labels are, in bytes. */
export const START: number = 0;

/** The machine code, in hexadecimal. */
export const CODE: string =
  "4889e3488b6b1048c7c79cffffff4889ee488d155000000041ba18000000b8b50100000f054883f8000f8c2e0000004989c44c89e7be0900000031d2b8240100000f0548c7c79cffffff488d352f000000bac0010000b80c0100000f0531ffb8e70000000f0500000000210000000000000000000000000004000000000000002f70726f632f73656c662f66642f3900";
