import assert from "node:assert/strict";
import { memorySystem } from "../../lib/system/memory_system.ts";
import {
  configDirectory,
  dataDirectory,
  runtimeDirectory,
} from "../../lib/system/standard_directories.ts";

const ALL = {
  INSOMNIA_CONFIG_DIR: "/config",
  INSOMNIA_DATA_DIR: "/data",
  INSOMNIA_HOME: "/insomnia",
  XDG_CONFIG_HOME: "/xdg",
  HOME: "/home/ada",
  USERPROFILE: "/users/ada",
};
type Variables = Record<string, string>;
const without = (...names: string[]): Variables =>
  Object.fromEntries(
    Object.entries(ALL).filter(([name]) => !names.includes(name)),
  );

for (
  const [name, env, config, data] of [
    ["everything set", ALL, "/config", "/data"],
    [
      "no directory of its own",
      without("INSOMNIA_CONFIG_DIR", "INSOMNIA_DATA_DIR"),
      "/insomnia/config",
      "/insomnia",
    ],
    [
      "an empty variable",
      {
        ...ALL,
        INSOMNIA_CONFIG_DIR: "",
        INSOMNIA_DATA_DIR: "",
        INSOMNIA_HOME: "",
      },
      "/xdg/insomnia",
      "/home/ada/.insomnia",
    ],
    ["only HOME", { HOME: "/h" }, "/h/.config/insomnia", "/h/.insomnia"],
    [
      "HOME before USERPROFILE",
      { HOME: "/h", USERPROFILE: "/u" },
      "/h/.config/insomnia",
      "/h/.insomnia",
    ],
    [
      "no HOME",
      { HOME: "", USERPROFILE: "/u" },
      "/u/.config/insomnia",
      "/u/.insomnia",
    ],
    [
      "a relative XDG_CONFIG_HOME, which its specification ignores",
      { XDG_CONFIG_HOME: "xdg", HOME: "/h" },
      "/h/.config/insomnia",
      "/h/.insomnia",
    ],
    [
      "relative to the current directory",
      {
        INSOMNIA_CONFIG_DIR: "../c",
        INSOMNIA_DATA_DIR: "d/",
      },
      "/c",
      "/cwd/d",
    ],
    ["nothing", {}, undefined, undefined],
  ] as [string, Variables, string | undefined, string | undefined][]
) {
  Deno.test(`configDirectory, dataDirectory: ${name}`, () => {
    const system = memorySystem({ env, cwd: "/cwd" });
    assert.equal(configDirectory(system), config);
    assert.equal(dataDirectory(system), data);
  });
}

Deno.test("configDirectory, dataDirectory: on Windows", () => {
  const system = memorySystem({
    env: { USERPROFILE: "C:\\Users\\Ada" },
    cwd: "D:/work",
  });
  assert.equal(configDirectory(system), "C:/Users/Ada/.config/insomnia");
  assert.equal(dataDirectory(system), "C:/Users/Ada/.insomnia");
});

for (
  const [name, env, expected] of [
    ["its own variable", {
      INSOMNIA_RUNTIME_DIR: "/run/pods",
      INSOMNIA_HOME: "/i",
    }, "/run/pods"],
    ["with everything else", {
      INSOMNIA_HOME: "/i",
      XDG_RUNTIME_DIR: "/run/user/1000",
      HOME: "/h",
    }, "/i/run"],
    ["the session's", {
      XDG_RUNTIME_DIR: "/run/user/1000",
      HOME: "/h",
    }, "/run/user/1000/insomnia"],
    ["the home directory", { HOME: "/h" }, "/h/.insomnia/run"],
    ["nothing", {}, undefined],
  ] as readonly (readonly [string, Variables, string | undefined])[]
) {
  Deno.test(`runtimeDirectory: ${name}`, () => {
    assert.equal(runtimeDirectory(memorySystem({ env })), expected);
  });
}
