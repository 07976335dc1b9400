// The dialog `new` in a real pseudo-terminal: keys go in, the screens that come
// out are compared with those in dialog_screens/. To write them anew:
// deno test -A tests/terminal/dialog_test.ts -- --update
import assert from "node:assert/strict";
import { executable, folderWith } from "../cli/run_cli.ts";
import { hasPrograms } from "../has_programs.ts";
import { PseudoTerminal } from "./pseudo_terminal.ts";

const WIDTHS: readonly number[] = [40, 80, 200];
const SCREENS = new URL("./dialog_screens/", import.meta.url);
const UPDATE = Deno.args.includes("--update");
const WINDOWS = Deno.build.os === "windows";

const ESC = "\x1b";
const LEFT = `${ESC}[D`;
const UP = `${ESC}[A`;
const DOWN = `${ESC}[B`;
const SHIFT_TAB = `${ESC}[Z`;

/** One way through the dialog. Each key is typed when the one before has shown. */
interface Sequence {
  readonly name: string;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly keys: readonly string[];
  /** Makes the window so wide before the last key. */
  readonly resize?: number;
  /** Sends a signal in the end. */
  readonly signal?: string;
}

const SEQUENCES: readonly Sequence[] = [
  { name: "enter", keys: ["\r"] },
  { name: "escape", keys: [ESC] },
  { name: "control_c", keys: ["\x03"] },
  { name: "next_and_previous", keys: ["\t", DOWN, "\t", SHIFT_TAB, "\r"] },
  { name: "around_the_list", keys: [UP, UP, DOWN, ESC] },
  {
    name: "editing",
    keys: [
      LEFT + LEFT,
      "X",
      "\x7f\x7f",
      "\x01",
      `${ESC}[3~`,
      "\x05",
      "-2",
      "\r",
    ],
  },
  { name: "no_name", keys: ["\x15", "\r", "a b/c", "\r"] },
  { name: "paste", keys: [`${ESC}[200~pasted\r-name${ESC}[201~`, "\r"] },
  { name: "broken_profile", args: ["project:broken"], keys: ["\t", "\r"] },
  { name: "path", args: ["./other.lua"], keys: ["\r"] },
  { name: "plain_locale", env: { LC_ALL: "C" }, keys: ["\t", "\r"] },
  {
    name: "colour",
    env: { NO_COLOR: "" },
    args: ["project:broken"],
    keys: [SHIFT_TAB, ESC],
  },
  { name: "narrower", keys: ["\t", "\t"], resize: 30, signal: "SIGTERM" },
  {
    name: "long_name",
    keys: ["-a-name-that-is-too-long-for-a-narrow-terminal", LEFT, "\r"],
  },
];

const FILES = {
  "shop/.insomnia/profiles.toml": `default = "coder"

[profile]
broken = "broken.lua"
gone = "gone.lua"

[profile.coder]
path = "coder.lua"
description = "Writes code in this shop, and says so in — a long — description"
`,
  "shop/.insomnia/coder.lua": `return {
  model = { ref = "anthropic/claude-sonnet-4-6", quality = "high" },
}
`,
  "shop/.insomnia/broken.lua": `return { modle = "codex-oauth/gpt-5.5" }\n`,
  "shop/other.lua":
    `return { model = "codex-oauth/gpt-5.5", scope = "workspace_read" }\n`,
};

/** Runs the command in a shell that says how it ended and what the terminal is. */
const SHELL = `
before=$(stty -g)
"$@"
code=$?
test "$(stty -g)" = "$before" && state="as before" || state="changed"
echo "exit $code, terminal $state"
`;

function start(
  args: readonly string[],
  columns: number,
  home: string,
  env: Readonly<Record<string, string>> = {},
): PseudoTerminal {
  const { program, before, base } = executable();
  const shell = args.includes("--print")
    ? SHELL.replace('"$@"', '"$@" > /dev/null')
    : SHELL;
  return new PseudoTerminal(
    "/bin/sh",
    ["-c", shell, "sh", program, ...before, ...args],
    {
      columns,
      cwd: `${home}/shop`,
      env: {
        ...base,
        HOME: home,
        PATH: Deno.env.get("PATH") ?? "",
        LC_ALL: "C.UTF-8",
        NO_COLOR: "1",
        ...env,
      },
    },
  );
}

