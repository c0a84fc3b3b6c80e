/** Does jobs on a kernel that seems to have no Landlock: a seccomp filter answers for it. Arguments: the number of the
 * errno, the jobs. */
import { currentRuntime } from "../../runtimes/mod.ts";
import { System } from "../../src/linux/system.ts";
import { performAll } from "./plan_act.ts";

const CREATE_RULESET = 444;
const SECCOMP_SET_MODE_FILTER = 1;
const FLAG_TSYNC = 1;
const PR_SET_NO_NEW_PRIVS = 38;

const LOAD_WORD = 0x20;
const JUMP_IF_EQUAL = 0x15;
const RETURN = 0x06;
const RETURN_ERRNO = 0x0005_0000;
const RETURN_ALLOW = 0x7fff_0000;

/** Answers `errno` for `landlock_create_ruleset` on every thread. */
function hideLandlock(errno: number): void {
  const system = new System(currentRuntime());
  const program = [
    [LOAD_WORD, 0, 0, 0], // the number of the call
    [JUMP_IF_EQUAL, 0, 1, CREATE_RULESET],
    [RETURN, 0, 0, RETURN_ERRNO | errno],
    [RETURN, 0, 0, RETURN_ALLOW],
  ] as const;
  const code = system.buffer(program.length * 8);
  program.forEach(([operation, ifTrue, ifFalse, value], index) => {
    code.view.setUint16(index * 8, operation, true);
    code.view.setUint8(index * 8 + 2, ifTrue);
    code.view.setUint8(index * 8 + 3, ifFalse);
    code.view.setUint32(index * 8 + 4, value, true);
  });
  const filter = system.buffer(16); // struct sock_fprog
  filter.view.setUint16(0, program.length, true);
  filter.view.setBigUint64(8, BigInt(code.address), true);
  // Root needs no no_new_privs, and the job looks whether anybody set it
  if (process.getuid?.() !== 0) system.call("prctl", "no_new_privs", PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  system.call("seccomp", "filter", SECCOMP_SET_MODE_FILTER, FLAG_TSYNC, filter.address);
}

hideLandlock(Number(process.argv[2]));
await performAll(JSON.parse(process.argv[3] as string));
