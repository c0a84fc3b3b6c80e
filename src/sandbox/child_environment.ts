import type { Grants, TextEntry } from "../permissions/permission_set.ts";
import { DANGEROUS_VARIABLES } from "./dangerous_variables.ts";
import type { LauncherEnvironment } from "../launcher/policy.ts";

/** What a child gets of the environment when `env` is left out: enough to find programs, speak the user's language
 * and know the terminal, and nothing that is likely to be a secret. */
export const MINIMAL_ENVIRONMENT: readonly string[] = [
  "PATH",
  "HOME",
  "USER",
  "LOGNAME",
  "SHELL",
  "PWD",
  // Without it bash with a socket as its input takes itself for a login and runs ~/.bashrc
  "SHLVL",
  "LANG",
  "LANGUAGE",
  "LC_*",
  "TZ",
  "TERM",
  "COLORTERM",
  "NO_COLOR",
  "FORCE_COLOR",
  "TMPDIR",
];

/** What of the environment passes, as the env permission means it: `true` for all, names, `PREFIX*`.
 *
 * @param wasGiven whether the permission was given at all; without it {@linkcode MINIMAL_ENVIRONMENT} passes
 * @param set variables with values of their own
 */
export function childEnvironment(
  env: Grants<TextEntry>,
  wasGiven: boolean,
  set: Readonly<Record<string, string>>,
): LauncherEnvironment {
  if (!wasGiven) return { pass: MINIMAL_ENVIRONMENT, block: reached(MINIMAL_ENVIRONMENT), set };
  const named = env.allow.map(({ text }) => text);
  const pass = env.allowAll ? ["*"] : named;
  const dangerous = reached(pass).filter((variable) => !named.includes(variable));
  // The longer prefix would win over the one that blocks: LD_P* is no name of a variable either
  const prefixes = dangerous.filter((variable) => variable.endsWith("*")).map((text) => text.slice(0, -1));
  const hidden = named.filter((text) =>
    text.endsWith("*") && prefixes.some((prefix) => text.startsWith(prefix))
  );
  return {
    pass,
    block: [...dangerous, ...hidden, ...env.deny.map(({ text }) => text)],
    set,
  };
}

/** Those of the dangerous variables that would pass: a launcher need not carry the others. */
function reached(pass: readonly string[]): readonly string[] {
  const prefixes = pass.filter((text) => text.endsWith("*")).map((text) => text.slice(0, -1));
  return DANGEROUS_VARIABLES.filter((variable) => {
    const name = variable.endsWith("*") ? variable.slice(0, -1) : variable;
    return prefixes.some((prefix) =>
      name.startsWith(prefix) || (name !== variable && prefix.startsWith(name))
    );
  });
}
