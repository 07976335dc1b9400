import type { ModelAuth } from "../schema/auth.ts";
import { API_KEY_VARIABLES } from "../schema/defaults.ts";
import type { WireScheme } from "../schema/model.ts";

/**
 * A credential reference that leaves nothing open: an `api_key` without `env`
 * and `file` gets the variable of the scheme. The variable is never read.
 *
 * @example
 * ```ts
 * import { pinAuth } from "./pin_auth.ts";
 * import assert from "node:assert/strict";
 * assert.deepEqual(pinAuth({ kind: "api_key" }, "gemini"), {
 *   kind: "api_key",
 *   env: "INSOMNIA_API_KEY_GEMINI",
 * });
 * ```
 */
export function pinAuth(auth: ModelAuth, scheme: WireScheme): ModelAuth {
  const isOpen = auth.kind === "api_key" && auth.env === undefined &&
    auth.file === undefined;
  return isOpen ? { kind: "api_key", env: API_KEY_VARIABLES[scheme] } : auth;
}
