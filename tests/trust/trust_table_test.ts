import assert from "node:assert/strict";
import {
  type Ground,
  type Namer,
  type Request,
  TRUST,
  trustFor,
} from "../../lib/trust/trust_table.ts";

const NAMERS: readonly Namer[] = ["typed", "user", "project", "import", "link"];
const GROUNDS: readonly Ground[] = ["project", "config", "home", "elsewhere"];

/**
 * The whole table once more, written down by hand: a row for each request and
 * each namer, a column for each ground (project, config, home, elsewhere).
 * `+` allowed, `!` warned, `-` refused.
 */
const EXPECTED: Readonly<Record<Request, Readonly<Record<Namer, string>>>> = {
  read: {
    typed: "++++",
    user: "++++",
    project: "+---",
    import: "++++",
    link: "+---",
  },
  address: {
    typed: "----",
    user: "-!--",
    project: "----",
    import: "----",
    link: "----",
  },
  trust: {
    typed: "++++",
    user: "++++",
    project: "----",
    import: "----",
    link: "----",
  },
  credential: {
    typed: "----",
    user: "----",
    project: "----",
    import: "----",
    link: "----",
  },
  alias: {
    typed: "----",
    user: "++++",
    project: "+---",
    import: "----",
    link: "----",
  },
  default: {
    typed: "++++",
    user: "++++",
    project: "+---",
    import: "----",
    link: "----",
  },
};

const SIGNS = { allowed: "+", warned: "!", refused: "-" } as const;

for (const asks of Object.keys(EXPECTED) as Request[]) {
  for (const by of NAMERS) {
    Deno.test(`TRUST: ${asks} asked by ${by}, on every ground`, () => {
      const answers = GROUNDS.map((where) =>
        SIGNS[trustFor({ asks, by, where }).answer]
      );
      assert.equal(answers.join(""), EXPECTED[asks][by]);
    });
  }
}

Deno.test("TRUST: each row answers something, and says why", () => {
  const answering = new Set<unknown>();
  for (const asks of Object.keys(EXPECTED) as Request[]) {
    for (const by of NAMERS) {
      for (const where of GROUNDS) {
        answering.add(trustFor({ asks, by, where }));
      }
    }
  }
  for (const row of TRUST) {
    assert.ok(answering.has(row), JSON.stringify(row));
    assert.notEqual(row.why, "");
  }
});
