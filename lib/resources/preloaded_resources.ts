// What a synchronous evaluation needs, loaded with the module. Asynchronous
// code uses `builtin_resources.ts` instead.
import builtins from "../../resources/generated/builtins.json" with {
  type: "text",
};
import luaVm from "../../resources/generated/lua_vm.b64" with { type: "text" };
import { LOADED_FROM_URL } from "./builtin_resources.ts";

/** Texts that failed the check: reported when used, not when imported. */
const damage: unknown = LOADED_FROM_URL ? await findDamage() : undefined;

async function findDamage(): Promise<unknown> {
  const { verifyResource } = await import("./verify_resource.ts");
  try {
    await verifyResource("resources/generated/builtins.json", builtins);
    await verifyResource("resources/generated/lua_vm.b64", luaVm);
  } catch (error) {
    return error;
  }
}

/**
 * What `builtins()` parses.
 *
 * @throws {ProfileError} `builtin-damaged`
 */
export function builtinsText(): string {
  return undamaged(builtins);
}

/**
 * The same as `luaVmBase64()`.
 *
 * @throws {ProfileError} `builtin-damaged`
 */
export function luaVmText(): string {
  return undamaged(luaVm);
}

function undamaged(text: string): string {
  if (damage) throw damage;
  return text;
}
