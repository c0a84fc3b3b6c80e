import { isObject, type Json, type JsonObject, parseJson } from "../jsonc.ts";
import { NODE_LISTS, NODE_SWITCHES, type NodeOption } from "./arguments.ts";
import { quote } from "../../text.ts";

/** Reads the permission options of a `node.config.json`: those of `permission`, which turn the permission model on
 * by being there, and those among `nodeOptions`. Pure.
 *
 * @throws SyntaxError or TypeError for what Node refuses
 */
export function readNodeConfig(text: string, path: string): NodeOption[] {
  const json = parseJson(text, path);
  if (!isObject(json)) throw refused(path, json, "content", "write an object");
  const options = section(json, "nodeOptions", path);
  const permission = section(json, "permission", path);
  for (const name of Object.keys(permission ?? {})) {
    if (!NODE_LISTS.includes(name) && !NODE_SWITCHES.includes(name)) {
      throw refused(path, name, "permission", "leave it out");
    }
  }
  return [
    ...(permission === undefined || "permission" in permission ? [] : [{ name: "permission", value: true }]),
    ...readOptions(options ?? {}, path),
    ...readOptions(permission ?? {}, path),
  ];
}

function section(json: JsonObject, name: string, path: string): JsonObject | undefined {
  const value = json[name];
  if (value === undefined || isObject(value)) return value;
  throw refused(path, value, `"${name}"`, "write an object");
}

function readOptions(options: JsonObject, path: string): NodeOption[] {
  return Object.entries(options).flatMap(([name, value]): NodeOption[] => {
    if (NODE_LISTS.includes(name)) {
      return texts(value, name, path).map((entry) => ({ name, value: entry }));
    }
    if (!NODE_SWITCHES.includes(name)) return [];
    if (typeof value !== "boolean") throw refused(path, value, `"${name}"`, "write true or false");
    return [{ name, value }];
  });
}

function texts(value: Json, name: string, path: string): string[] {
  const list = typeof value === "string" ? [value] : value;
  if (Array.isArray(list) && list.every((entry) => typeof entry === "string")) return list;
  throw refused(path, value, `"${name}"`, "write a list of paths");
}

function refused(path: string, value: unknown, what: string, remedy: string): TypeError {
  return new TypeError(`Cannot use ${quote(value)} as ${what} in ${quote(path)}: ${remedy}`);
}
