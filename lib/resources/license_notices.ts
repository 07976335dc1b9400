import { checkedResource } from "./builtin_resources.ts";

/** Where in the program a part that others wrote is found. */
export type LicensedIn = "Lua machine" | "npm package" | "executable";

/** A part that others wrote, and the terms they give it under. */
export interface LicenseNotice {
  /** As its authors write it. */
  readonly name: string;
  /** Left out where the part has no version of its own here. */
  readonly version?: string;
  /** By its SPDX identifier. */
  readonly license: string;
  /** `executable`: Deno's runtime, which the executable is put behind. */
  readonly in: LicensedIn;
  /** The licence with its copyright notice, word for word. */
  readonly text: string;
}

type Part = Omit<LicenseNotice, "text">;

/** Each part by the name of its text; a test compares it with what is imported. */
const PARTS = {
  "wasmoon": {
    name: "wasmoon",
    version: "1.16.0",
    license: "MIT",
    in: "Lua machine",
  },
  "lua": { name: "Lua", version: "5.4", license: "MIT", in: "Lua machine" },
  "emscripten": { name: "Emscripten", license: "MIT", in: "Lua machine" },
  "musl": { name: "musl", license: "MIT", in: "Lua machine" },
  "zod": {
    name: "zod",
    version: "4.6.7",
    license: "MIT",
    in: "npm package",
  },
  "smol-toml": {
    name: "smol-toml",
    version: "1.9.1",
    license: "BSD-3-Clause",
    in: "npm package",
  },
  "jsonc-parser": {
    name: "jsonc-parser",
    version: "3.3.1",
    license: "MIT",
    in: "npm package",
  },
  "toml-eslint-parser": {
    name: "toml-eslint-parser",
    version: "1.0.3",
    license: "MIT",
    in: "npm package",
  },
  "eslint-visitor-keys": {
    name: "eslint-visitor-keys",
    version: "5.0.1",
    license: "Apache-2.0",
    in: "npm package",
  },
  "noble-hashes": {
    name: "@noble/hashes",
    version: "2.4.0",
    license: "MIT",
    in: "npm package",
  },
  "deno": { name: "Deno", license: "MIT", in: "executable" },
  "v8": { name: "V8", license: "BSD-3-Clause", in: "executable" },
} as const satisfies Readonly<Record<string, Part>>;

/**
 * What others wrote in this program, each part with the whole text of its
 * licence: whoever hands the program on hands these on too. A program that
 * imports the library as source or as `mod.js` does not contain what is in
 * `executable`.
 *
 * @example
 * ```ts
 * import { licenseNotices } from "@insomnia/profile";
 * import assert from "node:assert/strict";
 * const lua = (await licenseNotices()).find(({ name }) => name === "Lua");
 * assert.equal(lua?.license, "MIT");
 * assert.match(lua.text, /Lua\.org, PUC-Rio/);
 * ```
 */
export async function licenseNotices(): Promise<readonly LicenseNotice[]> {
  const { LICENSE_TEXTS } = await import("./license_texts.ts");
  const keys = Object.keys(PARTS) as (keyof typeof PARTS)[];
  return await Promise.all(keys.map(async (key) => ({
    ...PARTS[key],
    text: await checkedResource(
      `resources/licenses/${key}.txt`,
      LICENSE_TEXTS[key],
    ),
  })));
}
