import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmodSync, copyFileSync, rmSync, symlinkSync } from "node:fs";
import { createSocket } from "node:dgram";
import { type AddressInfo, createServer } from "node:net";
import type { Permissions } from "../../mod.ts";
import { close as closeDescriptor, listenAbstract } from "../acts/native_calls.ts";
import { type Folder, makeFolder } from "../support/folder.ts";
import { listen } from "../support/servers.ts";
import type { Needs, Probe } from "./probes.ts";

/** What is granted in a run; `nothing` but what the probe needs to start. */
export const POLICIES = ["nothing", "something"] as const;
export type Policy = (typeof POLICIES)[number];

/** The world outside of the sandbox that the probe tries to reach. */
export interface Place {
  readonly folder: Folder;
  /** Makes all files anew and returns the arguments of the probe. */
  fresh(probe: Probe): string[];
  /** What is granted, besides what the probe needs. */
  permissions(policy: Policy, needs: Needs): Permissions;
  close(): void;
}

/** Starts all that listens. */
export async function makePlace(): Promise<Place> {
  const folder = makeFolder({ "outside/": "", "inside/": "", "writable/": "" });
  const tcp = await listen("127.0.0.1");
  const udp = createSocket("udp4");
  await new Promise<void>((resolve) => udp.bind(0, "127.0.0.1", resolve));
  const socket = createServer();
  await new Promise<void>((resolve) => socket.listen(folder.at("outside/socket"), resolve));
  const abstract = `landlockdown-leaks-${randomBytes(8).toString("hex")}`;
  const abstractSocket = listenAbstract(abstract);
  const outsider = spawn("sleep", ["600"], { stdio: "ignore" });
  return {
    folder,
    fresh({ nothing, dynamic }) {
      for (const name of ["file", "to-remove", "to-rename", "to-truncate"]) {
        folder.write(`outside/${name}`, "text");
      }
      copyFileSync(nothing, folder.at("outside/program"));
      for (const name of ["file", "to-truncate"]) folder.write(`inside/${name}`, "text");
      copyFileSync(dynamic, folder.at("inside/not-executable"));
      chmodSync(folder.at("inside/not-executable"), 0o644);
      for (const name of ["outside/new", "outside/new-folder", "outside/new-socket", "outside/hard-link"]) {
        rmSync(folder.at(name), { recursive: true, force: true });
      }
      for (const name of ["outside/renamed", "outside/link"]) {
        rmSync(folder.at(name), { recursive: true, force: true });
      }
      symlinkSync("nowhere", folder.at("outside/link"));
      return [
        folder.at("outside"),
        folder.at("inside"),
        `${tcp.port}`,
        `${(udp.address() as AddressInfo).port}`,
        `${outsider.pid}`,
        abstract,
      ];
    },
    permissions(policy, { read, run }) {
      const base = { read: [folder.at("inside"), ...read], run };
      // Nobody listens on port 1
      return policy === "nothing" ? base : { ...base, write: [folder.at("writable")], net: ["localhost:1"] };
    },
    close() {
      tcp.close();
      udp.close();
      socket.close();
      closeDescriptor(abstractSocket);
      outsider.kill("SIGKILL");
      folder.remove();
    },
  };
}
