import { failure, type ProfileError } from "../base/profile_error.ts";
import { refusalCode, SystemError } from "../system/system.ts";

/**
 * Does something with the store; what the outside world refuses is told as the
 * store's error.
 *
 * @param doing completes "cannot": `write`
 * @throws {ProfileError} `store-inaccessible`, `permission-missing`
 */
export async function storeAsked<T>(
  doing: string,
  ask: Promise<T>,
): Promise<T> {
  try {
    return await ask;
  } catch (error) {
    throw error instanceof SystemError ? storeRefusal(doing, error) : error;
  }
}

/** A refusal of the System as an error of the store. */
export function storeRefusal(doing: string, error: SystemError): ProfileError {
  return failure(
    refusalCode(error, "store-inaccessible"),
    `cannot ${doing} \`${error.path}\`: ${error.message}`,
  );
}

/** The same; nothing where there is nothing at the path. */
export async function storeAskedFor<T>(
  doing: string,
  ask: Promise<T>,
): Promise<T | undefined> {
  try {
    return await ask;
  } catch (error) {
    if (!(error instanceof SystemError)) throw error;
    if (error.kind === "not-found") return undefined;
    throw storeRefusal(doing, error);
  }
}
