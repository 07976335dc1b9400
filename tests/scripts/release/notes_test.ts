import assert from "node:assert/strict";
import {
  releaseNotes,
  requireRepository,
} from "../../../scripts/release/notes.ts";

const CHANGELOG = `# Changelog

## Unreleased

Soon.

## 1.2.3 (2026-01-02)

- A thing.

## 1.2.30

- Another.
`;

Deno.test("releaseNotes: the section of the version", () => {
  assert.equal(releaseNotes("v1.2.3", "1.2.3", CHANGELOG), "- A thing.");
  assert.equal(releaseNotes("v1.2.30", "1.2.30", CHANGELOG), "- Another.");
});

Deno.test("releaseNotes: refuses a tag that is not the version", () => {
  for (const tag of ["1.2.3", "v1.2.4", "v1.2.3-rc.1", ""]) {
    assert.throws(() => releaseNotes(tag, "1.2.3", CHANGELOG), /the tag is/);
  }
});

Deno.test("releaseNotes: refuses a version that the changelog does not tell of", () => {
  assert.throws(() => releaseNotes("v1.2.4", "1.2.4", CHANGELOG), /## 1\.2\.4/);
  assert.throws(
    () => releaseNotes("v1.0.0", "1.0.0", "## 1.0.0\n"),
    /no section/,
  );
});

Deno.test("requireRepository: a release says where it is", () => {
  requireRepository("insomnia/profile");
  assert.throws(() => requireRepository("OWNER/REPO"), /repository\.ts/);
});
