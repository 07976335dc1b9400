import { type LuaProgram, sourceOfFile } from "../source/lua_program.ts";

/** The texts that diagnostics may quote, by the file name of their places. */
export type SourceTexts = (file: string) => string | undefined;

/** The texts of a program's files. */
export function sourceTexts(program: LuaProgram): SourceTexts {
  return (file) => {
    const source = sourceOfFile(program, file) ?? importedData(program, file);
    return source && new TextDecoder().decode(source.bytes);
  };
}

/** A profile in JSON or TOML that is imported. */
function importedData(
  { imports }: LuaProgram,
  file: string,
): { readonly bytes: Uint8Array } | undefined {
  for (const given of imports.values()) {
    if ("data" in given && given.file === file) return given;
  }
}
