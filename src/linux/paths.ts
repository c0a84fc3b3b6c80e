/** Bytes of the longest path with its final zero, and of the longest name without; `include/uapi/linux/limits.h`. */
export const PATH_MAX = 4096;
export const NAME_MAX = 255;

/** Matches an absolute path that is not normalised: one with an empty name, `.` or `..`. */
const NOT_NORMAL = /\/(?:\.{0,2}(?:\/|$))/;

/** Resolves `.`, `..`, repeated and trailing slashes of an absolute path, by the text alone. */
export function normalize(path: string): string {
  if (!NOT_NORMAL.test(path)) return path;
  const parts: string[] = [];
  for (const part of path.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "" && part !== ".") parts.push(part);
  }
  return `/${parts.join("/")}`;
}

/** The normal, absolute form of a path that may be relative to a directory. */
export function resolve(directory: string, path: string): string {
  return normalize(path.startsWith("/") ? path : `${directory}/${path}`);
}

/** The directory a path lies in; the root's is itself. */
export function parent(path: string): string {
  return path.slice(0, path.lastIndexOf("/")) || "/";
}

/** The last name of a path. */
export function fileName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** Whether `path` is `directory` or lies in it. */
export function isWithin(path: string, directory: string): boolean {
  return path === directory || directory === "/" || path.startsWith(`${directory}/`);
}
