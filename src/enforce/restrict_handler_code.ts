import type { Architecture } from "../../runtimes/runtime.ts";
import type { Listing } from "../machine/listing.ts";

/** The signal handler of `restrict_handler.ts` in machine code. Written by `npm run listings`; a test disassembles it. */
export const RESTRICT_HANDLER: Record<Architecture, Listing<"handler" | "restorer" | "orders">> = {
  x86_64: {
    labels: { handler: 0, restorer: 128, orders: 136 },
    listing: `
000  48 8d 1d 81 00 00 00    | lea rbx,[rip+0x81]                                   |
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
03d  b8 ba 00 00 00          | mov eax,0xba                                         | who we are
042  0f 05                   | syscall                                              |
044  b9 01 00 00 00          | mov ecx,0x1                                          | a record of our own
049  f0 0f c1 4b 08          | lock xadd DWORD PTR [rbx+0x8],ecx                    |
04e  49 89 ce                | mov r14,rcx                                          |
051  49 81 fe 00 20 00 00    | cmp r14,0x2000                                       |
058  0f 82 05 00 00 00       | jb 0x63                                              |
05e  e9 0f 00 00 00          | jmp 0x72                                             | no room: not confirmed
063  49 c1 e6 03             | shl r14,0x3                                          |
067  49 01 de                | add r14,rbx                                          |
06a  41 89 46 10             | mov DWORD PTR [r14+0x10],eax                         |
06e  45 89 6e 14             | mov DWORD PTR [r14+0x14],r13d                        |
072  b9 01 00 00 00          | mov ecx,0x1                                          | after the record is written
077  f0 0f c1 4b 0c          | lock xadd DWORD PTR [rbx+0xc],ecx                    |
07c  49 89 ce                | mov r14,rcx                                          |
07f  c3                      | ret                                                  | to the restorer
080  b8 0f 00 00 00          | mov eax,0xf                                          | continues where the signal came in
085  0f 05                   | syscall                                              |
087  00                      | .balign 8                                            |
088  00 00 00 00 00 00 00 00 | .byte 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00 | address of the orders, filled in at run time
`,
  },
  arm64: {
    labels: { handler: 0, restorer: 164, orders: 176 },
    listing: `
000  93 05 00 10             | adr x19, 0xb0                                        |
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
040  48 16 80 d2             | mov x8, #0xb2                                        | who we are
044  01 00 00 d4             | svc #0x0                                             |
048  6a 22 00 91             | add x10, x19, #0x8                                   | a record of our own
04c  29 00 80 d2             | mov x9, #0x1                                         |
050  4b fd 5f 88             | ldaxr w11, [x10]                                     |
054  6c 01 09 0b             | add w12, w11, w9                                     |
058  4c fd 0d 88             | stlxr w13, w12, [x10]                                |
05c  ad ff ff 35             | cbnz w13, 0x50                                       |
060  f7 03 0b aa             | mov x23, x11                                         |
064  09 00 84 d2             | mov x9, #0x2000                                      |
068  ff 02 09 eb             | cmp x23, x9                                          |
06c  43 00 00 54             | b.cc 0x74                                            |
070  05 00 00 14             | b 0x84                                               | no room: not confirmed
074  f7 f2 7d d3             | lsl x23, x23, #3                                     |
078  f7 02 13 8b             | add x23, x23, x19                                    |
07c  e0 12 00 b9             | str w0, [x23, #16]                                   |
080  f6 16 00 b9             | str w22, [x23, #20]                                  |
084  6a 32 00 91             | add x10, x19, #0xc                                   | after the record is written
088  29 00 80 d2             | mov x9, #0x1                                         |
08c  4b fd 5f 88             | ldaxr w11, [x10]                                     |
090  6c 01 09 0b             | add w12, w11, w9                                     |
094  4c fd 0d 88             | stlxr w13, w12, [x10]                                |
098  ad ff ff 35             | cbnz w13, 0x8c                                       |
09c  f7 03 0b aa             | mov x23, x11                                         |
0a0  c0 03 5f d6             | ret                                                  | to the restorer
0a4  68 11 80 d2             | mov x8, #0x8b                                        | continues where the signal came in
0a8  01 00 00 d4             | svc #0x0                                             |
0ac  00 00 00 00             | .balign 8                                            |
0b0  00 00 00 00 00 00 00 00 | .byte 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00 | address of the orders, filled in at run time
`,
  },
};
