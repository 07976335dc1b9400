import type { PermissionRule, Permissions } from "../../schema/permissions.ts";
import {
  isLiteral,
  WildcardMachine,
  type WorkBudget,
} from "./wildcard_machine.ts";

/** A call that one set of permissions allows and another does not. */
export interface PermissionExcess {
  /** Name of a tool; left out: any tool that neither set names. */
  readonly tool?: string;
  /**
   * What the call is about, as `git push`; left out: there were too many
   * patterns to say which, so it is taken for possible.
   */
  readonly argument?: string;
}

/**
 * What is looked at before "possible" is the answer: states of patterns and
 * positions in them, of all tools together. A few seconds at most.
 */
const MAX_WORK = 10_000_000;

/**
 * Whether a call is carried out: the first rule that matches decides, and
 * nobody is there to answer an `ask`.
 *
 * @param permissions `undefined`: a manifest without rules, all is allowed
 *
 * @example
 * ```ts
 * import { allowsCall } from "./permission_meaning.ts";
 * import assert from "node:assert/strict";
 * const rules = {
 *   default_action: "deny",
 *   rule: [{ tool: "bash", pattern: "git *", action: "allow" }],
 * } as const;
 * assert.equal(allowsCall(rules, "Bash", "git status"), true);
 * assert.equal(allowsCall(rules, "Bash", "rm -rf /"), false);
 * ```
 */
export function allowsCall(
  permissions: Permissions | undefined,
  tool: string,
  argument: string,
): boolean {
  if (!permissions) return true;
  const bytes = encode(argument);
  const ofTool = permissions.rule.filter((rule) =>
    folded(rule.tool) === folded(tool)
  );
  const rule = ofTool.find(({ pattern }) => {
    const machine = new WildcardMachine(encode(pattern));
    let state = machine.start;
    for (const byte of bytes) state = machine.next(state, byte);
    return machine.accepts(state);
  });
  return (rule?.action ?? permissions.default_action) === "allow";
}

/**
 * A call that `inner` allows and `outer` does not, if there is one. Exact, by
 * walking all patterns of a tool at once: two texts after which each pattern is
 * in the same state are decided the same, so the states are all there is to
 * look at. The shortest such call is found first.
 */
export function findExtraCall(
  inner: Permissions | undefined,
  outer: Permissions | undefined,
): PermissionExcess | undefined {
  if (!outer) return undefined;
  const allows = ({ default_action }: Permissions) =>
    default_action === "allow";
  // A tool that no rule names is decided by the defaults alone.
  if ((!inner || allows(inner)) && !allows(outer)) return { argument: "" };
  const [innerRules, outerRules] = [inner, outer].map((permissions) =>
    Map.groupBy(permissions?.rule ?? [], ({ tool }) => folded(tool))
  );
  const named = new Map([...outerRules!, ...innerRules!]);
  const budget: WorkBudget = { left: MAX_WORK };
  for (const [key, [{ tool } = { tool: key }]] of named) {
    const argument = extraArgument(
      deciderOf(inner, innerRules!.get(key)),
      deciderOf(outer, outerRules!.get(key)),
      budget,
    );
    if (argument !== undefined) {
      return argument === TOO_MANY ? { tool } : { tool, argument };
    }
  }
}

/** The rules of one tool, and what holds where none matches. */
interface Decider {
  readonly rules: readonly Pick<PermissionRule, "pattern" | "action">[];
  readonly otherwise: boolean;
}

const TOO_MANY = Symbol("too many patterns");

