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

/** Does something that is answered by a new drawing, and waits for its beginning. */
async function answered(
  terminal: PseudoTerminal,
  act: () => void,
): Promise<void> {
  const before = terminal.raw.length;
  act();
  await terminal.until(() => terminal.raw.length > before, "an answer");
}

/**
 * The screens one after the other. Each is waited for, so that a pause in the
 * middle of a drawing is no screen of its own.
 *
 * @param expected nothing where they are to be written anew
 */
async function screensOf(
  { args = [], env = {}, keys, resize, signal }: Sequence,
  columns: number,
  expected: readonly string[] | undefined,
): Promise<readonly string[]> {
  const home = await Deno.realPath(folderWith(FILES));
  const colour = env.NO_COLOR === "";
  await using terminal = start(["new", "--print", ...args], columns, home, env);
  const screens: string[] = [];
  const look = async (isEnd = false) => {
    if (expected) {
      const wanted = expected[screens.length];
      await terminal.until(async () => await terminal.text(colour) === wanted)
        .catch(async () => assert.equal(await terminal.text(colour), wanted));
    } else if (isEnd) await terminal.end();
    else await previewed(terminal);
    screens.push(await terminal.text(colour));
  };
  await look();
  for (const [at, key] of keys.entries()) {
    if (resize !== undefined && at === keys.length - 1) {
      await answered(terminal, () => terminal.resize(resize, 24));
      await look();
    }
    const isLast = at === keys.length - 1 && signal === undefined;
    if (isLast) terminal.type(key);
    else {
      await answered(terminal, () => terminal.type(key));
      await look();
    }
  }
  if (signal !== undefined) {
    await new Deno.Command("pkill", {
      args: [`-${signal.slice(3)}`, "-P", String(terminal.pid)],
    }).output();
  }
  await terminal.waitFor(/exit \d+, terminal/);
  await look(true);
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
  return screens;
}

/** What a file of screens holds: for each width all of them. */
function printScreens(screens: readonly (readonly string[])[]): string {
  return screens.map((ofWidth, at) =>
    `==== ${WIDTHS[at]} columns\n${ofWidth.join("\n~~~~\n")}\n`
  ).join("");
}

function parseScreens(text: string): readonly (readonly string[])[] {
  return text.split(/^==== \d+ columns\n/m).slice(1)
    .map((ofWidth) => ofWidth.slice(0, -1).split("\n~~~~\n"));
}

for (const sequence of SEQUENCES) {
  Deno.test({
    name: `cli new: the screens of ${sequence.name}`,
    // Said as ignored where these are not there.
    ignore: WINDOWS ||
      !hasPrograms("stty", ...sequence.signal ? ["pkill"] : []),
    fn: async () => {
      const file = new URL(`${sequence.name}.txt`, SCREENS);
      const expected = UPDATE ? undefined : await Deno.readTextFile(file);
      const wanted = expected === undefined
        ? undefined
        : parseScreens(expected);
      const screens = await Promise.all(
        WIDTHS.map((columns, at) => screensOf(sequence, columns, wanted?.[at])),
      );
      if (UPDATE) await Deno.writeTextFile(file, printScreens(screens));
      else assert.equal(printScreens(screens), expected);
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
    await list.waitFor(/^first +[^]*^first-2 +/m);
  },
});
