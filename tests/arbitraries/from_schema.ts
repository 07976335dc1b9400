import fc from "../fast_check.ts";
import {
  isAbsolutePath,
  isDay,
  isOneLine,
  isPath,
  isPromptReference,
} from "../../lib/schema/text_forms.ts";
import { isWebAddress, parseWebAddress } from "../../lib/base/web_address.ts";
import { isOrigin } from "../../lib/trust/trusted_origin.ts";
import { isPodName } from "../../lib/schema/pod_name.ts";
import type {
  NumberNode,
  SchemaNode,
  TableNode,
  TextNode,
} from "../../lib/schema/schema_node.ts";
import { isProfileName } from "../../lib/selector/profile_name.ts";

const fileName = fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 })
  .map((name) => name.replace(/[\p{Cc}/\\]/gu, "_"))
  .map((name) => name === "." || name === ".." ? "_" : name);
const relativePath = fc.array(fileName, { minLength: 1, maxLength: 3 })
  .map((parts) => parts.join("/"));

/** As `fc.webUrl`, which takes a second to build. */
const webUrl = fc.tuple(
  fc.constantFrom("http", "https"),
  fc.domain(),
  fc.stringMatching(/^(?:\/(?:[\w.~-]|%[2-7][0-9A-F]){0,8}){0,3}$/),
).map(([scheme, domain, path]) => `${scheme}://${domain}${path}`);

/** Texts for the forms that are no regular expression. */
const ACCEPTED: ReadonlyMap<unknown, fc.Arbitrary<string>> = new Map<
  unknown,
  fc.Arbitrary<string>
>([
  [isOneLine, fc.string({ unit: "grapheme" }).filter(isOneLine)],
  [isPodName, fileName],
  [isPath, relativePath],
  [
    isAbsolutePath,
    fc.oneof(
      relativePath.map((path) => `/${path}`),
      relativePath.map((path) => `C:/${path}`),
    ),
  ],
  [
    isDay,
    fc.date({
      min: new Date("0001-01-01"),
      max: new Date("9999-12-31"),
      noInvalidDate: true,
    })
      .map((date) => date.toISOString().slice(0, 10)),
  ],
  // As a manifest holds them.
  [
    isWebAddress,
    webUrl.map((url) => parseWebAddress(url)?.text ?? "http://a.test"),
  ],
  [isOrigin, webUrl.map((url) => new URL(url).origin)],
  [
    isPromptReference,
    fc.tuple(fc.constantFrom("$insomnia", "$user", "$workspace"), relativePath)
      .map(([root, path]) => `${root}/${path}`),
  ],
  [isProfileName, fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9_-]{0,20}$/)],
]);

/** Every value that a node accepts, fields in the order of the table. */
export function fromSchema<T>(node: SchemaNode): fc.Arbitrary<T> {
  return arbitrary(node) as fc.Arbitrary<T>;
}

function arbitrary(node: SchemaNode): fc.Arbitrary<unknown> {
  switch (node.is) {
    case "table":
      return tableArbitrary(node);
    case "map":
      return fc.dictionary(
        arbitrary(node.key) as fc.Arbitrary<string>,
        arbitrary(node.value),
        { maxKeys: 3, noNullPrototype: false },
      ).filter((value) => !Object.hasOwn(value, "__proto__"));
    case "list":
      return fc.array(arbitrary(node.item), {
        minLength: node.minItems,
        maxLength: node.minItems + 3,
      });
    case "either":
      return fc.oneof(...node.options.map(arbitrary));
    case "variants":
      return fc.oneof(...[...node.options.values()].map(arbitrary));
    case "words":
      return fc.constantFrom(...node.words);
    case "flag":
      return fc.boolean();
    case "number":
      return numberArbitrary(node);
    case "text":
      return textArbitrary(node);
  }
}

function tableArbitrary(node: TableNode): fc.Arbitrary<unknown> {
  const fields: Record<string, fc.Arbitrary<unknown>> = {};
  for (const [name, field] of node.fields) {
    fields[name] = arbitrary(field.node);
  }
  return fc.record(fields, {
    requiredKeys: [...node.fields].filter(([, { optional }]) => !optional)
      .map(([name]) => name),
    noNullPrototype: false,
  });
}

function numberArbitrary(node: NumberNode): fc.Arbitrary<number> {
  const { min = 0, max = Number.MAX_SAFE_INTEGER, open } = node;
  if (node.whole) {
    return fc.oneof(
      fc.integer({ min, max: Math.min(max, 300_000) }),
      fc.integer({ min, max }),
      fc.constantFrom(min, max),
    );
  }
  return fc.double({
    min,
    max,
    minExcluded: open,
    maxExcluded: open,
    noNaN: true,
  });
}

function textArbitrary({ mayBeEmpty, form }: TextNode): fc.Arbitrary<string> {
  if (form?.regex) return fc.stringMatching(form.regex);
  if (form) {
    const accepted = ACCEPTED.get(form.accepts);
    if (accepted) return accepted;
    throw new TypeError(`no texts for \`${form.accepts.name}\``);
  }
  return fc.string({ unit: "grapheme", minLength: mayBeEmpty ? 0 : 1 });
}
