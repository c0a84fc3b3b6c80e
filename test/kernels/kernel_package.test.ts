import { test } from "uvu";
import * as assert from "uvu/assert";
import { kernelPackage } from "./kernel_package.ts";

const CASES: readonly [series: string, name: string, release: string | undefined][] = [
  ["5.10", "linux-image-5.10.0-32-cloud-amd64", "5.10.0-32-cloud-amd64"],
  ["6.1", "linux-image-6.1.0-50-amd64-unsigned", "6.1.0-50-amd64"],
  ["6.1", "linux-image-6.12.107+deb13-amd64", undefined],
  ["6.12", "linux-image-6.12.90+deb12.1-cloud-amd64", "6.12.90+deb12.1-cloud-amd64"],
  ["7.3", "linux-binary-7.3-amd64", "7.3-amd64"],
  ["7.3", "linux-binary-7.3.4+deb13-cloud-amd64", "7.3.4+deb13-cloud-amd64"],
  ["7.3", "linux-binary-7.3-rc7-amd64", "7.3-rc7-amd64"],
  ["newest", "linux-binary-7.4.1+deb14-amd64", "7.4.1+deb14-amd64"],
  ["7.3", "linux-image-7.3.4+deb13-rt-amd64", undefined],
  ["7.3", "linux-image-7.3.4+deb13-amd64-dbg", undefined],
  ["7.3", "linux-base-7.3.4+deb13-amd64", undefined],
  ["7.3", "linux-binary-7.3.4+deb13-arm64", undefined],
];

for (const [series, name, release] of CASES) {
  test(`kernelPackage("${series}") ${release === undefined ? "leaves out" : "takes"} ${name}`, () => {
    assert.is(kernelPackage(series, "amd64").exec(name)?.groups?.["release"], release);
  });
}

test.run();
