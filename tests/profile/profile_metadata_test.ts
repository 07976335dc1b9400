import assert from "node:assert/strict";
import {
  profileMetadata,
  type ProfileOrigin,
} from "../../lib/profile/profile_metadata.ts";
import type { Profile } from "../../lib/profile/profile.ts";

Deno.test("profileMetadata takes the slug, else the registry's name, else the file's", () => {
  const rest = {
    model: { ref: "a/b" },
    scope: { intent: "workspace_read" },
  } as const;
  const rows: [Profile, ProfileOrigin, object][] = [
    [
      { ...rest, slug: "s", description: "d" },
      {
        registryName: "r",
        registryDescription: "rd",
        fileStem: "f",
        language: "lua",
      },
      { name: "s", description: "d", format: "insomnia.lua-profile.v1" },
    ],
    [rest, {
      registryName: "r",
      registryDescription: "rd",
      fileStem: "f",
      language: "lua",
    }, {
      name: "r",
      description: "rd",
      format: "insomnia.lua-profile.v1",
    }],
    [rest, {
      registryName: "r",
      registryDescription: "see AKIAIOSFODNN7EXAMPLE",
      language: "lua",
    }, {
      name: "r",
      format: "insomnia.lua-profile.v1",
    }],
    [rest, { fileStem: "f", language: "json" }, {
      name: "f",
      format: "insomnia.json-profile.v1",
    }],
    [rest, { language: "json" }, {
      name: "stdin",
      format: "insomnia.json-profile.v1",
    }],
  ];
  for (const [profile, origin, expected] of rows) {
    assert.deepEqual(profileMetadata(profile, origin), expected);
  }
});
