import assert from "node:assert/strict";
import { loadErrorIndex } from "../../../lib/api/error_index.ts";
import type { Diagnostic } from "../../../lib/base/diagnostic.ts";
import { renderSarif } from "../../../lib/print/diagnostics/render_sarif.ts";
import { VERSION } from "../../../lib/base/version.ts";

/**
 * What the SARIF 2.1.0 schema says of the objects that are written: which
 * properties it requires and which it allows (its objects are closed), as far
 * as they are used here, and of which type they are.
 */
const OBJECTS: Readonly<
  Record<string, {
    readonly required: readonly string[];
    readonly allowed: Readonly<Record<string, string>>;
  }>
> = {
  sarifLog: {
    required: ["version", "runs"],
    allowed: { $schema: "uri", version: "2.1.0", runs: "run[]" },
  },
  run: {
    required: ["tool"],
    allowed: {
      tool: "tool",
      invocations: "invocation[]",
      columnKind: "columnKind",
      results: "result[]",
    },
  },
  invocation: {
    required: ["executionSuccessful"],
    allowed: {
      executionSuccessful: "boolean",
      toolExecutionNotifications: "notification[]",
    },
  },
  notification: {
    required: ["message"],
    allowed: {
      descriptor: "reportingDescriptorReference",
      level: "level",
      message: "message",
      locations: "location[]",
    },
  },
  reportingDescriptorReference: {
    required: [],
    allowed: { id: "string", index: "index" },
  },
  tool: { required: ["driver"], allowed: { driver: "toolComponent" } },
  toolComponent: {
    required: ["name"],
    allowed: {
      name: "string",
      semanticVersion: "string",
      informationUri: "uri",
      rules: "reportingDescriptor[]",
      notifications: "reportingDescriptor[]",
    },
  },
  reportingDescriptor: {
    required: ["id"],
    allowed: {
      id: "string",
      name: "string",
      shortDescription: "message",
      fullDescription: "message",
      help: "multiformatMessage",
    },
  },
  multiformatMessage: {
    required: ["text"],
    allowed: { text: "string", markdown: "string" },
  },
  result: {
    required: ["message"],
    allowed: {
      ruleId: "string",
      ruleIndex: "index",
      level: "level",
      message: "message",
      locations: "location[]",
      relatedLocations: "location[]",
      fixes: "fix[]",
    },
  },
  fix: {
    required: ["artifactChanges"],
    allowed: { description: "message", artifactChanges: "artifactChange[]" },
  },
  artifactChange: {
    required: ["artifactLocation", "replacements"],
    allowed: {
      artifactLocation: "artifactLocation",
      replacements: "replacement[]",
    },
  },
  replacement: {
    required: ["deletedRegion"],
    allowed: { deletedRegion: "region", insertedContent: "artifactContent" },
  },
  message: { required: ["text"], allowed: { text: "string" } },
  location: {
    required: [],
    allowed: {
      id: "index",
      physicalLocation: "physicalLocation",
      logicalLocations: "logicalLocation[]",
      message: "message",
    },
  },
  logicalLocation: {
    required: [],
    allowed: { fullyQualifiedName: "string" },
  },
  physicalLocation: {
    required: ["artifactLocation"],
    allowed: { artifactLocation: "artifactLocation", region: "region" },
  },
  artifactLocation: { required: ["uri"], allowed: { uri: "uri-reference" } },
  region: {
    required: ["startLine"],
    allowed: {
      startLine: "positive",
      startColumn: "positive",
      endColumn: "positive",
      snippet: "artifactContent",
    },
  },
  artifactContent: { required: ["text"], allowed: { text: "string" } },
};

