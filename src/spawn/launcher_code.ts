import type { Architecture } from "../../runtimes/runtime.ts";
import type { Listing } from "../machine/listing.ts";

/** The launcher of `launcher_program.ts` in machine code. Written by `npm run listings`; a test disassembles it. */
export const LAUNCHER: Record<Architecture, Listing<"start" | "plan">> = {
  x86_64: {
    labels: { start: 0, plan: 3120 },
    listing: `
000  48 89 e3                      | mov rbx,rsp                                |
003  41 b8 00 00 00 01             | mov r8d,0x1000000                          |
009  4c 8d 0d 20 0c 00 00          | lea r9,[rip+0xc20]                         |
010  48 8b 2b                      | mov rbp,QWORD PTR [rbx]                    | how many arguments
013  48 83 c3 08                   | add rbx,0x8                                |
017  49 89 18                      | mov QWORD PTR [r8],rbx                     |
01a  48 c1 e5 03                   | shl rbp,0x3                                |
01e  48 01 eb                      | add rbx,rbp                                |
021  48 83 c3 08                   | add rbx,0x8                                | the zero that ends the arguments
025  49 89 58 08                   | mov QWORD PTR [r8+0x8],rbx                 |
029  e8 28 00 00 00                | call 0x56                                  |
02e  e8 70 00 00 00                | call 0xa3                                  |
033  e8 bb 00 00 00                | call 0xf3                                  | before the ruleset, which may leave descriptors for the command
038  e8 02 01 00 00                | call 0x13f                                 |
03d  e8 5d 03 00 00                | call 0x39f                                 |
042  e8 ed 03 00 00                | call 0x434                                 |
047  e8 4f 05 00 00                | call 0x59b                                 |
04c  e8 36 06 00 00                | call 0x687                                 | last, for it may forbid what the steps before it do
051  e9 a5 06 00 00                | jmp 0x6fb                                  |
056  41 8b 59 68                   | mov ebx,DWORD PTR [r9+0x68]                |
05a  4c 01 cb                      | add rbx,r9                                 |
05d  48 8b 5b 08                   | mov rbx,QWORD PTR [rbx+0x8]                |
061  48 bd 6c 6c 64 2d 70 6c 61 6e | movabs rbp,0x6e616c702d646c6c              |
06b  48 c7 c0 ea ff ff ff          | mov rax,0xffffffffffffffea                 |
072  48 39 eb                      | cmp rbx,rbp                                |
075  0f 85 19 00 00 00             | jne 0x94                                   |
07b  c3                            | ret                                        |
07c  63 61 6e 6e 6f 74 20 72 65 61 | .asciz "cannot read the plan"              |
086  64 20 74 68 65 20 70 6c 61 6e |                                            |
090  00                            |                                            |
091  00 00 00                      | .balign 4                                  |
094  45 31 e4                      | xor r12d,r12d                              | no path or name to tell
097  48 8d 2d de ff ff ff          | lea rbp,[rip+0xffffffffffffffde]           |
09e  e9 09 09 00 00                | jmp 0x9ac                                  |
0a3  bf 26 00 00 00                | mov edi,0x26                               |
0a8  be 01 00 00 00                | mov esi,0x1                                |
0ad  31 d2                         | xor edx,edx                                |
0af  45 31 d2                      | xor r10d,r10d                              |
0b2  41 50                         | push r8                                    |
0b4  45 31 c0                      | xor r8d,r8d                                |
0b7  b8 9d 00 00 00                | mov eax,0x9d                               |
0bc  0f 05                         | syscall                                    |
0be  41 58                         | pop r8                                     |
0c0  48 83 f8 00                   | cmp rax,0x0                                |
0c4  0f 85 1a 00 00 00             | jne 0xe4                                   |
0ca  c3                            | ret                                        |
0cb  63 61 6e 6e 6f 74 20 73 65 74 | .asciz "cannot set no_new_privs"           |
0d5  20 6e 6f 5f 6e 65 77 5f 70 72 |                                            |
0df  69 76 73 00                   |                                            |
0e3  00                            | .balign 4                                  |
0e4  45 31 e4                      | xor r12d,r12d                              | no path or name to tell
0e7  48 8d 2d dd ff ff ff          | lea rbp,[rip+0xffffffffffffffdd]           |
0ee  e9 b9 08 00 00                | jmp 0x9ac                                  |
0f3  41 8b 59 3c                   | mov ebx,DWORD PTR [r9+0x3c]                |
0f7  48 89 df                      | mov rdi,rbx                                |
0fa  be ff ff ff ff                | mov esi,0xffffffff                         |
0ff  ba 04 00 00 00                | mov edx,0x4                                |
104  b8 b4 01 00 00                | mov eax,0x1b4                              |
109  0f 05                         | syscall                                    |
10b  48 83 f8 00                   | cmp rax,0x0                                |
10f  0f 85 1b 00 00 00             | jne 0x130                                  |
115  c3                            | ret                                        |
116  63 61 6e 6e 6f 74 20 63 6c 6f | .asciz "cannot close descriptors"          |
120  73 65 20 64 65 73 63 72 69 70 |                                            |
12a  74 6f 72 73 00                |                                            |
12f  00                            | .balign 4                                  |
130  45 31 e4                      | xor r12d,r12d                              | no path or name to tell
133  48 8d 2d dc ff ff ff          | lea rbp,[rip+0xffffffffffffffdc]           |
13a  e9 6d 08 00 00                | jmp 0x9ac                                  |
13f  41 8b 59 30                   | mov ebx,DWORD PTR [r9+0x30]                |
143  48 83 fb 01                   | cmp rbx,0x1                                |
147  0f 84 20 00 00 00             | je 0x16d                                   |
14d  48 83 fb 02                   | cmp rbx,0x2                                |
151  0f 84 5a 01 00 00             | je 0x2b1                                   |
157  48 83 fb 03                   | cmp rbx,0x3                                |
15b  0f 84 79 01 00 00             | je 0x2da                                   |
161  48 c7 c0 ea ff ff ff          | mov rax,0xffffffffffffffea                 |
168  e9 27 ff ff ff                | jmp 0x94                                   |
16d  4c 89 cf                      | mov rdi,r9                                 | the plan begins with the attribute
170  be 30 00 00 00                | mov esi,0x30                               |
175  31 d2                         | xor edx,edx                                |
177  b8 bc 01 00 00                | mov eax,0x1bc                              |
17c  0f 05                         | syscall                                    |
17e  48 83 f8 00                   | cmp rax,0x0                                |
182  0f 8c 70 01 00 00             | jl 0x2f8                                   |
188  48 89 c3                      | mov rbx,rax                                | the ruleset
18b  41 8b 69 50                   | mov ebp,DWORD PTR [r9+0x50]                |
18f  4c 01 cd                      | add rbp,r9                                 | the first path rule
192  45 8b 61 54                   | mov r12d,DWORD PTR [r9+0x54]               |
196  4d 01 cc                      | add r12,r9                                 | where path rules end
199  4c 39 e5                      | cmp rbp,r12                                |
19c  0f 84 bd 00 00 00             | je 0x25f                                   |
1a2  49 89 ed                      | mov r13,rbp                                |
1a5  49 83 c5 18                   | add r13,0x18                               |
1a9  44 8b 75 10                   | mov r14d,DWORD PTR [rbp+0x10]              |
1ad  4d 89 70 40                   | mov QWORD PTR [r8+0x40],r14                |
1b1  44 8b 75 14                   | mov r14d,DWORD PTR [rbp+0x14]              |
1b5  4d 89 70 50                   | mov QWORD PTR [r8+0x50],r14                | the mode in between stays 0
1b9  48 c7 c7 9c ff ff ff          | mov rdi,0xffffffffffffff9c                 |
1c0  4c 89 ee                      | mov rsi,r13                                |
1c3  ba 40 00 00 01                | mov edx,0x1000040                          |
1c8  41 ba 18 00 00 00             | mov r10d,0x18                              |
1ce  b8 b5 01 00 00                | mov eax,0x1b5                              |
1d3  0f 05                         | syscall                                    |
1d5  48 83 f8 da                   | cmp rax,0xffffffffffffffda                 |
1d9  0f 85 1b 00 00 00             | jne 0x1fa                                  |
1df  44 8b 75 0c                   | mov r14d,DWORD PTR [rbp+0xc]               | a container's seccomp profile may not know openat2
1e3  48 c7 c7 9c ff ff ff          | mov rdi,0xffffffffffffff9c                 |
1ea  4c 89 ee                      | mov rsi,r13                                |
1ed  4c 89 f2                      | mov rdx,r14                                |
1f0  45 31 d2                      | xor r10d,r10d                              |
1f3  b8 01 01 00 00                | mov eax,0x101                              |
1f8  0f 05                         | syscall                                    |
1fa  48 83 f8 00                   | cmp rax,0x0                                |
1fe  0f 8c 10 01 00 00             | jl 0x314                                   |
204  49 89 c6                      | mov r14,rax                                |
207  4c 8b 7d 00                   | mov r15,QWORD PTR [rbp+0x0]                |
20b  4d 89 78 30                   | mov QWORD PTR [r8+0x30],r15                |
20f  45 89 70 38                   | mov DWORD PTR [r8+0x38],r14d               |
213  48 89 df                      | mov rdi,rbx                                |
216  be 01 00 00 00                | mov esi,0x1                                |
21b  ba 30 00 00 01                | mov edx,0x1000030                          |
220  45 31 d2                      | xor r10d,r10d                              |
223  b8 bd 01 00 00                | mov eax,0x1bd                              |
228  0f 05                         | syscall                                    |
22a  48 83 f8 00                   | cmp rax,0x0                                |
22e  0f 85 08 01 00 00             | jne 0x33c                                  |
234  44 8b 7d 10                   | mov r15d,DWORD PTR [rbp+0x10]              |
238  49 81 e7 00 00 08 00          | and r15,0x80000                            |
23f  49 83 ff 00                   | cmp r15,0x0                                |
243  0f 84 0a 00 00 00             | je 0x253                                   |
249  4c 89 f7                      | mov rdi,r14                                |
24c  b8 03 00 00 00                | mov eax,0x3                                |
251  0f 05                         | syscall                                    |
253  44 8b 75 08                   | mov r14d,DWORD PTR [rbp+0x8]               |
257  4c 01 f5                      | add rbp,r14                                |
25a  e9 3a ff ff ff                | jmp 0x199                                  |
25f  45 8b 61 58                   | mov r12d,DWORD PTR [r9+0x58]               |
263  4d 01 cc                      | add r12,r9                                 | where port rules end
266  4c 39 e5                      | cmp rbp,r12                                |
269  0f 84 3d 00 00 00             | je 0x2ac                                   |
26f  48 89 df                      | mov rdi,rbx                                |
272  be 02 00 00 00                | mov esi,0x2                                |
277  48 89 ea                      | mov rdx,rbp                                |
27a  45 31 d2                      | xor r10d,r10d                              |
27d  b8 bd 01 00 00                | mov eax,0x1bd                              |
282  0f 05                         | syscall                                    |
284  48 83 f8 00                   | cmp rax,0x0                                |
288  0f 84 15 00 00 00             | je 0x2a3                                   |
28e  4c 8b 65 08                   | mov r12,QWORD PTR [rbp+0x8]                |
292  48 83 f8 9f                   | cmp rax,0xffffffffffffff9f                 | else the kernel has no such network
296  0f 85 cc 00 00 00             | jne 0x368                                  |
29c  45 8b 61 58                   | mov r12d,DWORD PTR [r9+0x58]               |
2a0  4d 01 cc                      | add r12,r9                                 |
2a3  48 83 c5 10                   | add rbp,0x10                               |
2a7  e9 ba ff ff ff                | jmp 0x266                                  |
2ac  e9 04 00 00 00                | jmp 0x2b5                                  |
2b1  49 63 59 34                   | movsxd rbx,DWORD PTR [r9+0x34]             |
2b5  41 8b 69 38                   | mov ebp,DWORD PTR [r9+0x38]                |
2b9  48 89 df                      | mov rdi,rbx                                |
2bc  48 89 ee                      | mov rsi,rbp                                |
2bf  b8 be 01 00 00                | mov eax,0x1be                              |
2c4  0f 05                         | syscall                                    |
2c6  48 83 f8 00                   | cmp rax,0x0                                |
2ca  0f 85 c0 00 00 00             | jne 0x390                                  |
2d0  48 89 df                      | mov rdi,rbx                                | whoever has it can add rules for the next one who takes it over
2d3  b8 03 00 00 00                | mov eax,0x3                                |
2d8  0f 05                         | syscall                                    |
2da  c3                            | ret                                        |
2db  63 61 6e 6e 6f 74 20 63 72 65 | .asciz "cannot create the ruleset"         |
2e5  61 74 65 20 74 68 65 20 72 75 |                                            |
2ef  6c 65 73 65 74 00             |                                            |
2f5  00 00 00                      | .balign 4                                  |
2f8  45 31 e4                      | xor r12d,r12d                              | no path or name to tell
2fb  48 8d 2d d9 ff ff ff          | lea rbp,[rip+0xffffffffffffffd9]           |
302  e9 a5 06 00 00                | jmp 0x9ac                                  |
307  63 61 6e 6e 6f 74 20 6f 70 65 | .asciz "cannot open"                       |
311  6e 00                         |                                            |
313  00                            | .balign 4                                  |
314  4d 89 ec                      | mov r12,r13                                |
317  48 8d 2d e9 ff ff ff          | lea rbp,[rip+0xffffffffffffffe9]           |
31e  e9 89 06 00 00                | jmp 0x9ac                                  |
323  63 61 6e 6e 6f 74 20 61 64 64 | .asciz "cannot add a rule for"             |
32d  20 61 20 72 75 6c 65 20 66 6f |                                            |
337  72 00                         |                                            |
339  00 00 00                      | .balign 4                                  |
33c  4d 89 ec                      | mov r12,r13                                |
33f  48 8d 2d dd ff ff ff          | lea rbp,[rip+0xffffffffffffffdd]           |
346  e9 61 06 00 00                | jmp 0x9ac                                  |
34b  63 61 6e 6e 6f 74 20 61 64 64 | .asciz "cannot add a rule for port"        |
355  20 61 20 72 75 6c 65 20 66 6f |                                            |
35f  72 20 70 6f 72 74 00          |                                            |
366  00 00                         | .balign 4                                  |
368  48 8d 2d dc ff ff ff          | lea rbp,[rip+0xffffffffffffffdc]           |
36f  e9 1c 06 00 00                | jmp 0x990                                  |
374  63 61 6e 6e 6f 74 20 65 6e 66 | .asciz "cannot enforce the ruleset"        |
37e  6f 72 63 65 20 74 68 65 20 72 |                                            |
388  75 6c 65 73 65 74 00          |                                            |
38f  00                            | .balign 4                                  |
390  45 31 e4                      | xor r12d,r12d                              | no path or name to tell
393  48 8d 2d da ff ff ff          | lea rbp,[rip+0xffffffffffffffda]           |
39a  e9 0d 06 00 00                | jmp 0x9ac                                  |
39f  49 8b 59 40                   | mov rbx,QWORD PTR [r9+0x40]                |
3a3  41 bc 01 00 00 00             | mov r12d,0x1                               | the number of the signal in the lowest bit
3a9  48 83 fb 00                   | cmp rbx,0x0                                |
3ad  0f 84 44 00 00 00             | je 0x3f7                                   |
3b3  48 89 dd                      | mov rbp,rbx                                |
3b6  48 83 e5 01                   | and rbp,0x1                                |
3ba  48 83 fd 00                   | cmp rbp,0x0                                |
3be  0f 84 21 00 00 00             | je 0x3e5                                   |
3c4  4c 89 e7                      | mov rdi,r12                                | SIG_DFL, no flags, no mask
3c7  be 60 00 00 01                | mov esi,0x1000060                          |
3cc  31 d2                         | xor edx,edx                                |
3ce  41 ba 08 00 00 00             | mov r10d,0x8                               |
3d4  b8 0d 00 00 00                | mov eax,0xd                                |
3d9  0f 05                         | syscall                                    |
3db  48 83 f8 00                   | cmp rax,0x0                                |
3df  0f 85 43 00 00 00             | jne 0x428                                  |
3e5  48 c1 eb 01                   | shr rbx,0x1                                |
3e9  49 83 c4 01                   | add r12,0x1                                |
3ed  48 83 fb 00                   | cmp rbx,0x0                                |
3f1  0f 85 b2 ff ff ff             | jne 0x3a9                                  |
3f7  bf 02 00 00 00                | mov edi,0x2                                | cannot fail: all is valid
3fc  be 60 00 00 01                | mov esi,0x1000060                          |
401  31 d2                         | xor edx,edx                                |
403  41 ba 08 00 00 00             | mov r10d,0x8                               |
409  b8 0e 00 00 00                | mov eax,0xe                                |
40e  0f 05                         | syscall                                    |
410  c3                            | ret                                        |
411  63 61 6e 6e 6f 74 20 72 65 73 | .asciz "cannot reset signal"               |
41b  65 74 20 73 69 67 6e 61 6c 00 |                                            |
425  00 00 00                      | .balign 4                                  |
428  48 8d 2d e2 ff ff ff          | lea rbp,[rip+0xffffffffffffffe2]           |
42f  e9 5c 05 00 00                | jmp 0x990                                  |
434  49 8b 58 08                   | mov rbx,QWORD PTR [r8+0x8]                 |
438  48 8b 03                      | mov rax,QWORD PTR [rbx]                    |
43b  48 83 c3 08                   | add rbx,0x8                                |
43f  48 83 f8 00                   | cmp rax,0x0                                |
443  0f 85 ef ff ff ff             | jne 0x438                                  |
449  49 8b 28                      | mov rbp,QWORD PTR [r8]                     |
44c  48 29 eb                      | sub rbx,rbp                                | bytes of both lists with their ends
44f  41 8b 69 48                   | mov ebp,DWORD PTR [r9+0x48]                |
453  48 01 eb                      | add rbx,rbp                                |
456  31 ff                         | xor edi,edi                                |
458  48 89 de                      | mov rsi,rbx                                |
45b  ba 03 00 00 00                | mov edx,0x3                                |
460  41 ba 22 00 00 00             | mov r10d,0x22                              |
466  31 c9                         | xor ecx,ecx                                |
468  41 50                         | push r8                                    |
46a  49 c7 c0 ff ff ff ff          | mov r8,0xffffffffffffffff                  |
471  41 51                         | push r9                                    |
473  49 89 c9                      | mov r9,rcx                                 |
476  b8 09 00 00 00                | mov eax,0x9                                |
47b  0f 05                         | syscall                                    |
47d  41 59                         | pop r9                                     |
47f  41 58                         | pop r8                                     |
481  48 83 f8 00                   | cmp rax,0x0                                |
485  0f 8c 01 01 00 00             | jl 0x58c                                   |
48b  49 89 c6                      | mov r14,rax                                |
48e  4d 89 70 20                   | mov QWORD PTR [r8+0x20],r14                |
492  49 8b 58 08                   | mov rbx,QWORD PTR [r8+0x8]                 |
496  48 8b 2b                      | mov rbp,QWORD PTR [rbx]                    |
499  48 83 c3 08                   | add rbx,0x8                                |
49d  48 83 fd 00                   | cmp rbp,0x0                                |
4a1  0f 84 a6 00 00 00             | je 0x54d                                   |
4a7  45 8b 61 5c                   | mov r12d,DWORD PTR [r9+0x5c]               |
4ab  4d 01 cc                      | add r12,r9                                 | the first name of the plan
4ae  45 8b 69 60                   | mov r13d,DWORD PTR [r9+0x60]               |
4b2  4d 01 cd                      | add r13,r9                                 | where the names end
4b5  4d 39 ec                      | cmp r12,r13                                |
4b8  0f 84 d8 ff ff ff             | je 0x496                                   |
4be  49 89 ef                      | mov r15,rbp                                |
4c1  45 0f b6 2c 24                | movzx r13d,BYTE PTR [r12]                  |
4c6  49 83 c4 01                   | add r12,0x1                                |
4ca  49 83 fd 00                   | cmp r13,0x0                                |
4ce  0f 84 2d 00 00 00             | je 0x501                                   |
4d4  41 0f b6 07                   | movzx eax,BYTE PTR [r15]                   |
4d8  49 83 c7 01                   | add r15,0x1                                |
4dc  4c 39 e8                      | cmp rax,r13                                |
4df  0f 84 dc ff ff ff             | je 0x4c1                                   |
4e5  45 0f b6 2c 24                | movzx r13d,BYTE PTR [r12]                  |
4ea  49 83 c4 01                   | add r12,0x1                                |
4ee  49 83 fd 00                   | cmp r13,0x0                                |
4f2  0f 85 ed ff ff ff             | jne 0x4e5                                  |
4f8  49 83 c4 01                   | add r12,0x1                                | its bits
4fc  e9 ad ff ff ff                | jmp 0x4ae                                  |
501  45 0f b6 2c 24                | movzx r13d,BYTE PTR [r12]                  | its bits
506  49 83 c4 01                   | add r12,0x1                                |
50a  4c 89 e8                      | mov rax,r13                                |
50d  48 83 e0 01                   | and rax,0x1                                |
511  48 83 f8 00                   | cmp rax,0x0                                |
515  0f 85 18 00 00 00             | jne 0x533                                  |
51b  41 0f b6 07                   | movzx eax,BYTE PTR [r15]                   |
51f  48 83 f8 3d                   | cmp rax,0x3d                               |
523  0f 84 0a 00 00 00             | je 0x533                                   |
529  48 83 f8 00                   | cmp rax,0x0                                | a string without = is all name
52d  0f 85 7b ff ff ff             | jne 0x4ae                                  |
533  49 83 e5 02                   | and r13,0x2                                |
537  49 83 fd 00                   | cmp r13,0x0                                |
53b  0f 84 55 ff ff ff             | je 0x496                                   |
541  49 89 2e                      | mov QWORD PTR [r14],rbp                    |
544  49 83 c6 08                   | add r14,0x8                                |
548  e9 49 ff ff ff                | jmp 0x496                                  |
54d  41 8b 69 60                   | mov ebp,DWORD PTR [r9+0x60]                |
551  4c 01 cd                      | add rbp,r9                                 |
554  45 8b 61 64                   | mov r12d,DWORD PTR [r9+0x64]               |
558  4d 01 cc                      | add r12,r9                                 | where the plan's variables end
55b  4c 39 e5                      | cmp rbp,r12                                |
55e  0f 84 11 00 00 00             | je 0x575                                   |
564  49 89 2e                      | mov QWORD PTR [r14],rbp                    |
567  49 83 c6 08                   | add r14,0x8                                |
56b  e8 ce 05 00 00                | call 0xb3e                                 |
570  e9 e6 ff ff ff                | jmp 0x55b                                  |
575  49 83 c6 08                   | add r14,0x8                                | the memory is zero: that ends the list
579  c3                            | ret                                        |
57a  63 61 6e 6e 6f 74 20 6d 61 70 | .asciz "cannot map memory"                 |
584  20 6d 65 6d 6f 72 79 00       |                                            |
58c  45 31 e4                      | xor r12d,r12d                              | no path or name to tell
58f  48 8d 2d e4 ff ff ff          | lea rbp,[rip+0xffffffffffffffe4]           |
596  e9 11 04 00 00                | jmp 0x9ac                                  |
59b  49 83 c6 08                   | add r14,0x8                                | room for /bin/sh: see the execution of scripts
59f  4d 89 70 18                   | mov QWORD PTR [r8+0x18],r14                |
5a3  49 8b 18                      | mov rbx,QWORD PTR [r8]                     |
5a6  48 8b 2b                      | mov rbp,QWORD PTR [rbx]                    |
5a9  48 83 fd 00                   | cmp rbp,0x0                                | the list may be quite empty before Linux 5.18
5ad  0f 84 04 00 00 00             | je 0x5b7                                   |
5b3  48 83 c3 08                   | add rbx,0x8                                | past the launcher's own name
5b7  41 8b 69 64                   | mov ebp,DWORD PTR [r9+0x64]                |
5bb  4c 01 cd                      | add rbp,r9                                 |
5be  45 8b 61 68                   | mov r12d,DWORD PTR [r9+0x68]               |
5c2  4d 01 cc                      | add r12,r9                                 | where the plan's command ends
5c5  4c 39 e5                      | cmp rbp,r12                                |
5c8  0f 84 1e 00 00 00             | je 0x5ec                                   |
5ce  49 89 68 10                   | mov QWORD PTR [r8+0x10],rbp                |
5d2  49 89 2e                      | mov QWORD PTR [r14],rbp                    |
5d5  49 83 c6 08                   | add r14,0x8                                |
5d9  e8 60 05 00 00                | call 0xb3e                                 |
5de  4c 39 e5                      | cmp rbp,r12                                |
5e1  0f 85 eb ff ff ff             | jne 0x5d2                                  |
5e7  e9 56 00 00 00                | jmp 0x642                                  |
5ec  48 8b 2b                      | mov rbp,QWORD PTR [rbx]                    |
5ef  48 83 fd 00                   | cmp rbp,0x0                                |
5f3  0f 84 62 00 00 00             | je 0x65b                                   |
5f9  49 89 2e                      | mov QWORD PTR [r14],rbp                    | its name for itself
5fc  4c 8b 65 00                   | mov r12,QWORD PTR [rbp+0x0]                |
600  49 bd 2d 2d 61 72 67 76 30 00 | movabs r13,0x30766772612d2d                | --argv0
60a  4d 39 ec                      | cmp r12,r13                                |
60d  0f 85 23 00 00 00             | jne 0x636                                  |
613  48 8b 6b 08                   | mov rbp,QWORD PTR [rbx+0x8]                |
617  48 83 fd 00                   | cmp rbp,0x0                                |
61b  0f 84 3a 00 00 00             | je 0x65b                                   |
621  49 89 2e                      | mov QWORD PTR [r14],rbp                    |
624  48 8b 6b 10                   | mov rbp,QWORD PTR [rbx+0x10]               |
628  48 83 fd 00                   | cmp rbp,0x0                                |
62c  0f 84 29 00 00 00             | je 0x65b                                   |
632  48 83 c3 10                   | add rbx,0x10                               |
636  49 89 68 10                   | mov QWORD PTR [r8+0x10],rbp                |
63a  48 83 c3 08                   | add rbx,0x8                                |
63e  49 83 c6 08                   | add r14,0x8                                |
642  48 8b 2b                      | mov rbp,QWORD PTR [rbx]                    |
645  49 89 2e                      | mov QWORD PTR [r14],rbp                    |
648  48 83 c3 08                   | add rbx,0x8                                |
64c  49 83 c6 08                   | add r14,0x8                                |
650  48 83 fd 00                   | cmp rbp,0x0                                |
654  0f 85 e8 ff ff ff             | jne 0x642                                  |
65a  c3                            | ret                                        |
65b  48 c7 c0 ea ff ff ff          | mov rax,0xffffffffffffffea                 |
662  e9 11 00 00 00                | jmp 0x678                                  |
667  6e 6f 20 63 6f 6d 6d 61 6e 64 | .asciz "no command given"                  |
671  20 67 69 76 65 6e 00          |                                            |
678  45 31 e4                      | xor r12d,r12d                              | no path or name to tell
67b  48 8d 2d e5 ff ff ff          | lea rbp,[rip+0xffffffffffffffe5]           |
682  e9 25 03 00 00                | jmp 0x9ac                                  |
687  41 8b 59 58                   | mov ebx,DWORD PTR [r9+0x58]                |
68b  41 8b 69 5c                   | mov ebp,DWORD PTR [r9+0x5c]                |
68f  48 29 dd                      | sub rbp,rbx                                | bytes
692  48 83 fd 00                   | cmp rbp,0x0                                |
696  0f 84 2c 00 00 00             | je 0x6c8                                   |
69c  48 c1 ed 03                   | shr rbp,0x3                                | instructions
6a0  4c 01 cb                      | add rbx,r9                                 |
6a3  49 89 68 30                   | mov QWORD PTR [r8+0x30],rbp                | struct sock_fprog: how many, and where
6a7  49 89 58 38                   | mov QWORD PTR [r8+0x38],rbx                |
6ab  bf 01 00 00 00                | mov edi,0x1                                |
6b0  31 f6                         | xor esi,esi                                |
6b2  ba 30 00 00 01                | mov edx,0x1000030                          |
6b7  b8 3d 01 00 00                | mov eax,0x13d                              |
6bc  0f 05                         | syscall                                    |
6be  48 83 f8 00                   | cmp rax,0x0                                |
6c2  0f 85 24 00 00 00             | jne 0x6ec                                  |
6c8  c3                            | ret                                        |
6c9  63 61 6e 6e 6f 74 20 69 6e 73 | .asciz "cannot install the seccomp filter" |
6d3  74 61 6c 6c 20 74 68 65 20 73 |                                            |
6dd  65 63 63 6f 6d 70 20 66 69 6c |                                            |
6e7  74 65 72 00                   |                                            |
6eb  00                            | .balign 4                                  |
6ec  45 31 e4                      | xor r12d,r12d                              | no path or name to tell
6ef  48 8d 2d d3 ff ff ff          | lea rbp,[rip+0xffffffffffffffd3]           |
6f6  e9 b1 02 00 00                | jmp 0x9ac                                  |
6fb  49 8b 58 10                   | mov rbx,QWORD PTR [r8+0x10]                |
6ff  4d 8b 70 18                   | mov r14,QWORD PTR [r8+0x18]                |
703  4d 8b 78 20                   | mov r15,QWORD PTR [r8+0x20]                |
707  48 89 dd                      | mov rbp,rbx                                |
70a  0f b6 45 00                   | movzx eax,BYTE PTR [rbp+0x0]               |
70e  48 83 f8 2f                   | cmp rax,0x2f                               |
712  0f 84 59 01 00 00             | je 0x871                                   |
718  48 83 c5 01                   | add rbp,0x1                                |
71c  48 83 f8 00                   | cmp rax,0x0                                |
720  0f 85 e4 ff ff ff             | jne 0x70a                                  |
726  48 29 dd                      | sub rbp,rbx                                | length of the name with its zero
729  49 89 dc                      | mov r12,rbx                                |
72c  48 c7 c0 fe ff ff ff          | mov rax,0xfffffffffffffffe                 |
733  48 83 fd 01                   | cmp rbp,0x1                                | the empty name is nowhere
737  0f 84 72 01 00 00             | je 0x8af                                   |
73d  48 c7 c0 dc ff ff ff          | mov rax,0xffffffffffffffdc                 |
744  48 81 fd 01 01 00 00          | cmp rbp,0x101                              |
74b  0f 82 05 00 00 00             | jb 0x756                                   |
751  e9 59 01 00 00                | jmp 0x8af                                  |
756  41 8b 69 4c                   | mov ebp,DWORD PTR [r9+0x4c]                |
75a  4c 01 cd                      | add rbp,r9                                 |
75d  4c 39 cd                      | cmp rbp,r9                                 |
760  0f 85 44 00 00 00             | jne 0x7aa                                  |
766  4d 8b 60 08                   | mov r12,QWORD PTR [r8+0x8]                 |
76a  49 8b 2c 24                   | mov rbp,QWORD PTR [r12]                    |
76e  49 83 c4 08                   | add r12,0x8                                |
772  48 83 fd 00                   | cmp rbp,0x0                                |
776  0f 84 27 00 00 00             | je 0x7a3                                   |
77c  8b 45 00                      | mov eax,DWORD PTR [rbp+0x0]                |
77f  48 81 f8 50 41 54 48          | cmp rax,0x48544150                         | PATH
786  0f 85 de ff ff ff             | jne 0x76a                                  |
78c  0f b6 45 04                   | movzx eax,BYTE PTR [rbp+0x4]               |
790  48 83 f8 3d                   | cmp rax,0x3d                               |
794  0f 85 d0 ff ff ff             | jne 0x76a                                  |
79a  48 83 c5 05                   | add rbp,0x5                                |
79e  e9 07 00 00 00                | jmp 0x7aa                                  |
7a3  48 8d 2d c8 01 00 00          | lea rbp,[rip+0x1c8]                        |
7aa  49 89 ed                      | mov r13,rbp                                |
7ad  e8 29 01 00 00                | call 0x8db                                 |
7b2  bf 80 00 00 01                | mov edi,0x1000080                          |
7b7  4c 89 f6                      | mov rsi,r14                                |
7ba  4c 89 fa                      | mov rdx,r15                                |
7bd  b8 3b 00 00 00                | mov eax,0x3b                               |
7c2  0f 05                         | syscall                                    |
7c4  41 bc 80 00 00 01             | mov r12d,0x1000080                         |
7ca  48 83 f8 f8                   | cmp rax,0xfffffffffffffff8                 |
7ce  0f 84 ba 00 00 00             | je 0x88e                                   |
7d4  48 83 f8 fe                   | cmp rax,0xfffffffffffffffe                 |
7d8  0f 84 40 00 00 00             | je 0x81e                                   |
7de  48 83 f8 ec                   | cmp rax,0xffffffffffffffec                 |
7e2  0f 84 36 00 00 00             | je 0x81e                                   |
7e8  48 83 f8 ed                   | cmp rax,0xffffffffffffffed                 |
7ec  0f 84 2c 00 00 00             | je 0x81e                                   |
7f2  48 83 f8 dc                   | cmp rax,0xffffffffffffffdc                 |
7f6  0f 84 22 00 00 00             | je 0x81e                                   |
7fc  48 83 f8 92                   | cmp rax,0xffffffffffffff92                 |
800  0f 84 18 00 00 00             | je 0x81e                                   |
806  48 83 f8 8c                   | cmp rax,0xffffffffffffff8c                 |
80a  0f 84 0e 00 00 00             | je 0x81e                                   |
810  48 83 f8 f3                   | cmp rax,0xfffffffffffffff3                 |
814  0f 85 95 00 00 00             | jne 0x8af                                  |
81a  4d 89 68 28                   | mov QWORD PTR [r8+0x28],r13                | maybe there is another one further on; if not, it was this
81e  0f b6 45 00                   | movzx eax,BYTE PTR [rbp+0x0]               |
822  48 83 c5 01                   | add rbp,0x1                                |
826  48 83 f8 00                   | cmp rax,0x0                                | a colon
82a  0f 85 7a ff ff ff             | jne 0x7aa                                  |
830  49 8b 68 28                   | mov rbp,QWORD PTR [r8+0x28]                |
834  48 83 fd 00                   | cmp rbp,0x0                                |
838  0f 84 17 00 00 00             | je 0x855                                   |
83e  e8 98 00 00 00                | call 0x8db                                 |
843  41 bc 80 00 00 01             | mov r12d,0x1000080                         |
849  48 c7 c0 f3 ff ff ff          | mov rax,0xfffffffffffffff3                 |
850  e9 5a 00 00 00                | jmp 0x8af                                  |
855  48 8d 2d 02 01 00 00          | lea rbp,[rip+0x102]                        |
85c  49 89 dc                      | mov r12,rbx                                |
85f  48 c7 c0 fe ff ff ff          | mov rax,0xfffffffffffffffe                 |
866  41 bf 7f 00 00 00             | mov r15d,0x7f                              |
86c  e9 41 01 00 00                | jmp 0x9b2                                  |
871  48 89 df                      | mov rdi,rbx                                |
874  4c 89 f6                      | mov rsi,r14                                |
877  4c 89 fa                      | mov rdx,r15                                |
87a  b8 3b 00 00 00                | mov eax,0x3b                               |
87f  0f 05                         | syscall                                    |
881  49 89 dc                      | mov r12,rbx                                |
884  48 83 f8 f8                   | cmp rax,0xfffffffffffffff8                 |
888  0f 85 21 00 00 00             | jne 0x8af                                  |
88e  4d 89 26                      | mov QWORD PTR [r14],r12                    | a script without #! is an argument of the shell, in place of its name
891  49 83 ee 08                   | sub r14,0x8                                |
895  4c 8d 25 ce 00 00 00          | lea r12,[rip+0xce]                         |
89c  4d 89 26                      | mov QWORD PTR [r14],r12                    |
89f  4c 89 e7                      | mov rdi,r12                                |
8a2  4c 89 f6                      | mov rsi,r14                                |
8a5  4c 89 fa                      | mov rdx,r15                                |
8a8  b8 3b 00 00 00                | mov eax,0x3b                               |
8ad  0f 05                         | syscall                                    |
8af  48 8d 2d 99 00 00 00          | lea rbp,[rip+0x99]                         |
8b6  41 bf 7f 00 00 00             | mov r15d,0x7f                              |
8bc  48 83 f8 fe                   | cmp rax,0xfffffffffffffffe                 |
8c0  0f 84 ec 00 00 00             | je 0x9b2                                   |
8c6  48 83 f8 ec                   | cmp rax,0xffffffffffffffec                 |
8ca  0f 84 e2 00 00 00             | je 0x9b2                                   |
8d0  41 bf 7e 00 00 00             | mov r15d,0x7e                              |
8d6  e9 d7 00 00 00                | jmp 0x9b2                                  |
8db  41 bc 80 00 00 01             | mov r12d,0x1000080                         |
8e1  0f b6 45 00                   | movzx eax,BYTE PTR [rbp+0x0]               |
8e5  48 83 f8 00                   | cmp rax,0x0                                |
8e9  0f 84 28 00 00 00             | je 0x917                                   |
8ef  48 83 f8 3a                   | cmp rax,0x3a                               |
8f3  0f 84 1e 00 00 00             | je 0x917                                   |
8f9  48 83 c5 01                   | add rbp,0x1                                |
8fd  49 81 fc 80 10 00 01          | cmp r12,0x1001080                          |
904  0f 84 d7 ff ff ff             | je 0x8e1                                   |
90a  41 88 04 24                   | mov BYTE PTR [r12],al                      |
90e  49 83 c4 01                   | add r12,0x1                                |
912  e9 ca ff ff ff                | jmp 0x8e1                                  |
917  49 81 fc 80 00 00 01          | cmp r12,0x1000080                          |
91e  0f 84 0d 00 00 00             | je 0x931                                   |
924  b8 2f 00 00 00                | mov eax,0x2f                               |
929  41 88 04 24                   | mov BYTE PTR [r12],al                      |
92d  49 83 c4 01                   | add r12,0x1                                |
931  0f b6 03                      | movzx eax,BYTE PTR [rbx]                   |
934  41 88 04 24                   | mov BYTE PTR [r12],al                      |
938  48 83 c3 01                   | add rbx,0x1                                |
93c  49 83 c4 01                   | add r12,0x1                                |
940  48 83 f8 00                   | cmp rax,0x0                                |
944  0f 85 e7 ff ff ff             | jne 0x931                                  |
94a  49 8b 58 10                   | mov rbx,QWORD PTR [r8+0x10]                |
94e  c3                            | ret                                        |
94f  63 61 6e 6e 6f 74 20 65 78 65 | .asciz "cannot execute"                    |
959  63 75 74 65 00                |                                            |
95e  63 61 6e 6e 6f 74 20 66 69 6e | .asciz "cannot find"                       |
968  64 00                         |                                            |
96a  2f 62 69 6e 2f 73 68 00       | .asciz "/bin/sh"                           |
972  2f 75 73 72 2f 6c 6f 63 61 6c | .asciz "/usr/local/bin:/usr/bin:/bin"      |
97c  2f 62 69 6e 3a 2f 75 73 72 2f |                                            |
986  62 69 6e 3a 2f 62 69 6e 00    |                                            |
98f  00                            | .balign 4                                  |
990  49 89 c6                      | mov r14,rax                                |
993  49 89 ef                      | mov r15,rbp                                |
996  bb 80 00 00 01                | mov ebx,0x1000080                          | not in use yet, so all zero
99b  e8 49 01 00 00                | call 0xae9                                 |
9a0  41 bc 80 00 00 01             | mov r12d,0x1000080                         |
9a6  4c 89 fd                      | mov rbp,r15                                |
9a9  4c 89 f0                      | mov rax,r14                                |
9ac  41 bf 7d 00 00 00             | mov r15d,0x7d                              |
9b2  45 31 f6                      | xor r14d,r14d                              |
9b5  49 29 c6                      | sub r14,rax                                | the errno
9b8  49 89 ed                      | mov r13,rbp                                |
9bb  bb 80 12 00 01                | mov ebx,0x1001280                          | where the next byte of the message goes
9c0  48 8d 2d 8a 01 00 00          | lea rbp,[rip+0x18a]                        |
9c7  e8 d9 00 00 00                | call 0xaa5                                 |
9cc  4c 89 ed                      | mov rbp,r13                                |
9cf  e8 d1 00 00 00                | call 0xaa5                                 |
9d4  49 83 fc 00                   | cmp r12,0x0                                |
9d8  0f 84 20 00 00 00             | je 0x9fe                                   |
9de  48 8d 2d 7b 01 00 00          | lea rbp,[rip+0x17b]                        |
9e5  e8 bb 00 00 00                | call 0xaa5                                 |
9ea  4c 89 e5                      | mov rbp,r12                                |
9ed  e8 b3 00 00 00                | call 0xaa5                                 |
9f2  48 8d 2d 6a 01 00 00          | lea rbp,[rip+0x16a]                        |
9f9  e8 a7 00 00 00                | call 0xaa5                                 |
9fe  48 8d 2d 60 01 00 00          | lea rbp,[rip+0x160]                        |
a05  e8 9b 00 00 00                | call 0xaa5                                 |
a0a  48 8d 2d 5e 01 00 00          | lea rbp,[rip+0x15e]                        |
a11  44 0f b6 6d 00                | movzx r13d,BYTE PTR [rbp+0x0]              |
a16  48 83 c5 01                   | add rbp,0x1                                |
a1a  49 83 fd 00                   | cmp r13,0x0                                |
a1e  0f 84 1d 00 00 00             | je 0xa41                                   |
a24  4d 39 f5                      | cmp r13,r14                                |
a27  0f 84 0a 00 00 00             | je 0xa37                                   |
a2d  e8 0c 01 00 00                | call 0xb3e                                 |
a32  e9 da ff ff ff                | jmp 0xa11                                  |
a37  e8 69 00 00 00                | call 0xaa5                                 |
a3c  e9 14 00 00 00                | jmp 0xa55                                  |
a41  48 8d 2d 20 01 00 00          | lea rbp,[rip+0x120]                        |
a48  e8 58 00 00 00                | call 0xaa5                                 |
a4d  4d 89 f4                      | mov r12,r14                                |
a50  e8 94 00 00 00                | call 0xae9                                 |
a55  b8 0a 00 00 00                | mov eax,0xa                                |
a5a  88 03                         | mov BYTE PTR [rbx],al                      |
a5c  48 81 eb 7f 12 00 01          | sub rbx,0x100127f                          | the length, with the line feed
a63  48 c7 c0 ff ff ff ff          | mov rax,0xffffffffffffffff                 |
a6a  49 89 40 60                   | mov QWORD PTR [r8+0x60],rax                | every signal: a closed pipe must not hide the exit status
a6e  bf 02 00 00 00                | mov edi,0x2                                |
a73  be 60 00 00 01                | mov esi,0x1000060                          |
a78  31 d2                         | xor edx,edx                                |
a7a  41 ba 08 00 00 00             | mov r10d,0x8                               |
a80  b8 0e 00 00 00                | mov eax,0xe                                |
a85  0f 05                         | syscall                                    |
a87  bf 02 00 00 00                | mov edi,0x2                                |
a8c  be 80 12 00 01                | mov esi,0x1001280                          |
a91  48 89 da                      | mov rdx,rbx                                |
a94  b8 01 00 00 00                | mov eax,0x1                                |
a99  0f 05                         | syscall                                    |
a9b  4c 89 ff                      | mov rdi,r15                                |
a9e  b8 e7 00 00 00                | mov eax,0xe7                               |
aa3  0f 05                         | syscall                                    |
aa5  0f b6 45 00                   | movzx eax,BYTE PTR [rbp+0x0]               |
aa9  48 83 f8 00                   | cmp rax,0x0                                |
aad  0f 84 35 00 00 00             | je 0xae8                                   |
ab3  48 83 f8 7f                   | cmp rax,0x7f                               |
ab7  0f 84 0f 00 00 00             | je 0xacc                                   |
abd  48 83 f8 20                   | cmp rax,0x20                               |
ac1  0f 82 05 00 00 00             | jb 0xacc                                   |
ac7  e9 05 00 00 00                | jmp 0xad1                                  |
acc  b8 3f 00 00 00                | mov eax,0x3f                               |
ad1  88 03                         | mov BYTE PTR [rbx],al                      |
ad3  48 83 c3 01                   | add rbx,0x1                                |
ad7  48 83 c5 01                   | add rbp,0x1                                |
adb  48 81 fb 40 22 00 01          | cmp rbx,0x1002240                          |
ae2  0f 85 bd ff ff ff             | jne 0xaa5                                  |
ae8  c3                            | ret                                        |
ae9  48 8d 2d 28 01 00 00          | lea rbp,[rip+0x128]                        |
af0  44 8b 6d 00                   | mov r13d,DWORD PTR [rbp+0x0]               |
af4  48 83 c5 04                   | add rbp,0x4                                |
af8  49 83 fd 01                   | cmp r13,0x1                                |
afc  0f 84 09 00 00 00             | je 0xb0b                                   |
b02  4d 39 ec                      | cmp r12,r13                                |
b05  0f 82 e5 ff ff ff             | jb 0xaf0                                   |
b0b  b8 30 00 00 00                | mov eax,0x30                               |
b10  4d 39 ec                      | cmp r12,r13                                |
b13  0f 82 0c 00 00 00             | jb 0xb25                                   |
b19  4d 29 ec                      | sub r12,r13                                |
b1c  48 83 c0 01                   | add rax,0x1                                |
b20  e9 eb ff ff ff                | jmp 0xb10                                  |
b25  88 03                         | mov BYTE PTR [rbx],al                      |
b27  48 83 c3 01                   | add rbx,0x1                                |
b2b  44 8b 6d 00                   | mov r13d,DWORD PTR [rbp+0x0]               |
b2f  48 83 c5 04                   | add rbp,0x4                                |
b33  49 83 fd 00                   | cmp r13,0x0                                |
b37  0f 85 ce ff ff ff             | jne 0xb0b                                  |
b3d  c3                            | ret                                        |
b3e  0f b6 45 00                   | movzx eax,BYTE PTR [rbp+0x0]               |
b42  48 83 c5 01                   | add rbp,0x1                                |
b46  48 83 f8 00                   | cmp rax,0x0                                |
b4a  0f 85 ee ff ff ff             | jne 0xb3e                                  |
b50  c3                            | ret                                        |
b51  6c 61 6e 64 6c 6f 63 6b 64 6f | .asciz "landlockdown: "                    |
b5b  77 6e 3a 20 00                |                                            |
b60  20 22 00                      | .asciz " \\""                               |
b63  22 00                         | .asciz "\\""                                |
b65  3a 20 00                      | .asciz ": "                                |
b68  65 72 72 6e 6f 20 00          | .asciz "errno "                            |
b6f  01                            | .byte 0x01                                 |
b70  45 50 45 52 4d 00             | .asciz "EPERM"                             |
b76  02                            | .byte 0x02                                 |
b77  45 4e 4f 45 4e 54 00          | .asciz "ENOENT"                            |
b7e  05                            | .byte 0x05                                 |
b7f  45 49 4f 00                   | .asciz "EIO"                               |
b83  07                            | .byte 0x07                                 |
b84  45 32 42 49 47 00             | .asciz "E2BIG"                             |
b8a  08                            | .byte 0x08                                 |
b8b  45 4e 4f 45 58 45 43 00       | .asciz "ENOEXEC"                           |
b93  09                            | .byte 0x09                                 |
b94  45 42 41 44 46 00             | .asciz "EBADF"                             |
b9a  0b                            | .byte 0x0b                                 |
b9b  45 41 47 41 49 4e 00          | .asciz "EAGAIN"                            |
ba2  0c                            | .byte 0x0c                                 |
ba3  45 4e 4f 4d 45 4d 00          | .asciz "ENOMEM"                            |
baa  0d                            | .byte 0x0d                                 |
bab  45 41 43 43 45 53 00          | .asciz "EACCES"                            |
bb2  14                            | .byte 0x14                                 |
bb3  45 4e 4f 54 44 49 52 00       | .asciz "ENOTDIR"                           |
bbb  16                            | .byte 0x16                                 |
bbc  45 49 4e 56 41 4c 00          | .asciz "EINVAL"                            |
bc3  17                            | .byte 0x17                                 |
bc4  45 4e 46 49 4c 45 00          | .asciz "ENFILE"                            |
bcb  18                            | .byte 0x18                                 |
bcc  45 4d 46 49 4c 45 00          | .asciz "EMFILE"                            |
bd3  1a                            | .byte 0x1a                                 |
bd4  45 54 58 54 42 53 59 00       | .asciz "ETXTBSY"                           |
bdc  24                            | .byte 0x24                                 |
bdd  45 4e 41 4d 45 54 4f 4f 4c 4f | .asciz "ENAMETOOLONG"                      |
be7  4e 47 00                      |                                            |
bea  26                            | .byte 0x26                                 |
beb  45 4e 4f 53 59 53 00          | .asciz "ENOSYS"                            |
bf2  28                            | .byte 0x28                                 |
bf3  45 4c 4f 4f 50 00             | .asciz "ELOOP"                             |
bf9  2a                            | .byte 0x2a                                 |
bfa  45 4e 4f 4d 53 47 00          | .asciz "ENOMSG"                            |
c01  4d                            | .byte 0x4d                                 |
c02  45 42 41 44 46 44 00          | .asciz "EBADFD"                            |
c09  5f                            | .byte 0x5f                                 |
c0a  45 4f 50 4e 4f 54 53 55 50 50 | .asciz "EOPNOTSUPP"                        |
c14  00                            |                                            |
c15  00                            | .byte 0x00                                 | no further errors
c16  00 00                         | .balign 4                                  |
c18  10 27 00 00                   | .byte 0x10, 0x27, 0x00, 0x00               | 10000
c1c  e8 03 00 00                   | .byte 0xe8, 0x03, 0x00, 0x00               | 1000
c20  64 00 00 00                   | .byte 0x64, 0x00, 0x00, 0x00               | 100
c24  0a 00 00 00                   | .byte 0x0a, 0x00, 0x00, 0x00               | 10
c28  01 00 00 00                   | .byte 0x01, 0x00, 0x00, 0x00               | 1
c2c  00 00 00 00                   | .byte 0x00, 0x00, 0x00, 0x00               | 0
`,
  },
  arm64: {
    labels: { start: 0, plan: 3216 },
    listing: `
000  f3 03 00 91                   | mov x19, sp                                |
004  19 20 a0 d2                   | mov x25, #0x1000000                        |
008  5a 64 00 10                   | adr x26, 0xc90                             |
00c  74 02 40 f9                   | ldr x20, [x19]                             | how many arguments
010  73 22 00 91                   | add x19, x19, #0x8                         |
014  33 03 00 f9                   | str x19, [x25]                             |
018  94 f2 7d d3                   | lsl x20, x20, #3                           |
01c  73 02 14 8b                   | add x19, x19, x20                          |
020  73 22 00 91                   | add x19, x19, #0x8                         | the zero that ends the arguments
024  33 07 00 f9                   | str x19, [x25, #8]                         |
028  fe 0f 1f f8                   | str x30, [sp, #-16]!                       |
02c  18 00 00 94                   | bl 0x8c                                    |
030  fe 07 41 f8                   | ldr x30, [sp], #16                         |
034  fe 0f 1f f8                   | str x30, [sp, #-16]!                       |
038  29 00 00 94                   | bl 0xdc                                    |
03c  fe 07 41 f8                   | ldr x30, [sp], #16                         |
040  fe 0f 1f f8                   | str x30, [sp, #-16]!                       | before the ruleset, which may leave descriptors for the command
044  39 00 00 94                   | bl 0x128                                   |
048  fe 07 41 f8                   | ldr x30, [sp], #16                         |
04c  fe 0f 1f f8                   | str x30, [sp, #-16]!                       |
050  4a 00 00 94                   | bl 0x178                                   |
054  fe 07 41 f8                   | ldr x30, [sp], #16                         |
058  fe 0f 1f f8                   | str x30, [sp, #-16]!                       |
05c  da 00 00 94                   | bl 0x3c4                                   |
060  fe 07 41 f8                   | ldr x30, [sp], #16                         |
064  fe 0f 1f f8                   | str x30, [sp, #-16]!                       |
068  fc 00 00 94                   | bl 0x458                                   |
06c  fe 07 41 f8                   | ldr x30, [sp], #16                         |
070  fe 0f 1f f8                   | str x30, [sp, #-16]!                       |
074  51 01 00 94                   | bl 0x5b8                                   |
078  fe 07 41 f8                   | ldr x30, [sp], #16                         |
07c  fe 0f 1f f8                   | str x30, [sp, #-16]!                       | last, for it may forbid what the steps before it do
080  8b 01 00 94                   | bl 0x6ac                                   |
084  fe 07 41 f8                   | ldr x30, [sp], #16                         |
088  a7 01 00 14                   | b 0x724                                    |
08c  53 6b 40 b9                   | ldr w19, [x26, #104]                       |
090  73 02 1a 8b                   | add x19, x19, x26                          |
094  73 06 40 f9                   | ldr x19, [x19, #8]                         |
098  94 8d 8d d2                   | mov x20, #0x6c6c                           |
09c  94 ac a5 f2                   | movk x20, #0x2d64, lsl #16                 |
0a0  14 8e cd f2                   | movk x20, #0x6c70, lsl #32                 |
0a4  34 cc ed f2                   | movk x20, #0x6e61, lsl #48                 |
0a8  a0 02 80 92                   | mov x0, #0xffffffffffffffea                |
0ac  7f 02 14 eb                   | cmp x19, x20                               |
0b0  01 01 00 54                   | b.ne 0xd0                                  |
0b4  c0 03 5f d6                   | ret                                        |
0b8  63 61 6e 6e 6f 74 20 72 65 61 | .asciz "cannot read the plan"              |
0c2  64 20 74 68 65 20 70 6c 61 6e |                                            |
0cc  00                            |                                            |
0cd  00 00 00                      | .balign 4                                  |
0d0  15 00 80 d2                   | mov x21, #0x0                              | no path or name to tell
0d4  34 ff ff 10                   | adr x20, 0xb8                              |
0d8  3c 02 00 14                   | b 0x9c8                                    |
0dc  04 00 80 d2                   | mov x4, #0x0                               |
0e0  03 00 80 d2                   | mov x3, #0x0                               |
0e4  02 00 80 d2                   | mov x2, #0x0                               |
0e8  21 00 80 d2                   | mov x1, #0x1                               |
0ec  c0 04 80 d2                   | mov x0, #0x26                              |
0f0  e8 14 80 d2                   | mov x8, #0xa7                              |
0f4  01 00 00 d4                   | svc #0x0                                   |
0f8  1f 00 00 f1                   | cmp x0, #0x0                               |
0fc  01 01 00 54                   | b.ne 0x11c                                 |
100  c0 03 5f d6                   | ret                                        |
104  63 61 6e 6e 6f 74 20 73 65 74 | .asciz "cannot set no_new_privs"           |
10e  20 6e 6f 5f 6e 65 77 5f 70 72 |                                            |
118  69 76 73 00                   |                                            |
11c  15 00 80 d2                   | mov x21, #0x0                              | no path or name to tell
120  34 ff ff 10                   | adr x20, 0x104                             |
124  29 02 00 14                   | b 0x9c8                                    |
128  53 3f 40 b9                   | ldr w19, [x26, #60]                        |
12c  82 00 80 d2                   | mov x2, #0x4                               |
130  e1 ff 9f d2                   | mov x1, #0xffff                            |
134  e1 ff bf f2                   | movk x1, #0xffff, lsl #16                  |
138  e0 03 13 aa                   | mov x0, x19                                |
13c  88 36 80 d2                   | mov x8, #0x1b4                             |
140  01 00 00 d4                   | svc #0x0                                   |
144  1f 00 00 f1                   | cmp x0, #0x0                               |
148  21 01 00 54                   | b.ne 0x16c                                 |
14c  c0 03 5f d6                   | ret                                        |
150  63 61 6e 6e 6f 74 20 63 6c 6f | .asciz "cannot close descriptors"          |
15a  73 65 20 64 65 73 63 72 69 70 |                                            |
164  74 6f 72 73 00                |                                            |
169  00 00 00                      | .balign 4                                  |
16c  15 00 80 d2                   | mov x21, #0x0                              | no path or name to tell
170  14 ff ff 10                   | adr x20, 0x150                             |
174  15 02 00 14                   | b 0x9c8                                    |
178  53 33 40 b9                   | ldr w19, [x26, #48]                        |
17c  7f 06 00 f1                   | cmp x19, #0x1                              |
180  e0 00 00 54                   | b.eq 0x19c                                 |
184  7f 0a 00 f1                   | cmp x19, #0x2                              |
188  e0 0a 00 54                   | b.eq 0x2e4                                 |
18c  7f 0e 00 f1                   | cmp x19, #0x3                              |
190  00 0c 00 54                   | b.eq 0x310                                 |
194  a0 02 80 92                   | mov x0, #0xffffffffffffffea                |
198  ce ff ff 17                   | b 0xd0                                     |
19c  02 00 80 d2                   | mov x2, #0x0                               | the plan begins with the attribute
1a0  01 06 80 d2                   | mov x1, #0x30                              |
1a4  e0 03 1a aa                   | mov x0, x26                                |
1a8  88 37 80 d2                   | mov x8, #0x1bc                             |
1ac  01 00 00 d4                   | svc #0x0                                   |
1b0  1f 00 00 f1                   | cmp x0, #0x0                               |
1b4  eb 0b 00 54                   | b.lt 0x330                                 |
1b8  f3 03 00 aa                   | mov x19, x0                                | the ruleset
1bc  54 53 40 b9                   | ldr w20, [x26, #80]                        |
1c0  94 02 1a 8b                   | add x20, x20, x26                          | the first path rule
1c4  55 57 40 b9                   | ldr w21, [x26, #84]                        |
1c8  b5 02 1a 8b                   | add x21, x21, x26                          | where path rules end
1cc  9f 02 15 eb                   | cmp x20, x21                               |
1d0  20 06 00 54                   | b.eq 0x294                                 |
1d4  f6 03 14 aa                   | mov x22, x20                               |
1d8  d6 62 00 91                   | add x22, x22, #0x18                        |
1dc  97 12 40 b9                   | ldr w23, [x20, #16]                        |
1e0  37 23 00 f9                   | str x23, [x25, #64]                        |
1e4  97 16 40 b9                   | ldr w23, [x20, #20]                        |
1e8  37 2b 00 f9                   | str x23, [x25, #80]                        | the mode in between stays 0
1ec  03 03 80 d2                   | mov x3, #0x18                              |
1f0  02 08 80 d2                   | mov x2, #0x40                              |
1f4  02 20 a0 f2                   | movk x2, #0x100, lsl #16                   |
1f8  e1 03 16 aa                   | mov x1, x22                                |
1fc  60 0c 80 92                   | mov x0, #0xffffffffffffff9c                |
200  a8 36 80 d2                   | mov x8, #0x1b5                             |
204  01 00 00 d4                   | svc #0x0                                   |
208  1f 98 00 b1                   | cmn x0, #0x26                              |
20c  01 01 00 54                   | b.ne 0x22c                                 |
210  97 0e 40 b9                   | ldr w23, [x20, #12]                        | a container's seccomp profile may not know openat2
214  03 00 80 d2                   | mov x3, #0x0                               |
218  e2 03 17 aa                   | mov x2, x23                                |
21c  e1 03 16 aa                   | mov x1, x22                                |
220  60 0c 80 92                   | mov x0, #0xffffffffffffff9c                |
224  08 07 80 d2                   | mov x8, #0x38                              |
228  01 00 00 d4                   | svc #0x0                                   |
22c  1f 00 00 f1                   | cmp x0, #0x0                               |
230  cb 08 00 54                   | b.lt 0x348                                 |
234  f7 03 00 aa                   | mov x23, x0                                |
238  98 02 40 f9                   | ldr x24, [x20]                             |
23c  38 1b 00 f9                   | str x24, [x25, #48]                        |
240  37 3b 00 b9                   | str w23, [x25, #56]                        |
244  03 00 80 d2                   | mov x3, #0x0                               |
248  02 06 80 d2                   | mov x2, #0x30                              |
24c  02 20 a0 f2                   | movk x2, #0x100, lsl #16                   |
250  21 00 80 d2                   | mov x1, #0x1                               |
254  e0 03 13 aa                   | mov x0, x19                                |
258  a8 37 80 d2                   | mov x8, #0x1bd                             |
25c  01 00 00 d4                   | svc #0x0                                   |
260  1f 00 00 f1                   | cmp x0, #0x0                               |
264  41 08 00 54                   | b.ne 0x36c                                 |
268  98 12 40 b9                   | ldr w24, [x20, #16]                        |
26c  09 01 a0 d2                   | mov x9, #0x80000                           |
270  18 03 09 8a                   | and x24, x24, x9                           |
274  1f 03 00 f1                   | cmp x24, #0x0                              |
278  80 00 00 54                   | b.eq 0x288                                 |
27c  e0 03 17 aa                   | mov x0, x23                                |
280  28 07 80 d2                   | mov x8, #0x39                              |
284  01 00 00 d4                   | svc #0x0                                   |
288  97 0a 40 b9                   | ldr w23, [x20, #8]                         |
28c  94 02 17 8b                   | add x20, x20, x23                          |
290  cf ff ff 17                   | b 0x1cc                                    |
294  55 5b 40 b9                   | ldr w21, [x26, #88]                        |
298  b5 02 1a 8b                   | add x21, x21, x26                          | where port rules end
29c  9f 02 15 eb                   | cmp x20, x21                               |
2a0  00 02 00 54                   | b.eq 0x2e0                                 |
2a4  03 00 80 d2                   | mov x3, #0x0                               |
2a8  e2 03 14 aa                   | mov x2, x20                                |
2ac  41 00 80 d2                   | mov x1, #0x2                               |
2b0  e0 03 13 aa                   | mov x0, x19                                |
2b4  a8 37 80 d2                   | mov x8, #0x1bd                             |
2b8  01 00 00 d4                   | svc #0x0                                   |
2bc  1f 00 00 f1                   | cmp x0, #0x0                               |
2c0  c0 00 00 54                   | b.eq 0x2d8                                 |
2c4  95 06 40 f9                   | ldr x21, [x20, #8]                         |
2c8  1f 84 01 b1                   | cmn x0, #0x61                              | else the kernel has no such network
2cc  41 06 00 54                   | b.ne 0x394                                 |
2d0  55 5b 40 b9                   | ldr w21, [x26, #88]                        |
2d4  b5 02 1a 8b                   | add x21, x21, x26                          |
2d8  94 42 00 91                   | add x20, x20, #0x10                        |
2dc  f0 ff ff 17                   | b 0x29c                                    |
2e0  02 00 00 14                   | b 0x2e8                                    |
2e4  53 37 80 b9                   | ldrsw x19, [x26, #52]                      |
2e8  54 3b 40 b9                   | ldr w20, [x26, #56]                        |
2ec  e1 03 14 aa                   | mov x1, x20                                |
2f0  e0 03 13 aa                   | mov x0, x19                                |
2f4  c8 37 80 d2                   | mov x8, #0x1be                             |
2f8  01 00 00 d4                   | svc #0x0                                   |
2fc  1f 00 00 f1                   | cmp x0, #0x0                               |
300  c1 05 00 54                   | b.ne 0x3b8                                 |
304  e0 03 13 aa                   | mov x0, x19                                | whoever has it can add rules for the next one who takes it over
308  28 07 80 d2                   | mov x8, #0x39                              |
30c  01 00 00 d4                   | svc #0x0                                   |
310  c0 03 5f d6                   | ret                                        |
314  63 61 6e 6e 6f 74 20 63 72 65 | .asciz "cannot create the ruleset"         |
31e  61 74 65 20 74 68 65 20 72 75 |                                            |
328  6c 65 73 65 74 00             |                                            |
32e  00 00                         | .balign 4                                  |
330  15 00 80 d2                   | mov x21, #0x0                              | no path or name to tell
334  14 ff ff 10                   | adr x20, 0x314                             |
338  a4 01 00 14                   | b 0x9c8                                    |
33c  63 61 6e 6e 6f 74 20 6f 70 65 | .asciz "cannot open"                       |
346  6e 00                         |                                            |
348  f5 03 16 aa                   | mov x21, x22                               |
34c  94 ff ff 10                   | adr x20, 0x33c                             |
350  9e 01 00 14                   | b 0x9c8                                    |
354  63 61 6e 6e 6f 74 20 61 64 64 | .asciz "cannot add a rule for"             |
35e  20 61 20 72 75 6c 65 20 66 6f |                                            |
368  72 00                         |                                            |
36a  00 00                         | .balign 4                                  |
36c  f5 03 16 aa                   | mov x21, x22                               |
370  34 ff ff 10                   | adr x20, 0x354                             |
374  95 01 00 14                   | b 0x9c8                                    |
378  63 61 6e 6e 6f 74 20 61 64 64 | .asciz "cannot add a rule for port"        |
382  20 61 20 72 75 6c 65 20 66 6f |                                            |
38c  72 20 70 6f 72 74 00          |                                            |
393  00                            | .balign 4                                  |
394  34 ff ff 10                   | adr x20, 0x378                             |
398  81 01 00 14                   | b 0x99c                                    |
39c  63 61 6e 6e 6f 74 20 65 6e 66 | .asciz "cannot enforce the ruleset"        |
3a6  6f 72 63 65 20 74 68 65 20 72 |                                            |
3b0  75 6c 65 73 65 74 00          |                                            |
3b7  00                            | .balign 4                                  |
3b8  15 00 80 d2                   | mov x21, #0x0                              | no path or name to tell
3bc  14 ff ff 10                   | adr x20, 0x39c                             |
3c0  82 01 00 14                   | b 0x9c8                                    |
3c4  53 23 40 f9                   | ldr x19, [x26, #64]                        |
3c8  35 00 80 d2                   | mov x21, #0x1                              | the number of the signal in the lowest bit
3cc  7f 02 00 f1                   | cmp x19, #0x0                              |
3d0  60 02 00 54                   | b.eq 0x41c                                 |
3d4  f4 03 13 aa                   | mov x20, x19                               |
3d8  29 00 80 d2                   | mov x9, #0x1                               |
3dc  94 02 09 8a                   | and x20, x20, x9                           |
3e0  9f 02 00 f1                   | cmp x20, #0x0                              |
3e4  40 01 00 54                   | b.eq 0x40c                                 |
3e8  03 01 80 d2                   | mov x3, #0x8                               | SIG_DFL, no flags, no mask
3ec  02 00 80 d2                   | mov x2, #0x0                               |
3f0  01 0c 80 d2                   | mov x1, #0x60                              |
3f4  01 20 a0 f2                   | movk x1, #0x100, lsl #16                   |
3f8  e0 03 15 aa                   | mov x0, x21                                |
3fc  c8 10 80 d2                   | mov x8, #0x86                              |
400  01 00 00 d4                   | svc #0x0                                   |
404  1f 00 00 f1                   | cmp x0, #0x0                               |
408  41 02 00 54                   | b.ne 0x450                                 |
40c  73 fe 41 d3                   | lsr x19, x19, #1                           |
410  b5 06 00 91                   | add x21, x21, #0x1                         |
414  7f 02 00 f1                   | cmp x19, #0x0                              |
418  a1 fd ff 54                   | b.ne 0x3cc                                 |
41c  03 01 80 d2                   | mov x3, #0x8                               | cannot fail: all is valid
420  02 00 80 d2                   | mov x2, #0x0                               |
424  01 0c 80 d2                   | mov x1, #0x60                              |
428  01 20 a0 f2                   | movk x1, #0x100, lsl #16                   |
42c  40 00 80 d2                   | mov x0, #0x2                               |
430  e8 10 80 d2                   | mov x8, #0x87                              |
434  01 00 00 d4                   | svc #0x0                                   |
438  c0 03 5f d6                   | ret                                        |
43c  63 61 6e 6e 6f 74 20 72 65 73 | .asciz "cannot reset signal"               |
446  65 74 20 73 69 67 6e 61 6c 00 |                                            |
450  74 ff ff 10                   | adr x20, 0x43c                             |
454  52 01 00 14                   | b 0x99c                                    |
458  33 07 40 f9                   | ldr x19, [x25, #8]                         |
45c  60 02 40 f9                   | ldr x0, [x19]                              |
460  73 22 00 91                   | add x19, x19, #0x8                         |
464  1f 00 00 f1                   | cmp x0, #0x0                               |
468  a1 ff ff 54                   | b.ne 0x45c                                 |
46c  34 03 40 f9                   | ldr x20, [x25]                             |
470  73 02 14 cb                   | sub x19, x19, x20                          | bytes of both lists with their ends
474  54 4b 40 b9                   | ldr w20, [x26, #72]                        |
478  73 02 14 8b                   | add x19, x19, x20                          |
47c  05 00 80 d2                   | mov x5, #0x0                               |
480  04 00 80 92                   | mov x4, #0xffffffffffffffff                |
484  43 04 80 d2                   | mov x3, #0x22                              |
488  62 00 80 d2                   | mov x2, #0x3                               |
48c  e1 03 13 aa                   | mov x1, x19                                |
490  00 00 80 d2                   | mov x0, #0x0                               |
494  c8 1b 80 d2                   | mov x8, #0xde                              |
498  01 00 00 d4                   | svc #0x0                                   |
49c  1f 00 00 f1                   | cmp x0, #0x0                               |
4a0  6b 08 00 54                   | b.lt 0x5ac                                 |
4a4  f7 03 00 aa                   | mov x23, x0                                |
4a8  37 13 00 f9                   | str x23, [x25, #32]                        |
4ac  33 07 40 f9                   | ldr x19, [x25, #8]                         |
4b0  74 02 40 f9                   | ldr x20, [x19]                             |
4b4  73 22 00 91                   | add x19, x19, #0x8                         |
4b8  9f 02 00 f1                   | cmp x20, #0x0                              |
4bc  20 05 00 54                   | b.eq 0x560                                 |
4c0  55 5f 40 b9                   | ldr w21, [x26, #92]                        |
4c4  b5 02 1a 8b                   | add x21, x21, x26                          | the first name of the plan
4c8  56 63 40 b9                   | ldr w22, [x26, #96]                        |
4cc  d6 02 1a 8b                   | add x22, x22, x26                          | where the names end
4d0  bf 02 16 eb                   | cmp x21, x22                               |
4d4  e0 fe ff 54                   | b.eq 0x4b0                                 |
4d8  f8 03 14 aa                   | mov x24, x20                               |
4dc  b6 02 40 39                   | ldrb w22, [x21]                            |
4e0  b5 06 00 91                   | add x21, x21, #0x1                         |
4e4  df 02 00 f1                   | cmp x22, #0x0                              |
4e8  60 01 00 54                   | b.eq 0x514                                 |
4ec  00 03 40 39                   | ldrb w0, [x24]                             |
4f0  18 07 00 91                   | add x24, x24, #0x1                         |
4f4  1f 00 16 eb                   | cmp x0, x22                                |
4f8  20 ff ff 54                   | b.eq 0x4dc                                 |
4fc  b6 02 40 39                   | ldrb w22, [x21]                            |
500  b5 06 00 91                   | add x21, x21, #0x1                         |
504  df 02 00 f1                   | cmp x22, #0x0                              |
508  a1 ff ff 54                   | b.ne 0x4fc                                 |
50c  b5 06 00 91                   | add x21, x21, #0x1                         | its bits
510  ee ff ff 17                   | b 0x4c8                                    |
514  b6 02 40 39                   | ldrb w22, [x21]                            | its bits
518  b5 06 00 91                   | add x21, x21, #0x1                         |
51c  e0 03 16 aa                   | mov x0, x22                                |
520  29 00 80 d2                   | mov x9, #0x1                               |
524  00 00 09 8a                   | and x0, x0, x9                             |
528  1f 00 00 f1                   | cmp x0, #0x0                               |
52c  c1 00 00 54                   | b.ne 0x544                                 |
530  00 03 40 39                   | ldrb w0, [x24]                             |
534  1f f4 00 f1                   | cmp x0, #0x3d                              |
538  60 00 00 54                   | b.eq 0x544                                 |
53c  1f 00 00 f1                   | cmp x0, #0x0                               | a string without = is all name
540  41 fc ff 54                   | b.ne 0x4c8                                 |
544  49 00 80 d2                   | mov x9, #0x2                               |
548  d6 02 09 8a                   | and x22, x22, x9                           |
54c  df 02 00 f1                   | cmp x22, #0x0                              |
550  00 fb ff 54                   | b.eq 0x4b0                                 |
554  f4 02 00 f9                   | str x20, [x23]                             |
558  f7 22 00 91                   | add x23, x23, #0x8                         |
55c  d5 ff ff 17                   | b 0x4b0                                    |
560  54 63 40 b9                   | ldr w20, [x26, #96]                        |
564  94 02 1a 8b                   | add x20, x20, x26                          |
568  55 67 40 b9                   | ldr w21, [x26, #100]                       |
56c  b5 02 1a 8b                   | add x21, x21, x26                          | where the plan's variables end
570  9f 02 15 eb                   | cmp x20, x21                               |
574  e0 00 00 54                   | b.eq 0x590                                 |
578  f4 02 00 f9                   | str x20, [x23]                             |
57c  f7 22 00 91                   | add x23, x23, #0x8                         |
580  fe 0f 1f f8                   | str x30, [sp, #-16]!                       |
584  86 01 00 94                   | bl 0xb9c                                   |
588  fe 07 41 f8                   | ldr x30, [sp], #16                         |
58c  f9 ff ff 17                   | b 0x570                                    |
590  f7 22 00 91                   | add x23, x23, #0x8                         | the memory is zero: that ends the list
594  c0 03 5f d6                   | ret                                        |
598  63 61 6e 6e 6f 74 20 6d 61 70 | .asciz "cannot map memory"                 |
5a2  20 6d 65 6d 6f 72 79 00       |                                            |
5aa  00 00                         | .balign 4                                  |
5ac  15 00 80 d2                   | mov x21, #0x0                              | no path or name to tell
5b0  54 ff ff 10                   | adr x20, 0x598                             |
5b4  05 01 00 14                   | b 0x9c8                                    |
5b8  f7 22 00 91                   | add x23, x23, #0x8                         | room for /bin/sh: see the execution of scripts
5bc  37 0f 00 f9                   | str x23, [x25, #24]                        |
5c0  33 03 40 f9                   | ldr x19, [x25]                             |
5c4  74 02 40 f9                   | ldr x20, [x19]                             |
5c8  9f 02 00 f1                   | cmp x20, #0x0                              | the list may be quite empty before Linux 5.18
5cc  40 00 00 54                   | b.eq 0x5d4                                 |
5d0  73 22 00 91                   | add x19, x19, #0x8                         | past the launcher's own name
5d4  54 67 40 b9                   | ldr w20, [x26, #100]                       |
5d8  94 02 1a 8b                   | add x20, x20, x26                          |
5dc  55 6b 40 b9                   | ldr w21, [x26, #104]                       |
5e0  b5 02 1a 8b                   | add x21, x21, x26                          | where the plan's command ends
5e4  9f 02 15 eb                   | cmp x20, x21                               |
5e8  40 01 00 54                   | b.eq 0x610                                 |
5ec  34 0b 00 f9                   | str x20, [x25, #16]                        |
5f0  f4 02 00 f9                   | str x20, [x23]                             |
5f4  f7 22 00 91                   | add x23, x23, #0x8                         |
5f8  fe 0f 1f f8                   | str x30, [sp, #-16]!                       |
5fc  68 01 00 94                   | bl 0xb9c                                   |
600  fe 07 41 f8                   | ldr x30, [sp], #16                         |
604  9f 02 15 eb                   | cmp x20, x21                               |
608  41 ff ff 54                   | b.ne 0x5f0                                 |
60c  17 00 00 14                   | b 0x668                                    |
610  74 02 40 f9                   | ldr x20, [x19]                             |
614  9f 02 00 f1                   | cmp x20, #0x0                              |
618  60 03 00 54                   | b.eq 0x684                                 |
61c  f4 02 00 f9                   | str x20, [x23]                             | its name for itself
620  95 02 40 f9                   | ldr x21, [x20]                             |
624  b6 a5 85 d2                   | mov x22, #0x2d2d                           | --argv0
628  36 4c ae f2                   | movk x22, #0x7261, lsl #16                 |
62c  f6 cc ce f2                   | movk x22, #0x7667, lsl #32                 |
630  16 06 e0 f2                   | movk x22, #0x30, lsl #48                   |
634  bf 02 16 eb                   | cmp x21, x22                               |
638  21 01 00 54                   | b.ne 0x65c                                 |
63c  74 06 40 f9                   | ldr x20, [x19, #8]                         |
640  9f 02 00 f1                   | cmp x20, #0x0                              |
644  00 02 00 54                   | b.eq 0x684                                 |
648  f4 02 00 f9                   | str x20, [x23]                             |
64c  74 0a 40 f9                   | ldr x20, [x19, #16]                        |
650  9f 02 00 f1                   | cmp x20, #0x0                              |
654  80 01 00 54                   | b.eq 0x684                                 |
658  73 42 00 91                   | add x19, x19, #0x10                        |
65c  34 0b 00 f9                   | str x20, [x25, #16]                        |
660  73 22 00 91                   | add x19, x19, #0x8                         |
664  f7 22 00 91                   | add x23, x23, #0x8                         |
668  74 02 40 f9                   | ldr x20, [x19]                             |
66c  f4 02 00 f9                   | str x20, [x23]                             |
670  73 22 00 91                   | add x19, x19, #0x8                         |
674  f7 22 00 91                   | add x23, x23, #0x8                         |
678  9f 02 00 f1                   | cmp x20, #0x0                              |
67c  61 ff ff 54                   | b.ne 0x668                                 |
680  c0 03 5f d6                   | ret                                        |
684  a0 02 80 92                   | mov x0, #0xffffffffffffffea                |
688  06 00 00 14                   | b 0x6a0                                    |
68c  6e 6f 20 63 6f 6d 6d 61 6e 64 | .asciz "no command given"                  |
696  20 67 69 76 65 6e 00          |                                            |
69d  00 00 00                      | .balign 4                                  |
6a0  15 00 80 d2                   | mov x21, #0x0                              | no path or name to tell
6a4  54 ff ff 10                   | adr x20, 0x68c                             |
6a8  c8 00 00 14                   | b 0x9c8                                    |
6ac  53 5b 40 b9                   | ldr w19, [x26, #88]                        |
6b0  54 5f 40 b9                   | ldr w20, [x26, #92]                        |
6b4  94 02 13 cb                   | sub x20, x20, x19                          | bytes
6b8  9f 02 00 f1                   | cmp x20, #0x0                              |
6bc  a0 01 00 54                   | b.eq 0x6f0                                 |
6c0  94 fe 43 d3                   | lsr x20, x20, #3                           | instructions
6c4  73 02 1a 8b                   | add x19, x19, x26                          |
6c8  34 1b 00 f9                   | str x20, [x25, #48]                        | struct sock_fprog: how many, and where
6cc  33 1f 00 f9                   | str x19, [x25, #56]                        |
6d0  02 06 80 d2                   | mov x2, #0x30                              |
6d4  02 20 a0 f2                   | movk x2, #0x100, lsl #16                   |
6d8  01 00 80 d2                   | mov x1, #0x0                               |
6dc  20 00 80 d2                   | mov x0, #0x1                               |
6e0  a8 22 80 d2                   | mov x8, #0x115                             |
6e4  01 00 00 d4                   | svc #0x0                                   |
6e8  1f 00 00 f1                   | cmp x0, #0x0                               |
6ec  61 01 00 54                   | b.ne 0x718                                 |
6f0  c0 03 5f d6                   | ret                                        |
6f4  63 61 6e 6e 6f 74 20 69 6e 73 | .asciz "cannot install the seccomp filter" |
6fe  74 61 6c 6c 20 74 68 65 20 73 |                                            |
708  65 63 63 6f 6d 70 20 66 69 6c |                                            |
712  74 65 72 00                   |                                            |
716  00 00                         | .balign 4                                  |
718  15 00 80 d2                   | mov x21, #0x0                              | no path or name to tell
71c  d4 fe ff 10                   | adr x20, 0x6f4                             |
720  aa 00 00 14                   | b 0x9c8                                    |
724  33 0b 40 f9                   | ldr x19, [x25, #16]                        |
728  37 0f 40 f9                   | ldr x23, [x25, #24]                        |
72c  38 13 40 f9                   | ldr x24, [x25, #32]                        |
730  f4 03 13 aa                   | mov x20, x19                               |
734  80 02 40 39                   | ldrb w0, [x20]                             |
738  1f bc 00 f1                   | cmp x0, #0x2f                              |
73c  20 0a 00 54                   | b.eq 0x880                                 |
740  94 06 00 91                   | add x20, x20, #0x1                         |
744  1f 00 00 f1                   | cmp x0, #0x0                               |
748  61 ff ff 54                   | b.ne 0x734                                 |
74c  94 02 13 cb                   | sub x20, x20, x19                          | length of the name with its zero
750  f5 03 13 aa                   | mov x21, x19                               |
754  20 00 80 92                   | mov x0, #0xfffffffffffffffe                |
758  9f 06 00 f1                   | cmp x20, #0x1                              | the empty name is nowhere
75c  40 0b 00 54                   | b.eq 0x8c4                                 |
760  60 04 80 92                   | mov x0, #0xffffffffffffffdc                |
764  9f 06 04 f1                   | cmp x20, #0x101                            |
768  43 00 00 54                   | b.cc 0x770                                 |
76c  56 00 00 14                   | b 0x8c4                                    |
770  54 4f 40 b9                   | ldr w20, [x26, #76]                        |
774  94 02 1a 8b                   | add x20, x20, x26                          |
778  9f 02 1a eb                   | cmp x20, x26                               |
77c  21 02 00 54                   | b.ne 0x7c0                                 |
780  35 07 40 f9                   | ldr x21, [x25, #8]                         |
784  b4 02 40 f9                   | ldr x20, [x21]                             |
788  b5 22 00 91                   | add x21, x21, #0x8                         |
78c  9f 02 00 f1                   | cmp x20, #0x0                              |
790  60 01 00 54                   | b.eq 0x7bc                                 |
794  80 02 40 b9                   | ldr w0, [x20]                              |
798  09 2a 88 d2                   | mov x9, #0x4150                            | PATH
79c  89 0a a9 f2                   | movk x9, #0x4854, lsl #16                  |
7a0  1f 00 09 eb                   | cmp x0, x9                                 |
7a4  01 ff ff 54                   | b.ne 0x784                                 |
7a8  80 12 40 39                   | ldrb w0, [x20, #4]                         |
7ac  1f f4 00 f1                   | cmp x0, #0x3d                              |
7b0  a1 fe ff 54                   | b.ne 0x784                                 |
7b4  94 16 00 91                   | add x20, x20, #0x5                         |
7b8  02 00 00 14                   | b 0x7c0                                    |
7bc  14 0e 00 70                   | adr x20, 0x97f                             |
7c0  f6 03 14 aa                   | mov x22, x20                               |
7c4  fe 0f 1f f8                   | str x30, [sp, #-16]!                       |
7c8  47 00 00 94                   | bl 0x8e4                                   |
7cc  fe 07 41 f8                   | ldr x30, [sp], #16                         |
7d0  e2 03 18 aa                   | mov x2, x24                                |
7d4  e1 03 17 aa                   | mov x1, x23                                |
7d8  00 10 80 d2                   | mov x0, #0x80                              |
7dc  00 20 a0 f2                   | movk x0, #0x100, lsl #16                   |
7e0  a8 1b 80 d2                   | mov x8, #0xdd                              |
7e4  01 00 00 d4                   | svc #0x0                                   |
7e8  15 10 80 d2                   | mov x21, #0x80                             |
7ec  15 20 a0 f2                   | movk x21, #0x100, lsl #16                  |
7f0  1f 20 00 b1                   | cmn x0, #0x8                               |
7f4  60 05 00 54                   | b.eq 0x8a0                                 |
7f8  1f 08 00 b1                   | cmn x0, #0x2                               |
7fc  c0 01 00 54                   | b.eq 0x834                                 |
800  1f 50 00 b1                   | cmn x0, #0x14                              |
804  80 01 00 54                   | b.eq 0x834                                 |
808  1f 4c 00 b1                   | cmn x0, #0x13                              |
80c  40 01 00 54                   | b.eq 0x834                                 |
810  1f 90 00 b1                   | cmn x0, #0x24                              |
814  00 01 00 54                   | b.eq 0x834                                 |
818  1f b8 01 b1                   | cmn x0, #0x6e                              |
81c  c0 00 00 54                   | b.eq 0x834                                 |
820  1f d0 01 b1                   | cmn x0, #0x74                              |
824  80 00 00 54                   | b.eq 0x834                                 |
828  1f 34 00 b1                   | cmn x0, #0xd                               |
82c  c1 04 00 54                   | b.ne 0x8c4                                 |
830  36 17 00 f9                   | str x22, [x25, #40]                        | maybe there is another one further on; if not, it was this
834  80 02 40 39                   | ldrb w0, [x20]                             |
838  94 06 00 91                   | add x20, x20, #0x1                         |
83c  1f 00 00 f1                   | cmp x0, #0x0                               | a colon
840  01 fc ff 54                   | b.ne 0x7c0                                 |
844  34 17 40 f9                   | ldr x20, [x25, #40]                        |
848  9f 02 00 f1                   | cmp x20, #0x0                              |
84c  00 01 00 54                   | b.eq 0x86c                                 |
850  fe 0f 1f f8                   | str x30, [sp, #-16]!                       |
854  24 00 00 94                   | bl 0x8e4                                   |
858  fe 07 41 f8                   | ldr x30, [sp], #16                         |
85c  15 10 80 d2                   | mov x21, #0x80                             |
860  15 20 a0 f2                   | movk x21, #0x100, lsl #16                  |
864  80 01 80 92                   | mov x0, #0xfffffffffffffff3                |
868  17 00 00 14                   | b 0x8c4                                    |
86c  f4 07 00 70                   | adr x20, 0x96b                             |
870  f5 03 13 aa                   | mov x21, x19                               |
874  20 00 80 92                   | mov x0, #0xfffffffffffffffe                |
878  f8 0f 80 d2                   | mov x24, #0x7f                             |
87c  54 00 00 14                   | b 0x9cc                                    |
880  e2 03 18 aa                   | mov x2, x24                                |
884  e1 03 17 aa                   | mov x1, x23                                |
888  e0 03 13 aa                   | mov x0, x19                                |
88c  a8 1b 80 d2                   | mov x8, #0xdd                              |
890  01 00 00 d4                   | svc #0x0                                   |
894  f5 03 13 aa                   | mov x21, x19                               |
898  1f 20 00 b1                   | cmn x0, #0x8                               |
89c  41 01 00 54                   | b.ne 0x8c4                                 |
8a0  f5 02 00 f9                   | str x21, [x23]                             | a script without #! is an argument of the shell, in place of its name
8a4  f7 22 00 d1                   | sub x23, x23, #0x8                         |
8a8  75 06 00 70                   | adr x21, 0x977                             |
8ac  f5 02 00 f9                   | str x21, [x23]                             |
8b0  e2 03 18 aa                   | mov x2, x24                                |
8b4  e1 03 17 aa                   | mov x1, x23                                |
8b8  e0 03 15 aa                   | mov x0, x21                                |
8bc  a8 1b 80 d2                   | mov x8, #0xdd                              |
8c0  01 00 00 d4                   | svc #0x0                                   |
8c4  d4 04 00 10                   | adr x20, 0x95c                             |
8c8  f8 0f 80 d2                   | mov x24, #0x7f                             |
8cc  1f 08 00 b1                   | cmn x0, #0x2                               |
8d0  e0 07 00 54                   | b.eq 0x9cc                                 |
8d4  1f 50 00 b1                   | cmn x0, #0x14                              |
8d8  a0 07 00 54                   | b.eq 0x9cc                                 |
8dc  d8 0f 80 d2                   | mov x24, #0x7e                             |
8e0  3b 00 00 14                   | b 0x9cc                                    |
8e4  15 10 80 d2                   | mov x21, #0x80                             |
8e8  15 20 a0 f2                   | movk x21, #0x100, lsl #16                  |
8ec  80 02 40 39                   | ldrb w0, [x20]                             |
8f0  1f 00 00 f1                   | cmp x0, #0x0                               |
8f4  60 01 00 54                   | b.eq 0x920                                 |
8f8  1f e8 00 f1                   | cmp x0, #0x3a                              |
8fc  20 01 00 54                   | b.eq 0x920                                 |
900  94 06 00 91                   | add x20, x20, #0x1                         |
904  09 10 82 d2                   | mov x9, #0x1080                            |
908  09 20 a0 f2                   | movk x9, #0x100, lsl #16                   |
90c  bf 02 09 eb                   | cmp x21, x9                                |
910  e0 fe ff 54                   | b.eq 0x8ec                                 |
914  a0 02 00 39                   | strb w0, [x21]                             |
918  b5 06 00 91                   | add x21, x21, #0x1                         |
91c  f4 ff ff 17                   | b 0x8ec                                    |
920  09 10 80 d2                   | mov x9, #0x80                              |
924  09 20 a0 f2                   | movk x9, #0x100, lsl #16                   |
928  bf 02 09 eb                   | cmp x21, x9                                |
92c  80 00 00 54                   | b.eq 0x93c                                 |
930  e0 05 80 d2                   | mov x0, #0x2f                              |
934  a0 02 00 39                   | strb w0, [x21]                             |
938  b5 06 00 91                   | add x21, x21, #0x1                         |
93c  60 02 40 39                   | ldrb w0, [x19]                             |
940  a0 02 00 39                   | strb w0, [x21]                             |
944  73 06 00 91                   | add x19, x19, #0x1                         |
948  b5 06 00 91                   | add x21, x21, #0x1                         |
94c  1f 00 00 f1                   | cmp x0, #0x0                               |
950  61 ff ff 54                   | b.ne 0x93c                                 |
954  33 0b 40 f9                   | ldr x19, [x25, #16]                        |
958  c0 03 5f d6                   | ret                                        |
95c  63 61 6e 6e 6f 74 20 65 78 65 | .asciz "cannot execute"                    |
966  63 75 74 65 00                |                                            |
96b  63 61 6e 6e 6f 74 20 66 69 6e | .asciz "cannot find"                       |
975  64 00                         |                                            |
977  2f 62 69 6e 2f 73 68 00       | .asciz "/bin/sh"                           |
97f  2f 75 73 72 2f 6c 6f 63 61 6c | .asciz "/usr/local/bin:/usr/bin:/bin"      |
989  2f 62 69 6e 3a 2f 75 73 72 2f |                                            |
993  62 69 6e 3a 2f 62 69 6e 00    |                                            |
99c  f7 03 00 aa                   | mov x23, x0                                |
9a0  f8 03 14 aa                   | mov x24, x20                               |
9a4  13 10 80 d2                   | mov x19, #0x80                             | not in use yet, so all zero
9a8  13 20 a0 f2                   | movk x19, #0x100, lsl #16                  |
9ac  fe 0f 1f f8                   | str x30, [sp, #-16]!                       |
9b0  67 00 00 94                   | bl 0xb4c                                   |
9b4  fe 07 41 f8                   | ldr x30, [sp], #16                         |
9b8  15 10 80 d2                   | mov x21, #0x80                             |
9bc  15 20 a0 f2                   | movk x21, #0x100, lsl #16                  |
9c0  f4 03 18 aa                   | mov x20, x24                               |
9c4  e0 03 17 aa                   | mov x0, x23                                |
9c8  b8 0f 80 d2                   | mov x24, #0x7d                             |
9cc  17 00 80 d2                   | mov x23, #0x0                              |
9d0  f7 02 00 cb                   | sub x23, x23, x0                           | the errno
9d4  f6 03 14 aa                   | mov x22, x20                               |
9d8  13 50 82 d2                   | mov x19, #0x1280                           | where the next byte of the message goes
9dc  13 20 a0 f2                   | movk x19, #0x100, lsl #16                  |
9e0  94 0e 00 10                   | adr x20, 0xbb0                             |
9e4  fe 0f 1f f8                   | str x30, [sp, #-16]!                       |
9e8  48 00 00 94                   | bl 0xb08                                   |
9ec  fe 07 41 f8                   | ldr x30, [sp], #16                         |
9f0  f4 03 16 aa                   | mov x20, x22                               |
9f4  fe 0f 1f f8                   | str x30, [sp, #-16]!                       |
9f8  44 00 00 94                   | bl 0xb08                                   |
9fc  fe 07 41 f8                   | ldr x30, [sp], #16                         |
a00  bf 02 00 f1                   | cmp x21, #0x0                              |
a04  a0 01 00 54                   | b.eq 0xa38                                 |
a08  b4 0d 00 70                   | adr x20, 0xbbf                             |
a0c  fe 0f 1f f8                   | str x30, [sp, #-16]!                       |
a10  3e 00 00 94                   | bl 0xb08                                   |
a14  fe 07 41 f8                   | ldr x30, [sp], #16                         |
a18  f4 03 15 aa                   | mov x20, x21                               |
a1c  fe 0f 1f f8                   | str x30, [sp, #-16]!                       |
a20  3a 00 00 94                   | bl 0xb08                                   |
a24  fe 07 41 f8                   | ldr x30, [sp], #16                         |
a28  d4 0c 00 50                   | adr x20, 0xbc2                             |
a2c  fe 0f 1f f8                   | str x30, [sp, #-16]!                       |
a30  36 00 00 94                   | bl 0xb08                                   |
a34  fe 07 41 f8                   | ldr x30, [sp], #16                         |
a38  74 0c 00 10                   | adr x20, 0xbc4                             |
a3c  fe 0f 1f f8                   | str x30, [sp, #-16]!                       |
a40  32 00 00 94                   | bl 0xb08                                   |
a44  fe 07 41 f8                   | ldr x30, [sp], #16                         |
a48  34 0c 00 50                   | adr x20, 0xbce                             |
a4c  96 02 40 39                   | ldrb w22, [x20]                            |
a50  94 06 00 91                   | add x20, x20, #0x1                         |
a54  df 02 00 f1                   | cmp x22, #0x0                              |
a58  60 01 00 54                   | b.eq 0xa84                                 |
a5c  df 02 17 eb                   | cmp x22, x23                               |
a60  a0 00 00 54                   | b.eq 0xa74                                 |
a64  fe 0f 1f f8                   | str x30, [sp, #-16]!                       |
a68  4d 00 00 94                   | bl 0xb9c                                   |
a6c  fe 07 41 f8                   | ldr x30, [sp], #16                         |
a70  f7 ff ff 17                   | b 0xa4c                                    |
a74  fe 0f 1f f8                   | str x30, [sp, #-16]!                       |
a78  24 00 00 94                   | bl 0xb08                                   |
a7c  fe 07 41 f8                   | ldr x30, [sp], #16                         |
a80  09 00 00 14                   | b 0xaa4                                    |
a84  14 0a 00 70                   | adr x20, 0xbc7                             |
a88  fe 0f 1f f8                   | str x30, [sp, #-16]!                       |
a8c  1f 00 00 94                   | bl 0xb08                                   |
a90  fe 07 41 f8                   | ldr x30, [sp], #16                         |
a94  f5 03 17 aa                   | mov x21, x23                               |
a98  fe 0f 1f f8                   | str x30, [sp, #-16]!                       |
a9c  2c 00 00 94                   | bl 0xb4c                                   |
aa0  fe 07 41 f8                   | ldr x30, [sp], #16                         |
aa4  40 01 80 d2                   | mov x0, #0xa                               |
aa8  60 02 00 39                   | strb w0, [x19]                             |
aac  29 b0 9d d2                   | mov x9, #0xed81                            | the length, with the line feed
ab0  e9 df bf f2                   | movk x9, #0xfeff, lsl #16                  |
ab4  e9 ff df f2                   | movk x9, #0xffff, lsl #32                  |
ab8  e9 ff ff f2                   | movk x9, #0xffff, lsl #48                  |
abc  73 02 09 8b                   | add x19, x19, x9                           |
ac0  00 00 80 92                   | mov x0, #0xffffffffffffffff                |
ac4  20 33 00 f9                   | str x0, [x25, #96]                         | every signal: a closed pipe must not hide the exit status
ac8  03 01 80 d2                   | mov x3, #0x8                               |
acc  02 00 80 d2                   | mov x2, #0x0                               |
ad0  01 0c 80 d2                   | mov x1, #0x60                              |
ad4  01 20 a0 f2                   | movk x1, #0x100, lsl #16                   |
ad8  40 00 80 d2                   | mov x0, #0x2                               |
adc  e8 10 80 d2                   | mov x8, #0x87                              |
ae0  01 00 00 d4                   | svc #0x0                                   |
ae4  e2 03 13 aa                   | mov x2, x19                                |
ae8  01 50 82 d2                   | mov x1, #0x1280                            |
aec  01 20 a0 f2                   | movk x1, #0x100, lsl #16                   |
af0  40 00 80 d2                   | mov x0, #0x2                               |
af4  08 08 80 d2                   | mov x8, #0x40                              |
af8  01 00 00 d4                   | svc #0x0                                   |
afc  e0 03 18 aa                   | mov x0, x24                                |
b00  c8 0b 80 d2                   | mov x8, #0x5e                              |
b04  01 00 00 d4                   | svc #0x0                                   |
b08  80 02 40 39                   | ldrb w0, [x20]                             |
b0c  1f 00 00 f1                   | cmp x0, #0x0                               |
b10  c0 01 00 54                   | b.eq 0xb48                                 |
b14  1f fc 01 f1                   | cmp x0, #0x7f                              |
b18  80 00 00 54                   | b.eq 0xb28                                 |
b1c  1f 80 00 f1                   | cmp x0, #0x20                              |
b20  43 00 00 54                   | b.cc 0xb28                                 |
b24  02 00 00 14                   | b 0xb2c                                    |
b28  e0 07 80 d2                   | mov x0, #0x3f                              |
b2c  60 02 00 39                   | strb w0, [x19]                             |
b30  73 06 00 91                   | add x19, x19, #0x1                         |
b34  94 06 00 91                   | add x20, x20, #0x1                         |
b38  09 48 84 d2                   | mov x9, #0x2240                            |
b3c  09 20 a0 f2                   | movk x9, #0x100, lsl #16                   |
b40  7f 02 09 eb                   | cmp x19, x9                                |
b44  21 fe ff 54                   | b.ne 0xb08                                 |
b48  c0 03 5f d6                   | ret                                        |
b4c  74 09 00 10                   | adr x20, 0xc78                             |
b50  96 02 40 b9                   | ldr w22, [x20]                             |
b54  94 12 00 91                   | add x20, x20, #0x4                         |
b58  df 06 00 f1                   | cmp x22, #0x1                              |
b5c  60 00 00 54                   | b.eq 0xb68                                 |
b60  bf 02 16 eb                   | cmp x21, x22                               |
b64  63 ff ff 54                   | b.cc 0xb50                                 |
b68  00 06 80 d2                   | mov x0, #0x30                              |
b6c  bf 02 16 eb                   | cmp x21, x22                               |
b70  83 00 00 54                   | b.cc 0xb80                                 |
b74  b5 02 16 cb                   | sub x21, x21, x22                          |
b78  00 04 00 91                   | add x0, x0, #0x1                           |
b7c  fc ff ff 17                   | b 0xb6c                                    |
b80  60 02 00 39                   | strb w0, [x19]                             |
b84  73 06 00 91                   | add x19, x19, #0x1                         |
b88  96 02 40 b9                   | ldr w22, [x20]                             |
b8c  94 12 00 91                   | add x20, x20, #0x4                         |
b90  df 02 00 f1                   | cmp x22, #0x0                              |
b94  a1 fe ff 54                   | b.ne 0xb68                                 |
b98  c0 03 5f d6                   | ret                                        |
b9c  80 02 40 39                   | ldrb w0, [x20]                             |
ba0  94 06 00 91                   | add x20, x20, #0x1                         |
ba4  1f 00 00 f1                   | cmp x0, #0x0                               |
ba8  a1 ff ff 54                   | b.ne 0xb9c                                 |
bac  c0 03 5f d6                   | ret                                        |
bb0  6c 61 6e 64 6c 6f 63 6b 64 6f | .asciz "landlockdown: "                    |
bba  77 6e 3a 20 00                |                                            |
bbf  20 22 00                      | .asciz " \\""                               |
bc2  22 00                         | .asciz "\\""                                |
bc4  3a 20 00                      | .asciz ": "                                |
bc7  65 72 72 6e 6f 20 00          | .asciz "errno "                            |
bce  01                            | .byte 0x01                                 |
bcf  45 50 45 52 4d 00             | .asciz "EPERM"                             |
bd5  02                            | .byte 0x02                                 |
bd6  45 4e 4f 45 4e 54 00          | .asciz "ENOENT"                            |
bdd  05                            | .byte 0x05                                 |
bde  45 49 4f 00                   | .asciz "EIO"                               |
be2  07                            | .byte 0x07                                 |
be3  45 32 42 49 47 00             | .asciz "E2BIG"                             |
be9  08                            | .byte 0x08                                 |
bea  45 4e 4f 45 58 45 43 00       | .asciz "ENOEXEC"                           |
bf2  09                            | .byte 0x09                                 |
bf3  45 42 41 44 46 00             | .asciz "EBADF"                             |
bf9  0b                            | .byte 0x0b                                 |
bfa  45 41 47 41 49 4e 00          | .asciz "EAGAIN"                            |
c01  0c                            | .byte 0x0c                                 |
c02  45 4e 4f 4d 45 4d 00          | .asciz "ENOMEM"                            |
c09  0d                            | .byte 0x0d                                 |
c0a  45 41 43 43 45 53 00          | .asciz "EACCES"                            |
c11  14                            | .byte 0x14                                 |
c12  45 4e 4f 54 44 49 52 00       | .asciz "ENOTDIR"                           |
c1a  16                            | .byte 0x16                                 |
c1b  45 49 4e 56 41 4c 00          | .asciz "EINVAL"                            |
c22  17                            | .byte 0x17                                 |
c23  45 4e 46 49 4c 45 00          | .asciz "ENFILE"                            |
c2a  18                            | .byte 0x18                                 |
c2b  45 4d 46 49 4c 45 00          | .asciz "EMFILE"                            |
c32  1a                            | .byte 0x1a                                 |
c33  45 54 58 54 42 53 59 00       | .asciz "ETXTBSY"                           |
c3b  24                            | .byte 0x24                                 |
c3c  45 4e 41 4d 45 54 4f 4f 4c 4f | .asciz "ENAMETOOLONG"                      |
c46  4e 47 00                      |                                            |
c49  26                            | .byte 0x26                                 |
c4a  45 4e 4f 53 59 53 00          | .asciz "ENOSYS"                            |
c51  28                            | .byte 0x28                                 |
c52  45 4c 4f 4f 50 00             | .asciz "ELOOP"                             |
c58  2a                            | .byte 0x2a                                 |
c59  45 4e 4f 4d 53 47 00          | .asciz "ENOMSG"                            |
c60  4d                            | .byte 0x4d                                 |
c61  45 42 41 44 46 44 00          | .asciz "EBADFD"                            |
c68  5f                            | .byte 0x5f                                 |
c69  45 4f 50 4e 4f 54 53 55 50 50 | .asciz "EOPNOTSUPP"                        |
c73  00                            |                                            |
c74  00                            | .byte 0x00                                 | no further errors
c75  00 00 00                      | .balign 4                                  |
c78  10 27 00 00                   | .byte 0x10, 0x27, 0x00, 0x00               | 10000
c7c  e8 03 00 00                   | .byte 0xe8, 0x03, 0x00, 0x00               | 1000
c80  64 00 00 00                   | .byte 0x64, 0x00, 0x00, 0x00               | 100
c84  0a 00 00 00                   | .byte 0x0a, 0x00, 0x00, 0x00               | 10
c88  01 00 00 00                   | .byte 0x01, 0x00, 0x00, 0x00               | 1
c8c  00 00 00 00                   | .byte 0x00, 0x00, 0x00, 0x00               | 0
`,
  },
};
