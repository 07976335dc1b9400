import assert from "node:assert/strict";
import { REPOSITORY } from "../../../lib/base/repository.ts";
import { VERSION } from "../../../lib/base/version.ts";
import { repositoryPath } from "../../../scripts/repository_path.ts";
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
  requireRepository({ "README.md": "https://github.com/insomnia/profile" });
  assert.throws(
    () =>
      requireRepository({
        "README.md": "https://github.com/OWNER/REPO/releases",
        "docs/a.md": "",
        "lib/base/repository.ts": `"OWNER/REPO"`,
      }),
    /stands in README\.md, lib\/base\/repository\.ts:/,
  );
});

Deno.test("release: is refused while a document has the placeholder", async () => {
  const { code, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "--allow-read", "scripts/release/notes.ts", `v${VERSION}`],
    cwd: repositoryPath(""),
    env: { NO_COLOR: "1" },
  }).output();
  const said = new TextDecoder().decode(stderr);
  if (REPOSITORY === "OWNER/REPO") {
    assert.equal(code, 1);
    assert.match(
      said,
      /README\.md, action\.yml, docs\/guide\.md, docs\/library\.md, lib\/base/,
    );
  } else assert.doesNotMatch(said, /stands in/);
});
