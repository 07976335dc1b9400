/** A value as a Lua literal. */
export function luaLiteral(value: unknown): string {
  if (typeof value === "string") {
    return `"${
      Array.from(
        new TextEncoder().encode(value),
        (byte) => `\\${String(byte).padStart(3, "0")}`,
      ).join("")
    }"`;
  }
  if (typeof value === "number") {
    return Number.isFinite(value) ? String(value) : "0/0";
  }
  if (typeof value !== "object" || value === null) {
    return String(value ?? "nil");
  }
  if (Array.isArray(value)) {
    return `{ ${Array.from(value, luaLiteral).join(", ")} }`;
  }
  return `{ ${
    Object.entries(value).map(([key, item]) =>
      `[${luaLiteral(key)}] = ${luaLiteral(item)}`
    )
      .join(", ")
  } }`;
}
