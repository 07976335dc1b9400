/** What a web address may be made of up to the end of its host and port. */
const AUTHORITY = /^https?:\/\/[A-Za-z0-9._:[\]-]+(?=[/?]|$)/i;

/** What one program drops, another takes for a `/`, and a third for the host's end. */
// deno-lint-ignore no-control-regex -- they are what is looked for
const MISREAD = /[\u0000-\u0020\u007f-\u00a0\\#]/;

/** A web address that every program reads the same way. */
export interface WebAddress {
  /** As the URL standard writes it, without slashes at its end. */
  readonly text: string;
  /** Scheme, host and port: `https://api.example.com`. */
  readonly origin: string;
}

/**
 * Reads an `http:` or `https:` address, and refuses what two programs may read
 * differently: a user's name before the host, a fragment, a backslash, control
 * characters and blanks, a host that is not written in ASCII. The program that
 * checks an address and the one that uses it could see two different hosts.
 *
 * @returns `undefined` for anything else
 *
 * @example
 * ```ts
 * import { parseWebAddress } from "./web_address.ts";
 * import assert from "node:assert/strict";
 * assert.deepEqual(parseWebAddress("HTTPS://Llm.Example.com:443/v1//"), {
 *   text: "https://llm.example.com/v1",
 *   origin: "https://llm.example.com",
 * });
 * assert.equal(parseWebAddress("https://api.anthropic.com\\@example.com"), undefined);
 * ```
 */
export function parseWebAddress(text: string): WebAddress | undefined {
  if (!isReadAlike(text)) return undefined;
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    return undefined;
  }
  const { href, origin } = url;
  return {
    text: href.includes("?") ? href : href.replace(/(?<!\/)\/+$/, ""),
    origin,
  };
}

/** Whether a text is such an address. */
export function isWebAddress(text: string): boolean {
  return isReadAlike(text) && URL.canParse(text);
}

function isReadAlike(text: string): boolean {
  return AUTHORITY.test(text) && !MISREAD.test(text) && text.isWellFormed();
}
