import deno from "../../resources/licenses/deno.txt" with { type: "text" };
import emscripten from "../../resources/licenses/emscripten.txt" with {
  type: "text",
};
import eslintVisitorKeys from "../../resources/licenses/eslint-visitor-keys.txt" with {
  type: "text",
};
import jsoncParser from "../../resources/licenses/jsonc-parser.txt" with {
  type: "text",
};
import lua from "../../resources/licenses/lua.txt" with { type: "text" };
import musl from "../../resources/licenses/musl.txt" with { type: "text" };
import nobleHashes from "../../resources/licenses/noble-hashes.txt" with {
  type: "text",
};
import smolToml from "../../resources/licenses/smol-toml.txt" with {
  type: "text",
};
import tomlEslintParser from "../../resources/licenses/toml-eslint-parser.txt" with {
  type: "text",
};
import v8 from "../../resources/licenses/v8.txt" with { type: "text" };
import wasmoon from "../../resources/licenses/wasmoon.txt" with {
  type: "text",
};
import zod from "../../resources/licenses/zod.txt" with { type: "text" };

/** The licence of each part that others wrote, as they wrote it. */
export const LICENSE_TEXTS = {
  deno,
  emscripten,
  "eslint-visitor-keys": eslintVisitorKeys,
  "jsonc-parser": jsoncParser,
  lua,
  musl,
  "noble-hashes": nobleHashes,
  "smol-toml": smolToml,
  "toml-eslint-parser": tomlEslintParser,
  v8,
  wasmoon,
  zod,
} as const;
