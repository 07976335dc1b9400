import assert from "node:assert/strict";
import { maskSecrets } from "../../lib/profile/mask_secrets.ts";
import { findSecretForm, secretsIn } from "../../lib/profile/secret_forms.ts";
import { parseForm } from "../../scripts/credentials/parse_form.ts";
import { readForms } from "../../scripts/credentials/read_forms.ts";
import {
  credentialFiles,
  credentialForms,
} from "../../scripts/generate_credentials.ts";
import { repositoryPath } from "../../scripts/repository_path.ts";
import { SECRET_ROWS } from "./secret_rows.ts";
import { cpuMs } from "../cpu_time.ts";

Deno.test("findSecretForm names the form of each credential", () => {
  for (const { form, secrets } of SECRET_ROWS) {
    for (const secret of secrets) {
      assert.equal(findSecretForm(secret), form, secret);
      assert.equal(findSecretForm(`see "${secret}" here`), form, secret);
    }
  }
});

Deno.test("findSecretForm leaves names, prose and prefixes alone", () => {
  for (const { nearMisses } of SECRET_ROWS) {
    for (const text of nearMisses) {
      assert.equal(findSecretForm(text), undefined, text);
      assert.equal(maskSecrets(text), text);
    }
  }
});

Deno.test("findSecretForm finds a credential right behind `_`, `-` and signs, and not inside a word", () => {
  for (const { name: form, samples } of credentialForms()) {
    for (const secret of samples) {
      for (const before of ["_", "-", "=", "/", '"', "(", "key-", "TOKEN_"]) {
        // A sign of its own may have to stand before it.
        const found = findSecretForm(`${before}${secret}`);
        if (!STANDS_ALONE.includes(form)) assert.ok(found, before + secret);
      }
    }
  }
  assert.equal(findSecretForm(`xAKIAIOSFODNN7EXAMPLE`), undefined);
});

/** Forms of no fixed beginning: what stands before may belong to them. */
const STANDS_ALONE = ["an Azure client secret", "a password in a URL"];

Deno.test("findSecretForm finds a credential in the middle of a long text", () => {
  const prose = "The quick brown fox (see https://example.com/a_b-c) jumps. ";
  for (const { samples } of credentialForms()) {
    for (const secret of samples) {
      const text = `${prose.repeat(50)}"${secret}" ${prose.repeat(50)}`;
      assert.ok(findSecretForm(text), secret);
    }
  }
  assert.equal(findSecretForm(prose.repeat(5000)), undefined);
});

Deno.test("findSecretForm finds the shortest credentials, and no form is shorter", () => {
  for (const secret of ["ab:/:x@", "Bearer a1b2+/", "Basic YTpiYzpk"]) {
    assert.ok(findSecretForm(secret), secret);
  }
  // Those with a pattern of their own are the three above, and longer ones.
  for (const { name, is } of credentialForms()) {
    for (const form of is.flatMap(parseForm)) {
      const characters = form.reduce(
        (sum, part) =>
          sum + (typeof part === "string" ? part.length : part.min),
        0,
      );
      assert.ok(characters >= 13, name);
    }
  }
});

Deno.test("readForms refuses a row without its name, form, sample, near miss or source", () => {
  const row = {
    name: "a key",
    is: "key_[a-z]{20,}",
    sample: "key_{20l}",
    near_miss: "key_",
    source: "https://example.com",
  };
  const toml = (fields: Readonly<Record<string, string>>) =>
    "[[form]]\n" +
    Object.entries(fields).map(([key, value]) => `${key} = '${value}'\n`)
      .join("");
  assert.equal(readForms(toml(row)).length, 1);
  for (const missing of Object.keys(row)) {
    const { [missing as keyof typeof row]: _, ...rest } = row;
    assert.throws(() => readForms(toml(rest)), new RegExp(missing));
  }
});

Deno.test("parseForm refuses what would not take linear time", () => {
  assert.throws(() => parseForm("a_[a-z]{4,}_[a-z]{4}"), /last class/);
  assert.throws(() => parseForm("a_[a-z_]{4,9}_[a-z]{4}"), /cannot be told/);
});

Deno.test("both sides of the table of credentials are up to date", async () => {
  const files = await credentialFiles(credentialForms());
  for (const [path, text] of Object.entries(files)) {
    assert.equal(await Deno.readTextFile(repositoryPath(path)), text, path);
  }
});

Deno.test("maskSecrets hides the whole credential and keeps the length", () => {
  for (const secret of SECRET_ROWS.flatMap(({ secrets }) => secrets)) {
    const text = `key = "${secret}", next`;
    const masked = maskSecrets(text);
    assert.equal(masked.length, text.length);
    // Of a webhook the address shows.
    for (const piece of secret.match(/[A-Za-z0-9]{13,}/g) ?? []) {
      assert.ok(!masked.includes(piece.slice(0, 12)), masked);
    }
    assert.equal(findSecretForm(masked), undefined, masked);
  }
});

Deno.test("maskSecrets hides given values, longest first, each line of one", () => {
  const rows: [string, readonly string[], string][] = [
    ["a tiger b", ["tiger"], "a ***** b"],
    ["tigers tiger", ["tiger", "tigers"], "****** *****"],
    ["one\ntwo", ["one\ntwo"], "***\n***"],
    ["only two here", ["one\ntwo"], "only *** here"],
    ["a b", ["", "a"], "a b"],
    ["$& and $1", ["and"], "$& *** $1"],
  ];
  for (const [text, values, expected] of rows) {
    assert.equal(maskSecrets(text, values), expected);
  }
});

Deno.test("findSecretForm takes linear time on hostile texts", () => {
  const pieces = [
    "eyJ-",
    "_eyJa",
    "dp.st.ab.",
    "SG.",
    "SG.aaaaaaaaaaaaaaaa.",
    "Maaaaaaaaaaaaaaaaaaaaaaa.",
    "12345678:AA",
    "Basic ",
    "Basic YWRh",
    "basic YWRhOmE ",
    "PuTTY-User-Key-File-3:",
    "---- BEGIN SSH2 PRIVATE KEY ----",
    "0123456789abcdef0123456789abcdef-us",
    "glpat-",
    "tvly-a",
    "fw_",
    "re_aaaaaaaa_",
    "a8Q~",
    "JQQJ99",
    "secret_",
    "hooks.slack.com/services/",
    "https:/a:",
    "eyJaaaaaaaaa.",
    "BSA-",
    "sk-ant-",
    "sk-",
    "Bearer ",
    "Bearer a",
    "://x:",
    "h://u:p",
    "-----BEGIN PRIVATE KEY-----",
    "-",
    " ",
    "a.a-a+",
  ];
  for (const piece of pieces) {
    const start = cpuMs();
    findSecretForm(piece.repeat(Math.floor(3e5 / piece.length)));
    // Milliseconds when linear, minutes when quadratic.
    assert.ok(cpuMs() - start < 3000, piece);
  }
});

Deno.test("secretsIn: every credential of a text, whole", () => {
  const key = "AKIAIOSFODNN7EXAMPLE";
  assert.deepEqual(secretsIn(`a ${key}, b https://me:hunter2@x.test`), [
    key,
    "me:hunter2",
  ]);
  assert.deepEqual(secretsIn("llm.anthropic.default"), []);
});
