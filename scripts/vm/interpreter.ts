/** Lua 5.4's instructions in the order of their numbers (lopcodes.h). */
export const LUA_OPCODES: readonly string[] =
  ("MOVE LOADI LOADF LOADK LOADKX LOADFALSE LFALSESKIP LOADTRUE LOADNIL " +
    "GETUPVAL SETUPVAL GETTABUP GETTABLE GETI GETFIELD SETTABUP SETTABLE " +
    "SETI SETFIELD NEWTABLE SELF ADDI ADDK SUBK MULK MODK POWK DIVK IDIVK " +
    "BANDK BORK BXORK SHRI SHLI ADD SUB MUL MOD POW DIV IDIV BAND BOR BXOR " +
    "SHL SHR MMBIN MMBINI MMBINK UNM BNOT NOT LEN CONCAT CLOSE TBC JMP EQ LT " +
    "LE EQK EQI LTI LEI GTI GEI TEST TESTSET CALL TAILCALL RETURN RETURN0 " +
    "RETURN1 FORLOOP FORPREP TFORPREP TFORCALL TFORLOOP SETLIST CLOSURE " +
    "VARARG VARARGPREP EXTRAARG").split(" ");

/** Which target of the branch that picks an instruction is that of an opcode. */
export function targetOf(opcode: string): number {
  const number = LUA_OPCODES.indexOf(opcode);
  if (number < 0) throw new TypeError(`no instruction ${opcode}`);
  // The compiler made opcode 0 the default: the target is one less.
  return (number + LUA_OPCODES.length - 1) % LUA_OPCODES.length;
}
