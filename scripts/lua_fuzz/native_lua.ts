/** A native Lua, and which of its bugs the machine does not have. */
export interface NativeLua {
  readonly command: string;
  readonly version: string;
  readonly bugs: ReadonlySet<Bug>;
}

/** Bugs of older releases that random programs would find again and again. */
export type Bug = keyof typeof PROBES;

/** What prints `right` where the bug is not. */
const PROBES = {
  "an index that is a comparison (before 5.4.8)": `
    local t, a = { [true] = "right", [false] = "wrong" }, 1
    local function read() return t[a == 1] end
    print(read())`,
  "lines of division by zero and of calls over several lines (before 5.4.7)": `
    local zero, nothing = 0, nil
    local function line(f) return select(2, pcall(f)):match(":(%d+):") end
    local one = line(function()
      local x = 1
      return x // zero end)
    local two = line(function()
      nothing
      (
        1
      ) end)
    print(one == "6" and two == "9" and "right" or "wrong")`,
  "which argument of table.remove is wrong (before 5.4.5)": `
    print(select(2, pcall(table.remove, {}, 5)):match("#2") and "right")`,
} as const;

/** The native Lua of this computer, where there is one of version 5.4. */
export async function findNativeLua(): Promise<NativeLua | undefined> {
  for (const command of [Deno.env.get("LUA"), "lua5.4", "lua"]) {
    const version = command && await output(command, "-v");
    if (!command || !version?.startsWith("Lua 5.4.")) continue;
    const bugs = new Set<Bug>();
    for (const [bug, probe] of Object.entries(PROBES)) {
      if (await output(command, "-e", probe) !== "right") bugs.add(bug as Bug);
    }
    return { command, version: version.split("  ")[0]!, bugs };
  }
}

async function output(command: string, ...args: string[]) {
  try {
    const { stdout } = await new Deno.Command(command, { args }).output();
    return new TextDecoder().decode(stdout).trim();
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  }
}
