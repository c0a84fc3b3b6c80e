import { missingMembers, shellTarget } from "./archives.ts";
import { type Attack, ATTACKS, contains, type Kind, placeOf } from "./attacks.ts";
import type { Run } from "./run_service.ts";
import type { ServiceResult } from "./service_result.ts";
import type { Tool } from "./tools.ts";

/** Something that is tried, a line of the table. */
export interface Act {
  readonly title: string;
  /** Whether lockdown must prevent it; else it must work with and without. */
  readonly isHostile: boolean;
  /** The word for the table when it worked. */
  readonly done: string;
  /** Whether it worked, as seen from outside the service. */
  isDone(run: Run): boolean;
  /** What the one who tried was told, if anything: a refusal must come from the kernel, not from an accident. */
  message(run: Run, result: ServiceResult): string | undefined;
  /** Whether it can be seen that it was refused, for a tool that says nothing. */
  isRefused?(run: Run): boolean;
}

/** Acts that belong together in the table. */
export interface ActGroup {
  readonly title: string;
  readonly acts: readonly Act[];
}

/** What the hostile module tells the collector. */
interface ModuleOutcome {
  readonly secret: Attempt;
  readonly shell: Attempt;
  readonly other: Attempt;
}

interface Attempt {
  readonly value?: unknown;
  readonly error?: string;
}

/** All that is tried with the tools of this machine. */
export function actGroups(tools: Readonly<Record<Kind, Tool | undefined>>): ActGroup[] {
  const groups: ActGroup[] = [];
  for (const kind of ["tar", "tgz"] as const) {
    const tool = tools[kind];
    if (tool === undefined) continue;
    groups.push({
      title: tool.title,
      acts: [honest(kind), ...ATTACKS.map((attack) => hostile(attack, kind))],
    });
  }
  if (tools.tgz !== undefined) groups.push({ title: "Module that an archive brought", acts: MODULE_ACTS });
  groups.push({
    title: "The service itself",
    acts: [{
      title: "reports to its port",
      isHostile: false,
      done: "reached",
      isDone: ({ scene }) => scene.collector.received.has("/service"),
      message: () => undefined,
    }],
  });
  return groups;
}

function honest(kind: Kind): Act {
  return {
    title: "honest files",
    isHostile: false,
    done: "arrived",
    isDone: ({ scene }) => missingMembers(scene.outbox, kind).length === 0,
    message: ({ scene }, result) =>
      archiveError(result, `honest.${kind}`) ?? `missing: ${missingMembers(scene.outbox, kind).join(", ")}`,
  };
}

function hostile(attack: Attack, kind: Kind): Act {
  const place = ({ scene }: Run) => placeOf(scene, attack, kind);
  const { name, title, done } = attack;
  return {
    title,
    done,
    isHostile: true,
    isDone: (run) => attack.isDone(place(run), run),
    isRefused: (run) => attack.isRefused?.(place(run)) ?? false,
    message: (run, result) =>
      attack.message === undefined
        ? archiveError(result, `${name}.${kind}`)
        : attack.message(place(run), run),
  };
}

const MODULE_ACTS: readonly Act[] = [
  {
    title: "reads a secret",
    isHostile: true,
    done: "read",
    isDone: (run) => moduleOutcome(run)?.secret.value === run.scene.secret,
    message: (run) => moduleOutcome(run)?.secret.error,
  },
  {
    title: "starts a shell",
    isHostile: true,
    done: "started",
    isDone: ({ scene }) => contains(shellTarget(scene), "written\n"),
    message: (run) => moduleOutcome(run)?.shell.error,
  },
  {
    title: "phones home, another port",
    isHostile: true,
    done: "reached",
    isDone: ({ scene }) => scene.stranger.received.has("/phone-home"),
    message: (run) => moduleOutcome(run)?.other.error,
  },
  {
    title: "connects to granted port",
    isHostile: false,
    done: "reached",
    isDone: ({ scene }) => scene.collector.received.has("/module"),
    message: () => undefined,
  },
];

function archiveError({ archives }: ServiceResult, name: string): string | undefined {
  return archives.find(({ archive }) => archive === name)?.error;
}

function moduleOutcome({ scene }: Run): ModuleOutcome | undefined {
  const body = scene.collector.received.get("/module");
  return body === undefined ? undefined : JSON.parse(body) as ModuleOutcome;
}
