/** The version of this program: the one place that names it (`deno.json` is checked against it). */
export const VERSION = "0.1.0";
