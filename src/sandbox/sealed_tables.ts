import { ACT_NAMES, ACTS, CLOSABLE_ACTS } from "../acts/catalogue.ts";
import { FILE_ACTS } from "../acts/files.ts";
import { KERNEL_ACTS } from "../acts/kernel.ts";
import { NETWORK_ACTS } from "../acts/network.ts";
import { PROCESS_ACTS } from "../acts/processes.ts";
import { PROGRAM_ACTS } from "../acts/programs.ts";
import { ORDERS } from "../enforce/orders.ts";
import { DENO_START_FILES } from "../flags/deno/command_line.ts";
import { NODE_LISTS, NODE_SWITCHES } from "../flags/node/arguments.ts";
import { PERMISSION_FLAGS } from "../flags/permission_flags.ts";
import { ABI_STEPS, ADD_RULE, FS, NET, RESTRICT, SCOPE } from "../landlock/abi.ts";
import { EXIT, LANDLOCK, NAME, PATH_RULE, PLAN, PORT_RULE, RULE, STATE, TAIL } from "../launcher/layout.ts";
import { RUNTIME_SIGNALS } from "../launcher/policy.ts";
import { CAPABILITY, KEPT_CAPABILITIES } from "../linux/capabilities.ts";
import { MACHINES } from "../linux/elf.ts";
import { O_DIRECTORY, O_NOFOLLOW, O_TMPFILE } from "../linux/flags.ts";
import { DIRENT, OPEN_HOW, SIGACTION, STATX } from "../linux/structs.ts";
import { PERMISSION_NAMES } from "../permissions/permissions.ts";
import { CONFIG_SYS_KINDS, FLAG_SYS_KINDS } from "../permissions/sys_kinds.ts";
import { BASELINE, HOSTS } from "../plan/baseline_entries.ts";
import { SOCKET_CLOSURES } from "../plan/mechanisms.ts";
import { PROGRAM_FOLDERS } from "../plan/run_entries.ts";
import { presets } from "../presets/presets.ts";
import { PRESET_NAMES, PRESET_PROGRAMS } from "../presets/programs.ts";
import { AUDIT_ARCHITECTURE } from "../seccomp/compile.ts";
import { HOT_CALLS } from "../seccomp/hot_calls.ts";
import { CODE, DATA } from "../seccomp/instruction.ts";
import { MINIMAL_ENVIRONMENT } from "./child_environment.ts";
import { DANGEROUS_TABLE, DANGEROUS_VARIABLES } from "./dangerous_variables.ts";
import { LINE_VARIABLES } from "./inexact_lines.ts";

const { freeze, isFrozen, values } = Object;

/** Everything we export that is not a function. Code that finds our inner modules could otherwise change what later
 * sandboxes are made of, the machine code in them too. `test/javascript` fails if one is missing. */
const TABLES: readonly object[] = [
  ABI_STEPS,
  ADD_RULE,
  AUDIT_ARCHITECTURE,
  BASELINE,
  CAPABILITY,
  ACT_NAMES,
  ACTS,
  CLOSABLE_ACTS,
  FILE_ACTS,
  KERNEL_ACTS,
  NETWORK_ACTS,
  PROCESS_ACTS,
  PROGRAM_ACTS,
  PROGRAM_FOLDERS,
  SOCKET_CLOSURES,
  CODE,
  CONFIG_SYS_KINDS,
  DANGEROUS_TABLE,
  DANGEROUS_VARIABLES,
  DATA,
  DENO_START_FILES,
  DIRENT,
  EXIT,
  FLAG_SYS_KINDS,
  FS,
  HOSTS,
  HOT_CALLS,
  LANDLOCK,
  KEPT_CAPABILITIES,
  LINE_VARIABLES,
  MACHINES,
  MINIMAL_ENVIRONMENT,
  NAME,
  NET,
  NODE_LISTS,
  NODE_SWITCHES,
  OPEN_HOW,
  ORDERS,
  O_DIRECTORY,
  O_NOFOLLOW,
  O_TMPFILE,
  PATH_RULE,
  PERMISSION_FLAGS,
  PERMISSION_NAMES,
  PLAN,
  PORT_RULE,
  PRESET_NAMES,
  PRESET_PROGRAMS,
  RULE,
  RESTRICT,
  RUNTIME_SIGNALS,
  SCOPE,
  SIGACTION,
  STATE,
  STATX,
  TAIL,
  presets,
];

function freezeDeep(table: object): void {
  if (isFrozen(table)) return;
  freeze(table);
  for (const inner of values(table)) if (typeof inner === "object" && inner !== null) freezeDeep(inner);
}

for (const table of TABLES) freezeDeep(table);
