import type { SectionType } from "./field.ts";
import { list, section } from "./field_types.ts";
import { PATH } from "./names.ts";

/** Where skills are looked for. */
export interface Skills {
  /** Absolute in a manifest; relative to the file that says it elsewhere. Default `[]`. */
  readonly directories: readonly string[];
}

/** The skills section as people write it. */
export type SkillsDraft = Partial<Skills>;

/** Where skills are looked for. */
export const SKILLS: SectionType<Skills, SkillsDraft> = section<
  Skills,
  SkillsDraft
>({
  directories: {
    type: list(PATH),
    description:
      "Folders of skills; each subfolder with a `SKILL.md` is a skill",
    default: [],
    example: ["/ws/.insomnia/profiles/skills"],
    inputExample: ["skills"],
    change: "instruction",
  },
});
