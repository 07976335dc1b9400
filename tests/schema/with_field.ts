/** A copy of plain data with one field set, `undefined` taking it away. */
export function withField(
  document: unknown,
  path: string,
  value: unknown,
): unknown {
  const root = structuredClone(document) as Record<string, unknown>;
  const parts = path.split(".");
  const last = parts.pop()!;
  let around = root;
  for (const part of parts) {
    around = (around[part] ??= {}) as Record<string, unknown>;
  }
  if (value === undefined) delete around[last];
  else around[last] = value;
  return root;
}
