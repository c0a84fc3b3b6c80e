import type { Act, Case, PermissionWords, TreeItem } from "./case.ts";
import type { Finding } from "./judge.ts";
import { HERE } from "./model.ts";

/** A case as a person would try it: how the tree is made, what is granted, what is done. */
export function reproduction(tried: Case, finding: Finding): string {
  const lines = [
    ...tried.tree.map((item) => `  ${madeBy(item)}`),
    `  grant  ${words(tried)}`,
    ...tried.children.flatMap(({ start, acts }, number) =>
      acts.map((act) => `  child ${number}${start > 0 ? ` (start ${start + 1})` : ""}  ${doing(act)}`)
    ),
    `  ${subject(finding)}: ${finding.what}`,
  ];
  const text = lines.join("\n").replaceAll(`root${HERE}`, "root$PWD").replaceAll("root@", "root$PWD/..");
  return text.replaceAll(`${HERE}/`, "").replaceAll(HERE, ".").replaceAll("@/", "../");
}

function subject({ permission, effect, entry, claim }: Finding): string {
  if (effect === "none") return claim === "" ? "But" : `But (${claim})`;
  return `${effect} ${permission} "${entry}" is called ${claim}`;
}

function words({ words: { read, write, run }, missing }: Case): string {
  const flag = (effect: string, name: string, list: PermissionWords["allow"]) =>
    list === true
      ? [`--${effect}-${name}`]
      : list.length > 0
      ? [`--${effect}-${name}=${list.join(",")}`]
      : [];
  return [
    ...(missing === "error" ? [] : [`--missing=${missing}`]),
    ...flag("allow", "read", read.allow),
    ...flag("deny", "read", read.deny),
    ...flag("allow", "write", write.allow),
    ...flag("deny", "write", write.deny),
    ...flag("allow", "run", run.allow),
    ...flag("deny", "run", run.deny),
  ].join(" ");
}

function madeBy(item: TreeItem): string {
  switch (item.kind) {
    case "folder":
      return `mkdir ${item.path}`;
    case "file":
      return `echo secret > ${item.path}`;
    case "symlink":
      return `ln -s ${item.to.replace("@/t", "$PWD").replace("@", "$PWD/..")} ${item.path}`;
    case "hard link":
      return `ln ${item.to} ${item.path}`;
    case "bind":
      return `mount --bind ${item.to} ${item.path}`;
    default:
      return `make the ${item.kind} ${item.path}`;
  }
}

function doing([name, one = "", two = ""]: Act): string {
  switch (name) {
    case "read":
      return `cat ${one}`;
    case "rename":
      return `mv ${one} ${two}`;
    case "unlink":
      return `rm ${one}`;
    case "symlink":
      return `ln -s ${one} ${two}`;
    case "link":
      return `ln ${one} ${two}`;
    case "create":
    case "replace":
      return `echo ${two} > ${one}`;
    case "append":
      return `echo ${two} >> ${one}`;
    case "copy":
      return `cp ${one} ${two}`;
    case "rmtree":
      return `rm -r ${one}`;
    case "walk":
      return `grep -r . ${one}`;
    case "execute":
      return `./${one}`;
    case "linker":
      return `ld.so ${one}`;
    default:
      return [name, one, two].filter((word) => word !== "").join(" ");
  }
}
