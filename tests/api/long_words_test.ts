// A document with one very long word, number or run of blanks is read once: by
// its square each of these takes minutes.
import assert from "node:assert/strict";
import { findProfileFiles, memorySystem, resolveProfile } from "../../mod.ts";
import { publicProvider } from "../../lib/catalog/public/public_provider.ts";
import { ProfileError } from "../../lib/base/profile_error.ts";
import { parseWebAddress } from "../../lib/base/web_address.ts";
import { parseDelegate } from "../../lib/manifest/parse_delegate.ts";
import { cpuMs } from "../cpu_time.ts";
import { folderWith } from "../cli/run_cli.ts";
import { RIGHTS, runHere } from "../cli/run_here.ts";

const LONG = 200_000;
const OPENAI = "@ai-sdk/openai-compatible";
const long = (piece: string) => piece.repeat(LONG / piece.length);
const lua = (fields: string) => `return { model = "a/b", ${fields} }`;

/** What is wrong with each is found. */
const PROFILES: Readonly<Record<string, string>> = {
  "number.lua": lua(`x = ${long("1")}z`),
  "hexadecimal.lua": lua(`x = 0x${long("1")}z`),
  "number_in_text.lua": lua(`worker = { max_turns = "1${long(" ")}!" }`),
  "remarks.toml": `${long("-- ")}x\n`,
  "key.toml": `${long("a")} = @\n`,
  "zeros.toml": `model = ${long("0")}x\n`,
  "brackets.toml": `x = [\n${"[".repeat(500)}${long("a")}=\n`,
  "text.json": `{ "k": "${long("a")}", "model": +5 }`,
  "open.json": `{ "model": 1 "${long('\\"')}`,
  "open_at_end.json": `{ "model": "${long('\\"')}`,
};

for (const [name, text] of Object.entries(PROFILES)) {
  Deno.test(`resolveProfile reads what is long once: ${name}`, async () => {
    const system = memorySystem({ files: { [`/ws/${name}`]: text } });
    const start = cpuMs();
    await assert.rejects(
      resolveProfile({
        selector: `./${name}`,
        podName: "x",
        workspace: "/ws",
        system,
      }),
      ProfileError,
    );
    assert.ok(cpuMs() - start < 5000);
  });
}

Deno.test("findProfileFiles reads what is long once", async () => {
  const text = `${long("\n")}= model\n`;
  const system = memorySystem({ files: { "/ws/a.toml": text } });
  const start = cpuMs();
  assert.deepEqual(await findProfileFiles("/ws", system), []);
  assert.ok(cpuMs() - start < 5000);
});

Deno.test({
  name: "cli diff reads what is long once",
  permissions: RIGHTS,
  async fn() {
    const cwd = folderWith({
      "a.toml": `${long("\n")}x = 1\n`,
      "b.lua": lua(""),
    });
    const start = cpuMs();
    await runHere(["diff", "a.toml", "b.lua"], { cwd });
    assert.ok(cpuMs() - start < 5000);
  },
});

Deno.test("parseWebAddress, publicProvider, parseDelegate read what is long once", () => {
  const start = cpuMs();
  const address = `https://a${long("/")}b`;
  assert.equal(parseWebAddress(address)?.text, address);
  assert.equal(parseWebAddress(`${address}//`)?.text, address);
  publicProvider("a", { api: address, env: ["A"], npm: OPENAI });
  assert.throws(() => parseDelegate(`read:/${long(",read:")}\n`, "/ws"));
  assert.ok(cpuMs() - start < 5000);
});
