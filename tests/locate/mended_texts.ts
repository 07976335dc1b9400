const MANIFEST = `model = { ref = "codex-oauth/gpt-5.5" }
[[scope.allow]]
target = "/ws"
permission = "read"
`;

/** A mistake, and what its fix makes of it. */
export const MENDED: readonly (readonly [
  path: string,
  wrong: string,
  right: string,
])[] = [
  [
    "a.lua",
    'return { model = "codex-oauth/gpt-5.5", wroker = {} }',
    'return { model = "codex-oauth/gpt-5.5", worker = {} }',
  ],
  [
    "a.lua",
    "return { model = { ref = 'codex-oauth/gpt-5.5', quality = 'hihg' } }",
    "return { model = { ref = 'codex-oauth/gpt-5.5', quality = 'high' } }",
  ],
  [
    "a.lua",
    'return { model = "codex-oath/gpt-5.5" }',
    'return { model = "codex-oauth/gpt-5.5" }',
  ],
  [
    "a.lua",
    'return { model = insomnia.models.catalog("codex-oauth/gpt-5.5", { qualty = "high" }) }',
    'return { model = insomnia.models.catalog("codex-oauth/gpt-5.5", { quality = "high" }) }',
  ],
  [
    "a.lua",
    "return { model = 'codex-oauth/gpt-5.5', compaction = insomnia.compact.preset('long_codng') }",
    "return { model = 'codex-oauth/gpt-5.5', compaction = insomnia.compact.preset('long_coding') }",
  ],
  [
    "a.json",
    '{ "model": "codex-oauth/gpt-5.5", "wroker": {} }',
    '{ "model": "codex-oauth/gpt-5.5", "worker": {} }',
  ],
  [
    "pod.toml",
    `${MANIFEST}recursiv = true\n`,
    `${MANIFEST}recursive = true\n`,
  ],
];
