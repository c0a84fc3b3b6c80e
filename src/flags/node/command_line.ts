import { LockdownError } from "../../errors.ts";
import { NODE_LISTS } from "./arguments.ts";
import { nodeFlagsAt } from "./flags.ts";
import { type RuntimeCommandLine, scriptPath, splitOptions } from "../runtime_command_line.ts";
import type { FlagPlace } from "../flag_place.ts";

/** Reads a command line for Node.
 *
 * @param place with the command line, Node's own name first
 * @param version of the Node that will be started
 * @throws LockdownError `FLAGS_UNKNOWN` without `--permission`
 * @throws SyntaxError, TypeError or RangeError for flags that Node would refuse
 */
export function nodeCommandLine(place: FlagPlace, version: string): RuntimeCommandLine {
  const { options, rest } = splitOptions(place.commandLine.slice(1), VALUED);
  const { permissions, auditOnly } = nodeFlagsAt(place, options, version);
  if (permissions === undefined) {
    // Stable from Node 23.5 and 22.13 on; Node 20 knows the long name only
    const flag = Number.parseInt(version) <= 20 ? "--experimental-permission" : "--permission";
    throw new LockdownError(
      "FLAGS_UNKNOWN",
      `Cannot take the permissions from the flags: ${
        auditOnly ? "--permission-audit denies nothing" : `there is no ${flag} before the script`
      }`,
      {
        remedy:
          `Write ${flag} and what may be done, as in landlockdown node ${flag} --allow-fs-read=. app.js`,
      },
    );
  }
  const runsText = options.some((option) => /^(-e|-p|-pe|--eval|--print)(=|$)/.test(option));
  return {
    permissions,
    ownPaths: {
      entry: runsText ? undefined : scriptPath(rest[0], place),
      listsFolders: false,
      startFiles: [],
      caches: [],
    },
    variables: ["NODE_*", "SSL_CERT_FILE", "SSL_CERT_DIR"],
  };
}

/** Options of Node 20 to 26 that take the next word as their value, as `node --help` lists them. One that is missing
 * here makes its value look like the script, and flags behind it are not seen: less is granted, not more. */
const VALUED: readonly string[] = [
  ...NODE_LISTS,
  ...("-C -e -p -pe -r build-sea build-snapshot-config conditions cpu-prof-dir cpu-prof-interval cpu-prof-name " +
    "diagnostic-dir disable-proto disable-warning dns-result-order env-file env-file-if-exists eval " +
    "experimental-default-type experimental-loader experimental-policy experimental-sea-config heap-prof-dir " +
    "heap-prof-interval heap-prof-name heapsnapshot-near-heap-limit heapsnapshot-signal icu-data-dir import " +
    "input-type inspect-publish-uid loader localstorage-file max-http-header-size " +
    "network-family-autoselection-attempt-timeout openssl-config policy-integrity print redirect-warnings " +
    "report-dir report-directory report-filename report-signal require run secure-heap secure-heap-min " +
    "snapshot-blob test-concurrency test-coverage-branches test-coverage-exclude test-coverage-functions " +
    "test-coverage-include test-coverage-lines test-global-setup test-name-pattern test-reporter " +
    "test-reporter-destination test-shard test-skip-pattern test-timeout title tls-cipher-list tls-keylog " +
    "trace-event-categories trace-event-file-pattern trace-require-module unhandled-rejections use-largepages " +
    "v8-pool-size watch-path").split(" "),
];
