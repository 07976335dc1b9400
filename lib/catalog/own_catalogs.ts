import type { Catalog } from "./catalog.ts";

/** A fact of each, and no state: the same for every session. */
const own = new WeakSet<object>();

/** Freezes a catalog that this program made, so that it stays what was checked. */
export function ownCatalog(catalog: Catalog): Catalog {
  own.add(catalog);
  return frozen(catalog);
}

/** Whether this program made a catalog: it needs no check. */
export function isOwnCatalog(catalog: unknown): boolean {
  return typeof catalog === "object" && catalog !== null && own.has(catalog);
}

function frozen<T>(value: T): T {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) {
    return value;
  }
  Object.values(value).forEach(frozen);
  return Object.freeze(value);
}