const SCALARS: Readonly<Record<string, (value: unknown) => boolean>> = {
  "boolean": (value) => typeof value === "boolean",
  "string": (value) => typeof value === "string",
  "2.1.0": (value) => value === "2.1.0",
  "columnKind": (value) => value === "utf16CodeUnits",
  "level": (value) => ["note", "warning", "error"].includes(String(value)),
  "index": (value) => Number.isInteger(value) && Number(value) >= 0,
  "positive": (value) => Number.isInteger(value) && Number(value) >= 1,
  "uri": (value) => URL.canParse(String(value)),
  "uri-reference": (value) =>
    /^([\w.~!$&'()*+,;=:@/-]|%[0-9A-F]{2})*$/.test(String(value)) &&
    URL.canParse(String(value), "https://example.com/"),
};

/** Asserts that a value is what the schema calls `type`. */
function assertIs(type: string, value: unknown, at: string): void {
  if (type.endsWith("[]")) {
    assert.ok(Array.isArray(value), `${at} is an array`);
    value.forEach((item, index) =>
      assertIs(type.slice(0, -2), item, `${at}[${index}]`)
    );
    return;
  }
  if (type in SCALARS) {
    assert.ok(SCALARS[type]!(value), `${at} is a ${type}: ${value}`);
    return;
  }
  const { required, allowed } = OBJECTS[type]!;
  const object = value as Record<string, unknown>;
  for (const name of required) assert.ok(name in object, `${at}.${name}`);
  for (const [name, field] of Object.entries(object)) {
    assert.ok(name in allowed, `${at}.${name} is no property of ${type}`);
    assertIs(allowed[name]!, field, `${at}.${name}`);
  }
}

const GIVEN: readonly Diagnostic[] = [
  {
    code: "unknown-field",
    severity: "error",
    message: "unknown field `worker.x`",
    path: "worker.x",
    source: {
      file: ".insomnia/my profiles/ü%:1.lua",
      line: 9,
      column: 5,
      length: 10,
      excerpt: "    x = 1,",
      label: "here",
    },
    fixes: [
      {
        put: "y",
        edits: [{
          file: ".insomnia/my profiles/ü%:1.lua",
          line: 9,
          column: 5,
          length: 1,
          text: '"y"',
        }],
      },
      { put: "z" },
    ],
    related: [
      {
        message: "imported here",
        source: { file: "/a/b.lua", line: 1, column: 1, length: 0 },
      },
      { message: "no place" },
    ],
  },
  {
    code: "file-unreadable",
    severity: "error",
    message: "no",
    source: { file: "C:/x/y.lua", line: 1, column: 1, length: 0 },
  },
  { code: "unknown-field", severity: "warning", message: "another" },
  {
    code: "print",
    severity: "note",
    message: "hi",
    source: { file: "<stdin>\ud800", line: 1, column: 1, length: 0 },
  },
];

Deno.test("renderSarif: every object is one of SARIF 2.1.0", async () => {
  assertIs("sarifLog", JSON.parse(renderSarif(GIVEN)), "log");
  const rules = await loadErrorIndex();
  assertIs("sarifLog", JSON.parse(renderSarif(GIVEN, rules)), "log");
  assertIs("sarifLog", JSON.parse(renderSarif([])), "log");
});

Deno.test("renderSarif: each result refers to its rule, and rules are named once", () => {
  const [run] = JSON.parse(renderSarif(GIVEN)).runs;
  assert.deepEqual(run.tool.driver, {
    name: "insomnia-profile",
    semanticVersion: VERSION,
    informationUri: "https://github.com/OWNER/REPO",
    rules: [
      { id: "file-unreadable" },
      { id: "print" },
      { id: "unknown-field" },
    ],
    notifications: [{ id: "unknown-field" }],
  });
  for (const { ruleId, ruleIndex } of run.results) {
    assert.equal(run.tool.driver.rules[ruleIndex].id, ruleId);
  }
});

Deno.test("renderSarif: places are regions of URIs", () => {
  const { results } = JSON.parse(renderSarif(GIVEN)).runs[0];
  assert.deepEqual(results[0].locations, [{
    physicalLocation: {
      artifactLocation: { uri: ".insomnia/my%20profiles/%C3%BC%25%3A1.lua" },
      region: {
        startLine: 9,
        startColumn: 5,
        endColumn: 15,
        snippet: { text: "    x = 1," },
      },
    },
    logicalLocations: [{ fullyQualifiedName: "worker.x" }],
    message: { text: "here" },
  }]);
  assert.equal(
    results[0].message.text,
    "unknown field `worker.x`\ndid you mean `y` or `z`?",
  );
  const related = results[0].relatedLocations[0].physicalLocation;
  assert.equal(related.artifactLocation.uri, "file:///a/b.lua");
  assert.deepEqual(related.region, { startLine: 1 });
  assert.equal(
    results[1].locations[0].physicalLocation.artifactLocation.uri,
    "file:///C:/x/y.lua",
  );
});

Deno.test("renderSarif: what is of no file is a notification of the run", () => {
  const [run] = JSON.parse(renderSarif([
    ...GIVEN,
    { code: "usage", severity: "error", message: "no", help: "try again" },
  ])).runs;
  assert.equal(run.results.length, GIVEN.length - 1);
  assert.deepEqual(run.tool.driver.notifications, [
    { id: "unknown-field" },
    { id: "usage" },
  ]);
  assert.deepEqual(run.invocations, [{
    executionSuccessful: false,
    toolExecutionNotifications: [
      {
        descriptor: { id: "unknown-field", index: 0 },
        level: "warning",
        message: { text: "another" },
      },
      {
        descriptor: { id: "usage", index: 1 },
        level: "error",
        message: { text: "no\ntry again" },
      },
    ],
  }]);
});

Deno.test("renderSarif: the name of a rule is more than its id", async () => {
  const rules = await loadErrorIndex();
  const [run] = JSON.parse(renderSarif([
    { ...GIVEN[0]!, code: "usage" },
    GIVEN[0]!,
  ], rules)).runs;
  assert.deepEqual(
    run.tool.driver.rules.map(({ name }: { name?: string }) => name),
    ["UnknownField", undefined],
  );
});

Deno.test("renderSarif: a fix is what to put where; without a place it is words alone", () => {
  const { results } = JSON.parse(renderSarif(GIVEN)).runs[0];
  assert.deepEqual(results[0].fixes, [{
    description: { text: "did you mean `y`?" },
    artifactChanges: [{
      artifactLocation: { uri: ".insomnia/my%20profiles/%C3%BC%25%3A1.lua" },
      replacements: [{
        deletedRegion: { startLine: 9, startColumn: 5, endColumn: 6 },
        insertedContent: { text: '"y"' },
      }],
    }],
  }]);
  assert.equal("fixes" in results[1], false);
});

Deno.test("renderSarif says of every code what the index of errors says", async () => {
  const rules = await loadErrorIndex();
  const log = JSON.parse(renderSarif([{
    code: "unknown-field",
    severity: "error",
    message: "unknown field `x`",
    source: { file: "a.lua", line: 1, column: 2, length: 3 },
    help: "leave it out",
    fixes: [{
      edits: [{ file: "a.lua", line: 1, column: 2, length: 3, text: "y" }],
    }],
  }], rules));
  const [run] = log.runs;
  const [rule] = run.tool.driver.rules;
  assert.equal(rule.shortDescription.text, rules["unknown-field"].meaning);
  assert.ok(rule.fullDescription.text.includes(rules["unknown-field"].cause));
  assert.equal(rule.help.text, rules["unknown-field"].fix);
  assert.equal(rule.name, "UnknownField");
  assert.match(run.tool.driver.informationUri, /^https:/);
  assert.deepEqual(run.results[0].fixes[0].artifactChanges[0].replacements, [{
    deletedRegion: { startLine: 1, startColumn: 2, endColumn: 5 },
    insertedContent: { text: "y" },
  }]);
});
