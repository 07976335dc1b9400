/**
 * What a process keeps from one resolution to the next: whatever is made once
 * and stays true, such as the compiled Lua machine. Two sessions share nothing.
 *
 * @example
 * ```ts
 * import { ResolverSession } from "@insomnia/profile";
 * import assert from "node:assert/strict";
 * const session = new ResolverSession();
 * const makeList = (of: object) => [of];
 * const key = {};
 * assert.equal(session.once(makeList, key), session.once(makeList, key));
 * assert.notEqual(session.once(makeList, key), new ResolverSession().once(makeList, key));
 * ```
 */
export class ResolverSession {
  readonly #made = new Map<unknown, WeakMap<object, unknown>>();

  /**
   * What a function makes of an object: made when it is first asked for, the
   * same value afterwards, for as long as the object lives.
   *
   * @param make always the same function, not one written at the call
   */
  once<Of extends object, Made>(make: (of: Of) => Made, of: Of): Made {
    const made = this.#madeBy(make);
    if (!made.has(of)) made.set(of, make(of));
    return made.get(of) as Made;
  }

  /** Takes a value that was made elsewhere in place of what `once` would make. */
  give<Of extends object, Made>(
    make: (of: Of) => Made,
    of: Of,
    value: Made,
  ): void {
    this.#madeBy(make).set(of, value);
  }

  #madeBy(make: unknown): WeakMap<object, unknown> {
    const made = this.#made.get(make) ?? new WeakMap<object, unknown>();
    this.#made.set(make, made);
    return made;
  }
}

/** The session of a program that names none. */
export const SHARED_SESSION: ResolverSession = new ResolverSession();
