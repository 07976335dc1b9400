import { printManifest } from "../../../mod.ts";
import { assertGolden, completed, NAMES, resolved } from "./golden.ts";

for (const format of ["json", "toml"] as const) {
  Deno.test(`every field: a manifest file with all of them, in order as ${format}`, async () => {
    const { manifest } = await completed();
    assertGolden(`manifest.${format}`, printManifest(manifest, format));
  });
}

for (const name of NAMES) {
  Deno.test(`every field: those of ${name}.lua, in order as TOML`, async () => {
    const { manifest } = await resolved(name);
    assertGolden(`${name}.toml`, printManifest(manifest, "toml"));
  });
}
