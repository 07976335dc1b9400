import { evaluate } from "./evaluator.ts";
import type { EvaluateOptions, Evaluation } from "../../lib/lua/evaluation.ts";
import { LuaFailure, type LuaFailureFacts } from "../../lib/lua/lua_failure.ts";
import type { LuaProgram, LuaSource } from "../../lib/source/lua_program.ts";

const ENCODER = new TextEncoder();

/** Options with a small catalog, for programs that are not about it. */
export const OPTIONS: EvaluateOptions = {
  version: "0.0.0-test",
  catalog: {
    refs: ["house/large", "house/small"],
    models: {
      "house/large": {
        ref: "house/large",
        provider: "house",
        model_id: "large",
        scheme: "anthropic",
        context_window: 1_000_000,
        max_context_window: 272_000,
        effective_context_window: 272_000,
      },
      "house/small": {
        ref: "house/small",
        provider: "house",
        model_id: "small",
        scheme: "anthropic",
        context_window: 100_000,
        effective_context_window: 100_000,
      },
    },
    providers: { house: { scheme: "anthropic", context_window: 200_000 } },
  },
};

/** A program of these files; `main.lua` is the profile, the others its modules. */
export function programOf(
  files: Readonly<Record<string, string>>,
  imports: LuaProgram["imports"] = new Map(),
): LuaProgram {
  const source = (chunk: string): LuaSource => ({
    chunk,
    bytes: ENCODER.encode(files[chunk]),
    file: `/profiles/${chunk}`,
  });
  const modules = new Map(
    Object.keys(files)
      .filter((chunk) => chunk !== "main.lua")
      .map((
        chunk,
      ) => [chunk.replace(/\.lua$/, "").replaceAll("/", "."), source(chunk)]),
  );
  return { entry: source("main.lua"), modules, imports };
}

/** Evaluates one file. */
export function evaluateText(
  text: string,
  options: Partial<EvaluateOptions> = {},
): Evaluation {
  return evaluate(programOf({ "main.lua": text }), { ...OPTIONS, ...options });
}

/** The failure of a program that must have one. */
export function failureOf(
  program: LuaProgram | string,
  options: Partial<EvaluateOptions> = {},
): LuaFailureFacts {
  try {
    evaluate(
      typeof program === "string"
        ? programOf({ "main.lua": program })
        : program,
      { ...OPTIONS, ...options },
    );
  } catch (error) {
    if (error instanceof LuaFailure) return error.facts;
    throw error;
  }
  throw new Error("the program did not fail");
}
