import type { Architecture } from "../../runtimes/runtime.ts";
import type { Listing } from "../machine/listing.ts";

/** The launcher of `launcher_program.ts` in machine code. Written by `npm run listings`; a test disassembles it. */
export const LAUNCHER: Record<Architecture, Listing<"start" | "plan">> = {
  x86_64: {
    labels: { start: 0, plan: 3496 },
    listing: `
000  48 89 e3                      | mov rbx,rsp                                |
003  41 b8 00 00 00 01             | mov r8d,0x1000000                          |
009  4c 8d 0d 98 0d 00 00          | lea r9,[rip+0xd98]                         |
010  48 8b 2b                      | mov rbp,QWORD PTR [rbx]                    | how many arguments
013  48 83 c3 08                   | add rbx,0x8                                |
017  49 89 18                      | mov QWORD PTR [r8],rbx                     |
01a  48 c1 e5 03                   | shl rbp,0x3                                |
01e  48 01 eb                      | add rbx,rbp                                |
021  48 83 c3 08                   | add rbx,0x8                                | the zero that ends the arguments
025  49 89 58 08                   | mov QWORD PTR [r8+0x8],rbx                 |
029  e8 2d 00 00 00                | call 0x5b                                  |
02e  e8 74 00 00 00                | call 0xa7                                  |
033  e8 bf 00 00 00                | call 0xf7                                  | after no_new_privs, which makes it last
038  e8 a6 01 00 00                | call 0x1e3                                 | before the ruleset, which may leave descriptors for the command
03d  e8 41 02 00 00                | call 0x283                                 |
042  e8 d0 04 00 00                | call 0x517                                 |
047  e8 60 05 00 00                | call 0x5ac                                 |
04c  e8 c2 06 00 00                | call 0x713                                 |
051  e8 a9 07 00 00                | call 0x7ff                                 | last, for it may forbid what the steps before it do
056  e9 18 08 00 00                | jmp 0x873                                  |
05b  41 8b 59 68                   | mov ebx,DWORD PTR [r9+0x68]                |
05f  4c 01 cb                      | add rbx,r9                                 |
062  48 8b 5b 08                   | mov rbx,QWORD PTR [rbx+0x8]                |
066  48 bd 6c 6c 64 2d 70 6c 61 6e | movabs rbp,0x6e616c702d646c6c              |
070  48 c7 c0 ea ff ff ff          | mov rax,0xffffffffffffffea                 |
077  48 39 eb                      | cmp rbx,rbp                                |
07a  0f 85 18 00 00 00             | jne 0x98                                   |
080  c3                            | ret                                        |
081  63 61 6e 6e 6f 74 20 72 65 61 | .asciz "cannot read the plan"              |
08b  64 20 74 68 65 20 70 6c 61 6e |                                            |
095  00                            |                                            |
096  00 00                         | .balign 4                                  |
098  45 31 e4                      | xor r12d,r12d                              | no path or name to tell
09b  48 8d 2d df ff ff ff          | lea rbp,[rip+0xffffffffffffffdf]           |
0a2  e9 7d 0a 00 00                | jmp 0xb24                                  |
0a7  bf 26 00 00 00                | mov edi,0x26                               |
0ac  be 01 00 00 00                | mov esi,0x1                                |
0b1  31 d2                         | xor edx,edx                                |
0b3  45 31 d2                      | xor r10d,r10d                              |
0b6  41 50                         | push r8                                    |
0b8  45 31 c0                      | xor r8d,r8d                                |
0bb  b8 9d 00 00 00                | mov eax,0x9d                               |
0c0  0f 05                         | syscall                                    |
0c2  41 58                         | pop r8                                     |
0c4  48 83 f8 00                   | cmp rax,0x0                                |
0c8  0f 85 1a 00 00 00             | jne 0xe8                                   |
0ce  c3                            | ret                                        |
0cf  63 61 6e 6e 6f 74 20 73 65 74 | .asciz "cannot set no_new_privs"           |
0d9  20 6e 6f 5f 6e 65 77 5f 70 72 |                                            |
0e3  69 76 73 00                   |                                            |
0e7  00                            | .balign 4                                  |
0e8  45 31 e4                      | xor r12d,r12d                              | no path or name to tell
0eb  48 8d 2d dd ff ff ff          | lea rbp,[rip+0xffffffffffffffdd]           |
0f2  e9 2d 0a 00 00                | jmp 0xb24                                  |
0f7  bb 22 05 08 20                | mov ebx,0x20080522                         |
0fc  49 89 98 80 00 00 00          | mov QWORD PTR [r8+0x80],rbx                | process 0 is this one
103  bf 80 00 00 01                | mov edi,0x1000080                          |
108  be 88 00 00 01                | mov esi,0x1000088                          |
10d  b8 7d 00 00 00                | mov eax,0x7d                               |
112  0f 05                         | syscall                                    |
114  48 83 f8 00                   | cmp rax,0x0                                |
118  0f 85 b6 00 00 00             | jne 0x1d4                                  |
11e  41 8b 98 88 00 00 00          | mov ebx,DWORD PTR [r8+0x88]                |
125  48 81 e3 ff ff 94 ff          | and rbx,0xffffffffff94ffff                 |
12c  41 89 98 88 00 00 00          | mov DWORD PTR [r8+0x88],ebx                |
133  41 8b 98 8c 00 00 00          | mov ebx,DWORD PTR [r8+0x8c]                |
13a  48 81 e3 ff ff 94 ff          | and rbx,0xffffffffff94ffff                 |
141  41 89 98 8c 00 00 00          | mov DWORD PTR [r8+0x8c],ebx                |
148  41 8b 98 90 00 00 00          | mov ebx,DWORD PTR [r8+0x90]                |
14f  48 81 e3 ff ff 94 ff          | and rbx,0xffffffffff94ffff                 |
156  41 89 98 90 00 00 00          | mov DWORD PTR [r8+0x90],ebx                |
15d  41 8b 98 94 00 00 00          | mov ebx,DWORD PTR [r8+0x94]                |
164  48 81 e3 3b ff ff ff          | and rbx,0xffffffffffffff3b                 |
16b  41 89 98 94 00 00 00          | mov DWORD PTR [r8+0x94],ebx                |
172  41 8b 98 98 00 00 00          | mov ebx,DWORD PTR [r8+0x98]                |
179  48 81 e3 3b ff ff ff          | and rbx,0xffffffffffffff3b                 |
180  41 89 98 98 00 00 00          | mov DWORD PTR [r8+0x98],ebx                |
187  41 8b 98 9c 00 00 00          | mov ebx,DWORD PTR [r8+0x9c]                |
18e  48 81 e3 3b ff ff ff          | and rbx,0xffffffffffffff3b                 |
195  41 89 98 9c 00 00 00          | mov DWORD PTR [r8+0x9c],ebx                |
19c  bf 80 00 00 01                | mov edi,0x1000080                          |
1a1  be 88 00 00 01                | mov esi,0x1000088                          |
1a6  b8 7e 00 00 00                | mov eax,0x7e                               |
1ab  0f 05                         | syscall                                    |
1ad  48 83 f8 00                   | cmp rax,0x0                                |
1b1  0f 85 1d 00 00 00             | jne 0x1d4                                  |
1b7  c3                            | ret                                        |
1b8  63 61 6e 6e 6f 74 20 64 72 6f | .asciz "cannot drop capabilities"          |
1c2  70 20 63 61 70 61 62 69 6c 69 |                                            |
1cc  74 69 65 73 00                |                                            |
1d1  00 00 00                      | .balign 4                                  |
1d4  45 31 e4                      | xor r12d,r12d                              | no path or name to tell
1d7  48 8d 2d da ff ff ff          | lea rbp,[rip+0xffffffffffffffda]           |
1de  e9 41 09 00 00                | jmp 0xb24                                  |
1e3  41 8b 59 3c                   | mov ebx,DWORD PTR [r9+0x3c]                |
1e7  48 89 df                      | mov rdi,rbx                                |
1ea  be ff ff ff ff                | mov esi,0xffffffff                         |
1ef  ba 04 00 00 00                | mov edx,0x4                                |
1f4  b8 b4 01 00 00                | mov eax,0x1b4                              |
1f9  0f 05                         | syscall                                    |
1fb  48 83 f8 ea                   | cmp rax,0xffffffffffffffea                 |
1ff  0f 84 0b 00 00 00             | je 0x210                                   |
205  48 83 f8 00                   | cmp rax,0x0                                |
209  0f 85 65 00 00 00             | jne 0x274                                  |
20f  c3                            | ret                                        |
210  31 ff                         | xor edi,edi                                |
212  be 07 00 00 00                | mov esi,0x7                                |
217  31 d2                         | xor edx,edx                                |
219  41 ba 30 00 00 01             | mov r10d,0x1000030                         |
21f  b8 2e 01 00 00                | mov eax,0x12e                              |
224  0f 05                         | syscall                                    |
226  48 83 f8 00                   | cmp rax,0x0                                |
22a  0f 85 44 00 00 00             | jne 0x274                                  |
230  49 8b 68 38                   | mov rbp,QWORD PTR [r8+0x38]                |
234  48 39 eb                      | cmp rbx,rbp                                |
237  0f 82 01 00 00 00             | jb 0x23e                                   |
23d  c3                            | ret                                        |
23e  48 89 df                      | mov rdi,rbx                                | fails for most, which are not open
241  be 02 00 00 00                | mov esi,0x2                                |
246  ba 01 00 00 00                | mov edx,0x1                                |
24b  b8 48 00 00 00                | mov eax,0x48                               |
250  0f 05                         | syscall                                    |
252  48 83 c3 01                   | add rbx,0x1                                |
256  e9 d9 ff ff ff                | jmp 0x234                                  |
25b  63 61 6e 6e 6f 74 20 63 6c 6f | .asciz "cannot close descriptors"          |
265  73 65 20 64 65 73 63 72 69 70 |                                            |
26f  74 6f 72 73 00                |                                            |
274  45 31 e4                      | xor r12d,r12d                              | no path or name to tell
277  48 8d 2d dd ff ff ff          | lea rbp,[rip+0xffffffffffffffdd]           |
27e  e9 a1 08 00 00                | jmp 0xb24                                  |
283  41 8b 59 30                   | mov ebx,DWORD PTR [r9+0x30]                |
287  48 83 fb 01                   | cmp rbx,0x1                                |
28b  0f 84 20 00 00 00             | je 0x2b1                                   |
291  48 83 fb 02                   | cmp rbx,0x2                                |
295  0f 84 90 01 00 00             | je 0x42b                                   |
29b  48 83 fb 03                   | cmp rbx,0x3                                |
29f  0f 84 af 01 00 00             | je 0x454                                   |
2a5  48 c7 c0 ea ff ff ff          | mov rax,0xffffffffffffffea                 |
2ac  e9 e7 fd ff ff                | jmp 0x98                                   |
2b1  4c 89 cf                      | mov rdi,r9                                 | the plan begins with the attribute
2b4  be 30 00 00 00                | mov esi,0x30                               |
2b9  31 d2                         | xor edx,edx                                |
2bb  b8 bc 01 00 00                | mov eax,0x1bc                              |
2c0  0f 05                         | syscall                                    |
2c2  48 83 f8 00                   | cmp rax,0x0                                |
2c6  0f 8c a4 01 00 00             | jl 0x470                                   |
2cc  48 89 c3                      | mov rbx,rax                                | the ruleset
2cf  bd 00 00 28 00                | mov ebp,0x280000                           |
2d4  49 89 68 40                   | mov QWORD PTR [r8+0x40],rbp                | struct open_how: flags, mode 0, resolve
2d8  bd 06 00 00 00                | mov ebp,0x6                                |
2dd  49 89 68 50                   | mov QWORD PTR [r8+0x50],rbp                |
2e1  41 8b 69 50                   | mov ebp,DWORD PTR [r9+0x50]                |
2e5  4c 01 cd                      | add rbp,r9                                 | the first path rule
2e8  45 8b 61 54                   | mov r12d,DWORD PTR [r9+0x54]               |
2ec  4d 01 cc                      | add r12,r9                                 | where path rules end
2ef  4c 39 e5                      | cmp rbp,r12                                |
2f2  0f 84 e1 00 00 00             | je 0x3d9                                   |
2f8  49 89 ed                      | mov r13,rbp                                |
2fb  49 83 c5 14                   | add r13,0x14                               |
2ff  48 c7 c7 9c ff ff ff          | mov rdi,0xffffffffffffff9c                 |
306  4c 89 ee                      | mov rsi,r13                                |
309  ba 40 00 00 01                | mov edx,0x1000040                          |
30e  41 ba 18 00 00 00             | mov r10d,0x18                              |
314  b8 b5 01 00 00                | mov eax,0x1b5                              |
319  0f 05                         | syscall                                    |
31b  48 83 f8 da                   | cmp rax,0xffffffffffffffda                 |
31f  0f 85 1b 00 00 00             | jne 0x340                                  |
325  44 8b 75 0c                   | mov r14d,DWORD PTR [rbp+0xc]               | a container's seccomp profile may not know openat2
329  48 c7 c7 9c ff ff ff          | mov rdi,0xffffffffffffff9c                 |
330  4c 89 ee                      | mov rsi,r13                                |
333  4c 89 f2                      | mov rdx,r14                                |
336  45 31 d2                      | xor r10d,r10d                              |
339  b8 01 01 00 00                | mov eax,0x101                              |
33e  0f 05                         | syscall                                    |
340  48 83 f8 00                   | cmp rax,0x0                                |
344  0f 8c 5e 00 00 00             | jl 0x3a8                                   |
34a  49 89 c6                      | mov r14,rax                                |
34d  4c 8b 7d 00                   | mov r15,QWORD PTR [rbp+0x0]                |
351  4d 89 78 30                   | mov QWORD PTR [r8+0x30],r15                |
355  45 89 70 38                   | mov DWORD PTR [r8+0x38],r14d               |
359  48 89 df                      | mov rdi,rbx                                |
35c  be 01 00 00 00                | mov esi,0x1                                |
361  ba 30 00 00 01                | mov edx,0x1000030                          |
366  45 31 d2                      | xor r10d,r10d                              |
369  b8 bd 01 00 00                | mov eax,0x1bd                              |
36e  0f 05                         | syscall                                    |
370  48 83 f8 00                   | cmp rax,0x0                                |
374  0f 84 18 00 00 00             | je 0x392                                   |
37a  48 83 f8 ea                   | cmp rax,0xffffffffffffffea                 | else it was a folder and is a file now
37e  0f 85 30 01 00 00             | jne 0x4b4                                  |
384  44 8b 7d 10                   | mov r15d,DWORD PTR [rbp+0x10]              |
388  49 83 ff 00                   | cmp r15,0x0                                |
38c  0f 84 22 01 00 00             | je 0x4b4                                   |
392  4c 89 f7                      | mov rdi,r14                                |
395  b8 03 00 00 00                | mov eax,0x3                                |
39a  0f 05                         | syscall                                    |
39c  44 8b 75 08                   | mov r14d,DWORD PTR [rbp+0x8]               |
3a0  4c 01 f5                      | add rbp,r14                                |
3a3  e9 47 ff ff ff                | jmp 0x2ef                                  |
3a8  44 8b 75 10                   | mov r14d,DWORD PTR [rbp+0x10]              |
3ac  49 83 fe 00                   | cmp r14,0x0                                |
3b0  0f 84 d6 00 00 00             | je 0x48c                                   |
3b6  48 83 f8 fe                   | cmp rax,0xfffffffffffffffe                 |
3ba  0f 84 dc ff ff ff             | je 0x39c                                   |
3c0  48 83 f8 ec                   | cmp rax,0xffffffffffffffec                 |
3c4  0f 84 d2 ff ff ff             | je 0x39c                                   |
3ca  48 83 f8 d8                   | cmp rax,0xffffffffffffffd8                 |
3ce  0f 84 c8 ff ff ff             | je 0x39c                                   |
3d4  e9 b3 00 00 00                | jmp 0x48c                                  |
3d9  45 8b 61 58                   | mov r12d,DWORD PTR [r9+0x58]               |
3dd  4d 01 cc                      | add r12,r9                                 | where port rules end
3e0  4c 39 e5                      | cmp rbp,r12                                |
3e3  0f 84 3d 00 00 00             | je 0x426                                   |
3e9  48 89 df                      | mov rdi,rbx                                |
3ec  be 02 00 00 00                | mov esi,0x2                                |
3f1  48 89 ea                      | mov rdx,rbp                                |
3f4  45 31 d2                      | xor r10d,r10d                              |
3f7  b8 bd 01 00 00                | mov eax,0x1bd                              |
3fc  0f 05                         | syscall                                    |
3fe  48 83 f8 00                   | cmp rax,0x0                                |
402  0f 84 15 00 00 00             | je 0x41d                                   |
408  4c 8b 65 08                   | mov r12,QWORD PTR [rbp+0x8]                |
40c  48 83 f8 9f                   | cmp rax,0xffffffffffffff9f                 | else the kernel has no such network
410  0f 85 ca 00 00 00             | jne 0x4e0                                  |
416  45 8b 61 58                   | mov r12d,DWORD PTR [r9+0x58]               |
41a  4d 01 cc                      | add r12,r9                                 |
41d  48 83 c5 10                   | add rbp,0x10                               |
421  e9 ba ff ff ff                | jmp 0x3e0                                  |
426  e9 04 00 00 00                | jmp 0x42f                                  |
42b  49 63 59 34                   | movsxd rbx,DWORD PTR [r9+0x34]             |
42f  41 8b 69 38                   | mov ebp,DWORD PTR [r9+0x38]                |
433  48 89 df                      | mov rdi,rbx                                |
436  48 89 ee                      | mov rsi,rbp                                |
439  b8 be 01 00 00                | mov eax,0x1be                              |
43e  0f 05                         | syscall                                    |
440  48 83 f8 00                   | cmp rax,0x0                                |
444  0f 85 be 00 00 00             | jne 0x508                                  |
44a  48 89 df                      | mov rdi,rbx                                | whoever has it can add rules for the next one who takes it over
44d  b8 03 00 00 00                | mov eax,0x3                                |
452  0f 05                         | syscall                                    |
454  c3                            | ret                                        |
455  63 61 6e 6e 6f 74 20 63 72 65 | .asciz "cannot create the ruleset"         |
45f  61 74 65 20 74 68 65 20 72 75 |                                            |
469  6c 65 73 65 74 00             |                                            |
46f  00                            | .balign 4                                  |
470  45 31 e4                      | xor r12d,r12d                              | no path or name to tell
473  48 8d 2d db ff ff ff          | lea rbp,[rip+0xffffffffffffffdb]           |
47a  e9 a5 06 00 00                | jmp 0xb24                                  |
47f  63 61 6e 6e 6f 74 20 6f 70 65 | .asciz "cannot open"                       |
489  6e 00                         |                                            |
48b  00                            | .balign 4                                  |
48c  4d 89 ec                      | mov r12,r13                                |
48f  48 8d 2d e9 ff ff ff          | lea rbp,[rip+0xffffffffffffffe9]           |
496  e9 89 06 00 00                | jmp 0xb24                                  |
49b  63 61 6e 6e 6f 74 20 61 64 64 | .asciz "cannot add a rule for"             |
4a5  20 61 20 72 75 6c 65 20 66 6f |                                            |
4af  72 00                         |                                            |
4b1  00 00 00                      | .balign 4                                  |
4b4  4d 89 ec                      | mov r12,r13                                |
4b7  48 8d 2d dd ff ff ff          | lea rbp,[rip+0xffffffffffffffdd]           |
4be  e9 61 06 00 00                | jmp 0xb24                                  |
4c3  63 61 6e 6e 6f 74 20 61 64 64 | .asciz "cannot add a rule for port"        |
4cd  20 61 20 72 75 6c 65 20 66 6f |                                            |
4d7  72 20 70 6f 72 74 00          |                                            |
4de  00 00                         | .balign 4                                  |
4e0  48 8d 2d dc ff ff ff          | lea rbp,[rip+0xffffffffffffffdc]           |
4e7  e9 1c 06 00 00                | jmp 0xb08                                  |
4ec  63 61 6e 6e 6f 74 20 65 6e 66 | .asciz "cannot enforce the ruleset"        |
4f6  6f 72 63 65 20 74 68 65 20 72 |                                            |
500  75 6c 65 73 65 74 00          |                                            |
507  00                            | .balign 4                                  |
508  45 31 e4                      | xor r12d,r12d                              | no path or name to tell
50b  48 8d 2d da ff ff ff          | lea rbp,[rip+0xffffffffffffffda]           |
512  e9 0d 06 00 00                | jmp 0xb24                                  |
517  49 8b 59 40                   | mov rbx,QWORD PTR [r9+0x40]                |
51b  41 bc 01 00 00 00             | mov r12d,0x1                               | the number of the signal in the lowest bit
521  48 83 fb 00                   | cmp rbx,0x0                                |
525  0f 84 44 00 00 00             | je 0x56f                                   |
52b  48 89 dd                      | mov rbp,rbx                                |
52e  48 83 e5 01                   | and rbp,0x1                                |
532  48 83 fd 00                   | cmp rbp,0x0                                |
536  0f 84 21 00 00 00             | je 0x55d                                   |
53c  4c 89 e7                      | mov rdi,r12                                | SIG_DFL, no flags, no mask
53f  be 60 00 00 01                | mov esi,0x1000060                          |
544  31 d2                         | xor edx,edx                                |
546  41 ba 08 00 00 00             | mov r10d,0x8                               |
54c  b8 0d 00 00 00                | mov eax,0xd                                |
551  0f 05                         | syscall                                    |
553  48 83 f8 00                   | cmp rax,0x0                                |
557  0f 85 43 00 00 00             | jne 0x5a0                                  |
55d  48 c1 eb 01                   | shr rbx,0x1                                |
561  49 83 c4 01                   | add r12,0x1                                |
565  48 83 fb 00                   | cmp rbx,0x0                                |
569  0f 85 b2 ff ff ff             | jne 0x521                                  |
56f  bf 02 00 00 00                | mov edi,0x2                                | cannot fail: all is valid
574  be 60 00 00 01                | mov esi,0x1000060                          |
579  31 d2                         | xor edx,edx                                |
57b  41 ba 08 00 00 00             | mov r10d,0x8                               |
581  b8 0e 00 00 00                | mov eax,0xe                                |
586  0f 05                         | syscall                                    |
588  c3                            | ret                                        |
589  63 61 6e 6e 6f 74 20 72 65 73 | .asciz "cannot reset signal"               |
593  65 74 20 73 69 67 6e 61 6c 00 |                                            |
59d  00 00 00                      | .balign 4                                  |
5a0  48 8d 2d e2 ff ff ff          | lea rbp,[rip+0xffffffffffffffe2]           |
5a7  e9 5c 05 00 00                | jmp 0xb08                                  |
5ac  49 8b 58 08                   | mov rbx,QWORD PTR [r8+0x8]                 |
5b0  48 8b 03                      | mov rax,QWORD PTR [rbx]                    |
5b3  48 83 c3 08                   | add rbx,0x8                                |
5b7  48 83 f8 00                   | cmp rax,0x0                                |
5bb  0f 85 ef ff ff ff             | jne 0x5b0                                  |
5c1  49 8b 28                      | mov rbp,QWORD PTR [r8]                     |
5c4  48 29 eb                      | sub rbx,rbp                                | bytes of both lists with their ends
5c7  41 8b 69 48                   | mov ebp,DWORD PTR [r9+0x48]                |
5cb  48 01 eb                      | add rbx,rbp                                |
5ce  31 ff                         | xor edi,edi                                |
5d0  48 89 de                      | mov rsi,rbx                                |
5d3  ba 03 00 00 00                | mov edx,0x3                                |
5d8  41 ba 22 00 00 00             | mov r10d,0x22                              |
5de  31 c9                         | xor ecx,ecx                                |
5e0  41 50                         | push r8                                    |
5e2  49 c7 c0 ff ff ff ff          | mov r8,0xffffffffffffffff                  |
5e9  41 51                         | push r9                                    |
5eb  49 89 c9                      | mov r9,rcx                                 |
5ee  b8 09 00 00 00                | mov eax,0x9                                |
5f3  0f 05                         | syscall                                    |
5f5  41 59                         | pop r9                                     |
5f7  41 58                         | pop r8                                     |
5f9  48 83 f8 00                   | cmp rax,0x0                                |
5fd  0f 8c 01 01 00 00             | jl 0x704                                   |
603  49 89 c6                      | mov r14,rax                                |
606  4d 89 70 20                   | mov QWORD PTR [r8+0x20],r14                |
60a  49 8b 58 08                   | mov rbx,QWORD PTR [r8+0x8]                 |
60e  48 8b 2b                      | mov rbp,QWORD PTR [rbx]                    |
611  48 83 c3 08                   | add rbx,0x8                                |
615  48 83 fd 00                   | cmp rbp,0x0                                |
619  0f 84 a6 00 00 00             | je 0x6c5                                   |
61f  45 8b 61 5c                   | mov r12d,DWORD PTR [r9+0x5c]               |
623  4d 01 cc                      | add r12,r9                                 | the first name of the plan
626  45 8b 69 60                   | mov r13d,DWORD PTR [r9+0x60]               |
62a  4d 01 cd                      | add r13,r9                                 | where the names end
62d  4d 39 ec                      | cmp r12,r13                                |
630  0f 84 d8 ff ff ff             | je 0x60e                                   |
636  49 89 ef                      | mov r15,rbp                                |
639  45 0f b6 2c 24                | movzx r13d,BYTE PTR [r12]                  |
63e  49 83 c4 01                   | add r12,0x1                                |
642  49 83 fd 00                   | cmp r13,0x0                                |
646  0f 84 2d 00 00 00             | je 0x679                                   |
64c  41 0f b6 07                   | movzx eax,BYTE PTR [r15]                   |
650  49 83 c7 01                   | add r15,0x1                                |
654  4c 39 e8                      | cmp rax,r13                                |
657  0f 84 dc ff ff ff             | je 0x639                                   |
65d  45 0f b6 2c 24                | movzx r13d,BYTE PTR [r12]                  |
662  49 83 c4 01                   | add r12,0x1                                |
666  49 83 fd 00                   | cmp r13,0x0                                |
66a  0f 85 ed ff ff ff             | jne 0x65d                                  |
670  49 83 c4 01                   | add r12,0x1                                | its bits
674  e9 ad ff ff ff                | jmp 0x626                                  |
679  45 0f b6 2c 24                | movzx r13d,BYTE PTR [r12]                  | its bits
67e  49 83 c4 01                   | add r12,0x1                                |
682  4c 89 e8                      | mov rax,r13                                |
685  48 83 e0 01                   | and rax,0x1                                |
689  48 83 f8 00                   | cmp rax,0x0                                |
68d  0f 85 18 00 00 00             | jne 0x6ab                                  |
693  41 0f b6 07                   | movzx eax,BYTE PTR [r15]                   |
697  48 83 f8 3d                   | cmp rax,0x3d                               |
69b  0f 84 0a 00 00 00             | je 0x6ab                                   |
6a1  48 83 f8 00                   | cmp rax,0x0                                | a string without = is all name
6a5  0f 85 7b ff ff ff             | jne 0x626                                  |
6ab  49 83 e5 02                   | and r13,0x2                                |
6af  49 83 fd 00                   | cmp r13,0x0                                |
6b3  0f 84 55 ff ff ff             | je 0x60e                                   |
6b9  49 89 2e                      | mov QWORD PTR [r14],rbp                    |
6bc  49 83 c6 08                   | add r14,0x8                                |
6c0  e9 49 ff ff ff                | jmp 0x60e                                  |
6c5  41 8b 69 60                   | mov ebp,DWORD PTR [r9+0x60]                |
6c9  4c 01 cd                      | add rbp,r9                                 |
6cc  45 8b 61 64                   | mov r12d,DWORD PTR [r9+0x64]               |
6d0  4d 01 cc                      | add r12,r9                                 | where the plan's variables end
6d3  4c 39 e5                      | cmp rbp,r12                                |
6d6  0f 84 11 00 00 00             | je 0x6ed                                   |
6dc  49 89 2e                      | mov QWORD PTR [r14],rbp                    |
6df  49 83 c6 08                   | add r14,0x8                                |
6e3  e8 ce 05 00 00                | call 0xcb6                                 |
6e8  e9 e6 ff ff ff                | jmp 0x6d3                                  |
6ed  49 83 c6 08                   | add r14,0x8                                | the memory is zero: that ends the list
6f1  c3                            | ret                                        |
6f2  63 61 6e 6e 6f 74 20 6d 61 70 | .asciz "cannot map memory"                 |
6fc  20 6d 65 6d 6f 72 79 00       |                                            |
704  45 31 e4                      | xor r12d,r12d                              | no path or name to tell
707  48 8d 2d e4 ff ff ff          | lea rbp,[rip+0xffffffffffffffe4]           |
70e  e9 11 04 00 00                | jmp 0xb24                                  |
713  49 83 c6 08                   | add r14,0x8                                | room for /bin/sh: see the execution of scripts
717  4d 89 70 18                   | mov QWORD PTR [r8+0x18],r14                |
71b  49 8b 18                      | mov rbx,QWORD PTR [r8]                     |
71e  48 8b 2b                      | mov rbp,QWORD PTR [rbx]                    |
721  48 83 fd 00                   | cmp rbp,0x0                                | the list may be quite empty before Linux 5.18
725  0f 84 04 00 00 00             | je 0x72f                                   |
72b  48 83 c3 08                   | add rbx,0x8                                | past the launcher's own name
72f  41 8b 69 64                   | mov ebp,DWORD PTR [r9+0x64]                |
733  4c 01 cd                      | add rbp,r9                                 |
736  45 8b 61 68                   | mov r12d,DWORD PTR [r9+0x68]               |
73a  4d 01 cc                      | add r12,r9                                 | where the plan's command ends
73d  4c 39 e5                      | cmp rbp,r12                                |
740  0f 84 1e 00 00 00             | je 0x764                                   |
746  49 89 68 10                   | mov QWORD PTR [r8+0x10],rbp                |
74a  49 89 2e                      | mov QWORD PTR [r14],rbp                    |
74d  49 83 c6 08                   | add r14,0x8                                |
751  e8 60 05 00 00                | call 0xcb6                                 |
756  4c 39 e5                      | cmp rbp,r12                                |
759  0f 85 eb ff ff ff             | jne 0x74a                                  |
75f  e9 56 00 00 00                | jmp 0x7ba                                  |
764  48 8b 2b                      | mov rbp,QWORD PTR [rbx]                    |
767  48 83 fd 00                   | cmp rbp,0x0                                |
76b  0f 84 62 00 00 00             | je 0x7d3                                   |
771  49 89 2e                      | mov QWORD PTR [r14],rbp                    | its name for itself
774  4c 8b 65 00                   | mov r12,QWORD PTR [rbp+0x0]                |
778  49 bd 2d 2d 61 72 67 76 30 00 | movabs r13,0x30766772612d2d                | --argv0
782  4d 39 ec                      | cmp r12,r13                                |
785  0f 85 23 00 00 00             | jne 0x7ae                                  |
78b  48 8b 6b 08                   | mov rbp,QWORD PTR [rbx+0x8]                |
78f  48 83 fd 00                   | cmp rbp,0x0                                |
793  0f 84 3a 00 00 00             | je 0x7d3                                   |
799  49 89 2e                      | mov QWORD PTR [r14],rbp                    |
79c  48 8b 6b 10                   | mov rbp,QWORD PTR [rbx+0x10]               |
7a0  48 83 fd 00                   | cmp rbp,0x0                                |
7a4  0f 84 29 00 00 00             | je 0x7d3                                   |
7aa  48 83 c3 10                   | add rbx,0x10                               |
7ae  49 89 68 10                   | mov QWORD PTR [r8+0x10],rbp                |
7b2  48 83 c3 08                   | add rbx,0x8                                |
7b6  49 83 c6 08                   | add r14,0x8                                |
7ba  48 8b 2b                      | mov rbp,QWORD PTR [rbx]                    |
7bd  49 89 2e                      | mov QWORD PTR [r14],rbp                    |
7c0  48 83 c3 08                   | add rbx,0x8                                |
7c4  49 83 c6 08                   | add r14,0x8                                |
7c8  48 83 fd 00                   | cmp rbp,0x0                                |
7cc  0f 85 e8 ff ff ff             | jne 0x7ba                                  |
7d2  c3                            | ret                                        |
7d3  48 c7 c0 ea ff ff ff          | mov rax,0xffffffffffffffea                 |
7da  e9 11 00 00 00                | jmp 0x7f0                                  |
7df  6e 6f 20 63 6f 6d 6d 61 6e 64 | .asciz "no command given"                  |
7e9  20 67 69 76 65 6e 00          |                                            |
7f0  45 31 e4                      | xor r12d,r12d                              | no path or name to tell
7f3  48 8d 2d e5 ff ff ff          | lea rbp,[rip+0xffffffffffffffe5]           |
7fa  e9 25 03 00 00                | jmp 0xb24                                  |
7ff  41 8b 59 58                   | mov ebx,DWORD PTR [r9+0x58]                |
803  41 8b 69 5c                   | mov ebp,DWORD PTR [r9+0x5c]                |
807  48 29 dd                      | sub rbp,rbx                                | bytes
80a  48 83 fd 00                   | cmp rbp,0x0                                |
80e  0f 84 2c 00 00 00             | je 0x840                                   |
814  48 c1 ed 03                   | shr rbp,0x3                                | instructions
818  4c 01 cb                      | add rbx,r9                                 |
81b  49 89 68 30                   | mov QWORD PTR [r8+0x30],rbp                | struct sock_fprog: how many, and where
81f  49 89 58 38                   | mov QWORD PTR [r8+0x38],rbx                |
823  bf 01 00 00 00                | mov edi,0x1                                |
828  31 f6                         | xor esi,esi                                |
82a  ba 30 00 00 01                | mov edx,0x1000030                          |
82f  b8 3d 01 00 00                | mov eax,0x13d                              |
834  0f 05                         | syscall                                    |
836  48 83 f8 00                   | cmp rax,0x0                                |
83a  0f 85 24 00 00 00             | jne 0x864                                  |
840  c3                            | ret                                        |
841  63 61 6e 6e 6f 74 20 69 6e 73 | .asciz "cannot install the seccomp filter" |
84b  74 61 6c 6c 20 74 68 65 20 73 |                                            |
855  65 63 63 6f 6d 70 20 66 69 6c |                                            |
85f  74 65 72 00                   |                                            |
863  00                            | .balign 4                                  |
864  45 31 e4                      | xor r12d,r12d                              | no path or name to tell
867  48 8d 2d d3 ff ff ff          | lea rbp,[rip+0xffffffffffffffd3]           |
86e  e9 b1 02 00 00                | jmp 0xb24                                  |
873  49 8b 58 10                   | mov rbx,QWORD PTR [r8+0x10]                |
877  4d 8b 70 18                   | mov r14,QWORD PTR [r8+0x18]                |
87b  4d 8b 78 20                   | mov r15,QWORD PTR [r8+0x20]                |
87f  48 89 dd                      | mov rbp,rbx                                |
882  0f b6 45 00                   | movzx eax,BYTE PTR [rbp+0x0]               |
886  48 83 f8 2f                   | cmp rax,0x2f                               |
88a  0f 84 59 01 00 00             | je 0x9e9                                   |
890  48 83 c5 01                   | add rbp,0x1                                |
894  48 83 f8 00                   | cmp rax,0x0                                |
898  0f 85 e4 ff ff ff             | jne 0x882                                  |
89e  48 29 dd                      | sub rbp,rbx                                | length of the name with its zero
8a1  49 89 dc                      | mov r12,rbx                                |
8a4  48 c7 c0 fe ff ff ff          | mov rax,0xfffffffffffffffe                 |
8ab  48 83 fd 01                   | cmp rbp,0x1                                | the empty name is nowhere
8af  0f 84 72 01 00 00             | je 0xa27                                   |
8b5  48 c7 c0 dc ff ff ff          | mov rax,0xffffffffffffffdc                 |
8bc  48 81 fd 01 01 00 00          | cmp rbp,0x101                              |
8c3  0f 82 05 00 00 00             | jb 0x8ce                                   |
8c9  e9 59 01 00 00                | jmp 0xa27                                  |
8ce  41 8b 69 4c                   | mov ebp,DWORD PTR [r9+0x4c]                |
8d2  4c 01 cd                      | add rbp,r9                                 |
8d5  4c 39 cd                      | cmp rbp,r9                                 |
8d8  0f 85 44 00 00 00             | jne 0x922                                  |
8de  4d 8b 60 08                   | mov r12,QWORD PTR [r8+0x8]                 |
8e2  49 8b 2c 24                   | mov rbp,QWORD PTR [r12]                    |
8e6  49 83 c4 08                   | add r12,0x8                                |
8ea  48 83 fd 00                   | cmp rbp,0x0                                |
8ee  0f 84 27 00 00 00             | je 0x91b                                   |
8f4  8b 45 00                      | mov eax,DWORD PTR [rbp+0x0]                |
8f7  48 81 f8 50 41 54 48          | cmp rax,0x48544150                         | PATH
8fe  0f 85 de ff ff ff             | jne 0x8e2                                  |
904  0f b6 45 04                   | movzx eax,BYTE PTR [rbp+0x4]               |
908  48 83 f8 3d                   | cmp rax,0x3d                               |
90c  0f 85 d0 ff ff ff             | jne 0x8e2                                  |
912  48 83 c5 05                   | add rbp,0x5                                |
916  e9 07 00 00 00                | jmp 0x922                                  |
91b  48 8d 2d c8 01 00 00          | lea rbp,[rip+0x1c8]                        |
922  49 89 ed                      | mov r13,rbp                                |
925  e8 29 01 00 00                | call 0xa53                                 |
92a  bf a0 00 00 01                | mov edi,0x10000a0                          |
92f  4c 89 f6                      | mov rsi,r14                                |
932  4c 89 fa                      | mov rdx,r15                                |
935  b8 3b 00 00 00                | mov eax,0x3b                               |
93a  0f 05                         | syscall                                    |
93c  41 bc a0 00 00 01             | mov r12d,0x10000a0                         |
942  48 83 f8 f8                   | cmp rax,0xfffffffffffffff8                 |
946  0f 84 ba 00 00 00             | je 0xa06                                   |
94c  48 83 f8 fe                   | cmp rax,0xfffffffffffffffe                 |
950  0f 84 40 00 00 00             | je 0x996                                   |
956  48 83 f8 ec                   | cmp rax,0xffffffffffffffec                 |
95a  0f 84 36 00 00 00             | je 0x996                                   |
960  48 83 f8 ed                   | cmp rax,0xffffffffffffffed                 |
964  0f 84 2c 00 00 00             | je 0x996                                   |
96a  48 83 f8 dc                   | cmp rax,0xffffffffffffffdc                 |
96e  0f 84 22 00 00 00             | je 0x996                                   |
974  48 83 f8 92                   | cmp rax,0xffffffffffffff92                 |
978  0f 84 18 00 00 00             | je 0x996                                   |
97e  48 83 f8 8c                   | cmp rax,0xffffffffffffff8c                 |
982  0f 84 0e 00 00 00             | je 0x996                                   |
988  48 83 f8 f3                   | cmp rax,0xfffffffffffffff3                 |
98c  0f 85 95 00 00 00             | jne 0xa27                                  |
992  4d 89 68 28                   | mov QWORD PTR [r8+0x28],r13                | maybe there is another one further on; if not, it was this
996  0f b6 45 00                   | movzx eax,BYTE PTR [rbp+0x0]               |
99a  48 83 c5 01                   | add rbp,0x1                                |
99e  48 83 f8 00                   | cmp rax,0x0                                | a colon
9a2  0f 85 7a ff ff ff             | jne 0x922                                  |
9a8  49 8b 68 28                   | mov rbp,QWORD PTR [r8+0x28]                |
9ac  48 83 fd 00                   | cmp rbp,0x0                                |
9b0  0f 84 17 00 00 00             | je 0x9cd                                   |
9b6  e8 98 00 00 00                | call 0xa53                                 |
9bb  41 bc a0 00 00 01             | mov r12d,0x10000a0                         |
9c1  48 c7 c0 f3 ff ff ff          | mov rax,0xfffffffffffffff3                 |
9c8  e9 5a 00 00 00                | jmp 0xa27                                  |
9cd  48 8d 2d 02 01 00 00          | lea rbp,[rip+0x102]                        |
9d4  49 89 dc                      | mov r12,rbx                                |
9d7  48 c7 c0 fe ff ff ff          | mov rax,0xfffffffffffffffe                 |
9de  41 bf 7f 00 00 00             | mov r15d,0x7f                              |
9e4  e9 41 01 00 00                | jmp 0xb2a                                  |
9e9  48 89 df                      | mov rdi,rbx                                |
9ec  4c 89 f6                      | mov rsi,r14                                |
9ef  4c 89 fa                      | mov rdx,r15                                |
9f2  b8 3b 00 00 00                | mov eax,0x3b                               |
9f7  0f 05                         | syscall                                    |
9f9  49 89 dc                      | mov r12,rbx                                |
9fc  48 83 f8 f8                   | cmp rax,0xfffffffffffffff8                 |
a00  0f 85 21 00 00 00             | jne 0xa27                                  |
a06  4d 89 26                      | mov QWORD PTR [r14],r12                    | a script without #! is an argument of the shell, in place of its name
a09  49 83 ee 08                   | sub r14,0x8                                |
a0d  4c 8d 25 ce 00 00 00          | lea r12,[rip+0xce]                         |
a14  4d 89 26                      | mov QWORD PTR [r14],r12                    |
a17  4c 89 e7                      | mov rdi,r12                                |
a1a  4c 89 f6                      | mov rsi,r14                                |
a1d  4c 89 fa                      | mov rdx,r15                                |
a20  b8 3b 00 00 00                | mov eax,0x3b                               |
a25  0f 05                         | syscall                                    |
a27  48 8d 2d 99 00 00 00          | lea rbp,[rip+0x99]                         |
a2e  41 bf 7f 00 00 00             | mov r15d,0x7f                              |
a34  48 83 f8 fe                   | cmp rax,0xfffffffffffffffe                 |
a38  0f 84 ec 00 00 00             | je 0xb2a                                   |
a3e  48 83 f8 ec                   | cmp rax,0xffffffffffffffec                 |
a42  0f 84 e2 00 00 00             | je 0xb2a                                   |
a48  41 bf 7e 00 00 00             | mov r15d,0x7e                              |
a4e  e9 d7 00 00 00                | jmp 0xb2a                                  |
a53  41 bc a0 00 00 01             | mov r12d,0x10000a0                         |
a59  0f b6 45 00                   | movzx eax,BYTE PTR [rbp+0x0]               |
a5d  48 83 f8 00                   | cmp rax,0x0                                |
a61  0f 84 28 00 00 00             | je 0xa8f                                   |
a67  48 83 f8 3a                   | cmp rax,0x3a                               |
a6b  0f 84 1e 00 00 00             | je 0xa8f                                   |
a71  48 83 c5 01                   | add rbp,0x1                                |
a75  49 81 fc a0 10 00 01          | cmp r12,0x10010a0                          |
a7c  0f 84 d7 ff ff ff             | je 0xa59                                   |
a82  41 88 04 24                   | mov BYTE PTR [r12],al                      |
a86  49 83 c4 01                   | add r12,0x1                                |
a8a  e9 ca ff ff ff                | jmp 0xa59                                  |
a8f  49 81 fc a0 00 00 01          | cmp r12,0x10000a0                          |
a96  0f 84 0d 00 00 00             | je 0xaa9                                   |
a9c  b8 2f 00 00 00                | mov eax,0x2f                               |
aa1  41 88 04 24                   | mov BYTE PTR [r12],al                      |
aa5  49 83 c4 01                   | add r12,0x1                                |
aa9  0f b6 03                      | movzx eax,BYTE PTR [rbx]                   |
aac  41 88 04 24                   | mov BYTE PTR [r12],al                      |
ab0  48 83 c3 01                   | add rbx,0x1                                |
ab4  49 83 c4 01                   | add r12,0x1                                |
ab8  48 83 f8 00                   | cmp rax,0x0                                |
abc  0f 85 e7 ff ff ff             | jne 0xaa9                                  |
ac2  49 8b 58 10                   | mov rbx,QWORD PTR [r8+0x10]                |
ac6  c3                            | ret                                        |
ac7  63 61 6e 6e 6f 74 20 65 78 65 | .asciz "cannot execute"                    |
ad1  63 75 74 65 00                |                                            |
ad6  63 61 6e 6e 6f 74 20 66 69 6e | .asciz "cannot find"                       |
ae0  64 00                         |                                            |
ae2  2f 62 69 6e 2f 73 68 00       | .asciz "/bin/sh"                           |
aea  2f 75 73 72 2f 6c 6f 63 61 6c | .asciz "/usr/local/bin:/usr/bin:/bin"      |
af4  2f 62 69 6e 3a 2f 75 73 72 2f |                                            |
afe  62 69 6e 3a 2f 62 69 6e 00    |                                            |
b07  00                            | .balign 4                                  |
b08  49 89 c6                      | mov r14,rax                                |
b0b  49 89 ef                      | mov r15,rbp                                |
b0e  bb a0 00 00 01                | mov ebx,0x10000a0                          | not in use yet, so all zero
b13  e8 49 01 00 00                | call 0xc61                                 |
b18  41 bc a0 00 00 01             | mov r12d,0x10000a0                         |
b1e  4c 89 fd                      | mov rbp,r15                                |
b21  4c 89 f0                      | mov rax,r14                                |
b24  41 bf 7d 00 00 00             | mov r15d,0x7d                              |
b2a  45 31 f6                      | xor r14d,r14d                              |
b2d  49 29 c6                      | sub r14,rax                                | the errno
b30  49 89 ed                      | mov r13,rbp                                |
b33  bb a0 12 00 01                | mov ebx,0x10012a0                          | where the next byte of the message goes
b38  48 8d 2d 8a 01 00 00          | lea rbp,[rip+0x18a]                        |
b3f  e8 d9 00 00 00                | call 0xc1d                                 |
b44  4c 89 ed                      | mov rbp,r13                                |
b47  e8 d1 00 00 00                | call 0xc1d                                 |
b4c  49 83 fc 00                   | cmp r12,0x0                                |
b50  0f 84 20 00 00 00             | je 0xb76                                   |
b56  48 8d 2d 7b 01 00 00          | lea rbp,[rip+0x17b]                        |
b5d  e8 bb 00 00 00                | call 0xc1d                                 |
b62  4c 89 e5                      | mov rbp,r12                                |
b65  e8 b3 00 00 00                | call 0xc1d                                 |
b6a  48 8d 2d 6a 01 00 00          | lea rbp,[rip+0x16a]                        |
b71  e8 a7 00 00 00                | call 0xc1d                                 |
b76  48 8d 2d 60 01 00 00          | lea rbp,[rip+0x160]                        |
b7d  e8 9b 00 00 00                | call 0xc1d                                 |
b82  48 8d 2d 5e 01 00 00          | lea rbp,[rip+0x15e]                        |
b89  44 0f b6 6d 00                | movzx r13d,BYTE PTR [rbp+0x0]              |
b8e  48 83 c5 01                   | add rbp,0x1                                |
b92  49 83 fd 00                   | cmp r13,0x0                                |
b96  0f 84 1d 00 00 00             | je 0xbb9                                   |
b9c  4d 39 f5                      | cmp r13,r14                                |
b9f  0f 84 0a 00 00 00             | je 0xbaf                                   |
ba5  e8 0c 01 00 00                | call 0xcb6                                 |
baa  e9 da ff ff ff                | jmp 0xb89                                  |
baf  e8 69 00 00 00                | call 0xc1d                                 |
bb4  e9 14 00 00 00                | jmp 0xbcd                                  |
bb9  48 8d 2d 20 01 00 00          | lea rbp,[rip+0x120]                        |
bc0  e8 58 00 00 00                | call 0xc1d                                 |
bc5  4d 89 f4                      | mov r12,r14                                |
bc8  e8 94 00 00 00                | call 0xc61                                 |
bcd  b8 0a 00 00 00                | mov eax,0xa                                |
bd2  88 03                         | mov BYTE PTR [rbx],al                      |
bd4  48 81 eb 9f 12 00 01          | sub rbx,0x100129f                          | the length, with the line feed
bdb  48 c7 c0 ff ff ff ff          | mov rax,0xffffffffffffffff                 |
be2  49 89 40 60                   | mov QWORD PTR [r8+0x60],rax                | every signal: a closed pipe must not hide the exit status
be6  bf 02 00 00 00                | mov edi,0x2                                |
beb  be 60 00 00 01                | mov esi,0x1000060                          |
bf0  31 d2                         | xor edx,edx                                |
bf2  41 ba 08 00 00 00             | mov r10d,0x8                               |
bf8  b8 0e 00 00 00                | mov eax,0xe                                |
bfd  0f 05                         | syscall                                    |
bff  bf 02 00 00 00                | mov edi,0x2                                |
c04  be a0 12 00 01                | mov esi,0x10012a0                          |
c09  48 89 da                      | mov rdx,rbx                                |
c0c  b8 01 00 00 00                | mov eax,0x1                                |
c11  0f 05                         | syscall                                    |
c13  4c 89 ff                      | mov rdi,r15                                |
c16  b8 e7 00 00 00                | mov eax,0xe7                               |
c1b  0f 05                         | syscall                                    |
c1d  0f b6 45 00                   | movzx eax,BYTE PTR [rbp+0x0]               |
c21  48 83 f8 00                   | cmp rax,0x0                                |
c25  0f 84 35 00 00 00             | je 0xc60                                   |
c2b  48 83 f8 7f                   | cmp rax,0x7f                               |
c2f  0f 84 0f 00 00 00             | je 0xc44                                   |
c35  48 83 f8 20                   | cmp rax,0x20                               |
c39  0f 82 05 00 00 00             | jb 0xc44                                   |
c3f  e9 05 00 00 00                | jmp 0xc49                                  |
c44  b8 3f 00 00 00                | mov eax,0x3f                               |
c49  88 03                         | mov BYTE PTR [rbx],al                      |
c4b  48 83 c3 01                   | add rbx,0x1                                |
c4f  48 83 c5 01                   | add rbp,0x1                                |
c53  48 81 fb 60 22 00 01          | cmp rbx,0x1002260                          |
c5a  0f 85 bd ff ff ff             | jne 0xc1d                                  |
c60  c3                            | ret                                        |
c61  48 8d 2d 28 01 00 00          | lea rbp,[rip+0x128]                        |
c68  44 8b 6d 00                   | mov r13d,DWORD PTR [rbp+0x0]               |
c6c  48 83 c5 04                   | add rbp,0x4                                |
c70  49 83 fd 01                   | cmp r13,0x1                                |
c74  0f 84 09 00 00 00             | je 0xc83                                   |
c7a  4d 39 ec                      | cmp r12,r13                                |
c7d  0f 82 e5 ff ff ff             | jb 0xc68                                   |
c83  b8 30 00 00 00                | mov eax,0x30                               |
c88  4d 39 ec                      | cmp r12,r13                                |
c8b  0f 82 0c 00 00 00             | jb 0xc9d                                   |
c91  4d 29 ec                      | sub r12,r13                                |
c94  48 83 c0 01                   | add rax,0x1                                |
c98  e9 eb ff ff ff                | jmp 0xc88                                  |
c9d  88 03                         | mov BYTE PTR [rbx],al                      |
c9f  48 83 c3 01                   | add rbx,0x1                                |
ca3  44 8b 6d 00                   | mov r13d,DWORD PTR [rbp+0x0]               |
ca7  48 83 c5 04                   | add rbp,0x4                                |
cab  49 83 fd 00                   | cmp r13,0x0                                |
caf  0f 85 ce ff ff ff             | jne 0xc83                                  |
cb5  c3                            | ret                                        |
cb6  0f b6 45 00                   | movzx eax,BYTE PTR [rbp+0x0]               |
cba  48 83 c5 01                   | add rbp,0x1                                |
cbe  48 83 f8 00                   | cmp rax,0x0                                |
cc2  0f 85 ee ff ff ff             | jne 0xcb6                                  |
cc8  c3                            | ret                                        |
cc9  6c 61 6e 64 6c 6f 63 6b 64 6f | .asciz "landlockdown: "                    |
cd3  77 6e 3a 20 00                |                                            |
cd8  20 22 00                      | .asciz " \\""                               |
cdb  22 00                         | .asciz "\\""                                |
cdd  3a 20 00                      | .asciz ": "                                |
ce0  65 72 72 6e 6f 20 00          | .asciz "errno "                            |
ce7  01                            | .byte 0x01                                 |
ce8  45 50 45 52 4d 00             | .asciz "EPERM"                             |
cee  02                            | .byte 0x02                                 |
cef  45 4e 4f 45 4e 54 00          | .asciz "ENOENT"                            |
cf6  05                            | .byte 0x05                                 |
cf7  45 49 4f 00                   | .asciz "EIO"                               |
cfb  07                            | .byte 0x07                                 |
cfc  45 32 42 49 47 00             | .asciz "E2BIG"                             |
d02  08                            | .byte 0x08                                 |
d03  45 4e 4f 45 58 45 43 00       | .asciz "ENOEXEC"                           |
d0b  09                            | .byte 0x09                                 |
d0c  45 42 41 44 46 00             | .asciz "EBADF"                             |
d12  0b                            | .byte 0x0b                                 |
d13  45 41 47 41 49 4e 00          | .asciz "EAGAIN"                            |
d1a  0c                            | .byte 0x0c                                 |
d1b  45 4e 4f 4d 45 4d 00          | .asciz "ENOMEM"                            |
d22  0d                            | .byte 0x0d                                 |
d23  45 41 43 43 45 53 00          | .asciz "EACCES"                            |
d2a  14                            | .byte 0x14                                 |
d2b  45 4e 4f 54 44 49 52 00       | .asciz "ENOTDIR"                           |
d33  16                            | .byte 0x16                                 |
d34  45 49 4e 56 41 4c 00          | .asciz "EINVAL"                            |
d3b  17                            | .byte 0x17                                 |
d3c  45 4e 46 49 4c 45 00          | .asciz "ENFILE"                            |
d43  18                            | .byte 0x18                                 |
d44  45 4d 46 49 4c 45 00          | .asciz "EMFILE"                            |
d4b  1a                            | .byte 0x1a                                 |
d4c  45 54 58 54 42 53 59 00       | .asciz "ETXTBSY"                           |
d54  24                            | .byte 0x24                                 |
d55  45 4e 41 4d 45 54 4f 4f 4c 4f | .asciz "ENAMETOOLONG"                      |
d5f  4e 47 00                      |                                            |
d62  26                            | .byte 0x26                                 |
d63  45 4e 4f 53 59 53 00          | .asciz "ENOSYS"                            |
d6a  28                            | .byte 0x28                                 |
d6b  45 4c 4f 4f 50 00             | .asciz "ELOOP"                             |
d71  2a                            | .byte 0x2a                                 |
d72  45 4e 4f 4d 53 47 00          | .asciz "ENOMSG"                            |
d79  4d                            | .byte 0x4d                                 |
d7a  45 42 41 44 46 44 00          | .asciz "EBADFD"                            |
d81  5f                            | .byte 0x5f                                 |
d82  45 4f 50 4e 4f 54 53 55 50 50 | .asciz "EOPNOTSUPP"                        |
d8c  00                            |                                            |
d8d  00                            | .byte 0x00                                 | no further errors
d8e  00 00                         | .balign 4                                  |
d90  10 27 00 00                   | .byte 0x10, 0x27, 0x00, 0x00               | 10000
d94  e8 03 00 00                   | .byte 0xe8, 0x03, 0x00, 0x00               | 1000
d98  64 00 00 00                   | .byte 0x64, 0x00, 0x00, 0x00               | 100
d9c  0a 00 00 00                   | .byte 0x0a, 0x00, 0x00, 0x00               | 10
da0  01 00 00 00                   | .byte 0x01, 0x00, 0x00, 0x00               | 1
da4  00 00 00 00                   | .byte 0x00, 0x00, 0x00, 0x00               | 0
`,
  },
  arm64: {
    labels: { start: 0, plan: 3608 },
    listing: `
000  f3 03 00 91                   | mov x19, sp                                |
004  19 20 a0 d2                   | mov x25, #0x1000000                        |
008  9a 70 00 10                   | adr x26, 0xe18                             |
00c  74 02 40 f9                   | ldr x20, [x19]                             | how many arguments
010  73 22 00 91                   | add x19, x19, #0x8                         |
014  33 03 00 f9                   | str x19, [x25]                             |
018  94 f2 7d d3                   | lsl x20, x20, #3                           |
01c  73 02 14 8b                   | add x19, x19, x20                          |
020  73 22 00 91                   | add x19, x19, #0x8                         | the zero that ends the arguments
024  33 07 00 f9                   | str x19, [x25, #8]                         |
028  fe 0f 1f f8                   | str x30, [sp, #-16]!                       |
02c  1b 00 00 94                   | bl 0x98                                    |
030  fe 07 41 f8                   | ldr x30, [sp], #16                         |
034  fe 0f 1f f8                   | str x30, [sp, #-16]!                       |
038  2c 00 00 94                   | bl 0xe8                                    |
03c  fe 07 41 f8                   | ldr x30, [sp], #16                         |
040  fe 0f 1f f8                   | str x30, [sp, #-16]!                       | after no_new_privs, which makes it last
044  3c 00 00 94                   | bl 0x134                                   |
048  fe 07 41 f8                   | ldr x30, [sp], #16                         |
04c  fe 0f 1f f8                   | str x30, [sp, #-16]!                       | before the ruleset, which may leave descriptors for the command
050  78 00 00 94                   | bl 0x230                                   |
054  fe 07 41 f8                   | ldr x30, [sp], #16                         |
058  fe 0f 1f f8                   | str x30, [sp, #-16]!                       |
05c  9f 00 00 94                   | bl 0x2d8                                   |
060  fe 07 41 f8                   | ldr x30, [sp], #16                         |
064  fe 0f 1f f8                   | str x30, [sp, #-16]!                       |
068  39 01 00 94                   | bl 0x54c                                   |
06c  fe 07 41 f8                   | ldr x30, [sp], #16                         |
070  fe 0f 1f f8                   | str x30, [sp, #-16]!                       |
074  5b 01 00 94                   | bl 0x5e0                                   |
078  fe 07 41 f8                   | ldr x30, [sp], #16                         |
07c  fe 0f 1f f8                   | str x30, [sp, #-16]!                       |
080  b0 01 00 94                   | bl 0x740                                   |
084  fe 07 41 f8                   | ldr x30, [sp], #16                         |
088  fe 0f 1f f8                   | str x30, [sp, #-16]!                       | last, for it may forbid what the steps before it do
08c  ea 01 00 94                   | bl 0x834                                   |
090  fe 07 41 f8                   | ldr x30, [sp], #16                         |
094  06 02 00 14                   | b 0x8ac                                    |
098  53 6b 40 b9                   | ldr w19, [x26, #104]                       |
09c  73 02 1a 8b                   | add x19, x19, x26                          |
0a0  73 06 40 f9                   | ldr x19, [x19, #8]                         |
0a4  94 8d 8d d2                   | mov x20, #0x6c6c                           |
0a8  94 ac a5 f2                   | movk x20, #0x2d64, lsl #16                 |
0ac  14 8e cd f2                   | movk x20, #0x6c70, lsl #32                 |
0b0  34 cc ed f2                   | movk x20, #0x6e61, lsl #48                 |
0b4  a0 02 80 92                   | mov x0, #0xffffffffffffffea                |
0b8  7f 02 14 eb                   | cmp x19, x20                               |
0bc  01 01 00 54                   | b.ne 0xdc                                  |
0c0  c0 03 5f d6                   | ret                                        |
0c4  63 61 6e 6e 6f 74 20 72 65 61 | .asciz "cannot read the plan"              |
0ce  64 20 74 68 65 20 70 6c 61 6e |                                            |
0d8  00                            |                                            |
0d9  00 00 00                      | .balign 4                                  |
0dc  15 00 80 d2                   | mov x21, #0x0                              | no path or name to tell
0e0  34 ff ff 10                   | adr x20, 0xc4                              |
0e4  9b 02 00 14                   | b 0xb50                                    |
0e8  04 00 80 d2                   | mov x4, #0x0                               |
0ec  03 00 80 d2                   | mov x3, #0x0                               |
0f0  02 00 80 d2                   | mov x2, #0x0                               |
0f4  21 00 80 d2                   | mov x1, #0x1                               |
0f8  c0 04 80 d2                   | mov x0, #0x26                              |
0fc  e8 14 80 d2                   | mov x8, #0xa7                              |
100  01 00 00 d4                   | svc #0x0                                   |
104  1f 00 00 f1                   | cmp x0, #0x0                               |
108  01 01 00 54                   | b.ne 0x128                                 |
10c  c0 03 5f d6                   | ret                                        |
110  63 61 6e 6e 6f 74 20 73 65 74 | .asciz "cannot set no_new_privs"           |
11a  20 6e 6f 5f 6e 65 77 5f 70 72 |                                            |
124  69 76 73 00                   |                                            |
128  15 00 80 d2                   | mov x21, #0x0                              | no path or name to tell
12c  34 ff ff 10                   | adr x20, 0x110                             |
130  88 02 00 14                   | b 0xb50                                    |
134  53 a4 80 d2                   | mov x19, #0x522                            |
138  13 01 a4 f2                   | movk x19, #0x2008, lsl #16                 |
13c  33 43 00 f9                   | str x19, [x25, #128]                       | process 0 is this one
140  01 11 80 d2                   | mov x1, #0x88                              |
144  01 20 a0 f2                   | movk x1, #0x100, lsl #16                   |
148  00 10 80 d2                   | mov x0, #0x80                              |
14c  00 20 a0 f2                   | movk x0, #0x100, lsl #16                   |
150  48 0b 80 d2                   | mov x8, #0x5a                              |
154  01 00 00 d4                   | svc #0x0                                   |
158  1f 00 00 f1                   | cmp x0, #0x0                               |
15c  41 06 00 54                   | b.ne 0x224                                 |
160  33 8b 40 b9                   | ldr w19, [x25, #136]                       |
164  e9 ff 9f d2                   | mov x9, #0xffff                            |
168  89 f2 bf f2                   | movk x9, #0xff94, lsl #16                  |
16c  e9 ff df f2                   | movk x9, #0xffff, lsl #32                  |
170  e9 ff ff f2                   | movk x9, #0xffff, lsl #48                  |
174  73 02 09 8a                   | and x19, x19, x9                           |
178  33 8b 00 b9                   | str w19, [x25, #136]                       |
17c  33 8f 40 b9                   | ldr w19, [x25, #140]                       |
180  e9 ff 9f d2                   | mov x9, #0xffff                            |
184  89 f2 bf f2                   | movk x9, #0xff94, lsl #16                  |
188  e9 ff df f2                   | movk x9, #0xffff, lsl #32                  |
18c  e9 ff ff f2                   | movk x9, #0xffff, lsl #48                  |
190  73 02 09 8a                   | and x19, x19, x9                           |
194  33 8f 00 b9                   | str w19, [x25, #140]                       |
198  33 93 40 b9                   | ldr w19, [x25, #144]                       |
19c  e9 ff 9f d2                   | mov x9, #0xffff                            |
1a0  89 f2 bf f2                   | movk x9, #0xff94, lsl #16                  |
1a4  e9 ff df f2                   | movk x9, #0xffff, lsl #32                  |
1a8  e9 ff ff f2                   | movk x9, #0xffff, lsl #48                  |
1ac  73 02 09 8a                   | and x19, x19, x9                           |
1b0  33 93 00 b9                   | str w19, [x25, #144]                       |
1b4  33 97 40 b9                   | ldr w19, [x25, #148]                       |
1b8  89 18 80 92                   | mov x9, #0xffffffffffffff3b                |
1bc  73 02 09 8a                   | and x19, x19, x9                           |
1c0  33 97 00 b9                   | str w19, [x25, #148]                       |
1c4  33 9b 40 b9                   | ldr w19, [x25, #152]                       |
1c8  89 18 80 92                   | mov x9, #0xffffffffffffff3b                |
1cc  73 02 09 8a                   | and x19, x19, x9                           |
1d0  33 9b 00 b9                   | str w19, [x25, #152]                       |
1d4  33 9f 40 b9                   | ldr w19, [x25, #156]                       |
1d8  89 18 80 92                   | mov x9, #0xffffffffffffff3b                |
1dc  73 02 09 8a                   | and x19, x19, x9                           |
1e0  33 9f 00 b9                   | str w19, [x25, #156]                       |
1e4  01 11 80 d2                   | mov x1, #0x88                              |
1e8  01 20 a0 f2                   | movk x1, #0x100, lsl #16                   |
1ec  00 10 80 d2                   | mov x0, #0x80                              |
1f0  00 20 a0 f2                   | movk x0, #0x100, lsl #16                   |
1f4  68 0b 80 d2                   | mov x8, #0x5b                              |
1f8  01 00 00 d4                   | svc #0x0                                   |
1fc  1f 00 00 f1                   | cmp x0, #0x0                               |
200  21 01 00 54                   | b.ne 0x224                                 |
204  c0 03 5f d6                   | ret                                        |
208  63 61 6e 6e 6f 74 20 64 72 6f | .asciz "cannot drop capabilities"          |
212  70 20 63 61 70 61 62 69 6c 69 |                                            |
21c  74 69 65 73 00                |                                            |
221  00 00 00                      | .balign 4                                  |
224  15 00 80 d2                   | mov x21, #0x0                              | no path or name to tell
228  14 ff ff 10                   | adr x20, 0x208                             |
22c  49 02 00 14                   | b 0xb50                                    |
230  53 3f 40 b9                   | ldr w19, [x26, #60]                        |
234  82 00 80 d2                   | mov x2, #0x4                               |
238  e1 ff 9f d2                   | mov x1, #0xffff                            |
23c  e1 ff bf f2                   | movk x1, #0xffff, lsl #16                  |
240  e0 03 13 aa                   | mov x0, x19                                |
244  88 36 80 d2                   | mov x8, #0x1b4                             |
248  01 00 00 d4                   | svc #0x0                                   |
24c  1f 58 00 b1                   | cmn x0, #0x16                              |
250  80 00 00 54                   | b.eq 0x260                                 |
254  1f 00 00 f1                   | cmp x0, #0x0                               |
258  a1 03 00 54                   | b.ne 0x2cc                                 |
25c  c0 03 5f d6                   | ret                                        |
260  03 06 80 d2                   | mov x3, #0x30                              |
264  03 20 a0 f2                   | movk x3, #0x100, lsl #16                   |
268  02 00 80 d2                   | mov x2, #0x0                               |
26c  e1 00 80 d2                   | mov x1, #0x7                               |
270  00 00 80 d2                   | mov x0, #0x0                               |
274  a8 20 80 d2                   | mov x8, #0x105                             |
278  01 00 00 d4                   | svc #0x0                                   |
27c  1f 00 00 f1                   | cmp x0, #0x0                               |
280  61 02 00 54                   | b.ne 0x2cc                                 |
284  34 1f 40 f9                   | ldr x20, [x25, #56]                        |
288  7f 02 14 eb                   | cmp x19, x20                               |
28c  43 00 00 54                   | b.cc 0x294                                 |
290  c0 03 5f d6                   | ret                                        |
294  22 00 80 d2                   | mov x2, #0x1                               | fails for most, which are not open
298  41 00 80 d2                   | mov x1, #0x2                               |
29c  e0 03 13 aa                   | mov x0, x19                                |
2a0  28 03 80 d2                   | mov x8, #0x19                              |
2a4  01 00 00 d4                   | svc #0x0                                   |
2a8  73 06 00 91                   | add x19, x19, #0x1                         |
2ac  f7 ff ff 17                   | b 0x288                                    |
2b0  63 61 6e 6e 6f 74 20 63 6c 6f | .asciz "cannot close descriptors"          |
2ba  73 65 20 64 65 73 63 72 69 70 |                                            |
2c4  74 6f 72 73 00                |                                            |
2c9  00 00 00                      | .balign 4                                  |
2cc  15 00 80 d2                   | mov x21, #0x0                              | no path or name to tell
2d0  14 ff ff 10                   | adr x20, 0x2b0                             |
2d4  1f 02 00 14                   | b 0xb50                                    |
2d8  53 33 40 b9                   | ldr w19, [x26, #48]                        |
2dc  7f 06 00 f1                   | cmp x19, #0x1                              |
2e0  e0 00 00 54                   | b.eq 0x2fc                                 |
2e4  7f 0a 00 f1                   | cmp x19, #0x2                              |
2e8  20 0c 00 54                   | b.eq 0x46c                                 |
2ec  7f 0e 00 f1                   | cmp x19, #0x3                              |
2f0  40 0d 00 54                   | b.eq 0x498                                 |
2f4  a0 02 80 92                   | mov x0, #0xffffffffffffffea                |
2f8  79 ff ff 17                   | b 0xdc                                     |
2fc  02 00 80 d2                   | mov x2, #0x0                               | the plan begins with the attribute
300  01 06 80 d2                   | mov x1, #0x30                              |
304  e0 03 1a aa                   | mov x0, x26                                |
308  88 37 80 d2                   | mov x8, #0x1bc                             |
30c  01 00 00 d4                   | svc #0x0                                   |
310  1f 00 00 f1                   | cmp x0, #0x0                               |
314  2b 0d 00 54                   | b.lt 0x4b8                                 |
318  f3 03 00 aa                   | mov x19, x0                                | the ruleset
31c  14 05 a0 d2                   | mov x20, #0x280000                         |
320  34 23 00 f9                   | str x20, [x25, #64]                        | struct open_how: flags, mode 0, resolve
324  d4 00 80 d2                   | mov x20, #0x6                              |
328  34 2b 00 f9                   | str x20, [x25, #80]                        |
32c  54 53 40 b9                   | ldr w20, [x26, #80]                        |
330  94 02 1a 8b                   | add x20, x20, x26                          | the first path rule
334  55 57 40 b9                   | ldr w21, [x26, #84]                        |
338  b5 02 1a 8b                   | add x21, x21, x26                          | where path rules end
33c  9f 02 15 eb                   | cmp x20, x21                               |
340  e0 06 00 54                   | b.eq 0x41c                                 |
344  f6 03 14 aa                   | mov x22, x20                               |
348  d6 52 00 91                   | add x22, x22, #0x14                        |
34c  03 03 80 d2                   | mov x3, #0x18                              |
350  02 08 80 d2                   | mov x2, #0x40                              |
354  02 20 a0 f2                   | movk x2, #0x100, lsl #16                   |
358  e1 03 16 aa                   | mov x1, x22                                |
35c  60 0c 80 92                   | mov x0, #0xffffffffffffff9c                |
360  a8 36 80 d2                   | mov x8, #0x1b5                             |
364  01 00 00 d4                   | svc #0x0                                   |
368  1f 98 00 b1                   | cmn x0, #0x26                              |
36c  01 01 00 54                   | b.ne 0x38c                                 |
370  97 0e 40 b9                   | ldr w23, [x20, #12]                        | a container's seccomp profile may not know openat2
374  03 00 80 d2                   | mov x3, #0x0                               |
378  e2 03 17 aa                   | mov x2, x23                                |
37c  e1 03 16 aa                   | mov x1, x22                                |
380  60 0c 80 92                   | mov x0, #0xffffffffffffff9c                |
384  08 07 80 d2                   | mov x8, #0x38                              |
388  01 00 00 d4                   | svc #0x0                                   |
38c  1f 00 00 f1                   | cmp x0, #0x0                               |
390  2b 03 00 54                   | b.lt 0x3f4                                 |
394  f7 03 00 aa                   | mov x23, x0                                |
398  98 02 40 f9                   | ldr x24, [x20]                             |
39c  38 1b 00 f9                   | str x24, [x25, #48]                        |
3a0  37 3b 00 b9                   | str w23, [x25, #56]                        |
3a4  03 00 80 d2                   | mov x3, #0x0                               |
3a8  02 06 80 d2                   | mov x2, #0x30                              |
3ac  02 20 a0 f2                   | movk x2, #0x100, lsl #16                   |
3b0  21 00 80 d2                   | mov x1, #0x1                               |
3b4  e0 03 13 aa                   | mov x0, x19                                |
3b8  a8 37 80 d2                   | mov x8, #0x1bd                             |
3bc  01 00 00 d4                   | svc #0x0                                   |
3c0  1f 00 00 f1                   | cmp x0, #0x0                               |
3c4  c0 00 00 54                   | b.eq 0x3dc                                 |
3c8  1f 58 00 b1                   | cmn x0, #0x16                              | else it was a folder and is a file now
3cc  41 09 00 54                   | b.ne 0x4f4                                 |
3d0  98 12 40 b9                   | ldr w24, [x20, #16]                        |
3d4  1f 03 00 f1                   | cmp x24, #0x0                              |
3d8  e0 08 00 54                   | b.eq 0x4f4                                 |
3dc  e0 03 17 aa                   | mov x0, x23                                |
3e0  28 07 80 d2                   | mov x8, #0x39                              |
3e4  01 00 00 d4                   | svc #0x0                                   |
3e8  97 0a 40 b9                   | ldr w23, [x20, #8]                         |
3ec  94 02 17 8b                   | add x20, x20, x23                          |
3f0  d3 ff ff 17                   | b 0x33c                                    |
3f4  97 12 40 b9                   | ldr w23, [x20, #16]                        |
3f8  ff 02 00 f1                   | cmp x23, #0x0                              |
3fc  a0 06 00 54                   | b.eq 0x4d0                                 |
400  1f 08 00 b1                   | cmn x0, #0x2                               |
404  20 ff ff 54                   | b.eq 0x3e8                                 |
408  1f 50 00 b1                   | cmn x0, #0x14                              |
40c  e0 fe ff 54                   | b.eq 0x3e8                                 |
410  1f a0 00 b1                   | cmn x0, #0x28                              |
414  a0 fe ff 54                   | b.eq 0x3e8                                 |
418  2e 00 00 14                   | b 0x4d0                                    |
41c  55 5b 40 b9                   | ldr w21, [x26, #88]                        |
420  b5 02 1a 8b                   | add x21, x21, x26                          | where port rules end
424  9f 02 15 eb                   | cmp x20, x21                               |
428  00 02 00 54                   | b.eq 0x468                                 |
42c  03 00 80 d2                   | mov x3, #0x0                               |
430  e2 03 14 aa                   | mov x2, x20                                |
434  41 00 80 d2                   | mov x1, #0x2                               |
438  e0 03 13 aa                   | mov x0, x19                                |
43c  a8 37 80 d2                   | mov x8, #0x1bd                             |
440  01 00 00 d4                   | svc #0x0                                   |
444  1f 00 00 f1                   | cmp x0, #0x0                               |
448  c0 00 00 54                   | b.eq 0x460                                 |
44c  95 06 40 f9                   | ldr x21, [x20, #8]                         |
450  1f 84 01 b1                   | cmn x0, #0x61                              | else the kernel has no such network
454  41 06 00 54                   | b.ne 0x51c                                 |
458  55 5b 40 b9                   | ldr w21, [x26, #88]                        |
45c  b5 02 1a 8b                   | add x21, x21, x26                          |
460  94 42 00 91                   | add x20, x20, #0x10                        |
464  f0 ff ff 17                   | b 0x424                                    |
468  02 00 00 14                   | b 0x470                                    |
46c  53 37 80 b9                   | ldrsw x19, [x26, #52]                      |
470  54 3b 40 b9                   | ldr w20, [x26, #56]                        |
474  e1 03 14 aa                   | mov x1, x20                                |
478  e0 03 13 aa                   | mov x0, x19                                |
47c  c8 37 80 d2                   | mov x8, #0x1be                             |
480  01 00 00 d4                   | svc #0x0                                   |
484  1f 00 00 f1                   | cmp x0, #0x0                               |
488  c1 05 00 54                   | b.ne 0x540                                 |
48c  e0 03 13 aa                   | mov x0, x19                                | whoever has it can add rules for the next one who takes it over
490  28 07 80 d2                   | mov x8, #0x39                              |
494  01 00 00 d4                   | svc #0x0                                   |
498  c0 03 5f d6                   | ret                                        |
49c  63 61 6e 6e 6f 74 20 63 72 65 | .asciz "cannot create the ruleset"         |
4a6  61 74 65 20 74 68 65 20 72 75 |                                            |
4b0  6c 65 73 65 74 00             |                                            |
4b6  00 00                         | .balign 4                                  |
4b8  15 00 80 d2                   | mov x21, #0x0                              | no path or name to tell
4bc  14 ff ff 10                   | adr x20, 0x49c                             |
4c0  a4 01 00 14                   | b 0xb50                                    |
4c4  63 61 6e 6e 6f 74 20 6f 70 65 | .asciz "cannot open"                       |
4ce  6e 00                         |                                            |
4d0  f5 03 16 aa                   | mov x21, x22                               |
4d4  94 ff ff 10                   | adr x20, 0x4c4                             |
4d8  9e 01 00 14                   | b 0xb50                                    |
4dc  63 61 6e 6e 6f 74 20 61 64 64 | .asciz "cannot add a rule for"             |
4e6  20 61 20 72 75 6c 65 20 66 6f |                                            |
4f0  72 00                         |                                            |
4f2  00 00                         | .balign 4                                  |
4f4  f5 03 16 aa                   | mov x21, x22                               |
4f8  34 ff ff 10                   | adr x20, 0x4dc                             |
4fc  95 01 00 14                   | b 0xb50                                    |
500  63 61 6e 6e 6f 74 20 61 64 64 | .asciz "cannot add a rule for port"        |
50a  20 61 20 72 75 6c 65 20 66 6f |                                            |
514  72 20 70 6f 72 74 00          |                                            |
51b  00                            | .balign 4                                  |
51c  34 ff ff 10                   | adr x20, 0x500                             |
520  81 01 00 14                   | b 0xb24                                    |
524  63 61 6e 6e 6f 74 20 65 6e 66 | .asciz "cannot enforce the ruleset"        |
52e  6f 72 63 65 20 74 68 65 20 72 |                                            |
538  75 6c 65 73 65 74 00          |                                            |
53f  00                            | .balign 4                                  |
540  15 00 80 d2                   | mov x21, #0x0                              | no path or name to tell
544  14 ff ff 10                   | adr x20, 0x524                             |
548  82 01 00 14                   | b 0xb50                                    |
54c  53 23 40 f9                   | ldr x19, [x26, #64]                        |
550  35 00 80 d2                   | mov x21, #0x1                              | the number of the signal in the lowest bit
554  7f 02 00 f1                   | cmp x19, #0x0                              |
558  60 02 00 54                   | b.eq 0x5a4                                 |
55c  f4 03 13 aa                   | mov x20, x19                               |
560  29 00 80 d2                   | mov x9, #0x1                               |
564  94 02 09 8a                   | and x20, x20, x9                           |
568  9f 02 00 f1                   | cmp x20, #0x0                              |
56c  40 01 00 54                   | b.eq 0x594                                 |
570  03 01 80 d2                   | mov x3, #0x8                               | SIG_DFL, no flags, no mask
574  02 00 80 d2                   | mov x2, #0x0                               |
578  01 0c 80 d2                   | mov x1, #0x60                              |
57c  01 20 a0 f2                   | movk x1, #0x100, lsl #16                   |
580  e0 03 15 aa                   | mov x0, x21                                |
584  c8 10 80 d2                   | mov x8, #0x86                              |
588  01 00 00 d4                   | svc #0x0                                   |
58c  1f 00 00 f1                   | cmp x0, #0x0                               |
590  41 02 00 54                   | b.ne 0x5d8                                 |
594  73 fe 41 d3                   | lsr x19, x19, #1                           |
598  b5 06 00 91                   | add x21, x21, #0x1                         |
59c  7f 02 00 f1                   | cmp x19, #0x0                              |
5a0  a1 fd ff 54                   | b.ne 0x554                                 |
5a4  03 01 80 d2                   | mov x3, #0x8                               | cannot fail: all is valid
5a8  02 00 80 d2                   | mov x2, #0x0                               |
5ac  01 0c 80 d2                   | mov x1, #0x60                              |
5b0  01 20 a0 f2                   | movk x1, #0x100, lsl #16                   |
5b4  40 00 80 d2                   | mov x0, #0x2                               |
5b8  e8 10 80 d2                   | mov x8, #0x87                              |
5bc  01 00 00 d4                   | svc #0x0                                   |
5c0  c0 03 5f d6                   | ret                                        |
5c4  63 61 6e 6e 6f 74 20 72 65 73 | .asciz "cannot reset signal"               |
5ce  65 74 20 73 69 67 6e 61 6c 00 |                                            |
5d8  74 ff ff 10                   | adr x20, 0x5c4                             |
5dc  52 01 00 14                   | b 0xb24                                    |
5e0  33 07 40 f9                   | ldr x19, [x25, #8]                         |
5e4  60 02 40 f9                   | ldr x0, [x19]                              |
5e8  73 22 00 91                   | add x19, x19, #0x8                         |
5ec  1f 00 00 f1                   | cmp x0, #0x0                               |
5f0  a1 ff ff 54                   | b.ne 0x5e4                                 |
5f4  34 03 40 f9                   | ldr x20, [x25]                             |
5f8  73 02 14 cb                   | sub x19, x19, x20                          | bytes of both lists with their ends
5fc  54 4b 40 b9                   | ldr w20, [x26, #72]                        |
600  73 02 14 8b                   | add x19, x19, x20                          |
604  05 00 80 d2                   | mov x5, #0x0                               |
608  04 00 80 92                   | mov x4, #0xffffffffffffffff                |
60c  43 04 80 d2                   | mov x3, #0x22                              |
610  62 00 80 d2                   | mov x2, #0x3                               |
614  e1 03 13 aa                   | mov x1, x19                                |
618  00 00 80 d2                   | mov x0, #0x0                               |
61c  c8 1b 80 d2                   | mov x8, #0xde                              |
620  01 00 00 d4                   | svc #0x0                                   |
624  1f 00 00 f1                   | cmp x0, #0x0                               |
628  6b 08 00 54                   | b.lt 0x734                                 |
62c  f7 03 00 aa                   | mov x23, x0                                |
630  37 13 00 f9                   | str x23, [x25, #32]                        |
634  33 07 40 f9                   | ldr x19, [x25, #8]                         |
638  74 02 40 f9                   | ldr x20, [x19]                             |
63c  73 22 00 91                   | add x19, x19, #0x8                         |
640  9f 02 00 f1                   | cmp x20, #0x0                              |
644  20 05 00 54                   | b.eq 0x6e8                                 |
648  55 5f 40 b9                   | ldr w21, [x26, #92]                        |
64c  b5 02 1a 8b                   | add x21, x21, x26                          | the first name of the plan
650  56 63 40 b9                   | ldr w22, [x26, #96]                        |
654  d6 02 1a 8b                   | add x22, x22, x26                          | where the names end
658  bf 02 16 eb                   | cmp x21, x22                               |
65c  e0 fe ff 54                   | b.eq 0x638                                 |
660  f8 03 14 aa                   | mov x24, x20                               |
664  b6 02 40 39                   | ldrb w22, [x21]                            |
668  b5 06 00 91                   | add x21, x21, #0x1                         |
66c  df 02 00 f1                   | cmp x22, #0x0                              |
670  60 01 00 54                   | b.eq 0x69c                                 |
674  00 03 40 39                   | ldrb w0, [x24]                             |
678  18 07 00 91                   | add x24, x24, #0x1                         |
67c  1f 00 16 eb                   | cmp x0, x22                                |
680  20 ff ff 54                   | b.eq 0x664                                 |
684  b6 02 40 39                   | ldrb w22, [x21]                            |
688  b5 06 00 91                   | add x21, x21, #0x1                         |
68c  df 02 00 f1                   | cmp x22, #0x0                              |
690  a1 ff ff 54                   | b.ne 0x684                                 |
694  b5 06 00 91                   | add x21, x21, #0x1                         | its bits
698  ee ff ff 17                   | b 0x650                                    |
69c  b6 02 40 39                   | ldrb w22, [x21]                            | its bits
6a0  b5 06 00 91                   | add x21, x21, #0x1                         |
6a4  e0 03 16 aa                   | mov x0, x22                                |
6a8  29 00 80 d2                   | mov x9, #0x1                               |
6ac  00 00 09 8a                   | and x0, x0, x9                             |
6b0  1f 00 00 f1                   | cmp x0, #0x0                               |
6b4  c1 00 00 54                   | b.ne 0x6cc                                 |
6b8  00 03 40 39                   | ldrb w0, [x24]                             |
6bc  1f f4 00 f1                   | cmp x0, #0x3d                              |
6c0  60 00 00 54                   | b.eq 0x6cc                                 |
6c4  1f 00 00 f1                   | cmp x0, #0x0                               | a string without = is all name
6c8  41 fc ff 54                   | b.ne 0x650                                 |
6cc  49 00 80 d2                   | mov x9, #0x2                               |
6d0  d6 02 09 8a                   | and x22, x22, x9                           |
6d4  df 02 00 f1                   | cmp x22, #0x0                              |
6d8  00 fb ff 54                   | b.eq 0x638                                 |
6dc  f4 02 00 f9                   | str x20, [x23]                             |
6e0  f7 22 00 91                   | add x23, x23, #0x8                         |
6e4  d5 ff ff 17                   | b 0x638                                    |
6e8  54 63 40 b9                   | ldr w20, [x26, #96]                        |
6ec  94 02 1a 8b                   | add x20, x20, x26                          |
6f0  55 67 40 b9                   | ldr w21, [x26, #100]                       |
6f4  b5 02 1a 8b                   | add x21, x21, x26                          | where the plan's variables end
6f8  9f 02 15 eb                   | cmp x20, x21                               |
6fc  e0 00 00 54                   | b.eq 0x718                                 |
700  f4 02 00 f9                   | str x20, [x23]                             |
704  f7 22 00 91                   | add x23, x23, #0x8                         |
708  fe 0f 1f f8                   | str x30, [sp, #-16]!                       |
70c  86 01 00 94                   | bl 0xd24                                   |
710  fe 07 41 f8                   | ldr x30, [sp], #16                         |
714  f9 ff ff 17                   | b 0x6f8                                    |
718  f7 22 00 91                   | add x23, x23, #0x8                         | the memory is zero: that ends the list
71c  c0 03 5f d6                   | ret                                        |
720  63 61 6e 6e 6f 74 20 6d 61 70 | .asciz "cannot map memory"                 |
72a  20 6d 65 6d 6f 72 79 00       |                                            |
732  00 00                         | .balign 4                                  |
734  15 00 80 d2                   | mov x21, #0x0                              | no path or name to tell
738  54 ff ff 10                   | adr x20, 0x720                             |
73c  05 01 00 14                   | b 0xb50                                    |
740  f7 22 00 91                   | add x23, x23, #0x8                         | room for /bin/sh: see the execution of scripts
744  37 0f 00 f9                   | str x23, [x25, #24]                        |
748  33 03 40 f9                   | ldr x19, [x25]                             |
74c  74 02 40 f9                   | ldr x20, [x19]                             |
750  9f 02 00 f1                   | cmp x20, #0x0                              | the list may be quite empty before Linux 5.18
754  40 00 00 54                   | b.eq 0x75c                                 |
758  73 22 00 91                   | add x19, x19, #0x8                         | past the launcher's own name
75c  54 67 40 b9                   | ldr w20, [x26, #100]                       |
760  94 02 1a 8b                   | add x20, x20, x26                          |
764  55 6b 40 b9                   | ldr w21, [x26, #104]                       |
768  b5 02 1a 8b                   | add x21, x21, x26                          | where the plan's command ends
76c  9f 02 15 eb                   | cmp x20, x21                               |
770  40 01 00 54                   | b.eq 0x798                                 |
774  34 0b 00 f9                   | str x20, [x25, #16]                        |
778  f4 02 00 f9                   | str x20, [x23]                             |
77c  f7 22 00 91                   | add x23, x23, #0x8                         |
780  fe 0f 1f f8                   | str x30, [sp, #-16]!                       |
784  68 01 00 94                   | bl 0xd24                                   |
788  fe 07 41 f8                   | ldr x30, [sp], #16                         |
78c  9f 02 15 eb                   | cmp x20, x21                               |
790  41 ff ff 54                   | b.ne 0x778                                 |
794  17 00 00 14                   | b 0x7f0                                    |
798  74 02 40 f9                   | ldr x20, [x19]                             |
79c  9f 02 00 f1                   | cmp x20, #0x0                              |
7a0  60 03 00 54                   | b.eq 0x80c                                 |
7a4  f4 02 00 f9                   | str x20, [x23]                             | its name for itself
7a8  95 02 40 f9                   | ldr x21, [x20]                             |
7ac  b6 a5 85 d2                   | mov x22, #0x2d2d                           | --argv0
7b0  36 4c ae f2                   | movk x22, #0x7261, lsl #16                 |
7b4  f6 cc ce f2                   | movk x22, #0x7667, lsl #32                 |
7b8  16 06 e0 f2                   | movk x22, #0x30, lsl #48                   |
7bc  bf 02 16 eb                   | cmp x21, x22                               |
7c0  21 01 00 54                   | b.ne 0x7e4                                 |
7c4  74 06 40 f9                   | ldr x20, [x19, #8]                         |
7c8  9f 02 00 f1                   | cmp x20, #0x0                              |
7cc  00 02 00 54                   | b.eq 0x80c                                 |
7d0  f4 02 00 f9                   | str x20, [x23]                             |
7d4  74 0a 40 f9                   | ldr x20, [x19, #16]                        |
7d8  9f 02 00 f1                   | cmp x20, #0x0                              |
7dc  80 01 00 54                   | b.eq 0x80c                                 |
7e0  73 42 00 91                   | add x19, x19, #0x10                        |
7e4  34 0b 00 f9                   | str x20, [x25, #16]                        |
7e8  73 22 00 91                   | add x19, x19, #0x8                         |
7ec  f7 22 00 91                   | add x23, x23, #0x8                         |
7f0  74 02 40 f9                   | ldr x20, [x19]                             |
7f4  f4 02 00 f9                   | str x20, [x23]                             |
7f8  73 22 00 91                   | add x19, x19, #0x8                         |
7fc  f7 22 00 91                   | add x23, x23, #0x8                         |
800  9f 02 00 f1                   | cmp x20, #0x0                              |
804  61 ff ff 54                   | b.ne 0x7f0                                 |
808  c0 03 5f d6                   | ret                                        |
80c  a0 02 80 92                   | mov x0, #0xffffffffffffffea                |
810  06 00 00 14                   | b 0x828                                    |
814  6e 6f 20 63 6f 6d 6d 61 6e 64 | .asciz "no command given"                  |
81e  20 67 69 76 65 6e 00          |                                            |
825  00 00 00                      | .balign 4                                  |
828  15 00 80 d2                   | mov x21, #0x0                              | no path or name to tell
82c  54 ff ff 10                   | adr x20, 0x814                             |
830  c8 00 00 14                   | b 0xb50                                    |
834  53 5b 40 b9                   | ldr w19, [x26, #88]                        |
838  54 5f 40 b9                   | ldr w20, [x26, #92]                        |
83c  94 02 13 cb                   | sub x20, x20, x19                          | bytes
840  9f 02 00 f1                   | cmp x20, #0x0                              |
844  a0 01 00 54                   | b.eq 0x878                                 |
848  94 fe 43 d3                   | lsr x20, x20, #3                           | instructions
84c  73 02 1a 8b                   | add x19, x19, x26                          |
850  34 1b 00 f9                   | str x20, [x25, #48]                        | struct sock_fprog: how many, and where
854  33 1f 00 f9                   | str x19, [x25, #56]                        |
858  02 06 80 d2                   | mov x2, #0x30                              |
85c  02 20 a0 f2                   | movk x2, #0x100, lsl #16                   |
860  01 00 80 d2                   | mov x1, #0x0                               |
864  20 00 80 d2                   | mov x0, #0x1                               |
868  a8 22 80 d2                   | mov x8, #0x115                             |
86c  01 00 00 d4                   | svc #0x0                                   |
870  1f 00 00 f1                   | cmp x0, #0x0                               |
874  61 01 00 54                   | b.ne 0x8a0                                 |
878  c0 03 5f d6                   | ret                                        |
87c  63 61 6e 6e 6f 74 20 69 6e 73 | .asciz "cannot install the seccomp filter" |
886  74 61 6c 6c 20 74 68 65 20 73 |                                            |
890  65 63 63 6f 6d 70 20 66 69 6c |                                            |
89a  74 65 72 00                   |                                            |
89e  00 00                         | .balign 4                                  |
8a0  15 00 80 d2                   | mov x21, #0x0                              | no path or name to tell
8a4  d4 fe ff 10                   | adr x20, 0x87c                             |
8a8  aa 00 00 14                   | b 0xb50                                    |
8ac  33 0b 40 f9                   | ldr x19, [x25, #16]                        |
8b0  37 0f 40 f9                   | ldr x23, [x25, #24]                        |
8b4  38 13 40 f9                   | ldr x24, [x25, #32]                        |
8b8  f4 03 13 aa                   | mov x20, x19                               |
8bc  80 02 40 39                   | ldrb w0, [x20]                             |
8c0  1f bc 00 f1                   | cmp x0, #0x2f                              |
8c4  20 0a 00 54                   | b.eq 0xa08                                 |
8c8  94 06 00 91                   | add x20, x20, #0x1                         |
8cc  1f 00 00 f1                   | cmp x0, #0x0                               |
8d0  61 ff ff 54                   | b.ne 0x8bc                                 |
8d4  94 02 13 cb                   | sub x20, x20, x19                          | length of the name with its zero
8d8  f5 03 13 aa                   | mov x21, x19                               |
8dc  20 00 80 92                   | mov x0, #0xfffffffffffffffe                |
8e0  9f 06 00 f1                   | cmp x20, #0x1                              | the empty name is nowhere
8e4  40 0b 00 54                   | b.eq 0xa4c                                 |
8e8  60 04 80 92                   | mov x0, #0xffffffffffffffdc                |
8ec  9f 06 04 f1                   | cmp x20, #0x101                            |
8f0  43 00 00 54                   | b.cc 0x8f8                                 |
8f4  56 00 00 14                   | b 0xa4c                                    |
8f8  54 4f 40 b9                   | ldr w20, [x26, #76]                        |
8fc  94 02 1a 8b                   | add x20, x20, x26                          |
900  9f 02 1a eb                   | cmp x20, x26                               |
904  21 02 00 54                   | b.ne 0x948                                 |
908  35 07 40 f9                   | ldr x21, [x25, #8]                         |
90c  b4 02 40 f9                   | ldr x20, [x21]                             |
910  b5 22 00 91                   | add x21, x21, #0x8                         |
914  9f 02 00 f1                   | cmp x20, #0x0                              |
918  60 01 00 54                   | b.eq 0x944                                 |
91c  80 02 40 b9                   | ldr w0, [x20]                              |
920  09 2a 88 d2                   | mov x9, #0x4150                            | PATH
924  89 0a a9 f2                   | movk x9, #0x4854, lsl #16                  |
928  1f 00 09 eb                   | cmp x0, x9                                 |
92c  01 ff ff 54                   | b.ne 0x90c                                 |
930  80 12 40 39                   | ldrb w0, [x20, #4]                         |
934  1f f4 00 f1                   | cmp x0, #0x3d                              |
938  a1 fe ff 54                   | b.ne 0x90c                                 |
93c  94 16 00 91                   | add x20, x20, #0x5                         |
940  02 00 00 14                   | b 0x948                                    |
944  14 0e 00 70                   | adr x20, 0xb07                             |
948  f6 03 14 aa                   | mov x22, x20                               |
94c  fe 0f 1f f8                   | str x30, [sp, #-16]!                       |
950  47 00 00 94                   | bl 0xa6c                                   |
954  fe 07 41 f8                   | ldr x30, [sp], #16                         |
958  e2 03 18 aa                   | mov x2, x24                                |
95c  e1 03 17 aa                   | mov x1, x23                                |
960  00 14 80 d2                   | mov x0, #0xa0                              |
964  00 20 a0 f2                   | movk x0, #0x100, lsl #16                   |
968  a8 1b 80 d2                   | mov x8, #0xdd                              |
96c  01 00 00 d4                   | svc #0x0                                   |
970  15 14 80 d2                   | mov x21, #0xa0                             |
974  15 20 a0 f2                   | movk x21, #0x100, lsl #16                  |
978  1f 20 00 b1                   | cmn x0, #0x8                               |
97c  60 05 00 54                   | b.eq 0xa28                                 |
980  1f 08 00 b1                   | cmn x0, #0x2                               |
984  c0 01 00 54                   | b.eq 0x9bc                                 |
988  1f 50 00 b1                   | cmn x0, #0x14                              |
98c  80 01 00 54                   | b.eq 0x9bc                                 |
990  1f 4c 00 b1                   | cmn x0, #0x13                              |
994  40 01 00 54                   | b.eq 0x9bc                                 |
998  1f 90 00 b1                   | cmn x0, #0x24                              |
99c  00 01 00 54                   | b.eq 0x9bc                                 |
9a0  1f b8 01 b1                   | cmn x0, #0x6e                              |
9a4  c0 00 00 54                   | b.eq 0x9bc                                 |
9a8  1f d0 01 b1                   | cmn x0, #0x74                              |
9ac  80 00 00 54                   | b.eq 0x9bc                                 |
9b0  1f 34 00 b1                   | cmn x0, #0xd                               |
9b4  c1 04 00 54                   | b.ne 0xa4c                                 |
9b8  36 17 00 f9                   | str x22, [x25, #40]                        | maybe there is another one further on; if not, it was this
9bc  80 02 40 39                   | ldrb w0, [x20]                             |
9c0  94 06 00 91                   | add x20, x20, #0x1                         |
9c4  1f 00 00 f1                   | cmp x0, #0x0                               | a colon
9c8  01 fc ff 54                   | b.ne 0x948                                 |
9cc  34 17 40 f9                   | ldr x20, [x25, #40]                        |
9d0  9f 02 00 f1                   | cmp x20, #0x0                              |
9d4  00 01 00 54                   | b.eq 0x9f4                                 |
9d8  fe 0f 1f f8                   | str x30, [sp, #-16]!                       |
9dc  24 00 00 94                   | bl 0xa6c                                   |
9e0  fe 07 41 f8                   | ldr x30, [sp], #16                         |
9e4  15 14 80 d2                   | mov x21, #0xa0                             |
9e8  15 20 a0 f2                   | movk x21, #0x100, lsl #16                  |
9ec  80 01 80 92                   | mov x0, #0xfffffffffffffff3                |
9f0  17 00 00 14                   | b 0xa4c                                    |
9f4  f4 07 00 70                   | adr x20, 0xaf3                             |
9f8  f5 03 13 aa                   | mov x21, x19                               |
9fc  20 00 80 92                   | mov x0, #0xfffffffffffffffe                |
a00  f8 0f 80 d2                   | mov x24, #0x7f                             |
a04  54 00 00 14                   | b 0xb54                                    |
a08  e2 03 18 aa                   | mov x2, x24                                |
a0c  e1 03 17 aa                   | mov x1, x23                                |
a10  e0 03 13 aa                   | mov x0, x19                                |
a14  a8 1b 80 d2                   | mov x8, #0xdd                              |
a18  01 00 00 d4                   | svc #0x0                                   |
a1c  f5 03 13 aa                   | mov x21, x19                               |
a20  1f 20 00 b1                   | cmn x0, #0x8                               |
a24  41 01 00 54                   | b.ne 0xa4c                                 |
a28  f5 02 00 f9                   | str x21, [x23]                             | a script without #! is an argument of the shell, in place of its name
a2c  f7 22 00 d1                   | sub x23, x23, #0x8                         |
a30  75 06 00 70                   | adr x21, 0xaff                             |
a34  f5 02 00 f9                   | str x21, [x23]                             |
a38  e2 03 18 aa                   | mov x2, x24                                |
a3c  e1 03 17 aa                   | mov x1, x23                                |
a40  e0 03 15 aa                   | mov x0, x21                                |
a44  a8 1b 80 d2                   | mov x8, #0xdd                              |
a48  01 00 00 d4                   | svc #0x0                                   |
a4c  d4 04 00 10                   | adr x20, 0xae4                             |
a50  f8 0f 80 d2                   | mov x24, #0x7f                             |
a54  1f 08 00 b1                   | cmn x0, #0x2                               |
a58  e0 07 00 54                   | b.eq 0xb54                                 |
a5c  1f 50 00 b1                   | cmn x0, #0x14                              |
a60  a0 07 00 54                   | b.eq 0xb54                                 |
a64  d8 0f 80 d2                   | mov x24, #0x7e                             |
a68  3b 00 00 14                   | b 0xb54                                    |
a6c  15 14 80 d2                   | mov x21, #0xa0                             |
a70  15 20 a0 f2                   | movk x21, #0x100, lsl #16                  |
a74  80 02 40 39                   | ldrb w0, [x20]                             |
a78  1f 00 00 f1                   | cmp x0, #0x0                               |
a7c  60 01 00 54                   | b.eq 0xaa8                                 |
a80  1f e8 00 f1                   | cmp x0, #0x3a                              |
a84  20 01 00 54                   | b.eq 0xaa8                                 |
a88  94 06 00 91                   | add x20, x20, #0x1                         |
a8c  09 14 82 d2                   | mov x9, #0x10a0                            |
a90  09 20 a0 f2                   | movk x9, #0x100, lsl #16                   |
a94  bf 02 09 eb                   | cmp x21, x9                                |
a98  e0 fe ff 54                   | b.eq 0xa74                                 |
a9c  a0 02 00 39                   | strb w0, [x21]                             |
aa0  b5 06 00 91                   | add x21, x21, #0x1                         |
aa4  f4 ff ff 17                   | b 0xa74                                    |
aa8  09 14 80 d2                   | mov x9, #0xa0                              |
aac  09 20 a0 f2                   | movk x9, #0x100, lsl #16                   |
ab0  bf 02 09 eb                   | cmp x21, x9                                |
ab4  80 00 00 54                   | b.eq 0xac4                                 |
ab8  e0 05 80 d2                   | mov x0, #0x2f                              |
abc  a0 02 00 39                   | strb w0, [x21]                             |
ac0  b5 06 00 91                   | add x21, x21, #0x1                         |
ac4  60 02 40 39                   | ldrb w0, [x19]                             |
ac8  a0 02 00 39                   | strb w0, [x21]                             |
acc  73 06 00 91                   | add x19, x19, #0x1                         |
ad0  b5 06 00 91                   | add x21, x21, #0x1                         |
ad4  1f 00 00 f1                   | cmp x0, #0x0                               |
ad8  61 ff ff 54                   | b.ne 0xac4                                 |
adc  33 0b 40 f9                   | ldr x19, [x25, #16]                        |
ae0  c0 03 5f d6                   | ret                                        |
ae4  63 61 6e 6e 6f 74 20 65 78 65 | .asciz "cannot execute"                    |
aee  63 75 74 65 00                |                                            |
af3  63 61 6e 6e 6f 74 20 66 69 6e | .asciz "cannot find"                       |
afd  64 00                         |                                            |
aff  2f 62 69 6e 2f 73 68 00       | .asciz "/bin/sh"                           |
b07  2f 75 73 72 2f 6c 6f 63 61 6c | .asciz "/usr/local/bin:/usr/bin:/bin"      |
b11  2f 62 69 6e 3a 2f 75 73 72 2f |                                            |
b1b  62 69 6e 3a 2f 62 69 6e 00    |                                            |
b24  f7 03 00 aa                   | mov x23, x0                                |
b28  f8 03 14 aa                   | mov x24, x20                               |
b2c  13 14 80 d2                   | mov x19, #0xa0                             | not in use yet, so all zero
b30  13 20 a0 f2                   | movk x19, #0x100, lsl #16                  |
b34  fe 0f 1f f8                   | str x30, [sp, #-16]!                       |
b38  67 00 00 94                   | bl 0xcd4                                   |
b3c  fe 07 41 f8                   | ldr x30, [sp], #16                         |
b40  15 14 80 d2                   | mov x21, #0xa0                             |
b44  15 20 a0 f2                   | movk x21, #0x100, lsl #16                  |
b48  f4 03 18 aa                   | mov x20, x24                               |
b4c  e0 03 17 aa                   | mov x0, x23                                |
b50  b8 0f 80 d2                   | mov x24, #0x7d                             |
b54  17 00 80 d2                   | mov x23, #0x0                              |
b58  f7 02 00 cb                   | sub x23, x23, x0                           | the errno
b5c  f6 03 14 aa                   | mov x22, x20                               |
b60  13 54 82 d2                   | mov x19, #0x12a0                           | where the next byte of the message goes
b64  13 20 a0 f2                   | movk x19, #0x100, lsl #16                  |
b68  94 0e 00 10                   | adr x20, 0xd38                             |
b6c  fe 0f 1f f8                   | str x30, [sp, #-16]!                       |
b70  48 00 00 94                   | bl 0xc90                                   |
b74  fe 07 41 f8                   | ldr x30, [sp], #16                         |
b78  f4 03 16 aa                   | mov x20, x22                               |
b7c  fe 0f 1f f8                   | str x30, [sp, #-16]!                       |
b80  44 00 00 94                   | bl 0xc90                                   |
b84  fe 07 41 f8                   | ldr x30, [sp], #16                         |
b88  bf 02 00 f1                   | cmp x21, #0x0                              |
b8c  a0 01 00 54                   | b.eq 0xbc0                                 |
b90  b4 0d 00 70                   | adr x20, 0xd47                             |
b94  fe 0f 1f f8                   | str x30, [sp, #-16]!                       |
b98  3e 00 00 94                   | bl 0xc90                                   |
b9c  fe 07 41 f8                   | ldr x30, [sp], #16                         |
ba0  f4 03 15 aa                   | mov x20, x21                               |
ba4  fe 0f 1f f8                   | str x30, [sp, #-16]!                       |
ba8  3a 00 00 94                   | bl 0xc90                                   |
bac  fe 07 41 f8                   | ldr x30, [sp], #16                         |
bb0  d4 0c 00 50                   | adr x20, 0xd4a                             |
bb4  fe 0f 1f f8                   | str x30, [sp, #-16]!                       |
bb8  36 00 00 94                   | bl 0xc90                                   |
bbc  fe 07 41 f8                   | ldr x30, [sp], #16                         |
bc0  74 0c 00 10                   | adr x20, 0xd4c                             |
bc4  fe 0f 1f f8                   | str x30, [sp, #-16]!                       |
bc8  32 00 00 94                   | bl 0xc90                                   |
bcc  fe 07 41 f8                   | ldr x30, [sp], #16                         |
bd0  34 0c 00 50                   | adr x20, 0xd56                             |
bd4  96 02 40 39                   | ldrb w22, [x20]                            |
bd8  94 06 00 91                   | add x20, x20, #0x1                         |
bdc  df 02 00 f1                   | cmp x22, #0x0                              |
be0  60 01 00 54                   | b.eq 0xc0c                                 |
be4  df 02 17 eb                   | cmp x22, x23                               |
be8  a0 00 00 54                   | b.eq 0xbfc                                 |
bec  fe 0f 1f f8                   | str x30, [sp, #-16]!                       |
bf0  4d 00 00 94                   | bl 0xd24                                   |
bf4  fe 07 41 f8                   | ldr x30, [sp], #16                         |
bf8  f7 ff ff 17                   | b 0xbd4                                    |
bfc  fe 0f 1f f8                   | str x30, [sp, #-16]!                       |
c00  24 00 00 94                   | bl 0xc90                                   |
c04  fe 07 41 f8                   | ldr x30, [sp], #16                         |
c08  09 00 00 14                   | b 0xc2c                                    |
c0c  14 0a 00 70                   | adr x20, 0xd4f                             |
c10  fe 0f 1f f8                   | str x30, [sp, #-16]!                       |
c14  1f 00 00 94                   | bl 0xc90                                   |
c18  fe 07 41 f8                   | ldr x30, [sp], #16                         |
c1c  f5 03 17 aa                   | mov x21, x23                               |
c20  fe 0f 1f f8                   | str x30, [sp, #-16]!                       |
c24  2c 00 00 94                   | bl 0xcd4                                   |
c28  fe 07 41 f8                   | ldr x30, [sp], #16                         |
c2c  40 01 80 d2                   | mov x0, #0xa                               |
c30  60 02 00 39                   | strb w0, [x19]                             |
c34  29 ac 9d d2                   | mov x9, #0xed61                            | the length, with the line feed
c38  e9 df bf f2                   | movk x9, #0xfeff, lsl #16                  |
c3c  e9 ff df f2                   | movk x9, #0xffff, lsl #32                  |
c40  e9 ff ff f2                   | movk x9, #0xffff, lsl #48                  |
c44  73 02 09 8b                   | add x19, x19, x9                           |
c48  00 00 80 92                   | mov x0, #0xffffffffffffffff                |
c4c  20 33 00 f9                   | str x0, [x25, #96]                         | every signal: a closed pipe must not hide the exit status
c50  03 01 80 d2                   | mov x3, #0x8                               |
c54  02 00 80 d2                   | mov x2, #0x0                               |
c58  01 0c 80 d2                   | mov x1, #0x60                              |
c5c  01 20 a0 f2                   | movk x1, #0x100, lsl #16                   |
c60  40 00 80 d2                   | mov x0, #0x2                               |
c64  e8 10 80 d2                   | mov x8, #0x87                              |
c68  01 00 00 d4                   | svc #0x0                                   |
c6c  e2 03 13 aa                   | mov x2, x19                                |
c70  01 54 82 d2                   | mov x1, #0x12a0                            |
c74  01 20 a0 f2                   | movk x1, #0x100, lsl #16                   |
c78  40 00 80 d2                   | mov x0, #0x2                               |
c7c  08 08 80 d2                   | mov x8, #0x40                              |
c80  01 00 00 d4                   | svc #0x0                                   |
c84  e0 03 18 aa                   | mov x0, x24                                |
c88  c8 0b 80 d2                   | mov x8, #0x5e                              |
c8c  01 00 00 d4                   | svc #0x0                                   |
c90  80 02 40 39                   | ldrb w0, [x20]                             |
c94  1f 00 00 f1                   | cmp x0, #0x0                               |
c98  c0 01 00 54                   | b.eq 0xcd0                                 |
c9c  1f fc 01 f1                   | cmp x0, #0x7f                              |
ca0  80 00 00 54                   | b.eq 0xcb0                                 |
ca4  1f 80 00 f1                   | cmp x0, #0x20                              |
ca8  43 00 00 54                   | b.cc 0xcb0                                 |
cac  02 00 00 14                   | b 0xcb4                                    |
cb0  e0 07 80 d2                   | mov x0, #0x3f                              |
cb4  60 02 00 39                   | strb w0, [x19]                             |
cb8  73 06 00 91                   | add x19, x19, #0x1                         |
cbc  94 06 00 91                   | add x20, x20, #0x1                         |
cc0  09 4c 84 d2                   | mov x9, #0x2260                            |
cc4  09 20 a0 f2                   | movk x9, #0x100, lsl #16                   |
cc8  7f 02 09 eb                   | cmp x19, x9                                |
ccc  21 fe ff 54                   | b.ne 0xc90                                 |
cd0  c0 03 5f d6                   | ret                                        |
cd4  74 09 00 10                   | adr x20, 0xe00                             |
cd8  96 02 40 b9                   | ldr w22, [x20]                             |
cdc  94 12 00 91                   | add x20, x20, #0x4                         |
ce0  df 06 00 f1                   | cmp x22, #0x1                              |
ce4  60 00 00 54                   | b.eq 0xcf0                                 |
ce8  bf 02 16 eb                   | cmp x21, x22                               |
cec  63 ff ff 54                   | b.cc 0xcd8                                 |
cf0  00 06 80 d2                   | mov x0, #0x30                              |
cf4  bf 02 16 eb                   | cmp x21, x22                               |
cf8  83 00 00 54                   | b.cc 0xd08                                 |
cfc  b5 02 16 cb                   | sub x21, x21, x22                          |
d00  00 04 00 91                   | add x0, x0, #0x1                           |
d04  fc ff ff 17                   | b 0xcf4                                    |
d08  60 02 00 39                   | strb w0, [x19]                             |
d0c  73 06 00 91                   | add x19, x19, #0x1                         |
d10  96 02 40 b9                   | ldr w22, [x20]                             |
d14  94 12 00 91                   | add x20, x20, #0x4                         |
d18  df 02 00 f1                   | cmp x22, #0x0                              |
d1c  a1 fe ff 54                   | b.ne 0xcf0                                 |
d20  c0 03 5f d6                   | ret                                        |
d24  80 02 40 39                   | ldrb w0, [x20]                             |
d28  94 06 00 91                   | add x20, x20, #0x1                         |
d2c  1f 00 00 f1                   | cmp x0, #0x0                               |
d30  a1 ff ff 54                   | b.ne 0xd24                                 |
d34  c0 03 5f d6                   | ret                                        |
d38  6c 61 6e 64 6c 6f 63 6b 64 6f | .asciz "landlockdown: "                    |
d42  77 6e 3a 20 00                |                                            |
d47  20 22 00                      | .asciz " \\""                               |
d4a  22 00                         | .asciz "\\""                                |
d4c  3a 20 00                      | .asciz ": "                                |
d4f  65 72 72 6e 6f 20 00          | .asciz "errno "                            |
d56  01                            | .byte 0x01                                 |
d57  45 50 45 52 4d 00             | .asciz "EPERM"                             |
d5d  02                            | .byte 0x02                                 |
d5e  45 4e 4f 45 4e 54 00          | .asciz "ENOENT"                            |
d65  05                            | .byte 0x05                                 |
d66  45 49 4f 00                   | .asciz "EIO"                               |
d6a  07                            | .byte 0x07                                 |
d6b  45 32 42 49 47 00             | .asciz "E2BIG"                             |
d71  08                            | .byte 0x08                                 |
d72  45 4e 4f 45 58 45 43 00       | .asciz "ENOEXEC"                           |
d7a  09                            | .byte 0x09                                 |
d7b  45 42 41 44 46 00             | .asciz "EBADF"                             |
d81  0b                            | .byte 0x0b                                 |
d82  45 41 47 41 49 4e 00          | .asciz "EAGAIN"                            |
d89  0c                            | .byte 0x0c                                 |
d8a  45 4e 4f 4d 45 4d 00          | .asciz "ENOMEM"                            |
d91  0d                            | .byte 0x0d                                 |
d92  45 41 43 43 45 53 00          | .asciz "EACCES"                            |
d99  14                            | .byte 0x14                                 |
d9a  45 4e 4f 54 44 49 52 00       | .asciz "ENOTDIR"                           |
da2  16                            | .byte 0x16                                 |
da3  45 49 4e 56 41 4c 00          | .asciz "EINVAL"                            |
daa  17                            | .byte 0x17                                 |
dab  45 4e 46 49 4c 45 00          | .asciz "ENFILE"                            |
db2  18                            | .byte 0x18                                 |
db3  45 4d 46 49 4c 45 00          | .asciz "EMFILE"                            |
dba  1a                            | .byte 0x1a                                 |
dbb  45 54 58 54 42 53 59 00       | .asciz "ETXTBSY"                           |
dc3  24                            | .byte 0x24                                 |
dc4  45 4e 41 4d 45 54 4f 4f 4c 4f | .asciz "ENAMETOOLONG"                      |
dce  4e 47 00                      |                                            |
dd1  26                            | .byte 0x26                                 |
dd2  45 4e 4f 53 59 53 00          | .asciz "ENOSYS"                            |
dd9  28                            | .byte 0x28                                 |
dda  45 4c 4f 4f 50 00             | .asciz "ELOOP"                             |
de0  2a                            | .byte 0x2a                                 |
de1  45 4e 4f 4d 53 47 00          | .asciz "ENOMSG"                            |
de8  4d                            | .byte 0x4d                                 |
de9  45 42 41 44 46 44 00          | .asciz "EBADFD"                            |
df0  5f                            | .byte 0x5f                                 |
df1  45 4f 50 4e 4f 54 53 55 50 50 | .asciz "EOPNOTSUPP"                        |
dfb  00                            |                                            |
dfc  00                            | .byte 0x00                                 | no further errors
dfd  00 00 00                      | .balign 4                                  |
e00  10 27 00 00                   | .byte 0x10, 0x27, 0x00, 0x00               | 10000
e04  e8 03 00 00                   | .byte 0xe8, 0x03, 0x00, 0x00               | 1000
e08  64 00 00 00                   | .byte 0x64, 0x00, 0x00, 0x00               | 100
e0c  0a 00 00 00                   | .byte 0x0a, 0x00, 0x00, 0x00               | 10
e10  01 00 00 00                   | .byte 0x01, 0x00, 0x00, 0x00               | 1
e14  00 00 00 00                   | .byte 0x00, 0x00, 0x00, 0x00               | 0
`,
  },
};
