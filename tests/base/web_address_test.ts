import assert from "node:assert/strict";
import { parseWebAddress } from "../../lib/base/web_address.ts";

const WRITTEN: readonly (readonly [written: string, standard: string])[] = [
  ["https://api.example.com", "https://api.example.com"],
  ["https://api.example.com/", "https://api.example.com"],
  ["https://api.example.com/v1//", "https://api.example.com/v1"],
  ["HTTPS://API.Example.COM:443/V1", "https://api.example.com/V1"],
  ["http://localhost:11434", "http://localhost:11434"],
  ["http://[::1]:8080/v1", "http://[::1]:8080/v1"],
  ["http://127.1/", "http://127.0.0.1"],
  ["https://example.com/a/../b", "https://example.com/b"],
  ["https://example.com/@at/here", "https://example.com/@at/here"],
  [
    "https://example.com/v1?api-version=1",
    "https://example.com/v1?api-version=1",
  ],
  ["https://example.com?x=a/", "https://example.com/?x=a/"],
  ["https://example.com/ü", "https://example.com/%C3%BC"],
  ["https://xn--mnchen-3ya.example", "https://xn--mnchen-3ya.example"],
];

for (const [written, standard] of WRITTEN) {
  Deno.test(`parseWebAddress: ${written}`, () => {
    assert.equal(parseWebAddress(written)?.text, standard);
    // Written so, it stays so.
    assert.equal(parseWebAddress(standard)?.text, standard);
    assert.equal(parseWebAddress(written)?.origin, new URL(standard).origin);
  });
}

/** Each is read as two different hosts by some two programs, or is no address. */
const REFUSED: readonly string[] = [
  "https://api.anthropic.com\\@evil.test",
  "https://api.anthropic.com\\.evil.test",
  "https:\\\\evil.test",
  "https://evil.test\\..\\@api.anthropic.com",
  "https://api.anthropic.com#@evil.test",
  "https://evil.test#",
  "https://evil.test/#/v1",
  "https://user@evil.test",
  "https://user:password@evil.test",
  "https://@evil.test",
  "https://:@evil.test",
  "https://api.anthropic.com%40evil.test",
  "https://api%2eanthropic.com",
  "https://ａpi.anthropic.com",
  "https://api。anthropic.com",
  "https://api.anthropic.com\u2044evil.test",
  "https://münchen.example",
  "https://api.anthro\tpic.com",
  "https://api.anthropic.com\n",
  " https://api.anthropic.com",
  "https://api.anthropic.com /v1",
  "https://api.anthropic.com\u0000.evil.test",
  "https://api.anthropic.com\u00a0/v1",
  "https://api.anthropic.com\u007f",
  "https:api.anthropic.com",
  "https:/api.anthropic.com",
  "https:///api.anthropic.com",
  "//api.anthropic.com",
  "api.anthropic.com",
  "ftp://api.anthropic.com",
  "file:///etc/passwd",
  "javascript:alert(1)",
  "https://",
  "https://host:port",
  "https://host:99999",
  "https://[::1",
  "https://a..b^c",
  "https://\ud800",
  "https://example.com/\ud800",
];

for (const text of REFUSED) {
  Deno.test(`parseWebAddress refuses ${JSON.stringify(text)}`, () => {
    assert.equal(parseWebAddress(text), undefined);
  });
}
