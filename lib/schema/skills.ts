import { AbsolutePathSchema, PathSchema } from "./names.ts";
import { list, type Schema, schemaOf, table } from "./schema.ts";

/** Where skills are looked for. */
export interface Skills {
  /** Absolute in a manifest; relative to the file that says it elsewhere. */
  readonly directories: readonly string[];
}

/** {@linkcode Skills} in a manifest: the directories are absolute. */
export const SkillsSchema: Schema<Skills> = schemaOf<Skills>()(
  table({ directories: list(AbsolutePathSchema) }),
);

/** {@linkcode Skills} as people write them: the directories may be relative. */
export const SkillsDraftSchema: Schema<Skills> = schemaOf<Skills>()(
  table({ directories: list(PathSchema) }),
);
