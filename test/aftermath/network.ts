import { lockdown } from "../../mod.ts";
import { type Activity, attempt } from "./activity.ts";

/** fetch reaches a server on the granted port, by address and by name, and none on another. */
export const network: Activity = async ({ grantedPort, otherPort, confined }) => {
  if (confined) lockdown({ net: [`127.0.0.1:${grantedPort}`, `localhost:${grantedPort}`] });
  const text = async (host: string, port: number) => await (await fetch(`http://${host}:${port}/`)).text();
  return {
    granted: await text("127.0.0.1", grantedPort),
    byName: await text("localhost", grantedPort),
    other: await attempt(() => text("127.0.0.1", otherPort)),
  };
};
