/** A document, and how often anything in it was looked at. */
export interface CountedDocument<Value> {
  readonly document: Value;
  readonly visits: () => number;
}

/**
 * A document that counts every look into it: reading a field, asking for its
 * names, whether one is there. So what a check does is counted from outside,
 * and the program needs nothing for it.
 */
export function countedDocument<Value>(value: Value): CountedDocument<Value> {
  let visits = 0;
  const known = new WeakMap<object, object>();
  const counted = (value: unknown): unknown => {
    if (typeof value !== "object" || value === null) return value;
    const before = known.get(value);
    if (before) return before;
    const made = new Proxy(value, {
      get(target, key, receiver) {
        visits++;
        return counted(Reflect.get(target, key, receiver));
      },
      has(target, key) {
        visits++;
        return Reflect.has(target, key);
      },
      ownKeys(target) {
        visits++;
        return Reflect.ownKeys(target);
      },
      getOwnPropertyDescriptor(target, key) {
        visits++;
        return Reflect.getOwnPropertyDescriptor(target, key);
      },
    });
    known.set(value, made);
    return made;
  };
  return { document: counted(value) as Value, visits: () => visits };
}
