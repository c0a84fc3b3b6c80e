import type { Grants, TextEntry } from "../permissions/permission_set.ts";
import type { LauncherEnvironment } from "./launcher_plan.ts";

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

/** Variables that make programs load or run what the caller did not ask for. They pass only by their own name, not
 * with `true` or a prefix. Other dynamic linkers' variables do not matter on Linux. */
export const DANGEROUS_VARIABLES: readonly string[] = [
  "LD_*",
  "GCONV_PATH",
  "GLIBC_TUNABLES",
  "OPENSSL_CONF",
  "OPENSSL_ENGINES",
  "OPENSSL_MODULES",
  "NODE_OPTIONS",
  "NODE_PATH",
  "NODE_REPL_EXTERNAL_MODULE",
  "BUN_*",
  "DENO_*",
  "NPM_CONFIG_*",
  "npm_config_*",
  "BASH_ENV",
  "ENV",
  "BASH_FUNC_*",
  "SHELLOPTS",
  "BASHOPTS",
  "PS4",
  "PYTHONSTARTUP",
  "PYTHONPATH",
  "PYTHONHOME",
  "PERL5OPT",
  "PERL5LIB",
  "PERL5DB",
  "RUBYOPT",
  "RUBYLIB",
  "JAVA_TOOL_OPTIONS",
  "JDK_JAVA_OPTIONS",
  "_JAVA_OPTIONS",
  "GIT_CONFIG_*",
  "GIT_EXEC_PATH",
  "GIT_SSH",
  "GIT_SSH_COMMAND",
  "GIT_PROXY_COMMAND",
  "GIT_EXTERNAL_DIFF",
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
  if (!wasGiven) return { pass: MINIMAL_ENVIRONMENT, block: DANGEROUS_VARIABLES, set };
  const named = env.allow.map(({ text }) => text);
  const dangerous = DANGEROUS_VARIABLES.filter((variable) => !named.includes(variable));
  // The longer prefix would win over the one that blocks: LD_P* is no name of a variable either
  const prefixes = dangerous.filter((variable) => variable.endsWith("*")).map((text) => text.slice(0, -1));
  const hidden = named.filter((text) =>
    text.endsWith("*") && prefixes.some((prefix) => text.startsWith(prefix))
  );
  return {
    pass: env.allowAll ? ["*"] : named,
    block: [...dangerous, ...hidden, ...env.deny.map(({ text }) => text)],
    set,
  };
}
