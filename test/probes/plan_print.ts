/** Prints a report in the ways that people print. */
import { explain } from "../../mod.ts";

const { report } = explain({ read: ["/"], net: ["localhost:8443"] });
console.log(report);
console.log("----");
console.log(String(report));
console.log("----");
console.log({ report });
