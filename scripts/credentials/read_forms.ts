import { parse } from "npm:smol-toml@1.9.1";

/** A row of `resources/credential_forms.toml`. */
export interface FormRow {
  readonly name: string;
  /** What it is made of; empty where `pattern` says it. */
  readonly is: readonly string[];
  readonly mixed: boolean;
  readonly pattern?: string;
  readonly hint?: string;
  readonly lua?: string;
  /** A further test that both sides have by this name. */
  readonly check?: string;
  /** Written out. */
  readonly samples: readonly string[];
  readonly nearMisses: readonly string[];
  readonly source: string;
}

const KEYS = [
  ...["name", "is", "mixed", "pattern", "hint", "lua", "check"],
  ...["sample", "near_miss", "source"],
];

/**
 * Reads the table of forms. A row without all that a row has is an error.
 *
 * @param text of `resources/credential_forms.toml`
 */
export function readForms(text: string): readonly FormRow[] {
  const { form } = parse(text) as unknown as {
    form: readonly Record<string, unknown>[];
  };
  return form.map((row, index) => {
    const fail = (what: string): never => {
      throw new Error(
        `resources/credential_forms.toml: form ${
          index + 1
        } (${row.name}): ${what}`,
      );
    };
    for (const key of Object.keys(row)) {
      if (!KEYS.includes(key)) fail(`unknown key ${key}`);
    }
    const text = (key: string): string =>
      typeof row[key] === "string" && row[key] !== ""
        ? row[key]
        : fail(`${key} is missing`);
    const list = (key: string): readonly string[] =>
      typeof row[key] === "string"
        ? [row[key]]
        : Array.isArray(row[key])
        ? row[key]
        : fail(`${key} is missing`);
    const own = row.pattern === undefined ? { is: list("is") } : {
      is: [],
      pattern: text("pattern"),
      hint: text("hint"),
      lua: text("lua"),
      ...row.check !== undefined && { check: text("check") },
    };
    return {
      name: text("name"),
      ...own,
      mixed: row.mixed === true,
      samples: list("sample").map(writtenOut),
      nearMisses: list("near_miss"),
      source: text("source"),
    };
  });
}

// Made up, in no order that a person would type.
const MIXED = "aB3dE5fG7hJ9kL2mN4pQ6rS8tU0vW1xY3zA5bC7";
const ALPHABETS: Readonly<Record<string, string>> = {
  "": MIXED,
  h: "7c1e9a4f3b8d2065",
  u: "Q7A2ZX5MK3WB6TNV4",
  l: "q7a2zx5mk3wb6tnv4",
  d: "8306194725",
};

/** A sample with its `{20}` written out. */
function writtenOut(sample: string): string {
  return sample.replace(/\{(\d+)([hul d]?)\}/g, (_, count, kind) => {
    const alphabet = ALPHABETS[kind]!;
    return alphabet.repeat(Math.ceil(Number(count) / alphabet.length))
      .slice(0, Number(count));
  });
}
