import type { Architecture } from "../../runtimes/runtime.ts";
import type { Listing } from "../machine/listing.ts";

/** The launcher of `launcher_program.ts` in machine code. Written by `npm run listings`; a test disassembles it. */
export const LAUNCHER: Record<Architecture, Listing<"start" | "plan">> = {
  x86_64: {
    labels: { start: 0, plan: 3416 },
    listing: `
000  48 89 e3                      | mov rbx,rsp                                |
003  41 b8 00 00 00 01             | mov r8d,0x1000000                          |
009  4c 8d 0d 48 0d 00 00          | lea r9,[rip+0xd48]                         |
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
03d  e8 ed 01 00 00                | call 0x22f                                 |
042  e8 7c 04 00 00                | call 0x4c3                                 |
047  e8 0c 05 00 00                | call 0x558                                 |
04c  e8 6e 06 00 00                | call 0x6bf                                 |
051  e8 55 07 00 00                | call 0x7ab                                 | last, for it may forbid what the steps before it do
056  e9 c4 07 00 00                | jmp 0x81f                                  |
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
0a2  e9 29 0a 00 00                | jmp 0xad0                                  |
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
0f2  e9 d9 09 00 00                | jmp 0xad0                                  |
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
1de  e9 ed 08 00 00                | jmp 0xad0                                  |
1e3  41 8b 59 3c                   | mov ebx,DWORD PTR [r9+0x3c]                |
1e7  48 89 df                      | mov rdi,rbx                                |
1ea  be ff ff ff ff                | mov esi,0xffffffff                         |
1ef  ba 04 00 00 00                | mov edx,0x4                                |
1f4  b8 b4 01 00 00                | mov eax,0x1b4                              |
1f9  0f 05                         | syscall                                    |
1fb  48 83 f8 00                   | cmp rax,0x0                                |
1ff  0f 85 1b 00 00 00             | jne 0x220                                  |
205  c3                            | ret                                        |
206  63 61 6e 6e 6f 74 20 63 6c 6f | .asciz "cannot close descriptors"          |
210  73 65 20 64 65 73 63 72 69 70 |                                            |
21a  74 6f 72 73 00                |                                            |
21f  00                            | .balign 4                                  |
220  45 31 e4                      | xor r12d,r12d                              | no path or name to tell
223  48 8d 2d dc ff ff ff          | lea rbp,[rip+0xffffffffffffffdc]           |
22a  e9 a1 08 00 00                | jmp 0xad0                                  |
22f  41 8b 59 30                   | mov ebx,DWORD PTR [r9+0x30]                |
233  48 83 fb 01                   | cmp rbx,0x1                                |
237  0f 84 20 00 00 00             | je 0x25d                                   |
23d  48 83 fb 02                   | cmp rbx,0x2                                |
241  0f 84 90 01 00 00             | je 0x3d7                                   |
247  48 83 fb 03                   | cmp rbx,0x3                                |
24b  0f 84 af 01 00 00             | je 0x400                                   |
251  48 c7 c0 ea ff ff ff          | mov rax,0xffffffffffffffea                 |
258  e9 3b fe ff ff                | jmp 0x98                                   |
25d  4c 89 cf                      | mov rdi,r9                                 | the plan begins with the attribute
260  be 30 00 00 00                | mov esi,0x30                               |
265  31 d2                         | xor edx,edx                                |
267  b8 bc 01 00 00                | mov eax,0x1bc                              |
26c  0f 05                         | syscall                                    |
26e  48 83 f8 00                   | cmp rax,0x0                                |
272  0f 8c a4 01 00 00             | jl 0x41c                                   |
278  48 89 c3                      | mov rbx,rax                                | the ruleset
27b  bd 00 00 28 00                | mov ebp,0x280000                           |
280  49 89 68 40                   | mov QWORD PTR [r8+0x40],rbp                | struct open_how: flags, mode 0, resolve
284  bd 06 00 00 00                | mov ebp,0x6                                |
289  49 89 68 50                   | mov QWORD PTR [r8+0x50],rbp                |
28d  41 8b 69 50                   | mov ebp,DWORD PTR [r9+0x50]                |
291  4c 01 cd                      | add rbp,r9                                 | the first path rule
294  45 8b 61 54                   | mov r12d,DWORD PTR [r9+0x54]               |
298  4d 01 cc                      | add r12,r9                                 | where path rules end
29b  4c 39 e5                      | cmp rbp,r12                                |
29e  0f 84 e1 00 00 00             | je 0x385                                   |
2a4  49 89 ed                      | mov r13,rbp                                |
2a7  49 83 c5 14                   | add r13,0x14                               |
2ab  48 c7 c7 9c ff ff ff          | mov rdi,0xffffffffffffff9c                 |
2b2  4c 89 ee                      | mov rsi,r13                                |
2b5  ba 40 00 00 01                | mov edx,0x1000040                          |
2ba  41 ba 18 00 00 00             | mov r10d,0x18                              |
2c0  b8 b5 01 00 00                | mov eax,0x1b5                              |
2c5  0f 05                         | syscall                                    |
2c7  48 83 f8 da                   | cmp rax,0xffffffffffffffda                 |
2cb  0f 85 1b 00 00 00             | jne 0x2ec                                  |
2d1  44 8b 75 0c                   | mov r14d,DWORD PTR [rbp+0xc]               | a container's seccomp profile may not know openat2
2d5  48 c7 c7 9c ff ff ff          | mov rdi,0xffffffffffffff9c                 |
2dc  4c 89 ee                      | mov rsi,r13                                |
2df  4c 89 f2                      | mov rdx,r14                                |
2e2  45 31 d2                      | xor r10d,r10d                              |
2e5  b8 01 01 00 00                | mov eax,0x101                              |
2ea  0f 05                         | syscall                                    |
2ec  48 83 f8 00                   | cmp rax,0x0                                |
2f0  0f 8c 5e 00 00 00             | jl 0x354                                   |
2f6  49 89 c6                      | mov r14,rax                                |
2f9  4c 8b 7d 00                   | mov r15,QWORD PTR [rbp+0x0]                |
2fd  4d 89 78 30                   | mov QWORD PTR [r8+0x30],r15                |
301  45 89 70 38                   | mov DWORD PTR [r8+0x38],r14d               |
305  48 89 df                      | mov rdi,rbx                                |
308  be 01 00 00 00                | mov esi,0x1                                |
30d  ba 30 00 00 01                | mov edx,0x1000030                          |
312  45 31 d2                      | xor r10d,r10d                              |
315  b8 bd 01 00 00                | mov eax,0x1bd                              |
31a  0f 05                         | syscall                                    |
31c  48 83 f8 00                   | cmp rax,0x0                                |
320  0f 84 18 00 00 00             | je 0x33e                                   |
326  48 83 f8 ea                   | cmp rax,0xffffffffffffffea                 | else it was a folder and is a file now
32a  0f 85 30 01 00 00             | jne 0x460                                  |
330  44 8b 7d 10                   | mov r15d,DWORD PTR [rbp+0x10]              |
334  49 83 ff 00                   | cmp r15,0x0                                |
338  0f 84 22 01 00 00             | je 0x460                                   |
33e  4c 89 f7                      | mov rdi,r14                                |
341  b8 03 00 00 00                | mov eax,0x3                                |
346  0f 05                         | syscall                                    |
348  44 8b 75 08                   | mov r14d,DWORD PTR [rbp+0x8]               |
34c  4c 01 f5                      | add rbp,r14                                |
34f  e9 47 ff ff ff                | jmp 0x29b                                  |
354  44 8b 75 10                   | mov r14d,DWORD PTR [rbp+0x10]              |
358  49 83 fe 00                   | cmp r14,0x0                                |
35c  0f 84 d6 00 00 00             | je 0x438                                   |
362  48 83 f8 fe                   | cmp rax,0xfffffffffffffffe                 |
366  0f 84 dc ff ff ff             | je 0x348                                   |
36c  48 83 f8 ec                   | cmp rax,0xffffffffffffffec                 |
370  0f 84 d2 ff ff ff             | je 0x348                                   |
376  48 83 f8 d8                   | cmp rax,0xffffffffffffffd8                 |
37a  0f 84 c8 ff ff ff             | je 0x348                                   |
380  e9 b3 00 00 00                | jmp 0x438                                  |
385  45 8b 61 58                   | mov r12d,DWORD PTR [r9+0x58]               |
389  4d 01 cc                      | add r12,r9                                 | where port rules end
38c  4c 39 e5                      | cmp rbp,r12                                |
38f  0f 84 3d 00 00 00             | je 0x3d2                                   |
395  48 89 df                      | mov rdi,rbx                                |
398  be 02 00 00 00                | mov esi,0x2                                |
39d  48 89 ea                      | mov rdx,rbp                                |
3a0  45 31 d2                      | xor r10d,r10d                              |
3a3  b8 bd 01 00 00                | mov eax,0x1bd                              |
3a8  0f 05                         | syscall                                    |
3aa  48 83 f8 00                   | cmp rax,0x0                                |
3ae  0f 84 15 00 00 00             | je 0x3c9                                   |
3b4  4c 8b 65 08                   | mov r12,QWORD PTR [rbp+0x8]                |
3b8  48 83 f8 9f                   | cmp rax,0xffffffffffffff9f                 | else the kernel has no such network
3bc  0f 85 ca 00 00 00             | jne 0x48c                                  |
3c2  45 8b 61 58                   | mov r12d,DWORD PTR [r9+0x58]               |
3c6  4d 01 cc                      | add r12,r9                                 |
3c9  48 83 c5 10                   | add rbp,0x10                               |
3cd  e9 ba ff ff ff                | jmp 0x38c                                  |
3d2  e9 04 00 00 00                | jmp 0x3db                                  |
3d7  49 63 59 34                   | movsxd rbx,DWORD PTR [r9+0x34]             |
3db  41 8b 69 38                   | mov ebp,DWORD PTR [r9+0x38]                |
3df  48 89 df                      | mov rdi,rbx                                |
3e2  48 89 ee                      | mov rsi,rbp                                |
3e5  b8 be 01 00 00                | mov eax,0x1be                              |
3ea  0f 05                         | syscall                                    |
3ec  48 83 f8 00                   | cmp rax,0x0                                |
3f0  0f 85 be 00 00 00             | jne 0x4b4                                  |
3f6  48 89 df                      | mov rdi,rbx                                | whoever has it can add rules for the next one who takes it over
3f9  b8 03 00 00 00                | mov eax,0x3                                |
3fe  0f 05                         | syscall                                    |
400  c3                            | ret                                        |
401  63 61 6e 6e 6f 74 20 63 72 65 | .asciz "cannot create the ruleset"         |
40b  61 74 65 20 74 68 65 20 72 75 |                                            |
415  6c 65 73 65 74 00             |                                            |
41b  00                            | .balign 4                                  |
41c  45 31 e4                      | xor r12d,r12d                              | no path or name to tell
41f  48 8d 2d db ff ff ff          | lea rbp,[rip+0xffffffffffffffdb]           |
426  e9 a5 06 00 00                | jmp 0xad0                                  |
42b  63 61 6e 6e 6f 74 20 6f 70 65 | .asciz "cannot open"                       |
435  6e 00                         |                                            |
437  00                            | .balign 4                                  |
438  4d 89 ec                      | mov r12,r13                                |
43b  48 8d 2d e9 ff ff ff          | lea rbp,[rip+0xffffffffffffffe9]           |
442  e9 89 06 00 00                | jmp 0xad0                                  |
447  63 61 6e 6e 6f 74 20 61 64 64 | .asciz "cannot add a rule for"             |
451  20 61 20 72 75 6c 65 20 66 6f |                                            |
45b  72 00                         |                                            |
45d  00 00 00                      | .balign 4                                  |
460  4d 89 ec                      | mov r12,r13                                |
463  48 8d 2d dd ff ff ff          | lea rbp,[rip+0xffffffffffffffdd]           |
46a  e9 61 06 00 00                | jmp 0xad0                                  |
46f  63 61 6e 6e 6f 74 20 61 64 64 | .asciz "cannot add a rule for port"        |
479  20 61 20 72 75 6c 65 20 66 6f |                                            |
483  72 20 70 6f 72 74 00          |                                            |
48a  00 00                         | .balign 4                                  |
48c  48 8d 2d dc ff ff ff          | lea rbp,[rip+0xffffffffffffffdc]           |
493  e9 1c 06 00 00                | jmp 0xab4                                  |
498  63 61 6e 6e 6f 74 20 65 6e 66 | .asciz "cannot enforce the ruleset"        |
4a2  6f 72 63 65 20 74 68 65 20 72 |                                            |
4ac  75 6c 65 73 65 74 00          |                                            |
4b3  00                            | .balign 4                                  |
4b4  45 31 e4                      | xor r12d,r12d                              | no path or name to tell
4b7  48 8d 2d da ff ff ff          | lea rbp,[rip+0xffffffffffffffda]           |
4be  e9 0d 06 00 00                | jmp 0xad0                                  |
4c3  49 8b 59 40                   | mov rbx,QWORD PTR [r9+0x40]                |
4c7  41 bc 01 00 00 00             | mov r12d,0x1                               | the number of the signal in the lowest bit
4cd  48 83 fb 00                   | cmp rbx,0x0                                |
4d1  0f 84 44 00 00 00             | je 0x51b                                   |
4d7  48 89 dd                      | mov rbp,rbx                                |
4da  48 83 e5 01                   | and rbp,0x1                                |
4de  48 83 fd 00                   | cmp rbp,0x0                                |
4e2  0f 84 21 00 00 00             | je 0x509                                   |
4e8  4c 89 e7                      | mov rdi,r12                                | SIG_DFL, no flags, no mask
4eb  be 60 00 00 01                | mov esi,0x1000060                          |
4f0  31 d2                         | xor edx,edx                                |
4f2  41 ba 08 00 00 00             | mov r10d,0x8                               |
4f8  b8 0d 00 00 00                | mov eax,0xd                                |
4fd  0f 05                         | syscall                                    |
4ff  48 83 f8 00                   | cmp rax,0x0                                |
503  0f 85 43 00 00 00             | jne 0x54c                                  |
509  48 c1 eb 01                   | shr rbx,0x1                                |
50d  49 83 c4 01                   | add r12,0x1                                |
511  48 83 fb 00                   | cmp rbx,0x0                                |
515  0f 85 b2 ff ff ff             | jne 0x4cd                                  |
51b  bf 02 00 00 00                | mov edi,0x2                                | cannot fail: all is valid
520  be 60 00 00 01                | mov esi,0x1000060                          |
525  31 d2                         | xor edx,edx                                |
527  41 ba 08 00 00 00             | mov r10d,0x8                               |
52d  b8 0e 00 00 00                | mov eax,0xe                                |
532  0f 05                         | syscall                                    |
534  c3                            | ret                                        |
535  63 61 6e 6e 6f 74 20 72 65 73 | .asciz "cannot reset signal"               |
53f  65 74 20 73 69 67 6e 61 6c 00 |                                            |
549  00 00 00                      | .balign 4                                  |
54c  48 8d 2d e2 ff ff ff          | lea rbp,[rip+0xffffffffffffffe2]           |
553  e9 5c 05 00 00                | jmp 0xab4                                  |
558  49 8b 58 08                   | mov rbx,QWORD PTR [r8+0x8]                 |
55c  48 8b 03                      | mov rax,QWORD PTR [rbx]                    |
55f  48 83 c3 08                   | add rbx,0x8                                |
563  48 83 f8 00                   | cmp rax,0x0                                |
567  0f 85 ef ff ff ff             | jne 0x55c                                  |
56d  49 8b 28                      | mov rbp,QWORD PTR [r8]                     |
570  48 29 eb                      | sub rbx,rbp                                | bytes of both lists with their ends
573  41 8b 69 48                   | mov ebp,DWORD PTR [r9+0x48]                |
577  48 01 eb                      | add rbx,rbp                                |
57a  31 ff                         | xor edi,edi                                |
57c  48 89 de                      | mov rsi,rbx                                |
57f  ba 03 00 00 00                | mov edx,0x3                                |
584  41 ba 22 00 00 00             | mov r10d,0x22                              |
58a  31 c9                         | xor ecx,ecx                                |
58c  41 50                         | push r8                                    |
58e  49 c7 c0 ff ff ff ff          | mov r8,0xffffffffffffffff                  |
595  41 51                         | push r9                                    |
597  49 89 c9                      | mov r9,rcx                                 |
59a  b8 09 00 00 00                | mov eax,0x9                                |
59f  0f 05                         | syscall                                    |
5a1  41 59                         | pop r9                                     |
5a3  41 58                         | pop r8                                     |
5a5  48 83 f8 00                   | cmp rax,0x0                                |
5a9  0f 8c 01 01 00 00             | jl 0x6b0                                   |
5af  49 89 c6                      | mov r14,rax                                |
5b2  4d 89 70 20                   | mov QWORD PTR [r8+0x20],r14                |
5b6  49 8b 58 08                   | mov rbx,QWORD PTR [r8+0x8]                 |
5ba  48 8b 2b                      | mov rbp,QWORD PTR [rbx]                    |
5bd  48 83 c3 08                   | add rbx,0x8                                |
5c1  48 83 fd 00                   | cmp rbp,0x0                                |
5c5  0f 84 a6 00 00 00             | je 0x671                                   |
5cb  45 8b 61 5c                   | mov r12d,DWORD PTR [r9+0x5c]               |
5cf  4d 01 cc                      | add r12,r9                                 | the first name of the plan
5d2  45 8b 69 60                   | mov r13d,DWORD PTR [r9+0x60]               |
5d6  4d 01 cd                      | add r13,r9                                 | where the names end
5d9  4d 39 ec                      | cmp r12,r13                                |
5dc  0f 84 d8 ff ff ff             | je 0x5ba                                   |
5e2  49 89 ef                      | mov r15,rbp                                |
5e5  45 0f b6 2c 24                | movzx r13d,BYTE PTR [r12]                  |
5ea  49 83 c4 01                   | add r12,0x1                                |
5ee  49 83 fd 00                   | cmp r13,0x0                                |
5f2  0f 84 2d 00 00 00             | je 0x625                                   |
5f8  41 0f b6 07                   | movzx eax,BYTE PTR [r15]                   |
5fc  49 83 c7 01                   | add r15,0x1                                |
600  4c 39 e8                      | cmp rax,r13                                |
603  0f 84 dc ff ff ff             | je 0x5e5                                   |
609  45 0f b6 2c 24                | movzx r13d,BYTE PTR [r12]                  |
60e  49 83 c4 01                   | add r12,0x1                                |
612  49 83 fd 00                   | cmp r13,0x0                                |
616  0f 85 ed ff ff ff             | jne 0x609                                  |
61c  49 83 c4 01                   | add r12,0x1                                | its bits
620  e9 ad ff ff ff                | jmp 0x5d2                                  |
625  45 0f b6 2c 24                | movzx r13d,BYTE PTR [r12]                  | its bits
62a  49 83 c4 01                   | add r12,0x1                                |
62e  4c 89 e8                      | mov rax,r13                                |
631  48 83 e0 01                   | and rax,0x1                                |
635  48 83 f8 00                   | cmp rax,0x0                                |
639  0f 85 18 00 00 00             | jne 0x657                                  |
63f  41 0f b6 07                   | movzx eax,BYTE PTR [r15]                   |
643  48 83 f8 3d                   | cmp rax,0x3d                               |
647  0f 84 0a 00 00 00             | je 0x657                                   |
64d  48 83 f8 00                   | cmp rax,0x0                                | a string without = is all name
651  0f 85 7b ff ff ff             | jne 0x5d2                                  |
657  49 83 e5 02                   | and r13,0x2                                |
65b  49 83 fd 00                   | cmp r13,0x0                                |
65f  0f 84 55 ff ff ff             | je 0x5ba                                   |
665  49 89 2e                      | mov QWORD PTR [r14],rbp                    |
668  49 83 c6 08                   | add r14,0x8                                |
66c  e9 49 ff ff ff                | jmp 0x5ba                                  |
671  41 8b 69 60                   | mov ebp,DWORD PTR [r9+0x60]                |
675  4c 01 cd                      | add rbp,r9                                 |
678  45 8b 61 64                   | mov r12d,DWORD PTR [r9+0x64]               |
67c  4d 01 cc                      | add r12,r9                                 | where the plan's variables end
67f  4c 39 e5                      | cmp rbp,r12                                |
682  0f 84 11 00 00 00             | je 0x699                                   |
688  49 89 2e                      | mov QWORD PTR [r14],rbp                    |
68b  49 83 c6 08                   | add r14,0x8                                |
68f  e8 ce 05 00 00                | call 0xc62                                 |
694  e9 e6 ff ff ff                | jmp 0x67f                                  |
699  49 83 c6 08                   | add r14,0x8                                | the memory is zero: that ends the list
69d  c3                            | ret                                        |
69e  63 61 6e 6e 6f 74 20 6d 61 70 | .asciz "cannot map memory"                 |
6a8  20 6d 65 6d 6f 72 79 00       |                                            |
6b0  45 31 e4                      | xor r12d,r12d                              | no path or name to tell
6b3  48 8d 2d e4 ff ff ff          | lea rbp,[rip+0xffffffffffffffe4]           |
6ba  e9 11 04 00 00                | jmp 0xad0                                  |
6bf  49 83 c6 08                   | add r14,0x8                                | room for /bin/sh: see the execution of scripts
6c3  4d 89 70 18                   | mov QWORD PTR [r8+0x18],r14                |
6c7  49 8b 18                      | mov rbx,QWORD PTR [r8]                     |
6ca  48 8b 2b                      | mov rbp,QWORD PTR [rbx]                    |
6cd  48 83 fd 00                   | cmp rbp,0x0                                | the list may be quite empty before Linux 5.18
6d1  0f 84 04 00 00 00             | je 0x6db                                   |
6d7  48 83 c3 08                   | add rbx,0x8                                | past the launcher's own name
6db  41 8b 69 64                   | mov ebp,DWORD PTR [r9+0x64]                |
6df  4c 01 cd                      | add rbp,r9                                 |
6e2  45 8b 61 68                   | mov r12d,DWORD PTR [r9+0x68]               |
6e6  4d 01 cc                      | add r12,r9                                 | where the plan's command ends
6e9  4c 39 e5                      | cmp rbp,r12                                |
6ec  0f 84 1e 00 00 00             | je 0x710                                   |
6f2  49 89 68 10                   | mov QWORD PTR [r8+0x10],rbp                |
6f6  49 89 2e                      | mov QWORD PTR [r14],rbp                    |
6f9  49 83 c6 08                   | add r14,0x8                                |
6fd  e8 60 05 00 00                | call 0xc62                                 |
702  4c 39 e5                      | cmp rbp,r12                                |
705  0f 85 eb ff ff ff             | jne 0x6f6                                  |
70b  e9 56 00 00 00                | jmp 0x766                                  |
710  48 8b 2b                      | mov rbp,QWORD PTR [rbx]                    |
713  48 83 fd 00                   | cmp rbp,0x0                                |
717  0f 84 62 00 00 00             | je 0x77f                                   |
71d  49 89 2e                      | mov QWORD PTR [r14],rbp                    | its name for itself
720  4c 8b 65 00                   | mov r12,QWORD PTR [rbp+0x0]                |
724  49 bd 2d 2d 61 72 67 76 30 00 | movabs r13,0x30766772612d2d                | --argv0
72e  4d 39 ec                      | cmp r12,r13                                |
731  0f 85 23 00 00 00             | jne 0x75a                                  |
737  48 8b 6b 08                   | mov rbp,QWORD PTR [rbx+0x8]                |
73b  48 83 fd 00                   | cmp rbp,0x0                                |
73f  0f 84 3a 00 00 00             | je 0x77f                                   |
745  49 89 2e                      | mov QWORD PTR [r14],rbp                    |
748  48 8b 6b 10                   | mov rbp,QWORD PTR [rbx+0x10]               |
74c  48 83 fd 00                   | cmp rbp,0x0                                |
750  0f 84 29 00 00 00             | je 0x77f                                   |
756  48 83 c3 10                   | add rbx,0x10                               |
75a  49 89 68 10                   | mov QWORD PTR [r8+0x10],rbp                |
75e  48 83 c3 08                   | add rbx,0x8                                |
762  49 83 c6 08                   | add r14,0x8                                |
766  48 8b 2b                      | mov rbp,QWORD PTR [rbx]                    |
769  49 89 2e                      | mov QWORD PTR [r14],rbp                    |
76c  48 83 c3 08                   | add rbx,0x8                                |
770  49 83 c6 08                   | add r14,0x8                                |
774  48 83 fd 00                   | cmp rbp,0x0                                |
778  0f 85 e8 ff ff ff             | jne 0x766                                  |
77e  c3                            | ret                                        |
77f  48 c7 c0 ea ff ff ff          | mov rax,0xffffffffffffffea                 |
786  e9 11 00 00 00                | jmp 0x79c                                  |
78b  6e 6f 20 63 6f 6d 6d 61 6e 64 | .asciz "no command given"                  |
795  20 67 69 76 65 6e 00          |                                            |
79c  45 31 e4                      | xor r12d,r12d                              | no path or name to tell
79f  48 8d 2d e5 ff ff ff          | lea rbp,[rip+0xffffffffffffffe5]           |
7a6  e9 25 03 00 00                | jmp 0xad0                                  |
7ab  41 8b 59 58                   | mov ebx,DWORD PTR [r9+0x58]                |
7af  41 8b 69 5c                   | mov ebp,DWORD PTR [r9+0x5c]                |
7b3  48 29 dd                      | sub rbp,rbx                                | bytes
7b6  48 83 fd 00                   | cmp rbp,0x0                                |
7ba  0f 84 2c 00 00 00             | je 0x7ec                                   |
7c0  48 c1 ed 03                   | shr rbp,0x3                                | instructions
7c4  4c 01 cb                      | add rbx,r9                                 |
7c7  49 89 68 30                   | mov QWORD PTR [r8+0x30],rbp                | struct sock_fprog: how many, and where
7cb  49 89 58 38                   | mov QWORD PTR [r8+0x38],rbx                |
7cf  bf 01 00 00 00                | mov edi,0x1                                |
7d4  31 f6                         | xor esi,esi                                |
7d6  ba 30 00 00 01                | mov edx,0x1000030                          |
7db  b8 3d 01 00 00                | mov eax,0x13d                              |
7e0  0f 05                         | syscall                                    |
7e2  48 83 f8 00                   | cmp rax,0x0                                |
7e6  0f 85 24 00 00 00             | jne 0x810                                  |
7ec  c3                            | ret                                        |
7ed  63 61 6e 6e 6f 74 20 69 6e 73 | .asciz "cannot install the seccomp filter" |
7f7  74 61 6c 6c 20 74 68 65 20 73 |                                            |
801  65 63 63 6f 6d 70 20 66 69 6c |                                            |
80b  74 65 72 00                   |                                            |
80f  00                            | .balign 4                                  |
810  45 31 e4                      | xor r12d,r12d                              | no path or name to tell
813  48 8d 2d d3 ff ff ff          | lea rbp,[rip+0xffffffffffffffd3]           |
81a  e9 b1 02 00 00                | jmp 0xad0                                  |
81f  49 8b 58 10                   | mov rbx,QWORD PTR [r8+0x10]                |
823  4d 8b 70 18                   | mov r14,QWORD PTR [r8+0x18]                |
827  4d 8b 78 20                   | mov r15,QWORD PTR [r8+0x20]                |
82b  48 89 dd                      | mov rbp,rbx                                |
82e  0f b6 45 00                   | movzx eax,BYTE PTR [rbp+0x0]               |
832  48 83 f8 2f                   | cmp rax,0x2f                               |
836  0f 84 59 01 00 00             | je 0x995                                   |
83c  48 83 c5 01                   | add rbp,0x1                                |
840  48 83 f8 00                   | cmp rax,0x0                                |
844  0f 85 e4 ff ff ff             | jne 0x82e                                  |
84a  48 29 dd                      | sub rbp,rbx                                | length of the name with its zero
84d  49 89 dc                      | mov r12,rbx                                |
850  48 c7 c0 fe ff ff ff          | mov rax,0xfffffffffffffffe                 |
857  48 83 fd 01                   | cmp rbp,0x1                                | the empty name is nowhere
85b  0f 84 72 01 00 00             | je 0x9d3                                   |
861  48 c7 c0 dc ff ff ff          | mov rax,0xffffffffffffffdc                 |
868  48 81 fd 01 01 00 00          | cmp rbp,0x101                              |
86f  0f 82 05 00 00 00             | jb 0x87a                                   |
875  e9 59 01 00 00                | jmp 0x9d3                                  |
87a  41 8b 69 4c                   | mov ebp,DWORD PTR [r9+0x4c]                |
87e  4c 01 cd                      | add rbp,r9                                 |
881  4c 39 cd                      | cmp rbp,r9                                 |
884  0f 85 44 00 00 00             | jne 0x8ce                                  |
88a  4d 8b 60 08                   | mov r12,QWORD PTR [r8+0x8]                 |
88e  49 8b 2c 24                   | mov rbp,QWORD PTR [r12]                    |
892  49 83 c4 08                   | add r12,0x8                                |
896  48 83 fd 00                   | cmp rbp,0x0                                |
89a  0f 84 27 00 00 00             | je 0x8c7                                   |
8a0  8b 45 00                      | mov eax,DWORD PTR [rbp+0x0]                |
8a3  48 81 f8 50 41 54 48          | cmp rax,0x48544150                         | PATH
8aa  0f 85 de ff ff ff             | jne 0x88e                                  |
8b0  0f b6 45 04                   | movzx eax,BYTE PTR [rbp+0x4]               |
8b4  48 83 f8 3d                   | cmp rax,0x3d                               |
8b8  0f 85 d0 ff ff ff             | jne 0x88e                                  |
8be  48 83 c5 05                   | add rbp,0x5                                |
8c2  e9 07 00 00 00                | jmp 0x8ce                                  |
8c7  48 8d 2d c8 01 00 00          | lea rbp,[rip+0x1c8]                        |
8ce  49 89 ed                      | mov r13,rbp                                |
8d1  e8 29 01 00 00                | call 0x9ff                                 |
8d6  bf a0 00 00 01                | mov edi,0x10000a0                          |
8db  4c 89 f6                      | mov rsi,r14                                |
8de  4c 89 fa                      | mov rdx,r15                                |
8e1  b8 3b 00 00 00                | mov eax,0x3b                               |
8e6  0f 05                         | syscall                                    |
8e8  41 bc a0 00 00 01             | mov r12d,0x10000a0                         |
8ee  48 83 f8 f8                   | cmp rax,0xfffffffffffffff8                 |
8f2  0f 84 ba 00 00 00             | je 0x9b2                                   |
8f8  48 83 f8 fe                   | cmp rax,0xfffffffffffffffe                 |
8fc  0f 84 40 00 00 00             | je 0x942                                   |
902  48 83 f8 ec                   | cmp rax,0xffffffffffffffec                 |
906  0f 84 36 00 00 00             | je 0x942                                   |
90c  48 83 f8 ed                   | cmp rax,0xffffffffffffffed                 |
910  0f 84 2c 00 00 00             | je 0x942                                   |
916  48 83 f8 dc                   | cmp rax,0xffffffffffffffdc                 |
91a  0f 84 22 00 00 00             | je 0x942                                   |
920  48 83 f8 92                   | cmp rax,0xffffffffffffff92                 |
924  0f 84 18 00 00 00             | je 0x942                                   |
92a  48 83 f8 8c                   | cmp rax,0xffffffffffffff8c                 |
92e  0f 84 0e 00 00 00             | je 0x942                                   |
934  48 83 f8 f3                   | cmp rax,0xfffffffffffffff3                 |
938  0f 85 95 00 00 00             | jne 0x9d3                                  |
93e  4d 89 68 28                   | mov QWORD PTR [r8+0x28],r13                | maybe there is another one further on; if not, it was this
942  0f b6 45 00                   | movzx eax,BYTE PTR [rbp+0x0]               |
946  48 83 c5 01                   | add rbp,0x1                                |
94a  48 83 f8 00                   | cmp rax,0x0                                | a colon
94e  0f 85 7a ff ff ff             | jne 0x8ce                                  |
954  49 8b 68 28                   | mov rbp,QWORD PTR [r8+0x28]                |
958  48 83 fd 00                   | cmp rbp,0x0                                |
95c  0f 84 17 00 00 00             | je 0x979                                   |
962  e8 98 00 00 00                | call 0x9ff                                 |
967  41 bc a0 00 00 01             | mov r12d,0x10000a0                         |
96d  48 c7 c0 f3 ff ff ff          | mov rax,0xfffffffffffffff3                 |
974  e9 5a 00 00 00                | jmp 0x9d3                                  |
979  48 8d 2d 02 01 00 00          | lea rbp,[rip+0x102]                        |
980  49 89 dc                      | mov r12,rbx                                |
983  48 c7 c0 fe ff ff ff          | mov rax,0xfffffffffffffffe                 |
98a  41 bf 7f 00 00 00             | mov r15d,0x7f                              |
990  e9 41 01 00 00                | jmp 0xad6                                  |
995  48 89 df                      | mov rdi,rbx                                |
998  4c 89 f6                      | mov rsi,r14                                |
99b  4c 89 fa                      | mov rdx,r15                                |
99e  b8 3b 00 00 00                | mov eax,0x3b                               |
9a3  0f 05                         | syscall                                    |
9a5  49 89 dc                      | mov r12,rbx                                |
9a8  48 83 f8 f8                   | cmp rax,0xfffffffffffffff8                 |
9ac  0f 85 21 00 00 00             | jne 0x9d3                                  |
9b2  4d 89 26                      | mov QWORD PTR [r14],r12                    | a script without #! is an argument of the shell, in place of its name
9b5  49 83 ee 08                   | sub r14,0x8                                |
9b9  4c 8d 25 ce 00 00 00          | lea r12,[rip+0xce]                         |
9c0  4d 89 26                      | mov QWORD PTR [r14],r12                    |
9c3  4c 89 e7                      | mov rdi,r12                                |
9c6  4c 89 f6                      | mov rsi,r14                                |
9c9  4c 89 fa                      | mov rdx,r15                                |
9cc  b8 3b 00 00 00                | mov eax,0x3b                               |
9d1  0f 05                         | syscall                                    |
9d3  48 8d 2d 99 00 00 00          | lea rbp,[rip+0x99]                         |
9da  41 bf 7f 00 00 00             | mov r15d,0x7f                              |
9e0  48 83 f8 fe                   | cmp rax,0xfffffffffffffffe                 |
9e4  0f 84 ec 00 00 00             | je 0xad6                                   |
9ea  48 83 f8 ec                   | cmp rax,0xffffffffffffffec                 |
9ee  0f 84 e2 00 00 00             | je 0xad6                                   |
9f4  41 bf 7e 00 00 00             | mov r15d,0x7e                              |
9fa  e9 d7 00 00 00                | jmp 0xad6                                  |
9ff  41 bc a0 00 00 01             | mov r12d,0x10000a0                         |
a05  0f b6 45 00                   | movzx eax,BYTE PTR [rbp+0x0]               |
a09  48 83 f8 00                   | cmp rax,0x0                                |
a0d  0f 84 28 00 00 00             | je 0xa3b                                   |
a13  48 83 f8 3a                   | cmp rax,0x3a                               |
a17  0f 84 1e 00 00 00             | je 0xa3b                                   |
a1d  48 83 c5 01                   | add rbp,0x1                                |
a21  49 81 fc a0 10 00 01          | cmp r12,0x10010a0                          |
a28  0f 84 d7 ff ff ff             | je 0xa05                                   |
a2e  41 88 04 24                   | mov BYTE PTR [r12],al                      |
a32  49 83 c4 01                   | add r12,0x1                                |
a36  e9 ca ff ff ff                | jmp 0xa05                                  |
a3b  49 81 fc a0 00 00 01          | cmp r12,0x10000a0                          |
a42  0f 84 0d 00 00 00             | je 0xa55                                   |
a48  b8 2f 00 00 00                | mov eax,0x2f                               |
a4d  41 88 04 24                   | mov BYTE PTR [r12],al                      |
a51  49 83 c4 01                   | add r12,0x1                                |
a55  0f b6 03                      | movzx eax,BYTE PTR [rbx]                   |
a58  41 88 04 24                   | mov BYTE PTR [r12],al                      |
a5c  48 83 c3 01                   | add rbx,0x1                                |
a60  49 83 c4 01                   | add r12,0x1                                |
a64  48 83 f8 00                   | cmp rax,0x0                                |
a68  0f 85 e7 ff ff ff             | jne 0xa55                                  |
a6e  49 8b 58 10                   | mov rbx,QWORD PTR [r8+0x10]                |
a72  c3                            | ret                                        |
a73  63 61 6e 6e 6f 74 20 65 78 65 | .asciz "cannot execute"                    |
a7d  63 75 74 65 00                |                                            |
a82  63 61 6e 6e 6f 74 20 66 69 6e | .asciz "cannot find"                       |
a8c  64 00                         |                                            |
a8e  2f 62 69 6e 2f 73 68 00       | .asciz "/bin/sh"                           |
a96  2f 75 73 72 2f 6c 6f 63 61 6c | .asciz "/usr/local/bin:/usr/bin:/bin"      |
aa0  2f 62 69 6e 3a 2f 75 73 72 2f |                                            |
aaa  62 69 6e 3a 2f 62 69 6e 00    |                                            |
ab3  00                            | .balign 4                                  |
ab4  49 89 c6                      | mov r14,rax                                |
ab7  49 89 ef                      | mov r15,rbp                                |
aba  bb a0 00 00 01                | mov ebx,0x10000a0                          | not in use yet, so all zero
abf  e8 49 01 00 00                | call 0xc0d                                 |
ac4  41 bc a0 00 00 01             | mov r12d,0x10000a0                         |
aca  4c 89 fd                      | mov rbp,r15                                |
acd  4c 89 f0                      | mov rax,r14                                |
ad0  41 bf 7d 00 00 00             | mov r15d,0x7d                              |
ad6  45 31 f6                      | xor r14d,r14d                              |
ad9  49 29 c6                      | sub r14,rax                                | the errno
adc  49 89 ed                      | mov r13,rbp                                |
adf  bb a0 12 00 01                | mov ebx,0x10012a0                          | where the next byte of the message goes
ae4  48 8d 2d 8a 01 00 00          | lea rbp,[rip+0x18a]                        |
aeb  e8 d9 00 00 00                | call 0xbc9                                 |
af0  4c 89 ed                      | mov rbp,r13                                |
af3  e8 d1 00 00 00                | call 0xbc9                                 |
af8  49 83 fc 00                   | cmp r12,0x0                                |
afc  0f 84 20 00 00 00             | je 0xb22                                   |
b02  48 8d 2d 7b 01 00 00          | lea rbp,[rip+0x17b]                        |
b09  e8 bb 00 00 00                | call 0xbc9                                 |
b0e  4c 89 e5                      | mov rbp,r12                                |
b11  e8 b3 00 00 00                | call 0xbc9                                 |
b16  48 8d 2d 6a 01 00 00          | lea rbp,[rip+0x16a]                        |
b1d  e8 a7 00 00 00                | call 0xbc9                                 |
b22  48 8d 2d 60 01 00 00          | lea rbp,[rip+0x160]                        |
b29  e8 9b 00 00 00                | call 0xbc9                                 |
b2e  48 8d 2d 5e 01 00 00          | lea rbp,[rip+0x15e]                        |
b35  44 0f b6 6d 00                | movzx r13d,BYTE PTR [rbp+0x0]              |
b3a  48 83 c5 01                   | add rbp,0x1                                |
b3e  49 83 fd 00                   | cmp r13,0x0                                |
b42  0f 84 1d 00 00 00             | je 0xb65                                   |
b48  4d 39 f5                      | cmp r13,r14                                |
b4b  0f 84 0a 00 00 00             | je 0xb5b                                   |
b51  e8 0c 01 00 00                | call 0xc62                                 |
b56  e9 da ff ff ff                | jmp 0xb35                                  |
b5b  e8 69 00 00 00                | call 0xbc9                                 |
b60  e9 14 00 00 00                | jmp 0xb79                                  |
b65  48 8d 2d 20 01 00 00          | lea rbp,[rip+0x120]                        |
b6c  e8 58 00 00 00                | call 0xbc9                                 |
b71  4d 89 f4                      | mov r12,r14                                |
b74  e8 94 00 00 00                | call 0xc0d                                 |
b79  b8 0a 00 00 00                | mov eax,0xa                                |
b7e  88 03                         | mov BYTE PTR [rbx],al                      |
b80  48 81 eb 9f 12 00 01          | sub rbx,0x100129f                          | the length, with the line feed
b87  48 c7 c0 ff ff ff ff          | mov rax,0xffffffffffffffff                 |
b8e  49 89 40 60                   | mov QWORD PTR [r8+0x60],rax                | every signal: a closed pipe must not hide the exit status
b92  bf 02 00 00 00                | mov edi,0x2                                |
b97  be 60 00 00 01                | mov esi,0x1000060                          |
b9c  31 d2                         | xor edx,edx                                |
b9e  41 ba 08 00 00 00             | mov r10d,0x8                               |
ba4  b8 0e 00 00 00                | mov eax,0xe                                |
ba9  0f 05                         | syscall                                    |
bab  bf 02 00 00 00                | mov edi,0x2                                |
bb0  be a0 12 00 01                | mov esi,0x10012a0                          |
bb5  48 89 da                      | mov rdx,rbx                                |
bb8  b8 01 00 00 00                | mov eax,0x1                                |
bbd  0f 05                         | syscall                                    |
bbf  4c 89 ff                      | mov rdi,r15                                |
bc2  b8 e7 00 00 00                | mov eax,0xe7                               |
bc7  0f 05                         | syscall                                    |
bc9  0f b6 45 00                   | movzx eax,BYTE PTR [rbp+0x0]               |
bcd  48 83 f8 00                   | cmp rax,0x0                                |
bd1  0f 84 35 00 00 00             | je 0xc0c                                   |
bd7  48 83 f8 7f                   | cmp rax,0x7f                               |
bdb  0f 84 0f 00 00 00             | je 0xbf0                                   |
be1  48 83 f8 20                   | cmp rax,0x20                               |
be5  0f 82 05 00 00 00             | jb 0xbf0                                   |
beb  e9 05 00 00 00                | jmp 0xbf5                                  |
bf0  b8 3f 00 00 00                | mov eax,0x3f                               |
bf5  88 03                         | mov BYTE PTR [rbx],al                      |
bf7  48 83 c3 01                   | add rbx,0x1                                |
bfb  48 83 c5 01                   | add rbp,0x1                                |
bff  48 81 fb 60 22 00 01          | cmp rbx,0x1002260                          |
c06  0f 85 bd ff ff ff             | jne 0xbc9                                  |
c0c  c3                            | ret                                        |
c0d  48 8d 2d 28 01 00 00          | lea rbp,[rip+0x128]                        |
c14  44 8b 6d 00                   | mov r13d,DWORD PTR [rbp+0x0]               |
c18  48 83 c5 04                   | add rbp,0x4                                |
c1c  49 83 fd 01                   | cmp r13,0x1                                |
c20  0f 84 09 00 00 00             | je 0xc2f                                   |
c26  4d 39 ec                      | cmp r12,r13                                |
c29  0f 82 e5 ff ff ff             | jb 0xc14                                   |
c2f  b8 30 00 00 00                | mov eax,0x30                               |
c34  4d 39 ec                      | cmp r12,r13                                |
c37  0f 82 0c 00 00 00             | jb 0xc49                                   |
c3d  4d 29 ec                      | sub r12,r13                                |
c40  48 83 c0 01                   | add rax,0x1                                |
c44  e9 eb ff ff ff                | jmp 0xc34                                  |
c49  88 03                         | mov BYTE PTR [rbx],al                      |
c4b  48 83 c3 01                   | add rbx,0x1                                |
c4f  44 8b 6d 00                   | mov r13d,DWORD PTR [rbp+0x0]               |
c53  48 83 c5 04                   | add rbp,0x4                                |
c57  49 83 fd 00                   | cmp r13,0x0                                |
c5b  0f 85 ce ff ff ff             | jne 0xc2f                                  |
c61  c3                            | ret                                        |
c62  0f b6 45 00                   | movzx eax,BYTE PTR [rbp+0x0]               |
c66  48 83 c5 01                   | add rbp,0x1                                |
c6a  48 83 f8 00                   | cmp rax,0x0                                |
c6e  0f 85 ee ff ff ff             | jne 0xc62                                  |
c74  c3                            | ret                                        |
c75  6c 61 6e 64 6c 6f 63 6b 64 6f | .asciz "landlockdown: "                    |
c7f  77 6e 3a 20 00                |                                            |
c84  20 22 00                      | .asciz " \\""                               |
c87  22 00                         | .asciz "\\""                                |
c89  3a 20 00                      | .asciz ": "                                |
c8c  65 72 72 6e 6f 20 00          | .asciz "errno "                            |
c93  01                            | .byte 0x01                                 |
c94  45 50 45 52 4d 00             | .asciz "EPERM"                             |
c9a  02                            | .byte 0x02                                 |
c9b  45 4e 4f 45 4e 54 00          | .asciz "ENOENT"                            |
ca2  05                            | .byte 0x05                                 |
ca3  45 49 4f 00                   | .asciz "EIO"                               |
ca7  07                            | .byte 0x07                                 |
ca8  45 32 42 49 47 00             | .asciz "E2BIG"                             |
cae  08                            | .byte 0x08                                 |
caf  45 4e 4f 45 58 45 43 00       | .asciz "ENOEXEC"                           |
cb7  09                            | .byte 0x09                                 |
cb8  45 42 41 44 46 00             | .asciz "EBADF"                             |
cbe  0b                            | .byte 0x0b                                 |
cbf  45 41 47 41 49 4e 00          | .asciz "EAGAIN"                            |
cc6  0c                            | .byte 0x0c                                 |
cc7  45 4e 4f 4d 45 4d 00          | .asciz "ENOMEM"                            |
cce  0d                            | .byte 0x0d                                 |
ccf  45 41 43 43 45 53 00          | .asciz "EACCES"                            |
cd6  14                            | .byte 0x14                                 |
cd7  45 4e 4f 54 44 49 52 00       | .asciz "ENOTDIR"                           |
cdf  16                            | .byte 0x16                                 |
ce0  45 49 4e 56 41 4c 00          | .asciz "EINVAL"                            |
ce7  17                            | .byte 0x17                                 |
ce8  45 4e 46 49 4c 45 00          | .asciz "ENFILE"                            |
cef  18                            | .byte 0x18                                 |
cf0  45 4d 46 49 4c 45 00          | .asciz "EMFILE"                            |
cf7  1a                            | .byte 0x1a                                 |
cf8  45 54 58 54 42 53 59 00       | .asciz "ETXTBSY"                           |
d00  24                            | .byte 0x24                                 |
d01  45 4e 41 4d 45 54 4f 4f 4c 4f | .asciz "ENAMETOOLONG"                      |
d0b  4e 47 00                      |                                            |
d0e  26                            | .byte 0x26                                 |
d0f  45 4e 4f 53 59 53 00          | .asciz "ENOSYS"                            |
d16  28                            | .byte 0x28                                 |
d17  45 4c 4f 4f 50 00             | .asciz "ELOOP"                             |
d1d  2a                            | .byte 0x2a                                 |
d1e  45 4e 4f 4d 53 47 00          | .asciz "ENOMSG"                            |
d25  4d                            | .byte 0x4d                                 |
d26  45 42 41 44 46 44 00          | .asciz "EBADFD"                            |
d2d  5f                            | .byte 0x5f                                 |
d2e  45 4f 50 4e 4f 54 53 55 50 50 | .asciz "EOPNOTSUPP"                        |
d38  00                            |                                            |
d39  00                            | .byte 0x00                                 | no further errors
d3a  00 00                         | .balign 4                                  |
d3c  10 27 00 00                   | .byte 0x10, 0x27, 0x00, 0x00               | 10000
d40  e8 03 00 00                   | .byte 0xe8, 0x03, 0x00, 0x00               | 1000
d44  64 00 00 00                   | .byte 0x64, 0x00, 0x00, 0x00               | 100
d48  0a 00 00 00                   | .byte 0x0a, 0x00, 0x00, 0x00               | 10
d4c  01 00 00 00                   | .byte 0x01, 0x00, 0x00, 0x00               | 1
d50  00 00 00 00                   | .byte 0x00, 0x00, 0x00, 0x00               | 0
d54  00 00 00 00                   | .balign 8                                  |
`,
  },
  arm64: {
    labels: { start: 0, plan: 3520 },
    listing: `
000  f3 03 00 91                   | mov x19, sp                                |
004  19 20 a0 d2                   | mov x25, #0x1000000                        |
008  da 6d 00 10                   | adr x26, 0xdc0                             |
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
05c  89 00 00 94                   | bl 0x280                                   |
060  fe 07 41 f8                   | ldr x30, [sp], #16                         |
064  fe 0f 1f f8                   | str x30, [sp, #-16]!                       |
068  23 01 00 94                   | bl 0x4f4                                   |
06c  fe 07 41 f8                   | ldr x30, [sp], #16                         |
070  fe 0f 1f f8                   | str x30, [sp, #-16]!                       |
074  45 01 00 94                   | bl 0x588                                   |
078  fe 07 41 f8                   | ldr x30, [sp], #16                         |
07c  fe 0f 1f f8                   | str x30, [sp, #-16]!                       |
080  9a 01 00 94                   | bl 0x6e8                                   |
084  fe 07 41 f8                   | ldr x30, [sp], #16                         |
088  fe 0f 1f f8                   | str x30, [sp, #-16]!                       | last, for it may forbid what the steps before it do
08c  d4 01 00 94                   | bl 0x7dc                                   |
090  fe 07 41 f8                   | ldr x30, [sp], #16                         |
094  f0 01 00 14                   | b 0x854                                    |
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
0e4  85 02 00 14                   | b 0xaf8                                    |
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
130  72 02 00 14                   | b 0xaf8                                    |
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
22c  33 02 00 14                   | b 0xaf8                                    |
230  53 3f 40 b9                   | ldr w19, [x26, #60]                        |
234  82 00 80 d2                   | mov x2, #0x4                               |
238  e1 ff 9f d2                   | mov x1, #0xffff                            |
23c  e1 ff bf f2                   | movk x1, #0xffff, lsl #16                  |
240  e0 03 13 aa                   | mov x0, x19                                |
244  88 36 80 d2                   | mov x8, #0x1b4                             |
248  01 00 00 d4                   | svc #0x0                                   |
24c  1f 00 00 f1                   | cmp x0, #0x0                               |
250  21 01 00 54                   | b.ne 0x274                                 |
254  c0 03 5f d6                   | ret                                        |
258  63 61 6e 6e 6f 74 20 63 6c 6f | .asciz "cannot close descriptors"          |
262  73 65 20 64 65 73 63 72 69 70 |                                            |
26c  74 6f 72 73 00                |                                            |
271  00 00 00                      | .balign 4                                  |
274  15 00 80 d2                   | mov x21, #0x0                              | no path or name to tell
278  14 ff ff 10                   | adr x20, 0x258                             |
27c  1f 02 00 14                   | b 0xaf8                                    |
280  53 33 40 b9                   | ldr w19, [x26, #48]                        |
284  7f 06 00 f1                   | cmp x19, #0x1                              |
288  e0 00 00 54                   | b.eq 0x2a4                                 |
28c  7f 0a 00 f1                   | cmp x19, #0x2                              |
290  20 0c 00 54                   | b.eq 0x414                                 |
294  7f 0e 00 f1                   | cmp x19, #0x3                              |
298  40 0d 00 54                   | b.eq 0x440                                 |
29c  a0 02 80 92                   | mov x0, #0xffffffffffffffea                |
2a0  8f ff ff 17                   | b 0xdc                                     |
2a4  02 00 80 d2                   | mov x2, #0x0                               | the plan begins with the attribute
2a8  01 06 80 d2                   | mov x1, #0x30                              |
2ac  e0 03 1a aa                   | mov x0, x26                                |
2b0  88 37 80 d2                   | mov x8, #0x1bc                             |
2b4  01 00 00 d4                   | svc #0x0                                   |
2b8  1f 00 00 f1                   | cmp x0, #0x0                               |
2bc  2b 0d 00 54                   | b.lt 0x460                                 |
2c0  f3 03 00 aa                   | mov x19, x0                                | the ruleset
2c4  14 05 a0 d2                   | mov x20, #0x280000                         |
2c8  34 23 00 f9                   | str x20, [x25, #64]                        | struct open_how: flags, mode 0, resolve
2cc  d4 00 80 d2                   | mov x20, #0x6                              |
2d0  34 2b 00 f9                   | str x20, [x25, #80]                        |
2d4  54 53 40 b9                   | ldr w20, [x26, #80]                        |
2d8  94 02 1a 8b                   | add x20, x20, x26                          | the first path rule
2dc  55 57 40 b9                   | ldr w21, [x26, #84]                        |
2e0  b5 02 1a 8b                   | add x21, x21, x26                          | where path rules end
2e4  9f 02 15 eb                   | cmp x20, x21                               |
2e8  e0 06 00 54                   | b.eq 0x3c4                                 |
2ec  f6 03 14 aa                   | mov x22, x20                               |
2f0  d6 52 00 91                   | add x22, x22, #0x14                        |
2f4  03 03 80 d2                   | mov x3, #0x18                              |
2f8  02 08 80 d2                   | mov x2, #0x40                              |
2fc  02 20 a0 f2                   | movk x2, #0x100, lsl #16                   |
300  e1 03 16 aa                   | mov x1, x22                                |
304  60 0c 80 92                   | mov x0, #0xffffffffffffff9c                |
308  a8 36 80 d2                   | mov x8, #0x1b5                             |
30c  01 00 00 d4                   | svc #0x0                                   |
310  1f 98 00 b1                   | cmn x0, #0x26                              |
314  01 01 00 54                   | b.ne 0x334                                 |
318  97 0e 40 b9                   | ldr w23, [x20, #12]                        | a container's seccomp profile may not know openat2
31c  03 00 80 d2                   | mov x3, #0x0                               |
320  e2 03 17 aa                   | mov x2, x23                                |
324  e1 03 16 aa                   | mov x1, x22                                |
328  60 0c 80 92                   | mov x0, #0xffffffffffffff9c                |
32c  08 07 80 d2                   | mov x8, #0x38                              |
330  01 00 00 d4                   | svc #0x0                                   |
334  1f 00 00 f1                   | cmp x0, #0x0                               |
338  2b 03 00 54                   | b.lt 0x39c                                 |
33c  f7 03 00 aa                   | mov x23, x0                                |
340  98 02 40 f9                   | ldr x24, [x20]                             |
344  38 1b 00 f9                   | str x24, [x25, #48]                        |
348  37 3b 00 b9                   | str w23, [x25, #56]                        |
34c  03 00 80 d2                   | mov x3, #0x0                               |
350  02 06 80 d2                   | mov x2, #0x30                              |
354  02 20 a0 f2                   | movk x2, #0x100, lsl #16                   |
358  21 00 80 d2                   | mov x1, #0x1                               |
35c  e0 03 13 aa                   | mov x0, x19                                |
360  a8 37 80 d2                   | mov x8, #0x1bd                             |
364  01 00 00 d4                   | svc #0x0                                   |
368  1f 00 00 f1                   | cmp x0, #0x0                               |
36c  c0 00 00 54                   | b.eq 0x384                                 |
370  1f 58 00 b1                   | cmn x0, #0x16                              | else it was a folder and is a file now
374  41 09 00 54                   | b.ne 0x49c                                 |
378  98 12 40 b9                   | ldr w24, [x20, #16]                        |
37c  1f 03 00 f1                   | cmp x24, #0x0                              |
380  e0 08 00 54                   | b.eq 0x49c                                 |
384  e0 03 17 aa                   | mov x0, x23                                |
388  28 07 80 d2                   | mov x8, #0x39                              |
38c  01 00 00 d4                   | svc #0x0                                   |
390  97 0a 40 b9                   | ldr w23, [x20, #8]                         |
394  94 02 17 8b                   | add x20, x20, x23                          |
398  d3 ff ff 17                   | b 0x2e4                                    |
39c  97 12 40 b9                   | ldr w23, [x20, #16]                        |
3a0  ff 02 00 f1                   | cmp x23, #0x0                              |
3a4  a0 06 00 54                   | b.eq 0x478                                 |
3a8  1f 08 00 b1                   | cmn x0, #0x2                               |
3ac  20 ff ff 54                   | b.eq 0x390                                 |
3b0  1f 50 00 b1                   | cmn x0, #0x14                              |
3b4  e0 fe ff 54                   | b.eq 0x390                                 |
3b8  1f a0 00 b1                   | cmn x0, #0x28                              |
3bc  a0 fe ff 54                   | b.eq 0x390                                 |
3c0  2e 00 00 14                   | b 0x478                                    |
3c4  55 5b 40 b9                   | ldr w21, [x26, #88]                        |
3c8  b5 02 1a 8b                   | add x21, x21, x26                          | where port rules end
3cc  9f 02 15 eb                   | cmp x20, x21                               |
3d0  00 02 00 54                   | b.eq 0x410                                 |
3d4  03 00 80 d2                   | mov x3, #0x0                               |
3d8  e2 03 14 aa                   | mov x2, x20                                |
3dc  41 00 80 d2                   | mov x1, #0x2                               |
3e0  e0 03 13 aa                   | mov x0, x19                                |
3e4  a8 37 80 d2                   | mov x8, #0x1bd                             |
3e8  01 00 00 d4                   | svc #0x0                                   |
3ec  1f 00 00 f1                   | cmp x0, #0x0                               |
3f0  c0 00 00 54                   | b.eq 0x408                                 |
3f4  95 06 40 f9                   | ldr x21, [x20, #8]                         |
3f8  1f 84 01 b1                   | cmn x0, #0x61                              | else the kernel has no such network
3fc  41 06 00 54                   | b.ne 0x4c4                                 |
400  55 5b 40 b9                   | ldr w21, [x26, #88]                        |
404  b5 02 1a 8b                   | add x21, x21, x26                          |
408  94 42 00 91                   | add x20, x20, #0x10                        |
40c  f0 ff ff 17                   | b 0x3cc                                    |
410  02 00 00 14                   | b 0x418                                    |
414  53 37 80 b9                   | ldrsw x19, [x26, #52]                      |
418  54 3b 40 b9                   | ldr w20, [x26, #56]                        |
41c  e1 03 14 aa                   | mov x1, x20                                |
420  e0 03 13 aa                   | mov x0, x19                                |
424  c8 37 80 d2                   | mov x8, #0x1be                             |
428  01 00 00 d4                   | svc #0x0                                   |
42c  1f 00 00 f1                   | cmp x0, #0x0                               |
430  c1 05 00 54                   | b.ne 0x4e8                                 |
434  e0 03 13 aa                   | mov x0, x19                                | whoever has it can add rules for the next one who takes it over
438  28 07 80 d2                   | mov x8, #0x39                              |
43c  01 00 00 d4                   | svc #0x0                                   |
440  c0 03 5f d6                   | ret                                        |
444  63 61 6e 6e 6f 74 20 63 72 65 | .asciz "cannot create the ruleset"         |
44e  61 74 65 20 74 68 65 20 72 75 |                                            |
458  6c 65 73 65 74 00             |                                            |
45e  00 00                         | .balign 4                                  |
460  15 00 80 d2                   | mov x21, #0x0                              | no path or name to tell
464  14 ff ff 10                   | adr x20, 0x444                             |
468  a4 01 00 14                   | b 0xaf8                                    |
46c  63 61 6e 6e 6f 74 20 6f 70 65 | .asciz "cannot open"                       |
476  6e 00                         |                                            |
478  f5 03 16 aa                   | mov x21, x22                               |
47c  94 ff ff 10                   | adr x20, 0x46c                             |
480  9e 01 00 14                   | b 0xaf8                                    |
484  63 61 6e 6e 6f 74 20 61 64 64 | .asciz "cannot add a rule for"             |
48e  20 61 20 72 75 6c 65 20 66 6f |                                            |
498  72 00                         |                                            |
49a  00 00                         | .balign 4                                  |
49c  f5 03 16 aa                   | mov x21, x22                               |
4a0  34 ff ff 10                   | adr x20, 0x484                             |
4a4  95 01 00 14                   | b 0xaf8                                    |
4a8  63 61 6e 6e 6f 74 20 61 64 64 | .asciz "cannot add a rule for port"        |
4b2  20 61 20 72 75 6c 65 20 66 6f |                                            |
4bc  72 20 70 6f 72 74 00          |                                            |
4c3  00                            | .balign 4                                  |
4c4  34 ff ff 10                   | adr x20, 0x4a8                             |
4c8  81 01 00 14                   | b 0xacc                                    |
4cc  63 61 6e 6e 6f 74 20 65 6e 66 | .asciz "cannot enforce the ruleset"        |
4d6  6f 72 63 65 20 74 68 65 20 72 |                                            |
4e0  75 6c 65 73 65 74 00          |                                            |
4e7  00                            | .balign 4                                  |
4e8  15 00 80 d2                   | mov x21, #0x0                              | no path or name to tell
4ec  14 ff ff 10                   | adr x20, 0x4cc                             |
4f0  82 01 00 14                   | b 0xaf8                                    |
4f4  53 23 40 f9                   | ldr x19, [x26, #64]                        |
4f8  35 00 80 d2                   | mov x21, #0x1                              | the number of the signal in the lowest bit
4fc  7f 02 00 f1                   | cmp x19, #0x0                              |
500  60 02 00 54                   | b.eq 0x54c                                 |
504  f4 03 13 aa                   | mov x20, x19                               |
508  29 00 80 d2                   | mov x9, #0x1                               |
50c  94 02 09 8a                   | and x20, x20, x9                           |
510  9f 02 00 f1                   | cmp x20, #0x0                              |
514  40 01 00 54                   | b.eq 0x53c                                 |
518  03 01 80 d2                   | mov x3, #0x8                               | SIG_DFL, no flags, no mask
51c  02 00 80 d2                   | mov x2, #0x0                               |
520  01 0c 80 d2                   | mov x1, #0x60                              |
524  01 20 a0 f2                   | movk x1, #0x100, lsl #16                   |
528  e0 03 15 aa                   | mov x0, x21                                |
52c  c8 10 80 d2                   | mov x8, #0x86                              |
530  01 00 00 d4                   | svc #0x0                                   |
534  1f 00 00 f1                   | cmp x0, #0x0                               |
538  41 02 00 54                   | b.ne 0x580                                 |
53c  73 fe 41 d3                   | lsr x19, x19, #1                           |
540  b5 06 00 91                   | add x21, x21, #0x1                         |
544  7f 02 00 f1                   | cmp x19, #0x0                              |
548  a1 fd ff 54                   | b.ne 0x4fc                                 |
54c  03 01 80 d2                   | mov x3, #0x8                               | cannot fail: all is valid
550  02 00 80 d2                   | mov x2, #0x0                               |
554  01 0c 80 d2                   | mov x1, #0x60                              |
558  01 20 a0 f2                   | movk x1, #0x100, lsl #16                   |
55c  40 00 80 d2                   | mov x0, #0x2                               |
560  e8 10 80 d2                   | mov x8, #0x87                              |
564  01 00 00 d4                   | svc #0x0                                   |
568  c0 03 5f d6                   | ret                                        |
56c  63 61 6e 6e 6f 74 20 72 65 73 | .asciz "cannot reset signal"               |
576  65 74 20 73 69 67 6e 61 6c 00 |                                            |
580  74 ff ff 10                   | adr x20, 0x56c                             |
584  52 01 00 14                   | b 0xacc                                    |
588  33 07 40 f9                   | ldr x19, [x25, #8]                         |
58c  60 02 40 f9                   | ldr x0, [x19]                              |
590  73 22 00 91                   | add x19, x19, #0x8                         |
594  1f 00 00 f1                   | cmp x0, #0x0                               |
598  a1 ff ff 54                   | b.ne 0x58c                                 |
59c  34 03 40 f9                   | ldr x20, [x25]                             |
5a0  73 02 14 cb                   | sub x19, x19, x20                          | bytes of both lists with their ends
5a4  54 4b 40 b9                   | ldr w20, [x26, #72]                        |
5a8  73 02 14 8b                   | add x19, x19, x20                          |
5ac  05 00 80 d2                   | mov x5, #0x0                               |
5b0  04 00 80 92                   | mov x4, #0xffffffffffffffff                |
5b4  43 04 80 d2                   | mov x3, #0x22                              |
5b8  62 00 80 d2                   | mov x2, #0x3                               |
5bc  e1 03 13 aa                   | mov x1, x19                                |
5c0  00 00 80 d2                   | mov x0, #0x0                               |
5c4  c8 1b 80 d2                   | mov x8, #0xde                              |
5c8  01 00 00 d4                   | svc #0x0                                   |
5cc  1f 00 00 f1                   | cmp x0, #0x0                               |
5d0  6b 08 00 54                   | b.lt 0x6dc                                 |
5d4  f7 03 00 aa                   | mov x23, x0                                |
5d8  37 13 00 f9                   | str x23, [x25, #32]                        |
5dc  33 07 40 f9                   | ldr x19, [x25, #8]                         |
5e0  74 02 40 f9                   | ldr x20, [x19]                             |
5e4  73 22 00 91                   | add x19, x19, #0x8                         |
5e8  9f 02 00 f1                   | cmp x20, #0x0                              |
5ec  20 05 00 54                   | b.eq 0x690                                 |
5f0  55 5f 40 b9                   | ldr w21, [x26, #92]                        |
5f4  b5 02 1a 8b                   | add x21, x21, x26                          | the first name of the plan
5f8  56 63 40 b9                   | ldr w22, [x26, #96]                        |
5fc  d6 02 1a 8b                   | add x22, x22, x26                          | where the names end
600  bf 02 16 eb                   | cmp x21, x22                               |
604  e0 fe ff 54                   | b.eq 0x5e0                                 |
608  f8 03 14 aa                   | mov x24, x20                               |
60c  b6 02 40 39                   | ldrb w22, [x21]                            |
610  b5 06 00 91                   | add x21, x21, #0x1                         |
614  df 02 00 f1                   | cmp x22, #0x0                              |
618  60 01 00 54                   | b.eq 0x644                                 |
61c  00 03 40 39                   | ldrb w0, [x24]                             |
620  18 07 00 91                   | add x24, x24, #0x1                         |
624  1f 00 16 eb                   | cmp x0, x22                                |
628  20 ff ff 54                   | b.eq 0x60c                                 |
62c  b6 02 40 39                   | ldrb w22, [x21]                            |
630  b5 06 00 91                   | add x21, x21, #0x1                         |
634  df 02 00 f1                   | cmp x22, #0x0                              |
638  a1 ff ff 54                   | b.ne 0x62c                                 |
63c  b5 06 00 91                   | add x21, x21, #0x1                         | its bits
640  ee ff ff 17                   | b 0x5f8                                    |
644  b6 02 40 39                   | ldrb w22, [x21]                            | its bits
648  b5 06 00 91                   | add x21, x21, #0x1                         |
64c  e0 03 16 aa                   | mov x0, x22                                |
650  29 00 80 d2                   | mov x9, #0x1                               |
654  00 00 09 8a                   | and x0, x0, x9                             |
658  1f 00 00 f1                   | cmp x0, #0x0                               |
65c  c1 00 00 54                   | b.ne 0x674                                 |
660  00 03 40 39                   | ldrb w0, [x24]                             |
664  1f f4 00 f1                   | cmp x0, #0x3d                              |
668  60 00 00 54                   | b.eq 0x674                                 |
66c  1f 00 00 f1                   | cmp x0, #0x0                               | a string without = is all name
670  41 fc ff 54                   | b.ne 0x5f8                                 |
674  49 00 80 d2                   | mov x9, #0x2                               |
678  d6 02 09 8a                   | and x22, x22, x9                           |
67c  df 02 00 f1                   | cmp x22, #0x0                              |
680  00 fb ff 54                   | b.eq 0x5e0                                 |
684  f4 02 00 f9                   | str x20, [x23]                             |
688  f7 22 00 91                   | add x23, x23, #0x8                         |
68c  d5 ff ff 17                   | b 0x5e0                                    |
690  54 63 40 b9                   | ldr w20, [x26, #96]                        |
694  94 02 1a 8b                   | add x20, x20, x26                          |
698  55 67 40 b9                   | ldr w21, [x26, #100]                       |
69c  b5 02 1a 8b                   | add x21, x21, x26                          | where the plan's variables end
6a0  9f 02 15 eb                   | cmp x20, x21                               |
6a4  e0 00 00 54                   | b.eq 0x6c0                                 |
6a8  f4 02 00 f9                   | str x20, [x23]                             |
6ac  f7 22 00 91                   | add x23, x23, #0x8                         |
6b0  fe 0f 1f f8                   | str x30, [sp, #-16]!                       |
6b4  86 01 00 94                   | bl 0xccc                                   |
6b8  fe 07 41 f8                   | ldr x30, [sp], #16                         |
6bc  f9 ff ff 17                   | b 0x6a0                                    |
6c0  f7 22 00 91                   | add x23, x23, #0x8                         | the memory is zero: that ends the list
6c4  c0 03 5f d6                   | ret                                        |
6c8  63 61 6e 6e 6f 74 20 6d 61 70 | .asciz "cannot map memory"                 |
6d2  20 6d 65 6d 6f 72 79 00       |                                            |
6da  00 00                         | .balign 4                                  |
6dc  15 00 80 d2                   | mov x21, #0x0                              | no path or name to tell
6e0  54 ff ff 10                   | adr x20, 0x6c8                             |
6e4  05 01 00 14                   | b 0xaf8                                    |
6e8  f7 22 00 91                   | add x23, x23, #0x8                         | room for /bin/sh: see the execution of scripts
6ec  37 0f 00 f9                   | str x23, [x25, #24]                        |
6f0  33 03 40 f9                   | ldr x19, [x25]                             |
6f4  74 02 40 f9                   | ldr x20, [x19]                             |
6f8  9f 02 00 f1                   | cmp x20, #0x0                              | the list may be quite empty before Linux 5.18
6fc  40 00 00 54                   | b.eq 0x704                                 |
700  73 22 00 91                   | add x19, x19, #0x8                         | past the launcher's own name
704  54 67 40 b9                   | ldr w20, [x26, #100]                       |
708  94 02 1a 8b                   | add x20, x20, x26                          |
70c  55 6b 40 b9                   | ldr w21, [x26, #104]                       |
710  b5 02 1a 8b                   | add x21, x21, x26                          | where the plan's command ends
714  9f 02 15 eb                   | cmp x20, x21                               |
718  40 01 00 54                   | b.eq 0x740                                 |
71c  34 0b 00 f9                   | str x20, [x25, #16]                        |
720  f4 02 00 f9                   | str x20, [x23]                             |
724  f7 22 00 91                   | add x23, x23, #0x8                         |
728  fe 0f 1f f8                   | str x30, [sp, #-16]!                       |
72c  68 01 00 94                   | bl 0xccc                                   |
730  fe 07 41 f8                   | ldr x30, [sp], #16                         |
734  9f 02 15 eb                   | cmp x20, x21                               |
738  41 ff ff 54                   | b.ne 0x720                                 |
73c  17 00 00 14                   | b 0x798                                    |
740  74 02 40 f9                   | ldr x20, [x19]                             |
744  9f 02 00 f1                   | cmp x20, #0x0                              |
748  60 03 00 54                   | b.eq 0x7b4                                 |
74c  f4 02 00 f9                   | str x20, [x23]                             | its name for itself
750  95 02 40 f9                   | ldr x21, [x20]                             |
754  b6 a5 85 d2                   | mov x22, #0x2d2d                           | --argv0
758  36 4c ae f2                   | movk x22, #0x7261, lsl #16                 |
75c  f6 cc ce f2                   | movk x22, #0x7667, lsl #32                 |
760  16 06 e0 f2                   | movk x22, #0x30, lsl #48                   |
764  bf 02 16 eb                   | cmp x21, x22                               |
768  21 01 00 54                   | b.ne 0x78c                                 |
76c  74 06 40 f9                   | ldr x20, [x19, #8]                         |
770  9f 02 00 f1                   | cmp x20, #0x0                              |
774  00 02 00 54                   | b.eq 0x7b4                                 |
778  f4 02 00 f9                   | str x20, [x23]                             |
77c  74 0a 40 f9                   | ldr x20, [x19, #16]                        |
780  9f 02 00 f1                   | cmp x20, #0x0                              |
784  80 01 00 54                   | b.eq 0x7b4                                 |
788  73 42 00 91                   | add x19, x19, #0x10                        |
78c  34 0b 00 f9                   | str x20, [x25, #16]                        |
790  73 22 00 91                   | add x19, x19, #0x8                         |
794  f7 22 00 91                   | add x23, x23, #0x8                         |
798  74 02 40 f9                   | ldr x20, [x19]                             |
79c  f4 02 00 f9                   | str x20, [x23]                             |
7a0  73 22 00 91                   | add x19, x19, #0x8                         |
7a4  f7 22 00 91                   | add x23, x23, #0x8                         |
7a8  9f 02 00 f1                   | cmp x20, #0x0                              |
7ac  61 ff ff 54                   | b.ne 0x798                                 |
7b0  c0 03 5f d6                   | ret                                        |
7b4  a0 02 80 92                   | mov x0, #0xffffffffffffffea                |
7b8  06 00 00 14                   | b 0x7d0                                    |
7bc  6e 6f 20 63 6f 6d 6d 61 6e 64 | .asciz "no command given"                  |
7c6  20 67 69 76 65 6e 00          |                                            |
7cd  00 00 00                      | .balign 4                                  |
7d0  15 00 80 d2                   | mov x21, #0x0                              | no path or name to tell
7d4  54 ff ff 10                   | adr x20, 0x7bc                             |
7d8  c8 00 00 14                   | b 0xaf8                                    |
7dc  53 5b 40 b9                   | ldr w19, [x26, #88]                        |
7e0  54 5f 40 b9                   | ldr w20, [x26, #92]                        |
7e4  94 02 13 cb                   | sub x20, x20, x19                          | bytes
7e8  9f 02 00 f1                   | cmp x20, #0x0                              |
7ec  a0 01 00 54                   | b.eq 0x820                                 |
7f0  94 fe 43 d3                   | lsr x20, x20, #3                           | instructions
7f4  73 02 1a 8b                   | add x19, x19, x26                          |
7f8  34 1b 00 f9                   | str x20, [x25, #48]                        | struct sock_fprog: how many, and where
7fc  33 1f 00 f9                   | str x19, [x25, #56]                        |
800  02 06 80 d2                   | mov x2, #0x30                              |
804  02 20 a0 f2                   | movk x2, #0x100, lsl #16                   |
808  01 00 80 d2                   | mov x1, #0x0                               |
80c  20 00 80 d2                   | mov x0, #0x1                               |
810  a8 22 80 d2                   | mov x8, #0x115                             |
814  01 00 00 d4                   | svc #0x0                                   |
818  1f 00 00 f1                   | cmp x0, #0x0                               |
81c  61 01 00 54                   | b.ne 0x848                                 |
820  c0 03 5f d6                   | ret                                        |
824  63 61 6e 6e 6f 74 20 69 6e 73 | .asciz "cannot install the seccomp filter" |
82e  74 61 6c 6c 20 74 68 65 20 73 |                                            |
838  65 63 63 6f 6d 70 20 66 69 6c |                                            |
842  74 65 72 00                   |                                            |
846  00 00                         | .balign 4                                  |
848  15 00 80 d2                   | mov x21, #0x0                              | no path or name to tell
84c  d4 fe ff 10                   | adr x20, 0x824                             |
850  aa 00 00 14                   | b 0xaf8                                    |
854  33 0b 40 f9                   | ldr x19, [x25, #16]                        |
858  37 0f 40 f9                   | ldr x23, [x25, #24]                        |
85c  38 13 40 f9                   | ldr x24, [x25, #32]                        |
860  f4 03 13 aa                   | mov x20, x19                               |
864  80 02 40 39                   | ldrb w0, [x20]                             |
868  1f bc 00 f1                   | cmp x0, #0x2f                              |
86c  20 0a 00 54                   | b.eq 0x9b0                                 |
870  94 06 00 91                   | add x20, x20, #0x1                         |
874  1f 00 00 f1                   | cmp x0, #0x0                               |
878  61 ff ff 54                   | b.ne 0x864                                 |
87c  94 02 13 cb                   | sub x20, x20, x19                          | length of the name with its zero
880  f5 03 13 aa                   | mov x21, x19                               |
884  20 00 80 92                   | mov x0, #0xfffffffffffffffe                |
888  9f 06 00 f1                   | cmp x20, #0x1                              | the empty name is nowhere
88c  40 0b 00 54                   | b.eq 0x9f4                                 |
890  60 04 80 92                   | mov x0, #0xffffffffffffffdc                |
894  9f 06 04 f1                   | cmp x20, #0x101                            |
898  43 00 00 54                   | b.cc 0x8a0                                 |
89c  56 00 00 14                   | b 0x9f4                                    |
8a0  54 4f 40 b9                   | ldr w20, [x26, #76]                        |
8a4  94 02 1a 8b                   | add x20, x20, x26                          |
8a8  9f 02 1a eb                   | cmp x20, x26                               |
8ac  21 02 00 54                   | b.ne 0x8f0                                 |
8b0  35 07 40 f9                   | ldr x21, [x25, #8]                         |
8b4  b4 02 40 f9                   | ldr x20, [x21]                             |
8b8  b5 22 00 91                   | add x21, x21, #0x8                         |
8bc  9f 02 00 f1                   | cmp x20, #0x0                              |
8c0  60 01 00 54                   | b.eq 0x8ec                                 |
8c4  80 02 40 b9                   | ldr w0, [x20]                              |
8c8  09 2a 88 d2                   | mov x9, #0x4150                            | PATH
8cc  89 0a a9 f2                   | movk x9, #0x4854, lsl #16                  |
8d0  1f 00 09 eb                   | cmp x0, x9                                 |
8d4  01 ff ff 54                   | b.ne 0x8b4                                 |
8d8  80 12 40 39                   | ldrb w0, [x20, #4]                         |
8dc  1f f4 00 f1                   | cmp x0, #0x3d                              |
8e0  a1 fe ff 54                   | b.ne 0x8b4                                 |
8e4  94 16 00 91                   | add x20, x20, #0x5                         |
8e8  02 00 00 14                   | b 0x8f0                                    |
8ec  14 0e 00 70                   | adr x20, 0xaaf                             |
8f0  f6 03 14 aa                   | mov x22, x20                               |
8f4  fe 0f 1f f8                   | str x30, [sp, #-16]!                       |
8f8  47 00 00 94                   | bl 0xa14                                   |
8fc  fe 07 41 f8                   | ldr x30, [sp], #16                         |
900  e2 03 18 aa                   | mov x2, x24                                |
904  e1 03 17 aa                   | mov x1, x23                                |
908  00 14 80 d2                   | mov x0, #0xa0                              |
90c  00 20 a0 f2                   | movk x0, #0x100, lsl #16                   |
910  a8 1b 80 d2                   | mov x8, #0xdd                              |
914  01 00 00 d4                   | svc #0x0                                   |
918  15 14 80 d2                   | mov x21, #0xa0                             |
91c  15 20 a0 f2                   | movk x21, #0x100, lsl #16                  |
920  1f 20 00 b1                   | cmn x0, #0x8                               |
924  60 05 00 54                   | b.eq 0x9d0                                 |
928  1f 08 00 b1                   | cmn x0, #0x2                               |
92c  c0 01 00 54                   | b.eq 0x964                                 |
930  1f 50 00 b1                   | cmn x0, #0x14                              |
934  80 01 00 54                   | b.eq 0x964                                 |
938  1f 4c 00 b1                   | cmn x0, #0x13                              |
93c  40 01 00 54                   | b.eq 0x964                                 |
940  1f 90 00 b1                   | cmn x0, #0x24                              |
944  00 01 00 54                   | b.eq 0x964                                 |
948  1f b8 01 b1                   | cmn x0, #0x6e                              |
94c  c0 00 00 54                   | b.eq 0x964                                 |
950  1f d0 01 b1                   | cmn x0, #0x74                              |
954  80 00 00 54                   | b.eq 0x964                                 |
958  1f 34 00 b1                   | cmn x0, #0xd                               |
95c  c1 04 00 54                   | b.ne 0x9f4                                 |
960  36 17 00 f9                   | str x22, [x25, #40]                        | maybe there is another one further on; if not, it was this
964  80 02 40 39                   | ldrb w0, [x20]                             |
968  94 06 00 91                   | add x20, x20, #0x1                         |
96c  1f 00 00 f1                   | cmp x0, #0x0                               | a colon
970  01 fc ff 54                   | b.ne 0x8f0                                 |
974  34 17 40 f9                   | ldr x20, [x25, #40]                        |
978  9f 02 00 f1                   | cmp x20, #0x0                              |
97c  00 01 00 54                   | b.eq 0x99c                                 |
980  fe 0f 1f f8                   | str x30, [sp, #-16]!                       |
984  24 00 00 94                   | bl 0xa14                                   |
988  fe 07 41 f8                   | ldr x30, [sp], #16                         |
98c  15 14 80 d2                   | mov x21, #0xa0                             |
990  15 20 a0 f2                   | movk x21, #0x100, lsl #16                  |
994  80 01 80 92                   | mov x0, #0xfffffffffffffff3                |
998  17 00 00 14                   | b 0x9f4                                    |
99c  f4 07 00 70                   | adr x20, 0xa9b                             |
9a0  f5 03 13 aa                   | mov x21, x19                               |
9a4  20 00 80 92                   | mov x0, #0xfffffffffffffffe                |
9a8  f8 0f 80 d2                   | mov x24, #0x7f                             |
9ac  54 00 00 14                   | b 0xafc                                    |
9b0  e2 03 18 aa                   | mov x2, x24                                |
9b4  e1 03 17 aa                   | mov x1, x23                                |
9b8  e0 03 13 aa                   | mov x0, x19                                |
9bc  a8 1b 80 d2                   | mov x8, #0xdd                              |
9c0  01 00 00 d4                   | svc #0x0                                   |
9c4  f5 03 13 aa                   | mov x21, x19                               |
9c8  1f 20 00 b1                   | cmn x0, #0x8                               |
9cc  41 01 00 54                   | b.ne 0x9f4                                 |
9d0  f5 02 00 f9                   | str x21, [x23]                             | a script without #! is an argument of the shell, in place of its name
9d4  f7 22 00 d1                   | sub x23, x23, #0x8                         |
9d8  75 06 00 70                   | adr x21, 0xaa7                             |
9dc  f5 02 00 f9                   | str x21, [x23]                             |
9e0  e2 03 18 aa                   | mov x2, x24                                |
9e4  e1 03 17 aa                   | mov x1, x23                                |
9e8  e0 03 15 aa                   | mov x0, x21                                |
9ec  a8 1b 80 d2                   | mov x8, #0xdd                              |
9f0  01 00 00 d4                   | svc #0x0                                   |
9f4  d4 04 00 10                   | adr x20, 0xa8c                             |
9f8  f8 0f 80 d2                   | mov x24, #0x7f                             |
9fc  1f 08 00 b1                   | cmn x0, #0x2                               |
a00  e0 07 00 54                   | b.eq 0xafc                                 |
a04  1f 50 00 b1                   | cmn x0, #0x14                              |
a08  a0 07 00 54                   | b.eq 0xafc                                 |
a0c  d8 0f 80 d2                   | mov x24, #0x7e                             |
a10  3b 00 00 14                   | b 0xafc                                    |
a14  15 14 80 d2                   | mov x21, #0xa0                             |
a18  15 20 a0 f2                   | movk x21, #0x100, lsl #16                  |
a1c  80 02 40 39                   | ldrb w0, [x20]                             |
a20  1f 00 00 f1                   | cmp x0, #0x0                               |
a24  60 01 00 54                   | b.eq 0xa50                                 |
a28  1f e8 00 f1                   | cmp x0, #0x3a                              |
a2c  20 01 00 54                   | b.eq 0xa50                                 |
a30  94 06 00 91                   | add x20, x20, #0x1                         |
a34  09 14 82 d2                   | mov x9, #0x10a0                            |
a38  09 20 a0 f2                   | movk x9, #0x100, lsl #16                   |
a3c  bf 02 09 eb                   | cmp x21, x9                                |
a40  e0 fe ff 54                   | b.eq 0xa1c                                 |
a44  a0 02 00 39                   | strb w0, [x21]                             |
a48  b5 06 00 91                   | add x21, x21, #0x1                         |
a4c  f4 ff ff 17                   | b 0xa1c                                    |
a50  09 14 80 d2                   | mov x9, #0xa0                              |
a54  09 20 a0 f2                   | movk x9, #0x100, lsl #16                   |
a58  bf 02 09 eb                   | cmp x21, x9                                |
a5c  80 00 00 54                   | b.eq 0xa6c                                 |
a60  e0 05 80 d2                   | mov x0, #0x2f                              |
a64  a0 02 00 39                   | strb w0, [x21]                             |
a68  b5 06 00 91                   | add x21, x21, #0x1                         |
a6c  60 02 40 39                   | ldrb w0, [x19]                             |
a70  a0 02 00 39                   | strb w0, [x21]                             |
a74  73 06 00 91                   | add x19, x19, #0x1                         |
a78  b5 06 00 91                   | add x21, x21, #0x1                         |
a7c  1f 00 00 f1                   | cmp x0, #0x0                               |
a80  61 ff ff 54                   | b.ne 0xa6c                                 |
a84  33 0b 40 f9                   | ldr x19, [x25, #16]                        |
a88  c0 03 5f d6                   | ret                                        |
a8c  63 61 6e 6e 6f 74 20 65 78 65 | .asciz "cannot execute"                    |
a96  63 75 74 65 00                |                                            |
a9b  63 61 6e 6e 6f 74 20 66 69 6e | .asciz "cannot find"                       |
aa5  64 00                         |                                            |
aa7  2f 62 69 6e 2f 73 68 00       | .asciz "/bin/sh"                           |
aaf  2f 75 73 72 2f 6c 6f 63 61 6c | .asciz "/usr/local/bin:/usr/bin:/bin"      |
ab9  2f 62 69 6e 3a 2f 75 73 72 2f |                                            |
ac3  62 69 6e 3a 2f 62 69 6e 00    |                                            |
acc  f7 03 00 aa                   | mov x23, x0                                |
ad0  f8 03 14 aa                   | mov x24, x20                               |
ad4  13 14 80 d2                   | mov x19, #0xa0                             | not in use yet, so all zero
ad8  13 20 a0 f2                   | movk x19, #0x100, lsl #16                  |
adc  fe 0f 1f f8                   | str x30, [sp, #-16]!                       |
ae0  67 00 00 94                   | bl 0xc7c                                   |
ae4  fe 07 41 f8                   | ldr x30, [sp], #16                         |
ae8  15 14 80 d2                   | mov x21, #0xa0                             |
aec  15 20 a0 f2                   | movk x21, #0x100, lsl #16                  |
af0  f4 03 18 aa                   | mov x20, x24                               |
af4  e0 03 17 aa                   | mov x0, x23                                |
af8  b8 0f 80 d2                   | mov x24, #0x7d                             |
afc  17 00 80 d2                   | mov x23, #0x0                              |
b00  f7 02 00 cb                   | sub x23, x23, x0                           | the errno
b04  f6 03 14 aa                   | mov x22, x20                               |
b08  13 54 82 d2                   | mov x19, #0x12a0                           | where the next byte of the message goes
b0c  13 20 a0 f2                   | movk x19, #0x100, lsl #16                  |
b10  94 0e 00 10                   | adr x20, 0xce0                             |
b14  fe 0f 1f f8                   | str x30, [sp, #-16]!                       |
b18  48 00 00 94                   | bl 0xc38                                   |
b1c  fe 07 41 f8                   | ldr x30, [sp], #16                         |
b20  f4 03 16 aa                   | mov x20, x22                               |
b24  fe 0f 1f f8                   | str x30, [sp, #-16]!                       |
b28  44 00 00 94                   | bl 0xc38                                   |
b2c  fe 07 41 f8                   | ldr x30, [sp], #16                         |
b30  bf 02 00 f1                   | cmp x21, #0x0                              |
b34  a0 01 00 54                   | b.eq 0xb68                                 |
b38  b4 0d 00 70                   | adr x20, 0xcef                             |
b3c  fe 0f 1f f8                   | str x30, [sp, #-16]!                       |
b40  3e 00 00 94                   | bl 0xc38                                   |
b44  fe 07 41 f8                   | ldr x30, [sp], #16                         |
b48  f4 03 15 aa                   | mov x20, x21                               |
b4c  fe 0f 1f f8                   | str x30, [sp, #-16]!                       |
b50  3a 00 00 94                   | bl 0xc38                                   |
b54  fe 07 41 f8                   | ldr x30, [sp], #16                         |
b58  d4 0c 00 50                   | adr x20, 0xcf2                             |
b5c  fe 0f 1f f8                   | str x30, [sp, #-16]!                       |
b60  36 00 00 94                   | bl 0xc38                                   |
b64  fe 07 41 f8                   | ldr x30, [sp], #16                         |
b68  74 0c 00 10                   | adr x20, 0xcf4                             |
b6c  fe 0f 1f f8                   | str x30, [sp, #-16]!                       |
b70  32 00 00 94                   | bl 0xc38                                   |
b74  fe 07 41 f8                   | ldr x30, [sp], #16                         |
b78  34 0c 00 50                   | adr x20, 0xcfe                             |
b7c  96 02 40 39                   | ldrb w22, [x20]                            |
b80  94 06 00 91                   | add x20, x20, #0x1                         |
b84  df 02 00 f1                   | cmp x22, #0x0                              |
b88  60 01 00 54                   | b.eq 0xbb4                                 |
b8c  df 02 17 eb                   | cmp x22, x23                               |
b90  a0 00 00 54                   | b.eq 0xba4                                 |
b94  fe 0f 1f f8                   | str x30, [sp, #-16]!                       |
b98  4d 00 00 94                   | bl 0xccc                                   |
b9c  fe 07 41 f8                   | ldr x30, [sp], #16                         |
ba0  f7 ff ff 17                   | b 0xb7c                                    |
ba4  fe 0f 1f f8                   | str x30, [sp, #-16]!                       |
ba8  24 00 00 94                   | bl 0xc38                                   |
bac  fe 07 41 f8                   | ldr x30, [sp], #16                         |
bb0  09 00 00 14                   | b 0xbd4                                    |
bb4  14 0a 00 70                   | adr x20, 0xcf7                             |
bb8  fe 0f 1f f8                   | str x30, [sp, #-16]!                       |
bbc  1f 00 00 94                   | bl 0xc38                                   |
bc0  fe 07 41 f8                   | ldr x30, [sp], #16                         |
bc4  f5 03 17 aa                   | mov x21, x23                               |
bc8  fe 0f 1f f8                   | str x30, [sp, #-16]!                       |
bcc  2c 00 00 94                   | bl 0xc7c                                   |
bd0  fe 07 41 f8                   | ldr x30, [sp], #16                         |
bd4  40 01 80 d2                   | mov x0, #0xa                               |
bd8  60 02 00 39                   | strb w0, [x19]                             |
bdc  29 ac 9d d2                   | mov x9, #0xed61                            | the length, with the line feed
be0  e9 df bf f2                   | movk x9, #0xfeff, lsl #16                  |
be4  e9 ff df f2                   | movk x9, #0xffff, lsl #32                  |
be8  e9 ff ff f2                   | movk x9, #0xffff, lsl #48                  |
bec  73 02 09 8b                   | add x19, x19, x9                           |
bf0  00 00 80 92                   | mov x0, #0xffffffffffffffff                |
bf4  20 33 00 f9                   | str x0, [x25, #96]                         | every signal: a closed pipe must not hide the exit status
bf8  03 01 80 d2                   | mov x3, #0x8                               |
bfc  02 00 80 d2                   | mov x2, #0x0                               |
c00  01 0c 80 d2                   | mov x1, #0x60                              |
c04  01 20 a0 f2                   | movk x1, #0x100, lsl #16                   |
c08  40 00 80 d2                   | mov x0, #0x2                               |
c0c  e8 10 80 d2                   | mov x8, #0x87                              |
c10  01 00 00 d4                   | svc #0x0                                   |
c14  e2 03 13 aa                   | mov x2, x19                                |
c18  01 54 82 d2                   | mov x1, #0x12a0                            |
c1c  01 20 a0 f2                   | movk x1, #0x100, lsl #16                   |
c20  40 00 80 d2                   | mov x0, #0x2                               |
c24  08 08 80 d2                   | mov x8, #0x40                              |
c28  01 00 00 d4                   | svc #0x0                                   |
c2c  e0 03 18 aa                   | mov x0, x24                                |
c30  c8 0b 80 d2                   | mov x8, #0x5e                              |
c34  01 00 00 d4                   | svc #0x0                                   |
c38  80 02 40 39                   | ldrb w0, [x20]                             |
c3c  1f 00 00 f1                   | cmp x0, #0x0                               |
c40  c0 01 00 54                   | b.eq 0xc78                                 |
c44  1f fc 01 f1                   | cmp x0, #0x7f                              |
c48  80 00 00 54                   | b.eq 0xc58                                 |
c4c  1f 80 00 f1                   | cmp x0, #0x20                              |
c50  43 00 00 54                   | b.cc 0xc58                                 |
c54  02 00 00 14                   | b 0xc5c                                    |
c58  e0 07 80 d2                   | mov x0, #0x3f                              |
c5c  60 02 00 39                   | strb w0, [x19]                             |
c60  73 06 00 91                   | add x19, x19, #0x1                         |
c64  94 06 00 91                   | add x20, x20, #0x1                         |
c68  09 4c 84 d2                   | mov x9, #0x2260                            |
c6c  09 20 a0 f2                   | movk x9, #0x100, lsl #16                   |
c70  7f 02 09 eb                   | cmp x19, x9                                |
c74  21 fe ff 54                   | b.ne 0xc38                                 |
c78  c0 03 5f d6                   | ret                                        |
c7c  74 09 00 10                   | adr x20, 0xda8                             |
c80  96 02 40 b9                   | ldr w22, [x20]                             |
c84  94 12 00 91                   | add x20, x20, #0x4                         |
c88  df 06 00 f1                   | cmp x22, #0x1                              |
c8c  60 00 00 54                   | b.eq 0xc98                                 |
c90  bf 02 16 eb                   | cmp x21, x22                               |
c94  63 ff ff 54                   | b.cc 0xc80                                 |
c98  00 06 80 d2                   | mov x0, #0x30                              |
c9c  bf 02 16 eb                   | cmp x21, x22                               |
ca0  83 00 00 54                   | b.cc 0xcb0                                 |
ca4  b5 02 16 cb                   | sub x21, x21, x22                          |
ca8  00 04 00 91                   | add x0, x0, #0x1                           |
cac  fc ff ff 17                   | b 0xc9c                                    |
cb0  60 02 00 39                   | strb w0, [x19]                             |
cb4  73 06 00 91                   | add x19, x19, #0x1                         |
cb8  96 02 40 b9                   | ldr w22, [x20]                             |
cbc  94 12 00 91                   | add x20, x20, #0x4                         |
cc0  df 02 00 f1                   | cmp x22, #0x0                              |
cc4  a1 fe ff 54                   | b.ne 0xc98                                 |
cc8  c0 03 5f d6                   | ret                                        |
ccc  80 02 40 39                   | ldrb w0, [x20]                             |
cd0  94 06 00 91                   | add x20, x20, #0x1                         |
cd4  1f 00 00 f1                   | cmp x0, #0x0                               |
cd8  a1 ff ff 54                   | b.ne 0xccc                                 |
cdc  c0 03 5f d6                   | ret                                        |
ce0  6c 61 6e 64 6c 6f 63 6b 64 6f | .asciz "landlockdown: "                    |
cea  77 6e 3a 20 00                |                                            |
cef  20 22 00                      | .asciz " \\""                               |
cf2  22 00                         | .asciz "\\""                                |
cf4  3a 20 00                      | .asciz ": "                                |
cf7  65 72 72 6e 6f 20 00          | .asciz "errno "                            |
cfe  01                            | .byte 0x01                                 |
cff  45 50 45 52 4d 00             | .asciz "EPERM"                             |
d05  02                            | .byte 0x02                                 |
d06  45 4e 4f 45 4e 54 00          | .asciz "ENOENT"                            |
d0d  05                            | .byte 0x05                                 |
d0e  45 49 4f 00                   | .asciz "EIO"                               |
d12  07                            | .byte 0x07                                 |
d13  45 32 42 49 47 00             | .asciz "E2BIG"                             |
d19  08                            | .byte 0x08                                 |
d1a  45 4e 4f 45 58 45 43 00       | .asciz "ENOEXEC"                           |
d22  09                            | .byte 0x09                                 |
d23  45 42 41 44 46 00             | .asciz "EBADF"                             |
d29  0b                            | .byte 0x0b                                 |
d2a  45 41 47 41 49 4e 00          | .asciz "EAGAIN"                            |
d31  0c                            | .byte 0x0c                                 |
d32  45 4e 4f 4d 45 4d 00          | .asciz "ENOMEM"                            |
d39  0d                            | .byte 0x0d                                 |
d3a  45 41 43 43 45 53 00          | .asciz "EACCES"                            |
d41  14                            | .byte 0x14                                 |
d42  45 4e 4f 54 44 49 52 00       | .asciz "ENOTDIR"                           |
d4a  16                            | .byte 0x16                                 |
d4b  45 49 4e 56 41 4c 00          | .asciz "EINVAL"                            |
d52  17                            | .byte 0x17                                 |
d53  45 4e 46 49 4c 45 00          | .asciz "ENFILE"                            |
d5a  18                            | .byte 0x18                                 |
d5b  45 4d 46 49 4c 45 00          | .asciz "EMFILE"                            |
d62  1a                            | .byte 0x1a                                 |
d63  45 54 58 54 42 53 59 00       | .asciz "ETXTBSY"                           |
d6b  24                            | .byte 0x24                                 |
d6c  45 4e 41 4d 45 54 4f 4f 4c 4f | .asciz "ENAMETOOLONG"                      |
d76  4e 47 00                      |                                            |
d79  26                            | .byte 0x26                                 |
d7a  45 4e 4f 53 59 53 00          | .asciz "ENOSYS"                            |
d81  28                            | .byte 0x28                                 |
d82  45 4c 4f 4f 50 00             | .asciz "ELOOP"                             |
d88  2a                            | .byte 0x2a                                 |
d89  45 4e 4f 4d 53 47 00          | .asciz "ENOMSG"                            |
d90  4d                            | .byte 0x4d                                 |
d91  45 42 41 44 46 44 00          | .asciz "EBADFD"                            |
d98  5f                            | .byte 0x5f                                 |
d99  45 4f 50 4e 4f 54 53 55 50 50 | .asciz "EOPNOTSUPP"                        |
da3  00                            |                                            |
da4  00                            | .byte 0x00                                 | no further errors
da5  00 00 00                      | .balign 4                                  |
da8  10 27 00 00                   | .byte 0x10, 0x27, 0x00, 0x00               | 10000
dac  e8 03 00 00                   | .byte 0xe8, 0x03, 0x00, 0x00               | 1000
db0  64 00 00 00                   | .byte 0x64, 0x00, 0x00, 0x00               | 100
db4  0a 00 00 00                   | .byte 0x0a, 0x00, 0x00, 0x00               | 10
db8  01 00 00 00                   | .byte 0x01, 0x00, 0x00, 0x00               | 1
dbc  00 00 00 00                   | .byte 0x00, 0x00, 0x00, 0x00               | 0
`,
  },
};
