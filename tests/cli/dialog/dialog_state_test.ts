import assert from "node:assert/strict";
import type { DialogKey } from "../../../lib/cli/dialog/dialog_key.ts";
import {
  afterKey,
  type DialogState,
} from "../../../lib/cli/dialog/dialog_state.ts";

const BEGIN: DialogState = {
  name: "demo",
  cursor: 4,
  choices: [
    { selector: "builtin:default", isDefault: false },
    { selector: "project:coder", isDefault: true },
    { selector: "user:night", isDefault: false },
  ],
  chosen: 1,
};

/** `left` is that key, `+x` types x. */
function keyOf(word: string): DialogKey {
  return word.startsWith("+")
    ? { kind: "text", text: word.slice(1), isPasted: false }
    : { kind: word as Exclude<DialogKey["kind"], "text"> };
}

/** Keys, and the name with the cursor as `|`, the choice, and what is remarked. */
const ROWS: readonly (readonly [keys: string, becomes: string])[] = [
  ["left left +x", "dex|mo 1"],
  ["left left left left left +x", "x|demo 1"],
  ["home delete", "|emo 1"],
  ["home right right right right right backspace", "dem| 1"],
  ["home backspace", "|demo 1"],
  ["delete", "demo| 1"],
  ["left left clear", "|mo 1"],
  ["left end +1", "demo1| 1"],
  ["next", "demo| 2"],
  ["next next", "demo| 0"],
  ["previous previous", "demo| 2"],
  ["+/a:b", "demoab| 1 a name takes letters, digits, dot, dash and underscore"],
  ["+ü left", "dem|o 1"],
  ["home clear +.. left confirm", ".|.demo 1 confirmed"],
  ["clear confirm", "| 1 the Pod needs a name"],
  ["clear +.. confirm", "..| 1 `..` is no name"],
  ["clear +taken confirm", "taken| 1 there is a Pod `taken` already"],
  [
    `+${"x".repeat(61)}`,
    `demo${"x".repeat(60)}| 1 a name takes at most 64 characters`,
  ],
  ["confirm", "demo| 1 confirmed"],
  ["cancel", "demo| 1 cancelled"],
];

for (const [keys, becomes] of ROWS) {
  Deno.test(`afterKey: ${keys.slice(0, 40)}`, () => {
    const state = keys.split(/ (?=[a-z+])/).map(keyOf).reduce(
      (state, key) => afterKey(state, key, (name) => name === "taken"),
      BEGIN,
    );
    const { name, cursor, chosen, remark, outcome } = state;
    assert.equal(
      [
        `${name.slice(0, cursor)}|${name.slice(cursor)}`,
        chosen,
        ...remark ? [remark] : [],
        ...outcome ? [outcome] : [],
      ].join(" "),
      becomes,
    );
  });
}
