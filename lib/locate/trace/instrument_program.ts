import type { LuaProgram } from "../../source/lua_program.ts";
import { mapSources } from "../../source/map_sources.ts";
import { instrument } from "./instrument.ts";
import type { TracePlace } from "./trace_place.ts";

/** A program that tells where its tables and fields come from. */
export interface InstrumentedProgram {
  readonly program: LuaProgram;
  /** What the ids in the sources mean. */
  readonly places: readonly TracePlace[];
}

/** Instruments every Lua source of a program, those of imported profiles too. */
export function instrumentProgram(program: LuaProgram): InstrumentedProgram {
  const places: TracePlace[] = [];
  const traced = mapSources(program, (source) => {
    const bytes = instrument(source.bytes, source.chunk, places);
    return { ...source, bytes, traced: bytes !== source.bytes };
  });
  return { program: traced, places };
}
