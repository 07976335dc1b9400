import type { SectionType } from "./field.ts";
import { list, section } from "./field_types.ts";
import { PATH } from "./names.ts";

/** Where skills are looked for. */
export interface Skills {
  /** Absolute in a manifest; relative to the file that says it elsewhere. */
  readonly directories: readonly string[];
}

/** Where skills are looked for. */
export const SKILLS: SectionType<Skills> = section<Skills>({
  directories: {
    type: list(PATH),
    description:
      "Folders with skills: each of their subfolders that has a `SKILL.md` is one",
    required: "always",
    example: ["/ws/.insomnia/profiles/skills"],
    inputExample: ["skills"],
    change: "instruction",
  },
});
