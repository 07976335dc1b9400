// Imports the library and uses next to nothing of it.
import { VERSION } from "../../../mod.ts";

console.log(VERSION);