/** A preview, and nothing more to come. */
async function previewed(terminal: PseudoTerminal): Promise<void> {
  await terminal.until(async () => {
    const text = await terminal.text();
    return /^ {2}model: (?!…$|\.\.\.$)/m.test(text);
  }, "a preview");
  await terminal.settle();
}

/** Does something that is answered by a new drawing, and waits for that. */
async function answered(
  terminal: PseudoTerminal,
  act: () => void,
): Promise<void> {
  const before = terminal.raw.length;
  act();
  await terminal.until(() => terminal.raw.length > before, "an answer");
  await previewed(terminal);
}

async function screensOf(
  { args = [], env = {}, keys, resize, signal }: Sequence,
  columns: number,
): Promise<string> {
  const home = await Deno.realPath(folderWith(FILES));
  const colour = env.NO_COLOR === "";
  await using terminal = start(["new", "--print", ...args], columns, home, env);
  await previewed(terminal);
  const screens = [await terminal.text(colour)];
  for (const [at, key] of keys.entries()) {
    if (resize !== undefined && at === keys.length - 1) {
      await answered(terminal, () => terminal.resize(resize, 24));
      screens.push(await terminal.text(colour));
    }
    const isLast = at === keys.length - 1 && signal === undefined;
    if (isLast) terminal.type(key);
    else {
      await answered(terminal, () => terminal.type(key));
      screens.push(await terminal.text(colour));
    }
  }
  if (signal !== undefined) {
    await new Deno.Command("pkill", {
      args: [`-${signal.slice(3)}`, "-P", String(terminal.pid)],
    }).output();
  }
  await terminal.waitFor(/exit \d+, terminal/);
  await terminal.end();
  screens.push(await terminal.text(colour));
  assert.ok(
    terminal.raw.lastIndexOf("\x1b[?25h") >
      terminal.raw.lastIndexOf("\x1b[?25l"),
    "the cursor is seen again",
  );
  assert.ok(
    terminal.raw.lastIndexOf("\x1b[?2004l") >
      terminal.raw.lastIndexOf("\x1b[?2004h"),
    "what is pasted is not marked any more",
  );
  return screens.join("\n~~~~\n");
}

for (const sequence of SEQUENCES) {
  Deno.test({
    name: `cli new: the screens of ${sequence.name}`,
    // Said as ignored where these are not there.
    ignore: WINDOWS ||
      !hasPrograms("stty", ...sequence.signal ? ["pkill"] : []),
    fn: async () => {
      const texts = await Promise.all(
        WIDTHS.map(async (columns) =>
          `==== ${columns} columns\n${await screensOf(sequence, columns)}\n`
        ),
      );
      const file = new URL(`${sequence.name}.txt`, SCREENS);
      if (UPDATE) await Deno.writeTextFile(file, texts.join(""));
      assert.equal(texts.join(""), await Deno.readTextFile(file));
    },
  });
}

Deno.test({
  name: "cli new: creates the Pod, and knows its name the next time",
  ignore: WINDOWS,
  fn: async () => {
    const home = await Deno.realPath(folderWith(FILES));
    {
      await using terminal = start(["new", "--pod-name", "first"], 120, home);
      await previewed(terminal);
      terminal.type("\r");
      await terminal.waitFor(/exit 0, terminal as before/);
    }
    await using terminal = start(["new", "--pod-name", "first"], 120, home);
    await previewed(terminal);
    terminal.type("\r");
    await terminal.waitFor("there is a Pod `first` already");
    terminal.type("-2\r");
    await terminal.waitFor(/exit 0, terminal as before/);
    await using list = start(["pod", "list"], 120, home);
    await list.end();
    assert.match(await list.text(), /^first +[^]*^first-2 +/m);
  },
});
