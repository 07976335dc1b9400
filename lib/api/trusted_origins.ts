import { failure } from "../base/profile_error.ts";
import { isShowableName } from "../schema/explain/showable_word.ts";
import { ORIGIN_RULE, parseTrustedOrigin } from "../trust/trusted_origin.ts";

/**
 * The origins that a person names for one resolution.
 *
 * @throws {ProfileError} `origin-invalid`
 */
export function trustedOrigins(
  given: readonly string[] = [],
): readonly string[] {
  return given.map((text) => {
    const origin = parseTrustedOrigin(text);
    if (origin !== undefined) return origin;
    // The text is not quoted, because it may contain a password.
    throw failure(
      "origin-invalid",
      `an address to trust is not an origin: ${ORIGIN_RULE}`,
      {
        help: isHost(text)
          ? `write \`https://${text}\``
          : "give the scheme, the host and, where there is one, the port",
      },
    );
  });
}

/** A host and perhaps a port, and nothing that could be a secret. */
function isHost(text: string): boolean {
  return /^[a-z][a-z0-9-]*(?:\.[a-z][a-z0-9-]*)+(?::\d{1,5})?$/.test(text) &&
    text.split(/[.:]/).every(isShowableName);
}
