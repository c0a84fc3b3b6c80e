/** Installs what the tests need, as `npm test` does. */
import { setUp } from "../setup.ts";

setUp({ nodes: false });
