import assert from "node:assert/strict";
import { type FieldPath, printFieldPath } from "../../lib/base/field_path.ts";
import { jsonPlaces } from "../../lib/document/json_places.ts";

const TEXT = `{
  "slug": "coder",
  "größe 😀": { "x": 1 }, "worker": {
    "reasoning": "high",
    "nested": [
      { "a": true }, 12
    ]
  },\r
  "slug": "again",
  "a\\u0062": null
}
`;

interface Row {
  readonly path: FieldPath;
  readonly at?: "key" | "value";
  /** line:column+length, and the label. */
  readonly expected: string;
}

const ROWS: readonly Row[] = [
  { path: ["slug"], at: "key", expected: "9:3+6" },
  { path: ["slug"], expected: "9:11+7" },
  { path: ["slug"], at: "value", expected: "9:11+7" },
  { path: ["größe 😀"], expected: "3:3+10" },
  { path: ["größe 😀", "x"], at: "value", expected: "3:22+1" },
  { path: ["worker"], expected: "3:27+8" },
  { path: ["worker"], at: "value", expected: "3:37+1" },
  { path: ["worker", "reasoning"], at: "key", expected: "4:5+11" },
  { path: ["worker", "nested", 0], expected: "6:7+13" },
  { path: ["worker", "nested", 0, "a"], at: "key", expected: "6:9+3" },
  { path: ["worker", "nested", 1], at: "value", expected: "6:22+2" },
  { path: ["ab"], at: "key", expected: "10:3+9" },
  { path: ["worker", "speed"], expected: "3:27+8 `worker` is here" },
  {
    path: ["worker", "nested", 7, "a"],
    expected: "5:5+8 `worker.nested` is here",
  },
  {
    path: ["worker", "nested", "0"],
    expected: "5:5+8 `worker.nested` is here",
  },
  { path: ["slug", "deeper"], expected: "9:3+6 `slug` is here" },
  { path: ["model"], expected: "1:1+0 the document begins here" },
  { path: [], expected: "1:1+1" },
];

for (const { path, at, expected } of ROWS) {
  Deno.test(`jsonPlaces finds the ${at ?? "place"} of \`${printFieldPath(path)}\``, async () => {
    const place = (await jsonPlaces(TEXT, "coder.json")).placeOf(path, at);
    assert.ok(place);
    const { file, line, column, length, label } = place;
    assert.equal(file, "coder.json");
    assert.equal(
      `${line}:${column}+${length}${label ? ` ${label}` : ""}`,
      expected,
    );
  });
}

Deno.test("jsonPlaces points at the beginning of a text that holds nothing", async () => {
  assert.deepEqual((await jsonPlaces("", "empty.json")).placeOf(["model"]), {
    file: "empty.json",
    line: 1,
    column: 1,
    length: 0,
    label: "the document begins here",
  });
});
