import type { FieldPath } from "../base/field_path.ts";
import type { Answer } from "../schema/explain/explaining.ts";
import { nodeAt } from "../schema/field_paths.ts";
import { PROFILE } from "../schema/field_table.ts";

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
  if (path.at(-1) === "auth" && typeof value === "string") {
    if (value === "none" || value === "codex_oauth") {
      return {
        help: `write \`{ kind = "${value}" }\``,
        fix: { replace: "value", put: { kind: value } },
      };
    }
    return {
      help:
        'say what kind it is: `secrets.env("NAME")` for an environment variable, `secrets.ref("name")` for a secret of the store, with `local secrets = require("insomnia.secrets")`',
    };
  }
  if (Object.hasOwn(PRESETS, field) && typeof value === "string") {
    const { call, names } = PRESETS[field]!;
    const isName = names.includes(value);
    const text = `${call}("${isName ? value : names[0]}")`;
    return isName
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
