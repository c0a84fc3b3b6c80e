import type { Architecture } from "../../runtimes/runtime.ts";
import type { Listing } from "../machine/listing.ts";

/** The launcher of `launcher_program.ts` in machine code. Written by `npm run listings`; a test disassembles it. */
export const LAUNCHER: Record<Architecture, Listing<"start" | "plan">> = {
  x86_64: {
    labels: { start: 0, plan: 3496 },
    listing: `
000  48 89 e3                      | mov rbx,rsp                                |
003  4c 8d 0d 9e 0d 00 00          | lea r9,[rip+0xd9e]                         |
00a  e8 88 00 00 00                | call 0x97                                  |
00f  48 8b 2b                      | mov rbp,QWORD PTR [rbx]                    | how many arguments
012  48 83 c3 08                   | add rbx,0x8                                | their list
016  48 c1 e5 03                   | shl rbp,0x3                                |
01a  48 01 dd                      | add rbp,rbx                                |
01d  48 83 c5 08                   | add rbp,0x8                                | behind the zero that ends it: the environment
021  49 89 ec                      | mov r12,rbp                                |
024  4d 8b 2c 24                   | mov r13,QWORD PTR [r12]                    |
028  49 83 c4 08                   | add r12,0x8                                |
02c  49 83 fd 00                   | cmp r13,0x0                                |
030  0f 85 ee ff ff ff             | jne 0x24                                   |
036  49 29 dc                      | sub r12,rbx                                | bytes of both lists with their ends
039  45 8b 69 48                   | mov r13d,DWORD PTR [r9+0x48]               |
03d  4d 01 ec                      | add r12,r13                                |
040  49 81 c4 af 00 00 00          | add r12,0xaf                               |
047  49 83 e4 f0                   | and r12,0xfffffffffffffff0                 |
04b  4c 29 e4                      | sub rsp,r12                                |
04e  49 89 e0                      | mov r8,rsp                                 |
051  49 89 18                      | mov QWORD PTR [r8],rbx                     |
054  49 89 68 08                   | mov QWORD PTR [r8+0x8],rbp                 |
058  31 db                         | xor ebx,ebx                                |
05a  49 89 58 60                   | mov QWORD PTR [r8+0x60],rbx                |
05e  49 89 58 68                   | mov QWORD PTR [r8+0x68],rbx                |
062  49 89 58 70                   | mov QWORD PTR [r8+0x70],rbx                |
066  49 89 58 78                   | mov QWORD PTR [r8+0x78],rbx                |
06a  e8 74 00 00 00                | call 0xe3                                  |
06f  e8 bf 00 00 00                | call 0x133                                 | after no_new_privs, which makes it last
074  e8 ae 01 00 00                | call 0x227                                 | before the ruleset, which may leave descriptors for the command
079  e8 49 02 00 00                | call 0x2c7                                 |
07e  e8 dc 04 00 00                | call 0x55f                                 |
083  e8 68 05 00 00                | call 0x5f0                                 |
088  e8 5a 06 00 00                | call 0x6e7                                 |
08d  e8 41 07 00 00                | call 0x7d3                                 | last, for it may forbid what the steps before it do
092  e9 b0 07 00 00                | jmp 0x847                                  |
097  41 8b 69 68                   | mov ebp,DWORD PTR [r9+0x68]                |
09b  4c 01 cd                      | add rbp,r9                                 |
09e  48 8b 6d 08                   | mov rbp,QWORD PTR [rbp+0x8]                |
0a2  49 bc 6c 6c 64 2d 70 6c 61 6e | movabs r12,0x6e616c702d646c6c              |
0ac  48 c7 c0 ea ff ff ff          | mov rax,0xffffffffffffffea                 |
0b3  4c 39 e5                      | cmp rbp,r12                                |
0b6  0f 85 18 00 00 00             | jne 0xd4                                   |
0bc  c3                            | ret                                        |
0bd  63 61 6e 6e 6f 74 20 72 65 61 | .asciz "cannot read the plan"              |
0c7  64 20 74 68 65 20 70 6c 61 6e |                                            |
0d1  00                            |                                            |
0d2  00 00                         | .balign 4                                  |
0d4  45 31 e4                      | xor r12d,r12d                              | no path or name to tell
0d7  48 8d 2d df ff ff ff          | lea rbp,[rip+0xffffffffffffffdf]           |
0de  e9 2c 0a 00 00                | jmp 0xb0f                                  |
0e3  bf 26 00 00 00                | mov edi,0x26                               |
0e8  be 01 00 00 00                | mov esi,0x1                                |
0ed  31 d2                         | xor edx,edx                                |
0ef  45 31 d2                      | xor r10d,r10d                              |
0f2  41 50                         | push r8                                    |
0f4  45 31 c0                      | xor r8d,r8d                                |
0f7  b8 9d 00 00 00                | mov eax,0x9d                               |
0fc  0f 05                         | syscall                                    |
0fe  41 58                         | pop r8                                     |
100  48 83 f8 00                   | cmp rax,0x0                                |
104  0f 85 1a 00 00 00             | jne 0x124                                  |
10a  c3                            | ret                                        |
10b  63 61 6e 6e 6f 74 20 73 65 74 | .asciz "cannot set no_new_privs"           |
115  20 6e 6f 5f 6e 65 77 5f 70 72 |                                            |
11f  69 76 73 00                   |                                            |
123  00                            | .balign 4                                  |
124  45 31 e4                      | xor r12d,r12d                              | no path or name to tell
127  48 8d 2d dd ff ff ff          | lea rbp,[rip+0xffffffffffffffdd]           |
12e  e9 dc 09 00 00                | jmp 0xb0f                                  |
133  bb 22 05 08 20                | mov ebx,0x20080522                         |
138  49 89 98 80 00 00 00          | mov QWORD PTR [r8+0x80],rbx                | process 0 is this one
13f  49 8d b8 80 00 00 00          | lea rdi,[r8+0x80]                          |
146  49 8d b0 88 00 00 00          | lea rsi,[r8+0x88]                          |
14d  b8 7d 00 00 00                | mov eax,0x7d                               |
152  0f 05                         | syscall                                    |
154  48 83 f8 00                   | cmp rax,0x0                                |
158  0f 85 ba 00 00 00             | jne 0x218                                  |
15e  41 8b 98 88 00 00 00          | mov ebx,DWORD PTR [r8+0x88]                |
165  48 81 e3 ff ff 94 ff          | and rbx,0xffffffffff94ffff                 |
16c  41 89 98 88 00 00 00          | mov DWORD PTR [r8+0x88],ebx                |
173  41 8b 98 8c 00 00 00          | mov ebx,DWORD PTR [r8+0x8c]                |
17a  48 81 e3 ff ff 94 ff          | and rbx,0xffffffffff94ffff                 |
181  41 89 98 8c 00 00 00          | mov DWORD PTR [r8+0x8c],ebx                |
188  41 8b 98 90 00 00 00          | mov ebx,DWORD PTR [r8+0x90]                |
18f  48 81 e3 ff ff 94 ff          | and rbx,0xffffffffff94ffff                 |
196  41 89 98 90 00 00 00          | mov DWORD PTR [r8+0x90],ebx                |
19d  41 8b 98 94 00 00 00          | mov ebx,DWORD PTR [r8+0x94]                |
1a4  48 81 e3 3b ff ff ff          | and rbx,0xffffffffffffff3b                 |
1ab  41 89 98 94 00 00 00          | mov DWORD PTR [r8+0x94],ebx                |
1b2  41 8b 98 98 00 00 00          | mov ebx,DWORD PTR [r8+0x98]                |
1b9  48 81 e3 3b ff ff ff          | and rbx,0xffffffffffffff3b                 |
1c0  41 89 98 98 00 00 00          | mov DWORD PTR [r8+0x98],ebx                |
1c7  41 8b 98 9c 00 00 00          | mov ebx,DWORD PTR [r8+0x9c]                |
1ce  48 81 e3 3b ff ff ff          | and rbx,0xffffffffffffff3b                 |
1d5  41 89 98 9c 00 00 00          | mov DWORD PTR [r8+0x9c],ebx                |
1dc  49 8d b8 80 00 00 00          | lea rdi,[r8+0x80]                          |
1e3  49 8d b0 88 00 00 00          | lea rsi,[r8+0x88]                          |
1ea  b8 7e 00 00 00                | mov eax,0x7e                               |
1ef  0f 05                         | syscall                                    |
1f1  48 83 f8 00                   | cmp rax,0x0                                |
1f5  0f 85 1d 00 00 00             | jne 0x218                                  |
1fb  c3                            | ret                                        |
1fc  63 61 6e 6e 6f 74 20 64 72 6f | .asciz "cannot drop capabilities"          |
206  70 20 63 61 70 61 62 69 6c 69 |                                            |
210  74 69 65 73 00                |                                            |
215  00 00 00                      | .balign 4                                  |
218  45 31 e4                      | xor r12d,r12d                              | no path or name to tell
21b  48 8d 2d da ff ff ff          | lea rbp,[rip+0xffffffffffffffda]           |
222  e9 e8 08 00 00                | jmp 0xb0f                                  |
227  41 8b 59 3c                   | mov ebx,DWORD PTR [r9+0x3c]                |
22b  48 89 df                      | mov rdi,rbx                                |
22e  be ff ff ff ff                | mov esi,0xffffffff                         |
233  ba 04 00 00 00                | mov edx,0x4                                |
238  b8 b4 01 00 00                | mov eax,0x1b4                              |
23d  0f 05                         | syscall                                    |
23f  48 83 f8 ea                   | cmp rax,0xffffffffffffffea                 |
243  0f 84 0b 00 00 00             | je 0x254                                   |
249  48 83 f8 00                   | cmp rax,0x0                                |
24d  0f 85 65 00 00 00             | jne 0x2b8                                  |
253  c3                            | ret                                        |
254  31 ff                         | xor edi,edi                                |
256  be 07 00 00 00                | mov esi,0x7                                |
25b  31 d2                         | xor edx,edx                                |
25d  4d 8d 50 30                   | lea r10,[r8+0x30]                          |
261  b8 2e 01 00 00                | mov eax,0x12e                              |
266  0f 05                         | syscall                                    |
268  48 83 f8 00                   | cmp rax,0x0                                |
26c  0f 85 46 00 00 00             | jne 0x2b8                                  |
272  49 8b 68 38                   | mov rbp,QWORD PTR [r8+0x38]                |
276  48 39 eb                      | cmp rbx,rbp                                |
279  0f 82 01 00 00 00             | jb 0x280                                   |
27f  c3                            | ret                                        |
280  48 89 df                      | mov rdi,rbx                                | fails for most, which are not open
283  be 02 00 00 00                | mov esi,0x2                                |
288  ba 01 00 00 00                | mov edx,0x1                                |
28d  b8 48 00 00 00                | mov eax,0x48                               |
292  0f 05                         | syscall                                    |
294  48 83 c3 01                   | add rbx,0x1                                |
298  e9 d9 ff ff ff                | jmp 0x276                                  |
29d  63 61 6e 6e 6f 74 20 63 6c 6f | .asciz "cannot close descriptors"          |
2a7  73 65 20 64 65 73 63 72 69 70 |                                            |
2b1  74 6f 72 73 00                |                                            |
2b6  00 00                         | .balign 4                                  |
2b8  45 31 e4                      | xor r12d,r12d                              | no path or name to tell
2bb  48 8d 2d db ff ff ff          | lea rbp,[rip+0xffffffffffffffdb]           |
2c2  e9 48 08 00 00                | jmp 0xb0f                                  |
2c7  41 8b 59 30                   | mov ebx,DWORD PTR [r9+0x30]                |
2cb  48 83 fb 01                   | cmp rbx,0x1                                |
2cf  0f 84 20 00 00 00             | je 0x2f5                                   |
2d5  48 83 fb 02                   | cmp rbx,0x2                                |
2d9  0f 84 94 01 00 00             | je 0x473                                   |
2df  48 83 fb 03                   | cmp rbx,0x3                                |
2e3  0f 84 b3 01 00 00             | je 0x49c                                   |
2e9  48 c7 c0 ea ff ff ff          | mov rax,0xffffffffffffffea                 |
2f0  e9 df fd ff ff                | jmp 0xd4                                   |
2f5  4c 89 cf                      | mov rdi,r9                                 | the plan begins with the attribute
2f8  be 30 00 00 00                | mov esi,0x30                               |
2fd  31 d2                         | xor edx,edx                                |
2ff  b8 bc 01 00 00                | mov eax,0x1bc                              |
304  0f 05                         | syscall                                    |
306  48 83 f8 00                   | cmp rax,0x0                                |
30a  0f 8c a8 01 00 00             | jl 0x4b8                                   |
310  48 89 c3                      | mov rbx,rax                                | the ruleset
313  bd 00 00 28 00                | mov ebp,0x280000                           |
318  49 89 68 40                   | mov QWORD PTR [r8+0x40],rbp                | struct open_how: flags, mode, resolve
31c  31 ed                         | xor ebp,ebp                                |
31e  49 89 68 48                   | mov QWORD PTR [r8+0x48],rbp                |
322  bd 06 00 00 00                | mov ebp,0x6                                |
327  49 89 68 50                   | mov QWORD PTR [r8+0x50],rbp                |
32b  41 8b 69 50                   | mov ebp,DWORD PTR [r9+0x50]                |
32f  4c 01 cd                      | add rbp,r9                                 | the first path rule
332  45 8b 61 54                   | mov r12d,DWORD PTR [r9+0x54]               |
336  4d 01 cc                      | add r12,r9                                 | where path rules end
339  4c 39 e5                      | cmp rbp,r12                                |
33c  0f 84 df 00 00 00             | je 0x421                                   |
342  49 89 ed                      | mov r13,rbp                                |
345  49 83 c5 14                   | add r13,0x14                               |
349  48 c7 c7 9c ff ff ff          | mov rdi,0xffffffffffffff9c                 |
350  4c 89 ee                      | mov rsi,r13                                |
353  49 8d 50 40                   | lea rdx,[r8+0x40]                          |
357  41 ba 18 00 00 00             | mov r10d,0x18                              |
35d  b8 b5 01 00 00                | mov eax,0x1b5                              |
362  0f 05                         | syscall                                    |
364  48 83 f8 da                   | cmp rax,0xffffffffffffffda                 |
368  0f 85 1b 00 00 00             | jne 0x389                                  |
36e  44 8b 75 0c                   | mov r14d,DWORD PTR [rbp+0xc]               | a container's seccomp profile may not know openat2
372  48 c7 c7 9c ff ff ff          | mov rdi,0xffffffffffffff9c                 |
379  4c 89 ee                      | mov rsi,r13                                |
37c  4c 89 f2                      | mov rdx,r14                                |
37f  45 31 d2                      | xor r10d,r10d                              |
382  b8 01 01 00 00                | mov eax,0x101                              |
387  0f 05                         | syscall                                    |
389  48 83 f8 00                   | cmp rax,0x0                                |
38d  0f 8c 5d 00 00 00             | jl 0x3f0                                   |
393  49 89 c6                      | mov r14,rax                                |
396  4c 8b 7d 00                   | mov r15,QWORD PTR [rbp+0x0]                |
39a  4d 89 78 30                   | mov QWORD PTR [r8+0x30],r15                |
39e  45 89 70 38                   | mov DWORD PTR [r8+0x38],r14d               |
3a2  48 89 df                      | mov rdi,rbx                                |
3a5  be 01 00 00 00                | mov esi,0x1                                |
3aa  49 8d 50 30                   | lea rdx,[r8+0x30]                          |
3ae  45 31 d2                      | xor r10d,r10d                              |
3b1  b8 bd 01 00 00                | mov eax,0x1bd                              |
3b6  0f 05                         | syscall                                    |
3b8  48 83 f8 00                   | cmp rax,0x0                                |
3bc  0f 84 18 00 00 00             | je 0x3da                                   |
3c2  48 83 f8 ea                   | cmp rax,0xffffffffffffffea                 | else it was a folder and is a file now
3c6  0f 85 30 01 00 00             | jne 0x4fc                                  |
3cc  44 8b 7d 10                   | mov r15d,DWORD PTR [rbp+0x10]              |
3d0  49 83 ff 00                   | cmp r15,0x0                                |
3d4  0f 84 22 01 00 00             | je 0x4fc                                   |
3da  4c 89 f7                      | mov rdi,r14                                |
3dd  b8 03 00 00 00                | mov eax,0x3                                |
3e2  0f 05                         | syscall                                    |
3e4  44 8b 75 08                   | mov r14d,DWORD PTR [rbp+0x8]               |
3e8  4c 01 f5                      | add rbp,r14                                |
3eb  e9 49 ff ff ff                | jmp 0x339                                  |
3f0  44 8b 75 10                   | mov r14d,DWORD PTR [rbp+0x10]              |
3f4  49 83 fe 00                   | cmp r14,0x0                                |
3f8  0f 84 d6 00 00 00             | je 0x4d4                                   |
3fe  48 83 f8 fe                   | cmp rax,0xfffffffffffffffe                 |
402  0f 84 dc ff ff ff             | je 0x3e4                                   |
408  48 83 f8 ec                   | cmp rax,0xffffffffffffffec                 |
40c  0f 84 d2 ff ff ff             | je 0x3e4                                   |
412  48 83 f8 d8                   | cmp rax,0xffffffffffffffd8                 |
416  0f 84 c8 ff ff ff             | je 0x3e4                                   |
41c  e9 b3 00 00 00                | jmp 0x4d4                                  |
421  45 8b 61 58                   | mov r12d,DWORD PTR [r9+0x58]               |
425  4d 01 cc                      | add r12,r9                                 | where port rules end
428  4c 39 e5                      | cmp rbp,r12                                |
42b  0f 84 3d 00 00 00             | je 0x46e                                   |
431  48 89 df                      | mov rdi,rbx                                |
434  be 02 00 00 00                | mov esi,0x2                                |
439  48 89 ea                      | mov rdx,rbp                                |
43c  45 31 d2                      | xor r10d,r10d                              |
43f  b8 bd 01 00 00                | mov eax,0x1bd                              |
444  0f 05                         | syscall                                    |
446  48 83 f8 00                   | cmp rax,0x0                                |
44a  0f 84 15 00 00 00             | je 0x465                                   |
450  4c 8b 65 08                   | mov r12,QWORD PTR [rbp+0x8]                |
454  48 83 f8 9f                   | cmp rax,0xffffffffffffff9f                 | else the kernel has no such network
458  0f 85 ca 00 00 00             | jne 0x528                                  |
45e  45 8b 61 58                   | mov r12d,DWORD PTR [r9+0x58]               |
462  4d 01 cc                      | add r12,r9                                 |
465  48 83 c5 10                   | add rbp,0x10                               |
469  e9 ba ff ff ff                | jmp 0x428                                  |
46e  e9 04 00 00 00                | jmp 0x477                                  |
473  49 63 59 34                   | movsxd rbx,DWORD PTR [r9+0x34]             |
477  41 8b 69 38                   | mov ebp,DWORD PTR [r9+0x38]                |
47b  48 89 df                      | mov rdi,rbx                                |
47e  48 89 ee                      | mov rsi,rbp                                |
481  b8 be 01 00 00                | mov eax,0x1be                              |
486  0f 05                         | syscall                                    |
488  48 83 f8 00                   | cmp rax,0x0                                |
48c  0f 85 be 00 00 00             | jne 0x550                                  |
492  48 89 df                      | mov rdi,rbx                                | whoever has it can add rules for the next one who takes it over
495  b8 03 00 00 00                | mov eax,0x3                                |
49a  0f 05                         | syscall                                    |
49c  c3                            | ret                                        |
49d  63 61 6e 6e 6f 74 20 63 72 65 | .asciz "cannot create the ruleset"         |
4a7  61 74 65 20 74 68 65 20 72 75 |                                            |
4b1  6c 65 73 65 74 00             |                                            |
4b7  00                            | .balign 4                                  |
4b8  45 31 e4                      | xor r12d,r12d                              | no path or name to tell
4bb  48 8d 2d db ff ff ff          | lea rbp,[rip+0xffffffffffffffdb]           |
4c2  e9 48 06 00 00                | jmp 0xb0f                                  |
4c7  63 61 6e 6e 6f 74 20 6f 70 65 | .asciz "cannot open"                       |
4d1  6e 00                         |                                            |
4d3  00                            | .balign 4                                  |
4d4  4d 89 ec                      | mov r12,r13                                |
4d7  48 8d 2d e9 ff ff ff          | lea rbp,[rip+0xffffffffffffffe9]           |
4de  e9 2c 06 00 00                | jmp 0xb0f                                  |
4e3  63 61 6e 6e 6f 74 20 61 64 64 | .asciz "cannot add a rule for"             |
4ed  20 61 20 72 75 6c 65 20 66 6f |                                            |
4f7  72 00                         |                                            |
4f9  00 00 00                      | .balign 4                                  |
4fc  4d 89 ec                      | mov r12,r13                                |
4ff  48 8d 2d dd ff ff ff          | lea rbp,[rip+0xffffffffffffffdd]           |
506  e9 04 06 00 00                | jmp 0xb0f                                  |
50b  63 61 6e 6e 6f 74 20 61 64 64 | .asciz "cannot add a rule for port"        |
515  20 61 20 72 75 6c 65 20 66 6f |                                            |
51f  72 20 70 6f 72 74 00          |                                            |
526  00 00                         | .balign 4                                  |
528  48 8d 2d dc ff ff ff          | lea rbp,[rip+0xffffffffffffffdc]           |
52f  e9 bc 05 00 00                | jmp 0xaf0                                  |
534  63 61 6e 6e 6f 74 20 65 6e 66 | .asciz "cannot enforce the ruleset"        |
53e  6f 72 63 65 20 74 68 65 20 72 |                                            |
548  75 6c 65 73 65 74 00          |                                            |
54f  00                            | .balign 4                                  |
550  45 31 e4                      | xor r12d,r12d                              | no path or name to tell
553  48 8d 2d da ff ff ff          | lea rbp,[rip+0xffffffffffffffda]           |
55a  e9 b0 05 00 00                | jmp 0xb0f                                  |
55f  49 8b 59 40                   | mov rbx,QWORD PTR [r9+0x40]                |
563  41 bc 01 00 00 00             | mov r12d,0x1                               | the number of the signal in the lowest bit
569  48 83 fb 00                   | cmp rbx,0x0                                |
56d  0f 84 43 00 00 00             | je 0x5b6                                   |
573  48 89 dd                      | mov rbp,rbx                                |
576  48 83 e5 01                   | and rbp,0x1                                |
57a  48 83 fd 00                   | cmp rbp,0x0                                |
57e  0f 84 20 00 00 00             | je 0x5a4                                   |
584  4c 89 e7                      | mov rdi,r12                                | SIG_DFL, no flags, no mask
587  49 8d 70 60                   | lea rsi,[r8+0x60]                          |
58b  31 d2                         | xor edx,edx                                |
58d  41 ba 08 00 00 00             | mov r10d,0x8                               |
593  b8 0d 00 00 00                | mov eax,0xd                                |
598  0f 05                         | syscall                                    |
59a  48 83 f8 00                   | cmp rax,0x0                                |
59e  0f 85 40 00 00 00             | jne 0x5e4                                  |
5a4  48 c1 eb 01                   | shr rbx,0x1                                |
5a8  49 83 c4 01                   | add r12,0x1                                |
5ac  48 83 fb 00                   | cmp rbx,0x0                                |
5b0  0f 85 b3 ff ff ff             | jne 0x569                                  |
5b6  bf 02 00 00 00                | mov edi,0x2                                | cannot fail: all is valid
5bb  49 8d 70 60                   | lea rsi,[r8+0x60]                          |
5bf  31 d2                         | xor edx,edx                                |
5c1  41 ba 08 00 00 00             | mov r10d,0x8                               |
5c7  b8 0e 00 00 00                | mov eax,0xe                                |
5cc  0f 05                         | syscall                                    |
5ce  c3                            | ret                                        |
5cf  63 61 6e 6e 6f 74 20 72 65 73 | .asciz "cannot reset signal"               |
5d9  65 74 20 73 69 67 6e 61 6c 00 |                                            |
5e3  00                            | .balign 4                                  |
5e4  48 8d 2d e4 ff ff ff          | lea rbp,[rip+0xffffffffffffffe4]           |
5eb  e9 00 05 00 00                | jmp 0xaf0                                  |
5f0  4d 89 c6                      | mov r14,r8                                 |
5f3  49 81 c6 a0 00 00 00          | add r14,0xa0                               |
5fa  49 8b 58 08                   | mov rbx,QWORD PTR [r8+0x8]                 |
5fe  48 8b 2b                      | mov rbp,QWORD PTR [rbx]                    |
601  48 83 c3 08                   | add rbx,0x8                                |
605  48 83 fd 00                   | cmp rbp,0x0                                |
609  0f 84 a6 00 00 00             | je 0x6b5                                   |
60f  45 8b 61 5c                   | mov r12d,DWORD PTR [r9+0x5c]               |
613  4d 01 cc                      | add r12,r9                                 | the first name of the plan
616  45 8b 69 60                   | mov r13d,DWORD PTR [r9+0x60]               |
61a  4d 01 cd                      | add r13,r9                                 | where the names end
61d  4d 39 ec                      | cmp r12,r13                                |
620  0f 84 d8 ff ff ff             | je 0x5fe                                   |
626  49 89 ef                      | mov r15,rbp                                |
629  45 0f b6 2c 24                | movzx r13d,BYTE PTR [r12]                  |
62e  49 83 c4 01                   | add r12,0x1                                |
632  49 83 fd 00                   | cmp r13,0x0                                |
636  0f 84 2d 00 00 00             | je 0x669                                   |
63c  41 0f b6 07                   | movzx eax,BYTE PTR [r15]                   |
640  49 83 c7 01                   | add r15,0x1                                |
644  4c 39 e8                      | cmp rax,r13                                |
647  0f 84 dc ff ff ff             | je 0x629                                   |
64d  45 0f b6 2c 24                | movzx r13d,BYTE PTR [r12]                  |
652  49 83 c4 01                   | add r12,0x1                                |
656  49 83 fd 00                   | cmp r13,0x0                                |
65a  0f 85 ed ff ff ff             | jne 0x64d                                  |
660  49 83 c4 01                   | add r12,0x1                                | its bits
664  e9 ad ff ff ff                | jmp 0x616                                  |
669  45 0f b6 2c 24                | movzx r13d,BYTE PTR [r12]                  | its bits
66e  49 83 c4 01                   | add r12,0x1                                |
672  4c 89 e8                      | mov rax,r13                                |
675  48 83 e0 01                   | and rax,0x1                                |
679  48 83 f8 00                   | cmp rax,0x0                                |
67d  0f 85 18 00 00 00             | jne 0x69b                                  |
683  41 0f b6 07                   | movzx eax,BYTE PTR [r15]                   |
687  48 83 f8 3d                   | cmp rax,0x3d                               |
68b  0f 84 0a 00 00 00             | je 0x69b                                   |
691  48 83 f8 00                   | cmp rax,0x0                                | a string without = is all name
695  0f 85 7b ff ff ff             | jne 0x616                                  |
69b  49 83 e5 02                   | and r13,0x2                                |
69f  49 83 fd 00                   | cmp r13,0x0                                |
6a3  0f 84 55 ff ff ff             | je 0x5fe                                   |
6a9  49 89 2e                      | mov QWORD PTR [r14],rbp                    |
6ac  49 83 c6 08                   | add r14,0x8                                |
6b0  e9 49 ff ff ff                | jmp 0x5fe                                  |
6b5  41 8b 69 60                   | mov ebp,DWORD PTR [r9+0x60]                |
6b9  4c 01 cd                      | add rbp,r9                                 |
6bc  45 8b 61 64                   | mov r12d,DWORD PTR [r9+0x64]               |
6c0  4d 01 cc                      | add r12,r9                                 | where the plan's variables end
6c3  4c 39 e5                      | cmp rbp,r12                                |
6c6  0f 84 11 00 00 00             | je 0x6dd                                   |
6cc  49 89 2e                      | mov QWORD PTR [r14],rbp                    |
6cf  49 83 c6 08                   | add r14,0x8                                |
6d3  e8 db 05 00 00                | call 0xcb3                                 |
6d8  e9 e6 ff ff ff                | jmp 0x6c3                                  |
6dd  31 ed                         | xor ebp,ebp                                | that ends the list
6df  49 89 2e                      | mov QWORD PTR [r14],rbp                    |
6e2  49 83 c6 08                   | add r14,0x8                                |
6e6  c3                            | ret                                        |
6e7  49 83 c6 08                   | add r14,0x8                                | room for /bin/sh: see the execution of scripts
6eb  4d 89 70 18                   | mov QWORD PTR [r8+0x18],r14                |
6ef  49 8b 18                      | mov rbx,QWORD PTR [r8]                     |
6f2  48 8b 2b                      | mov rbp,QWORD PTR [rbx]                    |
6f5  48 83 fd 00                   | cmp rbp,0x0                                | the list may be quite empty before Linux 5.18
6f9  0f 84 04 00 00 00             | je 0x703                                   |
6ff  48 83 c3 08                   | add rbx,0x8                                | past the launcher's own name
703  41 8b 69 64                   | mov ebp,DWORD PTR [r9+0x64]                |
707  4c 01 cd                      | add rbp,r9                                 |
70a  45 8b 61 68                   | mov r12d,DWORD PTR [r9+0x68]               |
70e  4d 01 cc                      | add r12,r9                                 | where the plan's command ends
711  4c 39 e5                      | cmp rbp,r12                                |
714  0f 84 1e 00 00 00             | je 0x738                                   |
71a  49 89 68 10                   | mov QWORD PTR [r8+0x10],rbp                |
71e  49 89 2e                      | mov QWORD PTR [r14],rbp                    |
721  49 83 c6 08                   | add r14,0x8                                |
725  e8 89 05 00 00                | call 0xcb3                                 |
72a  4c 39 e5                      | cmp rbp,r12                                |
72d  0f 85 eb ff ff ff             | jne 0x71e                                  |
733  e9 56 00 00 00                | jmp 0x78e                                  |
738  48 8b 2b                      | mov rbp,QWORD PTR [rbx]                    |
73b  48 83 fd 00                   | cmp rbp,0x0                                |
73f  0f 84 62 00 00 00             | je 0x7a7                                   |
745  49 89 2e                      | mov QWORD PTR [r14],rbp                    | its name for itself
748  4c 8b 65 00                   | mov r12,QWORD PTR [rbp+0x0]                |
74c  49 bd 2d 2d 61 72 67 76 30 00 | movabs r13,0x30766772612d2d                | --argv0
756  4d 39 ec                      | cmp r12,r13                                |
759  0f 85 23 00 00 00             | jne 0x782                                  |
75f  48 8b 6b 08                   | mov rbp,QWORD PTR [rbx+0x8]                |
763  48 83 fd 00                   | cmp rbp,0x0                                |
767  0f 84 3a 00 00 00             | je 0x7a7                                   |
76d  49 89 2e                      | mov QWORD PTR [r14],rbp                    |
770  48 8b 6b 10                   | mov rbp,QWORD PTR [rbx+0x10]               |
774  48 83 fd 00                   | cmp rbp,0x0                                |
778  0f 84 29 00 00 00             | je 0x7a7                                   |
77e  48 83 c3 10                   | add rbx,0x10                               |
782  49 89 68 10                   | mov QWORD PTR [r8+0x10],rbp                |
786  48 83 c3 08                   | add rbx,0x8                                |
78a  49 83 c6 08                   | add r14,0x8                                |
78e  48 8b 2b                      | mov rbp,QWORD PTR [rbx]                    |
791  49 89 2e                      | mov QWORD PTR [r14],rbp                    |
794  48 83 c3 08                   | add rbx,0x8                                |
798  49 83 c6 08                   | add r14,0x8                                |
79c  48 83 fd 00                   | cmp rbp,0x0                                |
7a0  0f 85 e8 ff ff ff             | jne 0x78e                                  |
7a6  c3                            | ret                                        |
7a7  48 c7 c0 ea ff ff ff          | mov rax,0xffffffffffffffea                 |
7ae  e9 11 00 00 00                | jmp 0x7c4                                  |
7b3  6e 6f 20 63 6f 6d 6d 61 6e 64 | .asciz "no command given"                  |
7bd  20 67 69 76 65 6e 00          |                                            |
7c4  45 31 e4                      | xor r12d,r12d                              | no path or name to tell
7c7  48 8d 2d e5 ff ff ff          | lea rbp,[rip+0xffffffffffffffe5]           |
7ce  e9 3c 03 00 00                | jmp 0xb0f                                  |
7d3  41 8b 59 58                   | mov ebx,DWORD PTR [r9+0x58]                |
7d7  41 8b 69 5c                   | mov ebp,DWORD PTR [r9+0x5c]                |
7db  48 29 dd                      | sub rbp,rbx                                | bytes
7de  48 83 fd 00                   | cmp rbp,0x0                                |
7e2  0f 84 2b 00 00 00             | je 0x813                                   |
7e8  48 c1 ed 03                   | shr rbp,0x3                                | instructions
7ec  4c 01 cb                      | add rbx,r9                                 |
7ef  49 89 68 30                   | mov QWORD PTR [r8+0x30],rbp                | struct sock_fprog: how many, and where
7f3  49 89 58 38                   | mov QWORD PTR [r8+0x38],rbx                |
7f7  bf 01 00 00 00                | mov edi,0x1                                |
7fc  31 f6                         | xor esi,esi                                |
7fe  49 8d 50 30                   | lea rdx,[r8+0x30]                          |
802  b8 3d 01 00 00                | mov eax,0x13d                              |
807  0f 05                         | syscall                                    |
809  48 83 f8 00                   | cmp rax,0x0                                |
80d  0f 85 25 00 00 00             | jne 0x838                                  |
813  c3                            | ret                                        |
814  63 61 6e 6e 6f 74 20 69 6e 73 | .asciz "cannot install the seccomp filter" |
81e  74 61 6c 6c 20 74 68 65 20 73 |                                            |
828  65 63 63 6f 6d 70 20 66 69 6c |                                            |
832  74 65 72 00                   |                                            |
836  00 00                         | .balign 4                                  |
838  45 31 e4                      | xor r12d,r12d                              | no path or name to tell
83b  48 8d 2d d2 ff ff ff          | lea rbp,[rip+0xffffffffffffffd2]           |
842  e9 c8 02 00 00                | jmp 0xb0f                                  |
847  49 8b 58 10                   | mov rbx,QWORD PTR [r8+0x10]                |
84b  4d 8b 70 18                   | mov r14,QWORD PTR [r8+0x18]                |
84f  4d 89 c7                      | mov r15,r8                                 |
852  49 81 c7 a0 00 00 00          | add r15,0xa0                               |
859  48 89 dd                      | mov rbp,rbx                                |
85c  0f b6 45 00                   | movzx eax,BYTE PTR [rbp+0x0]               |
860  48 83 f8 2f                   | cmp rax,0x2f                               |
864  0f 84 71 01 00 00             | je 0x9db                                   |
86a  48 83 c5 01                   | add rbp,0x1                                |
86e  48 83 f8 00                   | cmp rax,0x0                                |
872  0f 85 e4 ff ff ff             | jne 0x85c                                  |
878  48 29 dd                      | sub rbp,rbx                                | length of the name with its zero
87b  49 89 dc                      | mov r12,rbx                                |
87e  48 c7 c0 fe ff ff ff          | mov rax,0xfffffffffffffffe                 |
885  48 83 fd 01                   | cmp rbp,0x1                                | the empty name is nowhere
889  0f 84 8a 01 00 00             | je 0xa19                                   |
88f  48 c7 c0 dc ff ff ff          | mov rax,0xffffffffffffffdc                 |
896  48 81 fd 01 01 00 00          | cmp rbp,0x101                              |
89d  0f 82 05 00 00 00             | jb 0x8a8                                   |
8a3  e9 71 01 00 00                | jmp 0xa19                                  |
8a8  41 8b 69 4c                   | mov ebp,DWORD PTR [r9+0x4c]                |
8ac  4c 01 cd                      | add rbp,r9                                 |
8af  4c 39 cd                      | cmp rbp,r9                                 |
8b2  0f 85 44 00 00 00             | jne 0x8fc                                  |
8b8  4d 8b 60 08                   | mov r12,QWORD PTR [r8+0x8]                 |
8bc  49 8b 2c 24                   | mov rbp,QWORD PTR [r12]                    |
8c0  49 83 c4 08                   | add r12,0x8                                |
8c4  48 83 fd 00                   | cmp rbp,0x0                                |
8c8  0f 84 27 00 00 00             | je 0x8f5                                   |
8ce  8b 45 00                      | mov eax,DWORD PTR [rbp+0x0]                |
8d1  48 81 f8 50 41 54 48          | cmp rax,0x48544150                         | PATH
8d8  0f 85 de ff ff ff             | jne 0x8bc                                  |
8de  0f b6 45 04                   | movzx eax,BYTE PTR [rbp+0x4]               |
8e2  48 83 f8 3d                   | cmp rax,0x3d                               |
8e6  0f 85 d0 ff ff ff             | jne 0x8bc                                  |
8ec  48 83 c5 05                   | add rbp,0x5                                |
8f0  e9 07 00 00 00                | jmp 0x8fc                                  |
8f5  48 8d 2d d5 01 00 00          | lea rbp,[rip+0x1d5]                        |
8fc  48 81 ec 10 11 00 00          | sub rsp,0x1110                             |
903  49 89 e1                      | mov r9,rsp                                 |
906  4d 89 cd                      | mov r13,r9                                 |
909  49 81 c5 00 10 00 00          | add r13,0x1000                             |
910  45 31 e4                      | xor r12d,r12d                              |
913  4d 89 60 28                   | mov QWORD PTR [r8+0x28],r12                |
917  49 89 68 20                   | mov QWORD PTR [r8+0x20],rbp                |
91b  e8 25 01 00 00                | call 0xa45                                 |
920  4c 89 cf                      | mov rdi,r9                                 |
923  4c 89 f6                      | mov rsi,r14                                |
926  4c 89 fa                      | mov rdx,r15                                |
929  b8 3b 00 00 00                | mov eax,0x3b                               |
92e  0f 05                         | syscall                                    |
930  4d 89 cc                      | mov r12,r9                                 |
933  48 83 f8 f8                   | cmp rax,0xfffffffffffffff8                 |
937  0f 84 bb 00 00 00             | je 0x9f8                                   |
93d  48 83 f8 fe                   | cmp rax,0xfffffffffffffffe                 |
941  0f 84 44 00 00 00             | je 0x98b                                   |
947  48 83 f8 ec                   | cmp rax,0xffffffffffffffec                 |
94b  0f 84 3a 00 00 00             | je 0x98b                                   |
951  48 83 f8 ed                   | cmp rax,0xffffffffffffffed                 |
955  0f 84 30 00 00 00             | je 0x98b                                   |
95b  48 83 f8 dc                   | cmp rax,0xffffffffffffffdc                 |
95f  0f 84 26 00 00 00             | je 0x98b                                   |
965  48 83 f8 92                   | cmp rax,0xffffffffffffff92                 |
969  0f 84 1c 00 00 00             | je 0x98b                                   |
96f  48 83 f8 8c                   | cmp rax,0xffffffffffffff8c                 |
973  0f 84 12 00 00 00             | je 0x98b                                   |
979  48 83 f8 f3                   | cmp rax,0xfffffffffffffff3                 |
97d  0f 85 96 00 00 00             | jne 0xa19                                  |
983  4d 8b 60 20                   | mov r12,QWORD PTR [r8+0x20]                |
987  4d 89 60 28                   | mov QWORD PTR [r8+0x28],r12                | maybe there is another one further on; if not, it was this
98b  0f b6 45 00                   | movzx eax,BYTE PTR [rbp+0x0]               |
98f  48 83 c5 01                   | add rbp,0x1                                |
993  48 83 f8 00                   | cmp rax,0x0                                | a colon
997  0f 85 7a ff ff ff             | jne 0x917                                  |
99d  49 8b 68 28                   | mov rbp,QWORD PTR [r8+0x28]                |
9a1  48 83 fd 00                   | cmp rbp,0x0                                |
9a5  0f 84 14 00 00 00             | je 0x9bf                                   |
9ab  e8 95 00 00 00                | call 0xa45                                 |
9b0  4d 89 cc                      | mov r12,r9                                 |
9b3  48 c7 c0 f3 ff ff ff          | mov rax,0xfffffffffffffff3                 |
9ba  e9 5a 00 00 00                | jmp 0xa19                                  |
9bf  48 8d 2d f7 00 00 00          | lea rbp,[rip+0xf7]                         |
9c6  49 89 dc                      | mov r12,rbx                                |
9c9  48 c7 c0 fe ff ff ff          | mov rax,0xfffffffffffffffe                 |
9d0  41 bf 7f 00 00 00             | mov r15d,0x7f                              |
9d6  e9 3a 01 00 00                | jmp 0xb15                                  |
9db  48 89 df                      | mov rdi,rbx                                |
9de  4c 89 f6                      | mov rsi,r14                                |
9e1  4c 89 fa                      | mov rdx,r15                                |
9e4  b8 3b 00 00 00                | mov eax,0x3b                               |
9e9  0f 05                         | syscall                                    |
9eb  49 89 dc                      | mov r12,rbx                                |
9ee  48 83 f8 f8                   | cmp rax,0xfffffffffffffff8                 |
9f2  0f 85 21 00 00 00             | jne 0xa19                                  |
9f8  4d 89 26                      | mov QWORD PTR [r14],r12                    | a script without #! is an argument of the shell, in place of its name
9fb  49 83 ee 08                   | sub r14,0x8                                |
9ff  4c 8d 25 c3 00 00 00          | lea r12,[rip+0xc3]                         |
a06  4d 89 26                      | mov QWORD PTR [r14],r12                    |
a09  4c 89 e7                      | mov rdi,r12                                |
a0c  4c 89 f6                      | mov rsi,r14                                |
a0f  4c 89 fa                      | mov rdx,r15                                |
a12  b8 3b 00 00 00                | mov eax,0x3b                               |
a17  0f 05                         | syscall                                    |
a19  48 8d 2d 8e 00 00 00          | lea rbp,[rip+0x8e]                         |
a20  41 bf 7f 00 00 00             | mov r15d,0x7f                              |
a26  48 83 f8 fe                   | cmp rax,0xfffffffffffffffe                 |
a2a  0f 84 e5 00 00 00             | je 0xb15                                   |
a30  48 83 f8 ec                   | cmp rax,0xffffffffffffffec                 |
a34  0f 84 db 00 00 00             | je 0xb15                                   |
a3a  41 bf 7e 00 00 00             | mov r15d,0x7e                              |
a40  e9 d0 00 00 00                | jmp 0xb15                                  |
a45  4d 89 cc                      | mov r12,r9                                 |
a48  0f b6 45 00                   | movzx eax,BYTE PTR [rbp+0x0]               |
a4c  48 83 f8 00                   | cmp rax,0x0                                |
a50  0f 84 24 00 00 00             | je 0xa7a                                   |
a56  48 83 f8 3a                   | cmp rax,0x3a                               |
a5a  0f 84 1a 00 00 00             | je 0xa7a                                   |
a60  48 83 c5 01                   | add rbp,0x1                                |
a64  4d 39 ec                      | cmp r12,r13                                |
a67  0f 84 db ff ff ff             | je 0xa48                                   |
a6d  41 88 04 24                   | mov BYTE PTR [r12],al                      |
a71  49 83 c4 01                   | add r12,0x1                                |
a75  e9 ce ff ff ff                | jmp 0xa48                                  |
a7a  4d 39 cc                      | cmp r12,r9                                 |
a7d  0f 84 0d 00 00 00             | je 0xa90                                   |
a83  b8 2f 00 00 00                | mov eax,0x2f                               |
a88  41 88 04 24                   | mov BYTE PTR [r12],al                      |
a8c  49 83 c4 01                   | add r12,0x1                                |
a90  0f b6 03                      | movzx eax,BYTE PTR [rbx]                   |
a93  41 88 04 24                   | mov BYTE PTR [r12],al                      |
a97  48 83 c3 01                   | add rbx,0x1                                |
a9b  49 83 c4 01                   | add r12,0x1                                |
a9f  48 83 f8 00                   | cmp rax,0x0                                |
aa3  0f 85 e7 ff ff ff             | jne 0xa90                                  |
aa9  49 8b 58 10                   | mov rbx,QWORD PTR [r8+0x10]                |
aad  c3                            | ret                                        |
aae  63 61 6e 6e 6f 74 20 65 78 65 | .asciz "cannot execute"                    |
ab8  63 75 74 65 00                |                                            |
abd  63 61 6e 6e 6f 74 20 66 69 6e | .asciz "cannot find"                       |
ac7  64 00                         |                                            |
ac9  2f 62 69 6e 2f 73 68 00       | .asciz "/bin/sh"                           |
ad1  2f 75 73 72 2f 6c 6f 63 61 6c | .asciz "/usr/local/bin:/usr/bin:/bin"      |
adb  2f 62 69 6e 3a 2f 75 73 72 2f |                                            |
ae5  62 69 6e 3a 2f 62 69 6e 00    |                                            |
aee  00 00                         | .balign 4                                  |
af0  49 89 c6                      | mov r14,rax                                |
af3  49 89 ef                      | mov r15,rbp                                |
af6  48 83 ec 10                   | sub rsp,0x10                               | at most five digits and a zero
afa  48 89 e3                      | mov rbx,rsp                                |
afd  e8 5c 01 00 00                | call 0xc5e                                 |
b02  31 c0                         | xor eax,eax                                |
b04  88 03                         | mov BYTE PTR [rbx],al                      |
b06  49 89 e4                      | mov r12,rsp                                |
b09  4c 89 fd                      | mov rbp,r15                                |
b0c  4c 89 f0                      | mov rax,r14                                |
b0f  41 bf 7d 00 00 00             | mov r15d,0x7d                              |
b15  45 31 f6                      | xor r14d,r14d                              |
b18  49 29 c6                      | sub r14,rax                                | the errno
b1b  49 89 ed                      | mov r13,rbp                                |
b1e  48 81 ec 10 10 00 00          | sub rsp,0x1010                             |
b25  48 89 e3                      | mov rbx,rsp                                |
b28  48 83 c3 10                   | add rbx,0x10                               | where the next byte of the message goes
b2c  49 89 d8                      | mov r8,rbx                                 |
b2f  49 81 c0 c0 0f 00 00          | add r8,0xfc0                               | where the subject is cut off
b36  48 8d 2d 89 01 00 00          | lea rbp,[rip+0x189]                        |
b3d  e8 dc 00 00 00                | call 0xc1e                                 |
b42  4c 89 ed                      | mov rbp,r13                                |
b45  e8 d4 00 00 00                | call 0xc1e                                 |
b4a  49 83 fc 00                   | cmp r12,0x0                                |
b4e  0f 84 23 00 00 00             | je 0xb77                                   |
b54  48 8d 2d 7a 01 00 00          | lea rbp,[rip+0x17a]                        |
b5b  e8 be 00 00 00                | call 0xc1e                                 |
b60  4c 89 e5                      | mov rbp,r12                                |
b63  e8 b6 00 00 00                | call 0xc1e                                 |
b68  45 31 c0                      | xor r8d,r8d                                | nowhere: what comes now is short, and none of it is cut off
b6b  48 8d 2d 66 01 00 00          | lea rbp,[rip+0x166]                        |
b72  e8 a7 00 00 00                | call 0xc1e                                 |
b77  48 8d 2d 5c 01 00 00          | lea rbp,[rip+0x15c]                        |
b7e  e8 9b 00 00 00                | call 0xc1e                                 |
b83  48 8d 2d 5a 01 00 00          | lea rbp,[rip+0x15a]                        |
b8a  44 0f b6 6d 00                | movzx r13d,BYTE PTR [rbp+0x0]              |
b8f  48 83 c5 01                   | add rbp,0x1                                |
b93  49 83 fd 00                   | cmp r13,0x0                                |
b97  0f 84 1d 00 00 00             | je 0xbba                                   |
b9d  4d 39 f5                      | cmp r13,r14                                |
ba0  0f 84 0a 00 00 00             | je 0xbb0                                   |
ba6  e8 08 01 00 00                | call 0xcb3                                 |
bab  e9 da ff ff ff                | jmp 0xb8a                                  |
bb0  e8 69 00 00 00                | call 0xc1e                                 |
bb5  e9 14 00 00 00                | jmp 0xbce                                  |
bba  48 8d 2d 1c 01 00 00          | lea rbp,[rip+0x11c]                        |
bc1  e8 58 00 00 00                | call 0xc1e                                 |
bc6  4d 89 f4                      | mov r12,r14                                |
bc9  e8 90 00 00 00                | call 0xc5e                                 |
bce  b8 0a 00 00 00                | mov eax,0xa                                |
bd3  88 03                         | mov BYTE PTR [rbx],al                      |
bd5  48 89 e5                      | mov rbp,rsp                                |
bd8  48 29 eb                      | sub rbx,rbp                                |
bdb  48 83 eb 0f                   | sub rbx,0xf                                | the length, with the line feed
bdf  48 c7 c0 ff ff ff ff          | mov rax,0xffffffffffffffff                 |
be6  48 89 45 00                   | mov QWORD PTR [rbp+0x0],rax                | every signal: a closed pipe must not hide the exit status
bea  bf 02 00 00 00                | mov edi,0x2                                |
bef  48 89 ee                      | mov rsi,rbp                                |
bf2  31 d2                         | xor edx,edx                                |
bf4  41 ba 08 00 00 00             | mov r10d,0x8                               |
bfa  b8 0e 00 00 00                | mov eax,0xe                                |
bff  0f 05                         | syscall                                    |
c01  bf 02 00 00 00                | mov edi,0x2                                |
c06  48 8d 75 10                   | lea rsi,[rbp+0x10]                         |
c0a  48 89 da                      | mov rdx,rbx                                |
c0d  b8 01 00 00 00                | mov eax,0x1                                |
c12  0f 05                         | syscall                                    |
c14  4c 89 ff                      | mov rdi,r15                                |
c17  b8 e7 00 00 00                | mov eax,0xe7                               |
c1c  0f 05                         | syscall                                    |
c1e  0f b6 45 00                   | movzx eax,BYTE PTR [rbp+0x0]               |
c22  48 83 f8 00                   | cmp rax,0x0                                |
c26  0f 84 31 00 00 00             | je 0xc5d                                   |
c2c  48 83 f8 7f                   | cmp rax,0x7f                               |
c30  0f 84 0f 00 00 00             | je 0xc45                                   |
c36  48 83 f8 20                   | cmp rax,0x20                               |
c3a  0f 82 05 00 00 00             | jb 0xc45                                   |
c40  e9 05 00 00 00                | jmp 0xc4a                                  |
c45  b8 3f 00 00 00                | mov eax,0x3f                               |
c4a  88 03                         | mov BYTE PTR [rbx],al                      |
c4c  48 83 c3 01                   | add rbx,0x1                                |
c50  48 83 c5 01                   | add rbp,0x1                                |
c54  4c 39 c3                      | cmp rbx,r8                                 |
c57  0f 85 c1 ff ff ff             | jne 0xc1e                                  |
c5d  c3                            | ret                                        |
c5e  48 8d 2d 27 01 00 00          | lea rbp,[rip+0x127]                        |
c65  44 8b 6d 00                   | mov r13d,DWORD PTR [rbp+0x0]               |
c69  48 83 c5 04                   | add rbp,0x4                                |
c6d  49 83 fd 01                   | cmp r13,0x1                                |
c71  0f 84 09 00 00 00             | je 0xc80                                   |
c77  4d 39 ec                      | cmp r12,r13                                |
c7a  0f 82 e5 ff ff ff             | jb 0xc65                                   |
c80  b8 30 00 00 00                | mov eax,0x30                               |
c85  4d 39 ec                      | cmp r12,r13                                |
c88  0f 82 0c 00 00 00             | jb 0xc9a                                   |
c8e  4d 29 ec                      | sub r12,r13                                |
c91  48 83 c0 01                   | add rax,0x1                                |
c95  e9 eb ff ff ff                | jmp 0xc85                                  |
c9a  88 03                         | mov BYTE PTR [rbx],al                      |
c9c  48 83 c3 01                   | add rbx,0x1                                |
ca0  44 8b 6d 00                   | mov r13d,DWORD PTR [rbp+0x0]               |
ca4  48 83 c5 04                   | add rbp,0x4                                |
ca8  49 83 fd 00                   | cmp r13,0x0                                |
cac  0f 85 ce ff ff ff             | jne 0xc80                                  |
cb2  c3                            | ret                                        |
cb3  0f b6 45 00                   | movzx eax,BYTE PTR [rbp+0x0]               |
cb7  48 83 c5 01                   | add rbp,0x1                                |
cbb  48 83 f8 00                   | cmp rax,0x0                                |
cbf  0f 85 ee ff ff ff             | jne 0xcb3                                  |
cc5  c3                            | ret                                        |
cc6  6c 61 6e 64 6c 6f 63 6b 64 6f | .asciz "landlockdown: "                    |
cd0  77 6e 3a 20 00                |                                            |
cd5  20 22 00                      | .asciz " \\""                               |
cd8  22 00                         | .asciz "\\""                                |
cda  3a 20 00                      | .asciz ": "                                |
cdd  65 72 72 6e 6f 20 00          | .asciz "errno "                            |
ce4  01                            | .byte 0x01                                 |
ce5  45 50 45 52 4d 00             | .asciz "EPERM"                             |
ceb  02                            | .byte 0x02                                 |
cec  45 4e 4f 45 4e 54 00          | .asciz "ENOENT"                            |
cf3  05                            | .byte 0x05                                 |
cf4  45 49 4f 00                   | .asciz "EIO"                               |
cf8  07                            | .byte 0x07                                 |
cf9  45 32 42 49 47 00             | .asciz "E2BIG"                             |
cff  08                            | .byte 0x08                                 |
d00  45 4e 4f 45 58 45 43 00       | .asciz "ENOEXEC"                           |
d08  09                            | .byte 0x09                                 |
d09  45 42 41 44 46 00             | .asciz "EBADF"                             |
d0f  0b                            | .byte 0x0b                                 |
d10  45 41 47 41 49 4e 00          | .asciz "EAGAIN"                            |
d17  0c                            | .byte 0x0c                                 |
d18  45 4e 4f 4d 45 4d 00          | .asciz "ENOMEM"                            |
d1f  0d                            | .byte 0x0d                                 |
d20  45 41 43 43 45 53 00          | .asciz "EACCES"                            |
d27  14                            | .byte 0x14                                 |
d28  45 4e 4f 54 44 49 52 00       | .asciz "ENOTDIR"                           |
d30  16                            | .byte 0x16                                 |
d31  45 49 4e 56 41 4c 00          | .asciz "EINVAL"                            |
d38  17                            | .byte 0x17                                 |
d39  45 4e 46 49 4c 45 00          | .asciz "ENFILE"                            |
d40  18                            | .byte 0x18                                 |
d41  45 4d 46 49 4c 45 00          | .asciz "EMFILE"                            |
d48  1a                            | .byte 0x1a                                 |
d49  45 54 58 54 42 53 59 00       | .asciz "ETXTBSY"                           |
d51  24                            | .byte 0x24                                 |
d52  45 4e 41 4d 45 54 4f 4f 4c 4f | .asciz "ENAMETOOLONG"                      |
d5c  4e 47 00                      |                                            |
d5f  26                            | .byte 0x26                                 |
d60  45 4e 4f 53 59 53 00          | .asciz "ENOSYS"                            |
d67  28                            | .byte 0x28                                 |
d68  45 4c 4f 4f 50 00             | .asciz "ELOOP"                             |
d6e  2a                            | .byte 0x2a                                 |
d6f  45 4e 4f 4d 53 47 00          | .asciz "ENOMSG"                            |
d76  4d                            | .byte 0x4d                                 |
d77  45 42 41 44 46 44 00          | .asciz "EBADFD"                            |
d7e  5f                            | .byte 0x5f                                 |
d7f  45 4f 50 4e 4f 54 53 55 50 50 | .asciz "EOPNOTSUPP"                        |
d89  00                            |                                            |
d8a  00                            | .byte 0x00                                 | no further errors
d8b  00                            | .balign 4                                  |
d8c  10 27 00 00                   | .byte 0x10, 0x27, 0x00, 0x00               | 10000
d90  e8 03 00 00                   | .byte 0xe8, 0x03, 0x00, 0x00               | 1000
d94  64 00 00 00                   | .byte 0x64, 0x00, 0x00, 0x00               | 100
d98  0a 00 00 00                   | .byte 0x0a, 0x00, 0x00, 0x00               | 10
d9c  01 00 00 00                   | .byte 0x01, 0x00, 0x00, 0x00               | 1
da0  00 00 00 00                   | .byte 0x00, 0x00, 0x00, 0x00               | 0
da4  00 00 00 00                   | .balign 8                                  |
`,
  },
  arm64: {
    labels: { start: 0, plan: 3560 },
    listing: `
000  f3 03 00 91                   | mov x19, sp                                |
004  3a 6f 00 10                   | adr x26, 0xde8                             |
008  fe 0f 1f f8                   | str x30, [sp, #-16]!                       |
00c  34 00 00 94                   | bl 0xdc                                    |
010  fe 07 41 f8                   | ldr x30, [sp], #16                         |
014  74 02 40 f9                   | ldr x20, [x19]                             | how many arguments
018  73 22 00 91                   | add x19, x19, #0x8                         | their list
01c  94 f2 7d d3                   | lsl x20, x20, #3                           |
020  94 02 13 8b                   | add x20, x20, x19                          |
024  94 22 00 91                   | add x20, x20, #0x8                         | behind the zero that ends it: the environment
028  f5 03 14 aa                   | mov x21, x20                               |
02c  b6 02 40 f9                   | ldr x22, [x21]                             |
030  b5 22 00 91                   | add x21, x21, #0x8                         |
034  df 02 00 f1                   | cmp x22, #0x0                              |
038  a1 ff ff 54                   | b.ne 0x2c                                  |
03c  b5 02 13 cb                   | sub x21, x21, x19                          | bytes of both lists with their ends
040  56 4b 40 b9                   | ldr w22, [x26, #72]                        |
044  b5 02 16 8b                   | add x21, x21, x22                          |
048  b5 be 02 91                   | add x21, x21, #0xaf                        |
04c  e9 01 80 92                   | mov x9, #0xfffffffffffffff0                |
050  b5 02 09 8a                   | and x21, x21, x9                           |
054  ff 63 35 cb                   | sub sp, sp, x21                            |
058  f9 03 00 91                   | mov x25, sp                                |
05c  33 03 00 f9                   | str x19, [x25]                             |
060  34 07 00 f9                   | str x20, [x25, #8]                         |
064  13 00 80 d2                   | mov x19, #0x0                              |
068  33 33 00 f9                   | str x19, [x25, #96]                        |
06c  33 37 00 f9                   | str x19, [x25, #104]                       |
070  33 3b 00 f9                   | str x19, [x25, #112]                       |
074  33 3f 00 f9                   | str x19, [x25, #120]                       |
078  fe 0f 1f f8                   | str x30, [sp, #-16]!                       |
07c  2c 00 00 94                   | bl 0x12c                                   |
080  fe 07 41 f8                   | ldr x30, [sp], #16                         |
084  fe 0f 1f f8                   | str x30, [sp, #-16]!                       | after no_new_privs, which makes it last
088  3c 00 00 94                   | bl 0x178                                   |
08c  fe 07 41 f8                   | ldr x30, [sp], #16                         |
090  fe 0f 1f f8                   | str x30, [sp, #-16]!                       | before the ruleset, which may leave descriptors for the command
094  74 00 00 94                   | bl 0x264                                   |
098  fe 07 41 f8                   | ldr x30, [sp], #16                         |
09c  fe 0f 1f f8                   | str x30, [sp, #-16]!                       |
0a0  9a 00 00 94                   | bl 0x308                                   |
0a4  fe 07 41 f8                   | ldr x30, [sp], #16                         |
0a8  fe 0f 1f f8                   | str x30, [sp, #-16]!                       |
0ac  34 01 00 94                   | bl 0x57c                                   |
0b0  fe 07 41 f8                   | ldr x30, [sp], #16                         |
0b4  fe 0f 1f f8                   | str x30, [sp, #-16]!                       |
0b8  54 01 00 94                   | bl 0x608                                   |
0bc  fe 07 41 f8                   | ldr x30, [sp], #16                         |
0c0  fe 0f 1f f8                   | str x30, [sp, #-16]!                       |
0c4  90 01 00 94                   | bl 0x704                                   |
0c8  fe 07 41 f8                   | ldr x30, [sp], #16                         |
0cc  fe 0f 1f f8                   | str x30, [sp, #-16]!                       | last, for it may forbid what the steps before it do
0d0  ca 01 00 94                   | bl 0x7f8                                   |
0d4  fe 07 41 f8                   | ldr x30, [sp], #16                         |
0d8  e5 01 00 14                   | b 0x86c                                    |
0dc  54 6b 40 b9                   | ldr w20, [x26, #104]                       |
0e0  94 02 1a 8b                   | add x20, x20, x26                          |
0e4  94 06 40 f9                   | ldr x20, [x20, #8]                         |
0e8  95 8d 8d d2                   | mov x21, #0x6c6c                           |
0ec  95 ac a5 f2                   | movk x21, #0x2d64, lsl #16                 |
0f0  15 8e cd f2                   | movk x21, #0x6c70, lsl #32                 |
0f4  35 cc ed f2                   | movk x21, #0x6e61, lsl #48                 |
0f8  a0 02 80 92                   | mov x0, #0xffffffffffffffea                |
0fc  9f 02 15 eb                   | cmp x20, x21                               |
100  01 01 00 54                   | b.ne 0x120                                 |
104  c0 03 5f d6                   | ret                                        |
108  63 61 6e 6e 6f 74 20 72 65 61 | .asciz "cannot read the plan"              |
112  64 20 74 68 65 20 70 6c 61 6e |                                            |
11c  00                            |                                            |
11d  00 00 00                      | .balign 4                                  |
120  15 00 80 d2                   | mov x21, #0x0                              | no path or name to tell
124  34 ff ff 10                   | adr x20, 0x108                             |
128  7e 02 00 14                   | b 0xb20                                    |
12c  04 00 80 d2                   | mov x4, #0x0                               |
130  03 00 80 d2                   | mov x3, #0x0                               |
134  02 00 80 d2                   | mov x2, #0x0                               |
138  21 00 80 d2                   | mov x1, #0x1                               |
13c  c0 04 80 d2                   | mov x0, #0x26                              |
140  e8 14 80 d2                   | mov x8, #0xa7                              |
144  01 00 00 d4                   | svc #0x0                                   |
148  1f 00 00 f1                   | cmp x0, #0x0                               |
14c  01 01 00 54                   | b.ne 0x16c                                 |
150  c0 03 5f d6                   | ret                                        |
154  63 61 6e 6e 6f 74 20 73 65 74 | .asciz "cannot set no_new_privs"           |
15e  20 6e 6f 5f 6e 65 77 5f 70 72 |                                            |
168  69 76 73 00                   |                                            |
16c  15 00 80 d2                   | mov x21, #0x0                              | no path or name to tell
170  34 ff ff 10                   | adr x20, 0x154                             |
174  6b 02 00 14                   | b 0xb20                                    |
178  53 a4 80 d2                   | mov x19, #0x522                            |
17c  13 01 a4 f2                   | movk x19, #0x2008, lsl #16                 |
180  33 43 00 f9                   | str x19, [x25, #128]                       | process 0 is this one
184  21 23 02 91                   | add x1, x25, #0x88                         |
188  20 03 02 91                   | add x0, x25, #0x80                         |
18c  48 0b 80 d2                   | mov x8, #0x5a                              |
190  01 00 00 d4                   | svc #0x0                                   |
194  1f 00 00 f1                   | cmp x0, #0x0                               |
198  01 06 00 54                   | b.ne 0x258                                 |
19c  33 8b 40 b9                   | ldr w19, [x25, #136]                       |
1a0  e9 ff 9f d2                   | mov x9, #0xffff                            |
1a4  89 f2 bf f2                   | movk x9, #0xff94, lsl #16                  |
1a8  e9 ff df f2                   | movk x9, #0xffff, lsl #32                  |
1ac  e9 ff ff f2                   | movk x9, #0xffff, lsl #48                  |
1b0  73 02 09 8a                   | and x19, x19, x9                           |
1b4  33 8b 00 b9                   | str w19, [x25, #136]                       |
1b8  33 8f 40 b9                   | ldr w19, [x25, #140]                       |
1bc  e9 ff 9f d2                   | mov x9, #0xffff                            |
1c0  89 f2 bf f2                   | movk x9, #0xff94, lsl #16                  |
1c4  e9 ff df f2                   | movk x9, #0xffff, lsl #32                  |
1c8  e9 ff ff f2                   | movk x9, #0xffff, lsl #48                  |
1cc  73 02 09 8a                   | and x19, x19, x9                           |
1d0  33 8f 00 b9                   | str w19, [x25, #140]                       |
1d4  33 93 40 b9                   | ldr w19, [x25, #144]                       |
1d8  e9 ff 9f d2                   | mov x9, #0xffff                            |
1dc  89 f2 bf f2                   | movk x9, #0xff94, lsl #16                  |
1e0  e9 ff df f2                   | movk x9, #0xffff, lsl #32                  |
1e4  e9 ff ff f2                   | movk x9, #0xffff, lsl #48                  |
1e8  73 02 09 8a                   | and x19, x19, x9                           |
1ec  33 93 00 b9                   | str w19, [x25, #144]                       |
1f0  33 97 40 b9                   | ldr w19, [x25, #148]                       |
1f4  89 18 80 92                   | mov x9, #0xffffffffffffff3b                |
1f8  73 02 09 8a                   | and x19, x19, x9                           |
1fc  33 97 00 b9                   | str w19, [x25, #148]                       |
200  33 9b 40 b9                   | ldr w19, [x25, #152]                       |
204  89 18 80 92                   | mov x9, #0xffffffffffffff3b                |
208  73 02 09 8a                   | and x19, x19, x9                           |
20c  33 9b 00 b9                   | str w19, [x25, #152]                       |
210  33 9f 40 b9                   | ldr w19, [x25, #156]                       |
214  89 18 80 92                   | mov x9, #0xffffffffffffff3b                |
218  73 02 09 8a                   | and x19, x19, x9                           |
21c  33 9f 00 b9                   | str w19, [x25, #156]                       |
220  21 23 02 91                   | add x1, x25, #0x88                         |
224  20 03 02 91                   | add x0, x25, #0x80                         |
228  68 0b 80 d2                   | mov x8, #0x5b                              |
22c  01 00 00 d4                   | svc #0x0                                   |
230  1f 00 00 f1                   | cmp x0, #0x0                               |
234  21 01 00 54                   | b.ne 0x258                                 |
238  c0 03 5f d6                   | ret                                        |
23c  63 61 6e 6e 6f 74 20 64 72 6f | .asciz "cannot drop capabilities"          |
246  70 20 63 61 70 61 62 69 6c 69 |                                            |
250  74 69 65 73 00                |                                            |
255  00 00 00                      | .balign 4                                  |
258  15 00 80 d2                   | mov x21, #0x0                              | no path or name to tell
25c  14 ff ff 10                   | adr x20, 0x23c                             |
260  30 02 00 14                   | b 0xb20                                    |
264  53 3f 40 b9                   | ldr w19, [x26, #60]                        |
268  82 00 80 d2                   | mov x2, #0x4                               |
26c  e1 ff 9f d2                   | mov x1, #0xffff                            |
270  e1 ff bf f2                   | movk x1, #0xffff, lsl #16                  |
274  e0 03 13 aa                   | mov x0, x19                                |
278  88 36 80 d2                   | mov x8, #0x1b4                             |
27c  01 00 00 d4                   | svc #0x0                                   |
280  1f 58 00 b1                   | cmn x0, #0x16                              |
284  80 00 00 54                   | b.eq 0x294                                 |
288  1f 00 00 f1                   | cmp x0, #0x0                               |
28c  81 03 00 54                   | b.ne 0x2fc                                 |
290  c0 03 5f d6                   | ret                                        |
294  23 c3 00 91                   | add x3, x25, #0x30                         |
298  02 00 80 d2                   | mov x2, #0x0                               |
29c  e1 00 80 d2                   | mov x1, #0x7                               |
2a0  00 00 80 d2                   | mov x0, #0x0                               |
2a4  a8 20 80 d2                   | mov x8, #0x105                             |
2a8  01 00 00 d4                   | svc #0x0                                   |
2ac  1f 00 00 f1                   | cmp x0, #0x0                               |
2b0  61 02 00 54                   | b.ne 0x2fc                                 |
2b4  34 1f 40 f9                   | ldr x20, [x25, #56]                        |
2b8  7f 02 14 eb                   | cmp x19, x20                               |
2bc  43 00 00 54                   | b.cc 0x2c4                                 |
2c0  c0 03 5f d6                   | ret                                        |
2c4  22 00 80 d2                   | mov x2, #0x1                               | fails for most, which are not open
2c8  41 00 80 d2                   | mov x1, #0x2                               |
2cc  e0 03 13 aa                   | mov x0, x19                                |
2d0  28 03 80 d2                   | mov x8, #0x19                              |
2d4  01 00 00 d4                   | svc #0x0                                   |
2d8  73 06 00 91                   | add x19, x19, #0x1                         |
2dc  f7 ff ff 17                   | b 0x2b8                                    |
2e0  63 61 6e 6e 6f 74 20 63 6c 6f | .asciz "cannot close descriptors"          |
2ea  73 65 20 64 65 73 63 72 69 70 |                                            |
2f4  74 6f 72 73 00                |                                            |
2f9  00 00 00                      | .balign 4                                  |
2fc  15 00 80 d2                   | mov x21, #0x0                              | no path or name to tell
300  14 ff ff 10                   | adr x20, 0x2e0                             |
304  07 02 00 14                   | b 0xb20                                    |
308  53 33 40 b9                   | ldr w19, [x26, #48]                        |
30c  7f 06 00 f1                   | cmp x19, #0x1                              |
310  e0 00 00 54                   | b.eq 0x32c                                 |
314  7f 0a 00 f1                   | cmp x19, #0x2                              |
318  20 0c 00 54                   | b.eq 0x49c                                 |
31c  7f 0e 00 f1                   | cmp x19, #0x3                              |
320  40 0d 00 54                   | b.eq 0x4c8                                 |
324  a0 02 80 92                   | mov x0, #0xffffffffffffffea                |
328  7e ff ff 17                   | b 0x120                                    |
32c  02 00 80 d2                   | mov x2, #0x0                               | the plan begins with the attribute
330  01 06 80 d2                   | mov x1, #0x30                              |
334  e0 03 1a aa                   | mov x0, x26                                |
338  88 37 80 d2                   | mov x8, #0x1bc                             |
33c  01 00 00 d4                   | svc #0x0                                   |
340  1f 00 00 f1                   | cmp x0, #0x0                               |
344  2b 0d 00 54                   | b.lt 0x4e8                                 |
348  f3 03 00 aa                   | mov x19, x0                                | the ruleset
34c  14 05 a0 d2                   | mov x20, #0x280000                         |
350  34 23 00 f9                   | str x20, [x25, #64]                        | struct open_how: flags, mode, resolve
354  14 00 80 d2                   | mov x20, #0x0                              |
358  34 27 00 f9                   | str x20, [x25, #72]                        |
35c  d4 00 80 d2                   | mov x20, #0x6                              |
360  34 2b 00 f9                   | str x20, [x25, #80]                        |
364  54 53 40 b9                   | ldr w20, [x26, #80]                        |
368  94 02 1a 8b                   | add x20, x20, x26                          | the first path rule
36c  55 57 40 b9                   | ldr w21, [x26, #84]                        |
370  b5 02 1a 8b                   | add x21, x21, x26                          | where path rules end
374  9f 02 15 eb                   | cmp x20, x21                               |
378  a0 06 00 54                   | b.eq 0x44c                                 |
37c  f6 03 14 aa                   | mov x22, x20                               |
380  d6 52 00 91                   | add x22, x22, #0x14                        |
384  03 03 80 d2                   | mov x3, #0x18                              |
388  22 03 01 91                   | add x2, x25, #0x40                         |
38c  e1 03 16 aa                   | mov x1, x22                                |
390  60 0c 80 92                   | mov x0, #0xffffffffffffff9c                |
394  a8 36 80 d2                   | mov x8, #0x1b5                             |
398  01 00 00 d4                   | svc #0x0                                   |
39c  1f 98 00 b1                   | cmn x0, #0x26                              |
3a0  01 01 00 54                   | b.ne 0x3c0                                 |
3a4  97 0e 40 b9                   | ldr w23, [x20, #12]                        | a container's seccomp profile may not know openat2
3a8  03 00 80 d2                   | mov x3, #0x0                               |
3ac  e2 03 17 aa                   | mov x2, x23                                |
3b0  e1 03 16 aa                   | mov x1, x22                                |
3b4  60 0c 80 92                   | mov x0, #0xffffffffffffff9c                |
3b8  08 07 80 d2                   | mov x8, #0x38                              |
3bc  01 00 00 d4                   | svc #0x0                                   |
3c0  1f 00 00 f1                   | cmp x0, #0x0                               |
3c4  0b 03 00 54                   | b.lt 0x424                                 |
3c8  f7 03 00 aa                   | mov x23, x0                                |
3cc  98 02 40 f9                   | ldr x24, [x20]                             |
3d0  38 1b 00 f9                   | str x24, [x25, #48]                        |
3d4  37 3b 00 b9                   | str w23, [x25, #56]                        |
3d8  03 00 80 d2                   | mov x3, #0x0                               |
3dc  22 c3 00 91                   | add x2, x25, #0x30                         |
3e0  21 00 80 d2                   | mov x1, #0x1                               |
3e4  e0 03 13 aa                   | mov x0, x19                                |
3e8  a8 37 80 d2                   | mov x8, #0x1bd                             |
3ec  01 00 00 d4                   | svc #0x0                                   |
3f0  1f 00 00 f1                   | cmp x0, #0x0                               |
3f4  c0 00 00 54                   | b.eq 0x40c                                 |
3f8  1f 58 00 b1                   | cmn x0, #0x16                              | else it was a folder and is a file now
3fc  41 09 00 54                   | b.ne 0x524                                 |
400  98 12 40 b9                   | ldr w24, [x20, #16]                        |
404  1f 03 00 f1                   | cmp x24, #0x0                              |
408  e0 08 00 54                   | b.eq 0x524                                 |
40c  e0 03 17 aa                   | mov x0, x23                                |
410  28 07 80 d2                   | mov x8, #0x39                              |
414  01 00 00 d4                   | svc #0x0                                   |
418  97 0a 40 b9                   | ldr w23, [x20, #8]                         |
41c  94 02 17 8b                   | add x20, x20, x23                          |
420  d5 ff ff 17                   | b 0x374                                    |
424  97 12 40 b9                   | ldr w23, [x20, #16]                        |
428  ff 02 00 f1                   | cmp x23, #0x0                              |
42c  a0 06 00 54                   | b.eq 0x500                                 |
430  1f 08 00 b1                   | cmn x0, #0x2                               |
434  20 ff ff 54                   | b.eq 0x418                                 |
438  1f 50 00 b1                   | cmn x0, #0x14                              |
43c  e0 fe ff 54                   | b.eq 0x418                                 |
440  1f a0 00 b1                   | cmn x0, #0x28                              |
444  a0 fe ff 54                   | b.eq 0x418                                 |
448  2e 00 00 14                   | b 0x500                                    |
44c  55 5b 40 b9                   | ldr w21, [x26, #88]                        |
450  b5 02 1a 8b                   | add x21, x21, x26                          | where port rules end
454  9f 02 15 eb                   | cmp x20, x21                               |
458  00 02 00 54                   | b.eq 0x498                                 |
45c  03 00 80 d2                   | mov x3, #0x0                               |
460  e2 03 14 aa                   | mov x2, x20                                |
464  41 00 80 d2                   | mov x1, #0x2                               |
468  e0 03 13 aa                   | mov x0, x19                                |
46c  a8 37 80 d2                   | mov x8, #0x1bd                             |
470  01 00 00 d4                   | svc #0x0                                   |
474  1f 00 00 f1                   | cmp x0, #0x0                               |
478  c0 00 00 54                   | b.eq 0x490                                 |
47c  95 06 40 f9                   | ldr x21, [x20, #8]                         |
480  1f 84 01 b1                   | cmn x0, #0x61                              | else the kernel has no such network
484  41 06 00 54                   | b.ne 0x54c                                 |
488  55 5b 40 b9                   | ldr w21, [x26, #88]                        |
48c  b5 02 1a 8b                   | add x21, x21, x26                          |
490  94 42 00 91                   | add x20, x20, #0x10                        |
494  f0 ff ff 17                   | b 0x454                                    |
498  02 00 00 14                   | b 0x4a0                                    |
49c  53 37 80 b9                   | ldrsw x19, [x26, #52]                      |
4a0  54 3b 40 b9                   | ldr w20, [x26, #56]                        |
4a4  e1 03 14 aa                   | mov x1, x20                                |
4a8  e0 03 13 aa                   | mov x0, x19                                |
4ac  c8 37 80 d2                   | mov x8, #0x1be                             |
4b0  01 00 00 d4                   | svc #0x0                                   |
4b4  1f 00 00 f1                   | cmp x0, #0x0                               |
4b8  c1 05 00 54                   | b.ne 0x570                                 |
4bc  e0 03 13 aa                   | mov x0, x19                                | whoever has it can add rules for the next one who takes it over
4c0  28 07 80 d2                   | mov x8, #0x39                              |
4c4  01 00 00 d4                   | svc #0x0                                   |
4c8  c0 03 5f d6                   | ret                                        |
4cc  63 61 6e 6e 6f 74 20 63 72 65 | .asciz "cannot create the ruleset"         |
4d6  61 74 65 20 74 68 65 20 72 75 |                                            |
4e0  6c 65 73 65 74 00             |                                            |
4e6  00 00                         | .balign 4                                  |
4e8  15 00 80 d2                   | mov x21, #0x0                              | no path or name to tell
4ec  14 ff ff 10                   | adr x20, 0x4cc                             |
4f0  8c 01 00 14                   | b 0xb20                                    |
4f4  63 61 6e 6e 6f 74 20 6f 70 65 | .asciz "cannot open"                       |
4fe  6e 00                         |                                            |
500  f5 03 16 aa                   | mov x21, x22                               |
504  94 ff ff 10                   | adr x20, 0x4f4                             |
508  86 01 00 14                   | b 0xb20                                    |
50c  63 61 6e 6e 6f 74 20 61 64 64 | .asciz "cannot add a rule for"             |
516  20 61 20 72 75 6c 65 20 66 6f |                                            |
520  72 00                         |                                            |
522  00 00                         | .balign 4                                  |
524  f5 03 16 aa                   | mov x21, x22                               |
528  34 ff ff 10                   | adr x20, 0x50c                             |
52c  7d 01 00 14                   | b 0xb20                                    |
530  63 61 6e 6e 6f 74 20 61 64 64 | .asciz "cannot add a rule for port"        |
53a  20 61 20 72 75 6c 65 20 66 6f |                                            |
544  72 20 70 6f 72 74 00          |                                            |
54b  00                            | .balign 4                                  |
54c  34 ff ff 10                   | adr x20, 0x530                             |
550  67 01 00 14                   | b 0xaec                                    |
554  63 61 6e 6e 6f 74 20 65 6e 66 | .asciz "cannot enforce the ruleset"        |
55e  6f 72 63 65 20 74 68 65 20 72 |                                            |
568  75 6c 65 73 65 74 00          |                                            |
56f  00                            | .balign 4                                  |
570  15 00 80 d2                   | mov x21, #0x0                              | no path or name to tell
574  14 ff ff 10                   | adr x20, 0x554                             |
578  6a 01 00 14                   | b 0xb20                                    |
57c  53 23 40 f9                   | ldr x19, [x26, #64]                        |
580  35 00 80 d2                   | mov x21, #0x1                              | the number of the signal in the lowest bit
584  7f 02 00 f1                   | cmp x19, #0x0                              |
588  40 02 00 54                   | b.eq 0x5d0                                 |
58c  f4 03 13 aa                   | mov x20, x19                               |
590  29 00 80 d2                   | mov x9, #0x1                               |
594  94 02 09 8a                   | and x20, x20, x9                           |
598  9f 02 00 f1                   | cmp x20, #0x0                              |
59c  20 01 00 54                   | b.eq 0x5c0                                 |
5a0  03 01 80 d2                   | mov x3, #0x8                               | SIG_DFL, no flags, no mask
5a4  02 00 80 d2                   | mov x2, #0x0                               |
5a8  21 83 01 91                   | add x1, x25, #0x60                         |
5ac  e0 03 15 aa                   | mov x0, x21                                |
5b0  c8 10 80 d2                   | mov x8, #0x86                              |
5b4  01 00 00 d4                   | svc #0x0                                   |
5b8  1f 00 00 f1                   | cmp x0, #0x0                               |
5bc  21 02 00 54                   | b.ne 0x600                                 |
5c0  73 fe 41 d3                   | lsr x19, x19, #1                           |
5c4  b5 06 00 91                   | add x21, x21, #0x1                         |
5c8  7f 02 00 f1                   | cmp x19, #0x0                              |
5cc  c1 fd ff 54                   | b.ne 0x584                                 |
5d0  03 01 80 d2                   | mov x3, #0x8                               | cannot fail: all is valid
5d4  02 00 80 d2                   | mov x2, #0x0                               |
5d8  21 83 01 91                   | add x1, x25, #0x60                         |
5dc  40 00 80 d2                   | mov x0, #0x2                               |
5e0  e8 10 80 d2                   | mov x8, #0x87                              |
5e4  01 00 00 d4                   | svc #0x0                                   |
5e8  c0 03 5f d6                   | ret                                        |
5ec  63 61 6e 6e 6f 74 20 72 65 73 | .asciz "cannot reset signal"               |
5f6  65 74 20 73 69 67 6e 61 6c 00 |                                            |
600  74 ff ff 10                   | adr x20, 0x5ec                             |
604  3a 01 00 14                   | b 0xaec                                    |
608  f7 03 19 aa                   | mov x23, x25                               |
60c  f7 82 02 91                   | add x23, x23, #0xa0                        |
610  33 07 40 f9                   | ldr x19, [x25, #8]                         |
614  74 02 40 f9                   | ldr x20, [x19]                             |
618  73 22 00 91                   | add x19, x19, #0x8                         |
61c  9f 02 00 f1                   | cmp x20, #0x0                              |
620  20 05 00 54                   | b.eq 0x6c4                                 |
624  55 5f 40 b9                   | ldr w21, [x26, #92]                        |
628  b5 02 1a 8b                   | add x21, x21, x26                          | the first name of the plan
62c  56 63 40 b9                   | ldr w22, [x26, #96]                        |
630  d6 02 1a 8b                   | add x22, x22, x26                          | where the names end
634  bf 02 16 eb                   | cmp x21, x22                               |
638  e0 fe ff 54                   | b.eq 0x614                                 |
63c  f8 03 14 aa                   | mov x24, x20                               |
640  b6 02 40 39                   | ldrb w22, [x21]                            |
644  b5 06 00 91                   | add x21, x21, #0x1                         |
648  df 02 00 f1                   | cmp x22, #0x0                              |
64c  60 01 00 54                   | b.eq 0x678                                 |
650  00 03 40 39                   | ldrb w0, [x24]                             |
654  18 07 00 91                   | add x24, x24, #0x1                         |
658  1f 00 16 eb                   | cmp x0, x22                                |
65c  20 ff ff 54                   | b.eq 0x640                                 |
660  b6 02 40 39                   | ldrb w22, [x21]                            |
664  b5 06 00 91                   | add x21, x21, #0x1                         |
668  df 02 00 f1                   | cmp x22, #0x0                              |
66c  a1 ff ff 54                   | b.ne 0x660                                 |
670  b5 06 00 91                   | add x21, x21, #0x1                         | its bits
674  ee ff ff 17                   | b 0x62c                                    |
678  b6 02 40 39                   | ldrb w22, [x21]                            | its bits
67c  b5 06 00 91                   | add x21, x21, #0x1                         |
680  e0 03 16 aa                   | mov x0, x22                                |
684  29 00 80 d2                   | mov x9, #0x1                               |
688  00 00 09 8a                   | and x0, x0, x9                             |
68c  1f 00 00 f1                   | cmp x0, #0x0                               |
690  c1 00 00 54                   | b.ne 0x6a8                                 |
694  00 03 40 39                   | ldrb w0, [x24]                             |
698  1f f4 00 f1                   | cmp x0, #0x3d                              |
69c  60 00 00 54                   | b.eq 0x6a8                                 |
6a0  1f 00 00 f1                   | cmp x0, #0x0                               | a string without = is all name
6a4  41 fc ff 54                   | b.ne 0x62c                                 |
6a8  49 00 80 d2                   | mov x9, #0x2                               |
6ac  d6 02 09 8a                   | and x22, x22, x9                           |
6b0  df 02 00 f1                   | cmp x22, #0x0                              |
6b4  00 fb ff 54                   | b.eq 0x614                                 |
6b8  f4 02 00 f9                   | str x20, [x23]                             |
6bc  f7 22 00 91                   | add x23, x23, #0x8                         |
6c0  d5 ff ff 17                   | b 0x614                                    |
6c4  54 63 40 b9                   | ldr w20, [x26, #96]                        |
6c8  94 02 1a 8b                   | add x20, x20, x26                          |
6cc  55 67 40 b9                   | ldr w21, [x26, #100]                       |
6d0  b5 02 1a 8b                   | add x21, x21, x26                          | where the plan's variables end
6d4  9f 02 15 eb                   | cmp x20, x21                               |
6d8  e0 00 00 54                   | b.eq 0x6f4                                 |
6dc  f4 02 00 f9                   | str x20, [x23]                             |
6e0  f7 22 00 91                   | add x23, x23, #0x8                         |
6e4  fe 0f 1f f8                   | str x30, [sp, #-16]!                       |
6e8  82 01 00 94                   | bl 0xcf0                                   |
6ec  fe 07 41 f8                   | ldr x30, [sp], #16                         |
6f0  f9 ff ff 17                   | b 0x6d4                                    |
6f4  14 00 80 d2                   | mov x20, #0x0                              | that ends the list
6f8  f4 02 00 f9                   | str x20, [x23]                             |
6fc  f7 22 00 91                   | add x23, x23, #0x8                         |
700  c0 03 5f d6                   | ret                                        |
704  f7 22 00 91                   | add x23, x23, #0x8                         | room for /bin/sh: see the execution of scripts
708  37 0f 00 f9                   | str x23, [x25, #24]                        |
70c  33 03 40 f9                   | ldr x19, [x25]                             |
710  74 02 40 f9                   | ldr x20, [x19]                             |
714  9f 02 00 f1                   | cmp x20, #0x0                              | the list may be quite empty before Linux 5.18
718  40 00 00 54                   | b.eq 0x720                                 |
71c  73 22 00 91                   | add x19, x19, #0x8                         | past the launcher's own name
720  54 67 40 b9                   | ldr w20, [x26, #100]                       |
724  94 02 1a 8b                   | add x20, x20, x26                          |
728  55 6b 40 b9                   | ldr w21, [x26, #104]                       |
72c  b5 02 1a 8b                   | add x21, x21, x26                          | where the plan's command ends
730  9f 02 15 eb                   | cmp x20, x21                               |
734  40 01 00 54                   | b.eq 0x75c                                 |
738  34 0b 00 f9                   | str x20, [x25, #16]                        |
73c  f4 02 00 f9                   | str x20, [x23]                             |
740  f7 22 00 91                   | add x23, x23, #0x8                         |
744  fe 0f 1f f8                   | str x30, [sp, #-16]!                       |
748  6a 01 00 94                   | bl 0xcf0                                   |
74c  fe 07 41 f8                   | ldr x30, [sp], #16                         |
750  9f 02 15 eb                   | cmp x20, x21                               |
754  41 ff ff 54                   | b.ne 0x73c                                 |
758  17 00 00 14                   | b 0x7b4                                    |
75c  74 02 40 f9                   | ldr x20, [x19]                             |
760  9f 02 00 f1                   | cmp x20, #0x0                              |
764  60 03 00 54                   | b.eq 0x7d0                                 |
768  f4 02 00 f9                   | str x20, [x23]                             | its name for itself
76c  95 02 40 f9                   | ldr x21, [x20]                             |
770  b6 a5 85 d2                   | mov x22, #0x2d2d                           | --argv0
774  36 4c ae f2                   | movk x22, #0x7261, lsl #16                 |
778  f6 cc ce f2                   | movk x22, #0x7667, lsl #32                 |
77c  16 06 e0 f2                   | movk x22, #0x30, lsl #48                   |
780  bf 02 16 eb                   | cmp x21, x22                               |
784  21 01 00 54                   | b.ne 0x7a8                                 |
788  74 06 40 f9                   | ldr x20, [x19, #8]                         |
78c  9f 02 00 f1                   | cmp x20, #0x0                              |
790  00 02 00 54                   | b.eq 0x7d0                                 |
794  f4 02 00 f9                   | str x20, [x23]                             |
798  74 0a 40 f9                   | ldr x20, [x19, #16]                        |
79c  9f 02 00 f1                   | cmp x20, #0x0                              |
7a0  80 01 00 54                   | b.eq 0x7d0                                 |
7a4  73 42 00 91                   | add x19, x19, #0x10                        |
7a8  34 0b 00 f9                   | str x20, [x25, #16]                        |
7ac  73 22 00 91                   | add x19, x19, #0x8                         |
7b0  f7 22 00 91                   | add x23, x23, #0x8                         |
7b4  74 02 40 f9                   | ldr x20, [x19]                             |
7b8  f4 02 00 f9                   | str x20, [x23]                             |
7bc  73 22 00 91                   | add x19, x19, #0x8                         |
7c0  f7 22 00 91                   | add x23, x23, #0x8                         |
7c4  9f 02 00 f1                   | cmp x20, #0x0                              |
7c8  61 ff ff 54                   | b.ne 0x7b4                                 |
7cc  c0 03 5f d6                   | ret                                        |
7d0  a0 02 80 92                   | mov x0, #0xffffffffffffffea                |
7d4  06 00 00 14                   | b 0x7ec                                    |
7d8  6e 6f 20 63 6f 6d 6d 61 6e 64 | .asciz "no command given"                  |
7e2  20 67 69 76 65 6e 00          |                                            |
7e9  00 00 00                      | .balign 4                                  |
7ec  15 00 80 d2                   | mov x21, #0x0                              | no path or name to tell
7f0  54 ff ff 10                   | adr x20, 0x7d8                             |
7f4  cb 00 00 14                   | b 0xb20                                    |
7f8  53 5b 40 b9                   | ldr w19, [x26, #88]                        |
7fc  54 5f 40 b9                   | ldr w20, [x26, #92]                        |
800  94 02 13 cb                   | sub x20, x20, x19                          | bytes
804  9f 02 00 f1                   | cmp x20, #0x0                              |
808  80 01 00 54                   | b.eq 0x838                                 |
80c  94 fe 43 d3                   | lsr x20, x20, #3                           | instructions
810  73 02 1a 8b                   | add x19, x19, x26                          |
814  34 1b 00 f9                   | str x20, [x25, #48]                        | struct sock_fprog: how many, and where
818  33 1f 00 f9                   | str x19, [x25, #56]                        |
81c  22 c3 00 91                   | add x2, x25, #0x30                         |
820  01 00 80 d2                   | mov x1, #0x0                               |
824  20 00 80 d2                   | mov x0, #0x1                               |
828  a8 22 80 d2                   | mov x8, #0x115                             |
82c  01 00 00 d4                   | svc #0x0                                   |
830  1f 00 00 f1                   | cmp x0, #0x0                               |
834  61 01 00 54                   | b.ne 0x860                                 |
838  c0 03 5f d6                   | ret                                        |
83c  63 61 6e 6e 6f 74 20 69 6e 73 | .asciz "cannot install the seccomp filter" |
846  74 61 6c 6c 20 74 68 65 20 73 |                                            |
850  65 63 63 6f 6d 70 20 66 69 6c |                                            |
85a  74 65 72 00                   |                                            |
85e  00 00                         | .balign 4                                  |
860  15 00 80 d2                   | mov x21, #0x0                              | no path or name to tell
864  d4 fe ff 10                   | adr x20, 0x83c                             |
868  ae 00 00 14                   | b 0xb20                                    |
86c  33 0b 40 f9                   | ldr x19, [x25, #16]                        |
870  37 0f 40 f9                   | ldr x23, [x25, #24]                        |
874  f8 03 19 aa                   | mov x24, x25                               |
878  18 83 02 91                   | add x24, x24, #0xa0                        |
87c  f4 03 13 aa                   | mov x20, x19                               |
880  80 02 40 39                   | ldrb w0, [x20]                             |
884  1f bc 00 f1                   | cmp x0, #0x2f                              |
888  e0 0a 00 54                   | b.eq 0x9e4                                 |
88c  94 06 00 91                   | add x20, x20, #0x1                         |
890  1f 00 00 f1                   | cmp x0, #0x0                               |
894  61 ff ff 54                   | b.ne 0x880                                 |
898  94 02 13 cb                   | sub x20, x20, x19                          | length of the name with its zero
89c  f5 03 13 aa                   | mov x21, x19                               |
8a0  20 00 80 92                   | mov x0, #0xfffffffffffffffe                |
8a4  9f 06 00 f1                   | cmp x20, #0x1                              | the empty name is nowhere
8a8  00 0c 00 54                   | b.eq 0xa28                                 |
8ac  60 04 80 92                   | mov x0, #0xffffffffffffffdc                |
8b0  9f 06 04 f1                   | cmp x20, #0x101                            |
8b4  43 00 00 54                   | b.cc 0x8bc                                 |
8b8  5c 00 00 14                   | b 0xa28                                    |
8bc  54 4f 40 b9                   | ldr w20, [x26, #76]                        |
8c0  94 02 1a 8b                   | add x20, x20, x26                          |
8c4  9f 02 1a eb                   | cmp x20, x26                               |
8c8  21 02 00 54                   | b.ne 0x90c                                 |
8cc  35 07 40 f9                   | ldr x21, [x25, #8]                         |
8d0  b4 02 40 f9                   | ldr x20, [x21]                             |
8d4  b5 22 00 91                   | add x21, x21, #0x8                         |
8d8  9f 02 00 f1                   | cmp x20, #0x0                              |
8dc  60 01 00 54                   | b.eq 0x908                                 |
8e0  80 02 40 b9                   | ldr w0, [x20]                              |
8e4  09 2a 88 d2                   | mov x9, #0x4150                            | PATH
8e8  89 0a a9 f2                   | movk x9, #0x4854, lsl #16                  |
8ec  1f 00 09 eb                   | cmp x0, x9                                 |
8f0  01 ff ff 54                   | b.ne 0x8d0                                 |
8f4  80 12 40 39                   | ldrb w0, [x20, #4]                         |
8f8  1f f4 00 f1                   | cmp x0, #0x3d                              |
8fc  a1 fe ff 54                   | b.ne 0x8d0                                 |
900  94 16 00 91                   | add x20, x20, #0x5                         |
904  02 00 00 14                   | b 0x90c                                    |
908  34 0e 00 70                   | adr x20, 0xacf                             |
90c  09 22 82 d2                   | mov x9, #0x1110                            |
910  ff 63 29 cb                   | sub sp, sp, x9                             |
914  fa 03 00 91                   | mov x26, sp                                |
918  f6 03 1a aa                   | mov x22, x26                               |
91c  09 00 82 d2                   | mov x9, #0x1000                            |
920  d6 02 09 8b                   | add x22, x22, x9                           |
924  15 00 80 d2                   | mov x21, #0x0                              |
928  35 17 00 f9                   | str x21, [x25, #40]                        |
92c  34 13 00 f9                   | str x20, [x25, #32]                        |
930  fe 0f 1f f8                   | str x30, [sp, #-16]!                       |
934  45 00 00 94                   | bl 0xa48                                   |
938  fe 07 41 f8                   | ldr x30, [sp], #16                         |
93c  e2 03 18 aa                   | mov x2, x24                                |
940  e1 03 17 aa                   | mov x1, x23                                |
944  e0 03 1a aa                   | mov x0, x26                                |
948  a8 1b 80 d2                   | mov x8, #0xdd                              |
94c  01 00 00 d4                   | svc #0x0                                   |
950  f5 03 1a aa                   | mov x21, x26                               |
954  1f 20 00 b1                   | cmn x0, #0x8                               |
958  60 05 00 54                   | b.eq 0xa04                                 |
95c  1f 08 00 b1                   | cmn x0, #0x2                               |
960  e0 01 00 54                   | b.eq 0x99c                                 |
964  1f 50 00 b1                   | cmn x0, #0x14                              |
968  a0 01 00 54                   | b.eq 0x99c                                 |
96c  1f 4c 00 b1                   | cmn x0, #0x13                              |
970  60 01 00 54                   | b.eq 0x99c                                 |
974  1f 90 00 b1                   | cmn x0, #0x24                              |
978  20 01 00 54                   | b.eq 0x99c                                 |
97c  1f b8 01 b1                   | cmn x0, #0x6e                              |
980  e0 00 00 54                   | b.eq 0x99c                                 |
984  1f d0 01 b1                   | cmn x0, #0x74                              |
988  a0 00 00 54                   | b.eq 0x99c                                 |
98c  1f 34 00 b1                   | cmn x0, #0xd                               |
990  c1 04 00 54                   | b.ne 0xa28                                 |
994  35 13 40 f9                   | ldr x21, [x25, #32]                        |
998  35 17 00 f9                   | str x21, [x25, #40]                        | maybe there is another one further on; if not, it was this
99c  80 02 40 39                   | ldrb w0, [x20]                             |
9a0  94 06 00 91                   | add x20, x20, #0x1                         |
9a4  1f 00 00 f1                   | cmp x0, #0x0                               | a colon
9a8  21 fc ff 54                   | b.ne 0x92c                                 |
9ac  34 17 40 f9                   | ldr x20, [x25, #40]                        |
9b0  9f 02 00 f1                   | cmp x20, #0x0                              |
9b4  e0 00 00 54                   | b.eq 0x9d0                                 |
9b8  fe 0f 1f f8                   | str x30, [sp, #-16]!                       |
9bc  23 00 00 94                   | bl 0xa48                                   |
9c0  fe 07 41 f8                   | ldr x30, [sp], #16                         |
9c4  f5 03 1a aa                   | mov x21, x26                               |
9c8  80 01 80 92                   | mov x0, #0xfffffffffffffff3                |
9cc  17 00 00 14                   | b 0xa28                                    |
9d0  54 07 00 70                   | adr x20, 0xabb                             |
9d4  f5 03 13 aa                   | mov x21, x19                               |
9d8  20 00 80 92                   | mov x0, #0xfffffffffffffffe                |
9dc  f8 0f 80 d2                   | mov x24, #0x7f                             |
9e0  51 00 00 14                   | b 0xb24                                    |
9e4  e2 03 18 aa                   | mov x2, x24                                |
9e8  e1 03 17 aa                   | mov x1, x23                                |
9ec  e0 03 13 aa                   | mov x0, x19                                |
9f0  a8 1b 80 d2                   | mov x8, #0xdd                              |
9f4  01 00 00 d4                   | svc #0x0                                   |
9f8  f5 03 13 aa                   | mov x21, x19                               |
9fc  1f 20 00 b1                   | cmn x0, #0x8                               |
a00  41 01 00 54                   | b.ne 0xa28                                 |
a04  f5 02 00 f9                   | str x21, [x23]                             | a script without #! is an argument of the shell, in place of its name
a08  f7 22 00 d1                   | sub x23, x23, #0x8                         |
a0c  d5 05 00 70                   | adr x21, 0xac7                             |
a10  f5 02 00 f9                   | str x21, [x23]                             |
a14  e2 03 18 aa                   | mov x2, x24                                |
a18  e1 03 17 aa                   | mov x1, x23                                |
a1c  e0 03 15 aa                   | mov x0, x21                                |
a20  a8 1b 80 d2                   | mov x8, #0xdd                              |
a24  01 00 00 d4                   | svc #0x0                                   |
a28  34 04 00 10                   | adr x20, 0xaac                             |
a2c  f8 0f 80 d2                   | mov x24, #0x7f                             |
a30  1f 08 00 b1                   | cmn x0, #0x2                               |
a34  80 07 00 54                   | b.eq 0xb24                                 |
a38  1f 50 00 b1                   | cmn x0, #0x14                              |
a3c  40 07 00 54                   | b.eq 0xb24                                 |
a40  d8 0f 80 d2                   | mov x24, #0x7e                             |
a44  38 00 00 14                   | b 0xb24                                    |
a48  f5 03 1a aa                   | mov x21, x26                               |
a4c  80 02 40 39                   | ldrb w0, [x20]                             |
a50  1f 00 00 f1                   | cmp x0, #0x0                               |
a54  20 01 00 54                   | b.eq 0xa78                                 |
a58  1f e8 00 f1                   | cmp x0, #0x3a                              |
a5c  e0 00 00 54                   | b.eq 0xa78                                 |
a60  94 06 00 91                   | add x20, x20, #0x1                         |
a64  bf 02 16 eb                   | cmp x21, x22                               |
a68  20 ff ff 54                   | b.eq 0xa4c                                 |
a6c  a0 02 00 39                   | strb w0, [x21]                             |
a70  b5 06 00 91                   | add x21, x21, #0x1                         |
a74  f6 ff ff 17                   | b 0xa4c                                    |
a78  bf 02 1a eb                   | cmp x21, x26                               |
a7c  80 00 00 54                   | b.eq 0xa8c                                 |
a80  e0 05 80 d2                   | mov x0, #0x2f                              |
a84  a0 02 00 39                   | strb w0, [x21]                             |
a88  b5 06 00 91                   | add x21, x21, #0x1                         |
a8c  60 02 40 39                   | ldrb w0, [x19]                             |
a90  a0 02 00 39                   | strb w0, [x21]                             |
a94  73 06 00 91                   | add x19, x19, #0x1                         |
a98  b5 06 00 91                   | add x21, x21, #0x1                         |
a9c  1f 00 00 f1                   | cmp x0, #0x0                               |
aa0  61 ff ff 54                   | b.ne 0xa8c                                 |
aa4  33 0b 40 f9                   | ldr x19, [x25, #16]                        |
aa8  c0 03 5f d6                   | ret                                        |
aac  63 61 6e 6e 6f 74 20 65 78 65 | .asciz "cannot execute"                    |
ab6  63 75 74 65 00                |                                            |
abb  63 61 6e 6e 6f 74 20 66 69 6e | .asciz "cannot find"                       |
ac5  64 00                         |                                            |
ac7  2f 62 69 6e 2f 73 68 00       | .asciz "/bin/sh"                           |
acf  2f 75 73 72 2f 6c 6f 63 61 6c | .asciz "/usr/local/bin:/usr/bin:/bin"      |
ad9  2f 62 69 6e 3a 2f 75 73 72 2f |                                            |
ae3  62 69 6e 3a 2f 62 69 6e 00    |                                            |
aec  f7 03 00 aa                   | mov x23, x0                                |
af0  f8 03 14 aa                   | mov x24, x20                               |
af4  09 02 80 d2                   | mov x9, #0x10                              | at most five digits and a zero
af8  ff 63 29 cb                   | sub sp, sp, x9                             |
afc  f3 03 00 91                   | mov x19, sp                                |
b00  fe 0f 1f f8                   | str x30, [sp, #-16]!                       |
b04  67 00 00 94                   | bl 0xca0                                   |
b08  fe 07 41 f8                   | ldr x30, [sp], #16                         |
b0c  00 00 80 d2                   | mov x0, #0x0                               |
b10  60 02 00 39                   | strb w0, [x19]                             |
b14  f5 03 00 91                   | mov x21, sp                                |
b18  f4 03 18 aa                   | mov x20, x24                               |
b1c  e0 03 17 aa                   | mov x0, x23                                |
b20  b8 0f 80 d2                   | mov x24, #0x7d                             |
b24  17 00 80 d2                   | mov x23, #0x0                              |
b28  f7 02 00 cb                   | sub x23, x23, x0                           | the errno
b2c  f6 03 14 aa                   | mov x22, x20                               |
b30  09 02 82 d2                   | mov x9, #0x1010                            |
b34  ff 63 29 cb                   | sub sp, sp, x9                             |
b38  f3 03 00 91                   | mov x19, sp                                |
b3c  73 42 00 91                   | add x19, x19, #0x10                        | where the next byte of the message goes
b40  f9 03 13 aa                   | mov x25, x19                               |
b44  39 03 3f 91                   | add x25, x25, #0xfc0                       | where the subject is cut off
b48  f4 0d 00 10                   | adr x20, 0xd04                             |
b4c  fe 0f 1f f8                   | str x30, [sp, #-16]!                       |
b50  45 00 00 94                   | bl 0xc64                                   |
b54  fe 07 41 f8                   | ldr x30, [sp], #16                         |
b58  f4 03 16 aa                   | mov x20, x22                               |
b5c  fe 0f 1f f8                   | str x30, [sp, #-16]!                       |
b60  41 00 00 94                   | bl 0xc64                                   |
b64  fe 07 41 f8                   | ldr x30, [sp], #16                         |
b68  bf 02 00 f1                   | cmp x21, #0x0                              |
b6c  c0 01 00 54                   | b.eq 0xba4                                 |
b70  14 0d 00 70                   | adr x20, 0xd13                             |
b74  fe 0f 1f f8                   | str x30, [sp, #-16]!                       |
b78  3b 00 00 94                   | bl 0xc64                                   |
b7c  fe 07 41 f8                   | ldr x30, [sp], #16                         |
b80  f4 03 15 aa                   | mov x20, x21                               |
b84  fe 0f 1f f8                   | str x30, [sp, #-16]!                       |
b88  37 00 00 94                   | bl 0xc64                                   |
b8c  fe 07 41 f8                   | ldr x30, [sp], #16                         |
b90  19 00 80 d2                   | mov x25, #0x0                              | nowhere: what comes now is short, and none of it is cut off
b94  14 0c 00 50                   | adr x20, 0xd16                             |
b98  fe 0f 1f f8                   | str x30, [sp, #-16]!                       |
b9c  32 00 00 94                   | bl 0xc64                                   |
ba0  fe 07 41 f8                   | ldr x30, [sp], #16                         |
ba4  b4 0b 00 10                   | adr x20, 0xd18                             |
ba8  fe 0f 1f f8                   | str x30, [sp, #-16]!                       |
bac  2e 00 00 94                   | bl 0xc64                                   |
bb0  fe 07 41 f8                   | ldr x30, [sp], #16                         |
bb4  74 0b 00 50                   | adr x20, 0xd22                             |
bb8  96 02 40 39                   | ldrb w22, [x20]                            |
bbc  94 06 00 91                   | add x20, x20, #0x1                         |
bc0  df 02 00 f1                   | cmp x22, #0x0                              |
bc4  60 01 00 54                   | b.eq 0xbf0                                 |
bc8  df 02 17 eb                   | cmp x22, x23                               |
bcc  a0 00 00 54                   | b.eq 0xbe0                                 |
bd0  fe 0f 1f f8                   | str x30, [sp, #-16]!                       |
bd4  47 00 00 94                   | bl 0xcf0                                   |
bd8  fe 07 41 f8                   | ldr x30, [sp], #16                         |
bdc  f7 ff ff 17                   | b 0xbb8                                    |
be0  fe 0f 1f f8                   | str x30, [sp, #-16]!                       |
be4  20 00 00 94                   | bl 0xc64                                   |
be8  fe 07 41 f8                   | ldr x30, [sp], #16                         |
bec  09 00 00 14                   | b 0xc10                                    |
bf0  54 09 00 70                   | adr x20, 0xd1b                             |
bf4  fe 0f 1f f8                   | str x30, [sp, #-16]!                       |
bf8  1b 00 00 94                   | bl 0xc64                                   |
bfc  fe 07 41 f8                   | ldr x30, [sp], #16                         |
c00  f5 03 17 aa                   | mov x21, x23                               |
c04  fe 0f 1f f8                   | str x30, [sp, #-16]!                       |
c08  26 00 00 94                   | bl 0xca0                                   |
c0c  fe 07 41 f8                   | ldr x30, [sp], #16                         |
c10  40 01 80 d2                   | mov x0, #0xa                               |
c14  60 02 00 39                   | strb w0, [x19]                             |
c18  f4 03 00 91                   | mov x20, sp                                |
c1c  73 02 14 cb                   | sub x19, x19, x20                          |
c20  73 3e 00 d1                   | sub x19, x19, #0xf                         | the length, with the line feed
c24  00 00 80 92                   | mov x0, #0xffffffffffffffff                |
c28  80 02 00 f9                   | str x0, [x20]                              | every signal: a closed pipe must not hide the exit status
c2c  03 01 80 d2                   | mov x3, #0x8                               |
c30  02 00 80 d2                   | mov x2, #0x0                               |
c34  e1 03 14 aa                   | mov x1, x20                                |
c38  40 00 80 d2                   | mov x0, #0x2                               |
c3c  e8 10 80 d2                   | mov x8, #0x87                              |
c40  01 00 00 d4                   | svc #0x0                                   |
c44  e2 03 13 aa                   | mov x2, x19                                |
c48  81 42 00 91                   | add x1, x20, #0x10                         |
c4c  40 00 80 d2                   | mov x0, #0x2                               |
c50  08 08 80 d2                   | mov x8, #0x40                              |
c54  01 00 00 d4                   | svc #0x0                                   |
c58  e0 03 18 aa                   | mov x0, x24                                |
c5c  c8 0b 80 d2                   | mov x8, #0x5e                              |
c60  01 00 00 d4                   | svc #0x0                                   |
c64  80 02 40 39                   | ldrb w0, [x20]                             |
c68  1f 00 00 f1                   | cmp x0, #0x0                               |
c6c  80 01 00 54                   | b.eq 0xc9c                                 |
c70  1f fc 01 f1                   | cmp x0, #0x7f                              |
c74  80 00 00 54                   | b.eq 0xc84                                 |
c78  1f 80 00 f1                   | cmp x0, #0x20                              |
c7c  43 00 00 54                   | b.cc 0xc84                                 |
c80  02 00 00 14                   | b 0xc88                                    |
c84  e0 07 80 d2                   | mov x0, #0x3f                              |
c88  60 02 00 39                   | strb w0, [x19]                             |
c8c  73 06 00 91                   | add x19, x19, #0x1                         |
c90  94 06 00 91                   | add x20, x20, #0x1                         |
c94  7f 02 19 eb                   | cmp x19, x25                               |
c98  61 fe ff 54                   | b.ne 0xc64                                 |
c9c  c0 03 5f d6                   | ret                                        |
ca0  74 09 00 10                   | adr x20, 0xdcc                             |
ca4  96 02 40 b9                   | ldr w22, [x20]                             |
ca8  94 12 00 91                   | add x20, x20, #0x4                         |
cac  df 06 00 f1                   | cmp x22, #0x1                              |
cb0  60 00 00 54                   | b.eq 0xcbc                                 |
cb4  bf 02 16 eb                   | cmp x21, x22                               |
cb8  63 ff ff 54                   | b.cc 0xca4                                 |
cbc  00 06 80 d2                   | mov x0, #0x30                              |
cc0  bf 02 16 eb                   | cmp x21, x22                               |
cc4  83 00 00 54                   | b.cc 0xcd4                                 |
cc8  b5 02 16 cb                   | sub x21, x21, x22                          |
ccc  00 04 00 91                   | add x0, x0, #0x1                           |
cd0  fc ff ff 17                   | b 0xcc0                                    |
cd4  60 02 00 39                   | strb w0, [x19]                             |
cd8  73 06 00 91                   | add x19, x19, #0x1                         |
cdc  96 02 40 b9                   | ldr w22, [x20]                             |
ce0  94 12 00 91                   | add x20, x20, #0x4                         |
ce4  df 02 00 f1                   | cmp x22, #0x0                              |
ce8  a1 fe ff 54                   | b.ne 0xcbc                                 |
cec  c0 03 5f d6                   | ret                                        |
cf0  80 02 40 39                   | ldrb w0, [x20]                             |
cf4  94 06 00 91                   | add x20, x20, #0x1                         |
cf8  1f 00 00 f1                   | cmp x0, #0x0                               |
cfc  a1 ff ff 54                   | b.ne 0xcf0                                 |
d00  c0 03 5f d6                   | ret                                        |
d04  6c 61 6e 64 6c 6f 63 6b 64 6f | .asciz "landlockdown: "                    |
d0e  77 6e 3a 20 00                |                                            |
d13  20 22 00                      | .asciz " \\""                               |
d16  22 00                         | .asciz "\\""                                |
d18  3a 20 00                      | .asciz ": "                                |
d1b  65 72 72 6e 6f 20 00          | .asciz "errno "                            |
d22  01                            | .byte 0x01                                 |
d23  45 50 45 52 4d 00             | .asciz "EPERM"                             |
d29  02                            | .byte 0x02                                 |
d2a  45 4e 4f 45 4e 54 00          | .asciz "ENOENT"                            |
d31  05                            | .byte 0x05                                 |
d32  45 49 4f 00                   | .asciz "EIO"                               |
d36  07                            | .byte 0x07                                 |
d37  45 32 42 49 47 00             | .asciz "E2BIG"                             |
d3d  08                            | .byte 0x08                                 |
d3e  45 4e 4f 45 58 45 43 00       | .asciz "ENOEXEC"                           |
d46  09                            | .byte 0x09                                 |
d47  45 42 41 44 46 00             | .asciz "EBADF"                             |
d4d  0b                            | .byte 0x0b                                 |
d4e  45 41 47 41 49 4e 00          | .asciz "EAGAIN"                            |
d55  0c                            | .byte 0x0c                                 |
d56  45 4e 4f 4d 45 4d 00          | .asciz "ENOMEM"                            |
d5d  0d                            | .byte 0x0d                                 |
d5e  45 41 43 43 45 53 00          | .asciz "EACCES"                            |
d65  14                            | .byte 0x14                                 |
d66  45 4e 4f 54 44 49 52 00       | .asciz "ENOTDIR"                           |
d6e  16                            | .byte 0x16                                 |
d6f  45 49 4e 56 41 4c 00          | .asciz "EINVAL"                            |
d76  17                            | .byte 0x17                                 |
d77  45 4e 46 49 4c 45 00          | .asciz "ENFILE"                            |
d7e  18                            | .byte 0x18                                 |
d7f  45 4d 46 49 4c 45 00          | .asciz "EMFILE"                            |
d86  1a                            | .byte 0x1a                                 |
d87  45 54 58 54 42 53 59 00       | .asciz "ETXTBSY"                           |
d8f  24                            | .byte 0x24                                 |
d90  45 4e 41 4d 45 54 4f 4f 4c 4f | .asciz "ENAMETOOLONG"                      |
d9a  4e 47 00                      |                                            |
d9d  26                            | .byte 0x26                                 |
d9e  45 4e 4f 53 59 53 00          | .asciz "ENOSYS"                            |
da5  28                            | .byte 0x28                                 |
da6  45 4c 4f 4f 50 00             | .asciz "ELOOP"                             |
dac  2a                            | .byte 0x2a                                 |
dad  45 4e 4f 4d 53 47 00          | .asciz "ENOMSG"                            |
db4  4d                            | .byte 0x4d                                 |
db5  45 42 41 44 46 44 00          | .asciz "EBADFD"                            |
dbc  5f                            | .byte 0x5f                                 |
dbd  45 4f 50 4e 4f 54 53 55 50 50 | .asciz "EOPNOTSUPP"                        |
dc7  00                            |                                            |
dc8  00                            | .byte 0x00                                 | no further errors
dc9  00 00 00                      | .balign 4                                  |
dcc  10 27 00 00                   | .byte 0x10, 0x27, 0x00, 0x00               | 10000
dd0  e8 03 00 00                   | .byte 0xe8, 0x03, 0x00, 0x00               | 1000
dd4  64 00 00 00                   | .byte 0x64, 0x00, 0x00, 0x00               | 100
dd8  0a 00 00 00                   | .byte 0x0a, 0x00, 0x00, 0x00               | 10
ddc  01 00 00 00                   | .byte 0x01, 0x00, 0x00, 0x00               | 1
de0  00 00 00 00                   | .byte 0x00, 0x00, 0x00, 0x00               | 0
de4  00 00 00 00                   | .balign 8                                  |
`,
  },
};
