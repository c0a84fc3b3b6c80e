import type { Places } from "../places.ts";
import { type Programs, type Row, step } from "../row.ts";
import type { Surroundings } from "../surroundings.ts";

/** Other processes and their sockets. */
export function outsideRows({ readable, secret }: Places, programs: Programs, around: Surroundings): Row[] {
  const { sh, python = "" } = programs;
  const { abstract, outsider } = around;
  return [
    {
      fact: "a native connect reaches no abstract UNIX socket from outside",
      denied: [step("nativeConnectAbstract", abstract)],
      errno: "EPERM",
      allowed: [step("nativeConnectOwnAbstract", `${abstract}-own`)],
      abi: 6,
    },
    {
      fact: "a Python program reaches no abstract UNIX socket from outside",
      denied: [step("pythonConnectsAbstract", python, abstract, "other")],
      errno: "EPERM",
      allowed: [step("pythonConnectsAbstract", python, `${abstract}-python`, "own")],
      needs: ["python"],
      abi: 6,
    },
    {
      fact: "process.kill sends no signal to a process outside",
      denied: [step("signal", outsider)],
      errno: "EPERM",
      allowed: [step("signal", "own")],
      abi: 6,
    },
    {
      fact: "a native kill sends no signal to a process outside",
      denied: [step("nativeKill", outsider)],
      errno: "EPERM",
      allowed: [step("signal", "own")],
      abi: 6,
    },
    {
      fact: "a shell sends no signal to a process outside, but to itself and its parent",
      denied: [step("shellSignals", sh, outsider)],
      errno: "EPERM",
      allowed: [step("shellSignals", sh, "$$"), step("shellSignals", sh, "$PPID")],
      abi: 6,
    },
    {
      fact: "/proc gives no way to what another process may read",
      denied: [
        step("readSync", `/proc/${outsider}/environ`),
        step("readSync", `/proc/${outsider}/root${secret}/text`),
        step("readAsync", `/proc/self/root${secret}/text`),
      ],
      errno: "EACCES",
      allowed: [step("readSync", "/proc/self/status"), step("readSync", `/proc/self/root${readable}/text`)],
    },
  ];
}
