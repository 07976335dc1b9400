import { credentialForms } from "../../scripts/generate_credentials.ts";

/** One form of credential: texts that have it, and texts that nearly do. */
export interface SecretRow {
  readonly form: string;
  readonly secrets: readonly string[];
  readonly nearMisses: readonly string[];
}

const LETTERS = "aB3dE5fG7hJ9kL2mN4pQ6rS8tU0vW1xY3zA5bC7";

/** What the samples of the table do not show. */
const MORE: readonly SecretRow[] = [
  {
    form: "an OpenAI key",
    secrets: [`sk-${LETTERS}`, "sk-proj-ab_cd-ef_gh-ij_kl"],
    nearMisses: ["sk-", "sk-proj-", "INSOMNIA_API_KEY_ANTHROPIC"],
  },
  {
    form: "an AWS access key",
    secrets: ["AKIAIOSFODNN7EXAMPLE", "ASIAIOSFODNN7EXAMPLE"],
    nearMisses: ["AKIAIOSFODNN7EXAMPL", "AKIAIOSFODNN7EXAMPLES"],
  },
  {
    form: "a Brave Search key",
    secrets: ["BSAabcdefghijklmnopqrstuvwxy12"],
    nearMisses: ["BRAVE_SEARCH_API_KEY", "web/brave/default"],
  },
  {
    form: "a private key",
    secrets: [
      "-----BEGIN PRIVATE KEY-----\nMIIEvQ\nABCD\n-----END PRIVATE KEY-----",
      "-----BEGIN OPENSSH PRIVATE KEY-----\nb3Bl-bnNz\n",
      "-----BEGIN PGP PRIVATE KEY BLOCK-----\nxcLY\n-----END PGP PRIVATE KEY BLOCK-----",
      "---- BEGIN SSH2 ENCRYPTED PRIVATE KEY ----\nComment: x\nAAAA\n---- END SSH2 ENCRYPTED PRIVATE KEY ----",
    ],
    nearMisses: ["PRIVATE KEY", "-----BEGIN PUBLIC KEY-----\nMIIEvQ"],
  },
  {
    form: "a bearer token",
    secrets: [
      "bearer abcdefghijklmnopqrst",
      "Auth: Bearer a.b-c_d~e+f/1=",
      `BEARER\t${LETTERS}`,
    ],
    nearMisses: [
      "Bearer",
      "Bearer authentication",
      "bearer internal-authentication-token-exchange",
      "a bearer token, as RFC 6750 says",
      "Bearer YOUR_API_KEY_1234",
      "Bearer ${TOKEN_1234}",
      "Bearer <token-1234567>",
    ],
  },
  {
    form: "a password in a URL",
    secrets: ["http://a:b:c@h", "https:/user:hunter2@example.com/x.lua"],
    nearMisses: [
      "https://user:<password>@example.com",
      "https://user:${PASSWORD}@example.com",
      "https://user:$PASSWORD@example.com",
      "https://user:xxxx@example.com",
      "https://user:***@example.com",
      "C:/dir:x@y",
    ],
  },
  {
    form: "a GitLab token",
    secrets: [`glrt-t1_${LETTERS.slice(0, 20)}`],
    nearMisses: [
      "gladiator-of-the-ancient-colosseum",
      "glow-in-the-dark-components",
      "gleam-programming-language-tools",
      "glpat-xxxxxxxxxxxxxxxxxxxx",
      "glpat-YOUR_TOKEN_FROM_GITLAB",
    ],
  },
  {
    form: "a GitHub token",
    secrets: ["pousr".split("").map((l) => `gh${l}_${LETTERS.slice(0, 36)}`)]
      .flat(),
    nearMisses: ["GH_TOKEN", "gha_build", "ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxx"],
  },
];

/** Made up: the right form, nobody's key. */
export const SECRET_ROWS: readonly SecretRow[] = [
  ...credentialForms().map(({ name, samples, nearMisses }) => ({
    form: name,
    secrets: samples,
    nearMisses,
  })),
  ...MORE,
];
