import { type FieldPath, printFieldPath } from "../base/field_path.ts";
import { plainWord } from "../base/suggest.ts";
import type { Answer } from "../schema/explain/explaining.ts";
import { nodeAt } from "../schema/field_paths.ts";
import { PROFILE } from "../schema/field_table.ts";
import { MODEL_SECTIONS } from "../schema/model_sections.ts";

const MODELS = MODEL_SECTIONS.map(printFieldPath);

function presetsOf(section: string): readonly string[] {
  const node = nodeAt(PROFILE, [section, "preset"]);
  return node?.is === "words" ? node.words : [];
}

/** What a section's text may be the name of, and the call that makes it one. */
const PRESETS: Readonly<
  Record<string, { readonly call: string; readonly names: readonly string[] }>
> = {
  compaction: {
    call: 'require("insomnia.compact").preset',
    names: presetsOf("compaction"),
  },
  memory: {
    call: 'require("insomnia.memory").preset',
    names: presetsOf("memory"),
  },
  permissions: {
    call: 'require("insomnia.tools").policy',
    names: ["read_only", "cautious", "autonomous"],
  },
};

/** What a profile answers to a value of a wrong type that people write elsewhere. */
export function valueAnswer(
  path: FieldPath,
  value: unknown,
): Answer | undefined {
  const field = path.join(".");
  const isKind = value === "none" || value === "codex_oauth";
  if (path.at(-1) === "auth" && typeof value === "string" && !isKind) {
    return {
      help:
        'say what kind it is: `secrets.env("NAME")` for an environment variable, `secrets.ref("name")` for a secret of the store, with `local secrets = require("insomnia.secrets")`',
    };
  }
  const isNamed = typeof value === "string" || value === true;
  if (Object.hasOwn(PRESETS, field) && isNamed) {
    const { call, names } = PRESETS[field]!;
    const meant = plainWord(String(value));
    const name = names.find((name) => plainWord(name) === meant);
    const text = `${call}("${name ?? names[0]}")`;
    return name !== undefined
      ? {
        help: `write \`${text}\``,
        fix: { replace: "value", put: text, isLua: true },
      }
      : {
        help: `a preset is written as \`${text}\`; its names are ${
          names.join(", ")
        }`,
      };
  }
  if (Array.isArray(value) && MODELS.includes(field)) {
    return {
      help:
        "a profile names one model: write the others into profiles of their own",
    };
  }
  if (field === "skills" && typeof value !== "boolean") {
    return { help: 'write `skills = { directories = { "skills" } }`' };
  }
  if (field === "worker.reasoning" && typeof value === "boolean") {
    return {
      help: value
        ? 'say how much: an effort such as `"high"`, or a budget of tokens'
        : "leave it out: nothing is asked for then",
    };
  }
  if (field === "web" && value === true) {
    return {
      help:
        'write `web = require("insomnia.web").fetch_only()`, or `web.brave { ... }` to search, too',
    };
  }
}
