import type { LuaProgram, LuaSource } from "../../lib/lua/source.ts";

/** What `builtin:default` gives to those that import it. */
const DEFAULT_PROFILE = {
  slug: "default",
  description: "A usual agent",
  model: { ref: "anthropic/claude-sonnet-4-6", quality: "high" },
  worker: { max_turns: 100 },
  scope: { intent: "workspace_write" },
  compaction: { preset: "balanced", threshold: { ratio: 0.5 } },
  feature: { task: { enabled: true } },
};

/**
 * A program that the machine is built by.
 *
 * @param modules local modules by dotted name
 */
export function program(
  file: string,
  text: string,
  modules: Readonly<Record<string, string>> = {},
): LuaProgram {
  return {
    entry: source(file, text),
    modules: new Map(
      Object.entries(modules).map(([name, text]) => [
        name,
        source(`${name.replaceAll(".", "/")}.lua`, text),
      ]),
    ),
    imports: new Map([["builtin:default", {
      name: "builtin:default",
      data: DEFAULT_PROFILE,
      bytes: new Uint8Array(),
    }]]),
  };
}

function source(chunk: string, text: string): LuaSource {
  return {
    chunk,
    bytes: new TextEncoder().encode(text.trimStart()),
    file: `/${chunk}`,
  };
}
