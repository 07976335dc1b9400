// What a synchronous evaluation needs, loaded with the module. Whoever can wait
// takes it from resources.ts, when it is needed.
import builtins from "../resources/generated/builtins.json" with {
  type: "text",
};
import luaVm from "../resources/generated/lua_vm.b64" with { type: "text" };

/** What `builtins()` parses. */
export const BUILTINS_TEXT: string = builtins;

/** The same as `luaVmBase64()`. */
export const LUA_VM_TEXT: string = luaVm;
