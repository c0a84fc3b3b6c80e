import { currentRuntime } from "../../../runtimes/mod.ts";
import { numberOf, type ProbeCall } from "./numbers.ts";

/** An act: 0 if it went through, else the errno that stopped it. */
export type Act = () => number;

/** A number as it is; of a text, which gets a final NUL, and of bytes the address. */
export type Value = number | string | Uint8Array<ArrayBuffer>;

const runtime = currentRuntime();
const encoder = new TextEncoder();
/** All memory that the kernel was given: the collector must not take it away during a call. */
const given: Uint8Array[] = [];

/** Makes a system call through FFI. The result, or the negated errno. */
export function call(name: ProbeCall, ...values: Value[]): number {
  return callByNumber(numberOf(name, runtime.architecture), ...values);
}

/** The same by number. */
export function callByNumber(number: number, ...values: Value[]): number {
  return runtime.syscall(number, ...values.map(valueOf));
}

function valueOf(value: Value): number {
  if (typeof value === "number") return value;
  return addressOf(typeof value === "string" ? encoder.encode(`${value}\0`) : value);
}

/** The address of bytes, which stay there. */
export function addressOf(bytes: Uint8Array<ArrayBuffer>): number {
  given.push(bytes);
  return runtime.addressOf(bytes);
}

/** Zeroed memory for the kernel to write to. */
export function memory(size: number): Uint8Array<ArrayBuffer> {
  return new Uint8Array(new ArrayBuffer(size));
}

/** 64-bit words, as the kernel lays out most structures. */
export function words(...values: number[]): Uint8Array<ArrayBuffer> {
  return new Uint8Array(new BigInt64Array(values.map(BigInt)).buffer);
}

/** What came of a call. */
export function outcome(result: number): number {
  return result < 0 ? -result : 0;
}

/** What came of a call that makes a descriptor; that is closed. */
export function opened(result: number): number {
  if (result >= 0) call("close", result);
  return outcome(result);
}

/** What came of a call with wrong arguments: these errors come from behind the door. */
export function reached(result: number, ...behind: number[]): number {
  return behind.includes(-result) ? 0 : outcome(result);
}

/** Does something with a descriptor, which is closed afterwards; the errno if there is none. */
export function using(fd: number, action: (fd: number) => number): number {
  if (fd < 0) return -fd;
  const result = action(fd);
  call("close", fd);
  return result;
}
