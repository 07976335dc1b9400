/** One Lua file of `resources/lua` that runs inside the sandbox on our side. */
export interface HostModule {
  /** What `require` calls it; a name that begins with `_` is a part only the other host modules see. */
  readonly name: string;
  /** File name inside `resources/lua`. */
  readonly file: string;
}

/**
 * The host modules in the order they are loaded. Each file is a chunk that is
 * called with the trusted table `host`; what it returns is kept as
 * `host.modules[name]`, where the files after it find it. `require` answers
 * only names that do not begin with `_`. When an evaluation begins, the prelude
 * sets `host.catalog` and `host.insomnia.version`.
 */
export const HOST_MODULES: readonly HostModule[] = [
  { name: "_suggest", file: "_suggest.lua" },
  { name: "_credentials", file: "_credentials.lua" },
  { name: "_arguments", file: "_arguments.lua" },
  { name: "_fields", file: "_fields.lua" },
  { name: "insomnia.profile", file: "profile.lua" },
  { name: "insomnia.models", file: "models.lua" },
  { name: "insomnia.reasoning", file: "reasoning.lua" },
  { name: "insomnia.compact", file: "compact.lua" },
  { name: "insomnia.scope", file: "scope.lua" },
  { name: "insomnia.memory", file: "memory.lua" },
  { name: "insomnia.web", file: "web.lua" },
  { name: "insomnia.tools", file: "tools.lua" },
  { name: "insomnia.secrets", file: "secrets.lua" },
  { name: "insomnia", file: "insomnia.lua" },
];
