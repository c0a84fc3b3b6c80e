import type { Architecture } from "../../runtimes/runtime.ts";
import type { Listing } from "../machine/listing.ts";

/** The signal handler of `restrict_handler.ts` in machine code. Written by `npm run listings`; a test disassembles it. */
export const RESTRICT_HANDLER: Record<Architecture, Listing<"handler" | "restorer" | "orders">> = {
  x86_64: {
    labels: { handler: 0, restorer: 241, orders: 248 },
    listing: `
000  48 8d 1d f1 00 00 00    | lea rbx,[rip+0xf1]                                   |
007  48 8b 1b                | mov rbx,QWORD PTR [rbx]                              | where the orders are
00a  48 63 2b                | movsxd rbp,DWORD PTR [rbx]                           |
00d  44 8b 63 04             | mov r12d,DWORD PTR [rbx+0x4]                         |
011  bf 26 00 00 00          | mov edi,0x26                                         | an unprivileged thread may not restrict itself without
016  be 01 00 00 00          | mov esi,0x1                                          |
01b  31 d2                   | xor edx,edx                                          |
01d  45 31 d2                | xor r10d,r10d                                        |
020  41 50                   | push r8                                              |
022  45 31 c0                | xor r8d,r8d                                          |
025  b8 9d 00 00 00          | mov eax,0x9d                                         |
02a  0f 05                   | syscall                                              |
02c  41 58                   | pop r8                                               |
02e  45 31 ed                | xor r13d,r13d                                        |
031  48 83 fd 00             | cmp rbp,0x0                                          |
035  0f 8c 1a 00 00 00       | jl 0x55                                              |
03b  48 89 ef                | mov rdi,rbp                                          |
03e  4c 89 e6                | mov rsi,r12                                          |
041  b8 be 01 00 00          | mov eax,0x1be                                        |
046  0f 05                   | syscall                                              |
048  49 89 c5                | mov r13,rax                                          | 0 or the negated errno
04b  49 83 fd 00             | cmp r13,0x0                                          |
04f  0f 85 6e 00 00 00       | jne 0xc3                                             |
055  8b 6b 10                | mov ebp,DWORD PTR [rbx+0x10]                         |
058  48 83 fd 00             | cmp rbp,0x0                                          |
05c  0f 84 1c 00 00 00       | je 0x7e                                              |
062  48 8d 7b 18             | lea rdi,[rbx+0x18]                                   |
066  48 8d 73 20             | lea rsi,[rbx+0x20]                                   |
06a  b8 7e 00 00 00          | mov eax,0x7e                                         |
06f  0f 05                   | syscall                                              |
071  49 89 c5                | mov r13,rax                                          |
074  49 83 fd 00             | cmp r13,0x0                                          |
078  0f 85 45 00 00 00       | jne 0xc3                                             |
07e  8b 6b 0c                | mov ebp,DWORD PTR [rbx+0xc]                          |
081  48 83 fd 00             | cmp rbp,0x0                                          |
085  0f 84 38 00 00 00       | je 0xc3                                              |
08b  bf 21 00 00 00          | mov edi,0x21                                         | sets the mark
090  be 01 00 00 00          | mov esi,0x1                                          |
095  48 89 ea                | mov rdx,rbp                                          |
098  45 31 d2                | xor r10d,r10d                                        |
09b  41 50                   | push r8                                              |
09d  45 31 c0                | xor r8d,r8d                                          |
0a0  b8 9d 00 00 00          | mov eax,0x9d                                         |
0a5  0f 05                   | syscall                                              |
0a7  41 58                   | pop r8                                               |
0a9  bf 21 00 00 00          | mov edi,0x21                                         | the policy is the default again, the mark stays
0ae  31 f6                   | xor esi,esi                                          |
0b0  31 d2                   | xor edx,edx                                          |
0b2  45 31 d2                | xor r10d,r10d                                        |
0b5  41 50                   | push r8                                              |
0b7  45 31 c0                | xor r8d,r8d                                          |
0ba  b8 9d 00 00 00          | mov eax,0x9d                                         |
0bf  0f 05                   | syscall                                              |
0c1  41 58                   | pop r8                                               |
0c3  b8 ba 00 00 00          | mov eax,0xba                                         | who we are
0c8  0f 05                   | syscall                                              |
0ca  49 c1 e5 20             | shl r13,0x20                                         |
0ce  49 01 c5                | add r13,rax                                          |
0d1  b9 01 00 00 00          | mov ecx,0x1                                          | a record of our own
0d6  f0 0f c1 4b 08          | lock xadd DWORD PTR [rbx+0x8],ecx                    |
0db  49 89 ce                | mov r14,rcx                                          |
0de  49 81 e6 ff 1f 00 00    | and r14,0x1fff                                       |
0e5  49 c1 e6 03             | shl r14,0x3                                          |
0e9  49 01 de                | add r14,rbx                                          |
0ec  4d 89 6e 38             | mov QWORD PTR [r14+0x38],r13                         |
0f0  c3                      | ret                                                  | to the restorer
0f1  b8 0f 00 00 00          | mov eax,0xf                                          | continues where the signal came in
0f6  0f 05                   | syscall                                              |
0f8  00 00 00 00 00 00 00 00 | .byte 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00 | address of the orders, filled in at run time
`,
  },
  arm64: {
    labels: { handler: 0, restorer: 260, orders: 272 },
    listing: `
000  93 08 00 10             | adr x19, 0x110                                       |
004  73 02 40 f9             | ldr x19, [x19]                                       | where the orders are
008  74 02 80 b9             | ldrsw x20, [x19]                                     |
00c  75 06 40 b9             | ldr w21, [x19, #4]                                   |
010  04 00 80 d2             | mov x4, #0x0                                         | an unprivileged thread may not restrict itself without
014  03 00 80 d2             | mov x3, #0x0                                         |
018  02 00 80 d2             | mov x2, #0x0                                         |
01c  21 00 80 d2             | mov x1, #0x1                                         |
020  c0 04 80 d2             | mov x0, #0x26                                        |
024  e8 14 80 d2             | mov x8, #0xa7                                        |
028  01 00 00 d4             | svc #0x0                                             |
02c  16 00 80 d2             | mov x22, #0x0                                        |
030  9f 02 00 f1             | cmp x20, #0x0                                        |
034  0b 01 00 54             | b.lt 0x54                                            |
038  e1 03 15 aa             | mov x1, x21                                          |
03c  e0 03 14 aa             | mov x0, x20                                          |
040  c8 37 80 d2             | mov x8, #0x1be                                       |
044  01 00 00 d4             | svc #0x0                                             |
048  f6 03 00 aa             | mov x22, x0                                          | 0 or the negated errno
04c  df 02 00 f1             | cmp x22, #0x0                                        |
050  81 03 00 54             | b.ne 0xc0                                            |
054  74 12 40 b9             | ldr w20, [x19, #16]                                  |
058  9f 02 00 f1             | cmp x20, #0x0                                        |
05c  00 01 00 54             | b.eq 0x7c                                            |
060  61 82 00 91             | add x1, x19, #0x20                                   |
064  60 62 00 91             | add x0, x19, #0x18                                   |
068  68 0b 80 d2             | mov x8, #0x5b                                        |
06c  01 00 00 d4             | svc #0x0                                             |
070  f6 03 00 aa             | mov x22, x0                                          |
074  df 02 00 f1             | cmp x22, #0x0                                        |
078  41 02 00 54             | b.ne 0xc0                                            |
07c  74 0e 40 b9             | ldr w20, [x19, #12]                                  |
080  9f 02 00 f1             | cmp x20, #0x0                                        |
084  e0 01 00 54             | b.eq 0xc0                                            |
088  04 00 80 d2             | mov x4, #0x0                                         | sets the mark
08c  03 00 80 d2             | mov x3, #0x0                                         |
090  e2 03 14 aa             | mov x2, x20                                          |
094  21 00 80 d2             | mov x1, #0x1                                         |
098  20 04 80 d2             | mov x0, #0x21                                        |
09c  e8 14 80 d2             | mov x8, #0xa7                                        |
0a0  01 00 00 d4             | svc #0x0                                             |
0a4  04 00 80 d2             | mov x4, #0x0                                         | the policy is the default again, the mark stays
0a8  03 00 80 d2             | mov x3, #0x0                                         |
0ac  02 00 80 d2             | mov x2, #0x0                                         |
0b0  01 00 80 d2             | mov x1, #0x0                                         |
0b4  20 04 80 d2             | mov x0, #0x21                                        |
0b8  e8 14 80 d2             | mov x8, #0xa7                                        |
0bc  01 00 00 d4             | svc #0x0                                             |
0c0  48 16 80 d2             | mov x8, #0xb2                                        | who we are
0c4  01 00 00 d4             | svc #0x0                                             |
0c8  d6 7e 60 d3             | lsl x22, x22, #32                                    |
0cc  d6 02 00 8b             | add x22, x22, x0                                     |
0d0  6a 22 00 91             | add x10, x19, #0x8                                   | a record of our own
0d4  29 00 80 d2             | mov x9, #0x1                                         |
0d8  4b fd 5f 88             | ldaxr w11, [x10]                                     |
0dc  6c 01 09 0b             | add w12, w11, w9                                     |
0e0  4c fd 0d 88             | stlxr w13, w12, [x10]                                |
0e4  ad ff ff 35             | cbnz w13, 0xd8                                       |
0e8  f7 03 0b aa             | mov x23, x11                                         |
0ec  e9 ff 83 d2             | mov x9, #0x1fff                                      |
0f0  f7 02 09 8a             | and x23, x23, x9                                     |
0f4  f7 f2 7d d3             | lsl x23, x23, #3                                     |
0f8  f7 02 13 8b             | add x23, x23, x19                                    |
0fc  f6 1e 00 f9             | str x22, [x23, #56]                                  |
100  c0 03 5f d6             | ret                                                  | to the restorer
104  68 11 80 d2             | mov x8, #0x8b                                        | continues where the signal came in
108  01 00 00 d4             | svc #0x0                                             |
10c  00 00 00 00             | .balign 8                                            |
110  00 00 00 00 00 00 00 00 | .byte 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00 | address of the orders, filled in at run time
`,
  },
};
