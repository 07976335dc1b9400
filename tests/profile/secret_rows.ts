/** One form of credential: texts that have it, and texts that nearly do. */
export interface SecretRow {
  readonly form: string;
  readonly secrets: readonly string[];
  readonly nearMisses: readonly string[];
}

const LETTERS = "aB3dE5fG7hJ9kL2mN4pQ6rS8tU0vW1xY3zA5bC7";

/** Made up: the right form, nobody's key. */
export const SECRET_ROWS: readonly SecretRow[] = [
  {
    form: "an OpenAI key",
    secrets: [
      `sk-${LETTERS}`,
      `sk-proj-${LETTERS}-${LETTERS}`,
      `sk-svcacct-${LETTERS}`,
      "sk-proj-ab_cd-ef_gh-ij_kl",
      `sk-or-v1-${"0123456789abcdef".repeat(4)}`,
      "sk-test-1234567890abcdef",
    ],
    nearMisses: [
      "sk-",
      "sk-learn",
      "sk-learn-pipeline-for-models-v2",
      "task-1",
    ],
  },
  {
    form: "an Anthropic key",
    secrets: [`sk-ant-api03-${LETTERS}`, "sk-ant-admin01-ab_cd-ef_gh-ij"],
    nearMisses: [
      "sk-ant-",
      "llm.anthropic.default",
      "INSOMNIA_API_KEY_ANTHROPIC",
    ],
  },
  {
    form: "a GitHub token",
    secrets: [
      ..."pousr".split("").map((letter) =>
        `gh${letter}_${LETTERS.slice(0, 36)}`
      ),
      `github_pat_11ABCDEFG0_${LETTERS}`,
    ],
    nearMisses: ["ghp_token", "github_pat_name", "GH_TOKEN", "gha_build"],
  },
  {
    form: "a GitLab token",
    secrets: [`glpat-${LETTERS.slice(0, 20)}`, `gldt-${LETTERS.slice(0, 20)}`],
    nearMisses: ["glpat-", "gl-build", "gltf-viewer"],
  },
  {
    form: "an AWS access key",
    secrets: ["AKIAIOSFODNN7EXAMPLE", "ASIAIOSFODNN7EXAMPLE"],
    nearMisses: [
      "AKIA",
      "AKIAIOSFODNN7EXAMPL",
      "AKIAIOSFODNN7EXAMPLES",
      "AWS_SECRET_ACCESS_KEY",
    ],
  },
  {
    form: "a Google API key",
    secrets: [`AIza${LETTERS.slice(0, 35)}`],
    nearMisses: ["AIza", `AIza${LETTERS.slice(0, 20)}`],
  },
  {
    form: "a Google OAuth token",
    secrets: [`ya29.${LETTERS}`],
    nearMisses: ["ya29.", "ya29.default"],
  },
  {
    form: "a Google client secret",
    secrets: [`GOCSPX-${LETTERS.slice(0, 28)}`],
    nearMisses: ["GOCSPX-", "gocspx-client"],
  },
  {
    form: "a Slack token",
    secrets: [
      `xoxb-1234567890-${LETTERS}`,
      `xoxp-1234567890-abc`,
      `xapp-1-A0123-${LETTERS}`,
    ],
    nearMisses: ["xoxb-", "xapp-name", "foxb-1234567890"],
  },
  {
    form: "a Stripe key",
    secrets: [
      `sk_live_${LETTERS.slice(0, 24)}`,
      `rk_test_${LETTERS.slice(0, 24)}`,
    ],
    nearMisses: ["sk_live_", "sk_test_key", "risk_live_1234567890ab"],
  },
  {
    form: "a Stripe webhook secret",
    secrets: [`whsec_${LETTERS.slice(0, 32)}`],
    nearMisses: ["whsec_", "whsec_name"],
  },
  {
    form: "a Brave Search key",
    secrets: [`BSA${LETTERS.slice(0, 28)}`, "BSAabcdefghijklmnopqrstuvwxy12"],
    nearMisses: [
      "BSA",
      "BSA_SOME_LONG_ENVIRONMENT_NAME_1",
      "BRAVE_SEARCH_API_KEY",
      "web/brave/default",
    ],
  },
  {
    form: "a private key",
    secrets: [
      "-----BEGIN PRIVATE KEY-----\nMIIEvQ\nABCD\n-----END PRIVATE KEY-----",
      "-----BEGIN RSA PRIVATE KEY-----",
      "-----BEGIN OPENSSH PRIVATE KEY-----\nb3Bl-bnNz\n",
      "-----BEGIN PGP PRIVATE KEY BLOCK-----\nxcLY\n-----END PGP PRIVATE KEY BLOCK-----",
    ],
    nearMisses: [
      "PRIVATE KEY",
      "-----BEGIN PUBLIC KEY-----\nMIIEvQ",
      "-----BEGIN CERTIFICATE-----",
    ],
  },
  {
    form: "a JSON Web Token",
    secrets: ["eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0xyz.c2lnbmF0dXJl"],
    nearMisses: ["eyJ", "eyJhbGciOiJIUzI1NiJ9", "eyebrow.pencil"],
  },
  {
    form: "a bearer token",
    secrets: [
      "Bearer abc123",
      "bearer abcdefghijklmnopqrst",
      "Auth: Bearer a.b-c_d~e+f/1=",
    ],
    nearMisses: [
      "Bearer",
      "Bearer token",
      "the bearer of news",
      "Bearer authentication",
    ],
  },
  {
    form: "a password in a URL",
    secrets: [
      "https://user:hunter2@example.com/v1",
      "postgres://:secret@db",
      "http://a:b:c@h",
    ],
    nearMisses: [
      "https://example.com:8000/v1",
      "https://user@example.com",
      "https://example.com/a:b@c",
      "http://localhost:11434",
    ],
  },
];
