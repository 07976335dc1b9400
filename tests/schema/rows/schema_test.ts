import { printJsonSchema, type SchemaName } from "../../../mod.ts";
import { assertGolden } from "./golden.ts";

const NAMES: readonly SchemaName[] = [
  "manifest",
  "profile",
  "registry",
  "providers",
  "models",
];

type Schema = Readonly<Record<string, unknown>>;

/** What only people read: it may change without anybody's validation changing. */
const WORDS: readonly string[] = ["title", "description", "examples"];

/** Every property on a line of its own, with what it takes. */
function* properties(schema: Schema, path: string): Iterable<string> {
  const required = schema.required as readonly string[] | undefined;
  for (const [key, value] of Object.entries(schema)) {
    if (key === "properties") {
      for (const [name, inner] of Object.entries(value as Schema)) {
        const mark = required?.includes(name) ? "!" : "";
        yield* properties(inner as Schema, `${path}.${name}${mark}`);
      }
    } else if (Array.isArray(value) && /^(?:any|one)Of$/.test(key)) {
      for (const [index, option] of value.entries()) {
        yield* properties(option, `${path}(${index})`);
      }
    } else if (key === "items") {
      yield* properties(value as Schema, `${path}[]`);
    }
  }
  const { properties: _, anyOf: __, oneOf: ___, items: ____, ...rest } = schema;
  const said = Object.entries(rest).filter(([key]) =>
    !WORDS.includes(key) && key !== "required"
  );
  yield `${path} ${JSON.stringify(Object.fromEntries(said))}\n`;
}

for (const name of NAMES) {
  Deno.test(`every field: the JSON Schema of ${name}`, () => {
    const lines = [...properties(JSON.parse(printJsonSchema(name)), name)];
    assertGolden(`${name}.schema`, lines.join(""));
  });
}
