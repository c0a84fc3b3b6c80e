import type { Architecture } from "./architecture.ts";
import { NEWEST } from "./series.ts";

/**
 * The packages that hold a kernel image. The cloud flavour has all we need built in (serial ports, initramfs,
 * Landlock) and is the smallest; debug symbols and real-time kernels do not match.
 */
export function kernelPackage(series: string, architecture: Architecture): RegExp {
  const start = series === NEWEST ? String.raw`\d+\.\d+` : series.replace(".", String.raw`\.`);
  const release = String
    .raw`${start}(?:\.\d+)*(?:-rc\d+)?(?:-\d[\w.]*)?(?:\+[\w.]+)?(?:-cloud)?-${architecture}`;
  return new RegExp(`^linux-(?:image|binary)-(?<release>${release})(?:-unsigned)?$`);
}
