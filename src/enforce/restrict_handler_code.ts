import type { Architecture } from "../../runtimes/runtime.ts";
import type { Listing } from "../machine/listing.ts";

/** The signal handler of `restrict_handler.ts` in machine code. Written by `npm run listings`; a test disassembles it. */
export const RESTRICT_HANDLER: Record<Architecture, Listing<"handler" | "restorer" | "orders">> = {
  x86_64: {
    labels: { handler: 0, restorer: 186, orders: 200 },
    listing: `
000  48 8d 1d c1 00 00 00    | lea rbx,[rip+0xc1]                                   |
007  48 8b 1b                | mov rbx,QWORD PTR [rbx]                              | where the orders are
00a  8b 2b                   | mov ebp,DWORD PTR [rbx]                              |
00c  44 8b 63 04             | mov r12d,DWORD PTR [rbx+0x4]                         |
010  bf 26 00 00 00          | mov edi,0x26                                         | an unprivileged thread may not restrict itself without
015  be 01 00 00 00          | mov esi,0x1                                          |
01a  31 d2                   | xor edx,edx                                          |
01c  45 31 d2                | xor r10d,r10d                                        |
01f  41 50                   | push r8                                              |
021  45 31 c0                | xor r8d,r8d                                          |
024  b8 9d 00 00 00          | mov eax,0x9d                                         |
029  0f 05                   | syscall                                              |
02b  41 58                   | pop r8                                               |
02d  48 89 ef                | mov rdi,rbp                                          |
030  4c 89 e6                | mov rsi,r12                                          |
033  b8 be 01 00 00          | mov eax,0x1be                                        |
038  0f 05                   | syscall                                              |
03a  49 89 c5                | mov r13,rax                                          | 0 or the negated errno
03d  49 83 fd 00             | cmp r13,0x0                                          |
041  0f 85 45 00 00 00       | jne 0x8c                                             |
047  8b 6b 0c                | mov ebp,DWORD PTR [rbx+0xc]                          |
04a  48 83 fd 00             | cmp rbp,0x0                                          |
04e  0f 84 38 00 00 00       | je 0x8c                                              |
054  bf 21 00 00 00          | mov edi,0x21                                         | sets the mark
059  be 01 00 00 00          | mov esi,0x1                                          |
05e  48 89 ea                | mov rdx,rbp                                          |
061  45 31 d2                | xor r10d,r10d                                        |
064  41 50                   | push r8                                              |
066  45 31 c0                | xor r8d,r8d                                          |
069  b8 9d 00 00 00          | mov eax,0x9d                                         |
06e  0f 05                   | syscall                                              |
070  41 58                   | pop r8                                               |
072  bf 21 00 00 00          | mov edi,0x21                                         | the policy is the default again, the mark stays
077  31 f6                   | xor esi,esi                                          |
079  31 d2                   | xor edx,edx                                          |
07b  45 31 d2                | xor r10d,r10d                                        |
07e  41 50                   | push r8                                              |
080  45 31 c0                | xor r8d,r8d                                          |
083  b8 9d 00 00 00          | mov eax,0x9d                                         |
088  0f 05                   | syscall                                              |
08a  41 58                   | pop r8                                               |
08c  b8 ba 00 00 00          | mov eax,0xba                                         | who we are
091  0f 05                   | syscall                                              |
093  49 c1 e5 20             | shl r13,0x20                                         |
097  49 01 c5                | add r13,rax                                          |
09a  b9 01 00 00 00          | mov ecx,0x1                                          | a record of our own
09f  f0 0f c1 4b 08          | lock xadd DWORD PTR [rbx+0x8],ecx                    |
0a4  49 89 ce                | mov r14,rcx                                          |
0a7  49 81 e6 ff 1f 00 00    | and r14,0x1fff                                       |
0ae  49 c1 e6 03             | shl r14,0x3                                          |
0b2  49 01 de                | add r14,rbx                                          |
0b5  4d 89 6e 10             | mov QWORD PTR [r14+0x10],r13                         |
0b9  c3                      | ret                                                  | to the restorer
0ba  b8 0f 00 00 00          | mov eax,0xf                                          | continues where the signal came in
0bf  0f 05                   | syscall                                              |
0c1  00 00 00 00 00 00 00    | .balign 8                                            |
0c8  00 00 00 00 00 00 00 00 | .byte 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00 | address of the orders, filled in at run time
`,
  },
  arm64: {
    labels: { handler: 0, restorer: 208, orders: 216 },
    listing: `
000  d3 06 00 10             | adr x19, 0xd8                                        |
004  73 02 40 f9             | ldr x19, [x19]                                       | where the orders are
008  74 02 40 b9             | ldr w20, [x19]                                       |
00c  75 06 40 b9             | ldr w21, [x19, #4]                                   |
010  04 00 80 d2             | mov x4, #0x0                                         | an unprivileged thread may not restrict itself without
014  03 00 80 d2             | mov x3, #0x0                                         |
018  02 00 80 d2             | mov x2, #0x0                                         |
01c  21 00 80 d2             | mov x1, #0x1                                         |
020  c0 04 80 d2             | mov x0, #0x26                                        |
024  e8 14 80 d2             | mov x8, #0xa7                                        |
028  01 00 00 d4             | svc #0x0                                             |
02c  e1 03 15 aa             | mov x1, x21                                          |
030  e0 03 14 aa             | mov x0, x20                                          |
034  c8 37 80 d2             | mov x8, #0x1be                                       |
038  01 00 00 d4             | svc #0x0                                             |
03c  f6 03 00 aa             | mov x22, x0                                          | 0 or the negated errno
040  df 02 00 f1             | cmp x22, #0x0                                        |
044  41 02 00 54             | b.ne 0x8c                                            |
048  74 0e 40 b9             | ldr w20, [x19, #12]                                  |
04c  9f 02 00 f1             | cmp x20, #0x0                                        |
050  e0 01 00 54             | b.eq 0x8c                                            |
054  04 00 80 d2             | mov x4, #0x0                                         | sets the mark
058  03 00 80 d2             | mov x3, #0x0                                         |
05c  e2 03 14 aa             | mov x2, x20                                          |
060  21 00 80 d2             | mov x1, #0x1                                         |
064  20 04 80 d2             | mov x0, #0x21                                        |
068  e8 14 80 d2             | mov x8, #0xa7                                        |
06c  01 00 00 d4             | svc #0x0                                             |
070  04 00 80 d2             | mov x4, #0x0                                         | the policy is the default again, the mark stays
074  03 00 80 d2             | mov x3, #0x0                                         |
078  02 00 80 d2             | mov x2, #0x0                                         |
07c  01 00 80 d2             | mov x1, #0x0                                         |
080  20 04 80 d2             | mov x0, #0x21                                        |
084  e8 14 80 d2             | mov x8, #0xa7                                        |
088  01 00 00 d4             | svc #0x0                                             |
08c  48 16 80 d2             | mov x8, #0xb2                                        | who we are
090  01 00 00 d4             | svc #0x0                                             |
094  d6 7e 60 d3             | lsl x22, x22, #32                                    |
098  d6 02 00 8b             | add x22, x22, x0                                     |
09c  6a 22 00 91             | add x10, x19, #0x8                                   | a record of our own
0a0  29 00 80 d2             | mov x9, #0x1                                         |
0a4  4b fd 5f 88             | ldaxr w11, [x10]                                     |
0a8  6c 01 09 0b             | add w12, w11, w9                                     |
0ac  4c fd 0d 88             | stlxr w13, w12, [x10]                                |
0b0  ad ff ff 35             | cbnz w13, 0xa4                                       |
0b4  f7 03 0b aa             | mov x23, x11                                         |
0b8  e9 ff 83 d2             | mov x9, #0x1fff                                      |
0bc  f7 02 09 8a             | and x23, x23, x9                                     |
0c0  f7 f2 7d d3             | lsl x23, x23, #3                                     |
0c4  f7 02 13 8b             | add x23, x23, x19                                    |
0c8  f6 0a 00 f9             | str x22, [x23, #16]                                  |
0cc  c0 03 5f d6             | ret                                                  | to the restorer
0d0  68 11 80 d2             | mov x8, #0x8b                                        | continues where the signal came in
0d4  01 00 00 d4             | svc #0x0                                             |
0d8  00 00 00 00 00 00 00 00 | .byte 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00 | address of the orders, filled in at run time
`,
  },
};
