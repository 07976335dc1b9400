import { printFieldPath } from "../base/field_path.ts";
import type { Problem } from "../base/problem.ts";
import type { Catalog } from "../catalog/catalog.ts";
import type { PodManifest } from "../schema/pod_manifest.ts";
import { RUNTIME_ROWS, RUNTIME_VERSION } from "./runtime_rows.ts";

/**
 * What the runtime cannot read of a manifest, or reads otherwise than it is
 * written, each said once.
 *
 * @param manifest valid
 */
export function runtimeProblems(
  manifest: PodManifest,
  catalog: Catalog,
): Problem[] {
  return RUNTIME_ROWS.flatMap(
    ({ thing, severity, code, does, help, find }): Problem[] => {
      if (severity === "silent") return [];
      const [path, ...others] = find(manifest, catalog);
      if (path === undefined) return [];
      const also = others.length === 0
        ? ""
        : ` (also ${
          others.map((other) => `\`${printFieldPath(other)}\``).join(", ")
        })`;
      return [{
        code,
        severity,
        message: `${thing}${also}: the runtime of ${RUNTIME_VERSION} ${does}`,
        path,
        ...help !== undefined && { help },
      }];
    },
  );
}

/** Whether a problem is one of a runtime with a manifest: there has to be one. */
export function isOfRuntime({ code }: Problem): boolean {
  return code.startsWith("runtime-");
}

/** What `explain` alone says of a manifest, by field path: a sentence each. */
export function runtimeRemarks(
  manifest: PodManifest,
): ReadonlyMap<string, string> {
  return new Map(
    RUNTIME_ROWS.filter(({ severity }) => severity === "silent").flatMap((
      { does, find },
    ) =>
      find(manifest, NO_CATALOG).map((path) =>
        [
          printFieldPath(path),
          `the runtime of ${RUNTIME_VERSION} ${does}`,
        ] as const
      )
    ),
  );
}

/** What is silent is about the manifest alone. */
const NO_CATALOG: Catalog = {
  providers: [],
  models: [],
  origin: { providers: "given", models: "given" },
  sha256: "",
};
