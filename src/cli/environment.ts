import type { LauncherEnvironment } from "../launcher/policy.ts";
import { UsageError } from "./errors.ts";

/** The environment of a plan with what `--env` adds: `NAME` passes, also where it would be held back as dangerous,
 * `NAME=VALUE` is set. Pure.
 *
 * @throws UsageError for what is neither
 */
export function withVariables(
  environment: LauncherEnvironment,
  variables: readonly string[],
): LauncherEnvironment {
  const set: Record<string, string> = {};
  const names: string[] = [];
  for (const text of variables) {
    const [name = ""] = text.split("=", 1);
    if (!/^[^=*\0]+$/.test(name)) {
      throw new UsageError(`cannot use "--env=${text}": write --env=NAME or --env=NAME=VALUE`);
    }
    if (text.length > name.length) set[name] = text.slice(name.length + 1);
    else names.push(name);
  }
  return {
    pass: [...environment.pass, ...names],
    block: (environment.block ?? []).filter((name) => !names.includes(name)),
    set: { ...omit(environment.set ?? {}, names), ...set },
  };
}

/** What `--env=NAME=VALUE` sets a variable to. */
export function valueOf(name: string, variables: readonly string[]): string | undefined {
  return variables.findLast((text) => text.startsWith(`${name}=`))?.slice(name.length + 1);
}

function omit(
  variables: Readonly<Record<string, string>>,
  names: readonly string[],
): Record<string, string> {
  return Object.fromEntries(Object.entries(variables).filter(([name]) => !names.includes(name)));
}
