import assert from "node:assert/strict";
import { posix, win32 } from "node:path";
import fc from "../fast_check.ts";
import {
  baseName,
  directoryOf,
  isAbsolute,
  isInside,
  joinPath,
  normalizePath,
  relativePath,
  withParents,
} from "../../lib/base/file_path.ts";

const relative = fc.array(
  fc.constantFrom("a", "b", "..", ".", "", "..x", "a.lua", "ä b"),
  { maxLength: 8 },
).map((parts) => parts.join("/"));
const absolute = relative.map((path) => `/${path}`);
const onDrive = fc.tuple(fc.constantFrom("C:/", "d:/"), relative)
  .map((parts) => parts.join(""));

/** What node says of a Windows path, written our way. */
function ours(path: string): string {
  const slashed = path.replaceAll("\\", "/");
  return slashed[0]!.toUpperCase() + slashed.slice(1);
}

Deno.test("normalizePath: as node:path, posix and Windows", () => {
  fc.assert(fc.property(absolute, (path) => {
    assert.equal(normalizePath(path), posix.resolve(path));
  }));
  fc.assert(fc.property(onDrive, (path) => {
    assert.equal(normalizePath(path), ours(win32.resolve(path)));
  }));
});

Deno.test("joinPath: as node:path, posix and Windows", () => {
  const any = fc.oneof(relative, absolute);
  fc.assert(fc.property(absolute, any, (base, path) => {
    assert.equal(joinPath(base, path), posix.resolve(base, path));
  }));
  fc.assert(
    fc.property(
      onDrive,
      // Two leading slashes name a server there, which System never produces.
      fc.oneof(any, onDrive).filter((path) => !path.startsWith("//")),
      (base, path) => {
        assert.equal(joinPath(base, path), ours(win32.resolve(base, path)));
      },
    ),
  );
});

Deno.test("withParents: each directory once, up to the root", () => {
  for (
    const [path, ...parents] of [
      ["/"],
      ["/ws", "/"],
      ["/ws//a/./b/", "/ws/a", "/ws", "/"],
      ["c:/ws/a", "C:/ws", "C:/"],
    ]
  ) assert.deepEqual(withParents(path!), [normalizePath(path!), ...parents]);
});

Deno.test("directoryOf, baseName: as node:path", () => {
  fc.assert(fc.property(absolute, (path) => {
    const clean = posix.resolve(path);
    assert.equal(directoryOf(path), posix.dirname(clean));
    assert.equal(baseName(path), posix.basename(clean));
  }));
  assert.equal(directoryOf("C:/a.lua"), "C:/");
  assert.equal(baseName("C:/"), "");
});

Deno.test("relativePath: as node:path, and leads back", () => {
  fc.assert(fc.property(absolute, absolute, (from, to) => {
    const path = relativePath(from, to);
    assert.equal(path, posix.relative(from, to) || ".");
    assert.equal(joinPath(from, path), normalizePath(to));
  }));
  assert.equal(relativePath("C:/a", "D:/b"), "D:/b");
  assert.equal(relativePath("c:/a", "C:/a/b"), "b");
});

for (
  const [directory, path, expected] of [
    ["/ws", "/ws", true],
    ["/ws", "/ws/a", true],
    ["/ws/", "/ws/a/../b", true],
    ["/ws", "/ws2", false],
    ["/ws", "/ws/../etc", false],
    ["/ws", "/", false],
    ["/", "/ws", true],
    ["C:/", "c:/ws", true],
    ["C:/ws", "D:/ws/a", false],
  ] as const
) {
  Deno.test(`isInside: ${directory} ${path} ${expected}`, () => {
    assert.equal(isInside(directory, path), expected);
  });
}

Deno.test("isAbsolute: a root or a drive with a slash", () => {
  for (const path of ["/", "/a", "C:/", "c:/a"]) assert(isAbsolute(path), path);
  for (const path of ["", "a", "./a", "C:a", "~/a", "CC:/a", "\\a"]) {
    assert(!isAbsolute(path), path);
  }
});

Deno.test("normalizePath: refuses a relative path", () => {
  assert.throws(() => normalizePath("a/b"), TypeError);
});
