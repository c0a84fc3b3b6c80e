import type { Architecture } from "../../runtimes/runtime.ts";
import type { Listing } from "../machine/listing.ts";

/** The launcher of `launcher_program.ts` in machine code. Written by `npm run listings`; a test disassembles it. */
export const LAUNCHER: Record<Architecture, Listing<"start" | "plan">> = {
  x86_64: {
    labels: { start: 0, plan: 3872 },
    listing: `
000  48 89 e3                      | mov rbx,rsp                                       |
003  4c 8d 0d 16 0f 00 00          | lea r9,[rip+0xf16]                                |
00a  e8 8f 00 00 00                | call 0x9e                                         |
00f  48 8b 2b                      | mov rbp,QWORD PTR [rbx]                           | how many arguments
012  48 83 c3 08                   | add rbx,0x8                                       | their list
016  48 c1 e5 03                   | shl rbp,0x3                                       |
01a  48 01 dd                      | add rbp,rbx                                       |
01d  48 83 c5 08                   | add rbp,0x8                                       | behind the zero that ends it: the environment
021  49 89 ec                      | mov r12,rbp                                       |
024  4d 8b 2c 24                   | mov r13,QWORD PTR [r12]                           |
028  49 83 c4 08                   | add r12,0x8                                       |
02c  49 83 fd 00                   | cmp r13,0x0                                       |
030  0f 85 ee ff ff ff             | jne 0x24                                          |
036  49 29 dc                      | sub r12,rbx                                       | bytes of both lists with their ends
039  45 8b 69 48                   | mov r13d,DWORD PTR [r9+0x48]                      |
03d  4d 01 ec                      | add r12,r13                                       |
040  49 81 c4 b7 01 00 00          | add r12,0x1b7                                     |
047  49 83 e4 f0                   | and r12,0xfffffffffffffff0                        |
04b  4c 29 e4                      | sub rsp,r12                                       |
04e  49 89 e0                      | mov r8,rsp                                        |
051  49 89 18                      | mov QWORD PTR [r8],rbx                            |
054  49 89 68 08                   | mov QWORD PTR [r8+0x8],rbp                        |
058  31 db                         | xor ebx,ebx                                       |
05a  49 89 98 a0 00 00 00          | mov QWORD PTR [r8+0xa0],rbx                       |
061  49 89 58 60                   | mov QWORD PTR [r8+0x60],rbx                       |
065  49 89 58 68                   | mov QWORD PTR [r8+0x68],rbx                       |
069  49 89 58 70                   | mov QWORD PTR [r8+0x70],rbx                       |
06d  49 89 58 78                   | mov QWORD PTR [r8+0x78],rbx                       |
071  e8 75 00 00 00                | call 0xeb                                         |
076  e8 c0 00 00 00                | call 0x13b                                        | after no_new_privs, which makes it last
07b  e8 a3 01 00 00                | call 0x223                                        | before the ruleset, which may leave descriptors for the command
080  e8 3e 02 00 00                | call 0x2c3                                        |
085  e8 45 06 00 00                | call 0x6cf                                        |
08a  e8 d1 06 00 00                | call 0x760                                        |
08f  e8 c3 07 00 00                | call 0x857                                        |
094  e8 aa 08 00 00                | call 0x943                                        | last, for it may forbid what the steps before it do
099  e9 19 09 00 00                | jmp 0x9b7                                         |
09e  41 8b 69 68                   | mov ebp,DWORD PTR [r9+0x68]                       |
0a2  4c 01 cd                      | add rbp,r9                                        |
0a5  48 8b 6d 08                   | mov rbp,QWORD PTR [rbp+0x8]                       |
0a9  49 bc 6c 6c 64 2d 70 6c 61 6e | movabs r12,0x6e616c702d646c6c                     |
0b3  48 c7 c0 ea ff ff ff          | mov rax,0xffffffffffffffea                        |
0ba  4c 39 e5                      | cmp rbp,r12                                       |
0bd  0f 85 19 00 00 00             | jne 0xdc                                          |
0c3  c3                            | ret                                               |
0c4  63 61 6e 6e 6f 74 20 72 65 61 | .asciz "cannot read the plan"                     |
0ce  64 20 74 68 65 20 70 6c 61 6e |                                                   |
0d8  00                            |                                                   |
0d9  00 00 00                      | .balign 4                                         |
0dc  45 31 e4                      | xor r12d,r12d                                     | no path or name to tell
0df  48 8d 2d de ff ff ff          | lea rbp,[rip+0xffffffffffffffde]                  |
0e6  e9 94 0b 00 00                | jmp 0xc7f                                         |
0eb  bf 26 00 00 00                | mov edi,0x26                                      |
0f0  be 01 00 00 00                | mov esi,0x1                                       |
0f5  31 d2                         | xor edx,edx                                       |
0f7  45 31 d2                      | xor r10d,r10d                                     |
0fa  41 50                         | push r8                                           |
0fc  45 31 c0                      | xor r8d,r8d                                       |
0ff  b8 9d 00 00 00                | mov eax,0x9d                                      |
104  0f 05                         | syscall                                           |
106  41 58                         | pop r8                                            |
108  48 83 f8 00                   | cmp rax,0x0                                       |
10c  0f 85 1a 00 00 00             | jne 0x12c                                         |
112  c3                            | ret                                               |
113  63 61 6e 6e 6f 74 20 73 65 74 | .asciz "cannot set no_new_privs"                  |
11d  20 6e 6f 5f 6e 65 77 5f 70 72 |                                                   |
127  69 76 73 00                   |                                                   |
12b  00                            | .balign 4                                         |
12c  45 31 e4                      | xor r12d,r12d                                     | no path or name to tell
12f  48 8d 2d dd ff ff ff          | lea rbp,[rip+0xffffffffffffffdd]                  |
136  e9 44 0b 00 00                | jmp 0xc7f                                         |
13b  bb 22 05 08 20                | mov ebx,0x20080522                                |
140  49 89 98 80 00 00 00          | mov QWORD PTR [r8+0x80],rbx                       | process 0 is this one
147  49 8d b8 80 00 00 00          | lea rdi,[r8+0x80]                                 |
14e  49 8d b0 88 00 00 00          | lea rsi,[r8+0x88]                                 |
155  b8 7d 00 00 00                | mov eax,0x7d                                      |
15a  0f 05                         | syscall                                           |
15c  48 83 f8 00                   | cmp rax,0x0                                       |
160  0f 85 ae 00 00 00             | jne 0x214                                         |
166  41 8b 98 88 00 00 00          | mov ebx,DWORD PTR [r8+0x88]                       |
16d  48 81 e3 fb 25 04 00          | and rbx,0x425fb                                   |
174  41 89 98 88 00 00 00          | mov DWORD PTR [r8+0x88],ebx                       |
17b  41 8b 98 8c 00 00 00          | mov ebx,DWORD PTR [r8+0x8c]                       |
182  48 81 e3 fb 25 04 00          | and rbx,0x425fb                                   |
189  41 89 98 8c 00 00 00          | mov DWORD PTR [r8+0x8c],ebx                       |
190  41 8b 98 90 00 00 00          | mov ebx,DWORD PTR [r8+0x90]                       |
197  48 81 e3 fb 25 04 00          | and rbx,0x425fb                                   |
19e  41 89 98 90 00 00 00          | mov DWORD PTR [r8+0x90],ebx                       |
1a5  41 8b 98 94 00 00 00          | mov ebx,DWORD PTR [r8+0x94]                       |
1ac  48 83 e3 00                   | and rbx,0x0                                       |
1b0  41 89 98 94 00 00 00          | mov DWORD PTR [r8+0x94],ebx                       |
1b7  41 8b 98 98 00 00 00          | mov ebx,DWORD PTR [r8+0x98]                       |
1be  48 83 e3 00                   | and rbx,0x0                                       |
1c2  41 89 98 98 00 00 00          | mov DWORD PTR [r8+0x98],ebx                       |
1c9  41 8b 98 9c 00 00 00          | mov ebx,DWORD PTR [r8+0x9c]                       |
1d0  48 83 e3 00                   | and rbx,0x0                                       |
1d4  41 89 98 9c 00 00 00          | mov DWORD PTR [r8+0x9c],ebx                       |
1db  49 8d b8 80 00 00 00          | lea rdi,[r8+0x80]                                 |
1e2  49 8d b0 88 00 00 00          | lea rsi,[r8+0x88]                                 |
1e9  b8 7e 00 00 00                | mov eax,0x7e                                      |
1ee  0f 05                         | syscall                                           |
1f0  48 83 f8 00                   | cmp rax,0x0                                       |
1f4  0f 85 1a 00 00 00             | jne 0x214                                         |
1fa  c3                            | ret                                               |
1fb  63 61 6e 6e 6f 74 20 64 72 6f | .asciz "cannot drop capabilities"                 |
205  70 20 63 61 70 61 62 69 6c 69 |                                                   |
20f  74 69 65 73 00                |                                                   |
214  45 31 e4                      | xor r12d,r12d                                     | no path or name to tell
217  48 8d 2d dd ff ff ff          | lea rbp,[rip+0xffffffffffffffdd]                  |
21e  e9 5c 0a 00 00                | jmp 0xc7f                                         |
223  41 8b 59 3c                   | mov ebx,DWORD PTR [r9+0x3c]                       |
227  48 89 df                      | mov rdi,rbx                                       |
22a  be ff ff ff ff                | mov esi,0xffffffff                                |
22f  ba 04 00 00 00                | mov edx,0x4                                       |
234  b8 b4 01 00 00                | mov eax,0x1b4                                     |
239  0f 05                         | syscall                                           |
23b  48 83 f8 ea                   | cmp rax,0xffffffffffffffea                        |
23f  0f 84 0b 00 00 00             | je 0x250                                          |
245  48 83 f8 00                   | cmp rax,0x0                                       |
249  0f 85 65 00 00 00             | jne 0x2b4                                         |
24f  c3                            | ret                                               |
250  31 ff                         | xor edi,edi                                       |
252  be 07 00 00 00                | mov esi,0x7                                       |
257  31 d2                         | xor edx,edx                                       |
259  4d 8d 50 30                   | lea r10,[r8+0x30]                                 |
25d  b8 2e 01 00 00                | mov eax,0x12e                                     |
262  0f 05                         | syscall                                           |
264  48 83 f8 00                   | cmp rax,0x0                                       |
268  0f 85 46 00 00 00             | jne 0x2b4                                         |
26e  49 8b 68 38                   | mov rbp,QWORD PTR [r8+0x38]                       |
272  48 39 eb                      | cmp rbx,rbp                                       |
275  0f 82 01 00 00 00             | jb 0x27c                                          |
27b  c3                            | ret                                               |
27c  48 89 df                      | mov rdi,rbx                                       | fails for most, which are not open
27f  be 02 00 00 00                | mov esi,0x2                                       |
284  ba 01 00 00 00                | mov edx,0x1                                       |
289  b8 48 00 00 00                | mov eax,0x48                                      |
28e  0f 05                         | syscall                                           |
290  48 83 c3 01                   | add rbx,0x1                                       |
294  e9 d9 ff ff ff                | jmp 0x272                                         |
299  63 61 6e 6e 6f 74 20 63 6c 6f | .asciz "cannot close descriptors"                 |
2a3  73 65 20 64 65 73 63 72 69 70 |                                                   |
2ad  74 6f 72 73 00                |                                                   |
2b2  00 00                         | .balign 4                                         |
2b4  45 31 e4                      | xor r12d,r12d                                     | no path or name to tell
2b7  48 8d 2d db ff ff ff          | lea rbp,[rip+0xffffffffffffffdb]                  |
2be  e9 bc 09 00 00                | jmp 0xc7f                                         |
2c3  41 8b 59 30                   | mov ebx,DWORD PTR [r9+0x30]                       |
2c7  48 83 fb 01                   | cmp rbx,0x1                                       |
2cb  0f 84 20 00 00 00             | je 0x2f1                                          |
2d1  48 83 fb 02                   | cmp rbx,0x2                                       |
2d5  0f 84 75 02 00 00             | je 0x550                                          |
2db  48 83 fb 03                   | cmp rbx,0x3                                       |
2df  0f 84 ee 02 00 00             | je 0x5d3                                          |
2e5  48 c7 c0 ea ff ff ff          | mov rax,0xffffffffffffffea                        |
2ec  e9 eb fd ff ff                | jmp 0xdc                                          |
2f1  4c 89 cf                      | mov rdi,r9                                        | the plan begins with the attribute
2f4  be 30 00 00 00                | mov esi,0x30                                      |
2f9  31 d2                         | xor edx,edx                                       |
2fb  b8 bc 01 00 00                | mov eax,0x1bc                                     |
300  0f 05                         | syscall                                           |
302  48 83 f8 00                   | cmp rax,0x0                                       |
306  0f 8c e4 02 00 00             | jl 0x5f0                                          |
30c  48 89 c3                      | mov rbx,rax                                       | the ruleset
30f  bd 00 00 28 00                | mov ebp,0x280000                                  |
314  49 89 68 40                   | mov QWORD PTR [r8+0x40],rbp                       | struct open_how: flags, mode, resolve
318  31 ed                         | xor ebp,ebp                                       |
31a  49 89 68 48                   | mov QWORD PTR [r8+0x48],rbp                       |
31e  bd 06 00 00 00                | mov ebp,0x6                                       |
323  49 89 68 50                   | mov QWORD PTR [r8+0x50],rbp                       |
327  41 8b 69 50                   | mov ebp,DWORD PTR [r9+0x50]                       |
32b  4c 01 cd                      | add rbp,r9                                        | the first path rule
32e  45 8b 61 54                   | mov r12d,DWORD PTR [r9+0x54]                      |
332  4d 01 cc                      | add r12,r9                                        | where path rules end
335  4c 39 e5                      | cmp rbp,r12                                       |
338  0f 84 c0 01 00 00             | je 0x4fe                                          |
33e  49 89 ed                      | mov r13,rbp                                       |
341  49 83 c5 2c                   | add r13,0x2c                                      |
345  48 c7 c7 9c ff ff ff          | mov rdi,0xffffffffffffff9c                        |
34c  4c 89 ee                      | mov rsi,r13                                       |
34f  49 8d 50 40                   | lea rdx,[r8+0x40]                                 |
353  41 ba 18 00 00 00             | mov r10d,0x18                                     |
359  b8 b5 01 00 00                | mov eax,0x1b5                                     |
35e  0f 05                         | syscall                                           |
360  48 83 f8 da                   | cmp rax,0xffffffffffffffda                        |
364  0f 85 1b 00 00 00             | jne 0x385                                         |
36a  44 8b 75 0c                   | mov r14d,DWORD PTR [rbp+0xc]                      | a container's seccomp profile may not know openat2
36e  48 c7 c7 9c ff ff ff          | mov rdi,0xffffffffffffff9c                        |
375  4c 89 ee                      | mov rsi,r13                                       |
378  4c 89 f2                      | mov rdx,r14                                       |
37b  45 31 d2                      | xor r10d,r10d                                     |
37e  b8 01 01 00 00                | mov eax,0x101                                     |
383  0f 05                         | syscall                                           |
385  48 83 f8 00                   | cmp rax,0x0                                       |
389  0f 8c ef 00 00 00             | jl 0x47e                                          |
38f  49 89 c6                      | mov r14,rax                                       |
392  44 8b 7d 10                   | mov r15d,DWORD PTR [rbp+0x10]                     |
396  49 83 e7 02                   | and r15,0x2                                       |
39a  49 83 ff 00                   | cmp r15,0x0                                       |
39e  0f 84 7c 00 00 00             | je 0x420                                          |
3a4  4c 89 f7                      | mov rdi,r14                                       | no path: the descriptor itself
3a7  49 8d 70 60                   | lea rsi,[r8+0x60]                                 |
3ab  ba 00 10 00 00                | mov edx,0x1000                                    |
3b0  41 ba 00 09 00 00             | mov r10d,0x900                                    |
3b6  41 50                         | push r8                                           |
3b8  4d 8d 80 a8 00 00 00          | lea r8,[r8+0xa8]                                  |
3bf  b8 4c 01 00 00                | mov eax,0x14c                                     |
3c4  0f 05                         | syscall                                           |
3c6  41 58                         | pop r8                                            |
3c8  48 83 f8 00                   | cmp rax,0x0                                       |
3cc  0f 85 9a 02 00 00             | jne 0x66c                                         |
3d2  4c 8b 7d 18                   | mov r15,QWORD PTR [rbp+0x18]                      |
3d6  49 8b 80 c8 00 00 00          | mov rax,QWORD PTR [r8+0xc8]                       |
3dd  49 39 c7                      | cmp r15,rax                                       |
3e0  0f 85 d7 00 00 00             | jne 0x4bd                                         |
3e6  44 8b 7d 10                   | mov r15d,DWORD PTR [rbp+0x10]                     |
3ea  49 83 e7 04                   | and r15,0x4                                       |
3ee  49 83 ff 00                   | cmp r15,0x0                                       |
3f2  0f 84 28 00 00 00             | je 0x420                                          |
3f8  4c 8b 7d 20                   | mov r15,QWORD PTR [rbp+0x20]                      |
3fc  49 8b 80 f8 00 00 00          | mov rax,QWORD PTR [r8+0xf8]                       |
403  49 39 c7                      | cmp r15,rax                                       |
406  0f 85 b1 00 00 00             | jne 0x4bd                                         |
40c  44 8b 7d 28                   | mov r15d,DWORD PTR [rbp+0x28]                     |
410  41 8b 80 00 01 00 00          | mov eax,DWORD PTR [r8+0x100]                      |
417  49 39 c7                      | cmp r15,rax                                       |
41a  0f 85 9d 00 00 00             | jne 0x4bd                                         |
420  4c 8b 7d 00                   | mov r15,QWORD PTR [rbp+0x0]                       |
424  4d 89 78 30                   | mov QWORD PTR [r8+0x30],r15                       |
428  45 89 70 38                   | mov DWORD PTR [r8+0x38],r14d                      |
42c  48 89 df                      | mov rdi,rbx                                       |
42f  be 01 00 00 00                | mov esi,0x1                                       |
434  49 8d 50 30                   | lea rdx,[r8+0x30]                                 |
438  45 31 d2                      | xor r10d,r10d                                     |
43b  b8 bd 01 00 00                | mov eax,0x1bd                                     |
440  0f 05                         | syscall                                           |
442  48 83 f8 00                   | cmp rax,0x0                                       |
446  0f 84 1c 00 00 00             | je 0x468                                          |
44c  48 83 f8 ea                   | cmp rax,0xffffffffffffffea                        | else it was a folder and is a file now
450  0f 85 16 02 00 00             | jne 0x66c                                         |
456  44 8b 7d 10                   | mov r15d,DWORD PTR [rbp+0x10]                     |
45a  49 83 e7 01                   | and r15,0x1                                       |
45e  49 83 ff 00                   | cmp r15,0x0                                       |
462  0f 84 04 02 00 00             | je 0x66c                                          |
468  4c 89 f7                      | mov rdi,r14                                       |
46b  b8 03 00 00 00                | mov eax,0x3                                       |
470  0f 05                         | syscall                                           |
472  44 8b 75 08                   | mov r14d,DWORD PTR [rbp+0x8]                      |
476  4c 01 f5                      | add rbp,r14                                       |
479  e9 b7 fe ff ff                | jmp 0x335                                         |
47e  44 8b 75 10                   | mov r14d,DWORD PTR [rbp+0x10]                     |
482  49 83 e6 01                   | and r14,0x1                                       |
486  49 83 fe 00                   | cmp r14,0x0                                       |
48a  0f 84 7c 01 00 00             | je 0x60c                                          |
490  48 83 f8 fe                   | cmp rax,0xfffffffffffffffe                        |
494  0f 84 46 00 00 00             | je 0x4e0                                          |
49a  48 83 f8 ec                   | cmp rax,0xffffffffffffffec                        |
49e  0f 84 3c 00 00 00             | je 0x4e0                                          |
4a4  48 83 f8 d8                   | cmp rax,0xffffffffffffffd8                        |
4a8  0f 84 32 00 00 00             | je 0x4e0                                          |
4ae  48 83 f8 f3                   | cmp rax,0xfffffffffffffff3                        |
4b2  0f 84 28 00 00 00             | je 0x4e0                                          |
4b8  e9 4f 01 00 00                | jmp 0x60c                                         |
4bd  4c 89 f7                      | mov rdi,r14                                       |
4c0  b8 03 00 00 00                | mov eax,0x3                                       |
4c5  0f 05                         | syscall                                           |
4c7  48 c7 c0 8c ff ff ff          | mov rax,0xffffffffffffff8c                        |
4ce  44 8b 75 10                   | mov r14d,DWORD PTR [rbp+0x10]                     |
4d2  49 83 e6 01                   | and r14,0x1                                       |
4d6  49 83 fe 00                   | cmp r14,0x0                                       |
4da  0f 84 64 01 00 00             | je 0x644                                          |
4e0  44 8b 75 10                   | mov r14d,DWORD PTR [rbp+0x10]                     |
4e4  49 83 e6 08                   | and r14,0x8                                       |
4e8  49 83 fe 00                   | cmp r14,0x0                                       |
4ec  0f 84 80 ff ff ff             | je 0x472                                          |
4f2  4d 89 b0 a0 00 00 00          | mov QWORD PTR [r8+0xa0],r14                       |
4f9  e9 74 ff ff ff                | jmp 0x472                                         |
4fe  45 8b 61 58                   | mov r12d,DWORD PTR [r9+0x58]                      |
502  4d 01 cc                      | add r12,r9                                        | where port rules end
505  4c 39 e5                      | cmp rbp,r12                                       |
508  0f 84 3d 00 00 00             | je 0x54b                                          |
50e  48 89 df                      | mov rdi,rbx                                       |
511  be 02 00 00 00                | mov esi,0x2                                       |
516  48 89 ea                      | mov rdx,rbp                                       |
519  45 31 d2                      | xor r10d,r10d                                     |
51c  b8 bd 01 00 00                | mov eax,0x1bd                                     |
521  0f 05                         | syscall                                           |
523  48 83 f8 00                   | cmp rax,0x0                                       |
527  0f 84 15 00 00 00             | je 0x542                                          |
52d  4c 8b 65 08                   | mov r12,QWORD PTR [rbp+0x8]                       |
531  48 83 f8 9f                   | cmp rax,0xffffffffffffff9f                        | else the kernel has no such network
535  0f 85 5d 01 00 00             | jne 0x698                                         |
53b  45 8b 61 58                   | mov r12d,DWORD PTR [r9+0x58]                      |
53f  4d 01 cc                      | add r12,r9                                        |
542  48 83 c5 10                   | add rbp,0x10                                      |
546  e9 ba ff ff ff                | jmp 0x505                                         |
54b  e9 04 00 00 00                | jmp 0x554                                         |
550  49 63 59 34                   | movsxd rbx,DWORD PTR [r9+0x34]                    |
554  41 8b 69 38                   | mov ebp,DWORD PTR [r9+0x38]                       |
558  48 89 df                      | mov rdi,rbx                                       |
55b  48 89 ee                      | mov rsi,rbp                                       |
55e  b8 be 01 00 00                | mov eax,0x1be                                     |
563  0f 05                         | syscall                                           |
565  48 83 f8 00                   | cmp rax,0x0                                       |
569  0f 85 51 01 00 00             | jne 0x6c0                                         |
56f  48 89 df                      | mov rdi,rbx                                       | whoever has it can add rules for the next one who takes it over
572  b8 03 00 00 00                | mov eax,0x3                                       |
577  0f 05                         | syscall                                           |
579  49 8b 98 a0 00 00 00          | mov rbx,QWORD PTR [r8+0xa0]                       |
580  48 83 fb 00                   | cmp rbx,0x0                                       |
584  0f 84 49 00 00 00             | je 0x5d3                                          |
58a  bb 00 08 00 00                | mov ebx,0x800                                     | something that is never granted, for a ruleset has to handle something
58f  49 89 58 30                   | mov QWORD PTR [r8+0x30],rbx                       |
593  49 8d 78 30                   | lea rdi,[r8+0x30]                                 |
597  be 08 00 00 00                | mov esi,0x8                                       |
59c  31 d2                         | xor edx,edx                                       |
59e  b8 bc 01 00 00                | mov eax,0x1bc                                     |
5a3  0f 05                         | syscall                                           |
5a5  48 83 f8 00                   | cmp rax,0x0                                       |
5a9  0f 8c 41 00 00 00             | jl 0x5f0                                          |
5af  48 89 c3                      | mov rbx,rax                                       |
5b2  48 89 df                      | mov rdi,rbx                                       |
5b5  48 89 ee                      | mov rsi,rbp                                       |
5b8  b8 be 01 00 00                | mov eax,0x1be                                     |
5bd  0f 05                         | syscall                                           |
5bf  48 83 f8 00                   | cmp rax,0x0                                       |
5c3  0f 85 f7 00 00 00             | jne 0x6c0                                         |
5c9  48 89 df                      | mov rdi,rbx                                       |
5cc  b8 03 00 00 00                | mov eax,0x3                                       |
5d1  0f 05                         | syscall                                           |
5d3  c3                            | ret                                               |
5d4  63 61 6e 6e 6f 74 20 63 72 65 | .asciz "cannot create the ruleset"                |
5de  61 74 65 20 74 68 65 20 72 75 |                                                   |
5e8  6c 65 73 65 74 00             |                                                   |
5ee  00 00                         | .balign 4                                         |
5f0  45 31 e4                      | xor r12d,r12d                                     | no path or name to tell
5f3  48 8d 2d da ff ff ff          | lea rbp,[rip+0xffffffffffffffda]                  |
5fa  e9 80 06 00 00                | jmp 0xc7f                                         |
5ff  63 61 6e 6e 6f 74 20 6f 70 65 | .asciz "cannot open"                              |
609  6e 00                         |                                                   |
60b  00                            | .balign 4                                         |
60c  4d 89 ec                      | mov r12,r13                                       |
60f  48 8d 2d e9 ff ff ff          | lea rbp,[rip+0xffffffffffffffe9]                  |
616  e9 64 06 00 00                | jmp 0xc7f                                         |
61b  63 61 6e 6e 6f 74 20 67 72 61 | .asciz "cannot grant what has taken the place of" |
625  6e 74 20 77 68 61 74 20 68 61 |                                                   |
62f  73 20 74 61 6b 65 6e 20 74 68 |                                                   |
639  65 20 70 6c 61 63 65 20 6f 66 |                                                   |
643  00                            |                                                   |
644  4d 89 ec                      | mov r12,r13                                       |
647  48 8d 2d cd ff ff ff          | lea rbp,[rip+0xffffffffffffffcd]                  |
64e  e9 2c 06 00 00                | jmp 0xc7f                                         |
653  63 61 6e 6e 6f 74 20 61 64 64 | .asciz "cannot add a rule for"                    |
65d  20 61 20 72 75 6c 65 20 66 6f |                                                   |
667  72 00                         |                                                   |
669  00 00 00                      | .balign 4                                         |
66c  4d 89 ec                      | mov r12,r13                                       |
66f  48 8d 2d dd ff ff ff          | lea rbp,[rip+0xffffffffffffffdd]                  |
676  e9 04 06 00 00                | jmp 0xc7f                                         |
67b  63 61 6e 6e 6f 74 20 61 64 64 | .asciz "cannot add a rule for port"               |
685  20 61 20 72 75 6c 65 20 66 6f |                                                   |
68f  72 20 70 6f 72 74 00          |                                                   |
696  00 00                         | .balign 4                                         |
698  48 8d 2d dc ff ff ff          | lea rbp,[rip+0xffffffffffffffdc]                  |
69f  e9 bc 05 00 00                | jmp 0xc60                                         |
6a4  63 61 6e 6e 6f 74 20 65 6e 66 | .asciz "cannot enforce the ruleset"               |
6ae  6f 72 63 65 20 74 68 65 20 72 |                                                   |
6b8  75 6c 65 73 65 74 00          |                                                   |
6bf  00                            | .balign 4                                         |
6c0  45 31 e4                      | xor r12d,r12d                                     | no path or name to tell
6c3  48 8d 2d da ff ff ff          | lea rbp,[rip+0xffffffffffffffda]                  |
6ca  e9 b0 05 00 00                | jmp 0xc7f                                         |
6cf  49 8b 59 40                   | mov rbx,QWORD PTR [r9+0x40]                       |
6d3  41 bc 01 00 00 00             | mov r12d,0x1                                      | the number of the signal in the lowest bit
6d9  48 83 fb 00                   | cmp rbx,0x0                                       |
6dd  0f 84 43 00 00 00             | je 0x726                                          |
6e3  48 89 dd                      | mov rbp,rbx                                       |
6e6  48 83 e5 01                   | and rbp,0x1                                       |
6ea  48 83 fd 00                   | cmp rbp,0x0                                       |
6ee  0f 84 20 00 00 00             | je 0x714                                          |
6f4  4c 89 e7                      | mov rdi,r12                                       | SIG_DFL, no flags, no mask
6f7  49 8d 70 60                   | lea rsi,[r8+0x60]                                 |
6fb  31 d2                         | xor edx,edx                                       |
6fd  41 ba 08 00 00 00             | mov r10d,0x8                                      |
703  b8 0d 00 00 00                | mov eax,0xd                                       |
708  0f 05                         | syscall                                           |
70a  48 83 f8 00                   | cmp rax,0x0                                       |
70e  0f 85 40 00 00 00             | jne 0x754                                         |
714  48 c1 eb 01                   | shr rbx,0x1                                       |
718  49 83 c4 01                   | add r12,0x1                                       |
71c  48 83 fb 00                   | cmp rbx,0x0                                       |
720  0f 85 b3 ff ff ff             | jne 0x6d9                                         |
726  bf 02 00 00 00                | mov edi,0x2                                       | cannot fail: all is valid
72b  49 8d 70 60                   | lea rsi,[r8+0x60]                                 |
72f  31 d2                         | xor edx,edx                                       |
731  41 ba 08 00 00 00             | mov r10d,0x8                                      |
737  b8 0e 00 00 00                | mov eax,0xe                                       |
73c  0f 05                         | syscall                                           |
73e  c3                            | ret                                               |
73f  63 61 6e 6e 6f 74 20 72 65 73 | .asciz "cannot reset signal"                      |
749  65 74 20 73 69 67 6e 61 6c 00 |                                                   |
753  00                            | .balign 4                                         |
754  48 8d 2d e4 ff ff ff          | lea rbp,[rip+0xffffffffffffffe4]                  |
75b  e9 00 05 00 00                | jmp 0xc60                                         |
760  4d 89 c6                      | mov r14,r8                                        |
763  49 81 c6 a8 01 00 00          | add r14,0x1a8                                     |
76a  49 8b 58 08                   | mov rbx,QWORD PTR [r8+0x8]                        |
76e  48 8b 2b                      | mov rbp,QWORD PTR [rbx]                           |
771  48 83 c3 08                   | add rbx,0x8                                       |
775  48 83 fd 00                   | cmp rbp,0x0                                       |
779  0f 84 a6 00 00 00             | je 0x825                                          |
77f  45 8b 61 5c                   | mov r12d,DWORD PTR [r9+0x5c]                      |
783  4d 01 cc                      | add r12,r9                                        | the first name of the plan
786  45 8b 69 60                   | mov r13d,DWORD PTR [r9+0x60]                      |
78a  4d 01 cd                      | add r13,r9                                        | where the names end
78d  4d 39 ec                      | cmp r12,r13                                       |
790  0f 84 d8 ff ff ff             | je 0x76e                                          |
796  49 89 ef                      | mov r15,rbp                                       |
799  45 0f b6 2c 24                | movzx r13d,BYTE PTR [r12]                         |
79e  49 83 c4 01                   | add r12,0x1                                       |
7a2  49 83 fd 00                   | cmp r13,0x0                                       |
7a6  0f 84 2d 00 00 00             | je 0x7d9                                          |
7ac  41 0f b6 07                   | movzx eax,BYTE PTR [r15]                          |
7b0  49 83 c7 01                   | add r15,0x1                                       |
7b4  4c 39 e8                      | cmp rax,r13                                       |
7b7  0f 84 dc ff ff ff             | je 0x799                                          |
7bd  45 0f b6 2c 24                | movzx r13d,BYTE PTR [r12]                         |
7c2  49 83 c4 01                   | add r12,0x1                                       |
7c6  49 83 fd 00                   | cmp r13,0x0                                       |
7ca  0f 85 ed ff ff ff             | jne 0x7bd                                         |
7d0  49 83 c4 01                   | add r12,0x1                                       | its bits
7d4  e9 ad ff ff ff                | jmp 0x786                                         |
7d9  45 0f b6 2c 24                | movzx r13d,BYTE PTR [r12]                         | its bits
7de  49 83 c4 01                   | add r12,0x1                                       |
7e2  4c 89 e8                      | mov rax,r13                                       |
7e5  48 83 e0 01                   | and rax,0x1                                       |
7e9  48 83 f8 00                   | cmp rax,0x0                                       |
7ed  0f 85 18 00 00 00             | jne 0x80b                                         |
7f3  41 0f b6 07                   | movzx eax,BYTE PTR [r15]                          |
7f7  48 83 f8 3d                   | cmp rax,0x3d                                      |
7fb  0f 84 0a 00 00 00             | je 0x80b                                          |
801  48 83 f8 00                   | cmp rax,0x0                                       | a string without = is all name
805  0f 85 7b ff ff ff             | jne 0x786                                         |
80b  49 83 e5 02                   | and r13,0x2                                       |
80f  49 83 fd 00                   | cmp r13,0x0                                       |
813  0f 84 55 ff ff ff             | je 0x76e                                          |
819  49 89 2e                      | mov QWORD PTR [r14],rbp                           |
81c  49 83 c6 08                   | add r14,0x8                                       |
820  e9 49 ff ff ff                | jmp 0x76e                                         |
825  41 8b 69 60                   | mov ebp,DWORD PTR [r9+0x60]                       |
829  4c 01 cd                      | add rbp,r9                                        |
82c  45 8b 61 64                   | mov r12d,DWORD PTR [r9+0x64]                      |
830  4d 01 cc                      | add r12,r9                                        | where the plan's variables end
833  4c 39 e5                      | cmp rbp,r12                                       |
836  0f 84 11 00 00 00             | je 0x84d                                          |
83c  49 89 2e                      | mov QWORD PTR [r14],rbp                           |
83f  49 83 c6 08                   | add r14,0x8                                       |
843  e8 db 05 00 00                | call 0xe23                                        |
848  e9 e6 ff ff ff                | jmp 0x833                                         |
84d  31 ed                         | xor ebp,ebp                                       | that ends the list
84f  49 89 2e                      | mov QWORD PTR [r14],rbp                           |
852  49 83 c6 08                   | add r14,0x8                                       |
856  c3                            | ret                                               |
857  49 83 c6 08                   | add r14,0x8                                       | room for /bin/sh: see the execution of scripts
85b  4d 89 70 18                   | mov QWORD PTR [r8+0x18],r14                       |
85f  49 8b 18                      | mov rbx,QWORD PTR [r8]                            |
862  48 8b 2b                      | mov rbp,QWORD PTR [rbx]                           |
865  48 83 fd 00                   | cmp rbp,0x0                                       | the list may be quite empty before Linux 5.18
869  0f 84 04 00 00 00             | je 0x873                                          |
86f  48 83 c3 08                   | add rbx,0x8                                       | past the launcher's own name
873  41 8b 69 64                   | mov ebp,DWORD PTR [r9+0x64]                       |
877  4c 01 cd                      | add rbp,r9                                        |
87a  45 8b 61 68                   | mov r12d,DWORD PTR [r9+0x68]                      |
87e  4d 01 cc                      | add r12,r9                                        | where the plan's command ends
881  4c 39 e5                      | cmp rbp,r12                                       |
884  0f 84 1e 00 00 00             | je 0x8a8                                          |
88a  49 89 68 10                   | mov QWORD PTR [r8+0x10],rbp                       |
88e  49 89 2e                      | mov QWORD PTR [r14],rbp                           |
891  49 83 c6 08                   | add r14,0x8                                       |
895  e8 89 05 00 00                | call 0xe23                                        |
89a  4c 39 e5                      | cmp rbp,r12                                       |
89d  0f 85 eb ff ff ff             | jne 0x88e                                         |
8a3  e9 56 00 00 00                | jmp 0x8fe                                         |
8a8  48 8b 2b                      | mov rbp,QWORD PTR [rbx]                           |
8ab  48 83 fd 00                   | cmp rbp,0x0                                       |
8af  0f 84 62 00 00 00             | je 0x917                                          |
8b5  49 89 2e                      | mov QWORD PTR [r14],rbp                           | its name for itself
8b8  4c 8b 65 00                   | mov r12,QWORD PTR [rbp+0x0]                       |
8bc  49 bd 2d 2d 61 72 67 76 30 00 | movabs r13,0x30766772612d2d                       | --argv0
8c6  4d 39 ec                      | cmp r12,r13                                       |
8c9  0f 85 23 00 00 00             | jne 0x8f2                                         |
8cf  48 8b 6b 08                   | mov rbp,QWORD PTR [rbx+0x8]                       |
8d3  48 83 fd 00                   | cmp rbp,0x0                                       |
8d7  0f 84 3a 00 00 00             | je 0x917                                          |
8dd  49 89 2e                      | mov QWORD PTR [r14],rbp                           |
8e0  48 8b 6b 10                   | mov rbp,QWORD PTR [rbx+0x10]                      |
8e4  48 83 fd 00                   | cmp rbp,0x0                                       |
8e8  0f 84 29 00 00 00             | je 0x917                                          |
8ee  48 83 c3 10                   | add rbx,0x10                                      |
8f2  49 89 68 10                   | mov QWORD PTR [r8+0x10],rbp                       |
8f6  48 83 c3 08                   | add rbx,0x8                                       |
8fa  49 83 c6 08                   | add r14,0x8                                       |
8fe  48 8b 2b                      | mov rbp,QWORD PTR [rbx]                           |
901  49 89 2e                      | mov QWORD PTR [r14],rbp                           |
904  48 83 c3 08                   | add rbx,0x8                                       |
908  49 83 c6 08                   | add r14,0x8                                       |
90c  48 83 fd 00                   | cmp rbp,0x0                                       |
910  0f 85 e8 ff ff ff             | jne 0x8fe                                         |
916  c3                            | ret                                               |
917  48 c7 c0 ea ff ff ff          | mov rax,0xffffffffffffffea                        |
91e  e9 11 00 00 00                | jmp 0x934                                         |
923  6e 6f 20 63 6f 6d 6d 61 6e 64 | .asciz "no command given"                         |
92d  20 67 69 76 65 6e 00          |                                                   |
934  45 31 e4                      | xor r12d,r12d                                     | no path or name to tell
937  48 8d 2d e5 ff ff ff          | lea rbp,[rip+0xffffffffffffffe5]                  |
93e  e9 3c 03 00 00                | jmp 0xc7f                                         |
943  41 8b 59 58                   | mov ebx,DWORD PTR [r9+0x58]                       |
947  41 8b 69 5c                   | mov ebp,DWORD PTR [r9+0x5c]                       |
94b  48 29 dd                      | sub rbp,rbx                                       | bytes
94e  48 83 fd 00                   | cmp rbp,0x0                                       |
952  0f 84 2b 00 00 00             | je 0x983                                          |
958  48 c1 ed 03                   | shr rbp,0x3                                       | instructions
95c  4c 01 cb                      | add rbx,r9                                        |
95f  49 89 68 30                   | mov QWORD PTR [r8+0x30],rbp                       | struct sock_fprog: how many, and where
963  49 89 58 38                   | mov QWORD PTR [r8+0x38],rbx                       |
967  bf 01 00 00 00                | mov edi,0x1                                       |
96c  31 f6                         | xor esi,esi                                       |
96e  49 8d 50 30                   | lea rdx,[r8+0x30]                                 |
972  b8 3d 01 00 00                | mov eax,0x13d                                     |
977  0f 05                         | syscall                                           |
979  48 83 f8 00                   | cmp rax,0x0                                       |
97d  0f 85 25 00 00 00             | jne 0x9a8                                         |
983  c3                            | ret                                               |
984  63 61 6e 6e 6f 74 20 69 6e 73 | .asciz "cannot install the seccomp filter"        |
98e  74 61 6c 6c 20 74 68 65 20 73 |                                                   |
998  65 63 63 6f 6d 70 20 66 69 6c |                                                   |
9a2  74 65 72 00                   |                                                   |
9a6  00 00                         | .balign 4                                         |
9a8  45 31 e4                      | xor r12d,r12d                                     | no path or name to tell
9ab  48 8d 2d d2 ff ff ff          | lea rbp,[rip+0xffffffffffffffd2]                  |
9b2  e9 c8 02 00 00                | jmp 0xc7f                                         |
9b7  49 8b 58 10                   | mov rbx,QWORD PTR [r8+0x10]                       |
9bb  4d 8b 70 18                   | mov r14,QWORD PTR [r8+0x18]                       |
9bf  4d 89 c7                      | mov r15,r8                                        |
9c2  49 81 c7 a8 01 00 00          | add r15,0x1a8                                     |
9c9  48 89 dd                      | mov rbp,rbx                                       |
9cc  0f b6 45 00                   | movzx eax,BYTE PTR [rbp+0x0]                      |
9d0  48 83 f8 2f                   | cmp rax,0x2f                                      |
9d4  0f 84 71 01 00 00             | je 0xb4b                                          |
9da  48 83 c5 01                   | add rbp,0x1                                       |
9de  48 83 f8 00                   | cmp rax,0x0                                       |
9e2  0f 85 e4 ff ff ff             | jne 0x9cc                                         |
9e8  48 29 dd                      | sub rbp,rbx                                       | length of the name with its zero
9eb  49 89 dc                      | mov r12,rbx                                       |
9ee  48 c7 c0 fe ff ff ff          | mov rax,0xfffffffffffffffe                        |
9f5  48 83 fd 01                   | cmp rbp,0x1                                       | the empty name is nowhere
9f9  0f 84 8a 01 00 00             | je 0xb89                                          |
9ff  48 c7 c0 dc ff ff ff          | mov rax,0xffffffffffffffdc                        |
a06  48 81 fd 01 01 00 00          | cmp rbp,0x101                                     |
a0d  0f 82 05 00 00 00             | jb 0xa18                                          |
a13  e9 71 01 00 00                | jmp 0xb89                                         |
a18  41 8b 69 4c                   | mov ebp,DWORD PTR [r9+0x4c]                       |
a1c  4c 01 cd                      | add rbp,r9                                        |
a1f  4c 39 cd                      | cmp rbp,r9                                        |
a22  0f 85 44 00 00 00             | jne 0xa6c                                         |
a28  4d 8b 60 08                   | mov r12,QWORD PTR [r8+0x8]                        |
a2c  49 8b 2c 24                   | mov rbp,QWORD PTR [r12]                           |
a30  49 83 c4 08                   | add r12,0x8                                       |
a34  48 83 fd 00                   | cmp rbp,0x0                                       |
a38  0f 84 27 00 00 00             | je 0xa65                                          |
a3e  8b 45 00                      | mov eax,DWORD PTR [rbp+0x0]                       |
a41  48 81 f8 50 41 54 48          | cmp rax,0x48544150                                | PATH
a48  0f 85 de ff ff ff             | jne 0xa2c                                         |
a4e  0f b6 45 04                   | movzx eax,BYTE PTR [rbp+0x4]                      |
a52  48 83 f8 3d                   | cmp rax,0x3d                                      |
a56  0f 85 d0 ff ff ff             | jne 0xa2c                                         |
a5c  48 83 c5 05                   | add rbp,0x5                                       |
a60  e9 07 00 00 00                | jmp 0xa6c                                         |
a65  48 8d 2d d5 01 00 00          | lea rbp,[rip+0x1d5]                               |
a6c  48 81 ec 10 11 00 00          | sub rsp,0x1110                                    |
a73  49 89 e1                      | mov r9,rsp                                        |
a76  4d 89 cd                      | mov r13,r9                                        |
a79  49 81 c5 00 10 00 00          | add r13,0x1000                                    |
a80  45 31 e4                      | xor r12d,r12d                                     |
a83  4d 89 60 28                   | mov QWORD PTR [r8+0x28],r12                       |
a87  49 89 68 20                   | mov QWORD PTR [r8+0x20],rbp                       |
a8b  e8 25 01 00 00                | call 0xbb5                                        |
a90  4c 89 cf                      | mov rdi,r9                                        |
a93  4c 89 f6                      | mov rsi,r14                                       |
a96  4c 89 fa                      | mov rdx,r15                                       |
a99  b8 3b 00 00 00                | mov eax,0x3b                                      |
a9e  0f 05                         | syscall                                           |
aa0  4d 89 cc                      | mov r12,r9                                        |
aa3  48 83 f8 f8                   | cmp rax,0xfffffffffffffff8                        |
aa7  0f 84 bb 00 00 00             | je 0xb68                                          |
aad  48 83 f8 fe                   | cmp rax,0xfffffffffffffffe                        |
ab1  0f 84 44 00 00 00             | je 0xafb                                          |
ab7  48 83 f8 ec                   | cmp rax,0xffffffffffffffec                        |
abb  0f 84 3a 00 00 00             | je 0xafb                                          |
ac1  48 83 f8 ed                   | cmp rax,0xffffffffffffffed                        |
ac5  0f 84 30 00 00 00             | je 0xafb                                          |
acb  48 83 f8 dc                   | cmp rax,0xffffffffffffffdc                        |
acf  0f 84 26 00 00 00             | je 0xafb                                          |
ad5  48 83 f8 92                   | cmp rax,0xffffffffffffff92                        |
ad9  0f 84 1c 00 00 00             | je 0xafb                                          |
adf  48 83 f8 8c                   | cmp rax,0xffffffffffffff8c                        |
ae3  0f 84 12 00 00 00             | je 0xafb                                          |
ae9  48 83 f8 f3                   | cmp rax,0xfffffffffffffff3                        |
aed  0f 85 96 00 00 00             | jne 0xb89                                         |
af3  4d 8b 60 20                   | mov r12,QWORD PTR [r8+0x20]                       |
af7  4d 89 60 28                   | mov QWORD PTR [r8+0x28],r12                       | maybe there is another one further on; if not, it was this
afb  0f b6 45 00                   | movzx eax,BYTE PTR [rbp+0x0]                      |
aff  48 83 c5 01                   | add rbp,0x1                                       |
b03  48 83 f8 00                   | cmp rax,0x0                                       | a colon
b07  0f 85 7a ff ff ff             | jne 0xa87                                         |
b0d  49 8b 68 28                   | mov rbp,QWORD PTR [r8+0x28]                       |
b11  48 83 fd 00                   | cmp rbp,0x0                                       |
b15  0f 84 14 00 00 00             | je 0xb2f                                          |
b1b  e8 95 00 00 00                | call 0xbb5                                        |
b20  4d 89 cc                      | mov r12,r9                                        |
b23  48 c7 c0 f3 ff ff ff          | mov rax,0xfffffffffffffff3                        |
b2a  e9 5a 00 00 00                | jmp 0xb89                                         |
b2f  48 8d 2d f7 00 00 00          | lea rbp,[rip+0xf7]                                |
b36  49 89 dc                      | mov r12,rbx                                       |
b39  48 c7 c0 fe ff ff ff          | mov rax,0xfffffffffffffffe                        |
b40  41 bf 7f 00 00 00             | mov r15d,0x7f                                     |
b46  e9 3a 01 00 00                | jmp 0xc85                                         |
b4b  48 89 df                      | mov rdi,rbx                                       |
b4e  4c 89 f6                      | mov rsi,r14                                       |
b51  4c 89 fa                      | mov rdx,r15                                       |
b54  b8 3b 00 00 00                | mov eax,0x3b                                      |
b59  0f 05                         | syscall                                           |
b5b  49 89 dc                      | mov r12,rbx                                       |
b5e  48 83 f8 f8                   | cmp rax,0xfffffffffffffff8                        |
b62  0f 85 21 00 00 00             | jne 0xb89                                         |
b68  4d 89 26                      | mov QWORD PTR [r14],r12                           | a script without #! is an argument of the shell, in place of its name
b6b  49 83 ee 08                   | sub r14,0x8                                       |
b6f  4c 8d 25 c3 00 00 00          | lea r12,[rip+0xc3]                                |
b76  4d 89 26                      | mov QWORD PTR [r14],r12                           |
b79  4c 89 e7                      | mov rdi,r12                                       |
b7c  4c 89 f6                      | mov rsi,r14                                       |
b7f  4c 89 fa                      | mov rdx,r15                                       |
b82  b8 3b 00 00 00                | mov eax,0x3b                                      |
b87  0f 05                         | syscall                                           |
b89  48 8d 2d 8e 00 00 00          | lea rbp,[rip+0x8e]                                |
b90  41 bf 7f 00 00 00             | mov r15d,0x7f                                     |
b96  48 83 f8 fe                   | cmp rax,0xfffffffffffffffe                        |
b9a  0f 84 e5 00 00 00             | je 0xc85                                          |
ba0  48 83 f8 ec                   | cmp rax,0xffffffffffffffec                        |
ba4  0f 84 db 00 00 00             | je 0xc85                                          |
baa  41 bf 7e 00 00 00             | mov r15d,0x7e                                     |
bb0  e9 d0 00 00 00                | jmp 0xc85                                         |
bb5  4d 89 cc                      | mov r12,r9                                        |
bb8  0f b6 45 00                   | movzx eax,BYTE PTR [rbp+0x0]                      |
bbc  48 83 f8 00                   | cmp rax,0x0                                       |
bc0  0f 84 24 00 00 00             | je 0xbea                                          |
bc6  48 83 f8 3a                   | cmp rax,0x3a                                      |
bca  0f 84 1a 00 00 00             | je 0xbea                                          |
bd0  48 83 c5 01                   | add rbp,0x1                                       |
bd4  4d 39 ec                      | cmp r12,r13                                       |
bd7  0f 84 db ff ff ff             | je 0xbb8                                          |
bdd  41 88 04 24                   | mov BYTE PTR [r12],al                             |
be1  49 83 c4 01                   | add r12,0x1                                       |
be5  e9 ce ff ff ff                | jmp 0xbb8                                         |
bea  4d 39 cc                      | cmp r12,r9                                        |
bed  0f 84 0d 00 00 00             | je 0xc00                                          |
bf3  b8 2f 00 00 00                | mov eax,0x2f                                      |
bf8  41 88 04 24                   | mov BYTE PTR [r12],al                             |
bfc  49 83 c4 01                   | add r12,0x1                                       |
c00  0f b6 03                      | movzx eax,BYTE PTR [rbx]                          |
c03  41 88 04 24                   | mov BYTE PTR [r12],al                             |
c07  48 83 c3 01                   | add rbx,0x1                                       |
c0b  49 83 c4 01                   | add r12,0x1                                       |
c0f  48 83 f8 00                   | cmp rax,0x0                                       |
c13  0f 85 e7 ff ff ff             | jne 0xc00                                         |
c19  49 8b 58 10                   | mov rbx,QWORD PTR [r8+0x10]                       |
c1d  c3                            | ret                                               |
c1e  63 61 6e 6e 6f 74 20 65 78 65 | .asciz "cannot execute"                           |
c28  63 75 74 65 00                |                                                   |
c2d  63 61 6e 6e 6f 74 20 66 69 6e | .asciz "cannot find"                              |
c37  64 00                         |                                                   |
c39  2f 62 69 6e 2f 73 68 00       | .asciz "/bin/sh"                                  |
c41  2f 75 73 72 2f 6c 6f 63 61 6c | .asciz "/usr/local/bin:/usr/bin:/bin"             |
c4b  2f 62 69 6e 3a 2f 75 73 72 2f |                                                   |
c55  62 69 6e 3a 2f 62 69 6e 00    |                                                   |
c5e  00 00                         | .balign 4                                         |
c60  49 89 c6                      | mov r14,rax                                       |
c63  49 89 ef                      | mov r15,rbp                                       |
c66  48 83 ec 10                   | sub rsp,0x10                                      | at most five digits and a zero
c6a  48 89 e3                      | mov rbx,rsp                                       |
c6d  e8 5c 01 00 00                | call 0xdce                                        |
c72  31 c0                         | xor eax,eax                                       |
c74  88 03                         | mov BYTE PTR [rbx],al                             |
c76  49 89 e4                      | mov r12,rsp                                       |
c79  4c 89 fd                      | mov rbp,r15                                       |
c7c  4c 89 f0                      | mov rax,r14                                       |
c7f  41 bf 7d 00 00 00             | mov r15d,0x7d                                     |
c85  45 31 f6                      | xor r14d,r14d                                     |
c88  49 29 c6                      | sub r14,rax                                       | the errno
c8b  49 89 ed                      | mov r13,rbp                                       |
c8e  48 81 ec 10 10 00 00          | sub rsp,0x1010                                    |
c95  48 89 e3                      | mov rbx,rsp                                       |
c98  48 83 c3 10                   | add rbx,0x10                                      | where the next byte of the message goes
c9c  49 89 d8                      | mov r8,rbx                                        |
c9f  49 81 c0 c0 0f 00 00          | add r8,0xfc0                                      | where the subject is cut off
ca6  48 8d 2d 89 01 00 00          | lea rbp,[rip+0x189]                               |
cad  e8 dc 00 00 00                | call 0xd8e                                        |
cb2  4c 89 ed                      | mov rbp,r13                                       |
cb5  e8 d4 00 00 00                | call 0xd8e                                        |
cba  49 83 fc 00                   | cmp r12,0x0                                       |
cbe  0f 84 23 00 00 00             | je 0xce7                                          |
cc4  48 8d 2d 7a 01 00 00          | lea rbp,[rip+0x17a]                               |
ccb  e8 be 00 00 00                | call 0xd8e                                        |
cd0  4c 89 e5                      | mov rbp,r12                                       |
cd3  e8 b6 00 00 00                | call 0xd8e                                        |
cd8  45 31 c0                      | xor r8d,r8d                                       | nowhere: what comes now is short, and none of it is cut off
cdb  48 8d 2d 66 01 00 00          | lea rbp,[rip+0x166]                               |
ce2  e8 a7 00 00 00                | call 0xd8e                                        |
ce7  48 8d 2d 5c 01 00 00          | lea rbp,[rip+0x15c]                               |
cee  e8 9b 00 00 00                | call 0xd8e                                        |
cf3  48 8d 2d 5a 01 00 00          | lea rbp,[rip+0x15a]                               |
cfa  44 0f b6 6d 00                | movzx r13d,BYTE PTR [rbp+0x0]                     |
cff  48 83 c5 01                   | add rbp,0x1                                       |
d03  49 83 fd 00                   | cmp r13,0x0                                       |
d07  0f 84 1d 00 00 00             | je 0xd2a                                          |
d0d  4d 39 f5                      | cmp r13,r14                                       |
d10  0f 84 0a 00 00 00             | je 0xd20                                          |
d16  e8 08 01 00 00                | call 0xe23                                        |
d1b  e9 da ff ff ff                | jmp 0xcfa                                         |
d20  e8 69 00 00 00                | call 0xd8e                                        |
d25  e9 14 00 00 00                | jmp 0xd3e                                         |
d2a  48 8d 2d 1c 01 00 00          | lea rbp,[rip+0x11c]                               |
d31  e8 58 00 00 00                | call 0xd8e                                        |
d36  4d 89 f4                      | mov r12,r14                                       |
d39  e8 90 00 00 00                | call 0xdce                                        |
d3e  b8 0a 00 00 00                | mov eax,0xa                                       |
d43  88 03                         | mov BYTE PTR [rbx],al                             |
d45  48 89 e5                      | mov rbp,rsp                                       |
d48  48 29 eb                      | sub rbx,rbp                                       |
d4b  48 83 eb 0f                   | sub rbx,0xf                                       | the length, with the line feed
d4f  48 c7 c0 ff ff ff ff          | mov rax,0xffffffffffffffff                        |
d56  48 89 45 00                   | mov QWORD PTR [rbp+0x0],rax                       | every signal: a closed pipe must not hide the exit status
d5a  bf 02 00 00 00                | mov edi,0x2                                       |
d5f  48 89 ee                      | mov rsi,rbp                                       |
d62  31 d2                         | xor edx,edx                                       |
d64  41 ba 08 00 00 00             | mov r10d,0x8                                      |
d6a  b8 0e 00 00 00                | mov eax,0xe                                       |
d6f  0f 05                         | syscall                                           |
d71  bf 02 00 00 00                | mov edi,0x2                                       |
d76  48 8d 75 10                   | lea rsi,[rbp+0x10]                                |
d7a  48 89 da                      | mov rdx,rbx                                       |
d7d  b8 01 00 00 00                | mov eax,0x1                                       |
d82  0f 05                         | syscall                                           |
d84  4c 89 ff                      | mov rdi,r15                                       |
d87  b8 e7 00 00 00                | mov eax,0xe7                                      |
d8c  0f 05                         | syscall                                           |
d8e  0f b6 45 00                   | movzx eax,BYTE PTR [rbp+0x0]                      |
d92  48 83 f8 00                   | cmp rax,0x0                                       |
d96  0f 84 31 00 00 00             | je 0xdcd                                          |
d9c  48 83 f8 7f                   | cmp rax,0x7f                                      |
da0  0f 84 0f 00 00 00             | je 0xdb5                                          |
da6  48 83 f8 20                   | cmp rax,0x20                                      |
daa  0f 82 05 00 00 00             | jb 0xdb5                                          |
db0  e9 05 00 00 00                | jmp 0xdba                                         |
db5  b8 3f 00 00 00                | mov eax,0x3f                                      |
dba  88 03                         | mov BYTE PTR [rbx],al                             |
dbc  48 83 c3 01                   | add rbx,0x1                                       |
dc0  48 83 c5 01                   | add rbp,0x1                                       |
dc4  4c 39 c3                      | cmp rbx,r8                                        |
dc7  0f 85 c1 ff ff ff             | jne 0xd8e                                         |
dcd  c3                            | ret                                               |
dce  48 8d 2d 2f 01 00 00          | lea rbp,[rip+0x12f]                               |
dd5  44 8b 6d 00                   | mov r13d,DWORD PTR [rbp+0x0]                      |
dd9  48 83 c5 04                   | add rbp,0x4                                       |
ddd  49 83 fd 01                   | cmp r13,0x1                                       |
de1  0f 84 09 00 00 00             | je 0xdf0                                          |
de7  4d 39 ec                      | cmp r12,r13                                       |
dea  0f 82 e5 ff ff ff             | jb 0xdd5                                          |
df0  b8 30 00 00 00                | mov eax,0x30                                      |
df5  4d 39 ec                      | cmp r12,r13                                       |
df8  0f 82 0c 00 00 00             | jb 0xe0a                                          |
dfe  4d 29 ec                      | sub r12,r13                                       |
e01  48 83 c0 01                   | add rax,0x1                                       |
e05  e9 eb ff ff ff                | jmp 0xdf5                                         |
e0a  88 03                         | mov BYTE PTR [rbx],al                             |
e0c  48 83 c3 01                   | add rbx,0x1                                       |
e10  44 8b 6d 00                   | mov r13d,DWORD PTR [rbp+0x0]                      |
e14  48 83 c5 04                   | add rbp,0x4                                       |
e18  49 83 fd 00                   | cmp r13,0x0                                       |
e1c  0f 85 ce ff ff ff             | jne 0xdf0                                         |
e22  c3                            | ret                                               |
e23  0f b6 45 00                   | movzx eax,BYTE PTR [rbp+0x0]                      |
e27  48 83 c5 01                   | add rbp,0x1                                       |
e2b  48 83 f8 00                   | cmp rax,0x0                                       |
e2f  0f 85 ee ff ff ff             | jne 0xe23                                         |
e35  c3                            | ret                                               |
e36  6c 61 6e 64 6c 6f 63 6b 64 6f | .asciz "landlockdown: "                           |
e40  77 6e 3a 20 00                |                                                   |
e45  20 22 00                      | .asciz " \\""                                      |
e48  22 00                         | .asciz "\\""                                       |
e4a  3a 20 00                      | .asciz ": "                                       |
e4d  65 72 72 6e 6f 20 00          | .asciz "errno "                                   |
e54  01                            | .byte 0x01                                        |
e55  45 50 45 52 4d 00             | .asciz "EPERM"                                    |
e5b  02                            | .byte 0x02                                        |
e5c  45 4e 4f 45 4e 54 00          | .asciz "ENOENT"                                   |
e63  05                            | .byte 0x05                                        |
e64  45 49 4f 00                   | .asciz "EIO"                                      |
e68  07                            | .byte 0x07                                        |
e69  45 32 42 49 47 00             | .asciz "E2BIG"                                    |
e6f  08                            | .byte 0x08                                        |
e70  45 4e 4f 45 58 45 43 00       | .asciz "ENOEXEC"                                  |
e78  09                            | .byte 0x09                                        |
e79  45 42 41 44 46 00             | .asciz "EBADF"                                    |
e7f  0b                            | .byte 0x0b                                        |
e80  45 41 47 41 49 4e 00          | .asciz "EAGAIN"                                   |
e87  0c                            | .byte 0x0c                                        |
e88  45 4e 4f 4d 45 4d 00          | .asciz "ENOMEM"                                   |
e8f  0d                            | .byte 0x0d                                        |
e90  45 41 43 43 45 53 00          | .asciz "EACCES"                                   |
e97  14                            | .byte 0x14                                        |
e98  45 4e 4f 54 44 49 52 00       | .asciz "ENOTDIR"                                  |
ea0  16                            | .byte 0x16                                        |
ea1  45 49 4e 56 41 4c 00          | .asciz "EINVAL"                                   |
ea8  17                            | .byte 0x17                                        |
ea9  45 4e 46 49 4c 45 00          | .asciz "ENFILE"                                   |
eb0  18                            | .byte 0x18                                        |
eb1  45 4d 46 49 4c 45 00          | .asciz "EMFILE"                                   |
eb8  1a                            | .byte 0x1a                                        |
eb9  45 54 58 54 42 53 59 00       | .asciz "ETXTBSY"                                  |
ec1  24                            | .byte 0x24                                        |
ec2  45 4e 41 4d 45 54 4f 4f 4c 4f | .asciz "ENAMETOOLONG"                             |
ecc  4e 47 00                      |                                                   |
ecf  26                            | .byte 0x26                                        |
ed0  45 4e 4f 53 59 53 00          | .asciz "ENOSYS"                                   |
ed7  28                            | .byte 0x28                                        |
ed8  45 4c 4f 4f 50 00             | .asciz "ELOOP"                                    |
ede  2a                            | .byte 0x2a                                        |
edf  45 4e 4f 4d 53 47 00          | .asciz "ENOMSG"                                   |
ee6  4d                            | .byte 0x4d                                        |
ee7  45 42 41 44 46 44 00          | .asciz "EBADFD"                                   |
eee  5f                            | .byte 0x5f                                        |
eef  45 4f 50 4e 4f 54 53 55 50 50 | .asciz "EOPNOTSUPP"                               |
ef9  00                            |                                                   |
efa  74                            | .byte 0x74                                        |
efb  45 53 54 41 4c 45 00          | .asciz "ESTALE"                                   |
f02  00                            | .byte 0x00                                        | no further errors
f03  00                            | .balign 4                                         |
f04  10 27 00 00                   | .byte 0x10, 0x27, 0x00, 0x00                      | 10000
f08  e8 03 00 00                   | .byte 0xe8, 0x03, 0x00, 0x00                      | 1000
f0c  64 00 00 00                   | .byte 0x64, 0x00, 0x00, 0x00                      | 100
f10  0a 00 00 00                   | .byte 0x0a, 0x00, 0x00, 0x00                      | 10
f14  01 00 00 00                   | .byte 0x01, 0x00, 0x00, 0x00                      | 1
f18  00 00 00 00                   | .byte 0x00, 0x00, 0x00, 0x00                      | 0
f1c  00 00 00 00                   | .balign 8                                         |
`,
  },
  arm64: {
    labels: { start: 0, plan: 3904 },
    listing: `
000  f3 03 00 91                   | mov x19, sp                                       |
004  fa 79 00 10                   | adr x26, 0xf40                                    |
008  fe 0f 1f f8                   | str x30, [sp, #-16]!                              |
00c  35 00 00 94                   | bl 0xe0                                           |
010  fe 07 41 f8                   | ldr x30, [sp], #16                                |
014  74 02 40 f9                   | ldr x20, [x19]                                    | how many arguments
018  73 22 00 91                   | add x19, x19, #0x8                                | their list
01c  94 f2 7d d3                   | lsl x20, x20, #3                                  |
020  94 02 13 8b                   | add x20, x20, x19                                 |
024  94 22 00 91                   | add x20, x20, #0x8                                | behind the zero that ends it: the environment
028  f5 03 14 aa                   | mov x21, x20                                      |
02c  b6 02 40 f9                   | ldr x22, [x21]                                    |
030  b5 22 00 91                   | add x21, x21, #0x8                                |
034  df 02 00 f1                   | cmp x22, #0x0                                     |
038  a1 ff ff 54                   | b.ne 0x2c                                         |
03c  b5 02 13 cb                   | sub x21, x21, x19                                 | bytes of both lists with their ends
040  56 4b 40 b9                   | ldr w22, [x26, #72]                               |
044  b5 02 16 8b                   | add x21, x21, x22                                 |
048  b5 de 06 91                   | add x21, x21, #0x1b7                              |
04c  e9 01 80 92                   | mov x9, #0xfffffffffffffff0                       |
050  b5 02 09 8a                   | and x21, x21, x9                                  |
054  ff 63 35 cb                   | sub sp, sp, x21                                   |
058  f9 03 00 91                   | mov x25, sp                                       |
05c  33 03 00 f9                   | str x19, [x25]                                    |
060  34 07 00 f9                   | str x20, [x25, #8]                                |
064  13 00 80 d2                   | mov x19, #0x0                                     |
068  33 53 00 f9                   | str x19, [x25, #160]                              |
06c  33 33 00 f9                   | str x19, [x25, #96]                               |
070  33 37 00 f9                   | str x19, [x25, #104]                              |
074  33 3b 00 f9                   | str x19, [x25, #112]                              |
078  33 3f 00 f9                   | str x19, [x25, #120]                              |
07c  fe 0f 1f f8                   | str x30, [sp, #-16]!                              |
080  2c 00 00 94                   | bl 0x130                                          |
084  fe 07 41 f8                   | ldr x30, [sp], #16                                |
088  fe 0f 1f f8                   | str x30, [sp, #-16]!                              | after no_new_privs, which makes it last
08c  3c 00 00 94                   | bl 0x17c                                          |
090  fe 07 41 f8                   | ldr x30, [sp], #16                                |
094  fe 0f 1f f8                   | str x30, [sp, #-16]!                              | before the ruleset, which may leave descriptors for the command
098  6e 00 00 94                   | bl 0x250                                          |
09c  fe 07 41 f8                   | ldr x30, [sp], #16                                |
0a0  fe 0f 1f f8                   | str x30, [sp, #-16]!                              |
0a4  94 00 00 94                   | bl 0x2f4                                          |
0a8  fe 07 41 f8                   | ldr x30, [sp], #16                                |
0ac  fe 0f 1f f8                   | str x30, [sp, #-16]!                              |
0b0  87 01 00 94                   | bl 0x6cc                                          |
0b4  fe 07 41 f8                   | ldr x30, [sp], #16                                |
0b8  fe 0f 1f f8                   | str x30, [sp, #-16]!                              |
0bc  a7 01 00 94                   | bl 0x758                                          |
0c0  fe 07 41 f8                   | ldr x30, [sp], #16                                |
0c4  fe 0f 1f f8                   | str x30, [sp, #-16]!                              |
0c8  e3 01 00 94                   | bl 0x854                                          |
0cc  fe 07 41 f8                   | ldr x30, [sp], #16                                |
0d0  fe 0f 1f f8                   | str x30, [sp, #-16]!                              | last, for it may forbid what the steps before it do
0d4  1d 02 00 94                   | bl 0x948                                          |
0d8  fe 07 41 f8                   | ldr x30, [sp], #16                                |
0dc  38 02 00 14                   | b 0x9bc                                           |
0e0  54 6b 40 b9                   | ldr w20, [x26, #104]                              |
0e4  94 02 1a 8b                   | add x20, x20, x26                                 |
0e8  94 06 40 f9                   | ldr x20, [x20, #8]                                |
0ec  95 8d 8d d2                   | mov x21, #0x6c6c                                  |
0f0  95 ac a5 f2                   | movk x21, #0x2d64, lsl #16                        |
0f4  15 8e cd f2                   | movk x21, #0x6c70, lsl #32                        |
0f8  35 cc ed f2                   | movk x21, #0x6e61, lsl #48                        |
0fc  a0 02 80 92                   | mov x0, #0xffffffffffffffea                       |
100  9f 02 15 eb                   | cmp x20, x21                                      |
104  01 01 00 54                   | b.ne 0x124                                        |
108  c0 03 5f d6                   | ret                                               |
10c  63 61 6e 6e 6f 74 20 72 65 61 | .asciz "cannot read the plan"                     |
116  64 20 74 68 65 20 70 6c 61 6e |                                                   |
120  00                            |                                                   |
121  00 00 00                      | .balign 4                                         |
124  15 00 80 d2                   | mov x21, #0x0                                     | no path or name to tell
128  34 ff ff 10                   | adr x20, 0x10c                                    |
12c  d1 02 00 14                   | b 0xc70                                           |
130  04 00 80 d2                   | mov x4, #0x0                                      |
134  03 00 80 d2                   | mov x3, #0x0                                      |
138  02 00 80 d2                   | mov x2, #0x0                                      |
13c  21 00 80 d2                   | mov x1, #0x1                                      |
140  c0 04 80 d2                   | mov x0, #0x26                                     |
144  e8 14 80 d2                   | mov x8, #0xa7                                     |
148  01 00 00 d4                   | svc #0x0                                          |
14c  1f 00 00 f1                   | cmp x0, #0x0                                      |
150  01 01 00 54                   | b.ne 0x170                                        |
154  c0 03 5f d6                   | ret                                               |
158  63 61 6e 6e 6f 74 20 73 65 74 | .asciz "cannot set no_new_privs"                  |
162  20 6e 6f 5f 6e 65 77 5f 70 72 |                                                   |
16c  69 76 73 00                   |                                                   |
170  15 00 80 d2                   | mov x21, #0x0                                     | no path or name to tell
174  34 ff ff 10                   | adr x20, 0x158                                    |
178  be 02 00 14                   | b 0xc70                                           |
17c  53 a4 80 d2                   | mov x19, #0x522                                   |
180  13 01 a4 f2                   | movk x19, #0x2008, lsl #16                        |
184  33 43 00 f9                   | str x19, [x25, #128]                              | process 0 is this one
188  21 23 02 91                   | add x1, x25, #0x88                                |
18c  20 03 02 91                   | add x0, x25, #0x80                                |
190  48 0b 80 d2                   | mov x8, #0x5a                                     |
194  01 00 00 d4                   | svc #0x0                                          |
198  1f 00 00 f1                   | cmp x0, #0x0                                      |
19c  41 05 00 54                   | b.ne 0x244                                        |
1a0  33 8b 40 b9                   | ldr w19, [x25, #136]                              |
1a4  69 bf 84 d2                   | mov x9, #0x25fb                                   |
1a8  89 00 a0 f2                   | movk x9, #0x4, lsl #16                            |
1ac  73 02 09 8a                   | and x19, x19, x9                                  |
1b0  33 8b 00 b9                   | str w19, [x25, #136]                              |
1b4  33 8f 40 b9                   | ldr w19, [x25, #140]                              |
1b8  69 bf 84 d2                   | mov x9, #0x25fb                                   |
1bc  89 00 a0 f2                   | movk x9, #0x4, lsl #16                            |
1c0  73 02 09 8a                   | and x19, x19, x9                                  |
1c4  33 8f 00 b9                   | str w19, [x25, #140]                              |
1c8  33 93 40 b9                   | ldr w19, [x25, #144]                              |
1cc  69 bf 84 d2                   | mov x9, #0x25fb                                   |
1d0  89 00 a0 f2                   | movk x9, #0x4, lsl #16                            |
1d4  73 02 09 8a                   | and x19, x19, x9                                  |
1d8  33 93 00 b9                   | str w19, [x25, #144]                              |
1dc  33 97 40 b9                   | ldr w19, [x25, #148]                              |
1e0  09 00 80 d2                   | mov x9, #0x0                                      |
1e4  73 02 09 8a                   | and x19, x19, x9                                  |
1e8  33 97 00 b9                   | str w19, [x25, #148]                              |
1ec  33 9b 40 b9                   | ldr w19, [x25, #152]                              |
1f0  09 00 80 d2                   | mov x9, #0x0                                      |
1f4  73 02 09 8a                   | and x19, x19, x9                                  |
1f8  33 9b 00 b9                   | str w19, [x25, #152]                              |
1fc  33 9f 40 b9                   | ldr w19, [x25, #156]                              |
200  09 00 80 d2                   | mov x9, #0x0                                      |
204  73 02 09 8a                   | and x19, x19, x9                                  |
208  33 9f 00 b9                   | str w19, [x25, #156]                              |
20c  21 23 02 91                   | add x1, x25, #0x88                                |
210  20 03 02 91                   | add x0, x25, #0x80                                |
214  68 0b 80 d2                   | mov x8, #0x5b                                     |
218  01 00 00 d4                   | svc #0x0                                          |
21c  1f 00 00 f1                   | cmp x0, #0x0                                      |
220  21 01 00 54                   | b.ne 0x244                                        |
224  c0 03 5f d6                   | ret                                               |
228  63 61 6e 6e 6f 74 20 64 72 6f | .asciz "cannot drop capabilities"                 |
232  70 20 63 61 70 61 62 69 6c 69 |                                                   |
23c  74 69 65 73 00                |                                                   |
241  00 00 00                      | .balign 4                                         |
244  15 00 80 d2                   | mov x21, #0x0                                     | no path or name to tell
248  14 ff ff 10                   | adr x20, 0x228                                    |
24c  89 02 00 14                   | b 0xc70                                           |
250  53 3f 40 b9                   | ldr w19, [x26, #60]                               |
254  82 00 80 d2                   | mov x2, #0x4                                      |
258  e1 ff 9f d2                   | mov x1, #0xffff                                   |
25c  e1 ff bf f2                   | movk x1, #0xffff, lsl #16                         |
260  e0 03 13 aa                   | mov x0, x19                                       |
264  88 36 80 d2                   | mov x8, #0x1b4                                    |
268  01 00 00 d4                   | svc #0x0                                          |
26c  1f 58 00 b1                   | cmn x0, #0x16                                     |
270  80 00 00 54                   | b.eq 0x280                                        |
274  1f 00 00 f1                   | cmp x0, #0x0                                      |
278  81 03 00 54                   | b.ne 0x2e8                                        |
27c  c0 03 5f d6                   | ret                                               |
280  23 c3 00 91                   | add x3, x25, #0x30                                |
284  02 00 80 d2                   | mov x2, #0x0                                      |
288  e1 00 80 d2                   | mov x1, #0x7                                      |
28c  00 00 80 d2                   | mov x0, #0x0                                      |
290  a8 20 80 d2                   | mov x8, #0x105                                    |
294  01 00 00 d4                   | svc #0x0                                          |
298  1f 00 00 f1                   | cmp x0, #0x0                                      |
29c  61 02 00 54                   | b.ne 0x2e8                                        |
2a0  34 1f 40 f9                   | ldr x20, [x25, #56]                               |
2a4  7f 02 14 eb                   | cmp x19, x20                                      |
2a8  43 00 00 54                   | b.cc 0x2b0                                        |
2ac  c0 03 5f d6                   | ret                                               |
2b0  22 00 80 d2                   | mov x2, #0x1                                      | fails for most, which are not open
2b4  41 00 80 d2                   | mov x1, #0x2                                      |
2b8  e0 03 13 aa                   | mov x0, x19                                       |
2bc  28 03 80 d2                   | mov x8, #0x19                                     |
2c0  01 00 00 d4                   | svc #0x0                                          |
2c4  73 06 00 91                   | add x19, x19, #0x1                                |
2c8  f7 ff ff 17                   | b 0x2a4                                           |
2cc  63 61 6e 6e 6f 74 20 63 6c 6f | .asciz "cannot close descriptors"                 |
2d6  73 65 20 64 65 73 63 72 69 70 |                                                   |
2e0  74 6f 72 73 00                |                                                   |
2e5  00 00 00                      | .balign 4                                         |
2e8  15 00 80 d2                   | mov x21, #0x0                                     | no path or name to tell
2ec  14 ff ff 10                   | adr x20, 0x2cc                                    |
2f0  60 02 00 14                   | b 0xc70                                           |
2f4  53 33 40 b9                   | ldr w19, [x26, #48]                               |
2f8  7f 06 00 f1                   | cmp x19, #0x1                                     |
2fc  e0 00 00 54                   | b.eq 0x318                                        |
300  7f 0a 00 f1                   | cmp x19, #0x2                                     |
304  c0 12 00 54                   | b.eq 0x55c                                        |
308  7f 0e 00 f1                   | cmp x19, #0x3                                     |
30c  a0 16 00 54                   | b.eq 0x5e0                                        |
310  a0 02 80 92                   | mov x0, #0xffffffffffffffea                       |
314  84 ff ff 17                   | b 0x124                                           |
318  02 00 80 d2                   | mov x2, #0x0                                      | the plan begins with the attribute
31c  01 06 80 d2                   | mov x1, #0x30                                     |
320  e0 03 1a aa                   | mov x0, x26                                       |
324  88 37 80 d2                   | mov x8, #0x1bc                                    |
328  01 00 00 d4                   | svc #0x0                                          |
32c  1f 00 00 f1                   | cmp x0, #0x0                                      |
330  8b 16 00 54                   | b.lt 0x600                                        |
334  f3 03 00 aa                   | mov x19, x0                                       | the ruleset
338  14 05 a0 d2                   | mov x20, #0x280000                                |
33c  34 23 00 f9                   | str x20, [x25, #64]                               | struct open_how: flags, mode, resolve
340  14 00 80 d2                   | mov x20, #0x0                                     |
344  34 27 00 f9                   | str x20, [x25, #72]                               |
348  d4 00 80 d2                   | mov x20, #0x6                                     |
34c  34 2b 00 f9                   | str x20, [x25, #80]                               |
350  54 53 40 b9                   | ldr w20, [x26, #80]                               |
354  94 02 1a 8b                   | add x20, x20, x26                                 | the first path rule
358  55 57 40 b9                   | ldr w21, [x26, #84]                               |
35c  b5 02 1a 8b                   | add x21, x21, x26                                 | where path rules end
360  9f 02 15 eb                   | cmp x20, x21                                      |
364  40 0d 00 54                   | b.eq 0x50c                                        |
368  f6 03 14 aa                   | mov x22, x20                                      |
36c  d6 b2 00 91                   | add x22, x22, #0x2c                               |
370  03 03 80 d2                   | mov x3, #0x18                                     |
374  22 03 01 91                   | add x2, x25, #0x40                                |
378  e1 03 16 aa                   | mov x1, x22                                       |
37c  60 0c 80 92                   | mov x0, #0xffffffffffffff9c                       |
380  a8 36 80 d2                   | mov x8, #0x1b5                                    |
384  01 00 00 d4                   | svc #0x0                                          |
388  1f 98 00 b1                   | cmn x0, #0x26                                     |
38c  01 01 00 54                   | b.ne 0x3ac                                        |
390  97 0e 40 b9                   | ldr w23, [x20, #12]                               | a container's seccomp profile may not know openat2
394  03 00 80 d2                   | mov x3, #0x0                                      |
398  e2 03 17 aa                   | mov x2, x23                                       |
39c  e1 03 16 aa                   | mov x1, x22                                       |
3a0  60 0c 80 92                   | mov x0, #0xffffffffffffff9c                       |
3a4  08 07 80 d2                   | mov x8, #0x38                                     |
3a8  01 00 00 d4                   | svc #0x0                                          |
3ac  1f 00 00 f1                   | cmp x0, #0x0                                      |
3b0  2b 07 00 54                   | b.lt 0x494                                        |
3b4  f7 03 00 aa                   | mov x23, x0                                       |
3b8  98 12 40 b9                   | ldr w24, [x20, #16]                               |
3bc  49 00 80 d2                   | mov x9, #0x2                                      |
3c0  18 03 09 8a                   | and x24, x24, x9                                  |
3c4  1f 03 00 f1                   | cmp x24, #0x0                                     |
3c8  60 03 00 54                   | b.eq 0x434                                        |
3cc  24 a3 02 91                   | add x4, x25, #0xa8                                | no path: the descriptor itself
3d0  03 20 81 d2                   | mov x3, #0x900                                    |
3d4  02 00 82 d2                   | mov x2, #0x1000                                   |
3d8  21 83 01 91                   | add x1, x25, #0x60                                |
3dc  e0 03 17 aa                   | mov x0, x23                                       |
3e0  68 24 80 d2                   | mov x8, #0x123                                    |
3e4  01 00 00 d4                   | svc #0x0                                          |
3e8  1f 00 00 f1                   | cmp x0, #0x0                                      |
3ec  41 14 00 54                   | b.ne 0x674                                        |
3f0  98 0e 40 f9                   | ldr x24, [x20, #24]                               |
3f4  20 67 40 f9                   | ldr x0, [x25, #200]                               |
3f8  1f 03 00 eb                   | cmp x24, x0                                       |
3fc  81 06 00 54                   | b.ne 0x4cc                                        |
400  98 12 40 b9                   | ldr w24, [x20, #16]                               |
404  89 00 80 d2                   | mov x9, #0x4                                      |
408  18 03 09 8a                   | and x24, x24, x9                                  |
40c  1f 03 00 f1                   | cmp x24, #0x0                                     |
410  20 01 00 54                   | b.eq 0x434                                        |
414  98 12 40 f9                   | ldr x24, [x20, #32]                               |
418  20 7f 40 f9                   | ldr x0, [x25, #248]                               |
41c  1f 03 00 eb                   | cmp x24, x0                                       |
420  61 05 00 54                   | b.ne 0x4cc                                        |
424  98 2a 40 b9                   | ldr w24, [x20, #40]                               |
428  20 03 41 b9                   | ldr w0, [x25, #256]                               |
42c  1f 03 00 eb                   | cmp x24, x0                                       |
430  e1 04 00 54                   | b.ne 0x4cc                                        |
434  98 02 40 f9                   | ldr x24, [x20]                                    |
438  38 1b 00 f9                   | str x24, [x25, #48]                               |
43c  37 3b 00 b9                   | str w23, [x25, #56]                               |
440  03 00 80 d2                   | mov x3, #0x0                                      |
444  22 c3 00 91                   | add x2, x25, #0x30                                |
448  21 00 80 d2                   | mov x1, #0x1                                      |
44c  e0 03 13 aa                   | mov x0, x19                                       |
450  a8 37 80 d2                   | mov x8, #0x1bd                                    |
454  01 00 00 d4                   | svc #0x0                                          |
458  1f 00 00 f1                   | cmp x0, #0x0                                      |
45c  00 01 00 54                   | b.eq 0x47c                                        |
460  1f 58 00 b1                   | cmn x0, #0x16                                     | else it was a folder and is a file now
464  81 10 00 54                   | b.ne 0x674                                        |
468  98 12 40 b9                   | ldr w24, [x20, #16]                               |
46c  29 00 80 d2                   | mov x9, #0x1                                      |
470  18 03 09 8a                   | and x24, x24, x9                                  |
474  1f 03 00 f1                   | cmp x24, #0x0                                     |
478  e0 0f 00 54                   | b.eq 0x674                                        |
47c  e0 03 17 aa                   | mov x0, x23                                       |
480  28 07 80 d2                   | mov x8, #0x39                                     |
484  01 00 00 d4                   | svc #0x0                                          |
488  97 0a 40 b9                   | ldr w23, [x20, #8]                                |
48c  94 02 17 8b                   | add x20, x20, x23                                 |
490  b4 ff ff 17                   | b 0x360                                           |
494  97 12 40 b9                   | ldr w23, [x20, #16]                               |
498  29 00 80 d2                   | mov x9, #0x1                                      |
49c  f7 02 09 8a                   | and x23, x23, x9                                  |
4a0  ff 02 00 f1                   | cmp x23, #0x0                                     |
4a4  a0 0b 00 54                   | b.eq 0x618                                        |
4a8  1f 08 00 b1                   | cmn x0, #0x2                                      |
4ac  20 02 00 54                   | b.eq 0x4f0                                        |
4b0  1f 50 00 b1                   | cmn x0, #0x14                                     |
4b4  e0 01 00 54                   | b.eq 0x4f0                                        |
4b8  1f a0 00 b1                   | cmn x0, #0x28                                     |
4bc  a0 01 00 54                   | b.eq 0x4f0                                        |
4c0  1f 34 00 b1                   | cmn x0, #0xd                                      |
4c4  60 01 00 54                   | b.eq 0x4f0                                        |
4c8  54 00 00 14                   | b 0x618                                           |
4cc  e0 03 17 aa                   | mov x0, x23                                       |
4d0  28 07 80 d2                   | mov x8, #0x39                                     |
4d4  01 00 00 d4                   | svc #0x0                                          |
4d8  60 0e 80 92                   | mov x0, #0xffffffffffffff8c                       |
4dc  97 12 40 b9                   | ldr w23, [x20, #16]                               |
4e0  29 00 80 d2                   | mov x9, #0x1                                      |
4e4  f7 02 09 8a                   | and x23, x23, x9                                  |
4e8  ff 02 00 f1                   | cmp x23, #0x0                                     |
4ec  20 0b 00 54                   | b.eq 0x650                                        |
4f0  97 12 40 b9                   | ldr w23, [x20, #16]                               |
4f4  09 01 80 d2                   | mov x9, #0x8                                      |
4f8  f7 02 09 8a                   | and x23, x23, x9                                  |
4fc  ff 02 00 f1                   | cmp x23, #0x0                                     |
500  40 fc ff 54                   | b.eq 0x488                                        |
504  37 53 00 f9                   | str x23, [x25, #160]                              |
508  e0 ff ff 17                   | b 0x488                                           |
50c  55 5b 40 b9                   | ldr w21, [x26, #88]                               |
510  b5 02 1a 8b                   | add x21, x21, x26                                 | where port rules end
514  9f 02 15 eb                   | cmp x20, x21                                      |
518  00 02 00 54                   | b.eq 0x558                                        |
51c  03 00 80 d2                   | mov x3, #0x0                                      |
520  e2 03 14 aa                   | mov x2, x20                                       |
524  41 00 80 d2                   | mov x1, #0x2                                      |
528  e0 03 13 aa                   | mov x0, x19                                       |
52c  a8 37 80 d2                   | mov x8, #0x1bd                                    |
530  01 00 00 d4                   | svc #0x0                                          |
534  1f 00 00 f1                   | cmp x0, #0x0                                      |
538  c0 00 00 54                   | b.eq 0x550                                        |
53c  95 06 40 f9                   | ldr x21, [x20, #8]                                |
540  1f 84 01 b1                   | cmn x0, #0x61                                     | else the kernel has no such network
544  c1 0a 00 54                   | b.ne 0x69c                                        |
548  55 5b 40 b9                   | ldr w21, [x26, #88]                               |
54c  b5 02 1a 8b                   | add x21, x21, x26                                 |
550  94 42 00 91                   | add x20, x20, #0x10                               |
554  f0 ff ff 17                   | b 0x514                                           |
558  02 00 00 14                   | b 0x560                                           |
55c  53 37 80 b9                   | ldrsw x19, [x26, #52]                             |
560  54 3b 40 b9                   | ldr w20, [x26, #56]                               |
564  e1 03 14 aa                   | mov x1, x20                                       |
568  e0 03 13 aa                   | mov x0, x19                                       |
56c  c8 37 80 d2                   | mov x8, #0x1be                                    |
570  01 00 00 d4                   | svc #0x0                                          |
574  1f 00 00 f1                   | cmp x0, #0x0                                      |
578  41 0a 00 54                   | b.ne 0x6c0                                        |
57c  e0 03 13 aa                   | mov x0, x19                                       | whoever has it can add rules for the next one who takes it over
580  28 07 80 d2                   | mov x8, #0x39                                     |
584  01 00 00 d4                   | svc #0x0                                          |
588  33 53 40 f9                   | ldr x19, [x25, #160]                              |
58c  7f 02 00 f1                   | cmp x19, #0x0                                     |
590  80 02 00 54                   | b.eq 0x5e0                                        |
594  13 00 81 d2                   | mov x19, #0x800                                   | something that is never granted, for a ruleset has to handle something
598  33 1b 00 f9                   | str x19, [x25, #48]                               |
59c  02 00 80 d2                   | mov x2, #0x0                                      |
5a0  01 01 80 d2                   | mov x1, #0x8                                      |
5a4  20 c3 00 91                   | add x0, x25, #0x30                                |
5a8  88 37 80 d2                   | mov x8, #0x1bc                                    |
5ac  01 00 00 d4                   | svc #0x0                                          |
5b0  1f 00 00 f1                   | cmp x0, #0x0                                      |
5b4  6b 02 00 54                   | b.lt 0x600                                        |
5b8  f3 03 00 aa                   | mov x19, x0                                       |
5bc  e1 03 14 aa                   | mov x1, x20                                       |
5c0  e0 03 13 aa                   | mov x0, x19                                       |
5c4  c8 37 80 d2                   | mov x8, #0x1be                                    |
5c8  01 00 00 d4                   | svc #0x0                                          |
5cc  1f 00 00 f1                   | cmp x0, #0x0                                      |
5d0  81 07 00 54                   | b.ne 0x6c0                                        |
5d4  e0 03 13 aa                   | mov x0, x19                                       |
5d8  28 07 80 d2                   | mov x8, #0x39                                     |
5dc  01 00 00 d4                   | svc #0x0                                          |
5e0  c0 03 5f d6                   | ret                                               |
5e4  63 61 6e 6e 6f 74 20 63 72 65 | .asciz "cannot create the ruleset"                |
5ee  61 74 65 20 74 68 65 20 72 75 |                                                   |
5f8  6c 65 73 65 74 00             |                                                   |
5fe  00 00                         | .balign 4                                         |
600  15 00 80 d2                   | mov x21, #0x0                                     | no path or name to tell
604  14 ff ff 10                   | adr x20, 0x5e4                                    |
608  9a 01 00 14                   | b 0xc70                                           |
60c  63 61 6e 6e 6f 74 20 6f 70 65 | .asciz "cannot open"                              |
616  6e 00                         |                                                   |
618  f5 03 16 aa                   | mov x21, x22                                      |
61c  94 ff ff 10                   | adr x20, 0x60c                                    |
620  94 01 00 14                   | b 0xc70                                           |
624  63 61 6e 6e 6f 74 20 67 72 61 | .asciz "cannot grant what has taken the place of" |
62e  6e 74 20 77 68 61 74 20 68 61 |                                                   |
638  73 20 74 61 6b 65 6e 20 74 68 |                                                   |
642  65 20 70 6c 61 63 65 20 6f 66 |                                                   |
64c  00                            |                                                   |
64d  00 00 00                      | .balign 4                                         |
650  f5 03 16 aa                   | mov x21, x22                                      |
654  94 fe ff 10                   | adr x20, 0x624                                    |
658  86 01 00 14                   | b 0xc70                                           |
65c  63 61 6e 6e 6f 74 20 61 64 64 | .asciz "cannot add a rule for"                    |
666  20 61 20 72 75 6c 65 20 66 6f |                                                   |
670  72 00                         |                                                   |
672  00 00                         | .balign 4                                         |
674  f5 03 16 aa                   | mov x21, x22                                      |
678  34 ff ff 10                   | adr x20, 0x65c                                    |
67c  7d 01 00 14                   | b 0xc70                                           |
680  63 61 6e 6e 6f 74 20 61 64 64 | .asciz "cannot add a rule for port"               |
68a  20 61 20 72 75 6c 65 20 66 6f |                                                   |
694  72 20 70 6f 72 74 00          |                                                   |
69b  00                            | .balign 4                                         |
69c  34 ff ff 10                   | adr x20, 0x680                                    |
6a0  67 01 00 14                   | b 0xc3c                                           |
6a4  63 61 6e 6e 6f 74 20 65 6e 66 | .asciz "cannot enforce the ruleset"               |
6ae  6f 72 63 65 20 74 68 65 20 72 |                                                   |
6b8  75 6c 65 73 65 74 00          |                                                   |
6bf  00                            | .balign 4                                         |
6c0  15 00 80 d2                   | mov x21, #0x0                                     | no path or name to tell
6c4  14 ff ff 10                   | adr x20, 0x6a4                                    |
6c8  6a 01 00 14                   | b 0xc70                                           |
6cc  53 23 40 f9                   | ldr x19, [x26, #64]                               |
6d0  35 00 80 d2                   | mov x21, #0x1                                     | the number of the signal in the lowest bit
6d4  7f 02 00 f1                   | cmp x19, #0x0                                     |
6d8  40 02 00 54                   | b.eq 0x720                                        |
6dc  f4 03 13 aa                   | mov x20, x19                                      |
6e0  29 00 80 d2                   | mov x9, #0x1                                      |
6e4  94 02 09 8a                   | and x20, x20, x9                                  |
6e8  9f 02 00 f1                   | cmp x20, #0x0                                     |
6ec  20 01 00 54                   | b.eq 0x710                                        |
6f0  03 01 80 d2                   | mov x3, #0x8                                      | SIG_DFL, no flags, no mask
6f4  02 00 80 d2                   | mov x2, #0x0                                      |
6f8  21 83 01 91                   | add x1, x25, #0x60                                |
6fc  e0 03 15 aa                   | mov x0, x21                                       |
700  c8 10 80 d2                   | mov x8, #0x86                                     |
704  01 00 00 d4                   | svc #0x0                                          |
708  1f 00 00 f1                   | cmp x0, #0x0                                      |
70c  21 02 00 54                   | b.ne 0x750                                        |
710  73 fe 41 d3                   | lsr x19, x19, #1                                  |
714  b5 06 00 91                   | add x21, x21, #0x1                                |
718  7f 02 00 f1                   | cmp x19, #0x0                                     |
71c  c1 fd ff 54                   | b.ne 0x6d4                                        |
720  03 01 80 d2                   | mov x3, #0x8                                      | cannot fail: all is valid
724  02 00 80 d2                   | mov x2, #0x0                                      |
728  21 83 01 91                   | add x1, x25, #0x60                                |
72c  40 00 80 d2                   | mov x0, #0x2                                      |
730  e8 10 80 d2                   | mov x8, #0x87                                     |
734  01 00 00 d4                   | svc #0x0                                          |
738  c0 03 5f d6                   | ret                                               |
73c  63 61 6e 6e 6f 74 20 72 65 73 | .asciz "cannot reset signal"                      |
746  65 74 20 73 69 67 6e 61 6c 00 |                                                   |
750  74 ff ff 10                   | adr x20, 0x73c                                    |
754  3a 01 00 14                   | b 0xc3c                                           |
758  f7 03 19 aa                   | mov x23, x25                                      |
75c  f7 a2 06 91                   | add x23, x23, #0x1a8                              |
760  33 07 40 f9                   | ldr x19, [x25, #8]                                |
764  74 02 40 f9                   | ldr x20, [x19]                                    |
768  73 22 00 91                   | add x19, x19, #0x8                                |
76c  9f 02 00 f1                   | cmp x20, #0x0                                     |
770  20 05 00 54                   | b.eq 0x814                                        |
774  55 5f 40 b9                   | ldr w21, [x26, #92]                               |
778  b5 02 1a 8b                   | add x21, x21, x26                                 | the first name of the plan
77c  56 63 40 b9                   | ldr w22, [x26, #96]                               |
780  d6 02 1a 8b                   | add x22, x22, x26                                 | where the names end
784  bf 02 16 eb                   | cmp x21, x22                                      |
788  e0 fe ff 54                   | b.eq 0x764                                        |
78c  f8 03 14 aa                   | mov x24, x20                                      |
790  b6 02 40 39                   | ldrb w22, [x21]                                   |
794  b5 06 00 91                   | add x21, x21, #0x1                                |
798  df 02 00 f1                   | cmp x22, #0x0                                     |
79c  60 01 00 54                   | b.eq 0x7c8                                        |
7a0  00 03 40 39                   | ldrb w0, [x24]                                    |
7a4  18 07 00 91                   | add x24, x24, #0x1                                |
7a8  1f 00 16 eb                   | cmp x0, x22                                       |
7ac  20 ff ff 54                   | b.eq 0x790                                        |
7b0  b6 02 40 39                   | ldrb w22, [x21]                                   |
7b4  b5 06 00 91                   | add x21, x21, #0x1                                |
7b8  df 02 00 f1                   | cmp x22, #0x0                                     |
7bc  a1 ff ff 54                   | b.ne 0x7b0                                        |
7c0  b5 06 00 91                   | add x21, x21, #0x1                                | its bits
7c4  ee ff ff 17                   | b 0x77c                                           |
7c8  b6 02 40 39                   | ldrb w22, [x21]                                   | its bits
7cc  b5 06 00 91                   | add x21, x21, #0x1                                |
7d0  e0 03 16 aa                   | mov x0, x22                                       |
7d4  29 00 80 d2                   | mov x9, #0x1                                      |
7d8  00 00 09 8a                   | and x0, x0, x9                                    |
7dc  1f 00 00 f1                   | cmp x0, #0x0                                      |
7e0  c1 00 00 54                   | b.ne 0x7f8                                        |
7e4  00 03 40 39                   | ldrb w0, [x24]                                    |
7e8  1f f4 00 f1                   | cmp x0, #0x3d                                     |
7ec  60 00 00 54                   | b.eq 0x7f8                                        |
7f0  1f 00 00 f1                   | cmp x0, #0x0                                      | a string without = is all name
7f4  41 fc ff 54                   | b.ne 0x77c                                        |
7f8  49 00 80 d2                   | mov x9, #0x2                                      |
7fc  d6 02 09 8a                   | and x22, x22, x9                                  |
800  df 02 00 f1                   | cmp x22, #0x0                                     |
804  00 fb ff 54                   | b.eq 0x764                                        |
808  f4 02 00 f9                   | str x20, [x23]                                    |
80c  f7 22 00 91                   | add x23, x23, #0x8                                |
810  d5 ff ff 17                   | b 0x764                                           |
814  54 63 40 b9                   | ldr w20, [x26, #96]                               |
818  94 02 1a 8b                   | add x20, x20, x26                                 |
81c  55 67 40 b9                   | ldr w21, [x26, #100]                              |
820  b5 02 1a 8b                   | add x21, x21, x26                                 | where the plan's variables end
824  9f 02 15 eb                   | cmp x20, x21                                      |
828  e0 00 00 54                   | b.eq 0x844                                        |
82c  f4 02 00 f9                   | str x20, [x23]                                    |
830  f7 22 00 91                   | add x23, x23, #0x8                                |
834  fe 0f 1f f8                   | str x30, [sp, #-16]!                              |
838  82 01 00 94                   | bl 0xe40                                          |
83c  fe 07 41 f8                   | ldr x30, [sp], #16                                |
840  f9 ff ff 17                   | b 0x824                                           |
844  14 00 80 d2                   | mov x20, #0x0                                     | that ends the list
848  f4 02 00 f9                   | str x20, [x23]                                    |
84c  f7 22 00 91                   | add x23, x23, #0x8                                |
850  c0 03 5f d6                   | ret                                               |
854  f7 22 00 91                   | add x23, x23, #0x8                                | room for /bin/sh: see the execution of scripts
858  37 0f 00 f9                   | str x23, [x25, #24]                               |
85c  33 03 40 f9                   | ldr x19, [x25]                                    |
860  74 02 40 f9                   | ldr x20, [x19]                                    |
864  9f 02 00 f1                   | cmp x20, #0x0                                     | the list may be quite empty before Linux 5.18
868  40 00 00 54                   | b.eq 0x870                                        |
86c  73 22 00 91                   | add x19, x19, #0x8                                | past the launcher's own name
870  54 67 40 b9                   | ldr w20, [x26, #100]                              |
874  94 02 1a 8b                   | add x20, x20, x26                                 |
878  55 6b 40 b9                   | ldr w21, [x26, #104]                              |
87c  b5 02 1a 8b                   | add x21, x21, x26                                 | where the plan's command ends
880  9f 02 15 eb                   | cmp x20, x21                                      |
884  40 01 00 54                   | b.eq 0x8ac                                        |
888  34 0b 00 f9                   | str x20, [x25, #16]                               |
88c  f4 02 00 f9                   | str x20, [x23]                                    |
890  f7 22 00 91                   | add x23, x23, #0x8                                |
894  fe 0f 1f f8                   | str x30, [sp, #-16]!                              |
898  6a 01 00 94                   | bl 0xe40                                          |
89c  fe 07 41 f8                   | ldr x30, [sp], #16                                |
8a0  9f 02 15 eb                   | cmp x20, x21                                      |
8a4  41 ff ff 54                   | b.ne 0x88c                                        |
8a8  17 00 00 14                   | b 0x904                                           |
8ac  74 02 40 f9                   | ldr x20, [x19]                                    |
8b0  9f 02 00 f1                   | cmp x20, #0x0                                     |
8b4  60 03 00 54                   | b.eq 0x920                                        |
8b8  f4 02 00 f9                   | str x20, [x23]                                    | its name for itself
8bc  95 02 40 f9                   | ldr x21, [x20]                                    |
8c0  b6 a5 85 d2                   | mov x22, #0x2d2d                                  | --argv0
8c4  36 4c ae f2                   | movk x22, #0x7261, lsl #16                        |
8c8  f6 cc ce f2                   | movk x22, #0x7667, lsl #32                        |
8cc  16 06 e0 f2                   | movk x22, #0x30, lsl #48                          |
8d0  bf 02 16 eb                   | cmp x21, x22                                      |
8d4  21 01 00 54                   | b.ne 0x8f8                                        |
8d8  74 06 40 f9                   | ldr x20, [x19, #8]                                |
8dc  9f 02 00 f1                   | cmp x20, #0x0                                     |
8e0  00 02 00 54                   | b.eq 0x920                                        |
8e4  f4 02 00 f9                   | str x20, [x23]                                    |
8e8  74 0a 40 f9                   | ldr x20, [x19, #16]                               |
8ec  9f 02 00 f1                   | cmp x20, #0x0                                     |
8f0  80 01 00 54                   | b.eq 0x920                                        |
8f4  73 42 00 91                   | add x19, x19, #0x10                               |
8f8  34 0b 00 f9                   | str x20, [x25, #16]                               |
8fc  73 22 00 91                   | add x19, x19, #0x8                                |
900  f7 22 00 91                   | add x23, x23, #0x8                                |
904  74 02 40 f9                   | ldr x20, [x19]                                    |
908  f4 02 00 f9                   | str x20, [x23]                                    |
90c  73 22 00 91                   | add x19, x19, #0x8                                |
910  f7 22 00 91                   | add x23, x23, #0x8                                |
914  9f 02 00 f1                   | cmp x20, #0x0                                     |
918  61 ff ff 54                   | b.ne 0x904                                        |
91c  c0 03 5f d6                   | ret                                               |
920  a0 02 80 92                   | mov x0, #0xffffffffffffffea                       |
924  06 00 00 14                   | b 0x93c                                           |
928  6e 6f 20 63 6f 6d 6d 61 6e 64 | .asciz "no command given"                         |
932  20 67 69 76 65 6e 00          |                                                   |
939  00 00 00                      | .balign 4                                         |
93c  15 00 80 d2                   | mov x21, #0x0                                     | no path or name to tell
940  54 ff ff 10                   | adr x20, 0x928                                    |
944  cb 00 00 14                   | b 0xc70                                           |
948  53 5b 40 b9                   | ldr w19, [x26, #88]                               |
94c  54 5f 40 b9                   | ldr w20, [x26, #92]                               |
950  94 02 13 cb                   | sub x20, x20, x19                                 | bytes
954  9f 02 00 f1                   | cmp x20, #0x0                                     |
958  80 01 00 54                   | b.eq 0x988                                        |
95c  94 fe 43 d3                   | lsr x20, x20, #3                                  | instructions
960  73 02 1a 8b                   | add x19, x19, x26                                 |
964  34 1b 00 f9                   | str x20, [x25, #48]                               | struct sock_fprog: how many, and where
968  33 1f 00 f9                   | str x19, [x25, #56]                               |
96c  22 c3 00 91                   | add x2, x25, #0x30                                |
970  01 00 80 d2                   | mov x1, #0x0                                      |
974  20 00 80 d2                   | mov x0, #0x1                                      |
978  a8 22 80 d2                   | mov x8, #0x115                                    |
97c  01 00 00 d4                   | svc #0x0                                          |
980  1f 00 00 f1                   | cmp x0, #0x0                                      |
984  61 01 00 54                   | b.ne 0x9b0                                        |
988  c0 03 5f d6                   | ret                                               |
98c  63 61 6e 6e 6f 74 20 69 6e 73 | .asciz "cannot install the seccomp filter"        |
996  74 61 6c 6c 20 74 68 65 20 73 |                                                   |
9a0  65 63 63 6f 6d 70 20 66 69 6c |                                                   |
9aa  74 65 72 00                   |                                                   |
9ae  00 00                         | .balign 4                                         |
9b0  15 00 80 d2                   | mov x21, #0x0                                     | no path or name to tell
9b4  d4 fe ff 10                   | adr x20, 0x98c                                    |
9b8  ae 00 00 14                   | b 0xc70                                           |
9bc  33 0b 40 f9                   | ldr x19, [x25, #16]                               |
9c0  37 0f 40 f9                   | ldr x23, [x25, #24]                               |
9c4  f8 03 19 aa                   | mov x24, x25                                      |
9c8  18 a3 06 91                   | add x24, x24, #0x1a8                              |
9cc  f4 03 13 aa                   | mov x20, x19                                      |
9d0  80 02 40 39                   | ldrb w0, [x20]                                    |
9d4  1f bc 00 f1                   | cmp x0, #0x2f                                     |
9d8  e0 0a 00 54                   | b.eq 0xb34                                        |
9dc  94 06 00 91                   | add x20, x20, #0x1                                |
9e0  1f 00 00 f1                   | cmp x0, #0x0                                      |
9e4  61 ff ff 54                   | b.ne 0x9d0                                        |
9e8  94 02 13 cb                   | sub x20, x20, x19                                 | length of the name with its zero
9ec  f5 03 13 aa                   | mov x21, x19                                      |
9f0  20 00 80 92                   | mov x0, #0xfffffffffffffffe                       |
9f4  9f 06 00 f1                   | cmp x20, #0x1                                     | the empty name is nowhere
9f8  00 0c 00 54                   | b.eq 0xb78                                        |
9fc  60 04 80 92                   | mov x0, #0xffffffffffffffdc                       |
a00  9f 06 04 f1                   | cmp x20, #0x101                                   |
a04  43 00 00 54                   | b.cc 0xa0c                                        |
a08  5c 00 00 14                   | b 0xb78                                           |
a0c  54 4f 40 b9                   | ldr w20, [x26, #76]                               |
a10  94 02 1a 8b                   | add x20, x20, x26                                 |
a14  9f 02 1a eb                   | cmp x20, x26                                      |
a18  21 02 00 54                   | b.ne 0xa5c                                        |
a1c  35 07 40 f9                   | ldr x21, [x25, #8]                                |
a20  b4 02 40 f9                   | ldr x20, [x21]                                    |
a24  b5 22 00 91                   | add x21, x21, #0x8                                |
a28  9f 02 00 f1                   | cmp x20, #0x0                                     |
a2c  60 01 00 54                   | b.eq 0xa58                                        |
a30  80 02 40 b9                   | ldr w0, [x20]                                     |
a34  09 2a 88 d2                   | mov x9, #0x4150                                   | PATH
a38  89 0a a9 f2                   | movk x9, #0x4854, lsl #16                         |
a3c  1f 00 09 eb                   | cmp x0, x9                                        |
a40  01 ff ff 54                   | b.ne 0xa20                                        |
a44  80 12 40 39                   | ldrb w0, [x20, #4]                                |
a48  1f f4 00 f1                   | cmp x0, #0x3d                                     |
a4c  a1 fe ff 54                   | b.ne 0xa20                                        |
a50  94 16 00 91                   | add x20, x20, #0x5                                |
a54  02 00 00 14                   | b 0xa5c                                           |
a58  34 0e 00 70                   | adr x20, 0xc1f                                    |
a5c  09 22 82 d2                   | mov x9, #0x1110                                   |
a60  ff 63 29 cb                   | sub sp, sp, x9                                    |
a64  fa 03 00 91                   | mov x26, sp                                       |
a68  f6 03 1a aa                   | mov x22, x26                                      |
a6c  09 00 82 d2                   | mov x9, #0x1000                                   |
a70  d6 02 09 8b                   | add x22, x22, x9                                  |
a74  15 00 80 d2                   | mov x21, #0x0                                     |
a78  35 17 00 f9                   | str x21, [x25, #40]                               |
a7c  34 13 00 f9                   | str x20, [x25, #32]                               |
a80  fe 0f 1f f8                   | str x30, [sp, #-16]!                              |
a84  45 00 00 94                   | bl 0xb98                                          |
a88  fe 07 41 f8                   | ldr x30, [sp], #16                                |
a8c  e2 03 18 aa                   | mov x2, x24                                       |
a90  e1 03 17 aa                   | mov x1, x23                                       |
a94  e0 03 1a aa                   | mov x0, x26                                       |
a98  a8 1b 80 d2                   | mov x8, #0xdd                                     |
a9c  01 00 00 d4                   | svc #0x0                                          |
aa0  f5 03 1a aa                   | mov x21, x26                                      |
aa4  1f 20 00 b1                   | cmn x0, #0x8                                      |
aa8  60 05 00 54                   | b.eq 0xb54                                        |
aac  1f 08 00 b1                   | cmn x0, #0x2                                      |
ab0  e0 01 00 54                   | b.eq 0xaec                                        |
ab4  1f 50 00 b1                   | cmn x0, #0x14                                     |
ab8  a0 01 00 54                   | b.eq 0xaec                                        |
abc  1f 4c 00 b1                   | cmn x0, #0x13                                     |
ac0  60 01 00 54                   | b.eq 0xaec                                        |
ac4  1f 90 00 b1                   | cmn x0, #0x24                                     |
ac8  20 01 00 54                   | b.eq 0xaec                                        |
acc  1f b8 01 b1                   | cmn x0, #0x6e                                     |
ad0  e0 00 00 54                   | b.eq 0xaec                                        |
ad4  1f d0 01 b1                   | cmn x0, #0x74                                     |
ad8  a0 00 00 54                   | b.eq 0xaec                                        |
adc  1f 34 00 b1                   | cmn x0, #0xd                                      |
ae0  c1 04 00 54                   | b.ne 0xb78                                        |
ae4  35 13 40 f9                   | ldr x21, [x25, #32]                               |
ae8  35 17 00 f9                   | str x21, [x25, #40]                               | maybe there is another one further on; if not, it was this
aec  80 02 40 39                   | ldrb w0, [x20]                                    |
af0  94 06 00 91                   | add x20, x20, #0x1                                |
af4  1f 00 00 f1                   | cmp x0, #0x0                                      | a colon
af8  21 fc ff 54                   | b.ne 0xa7c                                        |
afc  34 17 40 f9                   | ldr x20, [x25, #40]                               |
b00  9f 02 00 f1                   | cmp x20, #0x0                                     |
b04  e0 00 00 54                   | b.eq 0xb20                                        |
b08  fe 0f 1f f8                   | str x30, [sp, #-16]!                              |
b0c  23 00 00 94                   | bl 0xb98                                          |
b10  fe 07 41 f8                   | ldr x30, [sp], #16                                |
b14  f5 03 1a aa                   | mov x21, x26                                      |
b18  80 01 80 92                   | mov x0, #0xfffffffffffffff3                       |
b1c  17 00 00 14                   | b 0xb78                                           |
b20  54 07 00 70                   | adr x20, 0xc0b                                    |
b24  f5 03 13 aa                   | mov x21, x19                                      |
b28  20 00 80 92                   | mov x0, #0xfffffffffffffffe                       |
b2c  f8 0f 80 d2                   | mov x24, #0x7f                                    |
b30  51 00 00 14                   | b 0xc74                                           |
b34  e2 03 18 aa                   | mov x2, x24                                       |
b38  e1 03 17 aa                   | mov x1, x23                                       |
b3c  e0 03 13 aa                   | mov x0, x19                                       |
b40  a8 1b 80 d2                   | mov x8, #0xdd                                     |
b44  01 00 00 d4                   | svc #0x0                                          |
b48  f5 03 13 aa                   | mov x21, x19                                      |
b4c  1f 20 00 b1                   | cmn x0, #0x8                                      |
b50  41 01 00 54                   | b.ne 0xb78                                        |
b54  f5 02 00 f9                   | str x21, [x23]                                    | a script without #! is an argument of the shell, in place of its name
b58  f7 22 00 d1                   | sub x23, x23, #0x8                                |
b5c  d5 05 00 70                   | adr x21, 0xc17                                    |
b60  f5 02 00 f9                   | str x21, [x23]                                    |
b64  e2 03 18 aa                   | mov x2, x24                                       |
b68  e1 03 17 aa                   | mov x1, x23                                       |
b6c  e0 03 15 aa                   | mov x0, x21                                       |
b70  a8 1b 80 d2                   | mov x8, #0xdd                                     |
b74  01 00 00 d4                   | svc #0x0                                          |
b78  34 04 00 10                   | adr x20, 0xbfc                                    |
b7c  f8 0f 80 d2                   | mov x24, #0x7f                                    |
b80  1f 08 00 b1                   | cmn x0, #0x2                                      |
b84  80 07 00 54                   | b.eq 0xc74                                        |
b88  1f 50 00 b1                   | cmn x0, #0x14                                     |
b8c  40 07 00 54                   | b.eq 0xc74                                        |
b90  d8 0f 80 d2                   | mov x24, #0x7e                                    |
b94  38 00 00 14                   | b 0xc74                                           |
b98  f5 03 1a aa                   | mov x21, x26                                      |
b9c  80 02 40 39                   | ldrb w0, [x20]                                    |
ba0  1f 00 00 f1                   | cmp x0, #0x0                                      |
ba4  20 01 00 54                   | b.eq 0xbc8                                        |
ba8  1f e8 00 f1                   | cmp x0, #0x3a                                     |
bac  e0 00 00 54                   | b.eq 0xbc8                                        |
bb0  94 06 00 91                   | add x20, x20, #0x1                                |
bb4  bf 02 16 eb                   | cmp x21, x22                                      |
bb8  20 ff ff 54                   | b.eq 0xb9c                                        |
bbc  a0 02 00 39                   | strb w0, [x21]                                    |
bc0  b5 06 00 91                   | add x21, x21, #0x1                                |
bc4  f6 ff ff 17                   | b 0xb9c                                           |
bc8  bf 02 1a eb                   | cmp x21, x26                                      |
bcc  80 00 00 54                   | b.eq 0xbdc                                        |
bd0  e0 05 80 d2                   | mov x0, #0x2f                                     |
bd4  a0 02 00 39                   | strb w0, [x21]                                    |
bd8  b5 06 00 91                   | add x21, x21, #0x1                                |
bdc  60 02 40 39                   | ldrb w0, [x19]                                    |
be0  a0 02 00 39                   | strb w0, [x21]                                    |
be4  73 06 00 91                   | add x19, x19, #0x1                                |
be8  b5 06 00 91                   | add x21, x21, #0x1                                |
bec  1f 00 00 f1                   | cmp x0, #0x0                                      |
bf0  61 ff ff 54                   | b.ne 0xbdc                                        |
bf4  33 0b 40 f9                   | ldr x19, [x25, #16]                               |
bf8  c0 03 5f d6                   | ret                                               |
bfc  63 61 6e 6e 6f 74 20 65 78 65 | .asciz "cannot execute"                           |
c06  63 75 74 65 00                |                                                   |
c0b  63 61 6e 6e 6f 74 20 66 69 6e | .asciz "cannot find"                              |
c15  64 00                         |                                                   |
c17  2f 62 69 6e 2f 73 68 00       | .asciz "/bin/sh"                                  |
c1f  2f 75 73 72 2f 6c 6f 63 61 6c | .asciz "/usr/local/bin:/usr/bin:/bin"             |
c29  2f 62 69 6e 3a 2f 75 73 72 2f |                                                   |
c33  62 69 6e 3a 2f 62 69 6e 00    |                                                   |
c3c  f7 03 00 aa                   | mov x23, x0                                       |
c40  f8 03 14 aa                   | mov x24, x20                                      |
c44  09 02 80 d2                   | mov x9, #0x10                                     | at most five digits and a zero
c48  ff 63 29 cb                   | sub sp, sp, x9                                    |
c4c  f3 03 00 91                   | mov x19, sp                                       |
c50  fe 0f 1f f8                   | str x30, [sp, #-16]!                              |
c54  67 00 00 94                   | bl 0xdf0                                          |
c58  fe 07 41 f8                   | ldr x30, [sp], #16                                |
c5c  00 00 80 d2                   | mov x0, #0x0                                      |
c60  60 02 00 39                   | strb w0, [x19]                                    |
c64  f5 03 00 91                   | mov x21, sp                                       |
c68  f4 03 18 aa                   | mov x20, x24                                      |
c6c  e0 03 17 aa                   | mov x0, x23                                       |
c70  b8 0f 80 d2                   | mov x24, #0x7d                                    |
c74  17 00 80 d2                   | mov x23, #0x0                                     |
c78  f7 02 00 cb                   | sub x23, x23, x0                                  | the errno
c7c  f6 03 14 aa                   | mov x22, x20                                      |
c80  09 02 82 d2                   | mov x9, #0x1010                                   |
c84  ff 63 29 cb                   | sub sp, sp, x9                                    |
c88  f3 03 00 91                   | mov x19, sp                                       |
c8c  73 42 00 91                   | add x19, x19, #0x10                               | where the next byte of the message goes
c90  f9 03 13 aa                   | mov x25, x19                                      |
c94  39 03 3f 91                   | add x25, x25, #0xfc0                              | where the subject is cut off
c98  f4 0d 00 10                   | adr x20, 0xe54                                    |
c9c  fe 0f 1f f8                   | str x30, [sp, #-16]!                              |
ca0  45 00 00 94                   | bl 0xdb4                                          |
ca4  fe 07 41 f8                   | ldr x30, [sp], #16                                |
ca8  f4 03 16 aa                   | mov x20, x22                                      |
cac  fe 0f 1f f8                   | str x30, [sp, #-16]!                              |
cb0  41 00 00 94                   | bl 0xdb4                                          |
cb4  fe 07 41 f8                   | ldr x30, [sp], #16                                |
cb8  bf 02 00 f1                   | cmp x21, #0x0                                     |
cbc  c0 01 00 54                   | b.eq 0xcf4                                        |
cc0  14 0d 00 70                   | adr x20, 0xe63                                    |
cc4  fe 0f 1f f8                   | str x30, [sp, #-16]!                              |
cc8  3b 00 00 94                   | bl 0xdb4                                          |
ccc  fe 07 41 f8                   | ldr x30, [sp], #16                                |
cd0  f4 03 15 aa                   | mov x20, x21                                      |
cd4  fe 0f 1f f8                   | str x30, [sp, #-16]!                              |
cd8  37 00 00 94                   | bl 0xdb4                                          |
cdc  fe 07 41 f8                   | ldr x30, [sp], #16                                |
ce0  19 00 80 d2                   | mov x25, #0x0                                     | nowhere: what comes now is short, and none of it is cut off
ce4  14 0c 00 50                   | adr x20, 0xe66                                    |
ce8  fe 0f 1f f8                   | str x30, [sp, #-16]!                              |
cec  32 00 00 94                   | bl 0xdb4                                          |
cf0  fe 07 41 f8                   | ldr x30, [sp], #16                                |
cf4  b4 0b 00 10                   | adr x20, 0xe68                                    |
cf8  fe 0f 1f f8                   | str x30, [sp, #-16]!                              |
cfc  2e 00 00 94                   | bl 0xdb4                                          |
d00  fe 07 41 f8                   | ldr x30, [sp], #16                                |
d04  74 0b 00 50                   | adr x20, 0xe72                                    |
d08  96 02 40 39                   | ldrb w22, [x20]                                   |
d0c  94 06 00 91                   | add x20, x20, #0x1                                |
d10  df 02 00 f1                   | cmp x22, #0x0                                     |
d14  60 01 00 54                   | b.eq 0xd40                                        |
d18  df 02 17 eb                   | cmp x22, x23                                      |
d1c  a0 00 00 54                   | b.eq 0xd30                                        |
d20  fe 0f 1f f8                   | str x30, [sp, #-16]!                              |
d24  47 00 00 94                   | bl 0xe40                                          |
d28  fe 07 41 f8                   | ldr x30, [sp], #16                                |
d2c  f7 ff ff 17                   | b 0xd08                                           |
d30  fe 0f 1f f8                   | str x30, [sp, #-16]!                              |
d34  20 00 00 94                   | bl 0xdb4                                          |
d38  fe 07 41 f8                   | ldr x30, [sp], #16                                |
d3c  09 00 00 14                   | b 0xd60                                           |
d40  54 09 00 70                   | adr x20, 0xe6b                                    |
d44  fe 0f 1f f8                   | str x30, [sp, #-16]!                              |
d48  1b 00 00 94                   | bl 0xdb4                                          |
d4c  fe 07 41 f8                   | ldr x30, [sp], #16                                |
d50  f5 03 17 aa                   | mov x21, x23                                      |
d54  fe 0f 1f f8                   | str x30, [sp, #-16]!                              |
d58  26 00 00 94                   | bl 0xdf0                                          |
d5c  fe 07 41 f8                   | ldr x30, [sp], #16                                |
d60  40 01 80 d2                   | mov x0, #0xa                                      |
d64  60 02 00 39                   | strb w0, [x19]                                    |
d68  f4 03 00 91                   | mov x20, sp                                       |
d6c  73 02 14 cb                   | sub x19, x19, x20                                 |
d70  73 3e 00 d1                   | sub x19, x19, #0xf                                | the length, with the line feed
d74  00 00 80 92                   | mov x0, #0xffffffffffffffff                       |
d78  80 02 00 f9                   | str x0, [x20]                                     | every signal: a closed pipe must not hide the exit status
d7c  03 01 80 d2                   | mov x3, #0x8                                      |
d80  02 00 80 d2                   | mov x2, #0x0                                      |
d84  e1 03 14 aa                   | mov x1, x20                                       |
d88  40 00 80 d2                   | mov x0, #0x2                                      |
d8c  e8 10 80 d2                   | mov x8, #0x87                                     |
d90  01 00 00 d4                   | svc #0x0                                          |
d94  e2 03 13 aa                   | mov x2, x19                                       |
d98  81 42 00 91                   | add x1, x20, #0x10                                |
d9c  40 00 80 d2                   | mov x0, #0x2                                      |
da0  08 08 80 d2                   | mov x8, #0x40                                     |
da4  01 00 00 d4                   | svc #0x0                                          |
da8  e0 03 18 aa                   | mov x0, x24                                       |
dac  c8 0b 80 d2                   | mov x8, #0x5e                                     |
db0  01 00 00 d4                   | svc #0x0                                          |
db4  80 02 40 39                   | ldrb w0, [x20]                                    |
db8  1f 00 00 f1                   | cmp x0, #0x0                                      |
dbc  80 01 00 54                   | b.eq 0xdec                                        |
dc0  1f fc 01 f1                   | cmp x0, #0x7f                                     |
dc4  80 00 00 54                   | b.eq 0xdd4                                        |
dc8  1f 80 00 f1                   | cmp x0, #0x20                                     |
dcc  43 00 00 54                   | b.cc 0xdd4                                        |
dd0  02 00 00 14                   | b 0xdd8                                           |
dd4  e0 07 80 d2                   | mov x0, #0x3f                                     |
dd8  60 02 00 39                   | strb w0, [x19]                                    |
ddc  73 06 00 91                   | add x19, x19, #0x1                                |
de0  94 06 00 91                   | add x20, x20, #0x1                                |
de4  7f 02 19 eb                   | cmp x19, x25                                      |
de8  61 fe ff 54                   | b.ne 0xdb4                                        |
dec  c0 03 5f d6                   | ret                                               |
df0  b4 09 00 10                   | adr x20, 0xf24                                    |
df4  96 02 40 b9                   | ldr w22, [x20]                                    |
df8  94 12 00 91                   | add x20, x20, #0x4                                |
dfc  df 06 00 f1                   | cmp x22, #0x1                                     |
e00  60 00 00 54                   | b.eq 0xe0c                                        |
e04  bf 02 16 eb                   | cmp x21, x22                                      |
e08  63 ff ff 54                   | b.cc 0xdf4                                        |
e0c  00 06 80 d2                   | mov x0, #0x30                                     |
e10  bf 02 16 eb                   | cmp x21, x22                                      |
e14  83 00 00 54                   | b.cc 0xe24                                        |
e18  b5 02 16 cb                   | sub x21, x21, x22                                 |
e1c  00 04 00 91                   | add x0, x0, #0x1                                  |
e20  fc ff ff 17                   | b 0xe10                                           |
e24  60 02 00 39                   | strb w0, [x19]                                    |
e28  73 06 00 91                   | add x19, x19, #0x1                                |
e2c  96 02 40 b9                   | ldr w22, [x20]                                    |
e30  94 12 00 91                   | add x20, x20, #0x4                                |
e34  df 02 00 f1                   | cmp x22, #0x0                                     |
e38  a1 fe ff 54                   | b.ne 0xe0c                                        |
e3c  c0 03 5f d6                   | ret                                               |
e40  80 02 40 39                   | ldrb w0, [x20]                                    |
e44  94 06 00 91                   | add x20, x20, #0x1                                |
e48  1f 00 00 f1                   | cmp x0, #0x0                                      |
e4c  a1 ff ff 54                   | b.ne 0xe40                                        |
e50  c0 03 5f d6                   | ret                                               |
e54  6c 61 6e 64 6c 6f 63 6b 64 6f | .asciz "landlockdown: "                           |
e5e  77 6e 3a 20 00                |                                                   |
e63  20 22 00                      | .asciz " \\""                                      |
e66  22 00                         | .asciz "\\""                                       |
e68  3a 20 00                      | .asciz ": "                                       |
e6b  65 72 72 6e 6f 20 00          | .asciz "errno "                                   |
e72  01                            | .byte 0x01                                        |
e73  45 50 45 52 4d 00             | .asciz "EPERM"                                    |
e79  02                            | .byte 0x02                                        |
e7a  45 4e 4f 45 4e 54 00          | .asciz "ENOENT"                                   |
e81  05                            | .byte 0x05                                        |
e82  45 49 4f 00                   | .asciz "EIO"                                      |
e86  07                            | .byte 0x07                                        |
e87  45 32 42 49 47 00             | .asciz "E2BIG"                                    |
e8d  08                            | .byte 0x08                                        |
e8e  45 4e 4f 45 58 45 43 00       | .asciz "ENOEXEC"                                  |
e96  09                            | .byte 0x09                                        |
e97  45 42 41 44 46 00             | .asciz "EBADF"                                    |
e9d  0b                            | .byte 0x0b                                        |
e9e  45 41 47 41 49 4e 00          | .asciz "EAGAIN"                                   |
ea5  0c                            | .byte 0x0c                                        |
ea6  45 4e 4f 4d 45 4d 00          | .asciz "ENOMEM"                                   |
ead  0d                            | .byte 0x0d                                        |
eae  45 41 43 43 45 53 00          | .asciz "EACCES"                                   |
eb5  14                            | .byte 0x14                                        |
eb6  45 4e 4f 54 44 49 52 00       | .asciz "ENOTDIR"                                  |
ebe  16                            | .byte 0x16                                        |
ebf  45 49 4e 56 41 4c 00          | .asciz "EINVAL"                                   |
ec6  17                            | .byte 0x17                                        |
ec7  45 4e 46 49 4c 45 00          | .asciz "ENFILE"                                   |
ece  18                            | .byte 0x18                                        |
ecf  45 4d 46 49 4c 45 00          | .asciz "EMFILE"                                   |
ed6  1a                            | .byte 0x1a                                        |
ed7  45 54 58 54 42 53 59 00       | .asciz "ETXTBSY"                                  |
edf  24                            | .byte 0x24                                        |
ee0  45 4e 41 4d 45 54 4f 4f 4c 4f | .asciz "ENAMETOOLONG"                             |
eea  4e 47 00                      |                                                   |
eed  26                            | .byte 0x26                                        |
eee  45 4e 4f 53 59 53 00          | .asciz "ENOSYS"                                   |
ef5  28                            | .byte 0x28                                        |
ef6  45 4c 4f 4f 50 00             | .asciz "ELOOP"                                    |
efc  2a                            | .byte 0x2a                                        |
efd  45 4e 4f 4d 53 47 00          | .asciz "ENOMSG"                                   |
f04  4d                            | .byte 0x4d                                        |
f05  45 42 41 44 46 44 00          | .asciz "EBADFD"                                   |
f0c  5f                            | .byte 0x5f                                        |
f0d  45 4f 50 4e 4f 54 53 55 50 50 | .asciz "EOPNOTSUPP"                               |
f17  00                            |                                                   |
f18  74                            | .byte 0x74                                        |
f19  45 53 54 41 4c 45 00          | .asciz "ESTALE"                                   |
f20  00                            | .byte 0x00                                        | no further errors
f21  00 00 00                      | .balign 4                                         |
f24  10 27 00 00                   | .byte 0x10, 0x27, 0x00, 0x00                      | 10000
f28  e8 03 00 00                   | .byte 0xe8, 0x03, 0x00, 0x00                      | 1000
f2c  64 00 00 00                   | .byte 0x64, 0x00, 0x00, 0x00                      | 100
f30  0a 00 00 00                   | .byte 0x0a, 0x00, 0x00, 0x00                      | 10
f34  01 00 00 00                   | .byte 0x01, 0x00, 0x00, 0x00                      | 1
f38  00 00 00 00                   | .byte 0x00, 0x00, 0x00, 0x00                      | 0
f3c  00 00 00 00                   | .balign 8                                         |
`,
  },
};
