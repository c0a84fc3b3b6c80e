import { EACCES, ENOSYS } from "../linux/errno.ts";
import { AT_EMPTY_PATH, MFD_NOEXEC_SEAL } from "../linux/flags.ts";
import { type Act, type Circumstances, grantsNone, refuse } from "./act.ts";

/** Acts that take the permissions run, ffi or env. */
export type ProgramAct =
  | "execution"
  | "memoryFiles"
  | "runningAsData"
  | "loadingLibraries"
  | "readingEnvironment";

const limitsRun = ({ permissions: { run } }: Circumstances) => !run.allowAll || run.deny.length > 0;

/** See {@linkcode Act}. */
export const PROGRAM_ACTS: Readonly<Record<ProgramAct, Act>> = {
  execution: {
    act: "executing memory files, and readable programs through the dynamic linker",
    permission: "run",
    closure: {
      reason: "no program is granted, and Landlock lets memory files be executed",
      refusals: [refuse(EACCES, "execve", "execveat")],
      unwanted: ({ permissions }) => grantsNone(permissions.run),
      closable: ({ executes }) => !executes,
      reportedElsewhere: true,
    },
  },
  memoryFiles: {
    act: "executing memory files: any code, whatever programs are granted",
    permission: "run",
    closure: {
      reason:
        "Landlock lets memory files be executed. Those that can never be (MFD_NOEXEC_SEAL, Linux 6.3) can be made; programs " +
        "take a temporary file instead",
      refusals: [
        {
          calls: ["memfd_create"],
          errno: ENOSYS,
          when: [{ argument: 1, mask: MFD_NOEXEC_SEAL, among: [0] }],
        },
        {
          calls: ["execveat"],
          errno: ENOSYS,
          when: [{ argument: 4, mask: AT_EMPTY_PATH, among: [AT_EMPTY_PATH] }],
        },
      ],
      unwanted: limitsRun,
      within: "execution",
      switchable: true,
    },
  },
  runningAsData: {
    act:
      "running code without execve of a file: scripts handed to a granted interpreter, a readable program handed to " +
      "the dynamic linker",
    permission: "run",
    closedBy: [["execution"]],
  },
  loadingLibraries: {
    act: "loading any file that may be read as a native library",
    permission: "ffi",
  },
  readingEnvironment: {
    act: "reading environment variables, which children inherit",
    permission: "env",
    heldBySandbox: true,
  },
};
