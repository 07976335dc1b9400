import { failure } from "../base/profile_error.ts";
import {
  dataDirectory,
  runtimeDirectory,
} from "../system/standard_directories.ts";
import { isAbsolutePath } from "../schema/text_forms.ts";
import type { System } from "../system/system.ts";

/** The outside world as the store needs it. */
export interface StoreLocation {
  readonly system: System;
  /** Absolute; Pods are in its folder `pods`. */
  readonly dataDirectory: string;
  /** Absolute; a folder in it means that the Pod runs. */
  readonly runtimeDirectory: string;
}

/**
 * Where the store is: what is given, else what the environment says.
 *
 * @throws {ProfileError} `store-directory-missing`
 */
export function locateStore(
  system: System,
  given: {
    readonly dataDirectory?: string | undefined;
    readonly runtimeDirectory?: string | undefined;
  } = {},
): StoreLocation {
  for (const path of [given.dataDirectory, given.runtimeDirectory]) {
    if (path !== undefined) requireAbsolute(path);
  }
  const data = given.dataDirectory ?? dataDirectory(system);
  const runtime = given.runtimeDirectory ?? runtimeDirectory(system) ??
    (data && `${data}/run`);
  if (data === undefined || runtime === undefined) {
    throw failure(
      "store-directory-missing",
      "there is no place for stored Pods: none of `INSOMNIA_DATA_DIR`, " +
        "`INSOMNIA_HOME` and `HOME` is set",
      { help: "set one of them; `INSOMNIA_DATA_DIR` names the folder itself" },
    );
  }
  return { system, dataDirectory: data, runtimeDirectory: runtime };
}

/** It comes from a program, so even its type is checked. */
function requireAbsolute(path: unknown): void {
  if (typeof path === "string" && isAbsolutePath(path)) return;
  throw failure(
    "store-directory-missing",
    `${
      typeof path === "string" ? `\`${path}\`` : `a ${typeof path}`
    } cannot be a directory of the store: an absolute path is required`,
  );
}