function extraArgument(
  inner: Decider,
  outer: Decider,
  budget: WorkBudget,
): string | typeof TOO_MANY | undefined {
  const patterns = [
    ...new Set([...inner.rules, ...outer.rules].map(({ pattern }) => pattern)),
  ];
  const machines = patterns.map((text) =>
    new WildcardMachine(encode(text), budget)
  );
  const indexes = new Map(patterns.map((pattern, index) => [pattern, index]));
  const alphabet = alphabetOf(patterns);
  const allows = (decider: Decider, states: readonly number[]) => {
    const rule = decider.rules.find(({ pattern }) => {
      const index = indexes.get(pattern)!;
      return machines[index]!.accepts(states[index]!);
    });
    return rule ? rule.action === "allow" : decider.otherwise;
  };

  const start: Reached = {
    states: machines.map(({ start }) => start),
    pending: 0,
  };
  const queue: Reached[] = [start];
  const seen = new Set([keyOf(start)]);
  for (const here of queue) {
    if (
      here.pending === 0 && allows(inner, here.states) &&
      !allows(outer, here.states)
    ) return textOf(here);
    for (const byte of alphabet) {
      const pending = pendingAfter(here.pending, byte);
      if (pending === undefined) continue;
      budget.left -= machines.length;
      if (budget.left < 0) return TOO_MANY;
      const next: Reached = {
        states: machines.map((machine, index) =>
          machine.next(here.states[index]!, byte)
        ),
        pending,
        byte,
        from: here,
      };
      const key = keyOf(next);
      if (seen.has(key)) continue;
      seen.add(key);
      queue.push(next);
    }
  }
}

/** A state of every machine, and the way there. */
interface Reached {
  readonly states: readonly number[];
  /** Bytes that the last character still lacks. */
  readonly pending: number;
  readonly byte?: number;
  readonly from?: Reached;
}

function keyOf({ states, pending }: Reached): string {
  return `${states.join()};${pending}`;
}

function textOf(reached: Reached): string {
  const bytes: number[] = [];
  for (
    let here: Reached | undefined = reached;
    here?.byte !== undefined;
    here = here.from
  ) bytes.push(here.byte);
  return new TextDecoder().decode(new Uint8Array(bytes.reverse()));
}

/** How many bytes a character lacks after one more; `undefined`: no UTF-8. */
function pendingAfter(pending: number, byte: number): number | undefined {
  const continues = (byte & 0b1100_0000) === 0b1000_0000;
  if (pending > 0) return continues ? pending - 1 : undefined;
  if (byte < 0x80) return 0;
  if (continues) return undefined;
  return byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : 3;
}

/** Kinds of bytes that no pattern tells apart: one of each will do. */
const BYTE_KINDS: readonly (readonly [first: number, last: number])[] = [
  [0x61, 0x7a], // a letter, so that an example is readable
  [0x20, 0x7e],
  [0x00, 0x7f],
  [0x80, 0xbf], // inside a character
  [0xc2, 0xdf], // begins a character of two bytes, of three, of four
  [0xe1, 0xec],
  [0xf1, 0xf3],
];

/** The bytes that patterns name, and one of each kind that they do not. */
function alphabetOf(patterns: readonly string[]): readonly number[] {
  const bytes = new Set<number>();
  for (const pattern of patterns) {
    for (const byte of encode(pattern)) if (isLiteral(byte)) bytes.add(byte);
  }
  const named = new Set(bytes);
  let hasOtherAscii = false;
  for (const [first, last] of BYTE_KINDS) {
    const isAscii = last < 0x80;
    if (isAscii && hasOtherAscii) continue;
    for (let byte = first; byte <= last; byte++) {
      if (named.has(byte)) continue;
      bytes.add(byte);
      hasOtherAscii ||= isAscii;
      break;
    }
  }
  return [...bytes];
}

function deciderOf(
  permissions: Permissions | undefined,
  rules: Decider["rules"] = [],
): Decider {
  const otherwise = !permissions || permissions.default_action === "allow";
  return { rules, otherwise };
}

/** The runtime compares names of tools by ASCII letters alone. */
function folded(tool: string): string {
  return tool.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

function encode(text: string): readonly number[] {
  return [...new TextEncoder().encode(text)];
}
