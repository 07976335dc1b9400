import { balanceAdvice } from "./balance_advice.ts";
import { equalsAdvice } from "./equals_advice.ts";
import { literalAdvice } from "./literal_advice.ts";
import type { FailedSource, LuaAdvice } from "./lua_advice.ts";
import { nameAdvice } from "./name_advice.ts";
import { operatorAdvice } from "./operator_advice.ts";
import { signAdvice } from "./sign_advice.ts";
import { statementAdvice } from "./statement_advice.ts";

/**
 * What to write in Lua in place of what it cannot read: the first that knows
 * what was meant answers.
 */
export function syntaxAdvice(source: FailedSource): LuaAdvice | undefined {
  return signAdvice(source) ??
    operatorAdvice(source) ??
    equalsAdvice(source) ??
    nameAdvice(source) ??
    literalAdvice(source) ??
    statementAdvice(source) ??
    balanceAdvice(source);
}
