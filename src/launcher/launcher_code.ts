import type { Architecture } from "../../runtimes/runtime.ts";
import type { Listing } from "../machine/listing.ts";

/** The launcher of `launcher_program.ts` in machine code. Written by `npm run listings`; a test disassembles it. */
export const LAUNCHER: Record<Architecture, Listing<"start" | "plan">> = {
  x86_64: {
    labels: { start: 0, plan: 4192 },
    listing: `
000  48 89 e3                       | mov rbx,rsp                                                                                        |
003  4c 8d 0d 56 10 00 00           | lea r9,[rip+0x1056]                                                                                |
00a  e8 94 00 00 00                 | call 0xa3                                                                                          |
00f  48 8b 2b                       | mov rbp,QWORD PTR [rbx]                                                                            | how many arguments
012  48 83 c3 08                    | add rbx,0x8                                                                                        | their list
016  48 c1 e5 03                    | shl rbp,0x3                                                                                        |
01a  48 01 dd                       | add rbp,rbx                                                                                        |
01d  48 83 c5 08                    | add rbp,0x8                                                                                        | behind the zero that ends it: the environment
021  49 89 ec                       | mov r12,rbp                                                                                        |
024  4d 8b 2c 24                    | mov r13,QWORD PTR [r12]                                                                            |
028  49 83 c4 08                    | add r12,0x8                                                                                        |
02c  49 83 fd 00                    | cmp r13,0x0                                                                                        |
030  0f 85 ee ff ff ff              | jne 0x24                                                                                           |
036  49 29 dc                       | sub r12,rbx                                                                                        | bytes of both lists with their ends
039  45 8b 69 48                    | mov r13d,DWORD PTR [r9+0x48]                                                                       |
03d  4d 01 ec                       | add r12,r13                                                                                        |
040  49 81 c4 b7 01 00 00           | add r12,0x1b7                                                                                      |
047  49 83 e4 f0                    | and r12,0xfffffffffffffff0                                                                         |
04b  4c 29 e4                       | sub rsp,r12                                                                                        |
04e  49 89 e0                       | mov r8,rsp                                                                                         |
051  49 89 18                       | mov QWORD PTR [r8],rbx                                                                             |
054  49 89 68 08                    | mov QWORD PTR [r8+0x8],rbp                                                                         |
058  31 db                          | xor ebx,ebx                                                                                        |
05a  49 89 98 a0 00 00 00           | mov QWORD PTR [r8+0xa0],rbx                                                                        |
061  49 89 58 60                    | mov QWORD PTR [r8+0x60],rbx                                                                        |
065  49 89 58 68                    | mov QWORD PTR [r8+0x68],rbx                                                                        |
069  49 89 58 70                    | mov QWORD PTR [r8+0x70],rbx                                                                        |
06d  49 89 58 78                    | mov QWORD PTR [r8+0x78],rbx                                                                        |
071  e8 79 00 00 00                 | call 0xef                                                                                          |
076  e8 c4 00 00 00                 | call 0x13f                                                                                         | after no_new_privs, which makes it last
07b  e8 a7 01 00 00                 | call 0x227                                                                                         |
080  e8 c5 01 00 00                 | call 0x24a                                                                                         | before the ruleset, which may leave descriptors for the command
085  e8 61 02 00 00                 | call 0x2eb                                                                                         |
08a  e8 e0 06 00 00                 | call 0x76f                                                                                         |
08f  e8 6c 07 00 00                 | call 0x800                                                                                         |
094  e8 5e 08 00 00                 | call 0x8f7                                                                                         |
099  e8 e9 09 00 00                 | call 0xa87                                                                                         | last, for it may forbid what the steps before it do
09e  e9 58 0a 00 00                 | jmp 0xafb                                                                                          |
0a3  41 8b 69 68                    | mov ebp,DWORD PTR [r9+0x68]                                                                        |
0a7  4c 01 cd                       | add rbp,r9                                                                                         |
0aa  48 8b 6d 08                    | mov rbp,QWORD PTR [rbp+0x8]                                                                        |
0ae  49 bc 6c 6c 64 2d 70 6c 61 6e  | movabs r12,0x6e616c702d646c6c                                                                      |
0b8  48 c7 c0 ea ff ff ff           | mov rax,0xffffffffffffffea                                                                         |
0bf  4c 39 e5                       | cmp rbp,r12                                                                                        |
0c2  0f 85 18 00 00 00              | jne 0xe0                                                                                           |
0c8  c3                             | ret                                                                                                |
0c9  63 61 6e 6e 6f 74 20 72 65 61  | .asciz "cannot read the plan"                                                                      |
0d3  64 20 74 68 65 20 70 6c 61 6e  |                                                                                                    |
0dd  00                             |                                                                                                    |
0de  00 00                          | .balign 4                                                                                          |
0e0  45 31 e4                       | xor r12d,r12d                                                                                      | no path or name to tell
0e3  48 8d 2d df ff ff ff           | lea rbp,[rip+0xffffffffffffffdf]                                                                   |
0ea  e9 d4 0c 00 00                 | jmp 0xdc3                                                                                          |
0ef  bf 26 00 00 00                 | mov edi,0x26                                                                                       |
0f4  be 01 00 00 00                 | mov esi,0x1                                                                                        |
0f9  31 d2                          | xor edx,edx                                                                                        |
0fb  45 31 d2                       | xor r10d,r10d                                                                                      |
0fe  41 50                          | push r8                                                                                            |
100  45 31 c0                       | xor r8d,r8d                                                                                        |
103  b8 9d 00 00 00                 | mov eax,0x9d                                                                                       |
108  0f 05                          | syscall                                                                                            |
10a  41 58                          | pop r8                                                                                             |
10c  48 83 f8 00                    | cmp rax,0x0                                                                                        |
110  0f 85 1a 00 00 00              | jne 0x130                                                                                          |
116  c3                             | ret                                                                                                |
117  63 61 6e 6e 6f 74 20 73 65 74  | .asciz "cannot set no_new_privs"                                                                   |
121  20 6e 6f 5f 6e 65 77 5f 70 72  |                                                                                                    |
12b  69 76 73 00                    |                                                                                                    |
12f  00                             | .balign 4                                                                                          |
130  45 31 e4                       | xor r12d,r12d                                                                                      | no path or name to tell
133  48 8d 2d dd ff ff ff           | lea rbp,[rip+0xffffffffffffffdd]                                                                   |
13a  e9 84 0c 00 00                 | jmp 0xdc3                                                                                          |
13f  bb 22 05 08 20                 | mov ebx,0x20080522                                                                                 |
144  49 89 98 80 00 00 00           | mov QWORD PTR [r8+0x80],rbx                                                                        | process 0 is this one
14b  49 8d b8 80 00 00 00           | lea rdi,[r8+0x80]                                                                                  |
152  49 8d b0 88 00 00 00           | lea rsi,[r8+0x88]                                                                                  |
159  b8 7d 00 00 00                 | mov eax,0x7d                                                                                       |
15e  0f 05                          | syscall                                                                                            |
160  48 83 f8 00                    | cmp rax,0x0                                                                                        |
164  0f 85 ae 00 00 00              | jne 0x218                                                                                          |
16a  41 8b 98 88 00 00 00           | mov ebx,DWORD PTR [r8+0x88]                                                                        |
171  48 81 e3 fb 25 04 00           | and rbx,0x425fb                                                                                    |
178  41 89 98 88 00 00 00           | mov DWORD PTR [r8+0x88],ebx                                                                        |
17f  41 8b 98 8c 00 00 00           | mov ebx,DWORD PTR [r8+0x8c]                                                                        |
186  48 81 e3 fb 25 04 00           | and rbx,0x425fb                                                                                    |
18d  41 89 98 8c 00 00 00           | mov DWORD PTR [r8+0x8c],ebx                                                                        |
194  41 8b 98 90 00 00 00           | mov ebx,DWORD PTR [r8+0x90]                                                                        |
19b  48 81 e3 fb 25 04 00           | and rbx,0x425fb                                                                                    |
1a2  41 89 98 90 00 00 00           | mov DWORD PTR [r8+0x90],ebx                                                                        |
1a9  41 8b 98 94 00 00 00           | mov ebx,DWORD PTR [r8+0x94]                                                                        |
1b0  48 83 e3 00                    | and rbx,0x0                                                                                        |
1b4  41 89 98 94 00 00 00           | mov DWORD PTR [r8+0x94],ebx                                                                        |
1bb  41 8b 98 98 00 00 00           | mov ebx,DWORD PTR [r8+0x98]                                                                        |
1c2  48 83 e3 00                    | and rbx,0x0                                                                                        |
1c6  41 89 98 98 00 00 00           | mov DWORD PTR [r8+0x98],ebx                                                                        |
1cd  41 8b 98 9c 00 00 00           | mov ebx,DWORD PTR [r8+0x9c]                                                                        |
1d4  48 83 e3 00                    | and rbx,0x0                                                                                        |
1d8  41 89 98 9c 00 00 00           | mov DWORD PTR [r8+0x9c],ebx                                                                        |
1df  49 8d b8 80 00 00 00           | lea rdi,[r8+0x80]                                                                                  |
1e6  49 8d b0 88 00 00 00           | lea rsi,[r8+0x88]                                                                                  |
1ed  b8 7e 00 00 00                 | mov eax,0x7e                                                                                       |
1f2  0f 05                          | syscall                                                                                            |
1f4  48 83 f8 00                    | cmp rax,0x0                                                                                        |
1f8  0f 85 1a 00 00 00              | jne 0x218                                                                                          |
1fe  c3                             | ret                                                                                                |
1ff  63 61 6e 6e 6f 74 20 64 72 6f  | .asciz "cannot drop capabilities"                                                                  |
209  70 20 63 61 70 61 62 69 6c 69  |                                                                                                    |
213  74 69 65 73 00                 |                                                                                                    |
218  45 31 e4                       | xor r12d,r12d                                                                                      | no path or name to tell
21b  48 8d 2d dd ff ff ff           | lea rbp,[rip+0xffffffffffffffdd]                                                                   |
222  e9 9c 0b 00 00                 | jmp 0xdc3                                                                                          |
227  bb 01 00 00 00                 | mov ebx,0x1                                                                                        |
22c  49 89 58 30                    | mov QWORD PTR [r8+0x30],rbx                                                                        | struct rlimit64: the soft limit and the hard one
230  49 89 58 38                    | mov QWORD PTR [r8+0x38],rbx                                                                        |
234  31 ff                          | xor edi,edi                                                                                        |
236  be 04 00 00 00                 | mov esi,0x4                                                                                        |
23b  49 8d 50 30                    | lea rdx,[r8+0x30]                                                                                  |
23f  45 31 d2                       | xor r10d,r10d                                                                                      |
242  b8 2e 01 00 00                 | mov eax,0x12e                                                                                      |
247  0f 05                          | syscall                                                                                            |
249  c3                             | ret                                                                                                |
24a  41 8b 59 3c                    | mov ebx,DWORD PTR [r9+0x3c]                                                                        |
24e  48 89 df                       | mov rdi,rbx                                                                                        |
251  be ff ff ff ff                 | mov esi,0xffffffff                                                                                 |
256  ba 04 00 00 00                 | mov edx,0x4                                                                                        |
25b  b8 b4 01 00 00                 | mov eax,0x1b4                                                                                      |
260  0f 05                          | syscall                                                                                            |
262  48 83 f8 ea                    | cmp rax,0xffffffffffffffea                                                                         |
266  0f 84 0b 00 00 00              | je 0x277                                                                                           |
26c  48 83 f8 00                    | cmp rax,0x0                                                                                        |
270  0f 85 66 00 00 00              | jne 0x2dc                                                                                          |
276  c3                             | ret                                                                                                |
277  31 ff                          | xor edi,edi                                                                                        |
279  be 07 00 00 00                 | mov esi,0x7                                                                                        |
27e  31 d2                          | xor edx,edx                                                                                        |
280  4d 8d 50 30                    | lea r10,[r8+0x30]                                                                                  |
284  b8 2e 01 00 00                 | mov eax,0x12e                                                                                      |
289  0f 05                          | syscall                                                                                            |
28b  48 83 f8 00                    | cmp rax,0x0                                                                                        |
28f  0f 85 47 00 00 00              | jne 0x2dc                                                                                          |
295  49 8b 68 38                    | mov rbp,QWORD PTR [r8+0x38]                                                                        |
299  48 39 eb                       | cmp rbx,rbp                                                                                        |
29c  0f 82 01 00 00 00              | jb 0x2a3                                                                                           |
2a2  c3                             | ret                                                                                                |
2a3  48 89 df                       | mov rdi,rbx                                                                                        | fails for most, which are not open
2a6  be 02 00 00 00                 | mov esi,0x2                                                                                        |
2ab  ba 01 00 00 00                 | mov edx,0x1                                                                                        |
2b0  b8 48 00 00 00                 | mov eax,0x48                                                                                       |
2b5  0f 05                          | syscall                                                                                            |
2b7  48 83 c3 01                    | add rbx,0x1                                                                                        |
2bb  e9 d9 ff ff ff                 | jmp 0x299                                                                                          |
2c0  63 61 6e 6e 6f 74 20 63 6c 6f  | .asciz "cannot close descriptors"                                                                  |
2ca  73 65 20 64 65 73 63 72 69 70  |                                                                                                    |
2d4  74 6f 72 73 00                 |                                                                                                    |
2d9  00 00 00                       | .balign 4                                                                                          |
2dc  45 31 e4                       | xor r12d,r12d                                                                                      | no path or name to tell
2df  48 8d 2d da ff ff ff           | lea rbp,[rip+0xffffffffffffffda]                                                                   |
2e6  e9 d8 0a 00 00                 | jmp 0xdc3                                                                                          |
2eb  41 8b 59 30                    | mov ebx,DWORD PTR [r9+0x30]                                                                        |
2ef  48 83 fb 01                    | cmp rbx,0x1                                                                                        |
2f3  0f 84 20 00 00 00              | je 0x319                                                                                           |
2f9  48 83 fb 02                    | cmp rbx,0x2                                                                                        |
2fd  0f 84 ef 02 00 00              | je 0x5f2                                                                                           |
303  48 83 fb 03                    | cmp rbx,0x3                                                                                        |
307  0f 84 68 03 00 00              | je 0x675                                                                                           |
30d  48 c7 c0 ea ff ff ff           | mov rax,0xffffffffffffffea                                                                         |
314  e9 c7 fd ff ff                 | jmp 0xe0                                                                                           |
319  4c 89 cf                       | mov rdi,r9                                                                                         | the plan begins with the attribute
31c  be 30 00 00 00                 | mov esi,0x30                                                                                       |
321  31 d2                          | xor edx,edx                                                                                        |
323  b8 bc 01 00 00                 | mov eax,0x1bc                                                                                      |
328  0f 05                          | syscall                                                                                            |
32a  48 83 f8 00                    | cmp rax,0x0                                                                                        |
32e  0f 8c 5c 03 00 00              | jl 0x690                                                                                           |
334  48 89 c3                       | mov rbx,rax                                                                                        | the ruleset
337  bd 00 00 28 00                 | mov ebp,0x280000                                                                                   |
33c  49 89 68 40                    | mov QWORD PTR [r8+0x40],rbp                                                                        | struct open_how: flags, mode, resolve
340  31 ed                          | xor ebp,ebp                                                                                        |
342  49 89 68 48                    | mov QWORD PTR [r8+0x48],rbp                                                                        |
346  bd 06 00 00 00                 | mov ebp,0x6                                                                                        |
34b  49 89 68 50                    | mov QWORD PTR [r8+0x50],rbp                                                                        |
34f  41 8b 69 50                    | mov ebp,DWORD PTR [r9+0x50]                                                                        |
353  4c 01 cd                       | add rbp,r9                                                                                         | the first path rule
356  45 8b 61 54                    | mov r12d,DWORD PTR [r9+0x54]                                                                       |
35a  4d 01 cc                       | add r12,r9                                                                                         | where path rules end
35d  4c 39 e5                       | cmp rbp,r12                                                                                        |
360  0f 84 3a 02 00 00              | je 0x5a0                                                                                           |
366  44 8b 75 10                    | mov r14d,DWORD PTR [rbp+0x10]                                                                      |
36a  49 83 e6 10                    | and r14,0x10                                                                                       |
36e  49 83 fe 00                    | cmp r14,0x0                                                                                        |
372  0f 84 68 00 00 00              | je 0x3e0                                                                                           |
378  31 ff                          | xor edi,edi                                                                                        |
37a  be 01 54 00 00                 | mov esi,0x5401                                                                                     |
37f  49 8d 90 a8 00 00 00           | lea rdx,[r8+0xa8]                                                                                  |
386  b8 10 00 00 00                 | mov eax,0x10                                                                                       |
38b  0f 05                          | syscall                                                                                            |
38d  48 83 f8 00                    | cmp rax,0x0                                                                                        |
391  0f 84 49 00 00 00              | je 0x3e0                                                                                           |
397  bf 01 00 00 00                 | mov edi,0x1                                                                                        |
39c  be 01 54 00 00                 | mov esi,0x5401                                                                                     |
3a1  49 8d 90 a8 00 00 00           | lea rdx,[r8+0xa8]                                                                                  |
3a8  b8 10 00 00 00                 | mov eax,0x10                                                                                       |
3ad  0f 05                          | syscall                                                                                            |
3af  48 83 f8 00                    | cmp rax,0x0                                                                                        |
3b3  0f 84 27 00 00 00              | je 0x3e0                                                                                           |
3b9  bf 02 00 00 00                 | mov edi,0x2                                                                                        |
3be  be 01 54 00 00                 | mov esi,0x5401                                                                                     |
3c3  49 8d 90 a8 00 00 00           | lea rdx,[r8+0xa8]                                                                                  |
3ca  b8 10 00 00 00                 | mov eax,0x10                                                                                       |
3cf  0f 05                          | syscall                                                                                            |
3d1  48 83 f8 00                    | cmp rax,0x0                                                                                        |
3d5  0f 84 05 00 00 00              | je 0x3e0                                                                                           |
3db  e9 34 01 00 00                 | jmp 0x514                                                                                          |
3e0  49 89 ed                       | mov r13,rbp                                                                                        |
3e3  49 83 c5 2c                    | add r13,0x2c                                                                                       |
3e7  48 c7 c7 9c ff ff ff           | mov rdi,0xffffffffffffff9c                                                                         |
3ee  4c 89 ee                       | mov rsi,r13                                                                                        |
3f1  49 8d 50 40                    | lea rdx,[r8+0x40]                                                                                  |
3f5  41 ba 18 00 00 00              | mov r10d,0x18                                                                                      |
3fb  b8 b5 01 00 00                 | mov eax,0x1b5                                                                                      |
400  0f 05                          | syscall                                                                                            |
402  48 83 f8 da                    | cmp rax,0xffffffffffffffda                                                                         |
406  0f 85 1b 00 00 00              | jne 0x427                                                                                          |
40c  44 8b 75 0c                    | mov r14d,DWORD PTR [rbp+0xc]                                                                       | a container's seccomp profile may not know openat2
410  48 c7 c7 9c ff ff ff           | mov rdi,0xffffffffffffff9c                                                                         |
417  4c 89 ee                       | mov rsi,r13                                                                                        |
41a  4c 89 f2                       | mov rdx,r14                                                                                        |
41d  45 31 d2                       | xor r10d,r10d                                                                                      |
420  b8 01 01 00 00                 | mov eax,0x101                                                                                      |
425  0f 05                          | syscall                                                                                            |
427  48 83 f8 00                    | cmp rax,0x0                                                                                        |
42b  0f 8c ef 00 00 00              | jl 0x520                                                                                           |
431  49 89 c6                       | mov r14,rax                                                                                        |
434  44 8b 7d 10                    | mov r15d,DWORD PTR [rbp+0x10]                                                                      |
438  49 83 e7 02                    | and r15,0x2                                                                                        |
43c  49 83 ff 00                    | cmp r15,0x0                                                                                        |
440  0f 84 7c 00 00 00              | je 0x4c2                                                                                           |
446  4c 89 f7                       | mov rdi,r14                                                                                        | no path: the descriptor itself
449  49 8d 70 60                    | lea rsi,[r8+0x60]                                                                                  |
44d  ba 00 10 00 00                 | mov edx,0x1000                                                                                     |
452  41 ba 00 09 00 00              | mov r10d,0x900                                                                                     |
458  41 50                          | push r8                                                                                            |
45a  4d 8d 80 a8 00 00 00           | lea r8,[r8+0xa8]                                                                                   |
461  b8 4c 01 00 00                 | mov eax,0x14c                                                                                      |
466  0f 05                          | syscall                                                                                            |
468  41 58                          | pop r8                                                                                             |
46a  48 83 f8 00                    | cmp rax,0x0                                                                                        |
46e  0f 85 98 02 00 00              | jne 0x70c                                                                                          |
474  4c 8b 7d 18                    | mov r15,QWORD PTR [rbp+0x18]                                                                       |
478  49 8b 80 c8 00 00 00           | mov rax,QWORD PTR [r8+0xc8]                                                                        |
47f  49 39 c7                       | cmp r15,rax                                                                                        |
482  0f 85 d7 00 00 00              | jne 0x55f                                                                                          |
488  44 8b 7d 10                    | mov r15d,DWORD PTR [rbp+0x10]                                                                      |
48c  49 83 e7 04                    | and r15,0x4                                                                                        |
490  49 83 ff 00                    | cmp r15,0x0                                                                                        |
494  0f 84 28 00 00 00              | je 0x4c2                                                                                           |
49a  4c 8b 7d 20                    | mov r15,QWORD PTR [rbp+0x20]                                                                       |
49e  49 8b 80 f8 00 00 00           | mov rax,QWORD PTR [r8+0xf8]                                                                        |
4a5  49 39 c7                       | cmp r15,rax                                                                                        |
4a8  0f 85 b1 00 00 00              | jne 0x55f                                                                                          |
4ae  44 8b 7d 28                    | mov r15d,DWORD PTR [rbp+0x28]                                                                      |
4b2  41 8b 80 00 01 00 00           | mov eax,DWORD PTR [r8+0x100]                                                                       |
4b9  49 39 c7                       | cmp r15,rax                                                                                        |
4bc  0f 85 9d 00 00 00              | jne 0x55f                                                                                          |
4c2  4c 8b 7d 00                    | mov r15,QWORD PTR [rbp+0x0]                                                                        |
4c6  4d 89 78 30                    | mov QWORD PTR [r8+0x30],r15                                                                        |
4ca  45 89 70 38                    | mov DWORD PTR [r8+0x38],r14d                                                                       |
4ce  48 89 df                       | mov rdi,rbx                                                                                        |
4d1  be 01 00 00 00                 | mov esi,0x1                                                                                        |
4d6  49 8d 50 30                    | lea rdx,[r8+0x30]                                                                                  |
4da  45 31 d2                       | xor r10d,r10d                                                                                      |
4dd  b8 bd 01 00 00                 | mov eax,0x1bd                                                                                      |
4e2  0f 05                          | syscall                                                                                            |
4e4  48 83 f8 00                    | cmp rax,0x0                                                                                        |
4e8  0f 84 1c 00 00 00              | je 0x50a                                                                                           |
4ee  48 83 f8 ea                    | cmp rax,0xffffffffffffffea                                                                         | else it was a folder and is a file now
4f2  0f 85 14 02 00 00              | jne 0x70c                                                                                          |
4f8  44 8b 7d 10                    | mov r15d,DWORD PTR [rbp+0x10]                                                                      |
4fc  49 83 e7 01                    | and r15,0x1                                                                                        |
500  49 83 ff 00                    | cmp r15,0x0                                                                                        |
504  0f 84 02 02 00 00              | je 0x70c                                                                                           |
50a  4c 89 f7                       | mov rdi,r14                                                                                        |
50d  b8 03 00 00 00                 | mov eax,0x3                                                                                        |
512  0f 05                          | syscall                                                                                            |
514  44 8b 75 08                    | mov r14d,DWORD PTR [rbp+0x8]                                                                       |
518  4c 01 f5                       | add rbp,r14                                                                                        |
51b  e9 3d fe ff ff                 | jmp 0x35d                                                                                          |
520  44 8b 75 10                    | mov r14d,DWORD PTR [rbp+0x10]                                                                      |
524  49 83 e6 01                    | and r14,0x1                                                                                        |
528  49 83 fe 00                    | cmp r14,0x0                                                                                        |
52c  0f 84 7a 01 00 00              | je 0x6ac                                                                                           |
532  48 83 f8 fe                    | cmp rax,0xfffffffffffffffe                                                                         |
536  0f 84 46 00 00 00              | je 0x582                                                                                           |
53c  48 83 f8 ec                    | cmp rax,0xffffffffffffffec                                                                         |
540  0f 84 3c 00 00 00              | je 0x582                                                                                           |
546  48 83 f8 d8                    | cmp rax,0xffffffffffffffd8                                                                         |
54a  0f 84 32 00 00 00              | je 0x582                                                                                           |
550  48 83 f8 f3                    | cmp rax,0xfffffffffffffff3                                                                         |
554  0f 84 28 00 00 00              | je 0x582                                                                                           |
55a  e9 4d 01 00 00                 | jmp 0x6ac                                                                                          |
55f  4c 89 f7                       | mov rdi,r14                                                                                        |
562  b8 03 00 00 00                 | mov eax,0x3                                                                                        |
567  0f 05                          | syscall                                                                                            |
569  48 c7 c0 8c ff ff ff           | mov rax,0xffffffffffffff8c                                                                         |
570  44 8b 75 10                    | mov r14d,DWORD PTR [rbp+0x10]                                                                      |
574  49 83 e6 01                    | and r14,0x1                                                                                        |
578  49 83 fe 00                    | cmp r14,0x0                                                                                        |
57c  0f 84 62 01 00 00              | je 0x6e4                                                                                           |
582  44 8b 75 10                    | mov r14d,DWORD PTR [rbp+0x10]                                                                      |
586  49 83 e6 08                    | and r14,0x8                                                                                        |
58a  49 83 fe 00                    | cmp r14,0x0                                                                                        |
58e  0f 84 80 ff ff ff              | je 0x514                                                                                           |
594  4d 89 b0 a0 00 00 00           | mov QWORD PTR [r8+0xa0],r14                                                                        |
59b  e9 74 ff ff ff                 | jmp 0x514                                                                                          |
5a0  45 8b 61 58                    | mov r12d,DWORD PTR [r9+0x58]                                                                       |
5a4  4d 01 cc                       | add r12,r9                                                                                         | where port rules end
5a7  4c 39 e5                       | cmp rbp,r12                                                                                        |
5aa  0f 84 3d 00 00 00              | je 0x5ed                                                                                           |
5b0  48 89 df                       | mov rdi,rbx                                                                                        |
5b3  be 02 00 00 00                 | mov esi,0x2                                                                                        |
5b8  48 89 ea                       | mov rdx,rbp                                                                                        |
5bb  45 31 d2                       | xor r10d,r10d                                                                                      |
5be  b8 bd 01 00 00                 | mov eax,0x1bd                                                                                      |
5c3  0f 05                          | syscall                                                                                            |
5c5  48 83 f8 00                    | cmp rax,0x0                                                                                        |
5c9  0f 84 15 00 00 00              | je 0x5e4                                                                                           |
5cf  4c 8b 65 08                    | mov r12,QWORD PTR [rbp+0x8]                                                                        |
5d3  48 83 f8 9f                    | cmp rax,0xffffffffffffff9f                                                                         | else the kernel has no such network
5d7  0f 85 5b 01 00 00              | jne 0x738                                                                                          |
5dd  45 8b 61 58                    | mov r12d,DWORD PTR [r9+0x58]                                                                       |
5e1  4d 01 cc                       | add r12,r9                                                                                         |
5e4  48 83 c5 10                    | add rbp,0x10                                                                                       |
5e8  e9 ba ff ff ff                 | jmp 0x5a7                                                                                          |
5ed  e9 04 00 00 00                 | jmp 0x5f6                                                                                          |
5f2  49 63 59 34                    | movsxd rbx,DWORD PTR [r9+0x34]                                                                     |
5f6  41 8b 69 38                    | mov ebp,DWORD PTR [r9+0x38]                                                                        |
5fa  48 89 df                       | mov rdi,rbx                                                                                        |
5fd  48 89 ee                       | mov rsi,rbp                                                                                        |
600  b8 be 01 00 00                 | mov eax,0x1be                                                                                      |
605  0f 05                          | syscall                                                                                            |
607  48 83 f8 00                    | cmp rax,0x0                                                                                        |
60b  0f 85 4f 01 00 00              | jne 0x760                                                                                          |
611  48 89 df                       | mov rdi,rbx                                                                                        | whoever has it can add rules for the next one who takes it over
614  b8 03 00 00 00                 | mov eax,0x3                                                                                        |
619  0f 05                          | syscall                                                                                            |
61b  49 8b 98 a0 00 00 00           | mov rbx,QWORD PTR [r8+0xa0]                                                                        |
622  48 83 fb 00                    | cmp rbx,0x0                                                                                        |
626  0f 84 49 00 00 00              | je 0x675                                                                                           |
62c  bb 00 08 00 00                 | mov ebx,0x800                                                                                      | something that is never granted, for a ruleset has to handle something
631  49 89 58 30                    | mov QWORD PTR [r8+0x30],rbx                                                                        |
635  49 8d 78 30                    | lea rdi,[r8+0x30]                                                                                  |
639  be 08 00 00 00                 | mov esi,0x8                                                                                        |
63e  31 d2                          | xor edx,edx                                                                                        |
640  b8 bc 01 00 00                 | mov eax,0x1bc                                                                                      |
645  0f 05                          | syscall                                                                                            |
647  48 83 f8 00                    | cmp rax,0x0                                                                                        |
64b  0f 8c 3f 00 00 00              | jl 0x690                                                                                           |
651  48 89 c3                       | mov rbx,rax                                                                                        |
654  48 89 df                       | mov rdi,rbx                                                                                        |
657  48 89 ee                       | mov rsi,rbp                                                                                        |
65a  b8 be 01 00 00                 | mov eax,0x1be                                                                                      |
65f  0f 05                          | syscall                                                                                            |
661  48 83 f8 00                    | cmp rax,0x0                                                                                        |
665  0f 85 f5 00 00 00              | jne 0x760                                                                                          |
66b  48 89 df                       | mov rdi,rbx                                                                                        |
66e  b8 03 00 00 00                 | mov eax,0x3                                                                                        |
673  0f 05                          | syscall                                                                                            |
675  c3                             | ret                                                                                                |
676  63 61 6e 6e 6f 74 20 63 72 65  | .asciz "cannot create the ruleset"                                                                 |
680  61 74 65 20 74 68 65 20 72 75  |                                                                                                    |
68a  6c 65 73 65 74 00              |                                                                                                    |
690  45 31 e4                       | xor r12d,r12d                                                                                      | no path or name to tell
693  48 8d 2d dc ff ff ff           | lea rbp,[rip+0xffffffffffffffdc]                                                                   |
69a  e9 24 07 00 00                 | jmp 0xdc3                                                                                          |
69f  63 61 6e 6e 6f 74 20 6f 70 65  | .asciz "cannot open"                                                                               |
6a9  6e 00                          |                                                                                                    |
6ab  00                             | .balign 4                                                                                          |
6ac  4d 89 ec                       | mov r12,r13                                                                                        |
6af  48 8d 2d e9 ff ff ff           | lea rbp,[rip+0xffffffffffffffe9]                                                                   |
6b6  e9 08 07 00 00                 | jmp 0xdc3                                                                                          |
6bb  63 61 6e 6e 6f 74 20 67 72 61  | .asciz "cannot grant what has taken the place of"                                                  |
6c5  6e 74 20 77 68 61 74 20 68 61  |                                                                                                    |
6cf  73 20 74 61 6b 65 6e 20 74 68  |                                                                                                    |
6d9  65 20 70 6c 61 63 65 20 6f 66  |                                                                                                    |
6e3  00                             |                                                                                                    |
6e4  4d 89 ec                       | mov r12,r13                                                                                        |
6e7  48 8d 2d cd ff ff ff           | lea rbp,[rip+0xffffffffffffffcd]                                                                   |
6ee  e9 d0 06 00 00                 | jmp 0xdc3                                                                                          |
6f3  63 61 6e 6e 6f 74 20 61 64 64  | .asciz "cannot add a rule for"                                                                     |
6fd  20 61 20 72 75 6c 65 20 66 6f  |                                                                                                    |
707  72 00                          |                                                                                                    |
709  00 00 00                       | .balign 4                                                                                          |
70c  4d 89 ec                       | mov r12,r13                                                                                        |
70f  48 8d 2d dd ff ff ff           | lea rbp,[rip+0xffffffffffffffdd]                                                                   |
716  e9 a8 06 00 00                 | jmp 0xdc3                                                                                          |
71b  63 61 6e 6e 6f 74 20 61 64 64  | .asciz "cannot add a rule for port"                                                                |
725  20 61 20 72 75 6c 65 20 66 6f  |                                                                                                    |
72f  72 20 70 6f 72 74 00           |                                                                                                    |
736  00 00                          | .balign 4                                                                                          |
738  48 8d 2d dc ff ff ff           | lea rbp,[rip+0xffffffffffffffdc]                                                                   |
73f  e9 60 06 00 00                 | jmp 0xda4                                                                                          |
744  63 61 6e 6e 6f 74 20 65 6e 66  | .asciz "cannot enforce the ruleset"                                                                |
74e  6f 72 63 65 20 74 68 65 20 72  |                                                                                                    |
758  75 6c 65 73 65 74 00           |                                                                                                    |
75f  00                             | .balign 4                                                                                          |
760  45 31 e4                       | xor r12d,r12d                                                                                      | no path or name to tell
763  48 8d 2d da ff ff ff           | lea rbp,[rip+0xffffffffffffffda]                                                                   |
76a  e9 54 06 00 00                 | jmp 0xdc3                                                                                          |
76f  49 8b 59 40                    | mov rbx,QWORD PTR [r9+0x40]                                                                        |
773  41 bc 01 00 00 00              | mov r12d,0x1                                                                                       | the number of the signal in the lowest bit
779  48 83 fb 00                    | cmp rbx,0x0                                                                                        |
77d  0f 84 43 00 00 00              | je 0x7c6                                                                                           |
783  48 89 dd                       | mov rbp,rbx                                                                                        |
786  48 83 e5 01                    | and rbp,0x1                                                                                        |
78a  48 83 fd 00                    | cmp rbp,0x0                                                                                        |
78e  0f 84 20 00 00 00              | je 0x7b4                                                                                           |
794  4c 89 e7                       | mov rdi,r12                                                                                        | SIG_DFL, no flags, no mask
797  49 8d 70 60                    | lea rsi,[r8+0x60]                                                                                  |
79b  31 d2                          | xor edx,edx                                                                                        |
79d  41 ba 08 00 00 00              | mov r10d,0x8                                                                                       |
7a3  b8 0d 00 00 00                 | mov eax,0xd                                                                                        |
7a8  0f 05                          | syscall                                                                                            |
7aa  48 83 f8 00                    | cmp rax,0x0                                                                                        |
7ae  0f 85 40 00 00 00              | jne 0x7f4                                                                                          |
7b4  48 c1 eb 01                    | shr rbx,0x1                                                                                        |
7b8  49 83 c4 01                    | add r12,0x1                                                                                        |
7bc  48 83 fb 00                    | cmp rbx,0x0                                                                                        |
7c0  0f 85 b3 ff ff ff              | jne 0x779                                                                                          |
7c6  bf 02 00 00 00                 | mov edi,0x2                                                                                        | cannot fail: all is valid
7cb  49 8d 70 60                    | lea rsi,[r8+0x60]                                                                                  |
7cf  31 d2                          | xor edx,edx                                                                                        |
7d1  41 ba 08 00 00 00              | mov r10d,0x8                                                                                       |
7d7  b8 0e 00 00 00                 | mov eax,0xe                                                                                        |
7dc  0f 05                          | syscall                                                                                            |
7de  c3                             | ret                                                                                                |
7df  63 61 6e 6e 6f 74 20 72 65 73  | .asciz "cannot reset signal"                                                                       |
7e9  65 74 20 73 69 67 6e 61 6c 00  |                                                                                                    |
7f3  00                             | .balign 4                                                                                          |
7f4  48 8d 2d e4 ff ff ff           | lea rbp,[rip+0xffffffffffffffe4]                                                                   |
7fb  e9 a4 05 00 00                 | jmp 0xda4                                                                                          |
800  4d 89 c6                       | mov r14,r8                                                                                         |
803  49 81 c6 a8 01 00 00           | add r14,0x1a8                                                                                      |
80a  49 8b 58 08                    | mov rbx,QWORD PTR [r8+0x8]                                                                         |
80e  48 8b 2b                       | mov rbp,QWORD PTR [rbx]                                                                            |
811  48 83 c3 08                    | add rbx,0x8                                                                                        |
815  48 83 fd 00                    | cmp rbp,0x0                                                                                        |
819  0f 84 a6 00 00 00              | je 0x8c5                                                                                           |
81f  45 8b 61 5c                    | mov r12d,DWORD PTR [r9+0x5c]                                                                       |
823  4d 01 cc                       | add r12,r9                                                                                         | the first name of the plan
826  45 8b 69 60                    | mov r13d,DWORD PTR [r9+0x60]                                                                       |
82a  4d 01 cd                       | add r13,r9                                                                                         | where the names end
82d  4d 39 ec                       | cmp r12,r13                                                                                        |
830  0f 84 d8 ff ff ff              | je 0x80e                                                                                           |
836  49 89 ef                       | mov r15,rbp                                                                                        |
839  45 0f b6 2c 24                 | movzx r13d,BYTE PTR [r12]                                                                          |
83e  49 83 c4 01                    | add r12,0x1                                                                                        |
842  49 83 fd 00                    | cmp r13,0x0                                                                                        |
846  0f 84 2d 00 00 00              | je 0x879                                                                                           |
84c  41 0f b6 07                    | movzx eax,BYTE PTR [r15]                                                                           |
850  49 83 c7 01                    | add r15,0x1                                                                                        |
854  4c 39 e8                       | cmp rax,r13                                                                                        |
857  0f 84 dc ff ff ff              | je 0x839                                                                                           |
85d  45 0f b6 2c 24                 | movzx r13d,BYTE PTR [r12]                                                                          |
862  49 83 c4 01                    | add r12,0x1                                                                                        |
866  49 83 fd 00                    | cmp r13,0x0                                                                                        |
86a  0f 85 ed ff ff ff              | jne 0x85d                                                                                          |
870  49 83 c4 01                    | add r12,0x1                                                                                        | its bits
874  e9 ad ff ff ff                 | jmp 0x826                                                                                          |
879  45 0f b6 2c 24                 | movzx r13d,BYTE PTR [r12]                                                                          | its bits
87e  49 83 c4 01                    | add r12,0x1                                                                                        |
882  4c 89 e8                       | mov rax,r13                                                                                        |
885  48 83 e0 01                    | and rax,0x1                                                                                        |
889  48 83 f8 00                    | cmp rax,0x0                                                                                        |
88d  0f 85 18 00 00 00              | jne 0x8ab                                                                                          |
893  41 0f b6 07                    | movzx eax,BYTE PTR [r15]                                                                           |
897  48 83 f8 3d                    | cmp rax,0x3d                                                                                       |
89b  0f 84 0a 00 00 00              | je 0x8ab                                                                                           |
8a1  48 83 f8 00                    | cmp rax,0x0                                                                                        | a string without = is all name
8a5  0f 85 7b ff ff ff              | jne 0x826                                                                                          |
8ab  49 83 e5 02                    | and r13,0x2                                                                                        |
8af  49 83 fd 00                    | cmp r13,0x0                                                                                        |
8b3  0f 84 55 ff ff ff              | je 0x80e                                                                                           |
8b9  49 89 2e                       | mov QWORD PTR [r14],rbp                                                                            |
8bc  49 83 c6 08                    | add r14,0x8                                                                                        |
8c0  e9 49 ff ff ff                 | jmp 0x80e                                                                                          |
8c5  41 8b 69 60                    | mov ebp,DWORD PTR [r9+0x60]                                                                        |
8c9  4c 01 cd                       | add rbp,r9                                                                                         |
8cc  45 8b 61 64                    | mov r12d,DWORD PTR [r9+0x64]                                                                       |
8d0  4d 01 cc                       | add r12,r9                                                                                         | where the plan's variables end
8d3  4c 39 e5                       | cmp rbp,r12                                                                                        |
8d6  0f 84 11 00 00 00              | je 0x8ed                                                                                           |
8dc  49 89 2e                       | mov QWORD PTR [r14],rbp                                                                            |
8df  49 83 c6 08                    | add r14,0x8                                                                                        |
8e3  e8 7f 06 00 00                 | call 0xf67                                                                                         |
8e8  e9 e6 ff ff ff                 | jmp 0x8d3                                                                                          |
8ed  31 ed                          | xor ebp,ebp                                                                                        | that ends the list
8ef  49 89 2e                       | mov QWORD PTR [r14],rbp                                                                            |
8f2  49 83 c6 08                    | add r14,0x8                                                                                        |
8f6  c3                             | ret                                                                                                |
8f7  49 83 c6 08                    | add r14,0x8                                                                                        | room for /bin/sh: see the execution of scripts
8fb  4d 89 70 18                    | mov QWORD PTR [r8+0x18],r14                                                                        |
8ff  49 8b 18                       | mov rbx,QWORD PTR [r8]                                                                             |
902  48 8b 2b                       | mov rbp,QWORD PTR [rbx]                                                                            |
905  48 83 fd 00                    | cmp rbp,0x0                                                                                        | the list may be quite empty before Linux 5.18
909  0f 84 04 00 00 00              | je 0x913                                                                                           |
90f  48 83 c3 08                    | add rbx,0x8                                                                                        | past the launcher's own name
913  49 8b 69 70                    | mov rbp,QWORD PTR [r9+0x70]                                                                        |
917  48 83 fd 00                    | cmp rbp,0x0                                                                                        |
91b  0f 84 1e 00 00 00              | je 0x93f                                                                                           |
921  4c 8b 23                       | mov r12,QWORD PTR [rbx]                                                                            |
924  49 83 fc 00                    | cmp r12,0x0                                                                                        |
928  0f 84 b5 00 00 00              | je 0x9e3                                                                                           |
92e  4d 8b 2c 24                    | mov r13,QWORD PTR [r12]                                                                            | eight bytes can be read, see below
932  49 39 ed                       | cmp r13,rbp                                                                                        |
935  0f 85 a8 00 00 00              | jne 0x9e3                                                                                          |
93b  48 83 c3 08                    | add rbx,0x8                                                                                        |
93f  41 8b 69 64                    | mov ebp,DWORD PTR [r9+0x64]                                                                        |
943  4c 01 cd                       | add rbp,r9                                                                                         |
946  45 8b 61 68                    | mov r12d,DWORD PTR [r9+0x68]                                                                       |
94a  4d 01 cc                       | add r12,r9                                                                                         | where the plan's command ends
94d  4c 39 e5                       | cmp rbp,r12                                                                                        |
950  0f 84 1e 00 00 00              | je 0x974                                                                                           |
956  49 89 68 10                    | mov QWORD PTR [r8+0x10],rbp                                                                        |
95a  49 89 2e                       | mov QWORD PTR [r14],rbp                                                                            |
95d  49 83 c6 08                    | add r14,0x8                                                                                        |
961  e8 01 06 00 00                 | call 0xf67                                                                                         |
966  4c 39 e5                       | cmp rbp,r12                                                                                        |
969  0f 85 eb ff ff ff              | jne 0x95a                                                                                          |
96f  e9 56 00 00 00                 | jmp 0x9ca                                                                                          |
974  48 8b 2b                       | mov rbp,QWORD PTR [rbx]                                                                            |
977  48 83 fd 00                    | cmp rbp,0x0                                                                                        |
97b  0f 84 da 00 00 00              | je 0xa5b                                                                                           |
981  49 89 2e                       | mov QWORD PTR [r14],rbp                                                                            | its name for itself
984  4c 8b 65 00                    | mov r12,QWORD PTR [rbp+0x0]                                                                        |
988  49 bd 2d 2d 61 72 67 76 30 00  | movabs r13,0x30766772612d2d                                                                        | --argv0
992  4d 39 ec                       | cmp r12,r13                                                                                        |
995  0f 85 23 00 00 00              | jne 0x9be                                                                                          |
99b  48 8b 6b 08                    | mov rbp,QWORD PTR [rbx+0x8]                                                                        |
99f  48 83 fd 00                    | cmp rbp,0x0                                                                                        |
9a3  0f 84 b2 00 00 00              | je 0xa5b                                                                                           |
9a9  49 89 2e                       | mov QWORD PTR [r14],rbp                                                                            |
9ac  48 8b 6b 10                    | mov rbp,QWORD PTR [rbx+0x10]                                                                       |
9b0  48 83 fd 00                    | cmp rbp,0x0                                                                                        |
9b4  0f 84 a1 00 00 00              | je 0xa5b                                                                                           |
9ba  48 83 c3 10                    | add rbx,0x10                                                                                       |
9be  49 89 68 10                    | mov QWORD PTR [r8+0x10],rbp                                                                        |
9c2  48 83 c3 08                    | add rbx,0x8                                                                                        |
9c6  49 83 c6 08                    | add r14,0x8                                                                                        |
9ca  48 8b 2b                       | mov rbp,QWORD PTR [rbx]                                                                            |
9cd  49 89 2e                       | mov QWORD PTR [r14],rbp                                                                            |
9d0  48 83 c3 08                    | add rbx,0x8                                                                                        |
9d4  49 83 c6 08                    | add r14,0x8                                                                                        |
9d8  48 83 fd 00                    | cmp rbp,0x0                                                                                        |
9dc  0f 85 e8 ff ff ff              | jne 0x9ca                                                                                          |
9e2  c3                             | ret                                                                                                |
9e3  48 c7 c0 8c ff ff ff           | mov rax,0xffffffffffffff8c                                                                         |
9ea  e9 5d 00 00 00                 | jmp 0xa4c                                                                                          |
9ef  74 68 69 73 20 63 6f 6d 6d 61  | .asciz "this command line is of another Sandbox, closed or made anew since: call its argv() again" |
9f9  6e 64 20 6c 69 6e 65 20 69 73  |                                                                                                    |
a03  20 6f 66 20 61 6e 6f 74 68 65  |                                                                                                    |
a0d  72 20 53 61 6e 64 62 6f 78 2c  |                                                                                                    |
a17  20 63 6c 6f 73 65 64 20 6f 72  |                                                                                                    |
a21  20 6d 61 64 65 20 61 6e 65 77  |                                                                                                    |
a2b  20 73 69 6e 63 65 3a 20 63 61  |                                                                                                    |
a35  6c 6c 20 69 74 73 20 61 72 67  |                                                                                                    |
a3f  76 28 29 20 61 67 61 69 6e 00  |                                                                                                    |
a49  00 00 00                       | .balign 4                                                                                          |
a4c  45 31 e4                       | xor r12d,r12d                                                                                      | no path or name to tell
a4f  48 8d 2d 99 ff ff ff           | lea rbp,[rip+0xffffffffffffff99]                                                                   |
a56  e9 68 03 00 00                 | jmp 0xdc3                                                                                          |
a5b  48 c7 c0 ea ff ff ff           | mov rax,0xffffffffffffffea                                                                         |
a62  e9 11 00 00 00                 | jmp 0xa78                                                                                          |
a67  6e 6f 20 63 6f 6d 6d 61 6e 64  | .asciz "no command given"                                                                          |
a71  20 67 69 76 65 6e 00           |                                                                                                    |
a78  45 31 e4                       | xor r12d,r12d                                                                                      | no path or name to tell
a7b  48 8d 2d e5 ff ff ff           | lea rbp,[rip+0xffffffffffffffe5]                                                                   |
a82  e9 3c 03 00 00                 | jmp 0xdc3                                                                                          |
a87  41 8b 59 58                    | mov ebx,DWORD PTR [r9+0x58]                                                                        |
a8b  41 8b 69 5c                    | mov ebp,DWORD PTR [r9+0x5c]                                                                        |
a8f  48 29 dd                       | sub rbp,rbx                                                                                        | bytes
a92  48 83 fd 00                    | cmp rbp,0x0                                                                                        |
a96  0f 84 2b 00 00 00              | je 0xac7                                                                                           |
a9c  48 c1 ed 03                    | shr rbp,0x3                                                                                        | instructions
aa0  4c 01 cb                       | add rbx,r9                                                                                         |
aa3  49 89 68 30                    | mov QWORD PTR [r8+0x30],rbp                                                                        | struct sock_fprog: how many, and where
aa7  49 89 58 38                    | mov QWORD PTR [r8+0x38],rbx                                                                        |
aab  bf 01 00 00 00                 | mov edi,0x1                                                                                        |
ab0  31 f6                          | xor esi,esi                                                                                        |
ab2  49 8d 50 30                    | lea rdx,[r8+0x30]                                                                                  |
ab6  b8 3d 01 00 00                 | mov eax,0x13d                                                                                      |
abb  0f 05                          | syscall                                                                                            |
abd  48 83 f8 00                    | cmp rax,0x0                                                                                        |
ac1  0f 85 25 00 00 00              | jne 0xaec                                                                                          |
ac7  c3                             | ret                                                                                                |
ac8  63 61 6e 6e 6f 74 20 69 6e 73  | .asciz "cannot install the seccomp filter"                                                         |
ad2  74 61 6c 6c 20 74 68 65 20 73  |                                                                                                    |
adc  65 63 63 6f 6d 70 20 66 69 6c  |                                                                                                    |
ae6  74 65 72 00                    |                                                                                                    |
aea  00 00                          | .balign 4                                                                                          |
aec  45 31 e4                       | xor r12d,r12d                                                                                      | no path or name to tell
aef  48 8d 2d d2 ff ff ff           | lea rbp,[rip+0xffffffffffffffd2]                                                                   |
af6  e9 c8 02 00 00                 | jmp 0xdc3                                                                                          |
afb  49 8b 58 10                    | mov rbx,QWORD PTR [r8+0x10]                                                                        |
aff  4d 8b 70 18                    | mov r14,QWORD PTR [r8+0x18]                                                                        |
b03  4d 89 c7                       | mov r15,r8                                                                                         |
b06  49 81 c7 a8 01 00 00           | add r15,0x1a8                                                                                      |
b0d  48 89 dd                       | mov rbp,rbx                                                                                        |
b10  0f b6 45 00                    | movzx eax,BYTE PTR [rbp+0x0]                                                                       |
b14  48 83 f8 2f                    | cmp rax,0x2f                                                                                       |
b18  0f 84 71 01 00 00              | je 0xc8f                                                                                           |
b1e  48 83 c5 01                    | add rbp,0x1                                                                                        |
b22  48 83 f8 00                    | cmp rax,0x0                                                                                        |
b26  0f 85 e4 ff ff ff              | jne 0xb10                                                                                          |
b2c  48 29 dd                       | sub rbp,rbx                                                                                        | length of the name with its zero
b2f  49 89 dc                       | mov r12,rbx                                                                                        |
b32  48 c7 c0 fe ff ff ff           | mov rax,0xfffffffffffffffe                                                                         |
b39  48 83 fd 01                    | cmp rbp,0x1                                                                                        | the empty name is nowhere
b3d  0f 84 8a 01 00 00              | je 0xccd                                                                                           |
b43  48 c7 c0 dc ff ff ff           | mov rax,0xffffffffffffffdc                                                                         |
b4a  48 81 fd 01 01 00 00           | cmp rbp,0x101                                                                                      |
b51  0f 82 05 00 00 00              | jb 0xb5c                                                                                           |
b57  e9 71 01 00 00                 | jmp 0xccd                                                                                          |
b5c  41 8b 69 4c                    | mov ebp,DWORD PTR [r9+0x4c]                                                                        |
b60  4c 01 cd                       | add rbp,r9                                                                                         |
b63  4c 39 cd                       | cmp rbp,r9                                                                                         |
b66  0f 85 44 00 00 00              | jne 0xbb0                                                                                          |
b6c  4d 8b 60 08                    | mov r12,QWORD PTR [r8+0x8]                                                                         |
b70  49 8b 2c 24                    | mov rbp,QWORD PTR [r12]                                                                            |
b74  49 83 c4 08                    | add r12,0x8                                                                                        |
b78  48 83 fd 00                    | cmp rbp,0x0                                                                                        |
b7c  0f 84 27 00 00 00              | je 0xba9                                                                                           |
b82  8b 45 00                       | mov eax,DWORD PTR [rbp+0x0]                                                                        |
b85  48 81 f8 50 41 54 48           | cmp rax,0x48544150                                                                                 | PATH
b8c  0f 85 de ff ff ff              | jne 0xb70                                                                                          |
b92  0f b6 45 04                    | movzx eax,BYTE PTR [rbp+0x4]                                                                       |
b96  48 83 f8 3d                    | cmp rax,0x3d                                                                                       |
b9a  0f 85 d0 ff ff ff              | jne 0xb70                                                                                          |
ba0  48 83 c5 05                    | add rbp,0x5                                                                                        |
ba4  e9 07 00 00 00                 | jmp 0xbb0                                                                                          |
ba9  48 8d 2d d5 01 00 00           | lea rbp,[rip+0x1d5]                                                                                |
bb0  48 81 ec 10 11 00 00           | sub rsp,0x1110                                                                                     |
bb7  49 89 e1                       | mov r9,rsp                                                                                         |
bba  4d 89 cd                       | mov r13,r9                                                                                         |
bbd  49 81 c5 00 10 00 00           | add r13,0x1000                                                                                     |
bc4  45 31 e4                       | xor r12d,r12d                                                                                      |
bc7  4d 89 60 28                    | mov QWORD PTR [r8+0x28],r12                                                                        |
bcb  49 89 68 20                    | mov QWORD PTR [r8+0x20],rbp                                                                        |
bcf  e8 25 01 00 00                 | call 0xcf9                                                                                         |
bd4  4c 89 cf                       | mov rdi,r9                                                                                         |
bd7  4c 89 f6                       | mov rsi,r14                                                                                        |
bda  4c 89 fa                       | mov rdx,r15                                                                                        |
bdd  b8 3b 00 00 00                 | mov eax,0x3b                                                                                       |
be2  0f 05                          | syscall                                                                                            |
be4  4d 89 cc                       | mov r12,r9                                                                                         |
be7  48 83 f8 f8                    | cmp rax,0xfffffffffffffff8                                                                         |
beb  0f 84 bb 00 00 00              | je 0xcac                                                                                           |
bf1  48 83 f8 fe                    | cmp rax,0xfffffffffffffffe                                                                         |
bf5  0f 84 44 00 00 00              | je 0xc3f                                                                                           |
bfb  48 83 f8 ec                    | cmp rax,0xffffffffffffffec                                                                         |
bff  0f 84 3a 00 00 00              | je 0xc3f                                                                                           |
c05  48 83 f8 ed                    | cmp rax,0xffffffffffffffed                                                                         |
c09  0f 84 30 00 00 00              | je 0xc3f                                                                                           |
c0f  48 83 f8 dc                    | cmp rax,0xffffffffffffffdc                                                                         |
c13  0f 84 26 00 00 00              | je 0xc3f                                                                                           |
c19  48 83 f8 92                    | cmp rax,0xffffffffffffff92                                                                         |
c1d  0f 84 1c 00 00 00              | je 0xc3f                                                                                           |
c23  48 83 f8 8c                    | cmp rax,0xffffffffffffff8c                                                                         |
c27  0f 84 12 00 00 00              | je 0xc3f                                                                                           |
c2d  48 83 f8 f3                    | cmp rax,0xfffffffffffffff3                                                                         |
c31  0f 85 96 00 00 00              | jne 0xccd                                                                                          |
c37  4d 8b 60 20                    | mov r12,QWORD PTR [r8+0x20]                                                                        |
c3b  4d 89 60 28                    | mov QWORD PTR [r8+0x28],r12                                                                        | maybe there is another one further on; if not, it was this
c3f  0f b6 45 00                    | movzx eax,BYTE PTR [rbp+0x0]                                                                       |
c43  48 83 c5 01                    | add rbp,0x1                                                                                        |
c47  48 83 f8 00                    | cmp rax,0x0                                                                                        | a colon
c4b  0f 85 7a ff ff ff              | jne 0xbcb                                                                                          |
c51  49 8b 68 28                    | mov rbp,QWORD PTR [r8+0x28]                                                                        |
c55  48 83 fd 00                    | cmp rbp,0x0                                                                                        |
c59  0f 84 14 00 00 00              | je 0xc73                                                                                           |
c5f  e8 95 00 00 00                 | call 0xcf9                                                                                         |
c64  4d 89 cc                       | mov r12,r9                                                                                         |
c67  48 c7 c0 f3 ff ff ff           | mov rax,0xfffffffffffffff3                                                                         |
c6e  e9 5a 00 00 00                 | jmp 0xccd                                                                                          |
c73  48 8d 2d f7 00 00 00           | lea rbp,[rip+0xf7]                                                                                 |
c7a  49 89 dc                       | mov r12,rbx                                                                                        |
c7d  48 c7 c0 fe ff ff ff           | mov rax,0xfffffffffffffffe                                                                         |
c84  41 bf 7f 00 00 00              | mov r15d,0x7f                                                                                      |
c8a  e9 3a 01 00 00                 | jmp 0xdc9                                                                                          |
c8f  48 89 df                       | mov rdi,rbx                                                                                        |
c92  4c 89 f6                       | mov rsi,r14                                                                                        |
c95  4c 89 fa                       | mov rdx,r15                                                                                        |
c98  b8 3b 00 00 00                 | mov eax,0x3b                                                                                       |
c9d  0f 05                          | syscall                                                                                            |
c9f  49 89 dc                       | mov r12,rbx                                                                                        |
ca2  48 83 f8 f8                    | cmp rax,0xfffffffffffffff8                                                                         |
ca6  0f 85 21 00 00 00              | jne 0xccd                                                                                          |
cac  4d 89 26                       | mov QWORD PTR [r14],r12                                                                            | a script without #! is an argument of the shell, in place of its name
caf  49 83 ee 08                    | sub r14,0x8                                                                                        |
cb3  4c 8d 25 c3 00 00 00           | lea r12,[rip+0xc3]                                                                                 |
cba  4d 89 26                       | mov QWORD PTR [r14],r12                                                                            |
cbd  4c 89 e7                       | mov rdi,r12                                                                                        |
cc0  4c 89 f6                       | mov rsi,r14                                                                                        |
cc3  4c 89 fa                       | mov rdx,r15                                                                                        |
cc6  b8 3b 00 00 00                 | mov eax,0x3b                                                                                       |
ccb  0f 05                          | syscall                                                                                            |
ccd  48 8d 2d 8e 00 00 00           | lea rbp,[rip+0x8e]                                                                                 |
cd4  41 bf 7f 00 00 00              | mov r15d,0x7f                                                                                      |
cda  48 83 f8 fe                    | cmp rax,0xfffffffffffffffe                                                                         |
cde  0f 84 e5 00 00 00              | je 0xdc9                                                                                           |
ce4  48 83 f8 ec                    | cmp rax,0xffffffffffffffec                                                                         |
ce8  0f 84 db 00 00 00              | je 0xdc9                                                                                           |
cee  41 bf 7e 00 00 00              | mov r15d,0x7e                                                                                      |
cf4  e9 d0 00 00 00                 | jmp 0xdc9                                                                                          |
cf9  4d 89 cc                       | mov r12,r9                                                                                         |
cfc  0f b6 45 00                    | movzx eax,BYTE PTR [rbp+0x0]                                                                       |
d00  48 83 f8 00                    | cmp rax,0x0                                                                                        |
d04  0f 84 24 00 00 00              | je 0xd2e                                                                                           |
d0a  48 83 f8 3a                    | cmp rax,0x3a                                                                                       |
d0e  0f 84 1a 00 00 00              | je 0xd2e                                                                                           |
d14  48 83 c5 01                    | add rbp,0x1                                                                                        |
d18  4d 39 ec                       | cmp r12,r13                                                                                        |
d1b  0f 84 db ff ff ff              | je 0xcfc                                                                                           |
d21  41 88 04 24                    | mov BYTE PTR [r12],al                                                                              |
d25  49 83 c4 01                    | add r12,0x1                                                                                        |
d29  e9 ce ff ff ff                 | jmp 0xcfc                                                                                          |
d2e  4d 39 cc                       | cmp r12,r9                                                                                         |
d31  0f 84 0d 00 00 00              | je 0xd44                                                                                           |
d37  b8 2f 00 00 00                 | mov eax,0x2f                                                                                       |
d3c  41 88 04 24                    | mov BYTE PTR [r12],al                                                                              |
d40  49 83 c4 01                    | add r12,0x1                                                                                        |
d44  0f b6 03                       | movzx eax,BYTE PTR [rbx]                                                                           |
d47  41 88 04 24                    | mov BYTE PTR [r12],al                                                                              |
d4b  48 83 c3 01                    | add rbx,0x1                                                                                        |
d4f  49 83 c4 01                    | add r12,0x1                                                                                        |
d53  48 83 f8 00                    | cmp rax,0x0                                                                                        |
d57  0f 85 e7 ff ff ff              | jne 0xd44                                                                                          |
d5d  49 8b 58 10                    | mov rbx,QWORD PTR [r8+0x10]                                                                        |
d61  c3                             | ret                                                                                                |
d62  63 61 6e 6e 6f 74 20 65 78 65  | .asciz "cannot execute"                                                                            |
d6c  63 75 74 65 00                 |                                                                                                    |
d71  63 61 6e 6e 6f 74 20 66 69 6e  | .asciz "cannot find"                                                                               |
d7b  64 00                          |                                                                                                    |
d7d  2f 62 69 6e 2f 73 68 00        | .asciz "/bin/sh"                                                                                   |
d85  2f 75 73 72 2f 6c 6f 63 61 6c  | .asciz "/usr/local/bin:/usr/bin:/bin"                                                              |
d8f  2f 62 69 6e 3a 2f 75 73 72 2f  |                                                                                                    |
d99  62 69 6e 3a 2f 62 69 6e 00     |                                                                                                    |
da2  00 00                          | .balign 4                                                                                          |
da4  49 89 c6                       | mov r14,rax                                                                                        |
da7  49 89 ef                       | mov r15,rbp                                                                                        |
daa  48 83 ec 10                    | sub rsp,0x10                                                                                       | at most five digits and a zero
dae  48 89 e3                       | mov rbx,rsp                                                                                        |
db1  e8 5c 01 00 00                 | call 0xf12                                                                                         |
db6  31 c0                          | xor eax,eax                                                                                        |
db8  88 03                          | mov BYTE PTR [rbx],al                                                                              |
dba  49 89 e4                       | mov r12,rsp                                                                                        |
dbd  4c 89 fd                       | mov rbp,r15                                                                                        |
dc0  4c 89 f0                       | mov rax,r14                                                                                        |
dc3  41 bf 7d 00 00 00              | mov r15d,0x7d                                                                                      |
dc9  45 31 f6                       | xor r14d,r14d                                                                                      |
dcc  49 29 c6                       | sub r14,rax                                                                                        | the errno
dcf  49 89 ed                       | mov r13,rbp                                                                                        |
dd2  48 81 ec 10 10 00 00           | sub rsp,0x1010                                                                                     |
dd9  48 89 e3                       | mov rbx,rsp                                                                                        |
ddc  48 83 c3 10                    | add rbx,0x10                                                                                       | where the next byte of the message goes
de0  49 89 d8                       | mov r8,rbx                                                                                         |
de3  49 81 c0 c0 0f 00 00           | add r8,0xfc0                                                                                       | where the subject is cut off
dea  48 8d 2d 89 01 00 00           | lea rbp,[rip+0x189]                                                                                |
df1  e8 dc 00 00 00                 | call 0xed2                                                                                         |
df6  4c 89 ed                       | mov rbp,r13                                                                                        |
df9  e8 d4 00 00 00                 | call 0xed2                                                                                         |
dfe  49 83 fc 00                    | cmp r12,0x0                                                                                        |
e02  0f 84 23 00 00 00              | je 0xe2b                                                                                           |
e08  48 8d 2d 7a 01 00 00           | lea rbp,[rip+0x17a]                                                                                |
e0f  e8 be 00 00 00                 | call 0xed2                                                                                         |
e14  4c 89 e5                       | mov rbp,r12                                                                                        |
e17  e8 b6 00 00 00                 | call 0xed2                                                                                         |
e1c  45 31 c0                       | xor r8d,r8d                                                                                        | nowhere: what comes now is short, and none of it is cut off
e1f  48 8d 2d 66 01 00 00           | lea rbp,[rip+0x166]                                                                                |
e26  e8 a7 00 00 00                 | call 0xed2                                                                                         |
e2b  48 8d 2d 5c 01 00 00           | lea rbp,[rip+0x15c]                                                                                |
e32  e8 9b 00 00 00                 | call 0xed2                                                                                         |
e37  48 8d 2d 5a 01 00 00           | lea rbp,[rip+0x15a]                                                                                |
e3e  44 0f b6 6d 00                 | movzx r13d,BYTE PTR [rbp+0x0]                                                                      |
e43  48 83 c5 01                    | add rbp,0x1                                                                                        |
e47  49 83 fd 00                    | cmp r13,0x0                                                                                        |
e4b  0f 84 1d 00 00 00              | je 0xe6e                                                                                           |
e51  4d 39 f5                       | cmp r13,r14                                                                                        |
e54  0f 84 0a 00 00 00              | je 0xe64                                                                                           |
e5a  e8 08 01 00 00                 | call 0xf67                                                                                         |
e5f  e9 da ff ff ff                 | jmp 0xe3e                                                                                          |
e64  e8 69 00 00 00                 | call 0xed2                                                                                         |
e69  e9 14 00 00 00                 | jmp 0xe82                                                                                          |
e6e  48 8d 2d 1c 01 00 00           | lea rbp,[rip+0x11c]                                                                                |
e75  e8 58 00 00 00                 | call 0xed2                                                                                         |
e7a  4d 89 f4                       | mov r12,r14                                                                                        |
e7d  e8 90 00 00 00                 | call 0xf12                                                                                         |
e82  b8 0a 00 00 00                 | mov eax,0xa                                                                                        |
e87  88 03                          | mov BYTE PTR [rbx],al                                                                              |
e89  48 89 e5                       | mov rbp,rsp                                                                                        |
e8c  48 29 eb                       | sub rbx,rbp                                                                                        |
e8f  48 83 eb 0f                    | sub rbx,0xf                                                                                        | the length, with the line feed
e93  48 c7 c0 ff ff ff ff           | mov rax,0xffffffffffffffff                                                                         |
e9a  48 89 45 00                    | mov QWORD PTR [rbp+0x0],rax                                                                        | every signal: a closed pipe must not hide the exit status
e9e  bf 02 00 00 00                 | mov edi,0x2                                                                                        |
ea3  48 89 ee                       | mov rsi,rbp                                                                                        |
ea6  31 d2                          | xor edx,edx                                                                                        |
ea8  41 ba 08 00 00 00              | mov r10d,0x8                                                                                       |
eae  b8 0e 00 00 00                 | mov eax,0xe                                                                                        |
eb3  0f 05                          | syscall                                                                                            |
eb5  bf 02 00 00 00                 | mov edi,0x2                                                                                        |
eba  48 8d 75 10                    | lea rsi,[rbp+0x10]                                                                                 |
ebe  48 89 da                       | mov rdx,rbx                                                                                        |
ec1  b8 01 00 00 00                 | mov eax,0x1                                                                                        |
ec6  0f 05                          | syscall                                                                                            |
ec8  4c 89 ff                       | mov rdi,r15                                                                                        |
ecb  b8 e7 00 00 00                 | mov eax,0xe7                                                                                       |
ed0  0f 05                          | syscall                                                                                            |
ed2  0f b6 45 00                    | movzx eax,BYTE PTR [rbp+0x0]                                                                       |
ed6  48 83 f8 00                    | cmp rax,0x0                                                                                        |
eda  0f 84 31 00 00 00              | je 0xf11                                                                                           |
ee0  48 83 f8 7f                    | cmp rax,0x7f                                                                                       |
ee4  0f 84 0f 00 00 00              | je 0xef9                                                                                           |
eea  48 83 f8 20                    | cmp rax,0x20                                                                                       |
eee  0f 82 05 00 00 00              | jb 0xef9                                                                                           |
ef4  e9 05 00 00 00                 | jmp 0xefe                                                                                          |
ef9  b8 3f 00 00 00                 | mov eax,0x3f                                                                                       |
efe  88 03                          | mov BYTE PTR [rbx],al                                                                              |
f00  48 83 c3 01                    | add rbx,0x1                                                                                        |
f04  48 83 c5 01                    | add rbp,0x1                                                                                        |
f08  4c 39 c3                       | cmp rbx,r8                                                                                         |
f0b  0f 85 c1 ff ff ff              | jne 0xed2                                                                                          |
f11  c3                             | ret                                                                                                |
f12  48 8d 2d 2f 01 00 00           | lea rbp,[rip+0x12f]                                                                                |
f19  44 8b 6d 00                    | mov r13d,DWORD PTR [rbp+0x0]                                                                       |
f1d  48 83 c5 04                    | add rbp,0x4                                                                                        |
f21  49 83 fd 01                    | cmp r13,0x1                                                                                        |
f25  0f 84 09 00 00 00              | je 0xf34                                                                                           |
f2b  4d 39 ec                       | cmp r12,r13                                                                                        |
f2e  0f 82 e5 ff ff ff              | jb 0xf19                                                                                           |
f34  b8 30 00 00 00                 | mov eax,0x30                                                                                       |
f39  4d 39 ec                       | cmp r12,r13                                                                                        |
f3c  0f 82 0c 00 00 00              | jb 0xf4e                                                                                           |
f42  4d 29 ec                       | sub r12,r13                                                                                        |
f45  48 83 c0 01                    | add rax,0x1                                                                                        |
f49  e9 eb ff ff ff                 | jmp 0xf39                                                                                          |
f4e  88 03                          | mov BYTE PTR [rbx],al                                                                              |
f50  48 83 c3 01                    | add rbx,0x1                                                                                        |
f54  44 8b 6d 00                    | mov r13d,DWORD PTR [rbp+0x0]                                                                       |
f58  48 83 c5 04                    | add rbp,0x4                                                                                        |
f5c  49 83 fd 00                    | cmp r13,0x0                                                                                        |
f60  0f 85 ce ff ff ff              | jne 0xf34                                                                                          |
f66  c3                             | ret                                                                                                |
f67  0f b6 45 00                    | movzx eax,BYTE PTR [rbp+0x0]                                                                       |
f6b  48 83 c5 01                    | add rbp,0x1                                                                                        |
f6f  48 83 f8 00                    | cmp rax,0x0                                                                                        |
f73  0f 85 ee ff ff ff              | jne 0xf67                                                                                          |
f79  c3                             | ret                                                                                                |
f7a  6c 61 6e 64 6c 6f 63 6b 64 6f  | .asciz "landlockdown: "                                                                            |
f84  77 6e 3a 20 00                 |                                                                                                    |
f89  20 22 00                       | .asciz " \\""                                                                                       |
f8c  22 00                          | .asciz "\\""                                                                                        |
f8e  3a 20 00                       | .asciz ": "                                                                                        |
f91  65 72 72 6e 6f 20 00           | .asciz "errno "                                                                                    |
f98  01                             | .byte 0x01                                                                                         |
f99  45 50 45 52 4d 00              | .asciz "EPERM"                                                                                     |
f9f  02                             | .byte 0x02                                                                                         |
fa0  45 4e 4f 45 4e 54 00           | .asciz "ENOENT"                                                                                    |
fa7  05                             | .byte 0x05                                                                                         |
fa8  45 49 4f 00                    | .asciz "EIO"                                                                                       |
fac  07                             | .byte 0x07                                                                                         |
fad  45 32 42 49 47 00              | .asciz "E2BIG"                                                                                     |
fb3  08                             | .byte 0x08                                                                                         |
fb4  45 4e 4f 45 58 45 43 00        | .asciz "ENOEXEC"                                                                                   |
fbc  09                             | .byte 0x09                                                                                         |
fbd  45 42 41 44 46 00              | .asciz "EBADF"                                                                                     |
fc3  0b                             | .byte 0x0b                                                                                         |
fc4  45 41 47 41 49 4e 00           | .asciz "EAGAIN"                                                                                    |
fcb  0c                             | .byte 0x0c                                                                                         |
fcc  45 4e 4f 4d 45 4d 00           | .asciz "ENOMEM"                                                                                    |
fd3  0d                             | .byte 0x0d                                                                                         |
fd4  45 41 43 43 45 53 00           | .asciz "EACCES"                                                                                    |
fdb  14                             | .byte 0x14                                                                                         |
fdc  45 4e 4f 54 44 49 52 00        | .asciz "ENOTDIR"                                                                                   |
fe4  16                             | .byte 0x16                                                                                         |
fe5  45 49 4e 56 41 4c 00           | .asciz "EINVAL"                                                                                    |
fec  17                             | .byte 0x17                                                                                         |
fed  45 4e 46 49 4c 45 00           | .asciz "ENFILE"                                                                                    |
ff4  18                             | .byte 0x18                                                                                         |
ff5  45 4d 46 49 4c 45 00           | .asciz "EMFILE"                                                                                    |
ffc  1a                             | .byte 0x1a                                                                                         |
ffd  45 54 58 54 42 53 59 00        | .asciz "ETXTBSY"                                                                                   |
1005  24                            | .byte 0x24                                                                                         |
1006  45 4e 41 4d 45 54 4f 4f 4c 4f | .asciz "ENAMETOOLONG"                                                                              |
1010  4e 47 00                      |                                                                                                    |
1013  26                            | .byte 0x26                                                                                         |
1014  45 4e 4f 53 59 53 00          | .asciz "ENOSYS"                                                                                    |
101b  28                            | .byte 0x28                                                                                         |
101c  45 4c 4f 4f 50 00             | .asciz "ELOOP"                                                                                     |
1022  2a                            | .byte 0x2a                                                                                         |
1023  45 4e 4f 4d 53 47 00          | .asciz "ENOMSG"                                                                                    |
102a  4d                            | .byte 0x4d                                                                                         |
102b  45 42 41 44 46 44 00          | .asciz "EBADFD"                                                                                    |
1032  5f                            | .byte 0x5f                                                                                         |
1033  45 4f 50 4e 4f 54 53 55 50 50 | .asciz "EOPNOTSUPP"                                                                                |
103d  00                            |                                                                                                    |
103e  74                            | .byte 0x74                                                                                         |
103f  45 53 54 41 4c 45 00          | .asciz "ESTALE"                                                                                    |
1046  00                            | .byte 0x00                                                                                         | no further errors
1047  00                            | .balign 4                                                                                          |
1048  10 27 00 00                   | .byte 0x10, 0x27, 0x00, 0x00                                                                       | 10000
104c  e8 03 00 00                   | .byte 0xe8, 0x03, 0x00, 0x00                                                                       | 1000
1050  64 00 00 00                   | .byte 0x64, 0x00, 0x00, 0x00                                                                       | 100
1054  0a 00 00 00                   | .byte 0x0a, 0x00, 0x00, 0x00                                                                       | 10
1058  01 00 00 00                   | .byte 0x01, 0x00, 0x00, 0x00                                                                       | 1
105c  00 00 00 00                   | .byte 0x00, 0x00, 0x00, 0x00                                                                       | 0
`,
  },
  arm64: {
    labels: { start: 0, plan: 4216 },
    listing: `
000  f3 03 00 91                    | mov x19, sp                                                                                        |
004  ba 83 00 10                    | adr x26, 0x1078                                                                                    |
008  fe 0f 1f f8                    | str x30, [sp, #-16]!                                                                               |
00c  38 00 00 94                    | bl 0xec                                                                                            |
010  fe 07 41 f8                    | ldr x30, [sp], #16                                                                                 |
014  74 02 40 f9                    | ldr x20, [x19]                                                                                     | how many arguments
018  73 22 00 91                    | add x19, x19, #0x8                                                                                 | their list
01c  94 f2 7d d3                    | lsl x20, x20, #3                                                                                   |
020  94 02 13 8b                    | add x20, x20, x19                                                                                  |
024  94 22 00 91                    | add x20, x20, #0x8                                                                                 | behind the zero that ends it: the environment
028  f5 03 14 aa                    | mov x21, x20                                                                                       |
02c  b6 02 40 f9                    | ldr x22, [x21]                                                                                     |
030  b5 22 00 91                    | add x21, x21, #0x8                                                                                 |
034  df 02 00 f1                    | cmp x22, #0x0                                                                                      |
038  a1 ff ff 54                    | b.ne 0x2c                                                                                          |
03c  b5 02 13 cb                    | sub x21, x21, x19                                                                                  | bytes of both lists with their ends
040  56 4b 40 b9                    | ldr w22, [x26, #72]                                                                                |
044  b5 02 16 8b                    | add x21, x21, x22                                                                                  |
048  b5 de 06 91                    | add x21, x21, #0x1b7                                                                               |
04c  e9 01 80 92                    | mov x9, #0xfffffffffffffff0                                                                        |
050  b5 02 09 8a                    | and x21, x21, x9                                                                                   |
054  ff 63 35 cb                    | sub sp, sp, x21                                                                                    |
058  f9 03 00 91                    | mov x25, sp                                                                                        |
05c  33 03 00 f9                    | str x19, [x25]                                                                                     |
060  34 07 00 f9                    | str x20, [x25, #8]                                                                                 |
064  13 00 80 d2                    | mov x19, #0x0                                                                                      |
068  33 53 00 f9                    | str x19, [x25, #160]                                                                               |
06c  33 33 00 f9                    | str x19, [x25, #96]                                                                                |
070  33 37 00 f9                    | str x19, [x25, #104]                                                                               |
074  33 3b 00 f9                    | str x19, [x25, #112]                                                                               |
078  33 3f 00 f9                    | str x19, [x25, #120]                                                                               |
07c  fe 0f 1f f8                    | str x30, [sp, #-16]!                                                                               |
080  2f 00 00 94                    | bl 0x13c                                                                                           |
084  fe 07 41 f8                    | ldr x30, [sp], #16                                                                                 |
088  fe 0f 1f f8                    | str x30, [sp, #-16]!                                                                               | after no_new_privs, which makes it last
08c  3f 00 00 94                    | bl 0x188                                                                                           |
090  fe 07 41 f8                    | ldr x30, [sp], #16                                                                                 |
094  fe 0f 1f f8                    | str x30, [sp, #-16]!                                                                               |
098  71 00 00 94                    | bl 0x25c                                                                                           |
09c  fe 07 41 f8                    | ldr x30, [sp], #16                                                                                 |
0a0  fe 0f 1f f8                    | str x30, [sp, #-16]!                                                                               | before the ruleset, which may leave descriptors for the command
0a4  78 00 00 94                    | bl 0x284                                                                                           |
0a8  fe 07 41 f8                    | ldr x30, [sp], #16                                                                                 |
0ac  fe 0f 1f f8                    | str x30, [sp, #-16]!                                                                               |
0b0  9e 00 00 94                    | bl 0x328                                                                                           |
0b4  fe 07 41 f8                    | ldr x30, [sp], #16                                                                                 |
0b8  fe 0f 1f f8                    | str x30, [sp, #-16]!                                                                               |
0bc  ac 01 00 94                    | bl 0x76c                                                                                           |
0c0  fe 07 41 f8                    | ldr x30, [sp], #16                                                                                 |
0c4  fe 0f 1f f8                    | str x30, [sp, #-16]!                                                                               |
0c8  cc 01 00 94                    | bl 0x7f8                                                                                           |
0cc  fe 07 41 f8                    | ldr x30, [sp], #16                                                                                 |
0d0  fe 0f 1f f8                    | str x30, [sp, #-16]!                                                                               |
0d4  08 02 00 94                    | bl 0x8f4                                                                                           |
0d8  fe 07 41 f8                    | ldr x30, [sp], #16                                                                                 |
0dc  fe 0f 1f f8                    | str x30, [sp, #-16]!                                                                               | last, for it may forbid what the steps before it do
0e0  68 02 00 94                    | bl 0xa80                                                                                           |
0e4  fe 07 41 f8                    | ldr x30, [sp], #16                                                                                 |
0e8  83 02 00 14                    | b 0xaf4                                                                                            |
0ec  54 6b 40 b9                    | ldr w20, [x26, #104]                                                                               |
0f0  94 02 1a 8b                    | add x20, x20, x26                                                                                  |
0f4  94 06 40 f9                    | ldr x20, [x20, #8]                                                                                 |
0f8  95 8d 8d d2                    | mov x21, #0x6c6c                                                                                   |
0fc  95 ac a5 f2                    | movk x21, #0x2d64, lsl #16                                                                         |
100  15 8e cd f2                    | movk x21, #0x6c70, lsl #32                                                                         |
104  35 cc ed f2                    | movk x21, #0x6e61, lsl #48                                                                         |
108  a0 02 80 92                    | mov x0, #0xffffffffffffffea                                                                        |
10c  9f 02 15 eb                    | cmp x20, x21                                                                                       |
110  01 01 00 54                    | b.ne 0x130                                                                                         |
114  c0 03 5f d6                    | ret                                                                                                |
118  63 61 6e 6e 6f 74 20 72 65 61  | .asciz "cannot read the plan"                                                                      |
122  64 20 74 68 65 20 70 6c 61 6e  |                                                                                                    |
12c  00                             |                                                                                                    |
12d  00 00 00                       | .balign 4                                                                                          |
130  15 00 80 d2                    | mov x21, #0x0                                                                                      | no path or name to tell
134  34 ff ff 10                    | adr x20, 0x118                                                                                     |
138  1c 03 00 14                    | b 0xda8                                                                                            |
13c  04 00 80 d2                    | mov x4, #0x0                                                                                       |
140  03 00 80 d2                    | mov x3, #0x0                                                                                       |
144  02 00 80 d2                    | mov x2, #0x0                                                                                       |
148  21 00 80 d2                    | mov x1, #0x1                                                                                       |
14c  c0 04 80 d2                    | mov x0, #0x26                                                                                      |
150  e8 14 80 d2                    | mov x8, #0xa7                                                                                      |
154  01 00 00 d4                    | svc #0x0                                                                                           |
158  1f 00 00 f1                    | cmp x0, #0x0                                                                                       |
15c  01 01 00 54                    | b.ne 0x17c                                                                                         |
160  c0 03 5f d6                    | ret                                                                                                |
164  63 61 6e 6e 6f 74 20 73 65 74  | .asciz "cannot set no_new_privs"                                                                   |
16e  20 6e 6f 5f 6e 65 77 5f 70 72  |                                                                                                    |
178  69 76 73 00                    |                                                                                                    |
17c  15 00 80 d2                    | mov x21, #0x0                                                                                      | no path or name to tell
180  34 ff ff 10                    | adr x20, 0x164                                                                                     |
184  09 03 00 14                    | b 0xda8                                                                                            |
188  53 a4 80 d2                    | mov x19, #0x522                                                                                    |
18c  13 01 a4 f2                    | movk x19, #0x2008, lsl #16                                                                         |
190  33 43 00 f9                    | str x19, [x25, #128]                                                                               | process 0 is this one
194  21 23 02 91                    | add x1, x25, #0x88                                                                                 |
198  20 03 02 91                    | add x0, x25, #0x80                                                                                 |
19c  48 0b 80 d2                    | mov x8, #0x5a                                                                                      |
1a0  01 00 00 d4                    | svc #0x0                                                                                           |
1a4  1f 00 00 f1                    | cmp x0, #0x0                                                                                       |
1a8  41 05 00 54                    | b.ne 0x250                                                                                         |
1ac  33 8b 40 b9                    | ldr w19, [x25, #136]                                                                               |
1b0  69 bf 84 d2                    | mov x9, #0x25fb                                                                                    |
1b4  89 00 a0 f2                    | movk x9, #0x4, lsl #16                                                                             |
1b8  73 02 09 8a                    | and x19, x19, x9                                                                                   |
1bc  33 8b 00 b9                    | str w19, [x25, #136]                                                                               |
1c0  33 8f 40 b9                    | ldr w19, [x25, #140]                                                                               |
1c4  69 bf 84 d2                    | mov x9, #0x25fb                                                                                    |
1c8  89 00 a0 f2                    | movk x9, #0x4, lsl #16                                                                             |
1cc  73 02 09 8a                    | and x19, x19, x9                                                                                   |
1d0  33 8f 00 b9                    | str w19, [x25, #140]                                                                               |
1d4  33 93 40 b9                    | ldr w19, [x25, #144]                                                                               |
1d8  69 bf 84 d2                    | mov x9, #0x25fb                                                                                    |
1dc  89 00 a0 f2                    | movk x9, #0x4, lsl #16                                                                             |
1e0  73 02 09 8a                    | and x19, x19, x9                                                                                   |
1e4  33 93 00 b9                    | str w19, [x25, #144]                                                                               |
1e8  33 97 40 b9                    | ldr w19, [x25, #148]                                                                               |
1ec  09 00 80 d2                    | mov x9, #0x0                                                                                       |
1f0  73 02 09 8a                    | and x19, x19, x9                                                                                   |
1f4  33 97 00 b9                    | str w19, [x25, #148]                                                                               |
1f8  33 9b 40 b9                    | ldr w19, [x25, #152]                                                                               |
1fc  09 00 80 d2                    | mov x9, #0x0                                                                                       |
200  73 02 09 8a                    | and x19, x19, x9                                                                                   |
204  33 9b 00 b9                    | str w19, [x25, #152]                                                                               |
208  33 9f 40 b9                    | ldr w19, [x25, #156]                                                                               |
20c  09 00 80 d2                    | mov x9, #0x0                                                                                       |
210  73 02 09 8a                    | and x19, x19, x9                                                                                   |
214  33 9f 00 b9                    | str w19, [x25, #156]                                                                               |
218  21 23 02 91                    | add x1, x25, #0x88                                                                                 |
21c  20 03 02 91                    | add x0, x25, #0x80                                                                                 |
220  68 0b 80 d2                    | mov x8, #0x5b                                                                                      |
224  01 00 00 d4                    | svc #0x0                                                                                           |
228  1f 00 00 f1                    | cmp x0, #0x0                                                                                       |
22c  21 01 00 54                    | b.ne 0x250                                                                                         |
230  c0 03 5f d6                    | ret                                                                                                |
234  63 61 6e 6e 6f 74 20 64 72 6f  | .asciz "cannot drop capabilities"                                                                  |
23e  70 20 63 61 70 61 62 69 6c 69  |                                                                                                    |
248  74 69 65 73 00                 |                                                                                                    |
24d  00 00 00                       | .balign 4                                                                                          |
250  15 00 80 d2                    | mov x21, #0x0                                                                                      | no path or name to tell
254  14 ff ff 10                    | adr x20, 0x234                                                                                     |
258  d4 02 00 14                    | b 0xda8                                                                                            |
25c  33 00 80 d2                    | mov x19, #0x1                                                                                      |
260  33 1b 00 f9                    | str x19, [x25, #48]                                                                                | struct rlimit64: the soft limit and the hard one
264  33 1f 00 f9                    | str x19, [x25, #56]                                                                                |
268  03 00 80 d2                    | mov x3, #0x0                                                                                       |
26c  22 c3 00 91                    | add x2, x25, #0x30                                                                                 |
270  81 00 80 d2                    | mov x1, #0x4                                                                                       |
274  00 00 80 d2                    | mov x0, #0x0                                                                                       |
278  a8 20 80 d2                    | mov x8, #0x105                                                                                     |
27c  01 00 00 d4                    | svc #0x0                                                                                           |
280  c0 03 5f d6                    | ret                                                                                                |
284  53 3f 40 b9                    | ldr w19, [x26, #60]                                                                                |
288  82 00 80 d2                    | mov x2, #0x4                                                                                       |
28c  e1 ff 9f d2                    | mov x1, #0xffff                                                                                    |
290  e1 ff bf f2                    | movk x1, #0xffff, lsl #16                                                                          |
294  e0 03 13 aa                    | mov x0, x19                                                                                        |
298  88 36 80 d2                    | mov x8, #0x1b4                                                                                     |
29c  01 00 00 d4                    | svc #0x0                                                                                           |
2a0  1f 58 00 b1                    | cmn x0, #0x16                                                                                      |
2a4  80 00 00 54                    | b.eq 0x2b4                                                                                         |
2a8  1f 00 00 f1                    | cmp x0, #0x0                                                                                       |
2ac  81 03 00 54                    | b.ne 0x31c                                                                                         |
2b0  c0 03 5f d6                    | ret                                                                                                |
2b4  23 c3 00 91                    | add x3, x25, #0x30                                                                                 |
2b8  02 00 80 d2                    | mov x2, #0x0                                                                                       |
2bc  e1 00 80 d2                    | mov x1, #0x7                                                                                       |
2c0  00 00 80 d2                    | mov x0, #0x0                                                                                       |
2c4  a8 20 80 d2                    | mov x8, #0x105                                                                                     |
2c8  01 00 00 d4                    | svc #0x0                                                                                           |
2cc  1f 00 00 f1                    | cmp x0, #0x0                                                                                       |
2d0  61 02 00 54                    | b.ne 0x31c                                                                                         |
2d4  34 1f 40 f9                    | ldr x20, [x25, #56]                                                                                |
2d8  7f 02 14 eb                    | cmp x19, x20                                                                                       |
2dc  43 00 00 54                    | b.cc 0x2e4                                                                                         |
2e0  c0 03 5f d6                    | ret                                                                                                |
2e4  22 00 80 d2                    | mov x2, #0x1                                                                                       | fails for most, which are not open
2e8  41 00 80 d2                    | mov x1, #0x2                                                                                       |
2ec  e0 03 13 aa                    | mov x0, x19                                                                                        |
2f0  28 03 80 d2                    | mov x8, #0x19                                                                                      |
2f4  01 00 00 d4                    | svc #0x0                                                                                           |
2f8  73 06 00 91                    | add x19, x19, #0x1                                                                                 |
2fc  f7 ff ff 17                    | b 0x2d8                                                                                            |
300  63 61 6e 6e 6f 74 20 63 6c 6f  | .asciz "cannot close descriptors"                                                                  |
30a  73 65 20 64 65 73 63 72 69 70  |                                                                                                    |
314  74 6f 72 73 00                 |                                                                                                    |
319  00 00 00                       | .balign 4                                                                                          |
31c  15 00 80 d2                    | mov x21, #0x0                                                                                      | no path or name to tell
320  14 ff ff 10                    | adr x20, 0x300                                                                                     |
324  a1 02 00 14                    | b 0xda8                                                                                            |
328  53 33 40 b9                    | ldr w19, [x26, #48]                                                                                |
32c  7f 06 00 f1                    | cmp x19, #0x1                                                                                      |
330  e0 00 00 54                    | b.eq 0x34c                                                                                         |
334  7f 0a 00 f1                    | cmp x19, #0x2                                                                                      |
338  20 16 00 54                    | b.eq 0x5fc                                                                                         |
33c  7f 0e 00 f1                    | cmp x19, #0x3                                                                                      |
340  00 1a 00 54                    | b.eq 0x680                                                                                         |
344  a0 02 80 92                    | mov x0, #0xffffffffffffffea                                                                        |
348  7a ff ff 17                    | b 0x130                                                                                            |
34c  02 00 80 d2                    | mov x2, #0x0                                                                                       | the plan begins with the attribute
350  01 06 80 d2                    | mov x1, #0x30                                                                                      |
354  e0 03 1a aa                    | mov x0, x26                                                                                        |
358  88 37 80 d2                    | mov x8, #0x1bc                                                                                     |
35c  01 00 00 d4                    | svc #0x0                                                                                           |
360  1f 00 00 f1                    | cmp x0, #0x0                                                                                       |
364  eb 19 00 54                    | b.lt 0x6a0                                                                                         |
368  f3 03 00 aa                    | mov x19, x0                                                                                        | the ruleset
36c  14 05 a0 d2                    | mov x20, #0x280000                                                                                 |
370  34 23 00 f9                    | str x20, [x25, #64]                                                                                | struct open_how: flags, mode, resolve
374  14 00 80 d2                    | mov x20, #0x0                                                                                      |
378  34 27 00 f9                    | str x20, [x25, #72]                                                                                |
37c  d4 00 80 d2                    | mov x20, #0x6                                                                                      |
380  34 2b 00 f9                    | str x20, [x25, #80]                                                                                |
384  54 53 40 b9                    | ldr w20, [x26, #80]                                                                                |
388  94 02 1a 8b                    | add x20, x20, x26                                                                                  | the first path rule
38c  55 57 40 b9                    | ldr w21, [x26, #84]                                                                                |
390  b5 02 1a 8b                    | add x21, x21, x26                                                                                  | where path rules end
394  9f 02 15 eb                    | cmp x20, x21                                                                                       |
398  a0 10 00 54                    | b.eq 0x5ac                                                                                         |
39c  97 12 40 b9                    | ldr w23, [x20, #16]                                                                                |
3a0  09 02 80 d2                    | mov x9, #0x10                                                                                      |
3a4  f7 02 09 8a                    | and x23, x23, x9                                                                                   |
3a8  ff 02 00 f1                    | cmp x23, #0x0                                                                                      |
3ac  e0 02 00 54                    | b.eq 0x408                                                                                         |
3b0  22 a3 02 91                    | add x2, x25, #0xa8                                                                                 |
3b4  21 80 8a d2                    | mov x1, #0x5401                                                                                    |
3b8  00 00 80 d2                    | mov x0, #0x0                                                                                       |
3bc  a8 03 80 d2                    | mov x8, #0x1d                                                                                      |
3c0  01 00 00 d4                    | svc #0x0                                                                                           |
3c4  1f 00 00 f1                    | cmp x0, #0x0                                                                                       |
3c8  00 02 00 54                    | b.eq 0x408                                                                                         |
3cc  22 a3 02 91                    | add x2, x25, #0xa8                                                                                 |
3d0  21 80 8a d2                    | mov x1, #0x5401                                                                                    |
3d4  20 00 80 d2                    | mov x0, #0x1                                                                                       |
3d8  a8 03 80 d2                    | mov x8, #0x1d                                                                                      |
3dc  01 00 00 d4                    | svc #0x0                                                                                           |
3e0  1f 00 00 f1                    | cmp x0, #0x0                                                                                       |
3e4  20 01 00 54                    | b.eq 0x408                                                                                         |
3e8  22 a3 02 91                    | add x2, x25, #0xa8                                                                                 |
3ec  21 80 8a d2                    | mov x1, #0x5401                                                                                    |
3f0  40 00 80 d2                    | mov x0, #0x2                                                                                       |
3f4  a8 03 80 d2                    | mov x8, #0x1d                                                                                      |
3f8  01 00 00 d4                    | svc #0x0                                                                                           |
3fc  1f 00 00 f1                    | cmp x0, #0x0                                                                                       |
400  40 00 00 54                    | b.eq 0x408                                                                                         |
404  49 00 00 14                    | b 0x528                                                                                            |
408  f6 03 14 aa                    | mov x22, x20                                                                                       |
40c  d6 b2 00 91                    | add x22, x22, #0x2c                                                                                |
410  03 03 80 d2                    | mov x3, #0x18                                                                                      |
414  22 03 01 91                    | add x2, x25, #0x40                                                                                 |
418  e1 03 16 aa                    | mov x1, x22                                                                                        |
41c  60 0c 80 92                    | mov x0, #0xffffffffffffff9c                                                                        |
420  a8 36 80 d2                    | mov x8, #0x1b5                                                                                     |
424  01 00 00 d4                    | svc #0x0                                                                                           |
428  1f 98 00 b1                    | cmn x0, #0x26                                                                                      |
42c  01 01 00 54                    | b.ne 0x44c                                                                                         |
430  97 0e 40 b9                    | ldr w23, [x20, #12]                                                                                | a container's seccomp profile may not know openat2
434  03 00 80 d2                    | mov x3, #0x0                                                                                       |
438  e2 03 17 aa                    | mov x2, x23                                                                                        |
43c  e1 03 16 aa                    | mov x1, x22                                                                                        |
440  60 0c 80 92                    | mov x0, #0xffffffffffffff9c                                                                        |
444  08 07 80 d2                    | mov x8, #0x38                                                                                      |
448  01 00 00 d4                    | svc #0x0                                                                                           |
44c  1f 00 00 f1                    | cmp x0, #0x0                                                                                       |
450  2b 07 00 54                    | b.lt 0x534                                                                                         |
454  f7 03 00 aa                    | mov x23, x0                                                                                        |
458  98 12 40 b9                    | ldr w24, [x20, #16]                                                                                |
45c  49 00 80 d2                    | mov x9, #0x2                                                                                       |
460  18 03 09 8a                    | and x24, x24, x9                                                                                   |
464  1f 03 00 f1                    | cmp x24, #0x0                                                                                      |
468  60 03 00 54                    | b.eq 0x4d4                                                                                         |
46c  24 a3 02 91                    | add x4, x25, #0xa8                                                                                 | no path: the descriptor itself
470  03 20 81 d2                    | mov x3, #0x900                                                                                     |
474  02 00 82 d2                    | mov x2, #0x1000                                                                                    |
478  21 83 01 91                    | add x1, x25, #0x60                                                                                 |
47c  e0 03 17 aa                    | mov x0, x23                                                                                        |
480  68 24 80 d2                    | mov x8, #0x123                                                                                     |
484  01 00 00 d4                    | svc #0x0                                                                                           |
488  1f 00 00 f1                    | cmp x0, #0x0                                                                                       |
48c  41 14 00 54                    | b.ne 0x714                                                                                         |
490  98 0e 40 f9                    | ldr x24, [x20, #24]                                                                                |
494  20 67 40 f9                    | ldr x0, [x25, #200]                                                                                |
498  1f 03 00 eb                    | cmp x24, x0                                                                                        |
49c  81 06 00 54                    | b.ne 0x56c                                                                                         |
4a0  98 12 40 b9                    | ldr w24, [x20, #16]                                                                                |
4a4  89 00 80 d2                    | mov x9, #0x4                                                                                       |
4a8  18 03 09 8a                    | and x24, x24, x9                                                                                   |
4ac  1f 03 00 f1                    | cmp x24, #0x0                                                                                      |
4b0  20 01 00 54                    | b.eq 0x4d4                                                                                         |
4b4  98 12 40 f9                    | ldr x24, [x20, #32]                                                                                |
4b8  20 7f 40 f9                    | ldr x0, [x25, #248]                                                                                |
4bc  1f 03 00 eb                    | cmp x24, x0                                                                                        |
4c0  61 05 00 54                    | b.ne 0x56c                                                                                         |
4c4  98 2a 40 b9                    | ldr w24, [x20, #40]                                                                                |
4c8  20 03 41 b9                    | ldr w0, [x25, #256]                                                                                |
4cc  1f 03 00 eb                    | cmp x24, x0                                                                                        |
4d0  e1 04 00 54                    | b.ne 0x56c                                                                                         |
4d4  98 02 40 f9                    | ldr x24, [x20]                                                                                     |
4d8  38 1b 00 f9                    | str x24, [x25, #48]                                                                                |
4dc  37 3b 00 b9                    | str w23, [x25, #56]                                                                                |
4e0  03 00 80 d2                    | mov x3, #0x0                                                                                       |
4e4  22 c3 00 91                    | add x2, x25, #0x30                                                                                 |
4e8  21 00 80 d2                    | mov x1, #0x1                                                                                       |
4ec  e0 03 13 aa                    | mov x0, x19                                                                                        |
4f0  a8 37 80 d2                    | mov x8, #0x1bd                                                                                     |
4f4  01 00 00 d4                    | svc #0x0                                                                                           |
4f8  1f 00 00 f1                    | cmp x0, #0x0                                                                                       |
4fc  00 01 00 54                    | b.eq 0x51c                                                                                         |
500  1f 58 00 b1                    | cmn x0, #0x16                                                                                      | else it was a folder and is a file now
504  81 10 00 54                    | b.ne 0x714                                                                                         |
508  98 12 40 b9                    | ldr w24, [x20, #16]                                                                                |
50c  29 00 80 d2                    | mov x9, #0x1                                                                                       |
510  18 03 09 8a                    | and x24, x24, x9                                                                                   |
514  1f 03 00 f1                    | cmp x24, #0x0                                                                                      |
518  e0 0f 00 54                    | b.eq 0x714                                                                                         |
51c  e0 03 17 aa                    | mov x0, x23                                                                                        |
520  28 07 80 d2                    | mov x8, #0x39                                                                                      |
524  01 00 00 d4                    | svc #0x0                                                                                           |
528  97 0a 40 b9                    | ldr w23, [x20, #8]                                                                                 |
52c  94 02 17 8b                    | add x20, x20, x23                                                                                  |
530  99 ff ff 17                    | b 0x394                                                                                            |
534  97 12 40 b9                    | ldr w23, [x20, #16]                                                                                |
538  29 00 80 d2                    | mov x9, #0x1                                                                                       |
53c  f7 02 09 8a                    | and x23, x23, x9                                                                                   |
540  ff 02 00 f1                    | cmp x23, #0x0                                                                                      |
544  a0 0b 00 54                    | b.eq 0x6b8                                                                                         |
548  1f 08 00 b1                    | cmn x0, #0x2                                                                                       |
54c  20 02 00 54                    | b.eq 0x590                                                                                         |
550  1f 50 00 b1                    | cmn x0, #0x14                                                                                      |
554  e0 01 00 54                    | b.eq 0x590                                                                                         |
558  1f a0 00 b1                    | cmn x0, #0x28                                                                                      |
55c  a0 01 00 54                    | b.eq 0x590                                                                                         |
560  1f 34 00 b1                    | cmn x0, #0xd                                                                                       |
564  60 01 00 54                    | b.eq 0x590                                                                                         |
568  54 00 00 14                    | b 0x6b8                                                                                            |
56c  e0 03 17 aa                    | mov x0, x23                                                                                        |
570  28 07 80 d2                    | mov x8, #0x39                                                                                      |
574  01 00 00 d4                    | svc #0x0                                                                                           |
578  60 0e 80 92                    | mov x0, #0xffffffffffffff8c                                                                        |
57c  97 12 40 b9                    | ldr w23, [x20, #16]                                                                                |
580  29 00 80 d2                    | mov x9, #0x1                                                                                       |
584  f7 02 09 8a                    | and x23, x23, x9                                                                                   |
588  ff 02 00 f1                    | cmp x23, #0x0                                                                                      |
58c  20 0b 00 54                    | b.eq 0x6f0                                                                                         |
590  97 12 40 b9                    | ldr w23, [x20, #16]                                                                                |
594  09 01 80 d2                    | mov x9, #0x8                                                                                       |
598  f7 02 09 8a                    | and x23, x23, x9                                                                                   |
59c  ff 02 00 f1                    | cmp x23, #0x0                                                                                      |
5a0  40 fc ff 54                    | b.eq 0x528                                                                                         |
5a4  37 53 00 f9                    | str x23, [x25, #160]                                                                               |
5a8  e0 ff ff 17                    | b 0x528                                                                                            |
5ac  55 5b 40 b9                    | ldr w21, [x26, #88]                                                                                |
5b0  b5 02 1a 8b                    | add x21, x21, x26                                                                                  | where port rules end
5b4  9f 02 15 eb                    | cmp x20, x21                                                                                       |
5b8  00 02 00 54                    | b.eq 0x5f8                                                                                         |
5bc  03 00 80 d2                    | mov x3, #0x0                                                                                       |
5c0  e2 03 14 aa                    | mov x2, x20                                                                                        |
5c4  41 00 80 d2                    | mov x1, #0x2                                                                                       |
5c8  e0 03 13 aa                    | mov x0, x19                                                                                        |
5cc  a8 37 80 d2                    | mov x8, #0x1bd                                                                                     |
5d0  01 00 00 d4                    | svc #0x0                                                                                           |
5d4  1f 00 00 f1                    | cmp x0, #0x0                                                                                       |
5d8  c0 00 00 54                    | b.eq 0x5f0                                                                                         |
5dc  95 06 40 f9                    | ldr x21, [x20, #8]                                                                                 |
5e0  1f 84 01 b1                    | cmn x0, #0x61                                                                                      | else the kernel has no such network
5e4  c1 0a 00 54                    | b.ne 0x73c                                                                                         |
5e8  55 5b 40 b9                    | ldr w21, [x26, #88]                                                                                |
5ec  b5 02 1a 8b                    | add x21, x21, x26                                                                                  |
5f0  94 42 00 91                    | add x20, x20, #0x10                                                                                |
5f4  f0 ff ff 17                    | b 0x5b4                                                                                            |
5f8  02 00 00 14                    | b 0x600                                                                                            |
5fc  53 37 80 b9                    | ldrsw x19, [x26, #52]                                                                              |
600  54 3b 40 b9                    | ldr w20, [x26, #56]                                                                                |
604  e1 03 14 aa                    | mov x1, x20                                                                                        |
608  e0 03 13 aa                    | mov x0, x19                                                                                        |
60c  c8 37 80 d2                    | mov x8, #0x1be                                                                                     |
610  01 00 00 d4                    | svc #0x0                                                                                           |
614  1f 00 00 f1                    | cmp x0, #0x0                                                                                       |
618  41 0a 00 54                    | b.ne 0x760                                                                                         |
61c  e0 03 13 aa                    | mov x0, x19                                                                                        | whoever has it can add rules for the next one who takes it over
620  28 07 80 d2                    | mov x8, #0x39                                                                                      |
624  01 00 00 d4                    | svc #0x0                                                                                           |
628  33 53 40 f9                    | ldr x19, [x25, #160]                                                                               |
62c  7f 02 00 f1                    | cmp x19, #0x0                                                                                      |
630  80 02 00 54                    | b.eq 0x680                                                                                         |
634  13 00 81 d2                    | mov x19, #0x800                                                                                    | something that is never granted, for a ruleset has to handle something
638  33 1b 00 f9                    | str x19, [x25, #48]                                                                                |
63c  02 00 80 d2                    | mov x2, #0x0                                                                                       |
640  01 01 80 d2                    | mov x1, #0x8                                                                                       |
644  20 c3 00 91                    | add x0, x25, #0x30                                                                                 |
648  88 37 80 d2                    | mov x8, #0x1bc                                                                                     |
64c  01 00 00 d4                    | svc #0x0                                                                                           |
650  1f 00 00 f1                    | cmp x0, #0x0                                                                                       |
654  6b 02 00 54                    | b.lt 0x6a0                                                                                         |
658  f3 03 00 aa                    | mov x19, x0                                                                                        |
65c  e1 03 14 aa                    | mov x1, x20                                                                                        |
660  e0 03 13 aa                    | mov x0, x19                                                                                        |
664  c8 37 80 d2                    | mov x8, #0x1be                                                                                     |
668  01 00 00 d4                    | svc #0x0                                                                                           |
66c  1f 00 00 f1                    | cmp x0, #0x0                                                                                       |
670  81 07 00 54                    | b.ne 0x760                                                                                         |
674  e0 03 13 aa                    | mov x0, x19                                                                                        |
678  28 07 80 d2                    | mov x8, #0x39                                                                                      |
67c  01 00 00 d4                    | svc #0x0                                                                                           |
680  c0 03 5f d6                    | ret                                                                                                |
684  63 61 6e 6e 6f 74 20 63 72 65  | .asciz "cannot create the ruleset"                                                                 |
68e  61 74 65 20 74 68 65 20 72 75  |                                                                                                    |
698  6c 65 73 65 74 00              |                                                                                                    |
69e  00 00                          | .balign 4                                                                                          |
6a0  15 00 80 d2                    | mov x21, #0x0                                                                                      | no path or name to tell
6a4  14 ff ff 10                    | adr x20, 0x684                                                                                     |
6a8  c0 01 00 14                    | b 0xda8                                                                                            |
6ac  63 61 6e 6e 6f 74 20 6f 70 65  | .asciz "cannot open"                                                                               |
6b6  6e 00                          |                                                                                                    |
6b8  f5 03 16 aa                    | mov x21, x22                                                                                       |
6bc  94 ff ff 10                    | adr x20, 0x6ac                                                                                     |
6c0  ba 01 00 14                    | b 0xda8                                                                                            |
6c4  63 61 6e 6e 6f 74 20 67 72 61  | .asciz "cannot grant what has taken the place of"                                                  |
6ce  6e 74 20 77 68 61 74 20 68 61  |                                                                                                    |
6d8  73 20 74 61 6b 65 6e 20 74 68  |                                                                                                    |
6e2  65 20 70 6c 61 63 65 20 6f 66  |                                                                                                    |
6ec  00                             |                                                                                                    |
6ed  00 00 00                       | .balign 4                                                                                          |
6f0  f5 03 16 aa                    | mov x21, x22                                                                                       |
6f4  94 fe ff 10                    | adr x20, 0x6c4                                                                                     |
6f8  ac 01 00 14                    | b 0xda8                                                                                            |
6fc  63 61 6e 6e 6f 74 20 61 64 64  | .asciz "cannot add a rule for"                                                                     |
706  20 61 20 72 75 6c 65 20 66 6f  |                                                                                                    |
710  72 00                          |                                                                                                    |
712  00 00                          | .balign 4                                                                                          |
714  f5 03 16 aa                    | mov x21, x22                                                                                       |
718  34 ff ff 10                    | adr x20, 0x6fc                                                                                     |
71c  a3 01 00 14                    | b 0xda8                                                                                            |
720  63 61 6e 6e 6f 74 20 61 64 64  | .asciz "cannot add a rule for port"                                                                |
72a  20 61 20 72 75 6c 65 20 66 6f  |                                                                                                    |
734  72 20 70 6f 72 74 00           |                                                                                                    |
73b  00                             | .balign 4                                                                                          |
73c  34 ff ff 10                    | adr x20, 0x720                                                                                     |
740  8d 01 00 14                    | b 0xd74                                                                                            |
744  63 61 6e 6e 6f 74 20 65 6e 66  | .asciz "cannot enforce the ruleset"                                                                |
74e  6f 72 63 65 20 74 68 65 20 72  |                                                                                                    |
758  75 6c 65 73 65 74 00           |                                                                                                    |
75f  00                             | .balign 4                                                                                          |
760  15 00 80 d2                    | mov x21, #0x0                                                                                      | no path or name to tell
764  14 ff ff 10                    | adr x20, 0x744                                                                                     |
768  90 01 00 14                    | b 0xda8                                                                                            |
76c  53 23 40 f9                    | ldr x19, [x26, #64]                                                                                |
770  35 00 80 d2                    | mov x21, #0x1                                                                                      | the number of the signal in the lowest bit
774  7f 02 00 f1                    | cmp x19, #0x0                                                                                      |
778  40 02 00 54                    | b.eq 0x7c0                                                                                         |
77c  f4 03 13 aa                    | mov x20, x19                                                                                       |
780  29 00 80 d2                    | mov x9, #0x1                                                                                       |
784  94 02 09 8a                    | and x20, x20, x9                                                                                   |
788  9f 02 00 f1                    | cmp x20, #0x0                                                                                      |
78c  20 01 00 54                    | b.eq 0x7b0                                                                                         |
790  03 01 80 d2                    | mov x3, #0x8                                                                                       | SIG_DFL, no flags, no mask
794  02 00 80 d2                    | mov x2, #0x0                                                                                       |
798  21 83 01 91                    | add x1, x25, #0x60                                                                                 |
79c  e0 03 15 aa                    | mov x0, x21                                                                                        |
7a0  c8 10 80 d2                    | mov x8, #0x86                                                                                      |
7a4  01 00 00 d4                    | svc #0x0                                                                                           |
7a8  1f 00 00 f1                    | cmp x0, #0x0                                                                                       |
7ac  21 02 00 54                    | b.ne 0x7f0                                                                                         |
7b0  73 fe 41 d3                    | lsr x19, x19, #1                                                                                   |
7b4  b5 06 00 91                    | add x21, x21, #0x1                                                                                 |
7b8  7f 02 00 f1                    | cmp x19, #0x0                                                                                      |
7bc  c1 fd ff 54                    | b.ne 0x774                                                                                         |
7c0  03 01 80 d2                    | mov x3, #0x8                                                                                       | cannot fail: all is valid
7c4  02 00 80 d2                    | mov x2, #0x0                                                                                       |
7c8  21 83 01 91                    | add x1, x25, #0x60                                                                                 |
7cc  40 00 80 d2                    | mov x0, #0x2                                                                                       |
7d0  e8 10 80 d2                    | mov x8, #0x87                                                                                      |
7d4  01 00 00 d4                    | svc #0x0                                                                                           |
7d8  c0 03 5f d6                    | ret                                                                                                |
7dc  63 61 6e 6e 6f 74 20 72 65 73  | .asciz "cannot reset signal"                                                                       |
7e6  65 74 20 73 69 67 6e 61 6c 00  |                                                                                                    |
7f0  74 ff ff 10                    | adr x20, 0x7dc                                                                                     |
7f4  60 01 00 14                    | b 0xd74                                                                                            |
7f8  f7 03 19 aa                    | mov x23, x25                                                                                       |
7fc  f7 a2 06 91                    | add x23, x23, #0x1a8                                                                               |
800  33 07 40 f9                    | ldr x19, [x25, #8]                                                                                 |
804  74 02 40 f9                    | ldr x20, [x19]                                                                                     |
808  73 22 00 91                    | add x19, x19, #0x8                                                                                 |
80c  9f 02 00 f1                    | cmp x20, #0x0                                                                                      |
810  20 05 00 54                    | b.eq 0x8b4                                                                                         |
814  55 5f 40 b9                    | ldr w21, [x26, #92]                                                                                |
818  b5 02 1a 8b                    | add x21, x21, x26                                                                                  | the first name of the plan
81c  56 63 40 b9                    | ldr w22, [x26, #96]                                                                                |
820  d6 02 1a 8b                    | add x22, x22, x26                                                                                  | where the names end
824  bf 02 16 eb                    | cmp x21, x22                                                                                       |
828  e0 fe ff 54                    | b.eq 0x804                                                                                         |
82c  f8 03 14 aa                    | mov x24, x20                                                                                       |
830  b6 02 40 39                    | ldrb w22, [x21]                                                                                    |
834  b5 06 00 91                    | add x21, x21, #0x1                                                                                 |
838  df 02 00 f1                    | cmp x22, #0x0                                                                                      |
83c  60 01 00 54                    | b.eq 0x868                                                                                         |
840  00 03 40 39                    | ldrb w0, [x24]                                                                                     |
844  18 07 00 91                    | add x24, x24, #0x1                                                                                 |
848  1f 00 16 eb                    | cmp x0, x22                                                                                        |
84c  20 ff ff 54                    | b.eq 0x830                                                                                         |
850  b6 02 40 39                    | ldrb w22, [x21]                                                                                    |
854  b5 06 00 91                    | add x21, x21, #0x1                                                                                 |
858  df 02 00 f1                    | cmp x22, #0x0                                                                                      |
85c  a1 ff ff 54                    | b.ne 0x850                                                                                         |
860  b5 06 00 91                    | add x21, x21, #0x1                                                                                 | its bits
864  ee ff ff 17                    | b 0x81c                                                                                            |
868  b6 02 40 39                    | ldrb w22, [x21]                                                                                    | its bits
86c  b5 06 00 91                    | add x21, x21, #0x1                                                                                 |
870  e0 03 16 aa                    | mov x0, x22                                                                                        |
874  29 00 80 d2                    | mov x9, #0x1                                                                                       |
878  00 00 09 8a                    | and x0, x0, x9                                                                                     |
87c  1f 00 00 f1                    | cmp x0, #0x0                                                                                       |
880  c1 00 00 54                    | b.ne 0x898                                                                                         |
884  00 03 40 39                    | ldrb w0, [x24]                                                                                     |
888  1f f4 00 f1                    | cmp x0, #0x3d                                                                                      |
88c  60 00 00 54                    | b.eq 0x898                                                                                         |
890  1f 00 00 f1                    | cmp x0, #0x0                                                                                       | a string without = is all name
894  41 fc ff 54                    | b.ne 0x81c                                                                                         |
898  49 00 80 d2                    | mov x9, #0x2                                                                                       |
89c  d6 02 09 8a                    | and x22, x22, x9                                                                                   |
8a0  df 02 00 f1                    | cmp x22, #0x0                                                                                      |
8a4  00 fb ff 54                    | b.eq 0x804                                                                                         |
8a8  f4 02 00 f9                    | str x20, [x23]                                                                                     |
8ac  f7 22 00 91                    | add x23, x23, #0x8                                                                                 |
8b0  d5 ff ff 17                    | b 0x804                                                                                            |
8b4  54 63 40 b9                    | ldr w20, [x26, #96]                                                                                |
8b8  94 02 1a 8b                    | add x20, x20, x26                                                                                  |
8bc  55 67 40 b9                    | ldr w21, [x26, #100]                                                                               |
8c0  b5 02 1a 8b                    | add x21, x21, x26                                                                                  | where the plan's variables end
8c4  9f 02 15 eb                    | cmp x20, x21                                                                                       |
8c8  e0 00 00 54                    | b.eq 0x8e4                                                                                         |
8cc  f4 02 00 f9                    | str x20, [x23]                                                                                     |
8d0  f7 22 00 91                    | add x23, x23, #0x8                                                                                 |
8d4  fe 0f 1f f8                    | str x30, [sp, #-16]!                                                                               |
8d8  a8 01 00 94                    | bl 0xf78                                                                                           |
8dc  fe 07 41 f8                    | ldr x30, [sp], #16                                                                                 |
8e0  f9 ff ff 17                    | b 0x8c4                                                                                            |
8e4  14 00 80 d2                    | mov x20, #0x0                                                                                      | that ends the list
8e8  f4 02 00 f9                    | str x20, [x23]                                                                                     |
8ec  f7 22 00 91                    | add x23, x23, #0x8                                                                                 |
8f0  c0 03 5f d6                    | ret                                                                                                |
8f4  f7 22 00 91                    | add x23, x23, #0x8                                                                                 | room for /bin/sh: see the execution of scripts
8f8  37 0f 00 f9                    | str x23, [x25, #24]                                                                                |
8fc  33 03 40 f9                    | ldr x19, [x25]                                                                                     |
900  74 02 40 f9                    | ldr x20, [x19]                                                                                     |
904  9f 02 00 f1                    | cmp x20, #0x0                                                                                      | the list may be quite empty before Linux 5.18
908  40 00 00 54                    | b.eq 0x910                                                                                         |
90c  73 22 00 91                    | add x19, x19, #0x8                                                                                 | past the launcher's own name
910  54 3b 40 f9                    | ldr x20, [x26, #112]                                                                               |
914  9f 02 00 f1                    | cmp x20, #0x0                                                                                      |
918  00 01 00 54                    | b.eq 0x938                                                                                         |
91c  75 02 40 f9                    | ldr x21, [x19]                                                                                     |
920  bf 02 00 f1                    | cmp x21, #0x0                                                                                      |
924  20 06 00 54                    | b.eq 0x9e8                                                                                         |
928  b6 02 40 f9                    | ldr x22, [x21]                                                                                     | eight bytes can be read, see below
92c  df 02 14 eb                    | cmp x22, x20                                                                                       |
930  c1 05 00 54                    | b.ne 0x9e8                                                                                         |
934  73 22 00 91                    | add x19, x19, #0x8                                                                                 |
938  54 67 40 b9                    | ldr w20, [x26, #100]                                                                               |
93c  94 02 1a 8b                    | add x20, x20, x26                                                                                  |
940  55 6b 40 b9                    | ldr w21, [x26, #104]                                                                               |
944  b5 02 1a 8b                    | add x21, x21, x26                                                                                  | where the plan's command ends
948  9f 02 15 eb                    | cmp x20, x21                                                                                       |
94c  40 01 00 54                    | b.eq 0x974                                                                                         |
950  34 0b 00 f9                    | str x20, [x25, #16]                                                                                |
954  f4 02 00 f9                    | str x20, [x23]                                                                                     |
958  f7 22 00 91                    | add x23, x23, #0x8                                                                                 |
95c  fe 0f 1f f8                    | str x30, [sp, #-16]!                                                                               |
960  86 01 00 94                    | bl 0xf78                                                                                           |
964  fe 07 41 f8                    | ldr x30, [sp], #16                                                                                 |
968  9f 02 15 eb                    | cmp x20, x21                                                                                       |
96c  41 ff ff 54                    | b.ne 0x954                                                                                         |
970  17 00 00 14                    | b 0x9cc                                                                                            |
974  74 02 40 f9                    | ldr x20, [x19]                                                                                     |
978  9f 02 00 f1                    | cmp x20, #0x0                                                                                      |
97c  e0 06 00 54                    | b.eq 0xa58                                                                                         |
980  f4 02 00 f9                    | str x20, [x23]                                                                                     | its name for itself
984  95 02 40 f9                    | ldr x21, [x20]                                                                                     |
988  b6 a5 85 d2                    | mov x22, #0x2d2d                                                                                   | --argv0
98c  36 4c ae f2                    | movk x22, #0x7261, lsl #16                                                                         |
990  f6 cc ce f2                    | movk x22, #0x7667, lsl #32                                                                         |
994  16 06 e0 f2                    | movk x22, #0x30, lsl #48                                                                           |
998  bf 02 16 eb                    | cmp x21, x22                                                                                       |
99c  21 01 00 54                    | b.ne 0x9c0                                                                                         |
9a0  74 06 40 f9                    | ldr x20, [x19, #8]                                                                                 |
9a4  9f 02 00 f1                    | cmp x20, #0x0                                                                                      |
9a8  80 05 00 54                    | b.eq 0xa58                                                                                         |
9ac  f4 02 00 f9                    | str x20, [x23]                                                                                     |
9b0  74 0a 40 f9                    | ldr x20, [x19, #16]                                                                                |
9b4  9f 02 00 f1                    | cmp x20, #0x0                                                                                      |
9b8  00 05 00 54                    | b.eq 0xa58                                                                                         |
9bc  73 42 00 91                    | add x19, x19, #0x10                                                                                |
9c0  34 0b 00 f9                    | str x20, [x25, #16]                                                                                |
9c4  73 22 00 91                    | add x19, x19, #0x8                                                                                 |
9c8  f7 22 00 91                    | add x23, x23, #0x8                                                                                 |
9cc  74 02 40 f9                    | ldr x20, [x19]                                                                                     |
9d0  f4 02 00 f9                    | str x20, [x23]                                                                                     |
9d4  73 22 00 91                    | add x19, x19, #0x8                                                                                 |
9d8  f7 22 00 91                    | add x23, x23, #0x8                                                                                 |
9dc  9f 02 00 f1                    | cmp x20, #0x0                                                                                      |
9e0  61 ff ff 54                    | b.ne 0x9cc                                                                                         |
9e4  c0 03 5f d6                    | ret                                                                                                |
9e8  60 0e 80 92                    | mov x0, #0xffffffffffffff8c                                                                        |
9ec  18 00 00 14                    | b 0xa4c                                                                                            |
9f0  74 68 69 73 20 63 6f 6d 6d 61  | .asciz "this command line is of another Sandbox, closed or made anew since: call its argv() again" |
9fa  6e 64 20 6c 69 6e 65 20 69 73  |                                                                                                    |
a04  20 6f 66 20 61 6e 6f 74 68 65  |                                                                                                    |
a0e  72 20 53 61 6e 64 62 6f 78 2c  |                                                                                                    |
a18  20 63 6c 6f 73 65 64 20 6f 72  |                                                                                                    |
a22  20 6d 61 64 65 20 61 6e 65 77  |                                                                                                    |
a2c  20 73 69 6e 63 65 3a 20 63 61  |                                                                                                    |
a36  6c 6c 20 69 74 73 20 61 72 67  |                                                                                                    |
a40  76 28 29 20 61 67 61 69 6e 00  |                                                                                                    |
a4a  00 00                          | .balign 4                                                                                          |
a4c  15 00 80 d2                    | mov x21, #0x0                                                                                      | no path or name to tell
a50  14 fd ff 10                    | adr x20, 0x9f0                                                                                     |
a54  d5 00 00 14                    | b 0xda8                                                                                            |
a58  a0 02 80 92                    | mov x0, #0xffffffffffffffea                                                                        |
a5c  06 00 00 14                    | b 0xa74                                                                                            |
a60  6e 6f 20 63 6f 6d 6d 61 6e 64  | .asciz "no command given"                                                                          |
a6a  20 67 69 76 65 6e 00           |                                                                                                    |
a71  00 00 00                       | .balign 4                                                                                          |
a74  15 00 80 d2                    | mov x21, #0x0                                                                                      | no path or name to tell
a78  54 ff ff 10                    | adr x20, 0xa60                                                                                     |
a7c  cb 00 00 14                    | b 0xda8                                                                                            |
a80  53 5b 40 b9                    | ldr w19, [x26, #88]                                                                                |
a84  54 5f 40 b9                    | ldr w20, [x26, #92]                                                                                |
a88  94 02 13 cb                    | sub x20, x20, x19                                                                                  | bytes
a8c  9f 02 00 f1                    | cmp x20, #0x0                                                                                      |
a90  80 01 00 54                    | b.eq 0xac0                                                                                         |
a94  94 fe 43 d3                    | lsr x20, x20, #3                                                                                   | instructions
a98  73 02 1a 8b                    | add x19, x19, x26                                                                                  |
a9c  34 1b 00 f9                    | str x20, [x25, #48]                                                                                | struct sock_fprog: how many, and where
aa0  33 1f 00 f9                    | str x19, [x25, #56]                                                                                |
aa4  22 c3 00 91                    | add x2, x25, #0x30                                                                                 |
aa8  01 00 80 d2                    | mov x1, #0x0                                                                                       |
aac  20 00 80 d2                    | mov x0, #0x1                                                                                       |
ab0  a8 22 80 d2                    | mov x8, #0x115                                                                                     |
ab4  01 00 00 d4                    | svc #0x0                                                                                           |
ab8  1f 00 00 f1                    | cmp x0, #0x0                                                                                       |
abc  61 01 00 54                    | b.ne 0xae8                                                                                         |
ac0  c0 03 5f d6                    | ret                                                                                                |
ac4  63 61 6e 6e 6f 74 20 69 6e 73  | .asciz "cannot install the seccomp filter"                                                         |
ace  74 61 6c 6c 20 74 68 65 20 73  |                                                                                                    |
ad8  65 63 63 6f 6d 70 20 66 69 6c  |                                                                                                    |
ae2  74 65 72 00                    |                                                                                                    |
ae6  00 00                          | .balign 4                                                                                          |
ae8  15 00 80 d2                    | mov x21, #0x0                                                                                      | no path or name to tell
aec  d4 fe ff 10                    | adr x20, 0xac4                                                                                     |
af0  ae 00 00 14                    | b 0xda8                                                                                            |
af4  33 0b 40 f9                    | ldr x19, [x25, #16]                                                                                |
af8  37 0f 40 f9                    | ldr x23, [x25, #24]                                                                                |
afc  f8 03 19 aa                    | mov x24, x25                                                                                       |
b00  18 a3 06 91                    | add x24, x24, #0x1a8                                                                               |
b04  f4 03 13 aa                    | mov x20, x19                                                                                       |
b08  80 02 40 39                    | ldrb w0, [x20]                                                                                     |
b0c  1f bc 00 f1                    | cmp x0, #0x2f                                                                                      |
b10  e0 0a 00 54                    | b.eq 0xc6c                                                                                         |
b14  94 06 00 91                    | add x20, x20, #0x1                                                                                 |
b18  1f 00 00 f1                    | cmp x0, #0x0                                                                                       |
b1c  61 ff ff 54                    | b.ne 0xb08                                                                                         |
b20  94 02 13 cb                    | sub x20, x20, x19                                                                                  | length of the name with its zero
b24  f5 03 13 aa                    | mov x21, x19                                                                                       |
b28  20 00 80 92                    | mov x0, #0xfffffffffffffffe                                                                        |
b2c  9f 06 00 f1                    | cmp x20, #0x1                                                                                      | the empty name is nowhere
b30  00 0c 00 54                    | b.eq 0xcb0                                                                                         |
b34  60 04 80 92                    | mov x0, #0xffffffffffffffdc                                                                        |
b38  9f 06 04 f1                    | cmp x20, #0x101                                                                                    |
b3c  43 00 00 54                    | b.cc 0xb44                                                                                         |
b40  5c 00 00 14                    | b 0xcb0                                                                                            |
b44  54 4f 40 b9                    | ldr w20, [x26, #76]                                                                                |
b48  94 02 1a 8b                    | add x20, x20, x26                                                                                  |
b4c  9f 02 1a eb                    | cmp x20, x26                                                                                       |
b50  21 02 00 54                    | b.ne 0xb94                                                                                         |
b54  35 07 40 f9                    | ldr x21, [x25, #8]                                                                                 |
b58  b4 02 40 f9                    | ldr x20, [x21]                                                                                     |
b5c  b5 22 00 91                    | add x21, x21, #0x8                                                                                 |
b60  9f 02 00 f1                    | cmp x20, #0x0                                                                                      |
b64  60 01 00 54                    | b.eq 0xb90                                                                                         |
b68  80 02 40 b9                    | ldr w0, [x20]                                                                                      |
b6c  09 2a 88 d2                    | mov x9, #0x4150                                                                                    | PATH
b70  89 0a a9 f2                    | movk x9, #0x4854, lsl #16                                                                          |
b74  1f 00 09 eb                    | cmp x0, x9                                                                                         |
b78  01 ff ff 54                    | b.ne 0xb58                                                                                         |
b7c  80 12 40 39                    | ldrb w0, [x20, #4]                                                                                 |
b80  1f f4 00 f1                    | cmp x0, #0x3d                                                                                      |
b84  a1 fe ff 54                    | b.ne 0xb58                                                                                         |
b88  94 16 00 91                    | add x20, x20, #0x5                                                                                 |
b8c  02 00 00 14                    | b 0xb94                                                                                            |
b90  34 0e 00 70                    | adr x20, 0xd57                                                                                     |
b94  09 22 82 d2                    | mov x9, #0x1110                                                                                    |
b98  ff 63 29 cb                    | sub sp, sp, x9                                                                                     |
b9c  fa 03 00 91                    | mov x26, sp                                                                                        |
ba0  f6 03 1a aa                    | mov x22, x26                                                                                       |
ba4  09 00 82 d2                    | mov x9, #0x1000                                                                                    |
ba8  d6 02 09 8b                    | add x22, x22, x9                                                                                   |
bac  15 00 80 d2                    | mov x21, #0x0                                                                                      |
bb0  35 17 00 f9                    | str x21, [x25, #40]                                                                                |
bb4  34 13 00 f9                    | str x20, [x25, #32]                                                                                |
bb8  fe 0f 1f f8                    | str x30, [sp, #-16]!                                                                               |
bbc  45 00 00 94                    | bl 0xcd0                                                                                           |
bc0  fe 07 41 f8                    | ldr x30, [sp], #16                                                                                 |
bc4  e2 03 18 aa                    | mov x2, x24                                                                                        |
bc8  e1 03 17 aa                    | mov x1, x23                                                                                        |
bcc  e0 03 1a aa                    | mov x0, x26                                                                                        |
bd0  a8 1b 80 d2                    | mov x8, #0xdd                                                                                      |
bd4  01 00 00 d4                    | svc #0x0                                                                                           |
bd8  f5 03 1a aa                    | mov x21, x26                                                                                       |
bdc  1f 20 00 b1                    | cmn x0, #0x8                                                                                       |
be0  60 05 00 54                    | b.eq 0xc8c                                                                                         |
be4  1f 08 00 b1                    | cmn x0, #0x2                                                                                       |
be8  e0 01 00 54                    | b.eq 0xc24                                                                                         |
bec  1f 50 00 b1                    | cmn x0, #0x14                                                                                      |
bf0  a0 01 00 54                    | b.eq 0xc24                                                                                         |
bf4  1f 4c 00 b1                    | cmn x0, #0x13                                                                                      |
bf8  60 01 00 54                    | b.eq 0xc24                                                                                         |
bfc  1f 90 00 b1                    | cmn x0, #0x24                                                                                      |
c00  20 01 00 54                    | b.eq 0xc24                                                                                         |
c04  1f b8 01 b1                    | cmn x0, #0x6e                                                                                      |
c08  e0 00 00 54                    | b.eq 0xc24                                                                                         |
c0c  1f d0 01 b1                    | cmn x0, #0x74                                                                                      |
c10  a0 00 00 54                    | b.eq 0xc24                                                                                         |
c14  1f 34 00 b1                    | cmn x0, #0xd                                                                                       |
c18  c1 04 00 54                    | b.ne 0xcb0                                                                                         |
c1c  35 13 40 f9                    | ldr x21, [x25, #32]                                                                                |
c20  35 17 00 f9                    | str x21, [x25, #40]                                                                                | maybe there is another one further on; if not, it was this
c24  80 02 40 39                    | ldrb w0, [x20]                                                                                     |
c28  94 06 00 91                    | add x20, x20, #0x1                                                                                 |
c2c  1f 00 00 f1                    | cmp x0, #0x0                                                                                       | a colon
c30  21 fc ff 54                    | b.ne 0xbb4                                                                                         |
c34  34 17 40 f9                    | ldr x20, [x25, #40]                                                                                |
c38  9f 02 00 f1                    | cmp x20, #0x0                                                                                      |
c3c  e0 00 00 54                    | b.eq 0xc58                                                                                         |
c40  fe 0f 1f f8                    | str x30, [sp, #-16]!                                                                               |
c44  23 00 00 94                    | bl 0xcd0                                                                                           |
c48  fe 07 41 f8                    | ldr x30, [sp], #16                                                                                 |
c4c  f5 03 1a aa                    | mov x21, x26                                                                                       |
c50  80 01 80 92                    | mov x0, #0xfffffffffffffff3                                                                        |
c54  17 00 00 14                    | b 0xcb0                                                                                            |
c58  54 07 00 70                    | adr x20, 0xd43                                                                                     |
c5c  f5 03 13 aa                    | mov x21, x19                                                                                       |
c60  20 00 80 92                    | mov x0, #0xfffffffffffffffe                                                                        |
c64  f8 0f 80 d2                    | mov x24, #0x7f                                                                                     |
c68  51 00 00 14                    | b 0xdac                                                                                            |
c6c  e2 03 18 aa                    | mov x2, x24                                                                                        |
c70  e1 03 17 aa                    | mov x1, x23                                                                                        |
c74  e0 03 13 aa                    | mov x0, x19                                                                                        |
c78  a8 1b 80 d2                    | mov x8, #0xdd                                                                                      |
c7c  01 00 00 d4                    | svc #0x0                                                                                           |
c80  f5 03 13 aa                    | mov x21, x19                                                                                       |
c84  1f 20 00 b1                    | cmn x0, #0x8                                                                                       |
c88  41 01 00 54                    | b.ne 0xcb0                                                                                         |
c8c  f5 02 00 f9                    | str x21, [x23]                                                                                     | a script without #! is an argument of the shell, in place of its name
c90  f7 22 00 d1                    | sub x23, x23, #0x8                                                                                 |
c94  d5 05 00 70                    | adr x21, 0xd4f                                                                                     |
c98  f5 02 00 f9                    | str x21, [x23]                                                                                     |
c9c  e2 03 18 aa                    | mov x2, x24                                                                                        |
ca0  e1 03 17 aa                    | mov x1, x23                                                                                        |
ca4  e0 03 15 aa                    | mov x0, x21                                                                                        |
ca8  a8 1b 80 d2                    | mov x8, #0xdd                                                                                      |
cac  01 00 00 d4                    | svc #0x0                                                                                           |
cb0  34 04 00 10                    | adr x20, 0xd34                                                                                     |
cb4  f8 0f 80 d2                    | mov x24, #0x7f                                                                                     |
cb8  1f 08 00 b1                    | cmn x0, #0x2                                                                                       |
cbc  80 07 00 54                    | b.eq 0xdac                                                                                         |
cc0  1f 50 00 b1                    | cmn x0, #0x14                                                                                      |
cc4  40 07 00 54                    | b.eq 0xdac                                                                                         |
cc8  d8 0f 80 d2                    | mov x24, #0x7e                                                                                     |
ccc  38 00 00 14                    | b 0xdac                                                                                            |
cd0  f5 03 1a aa                    | mov x21, x26                                                                                       |
cd4  80 02 40 39                    | ldrb w0, [x20]                                                                                     |
cd8  1f 00 00 f1                    | cmp x0, #0x0                                                                                       |
cdc  20 01 00 54                    | b.eq 0xd00                                                                                         |
ce0  1f e8 00 f1                    | cmp x0, #0x3a                                                                                      |
ce4  e0 00 00 54                    | b.eq 0xd00                                                                                         |
ce8  94 06 00 91                    | add x20, x20, #0x1                                                                                 |
cec  bf 02 16 eb                    | cmp x21, x22                                                                                       |
cf0  20 ff ff 54                    | b.eq 0xcd4                                                                                         |
cf4  a0 02 00 39                    | strb w0, [x21]                                                                                     |
cf8  b5 06 00 91                    | add x21, x21, #0x1                                                                                 |
cfc  f6 ff ff 17                    | b 0xcd4                                                                                            |
d00  bf 02 1a eb                    | cmp x21, x26                                                                                       |
d04  80 00 00 54                    | b.eq 0xd14                                                                                         |
d08  e0 05 80 d2                    | mov x0, #0x2f                                                                                      |
d0c  a0 02 00 39                    | strb w0, [x21]                                                                                     |
d10  b5 06 00 91                    | add x21, x21, #0x1                                                                                 |
d14  60 02 40 39                    | ldrb w0, [x19]                                                                                     |
d18  a0 02 00 39                    | strb w0, [x21]                                                                                     |
d1c  73 06 00 91                    | add x19, x19, #0x1                                                                                 |
d20  b5 06 00 91                    | add x21, x21, #0x1                                                                                 |
d24  1f 00 00 f1                    | cmp x0, #0x0                                                                                       |
d28  61 ff ff 54                    | b.ne 0xd14                                                                                         |
d2c  33 0b 40 f9                    | ldr x19, [x25, #16]                                                                                |
d30  c0 03 5f d6                    | ret                                                                                                |
d34  63 61 6e 6e 6f 74 20 65 78 65  | .asciz "cannot execute"                                                                            |
d3e  63 75 74 65 00                 |                                                                                                    |
d43  63 61 6e 6e 6f 74 20 66 69 6e  | .asciz "cannot find"                                                                               |
d4d  64 00                          |                                                                                                    |
d4f  2f 62 69 6e 2f 73 68 00        | .asciz "/bin/sh"                                                                                   |
d57  2f 75 73 72 2f 6c 6f 63 61 6c  | .asciz "/usr/local/bin:/usr/bin:/bin"                                                              |
d61  2f 62 69 6e 3a 2f 75 73 72 2f  |                                                                                                    |
d6b  62 69 6e 3a 2f 62 69 6e 00     |                                                                                                    |
d74  f7 03 00 aa                    | mov x23, x0                                                                                        |
d78  f8 03 14 aa                    | mov x24, x20                                                                                       |
d7c  09 02 80 d2                    | mov x9, #0x10                                                                                      | at most five digits and a zero
d80  ff 63 29 cb                    | sub sp, sp, x9                                                                                     |
d84  f3 03 00 91                    | mov x19, sp                                                                                        |
d88  fe 0f 1f f8                    | str x30, [sp, #-16]!                                                                               |
d8c  67 00 00 94                    | bl 0xf28                                                                                           |
d90  fe 07 41 f8                    | ldr x30, [sp], #16                                                                                 |
d94  00 00 80 d2                    | mov x0, #0x0                                                                                       |
d98  60 02 00 39                    | strb w0, [x19]                                                                                     |
d9c  f5 03 00 91                    | mov x21, sp                                                                                        |
da0  f4 03 18 aa                    | mov x20, x24                                                                                       |
da4  e0 03 17 aa                    | mov x0, x23                                                                                        |
da8  b8 0f 80 d2                    | mov x24, #0x7d                                                                                     |
dac  17 00 80 d2                    | mov x23, #0x0                                                                                      |
db0  f7 02 00 cb                    | sub x23, x23, x0                                                                                   | the errno
db4  f6 03 14 aa                    | mov x22, x20                                                                                       |
db8  09 02 82 d2                    | mov x9, #0x1010                                                                                    |
dbc  ff 63 29 cb                    | sub sp, sp, x9                                                                                     |
dc0  f3 03 00 91                    | mov x19, sp                                                                                        |
dc4  73 42 00 91                    | add x19, x19, #0x10                                                                                | where the next byte of the message goes
dc8  f9 03 13 aa                    | mov x25, x19                                                                                       |
dcc  39 03 3f 91                    | add x25, x25, #0xfc0                                                                               | where the subject is cut off
dd0  f4 0d 00 10                    | adr x20, 0xf8c                                                                                     |
dd4  fe 0f 1f f8                    | str x30, [sp, #-16]!                                                                               |
dd8  45 00 00 94                    | bl 0xeec                                                                                           |
ddc  fe 07 41 f8                    | ldr x30, [sp], #16                                                                                 |
de0  f4 03 16 aa                    | mov x20, x22                                                                                       |
de4  fe 0f 1f f8                    | str x30, [sp, #-16]!                                                                               |
de8  41 00 00 94                    | bl 0xeec                                                                                           |
dec  fe 07 41 f8                    | ldr x30, [sp], #16                                                                                 |
df0  bf 02 00 f1                    | cmp x21, #0x0                                                                                      |
df4  c0 01 00 54                    | b.eq 0xe2c                                                                                         |
df8  14 0d 00 70                    | adr x20, 0xf9b                                                                                     |
dfc  fe 0f 1f f8                    | str x30, [sp, #-16]!                                                                               |
e00  3b 00 00 94                    | bl 0xeec                                                                                           |
e04  fe 07 41 f8                    | ldr x30, [sp], #16                                                                                 |
e08  f4 03 15 aa                    | mov x20, x21                                                                                       |
e0c  fe 0f 1f f8                    | str x30, [sp, #-16]!                                                                               |
e10  37 00 00 94                    | bl 0xeec                                                                                           |
e14  fe 07 41 f8                    | ldr x30, [sp], #16                                                                                 |
e18  19 00 80 d2                    | mov x25, #0x0                                                                                      | nowhere: what comes now is short, and none of it is cut off
e1c  14 0c 00 50                    | adr x20, 0xf9e                                                                                     |
e20  fe 0f 1f f8                    | str x30, [sp, #-16]!                                                                               |
e24  32 00 00 94                    | bl 0xeec                                                                                           |
e28  fe 07 41 f8                    | ldr x30, [sp], #16                                                                                 |
e2c  b4 0b 00 10                    | adr x20, 0xfa0                                                                                     |
e30  fe 0f 1f f8                    | str x30, [sp, #-16]!                                                                               |
e34  2e 00 00 94                    | bl 0xeec                                                                                           |
e38  fe 07 41 f8                    | ldr x30, [sp], #16                                                                                 |
e3c  74 0b 00 50                    | adr x20, 0xfaa                                                                                     |
e40  96 02 40 39                    | ldrb w22, [x20]                                                                                    |
e44  94 06 00 91                    | add x20, x20, #0x1                                                                                 |
e48  df 02 00 f1                    | cmp x22, #0x0                                                                                      |
e4c  60 01 00 54                    | b.eq 0xe78                                                                                         |
e50  df 02 17 eb                    | cmp x22, x23                                                                                       |
e54  a0 00 00 54                    | b.eq 0xe68                                                                                         |
e58  fe 0f 1f f8                    | str x30, [sp, #-16]!                                                                               |
e5c  47 00 00 94                    | bl 0xf78                                                                                           |
e60  fe 07 41 f8                    | ldr x30, [sp], #16                                                                                 |
e64  f7 ff ff 17                    | b 0xe40                                                                                            |
e68  fe 0f 1f f8                    | str x30, [sp, #-16]!                                                                               |
e6c  20 00 00 94                    | bl 0xeec                                                                                           |
e70  fe 07 41 f8                    | ldr x30, [sp], #16                                                                                 |
e74  09 00 00 14                    | b 0xe98                                                                                            |
e78  54 09 00 70                    | adr x20, 0xfa3                                                                                     |
e7c  fe 0f 1f f8                    | str x30, [sp, #-16]!                                                                               |
e80  1b 00 00 94                    | bl 0xeec                                                                                           |
e84  fe 07 41 f8                    | ldr x30, [sp], #16                                                                                 |
e88  f5 03 17 aa                    | mov x21, x23                                                                                       |
e8c  fe 0f 1f f8                    | str x30, [sp, #-16]!                                                                               |
e90  26 00 00 94                    | bl 0xf28                                                                                           |
e94  fe 07 41 f8                    | ldr x30, [sp], #16                                                                                 |
e98  40 01 80 d2                    | mov x0, #0xa                                                                                       |
e9c  60 02 00 39                    | strb w0, [x19]                                                                                     |
ea0  f4 03 00 91                    | mov x20, sp                                                                                        |
ea4  73 02 14 cb                    | sub x19, x19, x20                                                                                  |
ea8  73 3e 00 d1                    | sub x19, x19, #0xf                                                                                 | the length, with the line feed
eac  00 00 80 92                    | mov x0, #0xffffffffffffffff                                                                        |
eb0  80 02 00 f9                    | str x0, [x20]                                                                                      | every signal: a closed pipe must not hide the exit status
eb4  03 01 80 d2                    | mov x3, #0x8                                                                                       |
eb8  02 00 80 d2                    | mov x2, #0x0                                                                                       |
ebc  e1 03 14 aa                    | mov x1, x20                                                                                        |
ec0  40 00 80 d2                    | mov x0, #0x2                                                                                       |
ec4  e8 10 80 d2                    | mov x8, #0x87                                                                                      |
ec8  01 00 00 d4                    | svc #0x0                                                                                           |
ecc  e2 03 13 aa                    | mov x2, x19                                                                                        |
ed0  81 42 00 91                    | add x1, x20, #0x10                                                                                 |
ed4  40 00 80 d2                    | mov x0, #0x2                                                                                       |
ed8  08 08 80 d2                    | mov x8, #0x40                                                                                      |
edc  01 00 00 d4                    | svc #0x0                                                                                           |
ee0  e0 03 18 aa                    | mov x0, x24                                                                                        |
ee4  c8 0b 80 d2                    | mov x8, #0x5e                                                                                      |
ee8  01 00 00 d4                    | svc #0x0                                                                                           |
eec  80 02 40 39                    | ldrb w0, [x20]                                                                                     |
ef0  1f 00 00 f1                    | cmp x0, #0x0                                                                                       |
ef4  80 01 00 54                    | b.eq 0xf24                                                                                         |
ef8  1f fc 01 f1                    | cmp x0, #0x7f                                                                                      |
efc  80 00 00 54                    | b.eq 0xf0c                                                                                         |
f00  1f 80 00 f1                    | cmp x0, #0x20                                                                                      |
f04  43 00 00 54                    | b.cc 0xf0c                                                                                         |
f08  02 00 00 14                    | b 0xf10                                                                                            |
f0c  e0 07 80 d2                    | mov x0, #0x3f                                                                                      |
f10  60 02 00 39                    | strb w0, [x19]                                                                                     |
f14  73 06 00 91                    | add x19, x19, #0x1                                                                                 |
f18  94 06 00 91                    | add x20, x20, #0x1                                                                                 |
f1c  7f 02 19 eb                    | cmp x19, x25                                                                                       |
f20  61 fe ff 54                    | b.ne 0xeec                                                                                         |
f24  c0 03 5f d6                    | ret                                                                                                |
f28  b4 09 00 10                    | adr x20, 0x105c                                                                                    |
f2c  96 02 40 b9                    | ldr w22, [x20]                                                                                     |
f30  94 12 00 91                    | add x20, x20, #0x4                                                                                 |
f34  df 06 00 f1                    | cmp x22, #0x1                                                                                      |
f38  60 00 00 54                    | b.eq 0xf44                                                                                         |
f3c  bf 02 16 eb                    | cmp x21, x22                                                                                       |
f40  63 ff ff 54                    | b.cc 0xf2c                                                                                         |
f44  00 06 80 d2                    | mov x0, #0x30                                                                                      |
f48  bf 02 16 eb                    | cmp x21, x22                                                                                       |
f4c  83 00 00 54                    | b.cc 0xf5c                                                                                         |
f50  b5 02 16 cb                    | sub x21, x21, x22                                                                                  |
f54  00 04 00 91                    | add x0, x0, #0x1                                                                                   |
f58  fc ff ff 17                    | b 0xf48                                                                                            |
f5c  60 02 00 39                    | strb w0, [x19]                                                                                     |
f60  73 06 00 91                    | add x19, x19, #0x1                                                                                 |
f64  96 02 40 b9                    | ldr w22, [x20]                                                                                     |
f68  94 12 00 91                    | add x20, x20, #0x4                                                                                 |
f6c  df 02 00 f1                    | cmp x22, #0x0                                                                                      |
f70  a1 fe ff 54                    | b.ne 0xf44                                                                                         |
f74  c0 03 5f d6                    | ret                                                                                                |
f78  80 02 40 39                    | ldrb w0, [x20]                                                                                     |
f7c  94 06 00 91                    | add x20, x20, #0x1                                                                                 |
f80  1f 00 00 f1                    | cmp x0, #0x0                                                                                       |
f84  a1 ff ff 54                    | b.ne 0xf78                                                                                         |
f88  c0 03 5f d6                    | ret                                                                                                |
f8c  6c 61 6e 64 6c 6f 63 6b 64 6f  | .asciz "landlockdown: "                                                                            |
f96  77 6e 3a 20 00                 |                                                                                                    |
f9b  20 22 00                       | .asciz " \\""                                                                                       |
f9e  22 00                          | .asciz "\\""                                                                                        |
fa0  3a 20 00                       | .asciz ": "                                                                                        |
fa3  65 72 72 6e 6f 20 00           | .asciz "errno "                                                                                    |
faa  01                             | .byte 0x01                                                                                         |
fab  45 50 45 52 4d 00              | .asciz "EPERM"                                                                                     |
fb1  02                             | .byte 0x02                                                                                         |
fb2  45 4e 4f 45 4e 54 00           | .asciz "ENOENT"                                                                                    |
fb9  05                             | .byte 0x05                                                                                         |
fba  45 49 4f 00                    | .asciz "EIO"                                                                                       |
fbe  07                             | .byte 0x07                                                                                         |
fbf  45 32 42 49 47 00              | .asciz "E2BIG"                                                                                     |
fc5  08                             | .byte 0x08                                                                                         |
fc6  45 4e 4f 45 58 45 43 00        | .asciz "ENOEXEC"                                                                                   |
fce  09                             | .byte 0x09                                                                                         |
fcf  45 42 41 44 46 00              | .asciz "EBADF"                                                                                     |
fd5  0b                             | .byte 0x0b                                                                                         |
fd6  45 41 47 41 49 4e 00           | .asciz "EAGAIN"                                                                                    |
fdd  0c                             | .byte 0x0c                                                                                         |
fde  45 4e 4f 4d 45 4d 00           | .asciz "ENOMEM"                                                                                    |
fe5  0d                             | .byte 0x0d                                                                                         |
fe6  45 41 43 43 45 53 00           | .asciz "EACCES"                                                                                    |
fed  14                             | .byte 0x14                                                                                         |
fee  45 4e 4f 54 44 49 52 00        | .asciz "ENOTDIR"                                                                                   |
ff6  16                             | .byte 0x16                                                                                         |
ff7  45 49 4e 56 41 4c 00           | .asciz "EINVAL"                                                                                    |
ffe  17                             | .byte 0x17                                                                                         |
fff  45 4e 46 49 4c 45 00           | .asciz "ENFILE"                                                                                    |
1006  18                            | .byte 0x18                                                                                         |
1007  45 4d 46 49 4c 45 00          | .asciz "EMFILE"                                                                                    |
100e  1a                            | .byte 0x1a                                                                                         |
100f  45 54 58 54 42 53 59 00       | .asciz "ETXTBSY"                                                                                   |
1017  24                            | .byte 0x24                                                                                         |
1018  45 4e 41 4d 45 54 4f 4f 4c 4f | .asciz "ENAMETOOLONG"                                                                              |
1022  4e 47 00                      |                                                                                                    |
1025  26                            | .byte 0x26                                                                                         |
1026  45 4e 4f 53 59 53 00          | .asciz "ENOSYS"                                                                                    |
102d  28                            | .byte 0x28                                                                                         |
102e  45 4c 4f 4f 50 00             | .asciz "ELOOP"                                                                                     |
1034  2a                            | .byte 0x2a                                                                                         |
1035  45 4e 4f 4d 53 47 00          | .asciz "ENOMSG"                                                                                    |
103c  4d                            | .byte 0x4d                                                                                         |
103d  45 42 41 44 46 44 00          | .asciz "EBADFD"                                                                                    |
1044  5f                            | .byte 0x5f                                                                                         |
1045  45 4f 50 4e 4f 54 53 55 50 50 | .asciz "EOPNOTSUPP"                                                                                |
104f  00                            |                                                                                                    |
1050  74                            | .byte 0x74                                                                                         |
1051  45 53 54 41 4c 45 00          | .asciz "ESTALE"                                                                                    |
1058  00                            | .byte 0x00                                                                                         | no further errors
1059  00 00 00                      | .balign 4                                                                                          |
105c  10 27 00 00                   | .byte 0x10, 0x27, 0x00, 0x00                                                                       | 10000
1060  e8 03 00 00                   | .byte 0xe8, 0x03, 0x00, 0x00                                                                       | 1000
1064  64 00 00 00                   | .byte 0x64, 0x00, 0x00, 0x00                                                                       | 100
1068  0a 00 00 00                   | .byte 0x0a, 0x00, 0x00, 0x00                                                                       | 10
106c  01 00 00 00                   | .byte 0x01, 0x00, 0x00, 0x00                                                                       | 1
1070  00 00 00 00                   | .byte 0x00, 0x00, 0x00, 0x00                                                                       | 0
1074  00 00 00 00                   | .balign 8                                                                                          |
`,
  },
};
