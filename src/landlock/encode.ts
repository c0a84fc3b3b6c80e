/** Byte layouts of `include/uapi/linux/landlock.h`. None contains a pointer; all are native endian, and both
 * architectures we know are little-endian. */

/** Size of the newest `struct landlock_ruleset_attr`. Every kernel takes it as long as the tail it does not
 * know is zero. */
export const RULESET_ATTRIBUTE_SIZE = 48;

/** `struct landlock_ruleset_attr`; the quiet masks of ABI 10 stay zero. */
export function encodeRulesetAttribute(
  view: DataView,
  handledFs: bigint,
  handledNet: bigint,
  scoped: bigint,
): void {
  view.setBigUint64(0, handledFs, true);
  view.setBigUint64(8, handledNet, true);
  view.setBigUint64(16, scoped, true);
  for (let at = 24; at < RULESET_ATTRIBUTE_SIZE; at += 8) view.setBigUint64(at, 0n, true);
}

/** `enum landlock_rule_type`. */
export const RULE_PATH_BENEATH = 1;
export const RULE_NET_PORT = 2;

/** `struct landlock_path_beneath_attr`: 12 bytes, packed. */
export function encodePathBeneath(view: DataView, access: bigint, parent: number): void {
  view.setBigUint64(0, access, true);
  view.setInt32(8, parent, true);
}

/** `struct landlock_net_port_attr`: 16 bytes. The port is in host byte order. */
export function encodeNetPort(view: DataView, access: bigint, port: number): void {
  view.setBigUint64(0, access, true);
  view.setBigUint64(8, BigInt(port), true);
}
