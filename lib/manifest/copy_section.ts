import { joinPath } from "../base/file_path.ts";
import type { SectionType } from "../schema/field.ts";
import { meaningOf, type SchemaNode } from "../schema/schema_node.ts";
import { withDefaults } from "./with_defaults.ts";

/**
 * A section of a manifest as far as the field table makes it: what is written,
 * paths made absolute, defaults filled in. What a profile says beyond the
 * manifest is left out.
 *
 * @param written valid
 * @param directory absolute: what relative paths are relative to
 * @param computed fields that are not copied, and win over what is written;
 * `undefined`: the default
 */
export function copySection<O, I>(
  section: SectionType<O, I>,
  written: I,
  directory: string,
  computed: { readonly [K in keyof O]?: O[K] | undefined } = {},
): O {
  const from = written as Readonly<Record<string, unknown>>;
  const to: Record<string, unknown> = {};
  for (const [name, { node }] of section.output.fields) {
    const value = Object.hasOwn(computed, name)
      ? computed[name as keyof O]
      : absolute(node, from[name], directory);
    if (value !== undefined) to[name] = value;
  }
  return withDefaults(section.output, to) as O;
}

function absolute(node: SchemaNode, value: unknown, directory: string) {
  if (value === undefined) return undefined;
  if (node.is === "list") {
    return (value as readonly unknown[]).map((item): unknown =>
      absolute(node.item, item, directory)
    );
  }
  return meaningOf(node) === "path"
    ? joinPath(directory, value as string)
    : value;
}
