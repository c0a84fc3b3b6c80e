import type { Architecture } from "../../runtimes/runtime.ts";
import type { Listing } from "../machine/listing.ts";

/** The launcher of `launcher_program.ts` in machine code. Written by `npm run listings`; a test disassembles it. */
export const LAUNCHER: Record<Architecture, Listing<"start" | "plan">> = {
  x86_64: {
    labels: { start: 0, plan: 4048 },
    listing: `
000  48 89 e3                      | mov rbx,rsp                                                                                        |
003  4c 8d 0d c6 0f 00 00          | lea r9,[rip+0xfc6]                                                                                 |
00a  e8 8f 00 00 00                | call 0x9e                                                                                          |
00f  48 8b 2b                      | mov rbp,QWORD PTR [rbx]                                                                            | how many arguments
012  48 83 c3 08                   | add rbx,0x8                                                                                        | their list
016  48 c1 e5 03                   | shl rbp,0x3                                                                                        |
01a  48 01 dd                      | add rbp,rbx                                                                                        |
01d  48 83 c5 08                   | add rbp,0x8                                                                                        | behind the zero that ends it: the environment
021  49 89 ec                      | mov r12,rbp                                                                                        |
024  4d 8b 2c 24                   | mov r13,QWORD PTR [r12]                                                                            |
028  49 83 c4 08                   | add r12,0x8                                                                                        |
02c  49 83 fd 00                   | cmp r13,0x0                                                                                        |
030  0f 85 ee ff ff ff             | jne 0x24                                                                                           |
036  49 29 dc                      | sub r12,rbx                                                                                        | bytes of both lists with their ends
039  45 8b 69 48                   | mov r13d,DWORD PTR [r9+0x48]                                                                       |
03d  4d 01 ec                      | add r12,r13                                                                                        |
040  49 81 c4 b7 01 00 00          | add r12,0x1b7                                                                                      |
047  49 83 e4 f0                   | and r12,0xfffffffffffffff0                                                                         |
04b  4c 29 e4                      | sub rsp,r12                                                                                        |
04e  49 89 e0                      | mov r8,rsp                                                                                         |
051  49 89 18                      | mov QWORD PTR [r8],rbx                                                                             |
054  49 89 68 08                   | mov QWORD PTR [r8+0x8],rbp                                                                         |
058  31 db                         | xor ebx,ebx                                                                                        |
05a  49 89 98 a0 00 00 00          | mov QWORD PTR [r8+0xa0],rbx                                                                        |
061  49 89 58 60                   | mov QWORD PTR [r8+0x60],rbx                                                                        |
065  49 89 58 68                   | mov QWORD PTR [r8+0x68],rbx                                                                        |
069  49 89 58 70                   | mov QWORD PTR [r8+0x70],rbx                                                                        |
06d  49 89 58 78                   | mov QWORD PTR [r8+0x78],rbx                                                                        |
071  e8 75 00 00 00                | call 0xeb                                                                                          |
076  e8 c0 00 00 00                | call 0x13b                                                                                         | after no_new_privs, which makes it last
07b  e8 af 01 00 00                | call 0x22f                                                                                         | before the ruleset, which may leave descriptors for the command
080  e8 4a 02 00 00                | call 0x2cf                                                                                         |
085  e8 51 06 00 00                | call 0x6db                                                                                         |
08a  e8 dd 06 00 00                | call 0x76c                                                                                         |
08f  e8 cf 07 00 00                | call 0x863                                                                                         |
094  e8 5a 09 00 00                | call 0x9f3                                                                                         | last, for it may forbid what the steps before it do
099  e9 c9 09 00 00                | jmp 0xa67                                                                                          |
09e  41 8b 69 68                   | mov ebp,DWORD PTR [r9+0x68]                                                                        |
0a2  4c 01 cd                      | add rbp,r9                                                                                         |
0a5  48 8b 6d 08                   | mov rbp,QWORD PTR [rbp+0x8]                                                                        |
0a9  49 bc 6c 6c 64 2d 70 6c 61 6e | movabs r12,0x6e616c702d646c6c                                                                      |
0b3  48 c7 c0 ea ff ff ff          | mov rax,0xffffffffffffffea                                                                         |
0ba  4c 39 e5                      | cmp rbp,r12                                                                                        |
0bd  0f 85 19 00 00 00             | jne 0xdc                                                                                           |
0c3  c3                            | ret                                                                                                |
0c4  63 61 6e 6e 6f 74 20 72 65 61 | .asciz "cannot read the plan"                                                                      |
0ce  64 20 74 68 65 20 70 6c 61 6e |                                                                                                    |
0d8  00                            |                                                                                                    |
0d9  00 00 00                      | .balign 4                                                                                          |
0dc  45 31 e4                      | xor r12d,r12d                                                                                      | no path or name to tell
0df  48 8d 2d de ff ff ff          | lea rbp,[rip+0xffffffffffffffde]                                                                   |
0e6  e9 44 0c 00 00                | jmp 0xd2f                                                                                          |
0eb  bf 26 00 00 00                | mov edi,0x26                                                                                       |
0f0  be 01 00 00 00                | mov esi,0x1                                                                                        |
0f5  31 d2                         | xor edx,edx                                                                                        |
0f7  45 31 d2                      | xor r10d,r10d                                                                                      |
0fa  41 50                         | push r8                                                                                            |
0fc  45 31 c0                      | xor r8d,r8d                                                                                        |
0ff  b8 9d 00 00 00                | mov eax,0x9d                                                                                       |
104  0f 05                         | syscall                                                                                            |
106  41 58                         | pop r8                                                                                             |
108  48 83 f8 00                   | cmp rax,0x0                                                                                        |
10c  0f 85 1a 00 00 00             | jne 0x12c                                                                                          |
112  c3                            | ret                                                                                                |
113  63 61 6e 6e 6f 74 20 73 65 74 | .asciz "cannot set no_new_privs"                                                                   |
11d  20 6e 6f 5f 6e 65 77 5f 70 72 |                                                                                                    |
127  69 76 73 00                   |                                                                                                    |
12b  00                            | .balign 4                                                                                          |
12c  45 31 e4                      | xor r12d,r12d                                                                                      | no path or name to tell
12f  48 8d 2d dd ff ff ff          | lea rbp,[rip+0xffffffffffffffdd]                                                                   |
136  e9 f4 0b 00 00                | jmp 0xd2f                                                                                          |
13b  bb 22 05 08 20                | mov ebx,0x20080522                                                                                 |
140  49 89 98 80 00 00 00          | mov QWORD PTR [r8+0x80],rbx                                                                        | process 0 is this one
147  49 8d b8 80 00 00 00          | lea rdi,[r8+0x80]                                                                                  |
14e  49 8d b0 88 00 00 00          | lea rsi,[r8+0x88]                                                                                  |
155  b8 7d 00 00 00                | mov eax,0x7d                                                                                       |
15a  0f 05                         | syscall                                                                                            |
15c  48 83 f8 00                   | cmp rax,0x0                                                                                        |
160  0f 85 ba 00 00 00             | jne 0x220                                                                                          |
166  41 8b 98 88 00 00 00          | mov ebx,DWORD PTR [r8+0x88]                                                                        |
16d  48 81 e3 ff ff 94 ff          | and rbx,0xffffffffff94ffff                                                                         |
174  41 89 98 88 00 00 00          | mov DWORD PTR [r8+0x88],ebx                                                                        |
17b  41 8b 98 8c 00 00 00          | mov ebx,DWORD PTR [r8+0x8c]                                                                        |
182  48 81 e3 ff ff 94 ff          | and rbx,0xffffffffff94ffff                                                                         |
189  41 89 98 8c 00 00 00          | mov DWORD PTR [r8+0x8c],ebx                                                                        |
190  41 8b 98 90 00 00 00          | mov ebx,DWORD PTR [r8+0x90]                                                                        |
197  48 81 e3 ff ff 94 ff          | and rbx,0xffffffffff94ffff                                                                         |
19e  41 89 98 90 00 00 00          | mov DWORD PTR [r8+0x90],ebx                                                                        |
1a5  41 8b 98 94 00 00 00          | mov ebx,DWORD PTR [r8+0x94]                                                                        |
1ac  48 81 e3 3b ff ff ff          | and rbx,0xffffffffffffff3b                                                                         |
1b3  41 89 98 94 00 00 00          | mov DWORD PTR [r8+0x94],ebx                                                                        |
1ba  41 8b 98 98 00 00 00          | mov ebx,DWORD PTR [r8+0x98]                                                                        |
1c1  48 81 e3 3b ff ff ff          | and rbx,0xffffffffffffff3b                                                                         |
1c8  41 89 98 98 00 00 00          | mov DWORD PTR [r8+0x98],ebx                                                                        |
1cf  41 8b 98 9c 00 00 00          | mov ebx,DWORD PTR [r8+0x9c]                                                                        |
1d6  48 81 e3 3b ff ff ff          | and rbx,0xffffffffffffff3b                                                                         |
1dd  41 89 98 9c 00 00 00          | mov DWORD PTR [r8+0x9c],ebx                                                                        |
1e4  49 8d b8 80 00 00 00          | lea rdi,[r8+0x80]                                                                                  |
1eb  49 8d b0 88 00 00 00          | lea rsi,[r8+0x88]                                                                                  |
1f2  b8 7e 00 00 00                | mov eax,0x7e                                                                                       |
1f7  0f 05                         | syscall                                                                                            |
1f9  48 83 f8 00                   | cmp rax,0x0                                                                                        |
1fd  0f 85 1d 00 00 00             | jne 0x220                                                                                          |
203  c3                            | ret                                                                                                |
204  63 61 6e 6e 6f 74 20 64 72 6f | .asciz "cannot drop capabilities"                                                                  |
20e  70 20 63 61 70 61 62 69 6c 69 |                                                                                                    |
218  74 69 65 73 00                |                                                                                                    |
21d  00 00 00                      | .balign 4                                                                                          |
220  45 31 e4                      | xor r12d,r12d                                                                                      | no path or name to tell
223  48 8d 2d da ff ff ff          | lea rbp,[rip+0xffffffffffffffda]                                                                   |
22a  e9 00 0b 00 00                | jmp 0xd2f                                                                                          |
22f  41 8b 59 3c                   | mov ebx,DWORD PTR [r9+0x3c]                                                                        |
233  48 89 df                      | mov rdi,rbx                                                                                        |
236  be ff ff ff ff                | mov esi,0xffffffff                                                                                 |
23b  ba 04 00 00 00                | mov edx,0x4                                                                                        |
240  b8 b4 01 00 00                | mov eax,0x1b4                                                                                      |
245  0f 05                         | syscall                                                                                            |
247  48 83 f8 ea                   | cmp rax,0xffffffffffffffea                                                                         |
24b  0f 84 0b 00 00 00             | je 0x25c                                                                                           |
251  48 83 f8 00                   | cmp rax,0x0                                                                                        |
255  0f 85 65 00 00 00             | jne 0x2c0                                                                                          |
25b  c3                            | ret                                                                                                |
25c  31 ff                         | xor edi,edi                                                                                        |
25e  be 07 00 00 00                | mov esi,0x7                                                                                        |
263  31 d2                         | xor edx,edx                                                                                        |
265  4d 8d 50 30                   | lea r10,[r8+0x30]                                                                                  |
269  b8 2e 01 00 00                | mov eax,0x12e                                                                                      |
26e  0f 05                         | syscall                                                                                            |
270  48 83 f8 00                   | cmp rax,0x0                                                                                        |
274  0f 85 46 00 00 00             | jne 0x2c0                                                                                          |
27a  49 8b 68 38                   | mov rbp,QWORD PTR [r8+0x38]                                                                        |
27e  48 39 eb                      | cmp rbx,rbp                                                                                        |
281  0f 82 01 00 00 00             | jb 0x288                                                                                           |
287  c3                            | ret                                                                                                |
288  48 89 df                      | mov rdi,rbx                                                                                        | fails for most, which are not open
28b  be 02 00 00 00                | mov esi,0x2                                                                                        |
290  ba 01 00 00 00                | mov edx,0x1                                                                                        |
295  b8 48 00 00 00                | mov eax,0x48                                                                                       |
29a  0f 05                         | syscall                                                                                            |
29c  48 83 c3 01                   | add rbx,0x1                                                                                        |
2a0  e9 d9 ff ff ff                | jmp 0x27e                                                                                          |
2a5  63 61 6e 6e 6f 74 20 63 6c 6f | .asciz "cannot close descriptors"                                                                  |
2af  73 65 20 64 65 73 63 72 69 70 |                                                                                                    |
2b9  74 6f 72 73 00                |                                                                                                    |
2be  00 00                         | .balign 4                                                                                          |
2c0  45 31 e4                      | xor r12d,r12d                                                                                      | no path or name to tell
2c3  48 8d 2d db ff ff ff          | lea rbp,[rip+0xffffffffffffffdb]                                                                   |
2ca  e9 60 0a 00 00                | jmp 0xd2f                                                                                          |
2cf  41 8b 59 30                   | mov ebx,DWORD PTR [r9+0x30]                                                                        |
2d3  48 83 fb 01                   | cmp rbx,0x1                                                                                        |
2d7  0f 84 20 00 00 00             | je 0x2fd                                                                                           |
2dd  48 83 fb 02                   | cmp rbx,0x2                                                                                        |
2e1  0f 84 75 02 00 00             | je 0x55c                                                                                           |
2e7  48 83 fb 03                   | cmp rbx,0x3                                                                                        |
2eb  0f 84 ee 02 00 00             | je 0x5df                                                                                           |
2f1  48 c7 c0 ea ff ff ff          | mov rax,0xffffffffffffffea                                                                         |
2f8  e9 df fd ff ff                | jmp 0xdc                                                                                           |
2fd  4c 89 cf                      | mov rdi,r9                                                                                         | the plan begins with the attribute
300  be 30 00 00 00                | mov esi,0x30                                                                                       |
305  31 d2                         | xor edx,edx                                                                                        |
307  b8 bc 01 00 00                | mov eax,0x1bc                                                                                      |
30c  0f 05                         | syscall                                                                                            |
30e  48 83 f8 00                   | cmp rax,0x0                                                                                        |
312  0f 8c e4 02 00 00             | jl 0x5fc                                                                                           |
318  48 89 c3                      | mov rbx,rax                                                                                        | the ruleset
31b  bd 00 00 28 00                | mov ebp,0x280000                                                                                   |
320  49 89 68 40                   | mov QWORD PTR [r8+0x40],rbp                                                                        | struct open_how: flags, mode, resolve
324  31 ed                         | xor ebp,ebp                                                                                        |
326  49 89 68 48                   | mov QWORD PTR [r8+0x48],rbp                                                                        |
32a  bd 06 00 00 00                | mov ebp,0x6                                                                                        |
32f  49 89 68 50                   | mov QWORD PTR [r8+0x50],rbp                                                                        |
333  41 8b 69 50                   | mov ebp,DWORD PTR [r9+0x50]                                                                        |
337  4c 01 cd                      | add rbp,r9                                                                                         | the first path rule
33a  45 8b 61 54                   | mov r12d,DWORD PTR [r9+0x54]                                                                       |
33e  4d 01 cc                      | add r12,r9                                                                                         | where path rules end
341  4c 39 e5                      | cmp rbp,r12                                                                                        |
344  0f 84 c0 01 00 00             | je 0x50a                                                                                           |
34a  49 89 ed                      | mov r13,rbp                                                                                        |
34d  49 83 c5 2c                   | add r13,0x2c                                                                                       |
351  48 c7 c7 9c ff ff ff          | mov rdi,0xffffffffffffff9c                                                                         |
358  4c 89 ee                      | mov rsi,r13                                                                                        |
35b  49 8d 50 40                   | lea rdx,[r8+0x40]                                                                                  |
35f  41 ba 18 00 00 00             | mov r10d,0x18                                                                                      |
365  b8 b5 01 00 00                | mov eax,0x1b5                                                                                      |
36a  0f 05                         | syscall                                                                                            |
36c  48 83 f8 da                   | cmp rax,0xffffffffffffffda                                                                         |
370  0f 85 1b 00 00 00             | jne 0x391                                                                                          |
376  44 8b 75 0c                   | mov r14d,DWORD PTR [rbp+0xc]                                                                       | a container's seccomp profile may not know openat2
37a  48 c7 c7 9c ff ff ff          | mov rdi,0xffffffffffffff9c                                                                         |
381  4c 89 ee                      | mov rsi,r13                                                                                        |
384  4c 89 f2                      | mov rdx,r14                                                                                        |
387  45 31 d2                      | xor r10d,r10d                                                                                      |
38a  b8 01 01 00 00                | mov eax,0x101                                                                                      |
38f  0f 05                         | syscall                                                                                            |
391  48 83 f8 00                   | cmp rax,0x0                                                                                        |
395  0f 8c ef 00 00 00             | jl 0x48a                                                                                           |
39b  49 89 c6                      | mov r14,rax                                                                                        |
39e  44 8b 7d 10                   | mov r15d,DWORD PTR [rbp+0x10]                                                                      |
3a2  49 83 e7 02                   | and r15,0x2                                                                                        |
3a6  49 83 ff 00                   | cmp r15,0x0                                                                                        |
3aa  0f 84 7c 00 00 00             | je 0x42c                                                                                           |
3b0  4c 89 f7                      | mov rdi,r14                                                                                        | no path: the descriptor itself
3b3  49 8d 70 60                   | lea rsi,[r8+0x60]                                                                                  |
3b7  ba 00 10 00 00                | mov edx,0x1000                                                                                     |
3bc  41 ba 00 09 00 00             | mov r10d,0x900                                                                                     |
3c2  41 50                         | push r8                                                                                            |
3c4  4d 8d 80 a8 00 00 00          | lea r8,[r8+0xa8]                                                                                   |
3cb  b8 4c 01 00 00                | mov eax,0x14c                                                                                      |
3d0  0f 05                         | syscall                                                                                            |
3d2  41 58                         | pop r8                                                                                             |
3d4  48 83 f8 00                   | cmp rax,0x0                                                                                        |
3d8  0f 85 9a 02 00 00             | jne 0x678                                                                                          |
3de  4c 8b 7d 18                   | mov r15,QWORD PTR [rbp+0x18]                                                                       |
3e2  49 8b 80 c8 00 00 00          | mov rax,QWORD PTR [r8+0xc8]                                                                        |
3e9  49 39 c7                      | cmp r15,rax                                                                                        |
3ec  0f 85 d7 00 00 00             | jne 0x4c9                                                                                          |
3f2  44 8b 7d 10                   | mov r15d,DWORD PTR [rbp+0x10]                                                                      |
3f6  49 83 e7 04                   | and r15,0x4                                                                                        |
3fa  49 83 ff 00                   | cmp r15,0x0                                                                                        |
3fe  0f 84 28 00 00 00             | je 0x42c                                                                                           |
404  4c 8b 7d 20                   | mov r15,QWORD PTR [rbp+0x20]                                                                       |
408  49 8b 80 f8 00 00 00          | mov rax,QWORD PTR [r8+0xf8]                                                                        |
40f  49 39 c7                      | cmp r15,rax                                                                                        |
412  0f 85 b1 00 00 00             | jne 0x4c9                                                                                          |
418  44 8b 7d 28                   | mov r15d,DWORD PTR [rbp+0x28]                                                                      |
41c  41 8b 80 00 01 00 00          | mov eax,DWORD PTR [r8+0x100]                                                                       |
423  49 39 c7                      | cmp r15,rax                                                                                        |
426  0f 85 9d 00 00 00             | jne 0x4c9                                                                                          |
42c  4c 8b 7d 00                   | mov r15,QWORD PTR [rbp+0x0]                                                                        |
430  4d 89 78 30                   | mov QWORD PTR [r8+0x30],r15                                                                        |
434  45 89 70 38                   | mov DWORD PTR [r8+0x38],r14d                                                                       |
438  48 89 df                      | mov rdi,rbx                                                                                        |
43b  be 01 00 00 00                | mov esi,0x1                                                                                        |
440  49 8d 50 30                   | lea rdx,[r8+0x30]                                                                                  |
444  45 31 d2                      | xor r10d,r10d                                                                                      |
447  b8 bd 01 00 00                | mov eax,0x1bd                                                                                      |
44c  0f 05                         | syscall                                                                                            |
44e  48 83 f8 00                   | cmp rax,0x0                                                                                        |
452  0f 84 1c 00 00 00             | je 0x474                                                                                           |
458  48 83 f8 ea                   | cmp rax,0xffffffffffffffea                                                                         | else it was a folder and is a file now
45c  0f 85 16 02 00 00             | jne 0x678                                                                                          |
462  44 8b 7d 10                   | mov r15d,DWORD PTR [rbp+0x10]                                                                      |
466  49 83 e7 01                   | and r15,0x1                                                                                        |
46a  49 83 ff 00                   | cmp r15,0x0                                                                                        |
46e  0f 84 04 02 00 00             | je 0x678                                                                                           |
474  4c 89 f7                      | mov rdi,r14                                                                                        |
477  b8 03 00 00 00                | mov eax,0x3                                                                                        |
47c  0f 05                         | syscall                                                                                            |
47e  44 8b 75 08                   | mov r14d,DWORD PTR [rbp+0x8]                                                                       |
482  4c 01 f5                      | add rbp,r14                                                                                        |
485  e9 b7 fe ff ff                | jmp 0x341                                                                                          |
48a  44 8b 75 10                   | mov r14d,DWORD PTR [rbp+0x10]                                                                      |
48e  49 83 e6 01                   | and r14,0x1                                                                                        |
492  49 83 fe 00                   | cmp r14,0x0                                                                                        |
496  0f 84 7c 01 00 00             | je 0x618                                                                                           |
49c  48 83 f8 fe                   | cmp rax,0xfffffffffffffffe                                                                         |
4a0  0f 84 46 00 00 00             | je 0x4ec                                                                                           |
4a6  48 83 f8 ec                   | cmp rax,0xffffffffffffffec                                                                         |
4aa  0f 84 3c 00 00 00             | je 0x4ec                                                                                           |
4b0  48 83 f8 d8                   | cmp rax,0xffffffffffffffd8                                                                         |
4b4  0f 84 32 00 00 00             | je 0x4ec                                                                                           |
4ba  48 83 f8 f3                   | cmp rax,0xfffffffffffffff3                                                                         |
4be  0f 84 28 00 00 00             | je 0x4ec                                                                                           |
4c4  e9 4f 01 00 00                | jmp 0x618                                                                                          |
4c9  4c 89 f7                      | mov rdi,r14                                                                                        |
4cc  b8 03 00 00 00                | mov eax,0x3                                                                                        |
4d1  0f 05                         | syscall                                                                                            |
4d3  48 c7 c0 8c ff ff ff          | mov rax,0xffffffffffffff8c                                                                         |
4da  44 8b 75 10                   | mov r14d,DWORD PTR [rbp+0x10]                                                                      |
4de  49 83 e6 01                   | and r14,0x1                                                                                        |
4e2  49 83 fe 00                   | cmp r14,0x0                                                                                        |
4e6  0f 84 64 01 00 00             | je 0x650                                                                                           |
4ec  44 8b 75 10                   | mov r14d,DWORD PTR [rbp+0x10]                                                                      |
4f0  49 83 e6 08                   | and r14,0x8                                                                                        |
4f4  49 83 fe 00                   | cmp r14,0x0                                                                                        |
4f8  0f 84 80 ff ff ff             | je 0x47e                                                                                           |
4fe  4d 89 b0 a0 00 00 00          | mov QWORD PTR [r8+0xa0],r14                                                                        |
505  e9 74 ff ff ff                | jmp 0x47e                                                                                          |
50a  45 8b 61 58                   | mov r12d,DWORD PTR [r9+0x58]                                                                       |
50e  4d 01 cc                      | add r12,r9                                                                                         | where port rules end
511  4c 39 e5                      | cmp rbp,r12                                                                                        |
514  0f 84 3d 00 00 00             | je 0x557                                                                                           |
51a  48 89 df                      | mov rdi,rbx                                                                                        |
51d  be 02 00 00 00                | mov esi,0x2                                                                                        |
522  48 89 ea                      | mov rdx,rbp                                                                                        |
525  45 31 d2                      | xor r10d,r10d                                                                                      |
528  b8 bd 01 00 00                | mov eax,0x1bd                                                                                      |
52d  0f 05                         | syscall                                                                                            |
52f  48 83 f8 00                   | cmp rax,0x0                                                                                        |
533  0f 84 15 00 00 00             | je 0x54e                                                                                           |
539  4c 8b 65 08                   | mov r12,QWORD PTR [rbp+0x8]                                                                        |
53d  48 83 f8 9f                   | cmp rax,0xffffffffffffff9f                                                                         | else the kernel has no such network
541  0f 85 5d 01 00 00             | jne 0x6a4                                                                                          |
547  45 8b 61 58                   | mov r12d,DWORD PTR [r9+0x58]                                                                       |
54b  4d 01 cc                      | add r12,r9                                                                                         |
54e  48 83 c5 10                   | add rbp,0x10                                                                                       |
552  e9 ba ff ff ff                | jmp 0x511                                                                                          |
557  e9 04 00 00 00                | jmp 0x560                                                                                          |
55c  49 63 59 34                   | movsxd rbx,DWORD PTR [r9+0x34]                                                                     |
560  41 8b 69 38                   | mov ebp,DWORD PTR [r9+0x38]                                                                        |
564  48 89 df                      | mov rdi,rbx                                                                                        |
567  48 89 ee                      | mov rsi,rbp                                                                                        |
56a  b8 be 01 00 00                | mov eax,0x1be                                                                                      |
56f  0f 05                         | syscall                                                                                            |
571  48 83 f8 00                   | cmp rax,0x0                                                                                        |
575  0f 85 51 01 00 00             | jne 0x6cc                                                                                          |
57b  48 89 df                      | mov rdi,rbx                                                                                        | whoever has it can add rules for the next one who takes it over
57e  b8 03 00 00 00                | mov eax,0x3                                                                                        |
583  0f 05                         | syscall                                                                                            |
585  49 8b 98 a0 00 00 00          | mov rbx,QWORD PTR [r8+0xa0]                                                                        |
58c  48 83 fb 00                   | cmp rbx,0x0                                                                                        |
590  0f 84 49 00 00 00             | je 0x5df                                                                                           |
596  bb 00 08 00 00                | mov ebx,0x800                                                                                      | something that is never granted, for a ruleset has to handle something
59b  49 89 58 30                   | mov QWORD PTR [r8+0x30],rbx                                                                        |
59f  49 8d 78 30                   | lea rdi,[r8+0x30]                                                                                  |
5a3  be 08 00 00 00                | mov esi,0x8                                                                                        |
5a8  31 d2                         | xor edx,edx                                                                                        |
5aa  b8 bc 01 00 00                | mov eax,0x1bc                                                                                      |
5af  0f 05                         | syscall                                                                                            |
5b1  48 83 f8 00                   | cmp rax,0x0                                                                                        |
5b5  0f 8c 41 00 00 00             | jl 0x5fc                                                                                           |
5bb  48 89 c3                      | mov rbx,rax                                                                                        |
5be  48 89 df                      | mov rdi,rbx                                                                                        |
5c1  48 89 ee                      | mov rsi,rbp                                                                                        |
5c4  b8 be 01 00 00                | mov eax,0x1be                                                                                      |
5c9  0f 05                         | syscall                                                                                            |
5cb  48 83 f8 00                   | cmp rax,0x0                                                                                        |
5cf  0f 85 f7 00 00 00             | jne 0x6cc                                                                                          |
5d5  48 89 df                      | mov rdi,rbx                                                                                        |
5d8  b8 03 00 00 00                | mov eax,0x3                                                                                        |
5dd  0f 05                         | syscall                                                                                            |
5df  c3                            | ret                                                                                                |
5e0  63 61 6e 6e 6f 74 20 63 72 65 | .asciz "cannot create the ruleset"                                                                 |
5ea  61 74 65 20 74 68 65 20 72 75 |                                                                                                    |
5f4  6c 65 73 65 74 00             |                                                                                                    |
5fa  00 00                         | .balign 4                                                                                          |
5fc  45 31 e4                      | xor r12d,r12d                                                                                      | no path or name to tell
5ff  48 8d 2d da ff ff ff          | lea rbp,[rip+0xffffffffffffffda]                                                                   |
606  e9 24 07 00 00                | jmp 0xd2f                                                                                          |
60b  63 61 6e 6e 6f 74 20 6f 70 65 | .asciz "cannot open"                                                                               |
615  6e 00                         |                                                                                                    |
617  00                            | .balign 4                                                                                          |
618  4d 89 ec                      | mov r12,r13                                                                                        |
61b  48 8d 2d e9 ff ff ff          | lea rbp,[rip+0xffffffffffffffe9]                                                                   |
622  e9 08 07 00 00                | jmp 0xd2f                                                                                          |
627  63 61 6e 6e 6f 74 20 67 72 61 | .asciz "cannot grant what has taken the place of"                                                  |
631  6e 74 20 77 68 61 74 20 68 61 |                                                                                                    |
63b  73 20 74 61 6b 65 6e 20 74 68 |                                                                                                    |
645  65 20 70 6c 61 63 65 20 6f 66 |                                                                                                    |
64f  00                            |                                                                                                    |
650  4d 89 ec                      | mov r12,r13                                                                                        |
653  48 8d 2d cd ff ff ff          | lea rbp,[rip+0xffffffffffffffcd]                                                                   |
65a  e9 d0 06 00 00                | jmp 0xd2f                                                                                          |
65f  63 61 6e 6e 6f 74 20 61 64 64 | .asciz "cannot add a rule for"                                                                     |
669  20 61 20 72 75 6c 65 20 66 6f |                                                                                                    |
673  72 00                         |                                                                                                    |
675  00 00 00                      | .balign 4                                                                                          |
678  4d 89 ec                      | mov r12,r13                                                                                        |
67b  48 8d 2d dd ff ff ff          | lea rbp,[rip+0xffffffffffffffdd]                                                                   |
682  e9 a8 06 00 00                | jmp 0xd2f                                                                                          |
687  63 61 6e 6e 6f 74 20 61 64 64 | .asciz "cannot add a rule for port"                                                                |
691  20 61 20 72 75 6c 65 20 66 6f |                                                                                                    |
69b  72 20 70 6f 72 74 00          |                                                                                                    |
6a2  00 00                         | .balign 4                                                                                          |
6a4  48 8d 2d dc ff ff ff          | lea rbp,[rip+0xffffffffffffffdc]                                                                   |
6ab  e9 60 06 00 00                | jmp 0xd10                                                                                          |
6b0  63 61 6e 6e 6f 74 20 65 6e 66 | .asciz "cannot enforce the ruleset"                                                                |
6ba  6f 72 63 65 20 74 68 65 20 72 |                                                                                                    |
6c4  75 6c 65 73 65 74 00          |                                                                                                    |
6cb  00                            | .balign 4                                                                                          |
6cc  45 31 e4                      | xor r12d,r12d                                                                                      | no path or name to tell
6cf  48 8d 2d da ff ff ff          | lea rbp,[rip+0xffffffffffffffda]                                                                   |
6d6  e9 54 06 00 00                | jmp 0xd2f                                                                                          |
6db  49 8b 59 40                   | mov rbx,QWORD PTR [r9+0x40]                                                                        |
6df  41 bc 01 00 00 00             | mov r12d,0x1                                                                                       | the number of the signal in the lowest bit
6e5  48 83 fb 00                   | cmp rbx,0x0                                                                                        |
6e9  0f 84 43 00 00 00             | je 0x732                                                                                           |
6ef  48 89 dd                      | mov rbp,rbx                                                                                        |
6f2  48 83 e5 01                   | and rbp,0x1                                                                                        |
6f6  48 83 fd 00                   | cmp rbp,0x0                                                                                        |
6fa  0f 84 20 00 00 00             | je 0x720                                                                                           |
700  4c 89 e7                      | mov rdi,r12                                                                                        | SIG_DFL, no flags, no mask
703  49 8d 70 60                   | lea rsi,[r8+0x60]                                                                                  |
707  31 d2                         | xor edx,edx                                                                                        |
709  41 ba 08 00 00 00             | mov r10d,0x8                                                                                       |
70f  b8 0d 00 00 00                | mov eax,0xd                                                                                        |
714  0f 05                         | syscall                                                                                            |
716  48 83 f8 00                   | cmp rax,0x0                                                                                        |
71a  0f 85 40 00 00 00             | jne 0x760                                                                                          |
720  48 c1 eb 01                   | shr rbx,0x1                                                                                        |
724  49 83 c4 01                   | add r12,0x1                                                                                        |
728  48 83 fb 00                   | cmp rbx,0x0                                                                                        |
72c  0f 85 b3 ff ff ff             | jne 0x6e5                                                                                          |
732  bf 02 00 00 00                | mov edi,0x2                                                                                        | cannot fail: all is valid
737  49 8d 70 60                   | lea rsi,[r8+0x60]                                                                                  |
73b  31 d2                         | xor edx,edx                                                                                        |
73d  41 ba 08 00 00 00             | mov r10d,0x8                                                                                       |
743  b8 0e 00 00 00                | mov eax,0xe                                                                                        |
748  0f 05                         | syscall                                                                                            |
74a  c3                            | ret                                                                                                |
74b  63 61 6e 6e 6f 74 20 72 65 73 | .asciz "cannot reset signal"                                                                       |
755  65 74 20 73 69 67 6e 61 6c 00 |                                                                                                    |
75f  00                            | .balign 4                                                                                          |
760  48 8d 2d e4 ff ff ff          | lea rbp,[rip+0xffffffffffffffe4]                                                                   |
767  e9 a4 05 00 00                | jmp 0xd10                                                                                          |
76c  4d 89 c6                      | mov r14,r8                                                                                         |
76f  49 81 c6 a8 01 00 00          | add r14,0x1a8                                                                                      |
776  49 8b 58 08                   | mov rbx,QWORD PTR [r8+0x8]                                                                         |
77a  48 8b 2b                      | mov rbp,QWORD PTR [rbx]                                                                            |
77d  48 83 c3 08                   | add rbx,0x8                                                                                        |
781  48 83 fd 00                   | cmp rbp,0x0                                                                                        |
785  0f 84 a6 00 00 00             | je 0x831                                                                                           |
78b  45 8b 61 5c                   | mov r12d,DWORD PTR [r9+0x5c]                                                                       |
78f  4d 01 cc                      | add r12,r9                                                                                         | the first name of the plan
792  45 8b 69 60                   | mov r13d,DWORD PTR [r9+0x60]                                                                       |
796  4d 01 cd                      | add r13,r9                                                                                         | where the names end
799  4d 39 ec                      | cmp r12,r13                                                                                        |
79c  0f 84 d8 ff ff ff             | je 0x77a                                                                                           |
7a2  49 89 ef                      | mov r15,rbp                                                                                        |
7a5  45 0f b6 2c 24                | movzx r13d,BYTE PTR [r12]                                                                          |
7aa  49 83 c4 01                   | add r12,0x1                                                                                        |
7ae  49 83 fd 00                   | cmp r13,0x0                                                                                        |
7b2  0f 84 2d 00 00 00             | je 0x7e5                                                                                           |
7b8  41 0f b6 07                   | movzx eax,BYTE PTR [r15]                                                                           |
7bc  49 83 c7 01                   | add r15,0x1                                                                                        |
7c0  4c 39 e8                      | cmp rax,r13                                                                                        |
7c3  0f 84 dc ff ff ff             | je 0x7a5                                                                                           |
7c9  45 0f b6 2c 24                | movzx r13d,BYTE PTR [r12]                                                                          |
7ce  49 83 c4 01                   | add r12,0x1                                                                                        |
7d2  49 83 fd 00                   | cmp r13,0x0                                                                                        |
7d6  0f 85 ed ff ff ff             | jne 0x7c9                                                                                          |
7dc  49 83 c4 01                   | add r12,0x1                                                                                        | its bits
7e0  e9 ad ff ff ff                | jmp 0x792                                                                                          |
7e5  45 0f b6 2c 24                | movzx r13d,BYTE PTR [r12]                                                                          | its bits
7ea  49 83 c4 01                   | add r12,0x1                                                                                        |
7ee  4c 89 e8                      | mov rax,r13                                                                                        |
7f1  48 83 e0 01                   | and rax,0x1                                                                                        |
7f5  48 83 f8 00                   | cmp rax,0x0                                                                                        |
7f9  0f 85 18 00 00 00             | jne 0x817                                                                                          |
7ff  41 0f b6 07                   | movzx eax,BYTE PTR [r15]                                                                           |
803  48 83 f8 3d                   | cmp rax,0x3d                                                                                       |
807  0f 84 0a 00 00 00             | je 0x817                                                                                           |
80d  48 83 f8 00                   | cmp rax,0x0                                                                                        | a string without = is all name
811  0f 85 7b ff ff ff             | jne 0x792                                                                                          |
817  49 83 e5 02                   | and r13,0x2                                                                                        |
81b  49 83 fd 00                   | cmp r13,0x0                                                                                        |
81f  0f 84 55 ff ff ff             | je 0x77a                                                                                           |
825  49 89 2e                      | mov QWORD PTR [r14],rbp                                                                            |
828  49 83 c6 08                   | add r14,0x8                                                                                        |
82c  e9 49 ff ff ff                | jmp 0x77a                                                                                          |
831  41 8b 69 60                   | mov ebp,DWORD PTR [r9+0x60]                                                                        |
835  4c 01 cd                      | add rbp,r9                                                                                         |
838  45 8b 61 64                   | mov r12d,DWORD PTR [r9+0x64]                                                                       |
83c  4d 01 cc                      | add r12,r9                                                                                         | where the plan's variables end
83f  4c 39 e5                      | cmp rbp,r12                                                                                        |
842  0f 84 11 00 00 00             | je 0x859                                                                                           |
848  49 89 2e                      | mov QWORD PTR [r14],rbp                                                                            |
84b  49 83 c6 08                   | add r14,0x8                                                                                        |
84f  e8 7f 06 00 00                | call 0xed3                                                                                         |
854  e9 e6 ff ff ff                | jmp 0x83f                                                                                          |
859  31 ed                         | xor ebp,ebp                                                                                        | that ends the list
85b  49 89 2e                      | mov QWORD PTR [r14],rbp                                                                            |
85e  49 83 c6 08                   | add r14,0x8                                                                                        |
862  c3                            | ret                                                                                                |
863  49 83 c6 08                   | add r14,0x8                                                                                        | room for /bin/sh: see the execution of scripts
867  4d 89 70 18                   | mov QWORD PTR [r8+0x18],r14                                                                        |
86b  49 8b 18                      | mov rbx,QWORD PTR [r8]                                                                             |
86e  48 8b 2b                      | mov rbp,QWORD PTR [rbx]                                                                            |
871  48 83 fd 00                   | cmp rbp,0x0                                                                                        | the list may be quite empty before Linux 5.18
875  0f 84 04 00 00 00             | je 0x87f                                                                                           |
87b  48 83 c3 08                   | add rbx,0x8                                                                                        | past the launcher's own name
87f  49 8b 69 70                   | mov rbp,QWORD PTR [r9+0x70]                                                                        |
883  48 83 fd 00                   | cmp rbp,0x0                                                                                        |
887  0f 84 1e 00 00 00             | je 0x8ab                                                                                           |
88d  4c 8b 23                      | mov r12,QWORD PTR [rbx]                                                                            |
890  49 83 fc 00                   | cmp r12,0x0                                                                                        |
894  0f 84 b5 00 00 00             | je 0x94f                                                                                           |
89a  4d 8b 2c 24                   | mov r13,QWORD PTR [r12]                                                                            | eight bytes can be read, see below
89e  49 39 ed                      | cmp r13,rbp                                                                                        |
8a1  0f 85 a8 00 00 00             | jne 0x94f                                                                                          |
8a7  48 83 c3 08                   | add rbx,0x8                                                                                        |
8ab  41 8b 69 64                   | mov ebp,DWORD PTR [r9+0x64]                                                                        |
8af  4c 01 cd                      | add rbp,r9                                                                                         |
8b2  45 8b 61 68                   | mov r12d,DWORD PTR [r9+0x68]                                                                       |
8b6  4d 01 cc                      | add r12,r9                                                                                         | where the plan's command ends
8b9  4c 39 e5                      | cmp rbp,r12                                                                                        |
8bc  0f 84 1e 00 00 00             | je 0x8e0                                                                                           |
8c2  49 89 68 10                   | mov QWORD PTR [r8+0x10],rbp                                                                        |
8c6  49 89 2e                      | mov QWORD PTR [r14],rbp                                                                            |
8c9  49 83 c6 08                   | add r14,0x8                                                                                        |
8cd  e8 01 06 00 00                | call 0xed3                                                                                         |
8d2  4c 39 e5                      | cmp rbp,r12                                                                                        |
8d5  0f 85 eb ff ff ff             | jne 0x8c6                                                                                          |
8db  e9 56 00 00 00                | jmp 0x936                                                                                          |
8e0  48 8b 2b                      | mov rbp,QWORD PTR [rbx]                                                                            |
8e3  48 83 fd 00                   | cmp rbp,0x0                                                                                        |
8e7  0f 84 da 00 00 00             | je 0x9c7                                                                                           |
8ed  49 89 2e                      | mov QWORD PTR [r14],rbp                                                                            | its name for itself
8f0  4c 8b 65 00                   | mov r12,QWORD PTR [rbp+0x0]                                                                        |
8f4  49 bd 2d 2d 61 72 67 76 30 00 | movabs r13,0x30766772612d2d                                                                        | --argv0
8fe  4d 39 ec                      | cmp r12,r13                                                                                        |
901  0f 85 23 00 00 00             | jne 0x92a                                                                                          |
907  48 8b 6b 08                   | mov rbp,QWORD PTR [rbx+0x8]                                                                        |
90b  48 83 fd 00                   | cmp rbp,0x0                                                                                        |
90f  0f 84 b2 00 00 00             | je 0x9c7                                                                                           |
915  49 89 2e                      | mov QWORD PTR [r14],rbp                                                                            |
918  48 8b 6b 10                   | mov rbp,QWORD PTR [rbx+0x10]                                                                       |
91c  48 83 fd 00                   | cmp rbp,0x0                                                                                        |
920  0f 84 a1 00 00 00             | je 0x9c7                                                                                           |
926  48 83 c3 10                   | add rbx,0x10                                                                                       |
92a  49 89 68 10                   | mov QWORD PTR [r8+0x10],rbp                                                                        |
92e  48 83 c3 08                   | add rbx,0x8                                                                                        |
932  49 83 c6 08                   | add r14,0x8                                                                                        |
936  48 8b 2b                      | mov rbp,QWORD PTR [rbx]                                                                            |
939  49 89 2e                      | mov QWORD PTR [r14],rbp                                                                            |
93c  48 83 c3 08                   | add rbx,0x8                                                                                        |
940  49 83 c6 08                   | add r14,0x8                                                                                        |
944  48 83 fd 00                   | cmp rbp,0x0                                                                                        |
948  0f 85 e8 ff ff ff             | jne 0x936                                                                                          |
94e  c3                            | ret                                                                                                |
94f  48 c7 c0 8c ff ff ff          | mov rax,0xffffffffffffff8c                                                                         |
956  e9 5d 00 00 00                | jmp 0x9b8                                                                                          |
95b  74 68 69 73 20 63 6f 6d 6d 61 | .asciz "this command line is of another Sandbox, closed or made anew since: call its argv() again" |
965  6e 64 20 6c 69 6e 65 20 69 73 |                                                                                                    |
96f  20 6f 66 20 61 6e 6f 74 68 65 |                                                                                                    |
979  72 20 53 61 6e 64 62 6f 78 2c |                                                                                                    |
983  20 63 6c 6f 73 65 64 20 6f 72 |                                                                                                    |
98d  20 6d 61 64 65 20 61 6e 65 77 |                                                                                                    |
997  20 73 69 6e 63 65 3a 20 63 61 |                                                                                                    |
9a1  6c 6c 20 69 74 73 20 61 72 67 |                                                                                                    |
9ab  76 28 29 20 61 67 61 69 6e 00 |                                                                                                    |
9b5  00 00 00                      | .balign 4                                                                                          |
9b8  45 31 e4                      | xor r12d,r12d                                                                                      | no path or name to tell
9bb  48 8d 2d 99 ff ff ff          | lea rbp,[rip+0xffffffffffffff99]                                                                   |
9c2  e9 68 03 00 00                | jmp 0xd2f                                                                                          |
9c7  48 c7 c0 ea ff ff ff          | mov rax,0xffffffffffffffea                                                                         |
9ce  e9 11 00 00 00                | jmp 0x9e4                                                                                          |
9d3  6e 6f 20 63 6f 6d 6d 61 6e 64 | .asciz "no command given"                                                                          |
9dd  20 67 69 76 65 6e 00          |                                                                                                    |
9e4  45 31 e4                      | xor r12d,r12d                                                                                      | no path or name to tell
9e7  48 8d 2d e5 ff ff ff          | lea rbp,[rip+0xffffffffffffffe5]                                                                   |
9ee  e9 3c 03 00 00                | jmp 0xd2f                                                                                          |
9f3  41 8b 59 58                   | mov ebx,DWORD PTR [r9+0x58]                                                                        |
9f7  41 8b 69 5c                   | mov ebp,DWORD PTR [r9+0x5c]                                                                        |
9fb  48 29 dd                      | sub rbp,rbx                                                                                        | bytes
9fe  48 83 fd 00                   | cmp rbp,0x0                                                                                        |
a02  0f 84 2b 00 00 00             | je 0xa33                                                                                           |
a08  48 c1 ed 03                   | shr rbp,0x3                                                                                        | instructions
a0c  4c 01 cb                      | add rbx,r9                                                                                         |
a0f  49 89 68 30                   | mov QWORD PTR [r8+0x30],rbp                                                                        | struct sock_fprog: how many, and where
a13  49 89 58 38                   | mov QWORD PTR [r8+0x38],rbx                                                                        |
a17  bf 01 00 00 00                | mov edi,0x1                                                                                        |
a1c  31 f6                         | xor esi,esi                                                                                        |
a1e  49 8d 50 30                   | lea rdx,[r8+0x30]                                                                                  |
a22  b8 3d 01 00 00                | mov eax,0x13d                                                                                      |
a27  0f 05                         | syscall                                                                                            |
a29  48 83 f8 00                   | cmp rax,0x0                                                                                        |
a2d  0f 85 25 00 00 00             | jne 0xa58                                                                                          |
a33  c3                            | ret                                                                                                |
a34  63 61 6e 6e 6f 74 20 69 6e 73 | .asciz "cannot install the seccomp filter"                                                         |
a3e  74 61 6c 6c 20 74 68 65 20 73 |                                                                                                    |
a48  65 63 63 6f 6d 70 20 66 69 6c |                                                                                                    |
a52  74 65 72 00                   |                                                                                                    |
a56  00 00                         | .balign 4                                                                                          |
a58  45 31 e4                      | xor r12d,r12d                                                                                      | no path or name to tell
a5b  48 8d 2d d2 ff ff ff          | lea rbp,[rip+0xffffffffffffffd2]                                                                   |
a62  e9 c8 02 00 00                | jmp 0xd2f                                                                                          |
a67  49 8b 58 10                   | mov rbx,QWORD PTR [r8+0x10]                                                                        |
a6b  4d 8b 70 18                   | mov r14,QWORD PTR [r8+0x18]                                                                        |
a6f  4d 89 c7                      | mov r15,r8                                                                                         |
a72  49 81 c7 a8 01 00 00          | add r15,0x1a8                                                                                      |
a79  48 89 dd                      | mov rbp,rbx                                                                                        |
a7c  0f b6 45 00                   | movzx eax,BYTE PTR [rbp+0x0]                                                                       |
a80  48 83 f8 2f                   | cmp rax,0x2f                                                                                       |
a84  0f 84 71 01 00 00             | je 0xbfb                                                                                           |
a8a  48 83 c5 01                   | add rbp,0x1                                                                                        |
a8e  48 83 f8 00                   | cmp rax,0x0                                                                                        |
a92  0f 85 e4 ff ff ff             | jne 0xa7c                                                                                          |
a98  48 29 dd                      | sub rbp,rbx                                                                                        | length of the name with its zero
a9b  49 89 dc                      | mov r12,rbx                                                                                        |
a9e  48 c7 c0 fe ff ff ff          | mov rax,0xfffffffffffffffe                                                                         |
aa5  48 83 fd 01                   | cmp rbp,0x1                                                                                        | the empty name is nowhere
aa9  0f 84 8a 01 00 00             | je 0xc39                                                                                           |
aaf  48 c7 c0 dc ff ff ff          | mov rax,0xffffffffffffffdc                                                                         |
ab6  48 81 fd 01 01 00 00          | cmp rbp,0x101                                                                                      |
abd  0f 82 05 00 00 00             | jb 0xac8                                                                                           |
ac3  e9 71 01 00 00                | jmp 0xc39                                                                                          |
ac8  41 8b 69 4c                   | mov ebp,DWORD PTR [r9+0x4c]                                                                        |
acc  4c 01 cd                      | add rbp,r9                                                                                         |
acf  4c 39 cd                      | cmp rbp,r9                                                                                         |
ad2  0f 85 44 00 00 00             | jne 0xb1c                                                                                          |
ad8  4d 8b 60 08                   | mov r12,QWORD PTR [r8+0x8]                                                                         |
adc  49 8b 2c 24                   | mov rbp,QWORD PTR [r12]                                                                            |
ae0  49 83 c4 08                   | add r12,0x8                                                                                        |
ae4  48 83 fd 00                   | cmp rbp,0x0                                                                                        |
ae8  0f 84 27 00 00 00             | je 0xb15                                                                                           |
aee  8b 45 00                      | mov eax,DWORD PTR [rbp+0x0]                                                                        |
af1  48 81 f8 50 41 54 48          | cmp rax,0x48544150                                                                                 | PATH
af8  0f 85 de ff ff ff             | jne 0xadc                                                                                          |
afe  0f b6 45 04                   | movzx eax,BYTE PTR [rbp+0x4]                                                                       |
b02  48 83 f8 3d                   | cmp rax,0x3d                                                                                       |
b06  0f 85 d0 ff ff ff             | jne 0xadc                                                                                          |
b0c  48 83 c5 05                   | add rbp,0x5                                                                                        |
b10  e9 07 00 00 00                | jmp 0xb1c                                                                                          |
b15  48 8d 2d d5 01 00 00          | lea rbp,[rip+0x1d5]                                                                                |
b1c  48 81 ec 10 11 00 00          | sub rsp,0x1110                                                                                     |
b23  49 89 e1                      | mov r9,rsp                                                                                         |
b26  4d 89 cd                      | mov r13,r9                                                                                         |
b29  49 81 c5 00 10 00 00          | add r13,0x1000                                                                                     |
b30  45 31 e4                      | xor r12d,r12d                                                                                      |
b33  4d 89 60 28                   | mov QWORD PTR [r8+0x28],r12                                                                        |
b37  49 89 68 20                   | mov QWORD PTR [r8+0x20],rbp                                                                        |
b3b  e8 25 01 00 00                | call 0xc65                                                                                         |
b40  4c 89 cf                      | mov rdi,r9                                                                                         |
b43  4c 89 f6                      | mov rsi,r14                                                                                        |
b46  4c 89 fa                      | mov rdx,r15                                                                                        |
b49  b8 3b 00 00 00                | mov eax,0x3b                                                                                       |
b4e  0f 05                         | syscall                                                                                            |
b50  4d 89 cc                      | mov r12,r9                                                                                         |
b53  48 83 f8 f8                   | cmp rax,0xfffffffffffffff8                                                                         |
b57  0f 84 bb 00 00 00             | je 0xc18                                                                                           |
b5d  48 83 f8 fe                   | cmp rax,0xfffffffffffffffe                                                                         |
b61  0f 84 44 00 00 00             | je 0xbab                                                                                           |
b67  48 83 f8 ec                   | cmp rax,0xffffffffffffffec                                                                         |
b6b  0f 84 3a 00 00 00             | je 0xbab                                                                                           |
b71  48 83 f8 ed                   | cmp rax,0xffffffffffffffed                                                                         |
b75  0f 84 30 00 00 00             | je 0xbab                                                                                           |
b7b  48 83 f8 dc                   | cmp rax,0xffffffffffffffdc                                                                         |
b7f  0f 84 26 00 00 00             | je 0xbab                                                                                           |
b85  48 83 f8 92                   | cmp rax,0xffffffffffffff92                                                                         |
b89  0f 84 1c 00 00 00             | je 0xbab                                                                                           |
b8f  48 83 f8 8c                   | cmp rax,0xffffffffffffff8c                                                                         |
b93  0f 84 12 00 00 00             | je 0xbab                                                                                           |
b99  48 83 f8 f3                   | cmp rax,0xfffffffffffffff3                                                                         |
b9d  0f 85 96 00 00 00             | jne 0xc39                                                                                          |
ba3  4d 8b 60 20                   | mov r12,QWORD PTR [r8+0x20]                                                                        |
ba7  4d 89 60 28                   | mov QWORD PTR [r8+0x28],r12                                                                        | maybe there is another one further on; if not, it was this
bab  0f b6 45 00                   | movzx eax,BYTE PTR [rbp+0x0]                                                                       |
baf  48 83 c5 01                   | add rbp,0x1                                                                                        |
bb3  48 83 f8 00                   | cmp rax,0x0                                                                                        | a colon
bb7  0f 85 7a ff ff ff             | jne 0xb37                                                                                          |
bbd  49 8b 68 28                   | mov rbp,QWORD PTR [r8+0x28]                                                                        |
bc1  48 83 fd 00                   | cmp rbp,0x0                                                                                        |
bc5  0f 84 14 00 00 00             | je 0xbdf                                                                                           |
bcb  e8 95 00 00 00                | call 0xc65                                                                                         |
bd0  4d 89 cc                      | mov r12,r9                                                                                         |
bd3  48 c7 c0 f3 ff ff ff          | mov rax,0xfffffffffffffff3                                                                         |
bda  e9 5a 00 00 00                | jmp 0xc39                                                                                          |
bdf  48 8d 2d f7 00 00 00          | lea rbp,[rip+0xf7]                                                                                 |
be6  49 89 dc                      | mov r12,rbx                                                                                        |
be9  48 c7 c0 fe ff ff ff          | mov rax,0xfffffffffffffffe                                                                         |
bf0  41 bf 7f 00 00 00             | mov r15d,0x7f                                                                                      |
bf6  e9 3a 01 00 00                | jmp 0xd35                                                                                          |
bfb  48 89 df                      | mov rdi,rbx                                                                                        |
bfe  4c 89 f6                      | mov rsi,r14                                                                                        |
c01  4c 89 fa                      | mov rdx,r15                                                                                        |
c04  b8 3b 00 00 00                | mov eax,0x3b                                                                                       |
c09  0f 05                         | syscall                                                                                            |
c0b  49 89 dc                      | mov r12,rbx                                                                                        |
c0e  48 83 f8 f8                   | cmp rax,0xfffffffffffffff8                                                                         |
c12  0f 85 21 00 00 00             | jne 0xc39                                                                                          |
c18  4d 89 26                      | mov QWORD PTR [r14],r12                                                                            | a script without #! is an argument of the shell, in place of its name
c1b  49 83 ee 08                   | sub r14,0x8                                                                                        |
c1f  4c 8d 25 c3 00 00 00          | lea r12,[rip+0xc3]                                                                                 |
c26  4d 89 26                      | mov QWORD PTR [r14],r12                                                                            |
c29  4c 89 e7                      | mov rdi,r12                                                                                        |
c2c  4c 89 f6                      | mov rsi,r14                                                                                        |
c2f  4c 89 fa                      | mov rdx,r15                                                                                        |
c32  b8 3b 00 00 00                | mov eax,0x3b                                                                                       |
c37  0f 05                         | syscall                                                                                            |
c39  48 8d 2d 8e 00 00 00          | lea rbp,[rip+0x8e]                                                                                 |
c40  41 bf 7f 00 00 00             | mov r15d,0x7f                                                                                      |
c46  48 83 f8 fe                   | cmp rax,0xfffffffffffffffe                                                                         |
c4a  0f 84 e5 00 00 00             | je 0xd35                                                                                           |
c50  48 83 f8 ec                   | cmp rax,0xffffffffffffffec                                                                         |
c54  0f 84 db 00 00 00             | je 0xd35                                                                                           |
c5a  41 bf 7e 00 00 00             | mov r15d,0x7e                                                                                      |
c60  e9 d0 00 00 00                | jmp 0xd35                                                                                          |
c65  4d 89 cc                      | mov r12,r9                                                                                         |
c68  0f b6 45 00                   | movzx eax,BYTE PTR [rbp+0x0]                                                                       |
c6c  48 83 f8 00                   | cmp rax,0x0                                                                                        |
c70  0f 84 24 00 00 00             | je 0xc9a                                                                                           |
c76  48 83 f8 3a                   | cmp rax,0x3a                                                                                       |
c7a  0f 84 1a 00 00 00             | je 0xc9a                                                                                           |
c80  48 83 c5 01                   | add rbp,0x1                                                                                        |
c84  4d 39 ec                      | cmp r12,r13                                                                                        |
c87  0f 84 db ff ff ff             | je 0xc68                                                                                           |
c8d  41 88 04 24                   | mov BYTE PTR [r12],al                                                                              |
c91  49 83 c4 01                   | add r12,0x1                                                                                        |
c95  e9 ce ff ff ff                | jmp 0xc68                                                                                          |
c9a  4d 39 cc                      | cmp r12,r9                                                                                         |
c9d  0f 84 0d 00 00 00             | je 0xcb0                                                                                           |
ca3  b8 2f 00 00 00                | mov eax,0x2f                                                                                       |
ca8  41 88 04 24                   | mov BYTE PTR [r12],al                                                                              |
cac  49 83 c4 01                   | add r12,0x1                                                                                        |
cb0  0f b6 03                      | movzx eax,BYTE PTR [rbx]                                                                           |
cb3  41 88 04 24                   | mov BYTE PTR [r12],al                                                                              |
cb7  48 83 c3 01                   | add rbx,0x1                                                                                        |
cbb  49 83 c4 01                   | add r12,0x1                                                                                        |
cbf  48 83 f8 00                   | cmp rax,0x0                                                                                        |
cc3  0f 85 e7 ff ff ff             | jne 0xcb0                                                                                          |
cc9  49 8b 58 10                   | mov rbx,QWORD PTR [r8+0x10]                                                                        |
ccd  c3                            | ret                                                                                                |
cce  63 61 6e 6e 6f 74 20 65 78 65 | .asciz "cannot execute"                                                                            |
cd8  63 75 74 65 00                |                                                                                                    |
cdd  63 61 6e 6e 6f 74 20 66 69 6e | .asciz "cannot find"                                                                               |
ce7  64 00                         |                                                                                                    |
ce9  2f 62 69 6e 2f 73 68 00       | .asciz "/bin/sh"                                                                                   |
cf1  2f 75 73 72 2f 6c 6f 63 61 6c | .asciz "/usr/local/bin:/usr/bin:/bin"                                                              |
cfb  2f 62 69 6e 3a 2f 75 73 72 2f |                                                                                                    |
d05  62 69 6e 3a 2f 62 69 6e 00    |                                                                                                    |
d0e  00 00                         | .balign 4                                                                                          |
d10  49 89 c6                      | mov r14,rax                                                                                        |
d13  49 89 ef                      | mov r15,rbp                                                                                        |
d16  48 83 ec 10                   | sub rsp,0x10                                                                                       | at most five digits and a zero
d1a  48 89 e3                      | mov rbx,rsp                                                                                        |
d1d  e8 5c 01 00 00                | call 0xe7e                                                                                         |
d22  31 c0                         | xor eax,eax                                                                                        |
d24  88 03                         | mov BYTE PTR [rbx],al                                                                              |
d26  49 89 e4                      | mov r12,rsp                                                                                        |
d29  4c 89 fd                      | mov rbp,r15                                                                                        |
d2c  4c 89 f0                      | mov rax,r14                                                                                        |
d2f  41 bf 7d 00 00 00             | mov r15d,0x7d                                                                                      |
d35  45 31 f6                      | xor r14d,r14d                                                                                      |
d38  49 29 c6                      | sub r14,rax                                                                                        | the errno
d3b  49 89 ed                      | mov r13,rbp                                                                                        |
d3e  48 81 ec 10 10 00 00          | sub rsp,0x1010                                                                                     |
d45  48 89 e3                      | mov rbx,rsp                                                                                        |
d48  48 83 c3 10                   | add rbx,0x10                                                                                       | where the next byte of the message goes
d4c  49 89 d8                      | mov r8,rbx                                                                                         |
d4f  49 81 c0 c0 0f 00 00          | add r8,0xfc0                                                                                       | where the subject is cut off
d56  48 8d 2d 89 01 00 00          | lea rbp,[rip+0x189]                                                                                |
d5d  e8 dc 00 00 00                | call 0xe3e                                                                                         |
d62  4c 89 ed                      | mov rbp,r13                                                                                        |
d65  e8 d4 00 00 00                | call 0xe3e                                                                                         |
d6a  49 83 fc 00                   | cmp r12,0x0                                                                                        |
d6e  0f 84 23 00 00 00             | je 0xd97                                                                                           |
d74  48 8d 2d 7a 01 00 00          | lea rbp,[rip+0x17a]                                                                                |
d7b  e8 be 00 00 00                | call 0xe3e                                                                                         |
d80  4c 89 e5                      | mov rbp,r12                                                                                        |
d83  e8 b6 00 00 00                | call 0xe3e                                                                                         |
d88  45 31 c0                      | xor r8d,r8d                                                                                        | nowhere: what comes now is short, and none of it is cut off
d8b  48 8d 2d 66 01 00 00          | lea rbp,[rip+0x166]                                                                                |
d92  e8 a7 00 00 00                | call 0xe3e                                                                                         |
d97  48 8d 2d 5c 01 00 00          | lea rbp,[rip+0x15c]                                                                                |
d9e  e8 9b 00 00 00                | call 0xe3e                                                                                         |
da3  48 8d 2d 5a 01 00 00          | lea rbp,[rip+0x15a]                                                                                |
daa  44 0f b6 6d 00                | movzx r13d,BYTE PTR [rbp+0x0]                                                                      |
daf  48 83 c5 01                   | add rbp,0x1                                                                                        |
db3  49 83 fd 00                   | cmp r13,0x0                                                                                        |
db7  0f 84 1d 00 00 00             | je 0xdda                                                                                           |
dbd  4d 39 f5                      | cmp r13,r14                                                                                        |
dc0  0f 84 0a 00 00 00             | je 0xdd0                                                                                           |
dc6  e8 08 01 00 00                | call 0xed3                                                                                         |
dcb  e9 da ff ff ff                | jmp 0xdaa                                                                                          |
dd0  e8 69 00 00 00                | call 0xe3e                                                                                         |
dd5  e9 14 00 00 00                | jmp 0xdee                                                                                          |
dda  48 8d 2d 1c 01 00 00          | lea rbp,[rip+0x11c]                                                                                |
de1  e8 58 00 00 00                | call 0xe3e                                                                                         |
de6  4d 89 f4                      | mov r12,r14                                                                                        |
de9  e8 90 00 00 00                | call 0xe7e                                                                                         |
dee  b8 0a 00 00 00                | mov eax,0xa                                                                                        |
df3  88 03                         | mov BYTE PTR [rbx],al                                                                              |
df5  48 89 e5                      | mov rbp,rsp                                                                                        |
df8  48 29 eb                      | sub rbx,rbp                                                                                        |
dfb  48 83 eb 0f                   | sub rbx,0xf                                                                                        | the length, with the line feed
dff  48 c7 c0 ff ff ff ff          | mov rax,0xffffffffffffffff                                                                         |
e06  48 89 45 00                   | mov QWORD PTR [rbp+0x0],rax                                                                        | every signal: a closed pipe must not hide the exit status
e0a  bf 02 00 00 00                | mov edi,0x2                                                                                        |
e0f  48 89 ee                      | mov rsi,rbp                                                                                        |
e12  31 d2                         | xor edx,edx                                                                                        |
e14  41 ba 08 00 00 00             | mov r10d,0x8                                                                                       |
e1a  b8 0e 00 00 00                | mov eax,0xe                                                                                        |
e1f  0f 05                         | syscall                                                                                            |
e21  bf 02 00 00 00                | mov edi,0x2                                                                                        |
e26  48 8d 75 10                   | lea rsi,[rbp+0x10]                                                                                 |
e2a  48 89 da                      | mov rdx,rbx                                                                                        |
e2d  b8 01 00 00 00                | mov eax,0x1                                                                                        |
e32  0f 05                         | syscall                                                                                            |
e34  4c 89 ff                      | mov rdi,r15                                                                                        |
e37  b8 e7 00 00 00                | mov eax,0xe7                                                                                       |
e3c  0f 05                         | syscall                                                                                            |
e3e  0f b6 45 00                   | movzx eax,BYTE PTR [rbp+0x0]                                                                       |
e42  48 83 f8 00                   | cmp rax,0x0                                                                                        |
e46  0f 84 31 00 00 00             | je 0xe7d                                                                                           |
e4c  48 83 f8 7f                   | cmp rax,0x7f                                                                                       |
e50  0f 84 0f 00 00 00             | je 0xe65                                                                                           |
e56  48 83 f8 20                   | cmp rax,0x20                                                                                       |
e5a  0f 82 05 00 00 00             | jb 0xe65                                                                                           |
e60  e9 05 00 00 00                | jmp 0xe6a                                                                                          |
e65  b8 3f 00 00 00                | mov eax,0x3f                                                                                       |
e6a  88 03                         | mov BYTE PTR [rbx],al                                                                              |
e6c  48 83 c3 01                   | add rbx,0x1                                                                                        |
e70  48 83 c5 01                   | add rbp,0x1                                                                                        |
e74  4c 39 c3                      | cmp rbx,r8                                                                                         |
e77  0f 85 c1 ff ff ff             | jne 0xe3e                                                                                          |
e7d  c3                            | ret                                                                                                |
e7e  48 8d 2d 2f 01 00 00          | lea rbp,[rip+0x12f]                                                                                |
e85  44 8b 6d 00                   | mov r13d,DWORD PTR [rbp+0x0]                                                                       |
e89  48 83 c5 04                   | add rbp,0x4                                                                                        |
e8d  49 83 fd 01                   | cmp r13,0x1                                                                                        |
e91  0f 84 09 00 00 00             | je 0xea0                                                                                           |
e97  4d 39 ec                      | cmp r12,r13                                                                                        |
e9a  0f 82 e5 ff ff ff             | jb 0xe85                                                                                           |
ea0  b8 30 00 00 00                | mov eax,0x30                                                                                       |
ea5  4d 39 ec                      | cmp r12,r13                                                                                        |
ea8  0f 82 0c 00 00 00             | jb 0xeba                                                                                           |
eae  4d 29 ec                      | sub r12,r13                                                                                        |
eb1  48 83 c0 01                   | add rax,0x1                                                                                        |
eb5  e9 eb ff ff ff                | jmp 0xea5                                                                                          |
eba  88 03                         | mov BYTE PTR [rbx],al                                                                              |
ebc  48 83 c3 01                   | add rbx,0x1                                                                                        |
ec0  44 8b 6d 00                   | mov r13d,DWORD PTR [rbp+0x0]                                                                       |
ec4  48 83 c5 04                   | add rbp,0x4                                                                                        |
ec8  49 83 fd 00                   | cmp r13,0x0                                                                                        |
ecc  0f 85 ce ff ff ff             | jne 0xea0                                                                                          |
ed2  c3                            | ret                                                                                                |
ed3  0f b6 45 00                   | movzx eax,BYTE PTR [rbp+0x0]                                                                       |
ed7  48 83 c5 01                   | add rbp,0x1                                                                                        |
edb  48 83 f8 00                   | cmp rax,0x0                                                                                        |
edf  0f 85 ee ff ff ff             | jne 0xed3                                                                                          |
ee5  c3                            | ret                                                                                                |
ee6  6c 61 6e 64 6c 6f 63 6b 64 6f | .asciz "landlockdown: "                                                                            |
ef0  77 6e 3a 20 00                |                                                                                                    |
ef5  20 22 00                      | .asciz " \\""                                                                                       |
ef8  22 00                         | .asciz "\\""                                                                                        |
efa  3a 20 00                      | .asciz ": "                                                                                        |
efd  65 72 72 6e 6f 20 00          | .asciz "errno "                                                                                    |
f04  01                            | .byte 0x01                                                                                         |
f05  45 50 45 52 4d 00             | .asciz "EPERM"                                                                                     |
f0b  02                            | .byte 0x02                                                                                         |
f0c  45 4e 4f 45 4e 54 00          | .asciz "ENOENT"                                                                                    |
f13  05                            | .byte 0x05                                                                                         |
f14  45 49 4f 00                   | .asciz "EIO"                                                                                       |
f18  07                            | .byte 0x07                                                                                         |
f19  45 32 42 49 47 00             | .asciz "E2BIG"                                                                                     |
f1f  08                            | .byte 0x08                                                                                         |
f20  45 4e 4f 45 58 45 43 00       | .asciz "ENOEXEC"                                                                                   |
f28  09                            | .byte 0x09                                                                                         |
f29  45 42 41 44 46 00             | .asciz "EBADF"                                                                                     |
f2f  0b                            | .byte 0x0b                                                                                         |
f30  45 41 47 41 49 4e 00          | .asciz "EAGAIN"                                                                                    |
f37  0c                            | .byte 0x0c                                                                                         |
f38  45 4e 4f 4d 45 4d 00          | .asciz "ENOMEM"                                                                                    |
f3f  0d                            | .byte 0x0d                                                                                         |
f40  45 41 43 43 45 53 00          | .asciz "EACCES"                                                                                    |
f47  14                            | .byte 0x14                                                                                         |
f48  45 4e 4f 54 44 49 52 00       | .asciz "ENOTDIR"                                                                                   |
f50  16                            | .byte 0x16                                                                                         |
f51  45 49 4e 56 41 4c 00          | .asciz "EINVAL"                                                                                    |
f58  17                            | .byte 0x17                                                                                         |
f59  45 4e 46 49 4c 45 00          | .asciz "ENFILE"                                                                                    |
f60  18                            | .byte 0x18                                                                                         |
f61  45 4d 46 49 4c 45 00          | .asciz "EMFILE"                                                                                    |
f68  1a                            | .byte 0x1a                                                                                         |
f69  45 54 58 54 42 53 59 00       | .asciz "ETXTBSY"                                                                                   |
f71  24                            | .byte 0x24                                                                                         |
f72  45 4e 41 4d 45 54 4f 4f 4c 4f | .asciz "ENAMETOOLONG"                                                                              |
f7c  4e 47 00                      |                                                                                                    |
f7f  26                            | .byte 0x26                                                                                         |
f80  45 4e 4f 53 59 53 00          | .asciz "ENOSYS"                                                                                    |
f87  28                            | .byte 0x28                                                                                         |
f88  45 4c 4f 4f 50 00             | .asciz "ELOOP"                                                                                     |
f8e  2a                            | .byte 0x2a                                                                                         |
f8f  45 4e 4f 4d 53 47 00          | .asciz "ENOMSG"                                                                                    |
f96  4d                            | .byte 0x4d                                                                                         |
f97  45 42 41 44 46 44 00          | .asciz "EBADFD"                                                                                    |
f9e  5f                            | .byte 0x5f                                                                                         |
f9f  45 4f 50 4e 4f 54 53 55 50 50 | .asciz "EOPNOTSUPP"                                                                                |
fa9  00                            |                                                                                                    |
faa  74                            | .byte 0x74                                                                                         |
fab  45 53 54 41 4c 45 00          | .asciz "ESTALE"                                                                                    |
fb2  00                            | .byte 0x00                                                                                         | no further errors
fb3  00                            | .balign 4                                                                                          |
fb4  10 27 00 00                   | .byte 0x10, 0x27, 0x00, 0x00                                                                       | 10000
fb8  e8 03 00 00                   | .byte 0xe8, 0x03, 0x00, 0x00                                                                       | 1000
fbc  64 00 00 00                   | .byte 0x64, 0x00, 0x00, 0x00                                                                       | 100
fc0  0a 00 00 00                   | .byte 0x0a, 0x00, 0x00, 0x00                                                                       | 10
fc4  01 00 00 00                   | .byte 0x01, 0x00, 0x00, 0x00                                                                       | 1
fc8  00 00 00 00                   | .byte 0x00, 0x00, 0x00, 0x00                                                                       | 0
fcc  00 00 00 00                   | .balign 8                                                                                          |
`,
  },
  arm64: {
    labels: { start: 0, plan: 4080 },
    listing: `
000  f3 03 00 91                   | mov x19, sp                                                                                        |
004  7a 7f 00 10                   | adr x26, 0xff0                                                                                     |
008  fe 0f 1f f8                   | str x30, [sp, #-16]!                                                                               |
00c  35 00 00 94                   | bl 0xe0                                                                                            |
010  fe 07 41 f8                   | ldr x30, [sp], #16                                                                                 |
014  74 02 40 f9                   | ldr x20, [x19]                                                                                     | how many arguments
018  73 22 00 91                   | add x19, x19, #0x8                                                                                 | their list
01c  94 f2 7d d3                   | lsl x20, x20, #3                                                                                   |
020  94 02 13 8b                   | add x20, x20, x19                                                                                  |
024  94 22 00 91                   | add x20, x20, #0x8                                                                                 | behind the zero that ends it: the environment
028  f5 03 14 aa                   | mov x21, x20                                                                                       |
02c  b6 02 40 f9                   | ldr x22, [x21]                                                                                     |
030  b5 22 00 91                   | add x21, x21, #0x8                                                                                 |
034  df 02 00 f1                   | cmp x22, #0x0                                                                                      |
038  a1 ff ff 54                   | b.ne 0x2c                                                                                          |
03c  b5 02 13 cb                   | sub x21, x21, x19                                                                                  | bytes of both lists with their ends
040  56 4b 40 b9                   | ldr w22, [x26, #72]                                                                                |
044  b5 02 16 8b                   | add x21, x21, x22                                                                                  |
048  b5 de 06 91                   | add x21, x21, #0x1b7                                                                               |
04c  e9 01 80 92                   | mov x9, #0xfffffffffffffff0                                                                        |
050  b5 02 09 8a                   | and x21, x21, x9                                                                                   |
054  ff 63 35 cb                   | sub sp, sp, x21                                                                                    |
058  f9 03 00 91                   | mov x25, sp                                                                                        |
05c  33 03 00 f9                   | str x19, [x25]                                                                                     |
060  34 07 00 f9                   | str x20, [x25, #8]                                                                                 |
064  13 00 80 d2                   | mov x19, #0x0                                                                                      |
068  33 53 00 f9                   | str x19, [x25, #160]                                                                               |
06c  33 33 00 f9                   | str x19, [x25, #96]                                                                                |
070  33 37 00 f9                   | str x19, [x25, #104]                                                                               |
074  33 3b 00 f9                   | str x19, [x25, #112]                                                                               |
078  33 3f 00 f9                   | str x19, [x25, #120]                                                                               |
07c  fe 0f 1f f8                   | str x30, [sp, #-16]!                                                                               |
080  2c 00 00 94                   | bl 0x130                                                                                           |
084  fe 07 41 f8                   | ldr x30, [sp], #16                                                                                 |
088  fe 0f 1f f8                   | str x30, [sp, #-16]!                                                                               | after no_new_privs, which makes it last
08c  3c 00 00 94                   | bl 0x17c                                                                                           |
090  fe 07 41 f8                   | ldr x30, [sp], #16                                                                                 |
094  fe 0f 1f f8                   | str x30, [sp, #-16]!                                                                               | before the ruleset, which may leave descriptors for the command
098  74 00 00 94                   | bl 0x268                                                                                           |
09c  fe 07 41 f8                   | ldr x30, [sp], #16                                                                                 |
0a0  fe 0f 1f f8                   | str x30, [sp, #-16]!                                                                               |
0a4  9a 00 00 94                   | bl 0x30c                                                                                           |
0a8  fe 07 41 f8                   | ldr x30, [sp], #16                                                                                 |
0ac  fe 0f 1f f8                   | str x30, [sp, #-16]!                                                                               |
0b0  8d 01 00 94                   | bl 0x6e4                                                                                           |
0b4  fe 07 41 f8                   | ldr x30, [sp], #16                                                                                 |
0b8  fe 0f 1f f8                   | str x30, [sp, #-16]!                                                                               |
0bc  ad 01 00 94                   | bl 0x770                                                                                           |
0c0  fe 07 41 f8                   | ldr x30, [sp], #16                                                                                 |
0c4  fe 0f 1f f8                   | str x30, [sp, #-16]!                                                                               |
0c8  e9 01 00 94                   | bl 0x86c                                                                                           |
0cc  fe 07 41 f8                   | ldr x30, [sp], #16                                                                                 |
0d0  fe 0f 1f f8                   | str x30, [sp, #-16]!                                                                               | last, for it may forbid what the steps before it do
0d4  49 02 00 94                   | bl 0x9f8                                                                                           |
0d8  fe 07 41 f8                   | ldr x30, [sp], #16                                                                                 |
0dc  64 02 00 14                   | b 0xa6c                                                                                            |
0e0  54 6b 40 b9                   | ldr w20, [x26, #104]                                                                               |
0e4  94 02 1a 8b                   | add x20, x20, x26                                                                                  |
0e8  94 06 40 f9                   | ldr x20, [x20, #8]                                                                                 |
0ec  95 8d 8d d2                   | mov x21, #0x6c6c                                                                                   |
0f0  95 ac a5 f2                   | movk x21, #0x2d64, lsl #16                                                                         |
0f4  15 8e cd f2                   | movk x21, #0x6c70, lsl #32                                                                         |
0f8  35 cc ed f2                   | movk x21, #0x6e61, lsl #48                                                                         |
0fc  a0 02 80 92                   | mov x0, #0xffffffffffffffea                                                                        |
100  9f 02 15 eb                   | cmp x20, x21                                                                                       |
104  01 01 00 54                   | b.ne 0x124                                                                                         |
108  c0 03 5f d6                   | ret                                                                                                |
10c  63 61 6e 6e 6f 74 20 72 65 61 | .asciz "cannot read the plan"                                                                      |
116  64 20 74 68 65 20 70 6c 61 6e |                                                                                                    |
120  00                            |                                                                                                    |
121  00 00 00                      | .balign 4                                                                                          |
124  15 00 80 d2                   | mov x21, #0x0                                                                                      | no path or name to tell
128  34 ff ff 10                   | adr x20, 0x10c                                                                                     |
12c  fd 02 00 14                   | b 0xd20                                                                                            |
130  04 00 80 d2                   | mov x4, #0x0                                                                                       |
134  03 00 80 d2                   | mov x3, #0x0                                                                                       |
138  02 00 80 d2                   | mov x2, #0x0                                                                                       |
13c  21 00 80 d2                   | mov x1, #0x1                                                                                       |
140  c0 04 80 d2                   | mov x0, #0x26                                                                                      |
144  e8 14 80 d2                   | mov x8, #0xa7                                                                                      |
148  01 00 00 d4                   | svc #0x0                                                                                           |
14c  1f 00 00 f1                   | cmp x0, #0x0                                                                                       |
150  01 01 00 54                   | b.ne 0x170                                                                                         |
154  c0 03 5f d6                   | ret                                                                                                |
158  63 61 6e 6e 6f 74 20 73 65 74 | .asciz "cannot set no_new_privs"                                                                   |
162  20 6e 6f 5f 6e 65 77 5f 70 72 |                                                                                                    |
16c  69 76 73 00                   |                                                                                                    |
170  15 00 80 d2                   | mov x21, #0x0                                                                                      | no path or name to tell
174  34 ff ff 10                   | adr x20, 0x158                                                                                     |
178  ea 02 00 14                   | b 0xd20                                                                                            |
17c  53 a4 80 d2                   | mov x19, #0x522                                                                                    |
180  13 01 a4 f2                   | movk x19, #0x2008, lsl #16                                                                         |
184  33 43 00 f9                   | str x19, [x25, #128]                                                                               | process 0 is this one
188  21 23 02 91                   | add x1, x25, #0x88                                                                                 |
18c  20 03 02 91                   | add x0, x25, #0x80                                                                                 |
190  48 0b 80 d2                   | mov x8, #0x5a                                                                                      |
194  01 00 00 d4                   | svc #0x0                                                                                           |
198  1f 00 00 f1                   | cmp x0, #0x0                                                                                       |
19c  01 06 00 54                   | b.ne 0x25c                                                                                         |
1a0  33 8b 40 b9                   | ldr w19, [x25, #136]                                                                               |
1a4  e9 ff 9f d2                   | mov x9, #0xffff                                                                                    |
1a8  89 f2 bf f2                   | movk x9, #0xff94, lsl #16                                                                          |
1ac  e9 ff df f2                   | movk x9, #0xffff, lsl #32                                                                          |
1b0  e9 ff ff f2                   | movk x9, #0xffff, lsl #48                                                                          |
1b4  73 02 09 8a                   | and x19, x19, x9                                                                                   |
1b8  33 8b 00 b9                   | str w19, [x25, #136]                                                                               |
1bc  33 8f 40 b9                   | ldr w19, [x25, #140]                                                                               |
1c0  e9 ff 9f d2                   | mov x9, #0xffff                                                                                    |
1c4  89 f2 bf f2                   | movk x9, #0xff94, lsl #16                                                                          |
1c8  e9 ff df f2                   | movk x9, #0xffff, lsl #32                                                                          |
1cc  e9 ff ff f2                   | movk x9, #0xffff, lsl #48                                                                          |
1d0  73 02 09 8a                   | and x19, x19, x9                                                                                   |
1d4  33 8f 00 b9                   | str w19, [x25, #140]                                                                               |
1d8  33 93 40 b9                   | ldr w19, [x25, #144]                                                                               |
1dc  e9 ff 9f d2                   | mov x9, #0xffff                                                                                    |
1e0  89 f2 bf f2                   | movk x9, #0xff94, lsl #16                                                                          |
1e4  e9 ff df f2                   | movk x9, #0xffff, lsl #32                                                                          |
1e8  e9 ff ff f2                   | movk x9, #0xffff, lsl #48                                                                          |
1ec  73 02 09 8a                   | and x19, x19, x9                                                                                   |
1f0  33 93 00 b9                   | str w19, [x25, #144]                                                                               |
1f4  33 97 40 b9                   | ldr w19, [x25, #148]                                                                               |
1f8  89 18 80 92                   | mov x9, #0xffffffffffffff3b                                                                        |
1fc  73 02 09 8a                   | and x19, x19, x9                                                                                   |
200  33 97 00 b9                   | str w19, [x25, #148]                                                                               |
204  33 9b 40 b9                   | ldr w19, [x25, #152]                                                                               |
208  89 18 80 92                   | mov x9, #0xffffffffffffff3b                                                                        |
20c  73 02 09 8a                   | and x19, x19, x9                                                                                   |
210  33 9b 00 b9                   | str w19, [x25, #152]                                                                               |
214  33 9f 40 b9                   | ldr w19, [x25, #156]                                                                               |
218  89 18 80 92                   | mov x9, #0xffffffffffffff3b                                                                        |
21c  73 02 09 8a                   | and x19, x19, x9                                                                                   |
220  33 9f 00 b9                   | str w19, [x25, #156]                                                                               |
224  21 23 02 91                   | add x1, x25, #0x88                                                                                 |
228  20 03 02 91                   | add x0, x25, #0x80                                                                                 |
22c  68 0b 80 d2                   | mov x8, #0x5b                                                                                      |
230  01 00 00 d4                   | svc #0x0                                                                                           |
234  1f 00 00 f1                   | cmp x0, #0x0                                                                                       |
238  21 01 00 54                   | b.ne 0x25c                                                                                         |
23c  c0 03 5f d6                   | ret                                                                                                |
240  63 61 6e 6e 6f 74 20 64 72 6f | .asciz "cannot drop capabilities"                                                                  |
24a  70 20 63 61 70 61 62 69 6c 69 |                                                                                                    |
254  74 69 65 73 00                |                                                                                                    |
259  00 00 00                      | .balign 4                                                                                          |
25c  15 00 80 d2                   | mov x21, #0x0                                                                                      | no path or name to tell
260  14 ff ff 10                   | adr x20, 0x240                                                                                     |
264  af 02 00 14                   | b 0xd20                                                                                            |
268  53 3f 40 b9                   | ldr w19, [x26, #60]                                                                                |
26c  82 00 80 d2                   | mov x2, #0x4                                                                                       |
270  e1 ff 9f d2                   | mov x1, #0xffff                                                                                    |
274  e1 ff bf f2                   | movk x1, #0xffff, lsl #16                                                                          |
278  e0 03 13 aa                   | mov x0, x19                                                                                        |
27c  88 36 80 d2                   | mov x8, #0x1b4                                                                                     |
280  01 00 00 d4                   | svc #0x0                                                                                           |
284  1f 58 00 b1                   | cmn x0, #0x16                                                                                      |
288  80 00 00 54                   | b.eq 0x298                                                                                         |
28c  1f 00 00 f1                   | cmp x0, #0x0                                                                                       |
290  81 03 00 54                   | b.ne 0x300                                                                                         |
294  c0 03 5f d6                   | ret                                                                                                |
298  23 c3 00 91                   | add x3, x25, #0x30                                                                                 |
29c  02 00 80 d2                   | mov x2, #0x0                                                                                       |
2a0  e1 00 80 d2                   | mov x1, #0x7                                                                                       |
2a4  00 00 80 d2                   | mov x0, #0x0                                                                                       |
2a8  a8 20 80 d2                   | mov x8, #0x105                                                                                     |
2ac  01 00 00 d4                   | svc #0x0                                                                                           |
2b0  1f 00 00 f1                   | cmp x0, #0x0                                                                                       |
2b4  61 02 00 54                   | b.ne 0x300                                                                                         |
2b8  34 1f 40 f9                   | ldr x20, [x25, #56]                                                                                |
2bc  7f 02 14 eb                   | cmp x19, x20                                                                                       |
2c0  43 00 00 54                   | b.cc 0x2c8                                                                                         |
2c4  c0 03 5f d6                   | ret                                                                                                |
2c8  22 00 80 d2                   | mov x2, #0x1                                                                                       | fails for most, which are not open
2cc  41 00 80 d2                   | mov x1, #0x2                                                                                       |
2d0  e0 03 13 aa                   | mov x0, x19                                                                                        |
2d4  28 03 80 d2                   | mov x8, #0x19                                                                                      |
2d8  01 00 00 d4                   | svc #0x0                                                                                           |
2dc  73 06 00 91                   | add x19, x19, #0x1                                                                                 |
2e0  f7 ff ff 17                   | b 0x2bc                                                                                            |
2e4  63 61 6e 6e 6f 74 20 63 6c 6f | .asciz "cannot close descriptors"                                                                  |
2ee  73 65 20 64 65 73 63 72 69 70 |                                                                                                    |
2f8  74 6f 72 73 00                |                                                                                                    |
2fd  00 00 00                      | .balign 4                                                                                          |
300  15 00 80 d2                   | mov x21, #0x0                                                                                      | no path or name to tell
304  14 ff ff 10                   | adr x20, 0x2e4                                                                                     |
308  86 02 00 14                   | b 0xd20                                                                                            |
30c  53 33 40 b9                   | ldr w19, [x26, #48]                                                                                |
310  7f 06 00 f1                   | cmp x19, #0x1                                                                                      |
314  e0 00 00 54                   | b.eq 0x330                                                                                         |
318  7f 0a 00 f1                   | cmp x19, #0x2                                                                                      |
31c  c0 12 00 54                   | b.eq 0x574                                                                                         |
320  7f 0e 00 f1                   | cmp x19, #0x3                                                                                      |
324  a0 16 00 54                   | b.eq 0x5f8                                                                                         |
328  a0 02 80 92                   | mov x0, #0xffffffffffffffea                                                                        |
32c  7e ff ff 17                   | b 0x124                                                                                            |
330  02 00 80 d2                   | mov x2, #0x0                                                                                       | the plan begins with the attribute
334  01 06 80 d2                   | mov x1, #0x30                                                                                      |
338  e0 03 1a aa                   | mov x0, x26                                                                                        |
33c  88 37 80 d2                   | mov x8, #0x1bc                                                                                     |
340  01 00 00 d4                   | svc #0x0                                                                                           |
344  1f 00 00 f1                   | cmp x0, #0x0                                                                                       |
348  8b 16 00 54                   | b.lt 0x618                                                                                         |
34c  f3 03 00 aa                   | mov x19, x0                                                                                        | the ruleset
350  14 05 a0 d2                   | mov x20, #0x280000                                                                                 |
354  34 23 00 f9                   | str x20, [x25, #64]                                                                                | struct open_how: flags, mode, resolve
358  14 00 80 d2                   | mov x20, #0x0                                                                                      |
35c  34 27 00 f9                   | str x20, [x25, #72]                                                                                |
360  d4 00 80 d2                   | mov x20, #0x6                                                                                      |
364  34 2b 00 f9                   | str x20, [x25, #80]                                                                                |
368  54 53 40 b9                   | ldr w20, [x26, #80]                                                                                |
36c  94 02 1a 8b                   | add x20, x20, x26                                                                                  | the first path rule
370  55 57 40 b9                   | ldr w21, [x26, #84]                                                                                |
374  b5 02 1a 8b                   | add x21, x21, x26                                                                                  | where path rules end
378  9f 02 15 eb                   | cmp x20, x21                                                                                       |
37c  40 0d 00 54                   | b.eq 0x524                                                                                         |
380  f6 03 14 aa                   | mov x22, x20                                                                                       |
384  d6 b2 00 91                   | add x22, x22, #0x2c                                                                                |
388  03 03 80 d2                   | mov x3, #0x18                                                                                      |
38c  22 03 01 91                   | add x2, x25, #0x40                                                                                 |
390  e1 03 16 aa                   | mov x1, x22                                                                                        |
394  60 0c 80 92                   | mov x0, #0xffffffffffffff9c                                                                        |
398  a8 36 80 d2                   | mov x8, #0x1b5                                                                                     |
39c  01 00 00 d4                   | svc #0x0                                                                                           |
3a0  1f 98 00 b1                   | cmn x0, #0x26                                                                                      |
3a4  01 01 00 54                   | b.ne 0x3c4                                                                                         |
3a8  97 0e 40 b9                   | ldr w23, [x20, #12]                                                                                | a container's seccomp profile may not know openat2
3ac  03 00 80 d2                   | mov x3, #0x0                                                                                       |
3b0  e2 03 17 aa                   | mov x2, x23                                                                                        |
3b4  e1 03 16 aa                   | mov x1, x22                                                                                        |
3b8  60 0c 80 92                   | mov x0, #0xffffffffffffff9c                                                                        |
3bc  08 07 80 d2                   | mov x8, #0x38                                                                                      |
3c0  01 00 00 d4                   | svc #0x0                                                                                           |
3c4  1f 00 00 f1                   | cmp x0, #0x0                                                                                       |
3c8  2b 07 00 54                   | b.lt 0x4ac                                                                                         |
3cc  f7 03 00 aa                   | mov x23, x0                                                                                        |
3d0  98 12 40 b9                   | ldr w24, [x20, #16]                                                                                |
3d4  49 00 80 d2                   | mov x9, #0x2                                                                                       |
3d8  18 03 09 8a                   | and x24, x24, x9                                                                                   |
3dc  1f 03 00 f1                   | cmp x24, #0x0                                                                                      |
3e0  60 03 00 54                   | b.eq 0x44c                                                                                         |
3e4  24 a3 02 91                   | add x4, x25, #0xa8                                                                                 | no path: the descriptor itself
3e8  03 20 81 d2                   | mov x3, #0x900                                                                                     |
3ec  02 00 82 d2                   | mov x2, #0x1000                                                                                    |
3f0  21 83 01 91                   | add x1, x25, #0x60                                                                                 |
3f4  e0 03 17 aa                   | mov x0, x23                                                                                        |
3f8  68 24 80 d2                   | mov x8, #0x123                                                                                     |
3fc  01 00 00 d4                   | svc #0x0                                                                                           |
400  1f 00 00 f1                   | cmp x0, #0x0                                                                                       |
404  41 14 00 54                   | b.ne 0x68c                                                                                         |
408  98 0e 40 f9                   | ldr x24, [x20, #24]                                                                                |
40c  20 67 40 f9                   | ldr x0, [x25, #200]                                                                                |
410  1f 03 00 eb                   | cmp x24, x0                                                                                        |
414  81 06 00 54                   | b.ne 0x4e4                                                                                         |
418  98 12 40 b9                   | ldr w24, [x20, #16]                                                                                |
41c  89 00 80 d2                   | mov x9, #0x4                                                                                       |
420  18 03 09 8a                   | and x24, x24, x9                                                                                   |
424  1f 03 00 f1                   | cmp x24, #0x0                                                                                      |
428  20 01 00 54                   | b.eq 0x44c                                                                                         |
42c  98 12 40 f9                   | ldr x24, [x20, #32]                                                                                |
430  20 7f 40 f9                   | ldr x0, [x25, #248]                                                                                |
434  1f 03 00 eb                   | cmp x24, x0                                                                                        |
438  61 05 00 54                   | b.ne 0x4e4                                                                                         |
43c  98 2a 40 b9                   | ldr w24, [x20, #40]                                                                                |
440  20 03 41 b9                   | ldr w0, [x25, #256]                                                                                |
444  1f 03 00 eb                   | cmp x24, x0                                                                                        |
448  e1 04 00 54                   | b.ne 0x4e4                                                                                         |
44c  98 02 40 f9                   | ldr x24, [x20]                                                                                     |
450  38 1b 00 f9                   | str x24, [x25, #48]                                                                                |
454  37 3b 00 b9                   | str w23, [x25, #56]                                                                                |
458  03 00 80 d2                   | mov x3, #0x0                                                                                       |
45c  22 c3 00 91                   | add x2, x25, #0x30                                                                                 |
460  21 00 80 d2                   | mov x1, #0x1                                                                                       |
464  e0 03 13 aa                   | mov x0, x19                                                                                        |
468  a8 37 80 d2                   | mov x8, #0x1bd                                                                                     |
46c  01 00 00 d4                   | svc #0x0                                                                                           |
470  1f 00 00 f1                   | cmp x0, #0x0                                                                                       |
474  00 01 00 54                   | b.eq 0x494                                                                                         |
478  1f 58 00 b1                   | cmn x0, #0x16                                                                                      | else it was a folder and is a file now
47c  81 10 00 54                   | b.ne 0x68c                                                                                         |
480  98 12 40 b9                   | ldr w24, [x20, #16]                                                                                |
484  29 00 80 d2                   | mov x9, #0x1                                                                                       |
488  18 03 09 8a                   | and x24, x24, x9                                                                                   |
48c  1f 03 00 f1                   | cmp x24, #0x0                                                                                      |
490  e0 0f 00 54                   | b.eq 0x68c                                                                                         |
494  e0 03 17 aa                   | mov x0, x23                                                                                        |
498  28 07 80 d2                   | mov x8, #0x39                                                                                      |
49c  01 00 00 d4                   | svc #0x0                                                                                           |
4a0  97 0a 40 b9                   | ldr w23, [x20, #8]                                                                                 |
4a4  94 02 17 8b                   | add x20, x20, x23                                                                                  |
4a8  b4 ff ff 17                   | b 0x378                                                                                            |
4ac  97 12 40 b9                   | ldr w23, [x20, #16]                                                                                |
4b0  29 00 80 d2                   | mov x9, #0x1                                                                                       |
4b4  f7 02 09 8a                   | and x23, x23, x9                                                                                   |
4b8  ff 02 00 f1                   | cmp x23, #0x0                                                                                      |
4bc  a0 0b 00 54                   | b.eq 0x630                                                                                         |
4c0  1f 08 00 b1                   | cmn x0, #0x2                                                                                       |
4c4  20 02 00 54                   | b.eq 0x508                                                                                         |
4c8  1f 50 00 b1                   | cmn x0, #0x14                                                                                      |
4cc  e0 01 00 54                   | b.eq 0x508                                                                                         |
4d0  1f a0 00 b1                   | cmn x0, #0x28                                                                                      |
4d4  a0 01 00 54                   | b.eq 0x508                                                                                         |
4d8  1f 34 00 b1                   | cmn x0, #0xd                                                                                       |
4dc  60 01 00 54                   | b.eq 0x508                                                                                         |
4e0  54 00 00 14                   | b 0x630                                                                                            |
4e4  e0 03 17 aa                   | mov x0, x23                                                                                        |
4e8  28 07 80 d2                   | mov x8, #0x39                                                                                      |
4ec  01 00 00 d4                   | svc #0x0                                                                                           |
4f0  60 0e 80 92                   | mov x0, #0xffffffffffffff8c                                                                        |
4f4  97 12 40 b9                   | ldr w23, [x20, #16]                                                                                |
4f8  29 00 80 d2                   | mov x9, #0x1                                                                                       |
4fc  f7 02 09 8a                   | and x23, x23, x9                                                                                   |
500  ff 02 00 f1                   | cmp x23, #0x0                                                                                      |
504  20 0b 00 54                   | b.eq 0x668                                                                                         |
508  97 12 40 b9                   | ldr w23, [x20, #16]                                                                                |
50c  09 01 80 d2                   | mov x9, #0x8                                                                                       |
510  f7 02 09 8a                   | and x23, x23, x9                                                                                   |
514  ff 02 00 f1                   | cmp x23, #0x0                                                                                      |
518  40 fc ff 54                   | b.eq 0x4a0                                                                                         |
51c  37 53 00 f9                   | str x23, [x25, #160]                                                                               |
520  e0 ff ff 17                   | b 0x4a0                                                                                            |
524  55 5b 40 b9                   | ldr w21, [x26, #88]                                                                                |
528  b5 02 1a 8b                   | add x21, x21, x26                                                                                  | where port rules end
52c  9f 02 15 eb                   | cmp x20, x21                                                                                       |
530  00 02 00 54                   | b.eq 0x570                                                                                         |
534  03 00 80 d2                   | mov x3, #0x0                                                                                       |
538  e2 03 14 aa                   | mov x2, x20                                                                                        |
53c  41 00 80 d2                   | mov x1, #0x2                                                                                       |
540  e0 03 13 aa                   | mov x0, x19                                                                                        |
544  a8 37 80 d2                   | mov x8, #0x1bd                                                                                     |
548  01 00 00 d4                   | svc #0x0                                                                                           |
54c  1f 00 00 f1                   | cmp x0, #0x0                                                                                       |
550  c0 00 00 54                   | b.eq 0x568                                                                                         |
554  95 06 40 f9                   | ldr x21, [x20, #8]                                                                                 |
558  1f 84 01 b1                   | cmn x0, #0x61                                                                                      | else the kernel has no such network
55c  c1 0a 00 54                   | b.ne 0x6b4                                                                                         |
560  55 5b 40 b9                   | ldr w21, [x26, #88]                                                                                |
564  b5 02 1a 8b                   | add x21, x21, x26                                                                                  |
568  94 42 00 91                   | add x20, x20, #0x10                                                                                |
56c  f0 ff ff 17                   | b 0x52c                                                                                            |
570  02 00 00 14                   | b 0x578                                                                                            |
574  53 37 80 b9                   | ldrsw x19, [x26, #52]                                                                              |
578  54 3b 40 b9                   | ldr w20, [x26, #56]                                                                                |
57c  e1 03 14 aa                   | mov x1, x20                                                                                        |
580  e0 03 13 aa                   | mov x0, x19                                                                                        |
584  c8 37 80 d2                   | mov x8, #0x1be                                                                                     |
588  01 00 00 d4                   | svc #0x0                                                                                           |
58c  1f 00 00 f1                   | cmp x0, #0x0                                                                                       |
590  41 0a 00 54                   | b.ne 0x6d8                                                                                         |
594  e0 03 13 aa                   | mov x0, x19                                                                                        | whoever has it can add rules for the next one who takes it over
598  28 07 80 d2                   | mov x8, #0x39                                                                                      |
59c  01 00 00 d4                   | svc #0x0                                                                                           |
5a0  33 53 40 f9                   | ldr x19, [x25, #160]                                                                               |
5a4  7f 02 00 f1                   | cmp x19, #0x0                                                                                      |
5a8  80 02 00 54                   | b.eq 0x5f8                                                                                         |
5ac  13 00 81 d2                   | mov x19, #0x800                                                                                    | something that is never granted, for a ruleset has to handle something
5b0  33 1b 00 f9                   | str x19, [x25, #48]                                                                                |
5b4  02 00 80 d2                   | mov x2, #0x0                                                                                       |
5b8  01 01 80 d2                   | mov x1, #0x8                                                                                       |
5bc  20 c3 00 91                   | add x0, x25, #0x30                                                                                 |
5c0  88 37 80 d2                   | mov x8, #0x1bc                                                                                     |
5c4  01 00 00 d4                   | svc #0x0                                                                                           |
5c8  1f 00 00 f1                   | cmp x0, #0x0                                                                                       |
5cc  6b 02 00 54                   | b.lt 0x618                                                                                         |
5d0  f3 03 00 aa                   | mov x19, x0                                                                                        |
5d4  e1 03 14 aa                   | mov x1, x20                                                                                        |
5d8  e0 03 13 aa                   | mov x0, x19                                                                                        |
5dc  c8 37 80 d2                   | mov x8, #0x1be                                                                                     |
5e0  01 00 00 d4                   | svc #0x0                                                                                           |
5e4  1f 00 00 f1                   | cmp x0, #0x0                                                                                       |
5e8  81 07 00 54                   | b.ne 0x6d8                                                                                         |
5ec  e0 03 13 aa                   | mov x0, x19                                                                                        |
5f0  28 07 80 d2                   | mov x8, #0x39                                                                                      |
5f4  01 00 00 d4                   | svc #0x0                                                                                           |
5f8  c0 03 5f d6                   | ret                                                                                                |
5fc  63 61 6e 6e 6f 74 20 63 72 65 | .asciz "cannot create the ruleset"                                                                 |
606  61 74 65 20 74 68 65 20 72 75 |                                                                                                    |
610  6c 65 73 65 74 00             |                                                                                                    |
616  00 00                         | .balign 4                                                                                          |
618  15 00 80 d2                   | mov x21, #0x0                                                                                      | no path or name to tell
61c  14 ff ff 10                   | adr x20, 0x5fc                                                                                     |
620  c0 01 00 14                   | b 0xd20                                                                                            |
624  63 61 6e 6e 6f 74 20 6f 70 65 | .asciz "cannot open"                                                                               |
62e  6e 00                         |                                                                                                    |
630  f5 03 16 aa                   | mov x21, x22                                                                                       |
634  94 ff ff 10                   | adr x20, 0x624                                                                                     |
638  ba 01 00 14                   | b 0xd20                                                                                            |
63c  63 61 6e 6e 6f 74 20 67 72 61 | .asciz "cannot grant what has taken the place of"                                                  |
646  6e 74 20 77 68 61 74 20 68 61 |                                                                                                    |
650  73 20 74 61 6b 65 6e 20 74 68 |                                                                                                    |
65a  65 20 70 6c 61 63 65 20 6f 66 |                                                                                                    |
664  00                            |                                                                                                    |
665  00 00 00                      | .balign 4                                                                                          |
668  f5 03 16 aa                   | mov x21, x22                                                                                       |
66c  94 fe ff 10                   | adr x20, 0x63c                                                                                     |
670  ac 01 00 14                   | b 0xd20                                                                                            |
674  63 61 6e 6e 6f 74 20 61 64 64 | .asciz "cannot add a rule for"                                                                     |
67e  20 61 20 72 75 6c 65 20 66 6f |                                                                                                    |
688  72 00                         |                                                                                                    |
68a  00 00                         | .balign 4                                                                                          |
68c  f5 03 16 aa                   | mov x21, x22                                                                                       |
690  34 ff ff 10                   | adr x20, 0x674                                                                                     |
694  a3 01 00 14                   | b 0xd20                                                                                            |
698  63 61 6e 6e 6f 74 20 61 64 64 | .asciz "cannot add a rule for port"                                                                |
6a2  20 61 20 72 75 6c 65 20 66 6f |                                                                                                    |
6ac  72 20 70 6f 72 74 00          |                                                                                                    |
6b3  00                            | .balign 4                                                                                          |
6b4  34 ff ff 10                   | adr x20, 0x698                                                                                     |
6b8  8d 01 00 14                   | b 0xcec                                                                                            |
6bc  63 61 6e 6e 6f 74 20 65 6e 66 | .asciz "cannot enforce the ruleset"                                                                |
6c6  6f 72 63 65 20 74 68 65 20 72 |                                                                                                    |
6d0  75 6c 65 73 65 74 00          |                                                                                                    |
6d7  00                            | .balign 4                                                                                          |
6d8  15 00 80 d2                   | mov x21, #0x0                                                                                      | no path or name to tell
6dc  14 ff ff 10                   | adr x20, 0x6bc                                                                                     |
6e0  90 01 00 14                   | b 0xd20                                                                                            |
6e4  53 23 40 f9                   | ldr x19, [x26, #64]                                                                                |
6e8  35 00 80 d2                   | mov x21, #0x1                                                                                      | the number of the signal in the lowest bit
6ec  7f 02 00 f1                   | cmp x19, #0x0                                                                                      |
6f0  40 02 00 54                   | b.eq 0x738                                                                                         |
6f4  f4 03 13 aa                   | mov x20, x19                                                                                       |
6f8  29 00 80 d2                   | mov x9, #0x1                                                                                       |
6fc  94 02 09 8a                   | and x20, x20, x9                                                                                   |
700  9f 02 00 f1                   | cmp x20, #0x0                                                                                      |
704  20 01 00 54                   | b.eq 0x728                                                                                         |
708  03 01 80 d2                   | mov x3, #0x8                                                                                       | SIG_DFL, no flags, no mask
70c  02 00 80 d2                   | mov x2, #0x0                                                                                       |
710  21 83 01 91                   | add x1, x25, #0x60                                                                                 |
714  e0 03 15 aa                   | mov x0, x21                                                                                        |
718  c8 10 80 d2                   | mov x8, #0x86                                                                                      |
71c  01 00 00 d4                   | svc #0x0                                                                                           |
720  1f 00 00 f1                   | cmp x0, #0x0                                                                                       |
724  21 02 00 54                   | b.ne 0x768                                                                                         |
728  73 fe 41 d3                   | lsr x19, x19, #1                                                                                   |
72c  b5 06 00 91                   | add x21, x21, #0x1                                                                                 |
730  7f 02 00 f1                   | cmp x19, #0x0                                                                                      |
734  c1 fd ff 54                   | b.ne 0x6ec                                                                                         |
738  03 01 80 d2                   | mov x3, #0x8                                                                                       | cannot fail: all is valid
73c  02 00 80 d2                   | mov x2, #0x0                                                                                       |
740  21 83 01 91                   | add x1, x25, #0x60                                                                                 |
744  40 00 80 d2                   | mov x0, #0x2                                                                                       |
748  e8 10 80 d2                   | mov x8, #0x87                                                                                      |
74c  01 00 00 d4                   | svc #0x0                                                                                           |
750  c0 03 5f d6                   | ret                                                                                                |
754  63 61 6e 6e 6f 74 20 72 65 73 | .asciz "cannot reset signal"                                                                       |
75e  65 74 20 73 69 67 6e 61 6c 00 |                                                                                                    |
768  74 ff ff 10                   | adr x20, 0x754                                                                                     |
76c  60 01 00 14                   | b 0xcec                                                                                            |
770  f7 03 19 aa                   | mov x23, x25                                                                                       |
774  f7 a2 06 91                   | add x23, x23, #0x1a8                                                                               |
778  33 07 40 f9                   | ldr x19, [x25, #8]                                                                                 |
77c  74 02 40 f9                   | ldr x20, [x19]                                                                                     |
780  73 22 00 91                   | add x19, x19, #0x8                                                                                 |
784  9f 02 00 f1                   | cmp x20, #0x0                                                                                      |
788  20 05 00 54                   | b.eq 0x82c                                                                                         |
78c  55 5f 40 b9                   | ldr w21, [x26, #92]                                                                                |
790  b5 02 1a 8b                   | add x21, x21, x26                                                                                  | the first name of the plan
794  56 63 40 b9                   | ldr w22, [x26, #96]                                                                                |
798  d6 02 1a 8b                   | add x22, x22, x26                                                                                  | where the names end
79c  bf 02 16 eb                   | cmp x21, x22                                                                                       |
7a0  e0 fe ff 54                   | b.eq 0x77c                                                                                         |
7a4  f8 03 14 aa                   | mov x24, x20                                                                                       |
7a8  b6 02 40 39                   | ldrb w22, [x21]                                                                                    |
7ac  b5 06 00 91                   | add x21, x21, #0x1                                                                                 |
7b0  df 02 00 f1                   | cmp x22, #0x0                                                                                      |
7b4  60 01 00 54                   | b.eq 0x7e0                                                                                         |
7b8  00 03 40 39                   | ldrb w0, [x24]                                                                                     |
7bc  18 07 00 91                   | add x24, x24, #0x1                                                                                 |
7c0  1f 00 16 eb                   | cmp x0, x22                                                                                        |
7c4  20 ff ff 54                   | b.eq 0x7a8                                                                                         |
7c8  b6 02 40 39                   | ldrb w22, [x21]                                                                                    |
7cc  b5 06 00 91                   | add x21, x21, #0x1                                                                                 |
7d0  df 02 00 f1                   | cmp x22, #0x0                                                                                      |
7d4  a1 ff ff 54                   | b.ne 0x7c8                                                                                         |
7d8  b5 06 00 91                   | add x21, x21, #0x1                                                                                 | its bits
7dc  ee ff ff 17                   | b 0x794                                                                                            |
7e0  b6 02 40 39                   | ldrb w22, [x21]                                                                                    | its bits
7e4  b5 06 00 91                   | add x21, x21, #0x1                                                                                 |
7e8  e0 03 16 aa                   | mov x0, x22                                                                                        |
7ec  29 00 80 d2                   | mov x9, #0x1                                                                                       |
7f0  00 00 09 8a                   | and x0, x0, x9                                                                                     |
7f4  1f 00 00 f1                   | cmp x0, #0x0                                                                                       |
7f8  c1 00 00 54                   | b.ne 0x810                                                                                         |
7fc  00 03 40 39                   | ldrb w0, [x24]                                                                                     |
800  1f f4 00 f1                   | cmp x0, #0x3d                                                                                      |
804  60 00 00 54                   | b.eq 0x810                                                                                         |
808  1f 00 00 f1                   | cmp x0, #0x0                                                                                       | a string without = is all name
80c  41 fc ff 54                   | b.ne 0x794                                                                                         |
810  49 00 80 d2                   | mov x9, #0x2                                                                                       |
814  d6 02 09 8a                   | and x22, x22, x9                                                                                   |
818  df 02 00 f1                   | cmp x22, #0x0                                                                                      |
81c  00 fb ff 54                   | b.eq 0x77c                                                                                         |
820  f4 02 00 f9                   | str x20, [x23]                                                                                     |
824  f7 22 00 91                   | add x23, x23, #0x8                                                                                 |
828  d5 ff ff 17                   | b 0x77c                                                                                            |
82c  54 63 40 b9                   | ldr w20, [x26, #96]                                                                                |
830  94 02 1a 8b                   | add x20, x20, x26                                                                                  |
834  55 67 40 b9                   | ldr w21, [x26, #100]                                                                               |
838  b5 02 1a 8b                   | add x21, x21, x26                                                                                  | where the plan's variables end
83c  9f 02 15 eb                   | cmp x20, x21                                                                                       |
840  e0 00 00 54                   | b.eq 0x85c                                                                                         |
844  f4 02 00 f9                   | str x20, [x23]                                                                                     |
848  f7 22 00 91                   | add x23, x23, #0x8                                                                                 |
84c  fe 0f 1f f8                   | str x30, [sp, #-16]!                                                                               |
850  a8 01 00 94                   | bl 0xef0                                                                                           |
854  fe 07 41 f8                   | ldr x30, [sp], #16                                                                                 |
858  f9 ff ff 17                   | b 0x83c                                                                                            |
85c  14 00 80 d2                   | mov x20, #0x0                                                                                      | that ends the list
860  f4 02 00 f9                   | str x20, [x23]                                                                                     |
864  f7 22 00 91                   | add x23, x23, #0x8                                                                                 |
868  c0 03 5f d6                   | ret                                                                                                |
86c  f7 22 00 91                   | add x23, x23, #0x8                                                                                 | room for /bin/sh: see the execution of scripts
870  37 0f 00 f9                   | str x23, [x25, #24]                                                                                |
874  33 03 40 f9                   | ldr x19, [x25]                                                                                     |
878  74 02 40 f9                   | ldr x20, [x19]                                                                                     |
87c  9f 02 00 f1                   | cmp x20, #0x0                                                                                      | the list may be quite empty before Linux 5.18
880  40 00 00 54                   | b.eq 0x888                                                                                         |
884  73 22 00 91                   | add x19, x19, #0x8                                                                                 | past the launcher's own name
888  54 3b 40 f9                   | ldr x20, [x26, #112]                                                                               |
88c  9f 02 00 f1                   | cmp x20, #0x0                                                                                      |
890  00 01 00 54                   | b.eq 0x8b0                                                                                         |
894  75 02 40 f9                   | ldr x21, [x19]                                                                                     |
898  bf 02 00 f1                   | cmp x21, #0x0                                                                                      |
89c  20 06 00 54                   | b.eq 0x960                                                                                         |
8a0  b6 02 40 f9                   | ldr x22, [x21]                                                                                     | eight bytes can be read, see below
8a4  df 02 14 eb                   | cmp x22, x20                                                                                       |
8a8  c1 05 00 54                   | b.ne 0x960                                                                                         |
8ac  73 22 00 91                   | add x19, x19, #0x8                                                                                 |
8b0  54 67 40 b9                   | ldr w20, [x26, #100]                                                                               |
8b4  94 02 1a 8b                   | add x20, x20, x26                                                                                  |
8b8  55 6b 40 b9                   | ldr w21, [x26, #104]                                                                               |
8bc  b5 02 1a 8b                   | add x21, x21, x26                                                                                  | where the plan's command ends
8c0  9f 02 15 eb                   | cmp x20, x21                                                                                       |
8c4  40 01 00 54                   | b.eq 0x8ec                                                                                         |
8c8  34 0b 00 f9                   | str x20, [x25, #16]                                                                                |
8cc  f4 02 00 f9                   | str x20, [x23]                                                                                     |
8d0  f7 22 00 91                   | add x23, x23, #0x8                                                                                 |
8d4  fe 0f 1f f8                   | str x30, [sp, #-16]!                                                                               |
8d8  86 01 00 94                   | bl 0xef0                                                                                           |
8dc  fe 07 41 f8                   | ldr x30, [sp], #16                                                                                 |
8e0  9f 02 15 eb                   | cmp x20, x21                                                                                       |
8e4  41 ff ff 54                   | b.ne 0x8cc                                                                                         |
8e8  17 00 00 14                   | b 0x944                                                                                            |
8ec  74 02 40 f9                   | ldr x20, [x19]                                                                                     |
8f0  9f 02 00 f1                   | cmp x20, #0x0                                                                                      |
8f4  e0 06 00 54                   | b.eq 0x9d0                                                                                         |
8f8  f4 02 00 f9                   | str x20, [x23]                                                                                     | its name for itself
8fc  95 02 40 f9                   | ldr x21, [x20]                                                                                     |
900  b6 a5 85 d2                   | mov x22, #0x2d2d                                                                                   | --argv0
904  36 4c ae f2                   | movk x22, #0x7261, lsl #16                                                                         |
908  f6 cc ce f2                   | movk x22, #0x7667, lsl #32                                                                         |
90c  16 06 e0 f2                   | movk x22, #0x30, lsl #48                                                                           |
910  bf 02 16 eb                   | cmp x21, x22                                                                                       |
914  21 01 00 54                   | b.ne 0x938                                                                                         |
918  74 06 40 f9                   | ldr x20, [x19, #8]                                                                                 |
91c  9f 02 00 f1                   | cmp x20, #0x0                                                                                      |
920  80 05 00 54                   | b.eq 0x9d0                                                                                         |
924  f4 02 00 f9                   | str x20, [x23]                                                                                     |
928  74 0a 40 f9                   | ldr x20, [x19, #16]                                                                                |
92c  9f 02 00 f1                   | cmp x20, #0x0                                                                                      |
930  00 05 00 54                   | b.eq 0x9d0                                                                                         |
934  73 42 00 91                   | add x19, x19, #0x10                                                                                |
938  34 0b 00 f9                   | str x20, [x25, #16]                                                                                |
93c  73 22 00 91                   | add x19, x19, #0x8                                                                                 |
940  f7 22 00 91                   | add x23, x23, #0x8                                                                                 |
944  74 02 40 f9                   | ldr x20, [x19]                                                                                     |
948  f4 02 00 f9                   | str x20, [x23]                                                                                     |
94c  73 22 00 91                   | add x19, x19, #0x8                                                                                 |
950  f7 22 00 91                   | add x23, x23, #0x8                                                                                 |
954  9f 02 00 f1                   | cmp x20, #0x0                                                                                      |
958  61 ff ff 54                   | b.ne 0x944                                                                                         |
95c  c0 03 5f d6                   | ret                                                                                                |
960  60 0e 80 92                   | mov x0, #0xffffffffffffff8c                                                                        |
964  18 00 00 14                   | b 0x9c4                                                                                            |
968  74 68 69 73 20 63 6f 6d 6d 61 | .asciz "this command line is of another Sandbox, closed or made anew since: call its argv() again" |
972  6e 64 20 6c 69 6e 65 20 69 73 |                                                                                                    |
97c  20 6f 66 20 61 6e 6f 74 68 65 |                                                                                                    |
986  72 20 53 61 6e 64 62 6f 78 2c |                                                                                                    |
990  20 63 6c 6f 73 65 64 20 6f 72 |                                                                                                    |
99a  20 6d 61 64 65 20 61 6e 65 77 |                                                                                                    |
9a4  20 73 69 6e 63 65 3a 20 63 61 |                                                                                                    |
9ae  6c 6c 20 69 74 73 20 61 72 67 |                                                                                                    |
9b8  76 28 29 20 61 67 61 69 6e 00 |                                                                                                    |
9c2  00 00                         | .balign 4                                                                                          |
9c4  15 00 80 d2                   | mov x21, #0x0                                                                                      | no path or name to tell
9c8  14 fd ff 10                   | adr x20, 0x968                                                                                     |
9cc  d5 00 00 14                   | b 0xd20                                                                                            |
9d0  a0 02 80 92                   | mov x0, #0xffffffffffffffea                                                                        |
9d4  06 00 00 14                   | b 0x9ec                                                                                            |
9d8  6e 6f 20 63 6f 6d 6d 61 6e 64 | .asciz "no command given"                                                                          |
9e2  20 67 69 76 65 6e 00          |                                                                                                    |
9e9  00 00 00                      | .balign 4                                                                                          |
9ec  15 00 80 d2                   | mov x21, #0x0                                                                                      | no path or name to tell
9f0  54 ff ff 10                   | adr x20, 0x9d8                                                                                     |
9f4  cb 00 00 14                   | b 0xd20                                                                                            |
9f8  53 5b 40 b9                   | ldr w19, [x26, #88]                                                                                |
9fc  54 5f 40 b9                   | ldr w20, [x26, #92]                                                                                |
a00  94 02 13 cb                   | sub x20, x20, x19                                                                                  | bytes
a04  9f 02 00 f1                   | cmp x20, #0x0                                                                                      |
a08  80 01 00 54                   | b.eq 0xa38                                                                                         |
a0c  94 fe 43 d3                   | lsr x20, x20, #3                                                                                   | instructions
a10  73 02 1a 8b                   | add x19, x19, x26                                                                                  |
a14  34 1b 00 f9                   | str x20, [x25, #48]                                                                                | struct sock_fprog: how many, and where
a18  33 1f 00 f9                   | str x19, [x25, #56]                                                                                |
a1c  22 c3 00 91                   | add x2, x25, #0x30                                                                                 |
a20  01 00 80 d2                   | mov x1, #0x0                                                                                       |
a24  20 00 80 d2                   | mov x0, #0x1                                                                                       |
a28  a8 22 80 d2                   | mov x8, #0x115                                                                                     |
a2c  01 00 00 d4                   | svc #0x0                                                                                           |
a30  1f 00 00 f1                   | cmp x0, #0x0                                                                                       |
a34  61 01 00 54                   | b.ne 0xa60                                                                                         |
a38  c0 03 5f d6                   | ret                                                                                                |
a3c  63 61 6e 6e 6f 74 20 69 6e 73 | .asciz "cannot install the seccomp filter"                                                         |
a46  74 61 6c 6c 20 74 68 65 20 73 |                                                                                                    |
a50  65 63 63 6f 6d 70 20 66 69 6c |                                                                                                    |
a5a  74 65 72 00                   |                                                                                                    |
a5e  00 00                         | .balign 4                                                                                          |
a60  15 00 80 d2                   | mov x21, #0x0                                                                                      | no path or name to tell
a64  d4 fe ff 10                   | adr x20, 0xa3c                                                                                     |
a68  ae 00 00 14                   | b 0xd20                                                                                            |
a6c  33 0b 40 f9                   | ldr x19, [x25, #16]                                                                                |
a70  37 0f 40 f9                   | ldr x23, [x25, #24]                                                                                |
a74  f8 03 19 aa                   | mov x24, x25                                                                                       |
a78  18 a3 06 91                   | add x24, x24, #0x1a8                                                                               |
a7c  f4 03 13 aa                   | mov x20, x19                                                                                       |
a80  80 02 40 39                   | ldrb w0, [x20]                                                                                     |
a84  1f bc 00 f1                   | cmp x0, #0x2f                                                                                      |
a88  e0 0a 00 54                   | b.eq 0xbe4                                                                                         |
a8c  94 06 00 91                   | add x20, x20, #0x1                                                                                 |
a90  1f 00 00 f1                   | cmp x0, #0x0                                                                                       |
a94  61 ff ff 54                   | b.ne 0xa80                                                                                         |
a98  94 02 13 cb                   | sub x20, x20, x19                                                                                  | length of the name with its zero
a9c  f5 03 13 aa                   | mov x21, x19                                                                                       |
aa0  20 00 80 92                   | mov x0, #0xfffffffffffffffe                                                                        |
aa4  9f 06 00 f1                   | cmp x20, #0x1                                                                                      | the empty name is nowhere
aa8  00 0c 00 54                   | b.eq 0xc28                                                                                         |
aac  60 04 80 92                   | mov x0, #0xffffffffffffffdc                                                                        |
ab0  9f 06 04 f1                   | cmp x20, #0x101                                                                                    |
ab4  43 00 00 54                   | b.cc 0xabc                                                                                         |
ab8  5c 00 00 14                   | b 0xc28                                                                                            |
abc  54 4f 40 b9                   | ldr w20, [x26, #76]                                                                                |
ac0  94 02 1a 8b                   | add x20, x20, x26                                                                                  |
ac4  9f 02 1a eb                   | cmp x20, x26                                                                                       |
ac8  21 02 00 54                   | b.ne 0xb0c                                                                                         |
acc  35 07 40 f9                   | ldr x21, [x25, #8]                                                                                 |
ad0  b4 02 40 f9                   | ldr x20, [x21]                                                                                     |
ad4  b5 22 00 91                   | add x21, x21, #0x8                                                                                 |
ad8  9f 02 00 f1                   | cmp x20, #0x0                                                                                      |
adc  60 01 00 54                   | b.eq 0xb08                                                                                         |
ae0  80 02 40 b9                   | ldr w0, [x20]                                                                                      |
ae4  09 2a 88 d2                   | mov x9, #0x4150                                                                                    | PATH
ae8  89 0a a9 f2                   | movk x9, #0x4854, lsl #16                                                                          |
aec  1f 00 09 eb                   | cmp x0, x9                                                                                         |
af0  01 ff ff 54                   | b.ne 0xad0                                                                                         |
af4  80 12 40 39                   | ldrb w0, [x20, #4]                                                                                 |
af8  1f f4 00 f1                   | cmp x0, #0x3d                                                                                      |
afc  a1 fe ff 54                   | b.ne 0xad0                                                                                         |
b00  94 16 00 91                   | add x20, x20, #0x5                                                                                 |
b04  02 00 00 14                   | b 0xb0c                                                                                            |
b08  34 0e 00 70                   | adr x20, 0xccf                                                                                     |
b0c  09 22 82 d2                   | mov x9, #0x1110                                                                                    |
b10  ff 63 29 cb                   | sub sp, sp, x9                                                                                     |
b14  fa 03 00 91                   | mov x26, sp                                                                                        |
b18  f6 03 1a aa                   | mov x22, x26                                                                                       |
b1c  09 00 82 d2                   | mov x9, #0x1000                                                                                    |
b20  d6 02 09 8b                   | add x22, x22, x9                                                                                   |
b24  15 00 80 d2                   | mov x21, #0x0                                                                                      |
b28  35 17 00 f9                   | str x21, [x25, #40]                                                                                |
b2c  34 13 00 f9                   | str x20, [x25, #32]                                                                                |
b30  fe 0f 1f f8                   | str x30, [sp, #-16]!                                                                               |
b34  45 00 00 94                   | bl 0xc48                                                                                           |
b38  fe 07 41 f8                   | ldr x30, [sp], #16                                                                                 |
b3c  e2 03 18 aa                   | mov x2, x24                                                                                        |
b40  e1 03 17 aa                   | mov x1, x23                                                                                        |
b44  e0 03 1a aa                   | mov x0, x26                                                                                        |
b48  a8 1b 80 d2                   | mov x8, #0xdd                                                                                      |
b4c  01 00 00 d4                   | svc #0x0                                                                                           |
b50  f5 03 1a aa                   | mov x21, x26                                                                                       |
b54  1f 20 00 b1                   | cmn x0, #0x8                                                                                       |
b58  60 05 00 54                   | b.eq 0xc04                                                                                         |
b5c  1f 08 00 b1                   | cmn x0, #0x2                                                                                       |
b60  e0 01 00 54                   | b.eq 0xb9c                                                                                         |
b64  1f 50 00 b1                   | cmn x0, #0x14                                                                                      |
b68  a0 01 00 54                   | b.eq 0xb9c                                                                                         |
b6c  1f 4c 00 b1                   | cmn x0, #0x13                                                                                      |
b70  60 01 00 54                   | b.eq 0xb9c                                                                                         |
b74  1f 90 00 b1                   | cmn x0, #0x24                                                                                      |
b78  20 01 00 54                   | b.eq 0xb9c                                                                                         |
b7c  1f b8 01 b1                   | cmn x0, #0x6e                                                                                      |
b80  e0 00 00 54                   | b.eq 0xb9c                                                                                         |
b84  1f d0 01 b1                   | cmn x0, #0x74                                                                                      |
b88  a0 00 00 54                   | b.eq 0xb9c                                                                                         |
b8c  1f 34 00 b1                   | cmn x0, #0xd                                                                                       |
b90  c1 04 00 54                   | b.ne 0xc28                                                                                         |
b94  35 13 40 f9                   | ldr x21, [x25, #32]                                                                                |
b98  35 17 00 f9                   | str x21, [x25, #40]                                                                                | maybe there is another one further on; if not, it was this
b9c  80 02 40 39                   | ldrb w0, [x20]                                                                                     |
ba0  94 06 00 91                   | add x20, x20, #0x1                                                                                 |
ba4  1f 00 00 f1                   | cmp x0, #0x0                                                                                       | a colon
ba8  21 fc ff 54                   | b.ne 0xb2c                                                                                         |
bac  34 17 40 f9                   | ldr x20, [x25, #40]                                                                                |
bb0  9f 02 00 f1                   | cmp x20, #0x0                                                                                      |
bb4  e0 00 00 54                   | b.eq 0xbd0                                                                                         |
bb8  fe 0f 1f f8                   | str x30, [sp, #-16]!                                                                               |
bbc  23 00 00 94                   | bl 0xc48                                                                                           |
bc0  fe 07 41 f8                   | ldr x30, [sp], #16                                                                                 |
bc4  f5 03 1a aa                   | mov x21, x26                                                                                       |
bc8  80 01 80 92                   | mov x0, #0xfffffffffffffff3                                                                        |
bcc  17 00 00 14                   | b 0xc28                                                                                            |
bd0  54 07 00 70                   | adr x20, 0xcbb                                                                                     |
bd4  f5 03 13 aa                   | mov x21, x19                                                                                       |
bd8  20 00 80 92                   | mov x0, #0xfffffffffffffffe                                                                        |
bdc  f8 0f 80 d2                   | mov x24, #0x7f                                                                                     |
be0  51 00 00 14                   | b 0xd24                                                                                            |
be4  e2 03 18 aa                   | mov x2, x24                                                                                        |
be8  e1 03 17 aa                   | mov x1, x23                                                                                        |
bec  e0 03 13 aa                   | mov x0, x19                                                                                        |
bf0  a8 1b 80 d2                   | mov x8, #0xdd                                                                                      |
bf4  01 00 00 d4                   | svc #0x0                                                                                           |
bf8  f5 03 13 aa                   | mov x21, x19                                                                                       |
bfc  1f 20 00 b1                   | cmn x0, #0x8                                                                                       |
c00  41 01 00 54                   | b.ne 0xc28                                                                                         |
c04  f5 02 00 f9                   | str x21, [x23]                                                                                     | a script without #! is an argument of the shell, in place of its name
c08  f7 22 00 d1                   | sub x23, x23, #0x8                                                                                 |
c0c  d5 05 00 70                   | adr x21, 0xcc7                                                                                     |
c10  f5 02 00 f9                   | str x21, [x23]                                                                                     |
c14  e2 03 18 aa                   | mov x2, x24                                                                                        |
c18  e1 03 17 aa                   | mov x1, x23                                                                                        |
c1c  e0 03 15 aa                   | mov x0, x21                                                                                        |
c20  a8 1b 80 d2                   | mov x8, #0xdd                                                                                      |
c24  01 00 00 d4                   | svc #0x0                                                                                           |
c28  34 04 00 10                   | adr x20, 0xcac                                                                                     |
c2c  f8 0f 80 d2                   | mov x24, #0x7f                                                                                     |
c30  1f 08 00 b1                   | cmn x0, #0x2                                                                                       |
c34  80 07 00 54                   | b.eq 0xd24                                                                                         |
c38  1f 50 00 b1                   | cmn x0, #0x14                                                                                      |
c3c  40 07 00 54                   | b.eq 0xd24                                                                                         |
c40  d8 0f 80 d2                   | mov x24, #0x7e                                                                                     |
c44  38 00 00 14                   | b 0xd24                                                                                            |
c48  f5 03 1a aa                   | mov x21, x26                                                                                       |
c4c  80 02 40 39                   | ldrb w0, [x20]                                                                                     |
c50  1f 00 00 f1                   | cmp x0, #0x0                                                                                       |
c54  20 01 00 54                   | b.eq 0xc78                                                                                         |
c58  1f e8 00 f1                   | cmp x0, #0x3a                                                                                      |
c5c  e0 00 00 54                   | b.eq 0xc78                                                                                         |
c60  94 06 00 91                   | add x20, x20, #0x1                                                                                 |
c64  bf 02 16 eb                   | cmp x21, x22                                                                                       |
c68  20 ff ff 54                   | b.eq 0xc4c                                                                                         |
c6c  a0 02 00 39                   | strb w0, [x21]                                                                                     |
c70  b5 06 00 91                   | add x21, x21, #0x1                                                                                 |
c74  f6 ff ff 17                   | b 0xc4c                                                                                            |
c78  bf 02 1a eb                   | cmp x21, x26                                                                                       |
c7c  80 00 00 54                   | b.eq 0xc8c                                                                                         |
c80  e0 05 80 d2                   | mov x0, #0x2f                                                                                      |
c84  a0 02 00 39                   | strb w0, [x21]                                                                                     |
c88  b5 06 00 91                   | add x21, x21, #0x1                                                                                 |
c8c  60 02 40 39                   | ldrb w0, [x19]                                                                                     |
c90  a0 02 00 39                   | strb w0, [x21]                                                                                     |
c94  73 06 00 91                   | add x19, x19, #0x1                                                                                 |
c98  b5 06 00 91                   | add x21, x21, #0x1                                                                                 |
c9c  1f 00 00 f1                   | cmp x0, #0x0                                                                                       |
ca0  61 ff ff 54                   | b.ne 0xc8c                                                                                         |
ca4  33 0b 40 f9                   | ldr x19, [x25, #16]                                                                                |
ca8  c0 03 5f d6                   | ret                                                                                                |
cac  63 61 6e 6e 6f 74 20 65 78 65 | .asciz "cannot execute"                                                                            |
cb6  63 75 74 65 00                |                                                                                                    |
cbb  63 61 6e 6e 6f 74 20 66 69 6e | .asciz "cannot find"                                                                               |
cc5  64 00                         |                                                                                                    |
cc7  2f 62 69 6e 2f 73 68 00       | .asciz "/bin/sh"                                                                                   |
ccf  2f 75 73 72 2f 6c 6f 63 61 6c | .asciz "/usr/local/bin:/usr/bin:/bin"                                                              |
cd9  2f 62 69 6e 3a 2f 75 73 72 2f |                                                                                                    |
ce3  62 69 6e 3a 2f 62 69 6e 00    |                                                                                                    |
cec  f7 03 00 aa                   | mov x23, x0                                                                                        |
cf0  f8 03 14 aa                   | mov x24, x20                                                                                       |
cf4  09 02 80 d2                   | mov x9, #0x10                                                                                      | at most five digits and a zero
cf8  ff 63 29 cb                   | sub sp, sp, x9                                                                                     |
cfc  f3 03 00 91                   | mov x19, sp                                                                                        |
d00  fe 0f 1f f8                   | str x30, [sp, #-16]!                                                                               |
d04  67 00 00 94                   | bl 0xea0                                                                                           |
d08  fe 07 41 f8                   | ldr x30, [sp], #16                                                                                 |
d0c  00 00 80 d2                   | mov x0, #0x0                                                                                       |
d10  60 02 00 39                   | strb w0, [x19]                                                                                     |
d14  f5 03 00 91                   | mov x21, sp                                                                                        |
d18  f4 03 18 aa                   | mov x20, x24                                                                                       |
d1c  e0 03 17 aa                   | mov x0, x23                                                                                        |
d20  b8 0f 80 d2                   | mov x24, #0x7d                                                                                     |
d24  17 00 80 d2                   | mov x23, #0x0                                                                                      |
d28  f7 02 00 cb                   | sub x23, x23, x0                                                                                   | the errno
d2c  f6 03 14 aa                   | mov x22, x20                                                                                       |
d30  09 02 82 d2                   | mov x9, #0x1010                                                                                    |
d34  ff 63 29 cb                   | sub sp, sp, x9                                                                                     |
d38  f3 03 00 91                   | mov x19, sp                                                                                        |
d3c  73 42 00 91                   | add x19, x19, #0x10                                                                                | where the next byte of the message goes
d40  f9 03 13 aa                   | mov x25, x19                                                                                       |
d44  39 03 3f 91                   | add x25, x25, #0xfc0                                                                               | where the subject is cut off
d48  f4 0d 00 10                   | adr x20, 0xf04                                                                                     |
d4c  fe 0f 1f f8                   | str x30, [sp, #-16]!                                                                               |
d50  45 00 00 94                   | bl 0xe64                                                                                           |
d54  fe 07 41 f8                   | ldr x30, [sp], #16                                                                                 |
d58  f4 03 16 aa                   | mov x20, x22                                                                                       |
d5c  fe 0f 1f f8                   | str x30, [sp, #-16]!                                                                               |
d60  41 00 00 94                   | bl 0xe64                                                                                           |
d64  fe 07 41 f8                   | ldr x30, [sp], #16                                                                                 |
d68  bf 02 00 f1                   | cmp x21, #0x0                                                                                      |
d6c  c0 01 00 54                   | b.eq 0xda4                                                                                         |
d70  14 0d 00 70                   | adr x20, 0xf13                                                                                     |
d74  fe 0f 1f f8                   | str x30, [sp, #-16]!                                                                               |
d78  3b 00 00 94                   | bl 0xe64                                                                                           |
d7c  fe 07 41 f8                   | ldr x30, [sp], #16                                                                                 |
d80  f4 03 15 aa                   | mov x20, x21                                                                                       |
d84  fe 0f 1f f8                   | str x30, [sp, #-16]!                                                                               |
d88  37 00 00 94                   | bl 0xe64                                                                                           |
d8c  fe 07 41 f8                   | ldr x30, [sp], #16                                                                                 |
d90  19 00 80 d2                   | mov x25, #0x0                                                                                      | nowhere: what comes now is short, and none of it is cut off
d94  14 0c 00 50                   | adr x20, 0xf16                                                                                     |
d98  fe 0f 1f f8                   | str x30, [sp, #-16]!                                                                               |
d9c  32 00 00 94                   | bl 0xe64                                                                                           |
da0  fe 07 41 f8                   | ldr x30, [sp], #16                                                                                 |
da4  b4 0b 00 10                   | adr x20, 0xf18                                                                                     |
da8  fe 0f 1f f8                   | str x30, [sp, #-16]!                                                                               |
dac  2e 00 00 94                   | bl 0xe64                                                                                           |
db0  fe 07 41 f8                   | ldr x30, [sp], #16                                                                                 |
db4  74 0b 00 50                   | adr x20, 0xf22                                                                                     |
db8  96 02 40 39                   | ldrb w22, [x20]                                                                                    |
dbc  94 06 00 91                   | add x20, x20, #0x1                                                                                 |
dc0  df 02 00 f1                   | cmp x22, #0x0                                                                                      |
dc4  60 01 00 54                   | b.eq 0xdf0                                                                                         |
dc8  df 02 17 eb                   | cmp x22, x23                                                                                       |
dcc  a0 00 00 54                   | b.eq 0xde0                                                                                         |
dd0  fe 0f 1f f8                   | str x30, [sp, #-16]!                                                                               |
dd4  47 00 00 94                   | bl 0xef0                                                                                           |
dd8  fe 07 41 f8                   | ldr x30, [sp], #16                                                                                 |
ddc  f7 ff ff 17                   | b 0xdb8                                                                                            |
de0  fe 0f 1f f8                   | str x30, [sp, #-16]!                                                                               |
de4  20 00 00 94                   | bl 0xe64                                                                                           |
de8  fe 07 41 f8                   | ldr x30, [sp], #16                                                                                 |
dec  09 00 00 14                   | b 0xe10                                                                                            |
df0  54 09 00 70                   | adr x20, 0xf1b                                                                                     |
df4  fe 0f 1f f8                   | str x30, [sp, #-16]!                                                                               |
df8  1b 00 00 94                   | bl 0xe64                                                                                           |
dfc  fe 07 41 f8                   | ldr x30, [sp], #16                                                                                 |
e00  f5 03 17 aa                   | mov x21, x23                                                                                       |
e04  fe 0f 1f f8                   | str x30, [sp, #-16]!                                                                               |
e08  26 00 00 94                   | bl 0xea0                                                                                           |
e0c  fe 07 41 f8                   | ldr x30, [sp], #16                                                                                 |
e10  40 01 80 d2                   | mov x0, #0xa                                                                                       |
e14  60 02 00 39                   | strb w0, [x19]                                                                                     |
e18  f4 03 00 91                   | mov x20, sp                                                                                        |
e1c  73 02 14 cb                   | sub x19, x19, x20                                                                                  |
e20  73 3e 00 d1                   | sub x19, x19, #0xf                                                                                 | the length, with the line feed
e24  00 00 80 92                   | mov x0, #0xffffffffffffffff                                                                        |
e28  80 02 00 f9                   | str x0, [x20]                                                                                      | every signal: a closed pipe must not hide the exit status
e2c  03 01 80 d2                   | mov x3, #0x8                                                                                       |
e30  02 00 80 d2                   | mov x2, #0x0                                                                                       |
e34  e1 03 14 aa                   | mov x1, x20                                                                                        |
e38  40 00 80 d2                   | mov x0, #0x2                                                                                       |
e3c  e8 10 80 d2                   | mov x8, #0x87                                                                                      |
e40  01 00 00 d4                   | svc #0x0                                                                                           |
e44  e2 03 13 aa                   | mov x2, x19                                                                                        |
e48  81 42 00 91                   | add x1, x20, #0x10                                                                                 |
e4c  40 00 80 d2                   | mov x0, #0x2                                                                                       |
e50  08 08 80 d2                   | mov x8, #0x40                                                                                      |
e54  01 00 00 d4                   | svc #0x0                                                                                           |
e58  e0 03 18 aa                   | mov x0, x24                                                                                        |
e5c  c8 0b 80 d2                   | mov x8, #0x5e                                                                                      |
e60  01 00 00 d4                   | svc #0x0                                                                                           |
e64  80 02 40 39                   | ldrb w0, [x20]                                                                                     |
e68  1f 00 00 f1                   | cmp x0, #0x0                                                                                       |
e6c  80 01 00 54                   | b.eq 0xe9c                                                                                         |
e70  1f fc 01 f1                   | cmp x0, #0x7f                                                                                      |
e74  80 00 00 54                   | b.eq 0xe84                                                                                         |
e78  1f 80 00 f1                   | cmp x0, #0x20                                                                                      |
e7c  43 00 00 54                   | b.cc 0xe84                                                                                         |
e80  02 00 00 14                   | b 0xe88                                                                                            |
e84  e0 07 80 d2                   | mov x0, #0x3f                                                                                      |
e88  60 02 00 39                   | strb w0, [x19]                                                                                     |
e8c  73 06 00 91                   | add x19, x19, #0x1                                                                                 |
e90  94 06 00 91                   | add x20, x20, #0x1                                                                                 |
e94  7f 02 19 eb                   | cmp x19, x25                                                                                       |
e98  61 fe ff 54                   | b.ne 0xe64                                                                                         |
e9c  c0 03 5f d6                   | ret                                                                                                |
ea0  b4 09 00 10                   | adr x20, 0xfd4                                                                                     |
ea4  96 02 40 b9                   | ldr w22, [x20]                                                                                     |
ea8  94 12 00 91                   | add x20, x20, #0x4                                                                                 |
eac  df 06 00 f1                   | cmp x22, #0x1                                                                                      |
eb0  60 00 00 54                   | b.eq 0xebc                                                                                         |
eb4  bf 02 16 eb                   | cmp x21, x22                                                                                       |
eb8  63 ff ff 54                   | b.cc 0xea4                                                                                         |
ebc  00 06 80 d2                   | mov x0, #0x30                                                                                      |
ec0  bf 02 16 eb                   | cmp x21, x22                                                                                       |
ec4  83 00 00 54                   | b.cc 0xed4                                                                                         |
ec8  b5 02 16 cb                   | sub x21, x21, x22                                                                                  |
ecc  00 04 00 91                   | add x0, x0, #0x1                                                                                   |
ed0  fc ff ff 17                   | b 0xec0                                                                                            |
ed4  60 02 00 39                   | strb w0, [x19]                                                                                     |
ed8  73 06 00 91                   | add x19, x19, #0x1                                                                                 |
edc  96 02 40 b9                   | ldr w22, [x20]                                                                                     |
ee0  94 12 00 91                   | add x20, x20, #0x4                                                                                 |
ee4  df 02 00 f1                   | cmp x22, #0x0                                                                                      |
ee8  a1 fe ff 54                   | b.ne 0xebc                                                                                         |
eec  c0 03 5f d6                   | ret                                                                                                |
ef0  80 02 40 39                   | ldrb w0, [x20]                                                                                     |
ef4  94 06 00 91                   | add x20, x20, #0x1                                                                                 |
ef8  1f 00 00 f1                   | cmp x0, #0x0                                                                                       |
efc  a1 ff ff 54                   | b.ne 0xef0                                                                                         |
f00  c0 03 5f d6                   | ret                                                                                                |
f04  6c 61 6e 64 6c 6f 63 6b 64 6f | .asciz "landlockdown: "                                                                            |
f0e  77 6e 3a 20 00                |                                                                                                    |
f13  20 22 00                      | .asciz " \\""                                                                                       |
f16  22 00                         | .asciz "\\""                                                                                        |
f18  3a 20 00                      | .asciz ": "                                                                                        |
f1b  65 72 72 6e 6f 20 00          | .asciz "errno "                                                                                    |
f22  01                            | .byte 0x01                                                                                         |
f23  45 50 45 52 4d 00             | .asciz "EPERM"                                                                                     |
f29  02                            | .byte 0x02                                                                                         |
f2a  45 4e 4f 45 4e 54 00          | .asciz "ENOENT"                                                                                    |
f31  05                            | .byte 0x05                                                                                         |
f32  45 49 4f 00                   | .asciz "EIO"                                                                                       |
f36  07                            | .byte 0x07                                                                                         |
f37  45 32 42 49 47 00             | .asciz "E2BIG"                                                                                     |
f3d  08                            | .byte 0x08                                                                                         |
f3e  45 4e 4f 45 58 45 43 00       | .asciz "ENOEXEC"                                                                                   |
f46  09                            | .byte 0x09                                                                                         |
f47  45 42 41 44 46 00             | .asciz "EBADF"                                                                                     |
f4d  0b                            | .byte 0x0b                                                                                         |
f4e  45 41 47 41 49 4e 00          | .asciz "EAGAIN"                                                                                    |
f55  0c                            | .byte 0x0c                                                                                         |
f56  45 4e 4f 4d 45 4d 00          | .asciz "ENOMEM"                                                                                    |
f5d  0d                            | .byte 0x0d                                                                                         |
f5e  45 41 43 43 45 53 00          | .asciz "EACCES"                                                                                    |
f65  14                            | .byte 0x14                                                                                         |
f66  45 4e 4f 54 44 49 52 00       | .asciz "ENOTDIR"                                                                                   |
f6e  16                            | .byte 0x16                                                                                         |
f6f  45 49 4e 56 41 4c 00          | .asciz "EINVAL"                                                                                    |
f76  17                            | .byte 0x17                                                                                         |
f77  45 4e 46 49 4c 45 00          | .asciz "ENFILE"                                                                                    |
f7e  18                            | .byte 0x18                                                                                         |
f7f  45 4d 46 49 4c 45 00          | .asciz "EMFILE"                                                                                    |
f86  1a                            | .byte 0x1a                                                                                         |
f87  45 54 58 54 42 53 59 00       | .asciz "ETXTBSY"                                                                                   |
f8f  24                            | .byte 0x24                                                                                         |
f90  45 4e 41 4d 45 54 4f 4f 4c 4f | .asciz "ENAMETOOLONG"                                                                              |
f9a  4e 47 00                      |                                                                                                    |
f9d  26                            | .byte 0x26                                                                                         |
f9e  45 4e 4f 53 59 53 00          | .asciz "ENOSYS"                                                                                    |
fa5  28                            | .byte 0x28                                                                                         |
fa6  45 4c 4f 4f 50 00             | .asciz "ELOOP"                                                                                     |
fac  2a                            | .byte 0x2a                                                                                         |
fad  45 4e 4f 4d 53 47 00          | .asciz "ENOMSG"                                                                                    |
fb4  4d                            | .byte 0x4d                                                                                         |
fb5  45 42 41 44 46 44 00          | .asciz "EBADFD"                                                                                    |
fbc  5f                            | .byte 0x5f                                                                                         |
fbd  45 4f 50 4e 4f 54 53 55 50 50 | .asciz "EOPNOTSUPP"                                                                                |
fc7  00                            |                                                                                                    |
fc8  74                            | .byte 0x74                                                                                         |
fc9  45 53 54 41 4c 45 00          | .asciz "ESTALE"                                                                                    |
fd0  00                            | .byte 0x00                                                                                         | no further errors
fd1  00 00 00                      | .balign 4                                                                                          |
fd4  10 27 00 00                   | .byte 0x10, 0x27, 0x00, 0x00                                                                       | 10000
fd8  e8 03 00 00                   | .byte 0xe8, 0x03, 0x00, 0x00                                                                       | 1000
fdc  64 00 00 00                   | .byte 0x64, 0x00, 0x00, 0x00                                                                       | 100
fe0  0a 00 00 00                   | .byte 0x0a, 0x00, 0x00, 0x00                                                                       | 10
fe4  01 00 00 00                   | .byte 0x01, 0x00, 0x00, 0x00                                                                       | 1
fe8  00 00 00 00                   | .byte 0x00, 0x00, 0x00, 0x00                                                                       | 0
fec  00 00 00 00                   | .balign 8                                                                                          |
`,
  },
};
