/** What a public call does where something was replaced for good. */
import { explain } from "../../mod.ts";

const { map } = Array.prototype;
Object.defineProperty(Array.prototype, "map", { value: map.bind([]), configurable: false, writable: false });
explain({});
