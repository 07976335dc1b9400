// Made from resources/credential_forms.toml by scripts/generate_credentials.ts:
// change the table, then `deno task generate`.

/** A form that credentials of one kind have. */
export interface CredentialForm {
  /** As a message names it, with its article. */
  readonly name: string;
  /** Source of a pattern of the whole credential. */
  readonly pattern: string;
  /** The two characters that it can begin with, and nothing alphanumeric before. */
  readonly begins?: readonly string[];
  /** Where it does not say with what it begins: what each such text has, in small letters. */
  readonly hint?: string;
  /** The name of a further test. */
  readonly check?: string;
}

/** In the order in which they are tried. */
export const CREDENTIAL_FORMS: readonly CredentialForm[] = [
  {
    "name": "an Anthropic key",
    "pattern": "sk-ant-[A-Za-z0-9_-]{16,}",
    "begins": ["sk"],
  },
  {
    "name": "an OpenAI key",
    "pattern":
      "(?:sk-proj-[A-Za-z0-9_-]{16,}|sk-svcacct-[A-Za-z0-9_-]{16,}|sk-admin-[A-Za-z0-9_-]{16,}|sk-None-[A-Za-z0-9_-]{16,})",
    "begins": ["sk"],
  },
  {
    "name": "a Langfuse key",
    "pattern": "sk-lf-[a-f0-9-]{36}(?![a-f0-9-])",
    "begins": ["sk"],
  },
  {
    "name": "a Hugging Face token",
    "pattern": "hf_[A-Za-z0-9]{30,}",
    "begins": ["hf"],
  },
  {
    "name": "a Hugging Face token",
    "pattern": "api_org_[A-Za-z0-9]{30,}",
    "begins": ["ap"],
  },
  { "name": "a Groq key", "pattern": "gsk_[A-Za-z0-9]{40,}", "begins": ["gs"] },
  { "name": "an xAI key", "pattern": "xai-[A-Za-z0-9]{60,}", "begins": ["xa"] },
  {
    "name": "a Replicate token",
    "pattern": "r8_[A-Za-z0-9]{30,}",
    "begins": ["r8"],
  },
  {
    "name": "a Perplexity key",
    "pattern": "pplx-[A-Za-z0-9]{40,}",
    "begins": ["pp"],
  },
  {
    "name": "an NVIDIA key",
    "pattern": "nvapi-[A-Za-z0-9_-]{60,}",
    "begins": ["nv"],
  },
  {
    "name": "a Cerebras key",
    "pattern": "csk-[a-z0-9]{40,}",
    "begins": ["cs"],
  },
  {
    "name": "a Together key",
    "pattern": "tgp_v1_[A-Za-z0-9_-]{40,}",
    "begins": ["tg"],
  },
  {
    "name": "a Fireworks key",
    "pattern":
      "fw_(?=[A-Z0-9_-]{0,80}[a-z])(?=[a-z_-]{0,80}[A-Z0-9])[A-Za-z0-9]{22,}",
    "begins": ["fw"],
  },
  {
    "name": "a Tavily key",
    "pattern":
      "(?:tvly-dev-(?=[A-Z0-9_-]{0,80}[a-z])(?=[a-z_-]{0,80}[A-Z0-9])[A-Za-z0-9_-]{20,}|tvly-prod-(?=[A-Z0-9_-]{0,80}[a-z])(?=[a-z_-]{0,80}[A-Z0-9])[A-Za-z0-9_-]{20,}|tvly-(?=[A-Z0-9_-]{0,80}[a-z])(?=[a-z_-]{0,80}[A-Z0-9])[A-Za-z0-9_-]{20,})",
    "begins": ["tv"],
  },
  {
    "name": "a Firecrawl key",
    "pattern": "fc-[a-f0-9]{32}(?![a-f0-9])",
    "begins": ["fc"],
  },
  {
    "name": "a LangSmith key",
    "pattern":
      "(?:lsv2_pt_[a-f0-9]{32}_[a-f0-9]{10,}|lsv2_sk_[a-f0-9]{32}_[a-f0-9]{10,})",
    "begins": ["ls"],
  },
  {
    "name": "a LangSmith key",
    "pattern": "ls__[a-z0-9]{32,}",
    "begins": ["ls"],
  },
  {
    "name": "a Bedrock key",
    "pattern": "ABSK[A-Za-z0-9+/=]{60,}",
    "begins": ["AB"],
  },
  {
    "name": "a Bedrock key",
    "pattern": "bedrock-api-key-[A-Za-z0-9+/=]{40,}",
    "begins": ["be"],
  },
  {
    "name": "a Pinecone key",
    "pattern": "pcsk_[A-Za-z0-9_]{50,}",
    "begins": ["pc"],
  },
  {
    "name": "a Voyage key",
    "pattern":
      "pa-(?=[A-Z0-9_-]{0,80}[a-z])(?=[a-z_-]{0,80}[A-Z0-9])[A-Za-z0-9_-]{40,}",
    "begins": ["pa"],
  },
  {
    "name": "a Jina key",
    "pattern": "jina_[a-f0-9]{32}[A-Za-z0-9_-]{20,}",
    "begins": ["ji"],
  },
  {
    "name": "an E2B key",
    "pattern": "e2b_[a-f0-9]{40}(?![a-f0-9])",
    "begins": ["e2"],
  },
  {
    "name": "an ElevenLabs key",
    "pattern": "sk_[a-f0-9]{40,}",
    "begins": ["sk"],
  },
  { "name": "a RunPod key", "pattern": "rpa_[A-Z0-9]{40,}", "begins": ["rp"] },
  {
    "name": "a Cursor key",
    "pattern": "key_[a-f0-9]{64}(?![a-f0-9])",
    "begins": ["ke"],
  },
  {
    "name": "a Weights & Biases key",
    "pattern": "wandb_v1_[A-Za-z0-9_-]{40,}",
    "begins": ["wa"],
  },
  {
    "name": "a GitHub token",
    "pattern": "gh[opsur]{1}_[A-Za-z0-9]{20,}",
    "begins": ["gh"],
  },
  {
    "name": "a GitHub token",
    "pattern": "github_pat_[A-Za-z0-9_]{20,}",
    "begins": ["gi"],
  },
  {
    "name": "a GitLab token",
    "pattern":
      "(?:glpat-[A-Za-z0-9_.-]{20,}|gloas-[A-Za-z0-9_.-]{20,}|gldt-[A-Za-z0-9_.-]{20,}|glrtr-[A-Za-z0-9_.-]{20,}|glrt-[A-Za-z0-9_.-]{20,}|glcbt-[A-Za-z0-9_.-]{20,}|glptt-[A-Za-z0-9_.-]{20,}|glft-[A-Za-z0-9_.-]{20,}|glimt-[A-Za-z0-9_.-]{20,}|glagent-[A-Za-z0-9_.-]{20,}|glwt-[A-Za-z0-9_.-]{20,}|glsoat-[A-Za-z0-9_.-]{20,}|glffct-[A-Za-z0-9_.-]{20,})",
    "begins": ["gl"],
  },
  {
    "name": "a GitLab token",
    "pattern": "GR1348941[A-Za-z0-9_-]{20,}",
    "begins": ["GR"],
  },
  {
    "name": "a GitLab token",
    "pattern": "gitlab_session=[a-f0-9]{32}(?![a-f0-9])",
    "begins": ["gi"],
  },
  {
    "name": "a Bitbucket token",
    "pattern": "ATCTT3xFfG[A-Za-z0-9_=-]{50,}",
    "begins": ["AT"],
  },
  {
    "name": "a Bitbucket token",
    "pattern": "ATBB[A-Za-z0-9]{24,}",
    "begins": ["AT"],
  },
  {
    "name": "an Atlassian token",
    "pattern": "ATATT3xFfGF0[A-Za-z0-9_=-]{50,}",
    "begins": ["AT"],
  },
  {
    "name": "an AWS access key",
    "pattern":
      "(?:AKIA[A-Z0-9]{16}(?![A-Z0-9])|ASIA[A-Z0-9]{16}(?![A-Z0-9])|ABIA[A-Z0-9]{16}(?![A-Z0-9])|ACCA[A-Z0-9]{16}(?![A-Z0-9]))",
    "begins": ["AK", "AS", "AB", "AC"],
  },
  {
    "name": "a Google API key",
    "pattern": "AIza[A-Za-z0-9_-]{35}(?![A-Za-z0-9_-])",
    "begins": ["AI"],
  },
  {
    "name": "a Google API key",
    "pattern": "AQ\\.[A-Za-z0-9_-]{30,}",
    "begins": ["AQ"],
  },
  {
    "name": "a Google OAuth token",
    "pattern": "ya29\\.[A-Za-z0-9_-]{20,}",
    "begins": ["ya"],
  },
  {
    "name": "a Google OAuth token",
    "pattern": "1//0[A-Za-z0-9_-]{30,}",
    "begins": ["1/"],
  },
  {
    "name": "a Google client secret",
    "pattern": "GOCSPX-[A-Za-z0-9_-]{20,}",
    "begins": ["GO"],
  },
  {
    "name": "an Azure key",
    "pattern": "AccountKey=[A-Za-z0-9+/=]{60,}",
    "begins": ["Ac"],
  },
  {
    "name": "an Azure key",
    "pattern": "SharedAccessKey=[A-Za-z0-9+/=]{40,}",
    "begins": ["Sh"],
  },
  {
    "name": "an Azure shared access signature",
    "pattern": "sig=[A-Za-z0-9%+/]{40,}",
    "begins": ["si"],
  },
  {
    "name": "a Slack token",
    "pattern": "xox[a-z]{1}-[A-Za-z0-9-]{10,}",
    "begins": ["xo"],
  },
  {
    "name": "a Slack token",
    "pattern": "xapp-[A-Za-z0-9-]{10,}",
    "begins": ["xa"],
  },
  {
    "name": "a Slack token",
    "pattern": "xoxe\\.xox[bp]{1}-[A-Za-z0-9-]{10,}",
    "begins": ["xo"],
  },
  {
    "name": "a Slack webhook",
    "pattern":
      "(?:hooks\\.slack\\.com/services/[A-Za-z0-9_/]{20,}|hooks\\.slack\\.com/workflows/[A-Za-z0-9_/]{20,}|hooks\\.slack\\.com/triggers/[A-Za-z0-9_/]{20,})",
    "begins": ["ho"],
  },
  {
    "name": "a Stripe key",
    "pattern":
      "(?:sk_live_[A-Za-z0-9]{10,}|sk_test_[A-Za-z0-9]{10,}|rk_live_[A-Za-z0-9]{10,}|rk_test_[A-Za-z0-9]{10,})",
    "begins": ["sk", "rk"],
  },
  {
    "name": "a Stripe key",
    "pattern":
      "(?:sk_org_live_[A-Za-z0-9]{10,}|sk_org_test_[A-Za-z0-9]{10,}|sk_org_[A-Za-z0-9]{10,}|rk_org_live_[A-Za-z0-9]{10,}|rk_org_test_[A-Za-z0-9]{10,}|rk_org_[A-Za-z0-9]{10,})",
    "begins": ["sk", "rk"],
  },
  {
    "name": "a Stripe webhook secret",
    "pattern": "whsec_[A-Za-z0-9+/=]{20,}",
    "begins": ["wh"],
  },
  {
    "name": "a Brave Search key",
    "pattern":
      "BSA(?=[A-Z0-9_-]{0,80}[a-z])(?=[a-z_-]{0,80}[A-Z0-9])[A-Za-z0-9_-]{20,}",
    "begins": ["BS"],
  },
  {
    "name": "an npm token",
    "pattern": "npm_[A-Za-z0-9]{36,}",
    "begins": ["np"],
  },
  {
    "name": "a PyPI token",
    "pattern": "pypi-[A-Za-z0-9_-]{50,}",
    "begins": ["py"],
  },
  {
    "name": "a crates.io token",
    "pattern":
      "cio(?=[A-Z0-9_-]{0,80}[a-z])(?=[a-z_-]{0,80}[A-Z0-9])[A-Za-z0-9]{32}(?![A-Za-z0-9])",
    "begins": ["ci"],
  },
  {
    "name": "a RubyGems key",
    "pattern": "rubygems_[a-f0-9]{48}(?![a-f0-9])",
    "begins": ["ru"],
  },
  {
    "name": "a NuGet key",
    "pattern": "oy2[a-z0-9]{43}(?![a-z0-9])",
    "begins": ["oy"],
  },
  {
    "name": "a Clojars token",
    "pattern": "CLOJARS_[a-z0-9]{60}(?![a-z0-9])",
    "begins": ["CL"],
  },
  {
    "name": "a Docker token",
    "pattern": "(?:dckr_pat_[A-Za-z0-9_-]{20,}|dckr_oat_[A-Za-z0-9_-]{20,})",
    "begins": ["dc"],
  },
  {
    "name": "an Artifactory token",
    "pattern": "AKCp[A-Za-z0-9]{60,}",
    "begins": ["AK"],
  },
  {
    "name": "an Artifactory token",
    "pattern": "cmVmd[A-Za-z0-9]{50,}",
    "begins": ["cm"],
  },
  {
    "name": "a SendGrid key",
    "pattern": "SG\\.[A-Za-z0-9_-]{16,32}\\.[A-Za-z0-9_-]{30,}",
    "begins": ["SG"],
  },
  {
    "name": "a Mailgun key",
    "pattern": "key-[a-f0-9]{32}(?![a-f0-9])",
    "begins": ["ke"],
  },
  {
    "name": "a Mailchimp key",
    "pattern": "(?<![A-Za-z0-9])[a-f0-9]{32}-us[0-9]{1,2}(?![0-9])",
    "hint": "-us",
  },
  {
    "name": "a Resend key",
    "pattern": "re_[A-Za-z0-9]{8}_[A-Za-z0-9]{20,}",
    "begins": ["re"],
  },
  {
    "name": "a Brevo key",
    "pattern": "xkeysib-[a-f0-9]{64}-[A-Za-z0-9]{16}(?![A-Za-z0-9])",
    "begins": ["xk"],
  },
  {
    "name": "a Twilio key",
    "pattern": "SK[a-f0-9]{32}(?![a-f0-9])",
    "begins": ["SK"],
  },
  {
    "name": "a Shopify token",
    "pattern":
      "(?:shpat_[a-fA-F0-9]{32,}|shpca_[a-fA-F0-9]{32,}|shppa_[a-fA-F0-9]{32,}|shpss_[a-fA-F0-9]{32,}|shptka_[a-fA-F0-9]{32,}|shprk_[a-fA-F0-9]{32,}|shpua_[a-fA-F0-9]{32,})",
    "begins": ["sh"],
  },
  {
    "name": "a Square token",
    "pattern": "(?:sq0atp-[A-Za-z0-9_-]{22,}|sq0csp-[A-Za-z0-9_-]{22,})",
    "begins": ["sq"],
  },
  {
    "name": "a Square token",
    "pattern": "EAAA[A-Za-z0-9_-]{56,}",
    "begins": ["EA"],
  },
  {
    "name": "a Plaid token",
    "pattern":
      "(?:access-sandbox-[a-f0-9-]{36}(?![a-f0-9-])|access-development-[a-f0-9-]{36}(?![a-f0-9-])|access-production-[a-f0-9-]{36}(?![a-f0-9-]))",
    "begins": ["ac"],
  },
  {
    "name": "a PayPal token",
    "pattern":
      "(?:access_token\\$production\\$[a-z0-9]{16}\\$[a-f0-9]{32}(?![a-f0-9])|access_token\\$sandbox\\$[a-z0-9]{16}\\$[a-f0-9]{32}(?![a-f0-9]))",
    "begins": ["ac"],
  },
  {
    "name": "a Discord webhook",
    "pattern":
      "(?:discordapp\\.com/api/webhooks/[0-9]{17,20}/[A-Za-z0-9_-]{50,}|discord\\.com/api/webhooks/[0-9]{17,20}/[A-Za-z0-9_-]{50,})",
    "begins": ["di"],
  },
  {
    "name": "a Discord token",
    "pattern":
      "(?<![A-Za-z0-9])[MNO]{1}[A-Za-z0-9]{22,27}\\.[A-Za-z0-9_-]{6,7}\\.[A-Za-z0-9_-]{27,}",
    "hint": ".",
  },
  {
    "name": "a Microsoft Teams webhook",
    "pattern": "webhook\\.office\\.com/webhookb2/[A-Za-z0-9@/-]{60,}",
    "begins": ["we"],
  },
  {
    "name": "a DigitalOcean token",
    "pattern": "do[opr]{1}_v1_[a-f0-9]{64}(?![a-f0-9])",
    "begins": ["do"],
  },
  {
    "name": "a Databricks token",
    "pattern":
      "(?:dapi[a-f0-9]{32}(?![a-f0-9])|dkea[a-f0-9]{32}(?![a-f0-9])|dose[a-f0-9]{32}(?![a-f0-9]))",
    "begins": ["da", "dk", "do"],
  },
  {
    "name": "a Grafana token",
    "pattern": "glsa_[A-Za-z0-9]{32}_[a-fA-F0-9]{8}(?![a-fA-F0-9])",
    "begins": ["gl"],
  },
  {
    "name": "a Grafana token",
    "pattern": "glc_[A-Za-z0-9+/=]{32,}",
    "begins": ["gl"],
  },
  {
    "name": "a Grafana token",
    "pattern": "eyJrIjoi[A-Za-z0-9+/=]{40,}",
    "begins": ["ey"],
  },
  {
    "name": "a Sentry token",
    "pattern": "sntrys_[A-Za-z0-9+/=_]{40,}",
    "begins": ["sn"],
  },
  {
    "name": "a Sentry token",
    "pattern": "sntry[ua]{1}_[a-f0-9]{64}(?![a-f0-9])",
    "begins": ["sn"],
  },
  {
    "name": "a Postman key",
    "pattern": "PMAK-[a-f0-9]{24}-[a-f0-9]{34}(?![a-f0-9])",
    "begins": ["PM"],
  },
  {
    "name": "a Vault token",
    "pattern": "hv[sbr]{1}\\.[A-Za-z0-9_-]{20,}",
    "begins": ["hv"],
  },
  {
    "name": "a Terraform token",
    "pattern": "(?<![A-Za-z0-9])[A-Za-z0-9]{14}\\.atlasv1\\.[A-Za-z0-9_-]{40,}",
    "hint": ".atlasv1.",
  },
  {
    "name": "a Pulumi token",
    "pattern": "pul-[a-f0-9]{40}(?![a-f0-9])",
    "begins": ["pu"],
  },
  {
    "name": "a Doppler token",
    "pattern":
      "(?:dp\\.pt\\.[a-z0-9_-]{2,35}\\.[A-Za-z0-9]{40,}|dp\\.pt\\.[A-Za-z0-9]{40,}|dp\\.st\\.[a-z0-9_-]{2,35}\\.[A-Za-z0-9]{40,}|dp\\.st\\.[A-Za-z0-9]{40,}|dp\\.ct\\.[a-z0-9_-]{2,35}\\.[A-Za-z0-9]{40,}|dp\\.ct\\.[A-Za-z0-9]{40,}|dp\\.sa\\.[a-z0-9_-]{2,35}\\.[A-Za-z0-9]{40,}|dp\\.sa\\.[A-Za-z0-9]{40,}|dp\\.scim\\.[a-z0-9_-]{2,35}\\.[A-Za-z0-9]{40,}|dp\\.scim\\.[A-Za-z0-9]{40,}|dp\\.audit\\.[a-z0-9_-]{2,35}\\.[A-Za-z0-9]{40,}|dp\\.audit\\.[A-Za-z0-9]{40,})",
    "begins": ["dp"],
  },
  {
    "name": "a Notion token",
    "pattern": "ntn_[A-Za-z0-9]{40,}",
    "begins": ["nt"],
  },
  {
    "name": "a Notion token",
    "pattern": "secret_[A-Za-z0-9]{43}(?![A-Za-z0-9])",
    "begins": ["se"],
  },
  {
    "name": "a Figma token",
    "pattern": "fig[dorhu]{1}_[A-Za-z0-9_-]{40,}",
    "begins": ["fi"],
  },
  {
    "name": "a Linear key",
    "pattern": "lin_api_[A-Za-z0-9]{32,}",
    "begins": ["li"],
  },
  {
    "name": "a Linear key",
    "pattern": "lin_oauth_[a-f0-9]{64}(?![a-f0-9])",
    "begins": ["li"],
  },
  {
    "name": "an Airtable token",
    "pattern": "pat[A-Za-z0-9]{14}\\.[a-f0-9]{64}(?![a-f0-9])",
    "begins": ["pa"],
  },
  {
    "name": "a HubSpot token",
    "pattern":
      "(?:pat-na[0-9]{1}-[a-f0-9-]{36}(?![a-f0-9-])|pat-eu[0-9]{1}-[a-f0-9-]{36}(?![a-f0-9-]))",
    "begins": ["pa"],
  },
  {
    "name": "a ClickUp token",
    "pattern": "pk_[0-9]{4,10}_[A-Z0-9]{32}(?![A-Z0-9])",
    "begins": ["pk"],
  },
  {
    "name": "a Supabase key",
    "pattern":
      "(?:sbp_oauth_[a-f0-9]{40}(?![a-f0-9])|sbp_[a-f0-9]{40}(?![a-f0-9]))",
    "begins": ["sb"],
  },
  {
    "name": "a Supabase key",
    "pattern": "sb_secret_[A-Za-z0-9_-]{20,}",
    "begins": ["sb"],
  },
  {
    "name": "a PlanetScale credential",
    "pattern":
      "(?:pscale_tkn_[A-Za-z0-9_=.-]{32,}|pscale_pw_[A-Za-z0-9_=.-]{32,}|pscale_oauth_[A-Za-z0-9_=.-]{32,})",
    "begins": ["ps"],
  },
  { "name": "a Neon key", "pattern": "napi_[a-z0-9]{60,}", "begins": ["na"] },
  {
    "name": "a New Relic key",
    "pattern": "NRAK-[A-Z0-9]{27}(?![A-Z0-9])",
    "begins": ["NR"],
  },
  {
    "name": "a New Relic key",
    "pattern": "NRJS-[a-f0-9]{19}(?![a-f0-9])",
    "begins": ["NR"],
  },
  {
    "name": "a New Relic key",
    "pattern": "NRI[IQ]{1}-[A-Za-z0-9_-]{32}(?![A-Za-z0-9_-])",
    "begins": ["NR"],
  },
  {
    "name": "a New Relic key",
    "pattern": "(?<![A-Za-z0-9])[a-f0-9]{36}NRAL",
    "hint": "nral",
  },
  {
    "name": "a Dynatrace token",
    "pattern": "dt0[a-z]{1}[0-9]{2}\\.[A-Z0-9]{24}\\.[A-Z0-9]{64}(?![A-Z0-9])",
    "begins": ["dt"],
  },
  {
    "name": "a SonarQube token",
    "pattern": "sq[pua]{1}_[a-f0-9]{40}(?![a-f0-9])",
    "begins": ["sq"],
  },
  {
    "name": "a CircleCI token",
    "pattern":
      "(?:CCIPAT_[A-Za-z0-9]{22}_[a-f0-9]{40}(?![a-f0-9])|CCIPRJ_[A-Za-z0-9]{22}_[a-f0-9]{40}(?![a-f0-9]))",
    "begins": ["CC"],
  },
  {
    "name": "a Buildkite token",
    "pattern":
      "(?:bkua_[a-z0-9]{40}(?![a-z0-9])|bkct_[a-z0-9]{40}(?![a-z0-9])|bkat_[a-z0-9]{40}(?![a-z0-9]))",
    "begins": ["bk"],
  },
  {
    "name": "a Sourcegraph token",
    "pattern":
      "(?:sgp_[a-f0-9]{16}_[a-f0-9]{40}(?![a-f0-9])|sgp_local_[a-f0-9]{40}(?![a-f0-9])|sgp_[a-f0-9]{40}(?![a-f0-9]))",
    "begins": ["sg"],
  },
  {
    "name": "a Tailscale key",
    "pattern":
      "(?:tskey-auth-[A-Za-z0-9_-]{16,}|tskey-api-[A-Za-z0-9_-]{16,}|tskey-client-[A-Za-z0-9_-]{16,}|tskey-scim-[A-Za-z0-9_-]{16,}|tskey-webhook-[A-Za-z0-9_-]{16,})",
    "begins": ["ts"],
  },
  {
    "name": "a Netlify token",
    "pattern": "nf[pcou]{1}_[A-Za-z0-9]{36,}",
    "begins": ["nf"],
  },
  {
    "name": "a Heroku key",
    "pattern": "HRKU-[A-Za-z0-9_-]{36,}",
    "begins": ["HR"],
  },
  {
    "name": "a Fly.io token",
    "pattern": "fo1_[A-Za-z0-9_-]{40,}",
    "begins": ["fo"],
  },
  {
    "name": "a Fly.io token",
    "pattern":
      "(?:fm[12]{1}r_[A-Za-z0-9+/=_-]{60,}|fm[12]{1}a_[A-Za-z0-9+/=_-]{60,}|fm[12]{1}_[A-Za-z0-9+/=_-]{60,})",
    "begins": ["fm"],
  },
  {
    "name": "a Render key",
    "pattern": "rnd_[A-Za-z0-9]{28,}",
    "begins": ["rn"],
  },
  {
    "name": "a Cloudflare token",
    "pattern": "v1\\.0-[a-f0-9]{24}-[a-f0-9]{146}(?![a-f0-9])",
    "begins": ["v1"],
  },
  {
    "name": "a Cloudflare token",
    "pattern":
      "(?:cfut_[A-Za-z0-9]{40,}|cfat_[A-Za-z0-9]{40,}|cfk_[A-Za-z0-9]{40,})",
    "begins": ["cf"],
  },
  {
    "name": "a Vercel key",
    "pattern": "vc[pkiar]{1}_[A-Za-z0-9]{40,}",
    "begins": ["vc"],
  },
  {
    "name": "a Dropbox token",
    "pattern": "sl\\.[A-Za-z0-9_-]{100,}",
    "begins": ["sl"],
  },
  {
    "name": "a 1Password token",
    "pattern": "ops_eyJ[A-Za-z0-9+/=_-]{60,}",
    "begins": ["op"],
  },
  {
    "name": "an Okta token",
    "pattern": "SSWS [A-Za-z0-9_-]{40,}",
    "begins": ["SS"],
  },
  {
    "name": "an Alibaba key",
    "pattern": "LTAI[A-Za-z0-9]{16,22}(?![A-Za-z0-9])",
    "begins": ["LT"],
  },
  {
    "name": "a Tencent key",
    "pattern": "AKID[A-Za-z0-9]{32}(?![A-Za-z0-9])",
    "begins": ["AK"],
  },
  {
    "name": "a Yandex key",
    "pattern": "AQVN[A-Za-z0-9_-]{35,}",
    "begins": ["AQ"],
  },
  {
    "name": "a Yandex key",
    "pattern": "y0_[A-Za-z0-9_-]{50,}",
    "begins": ["y0"],
  },
  {
    "name": "a Facebook token",
    "pattern": "EAA[MCB]{1}[A-Za-z0-9]{80,}",
    "begins": ["EA"],
  },
  {
    "name": "an age key",
    "pattern": "AGE-SECRET-KEY-1[A-Z0-9]{58}(?![A-Z0-9])",
    "begins": ["AG"],
  },
  {
    "name": "an OpenAI key",
    "pattern": "(?<![A-Za-z0-9])sk-(?:[a-z0-9]{1,10}-){0,3}[A-Za-z0-9_]{16,}",
    "hint": "sk-",
  },
  {
    "name": "a Telegram token",
    "pattern": "(?<![0-9])[0-9]{8,10}:AA[A-Za-z0-9_-]{32,}",
    "hint": ":aa",
  },
  {
    "name": "an Azure client secret",
    "pattern": "(?<![A-Za-z0-9])[A-Za-z0-9_~.]{3}[0-9]Q~[A-Za-z0-9_~.-]{31,34}",
    "hint": "q~",
  },
  {
    "name": "an Azure key",
    "pattern": "(?<![A-Za-z0-9])[A-Za-z0-9]{50,55}JQQJ99[A-Za-z0-9]{20,}",
    "hint": "jqqj99",
  },
  {
    "name": "a private key",
    "pattern":
      "-----BEGIN (?:[A-Z0-9]+ ){0,3}PRIVATE KEY(?: BLOCK)?-----[^-]*(?:-(?!----END )[^-]*)*(?:-----END [A-Z0-9 ]{1,40}-----)?",
    "hint": "-----begin ",
  },
  {
    "name": "a private key",
    "pattern":
      "---- BEGIN SSH2 (?:[A-Z0-9]+ ){0,2}PRIVATE KEY ----[^-]*(?:-(?!--- END )[^-]*)*(?:---- END [A-Z0-9 ]{1,40} ----)?",
    "hint": "---- begin ssh2",
  },
  {
    "name": "a PuTTY key",
    "pattern": "PuTTY-User-Key-File-[0-9]:[\\s\\S]*",
    "hint": "putty-user-key-file-",
  },
  {
    "name": "a JSON Web Token",
    "pattern":
      "(?<![A-Za-z0-9])eyJ(?=([A-Za-z0-9][A-Za-z0-9_-]{7,160}))\\1\\.[A-Za-z0-9_-]{8,}(?:\\.[A-Za-z0-9_-]*){0,3}",
    "hint": "eyj",
  },
  {
    "name": "a bearer token",
    "pattern":
      "(?<![A-Za-z0-9])[Bb][Ee][Aa][Rr][Ee][Rr][ \\t]{1,8}(?:(?=[^0-9\\s]{0,200}[0-9])(?=[^A-Za-z\\s]{0,200}[A-Za-z])(?=[A-Za-z._~+/=-]{0,200}[0-9][A-Za-z._~+/=-]{0,200}[0-9]|[A-Za-z0-9.-]{0,200}[~+/=_])[A-Za-z0-9._~+/=-]{6,}|[A-Za-z]{20,})",
    "hint": "bearer",
  },
  {
    "name": "basic authorization",
    "pattern":
      "(?<![A-Za-z0-9])[Bb][Aa][Ss][Ii][Cc][ \\t]{1,8}[A-Za-z0-9+/]{8,}={0,2}",
    "hint": "basic",
    "check": "encodes-a-pair",
  },
  {
    "name": "a password in a URL",
    "pattern":
      "(?<=[A-Za-z][A-Za-z0-9+.-]{1,30}:/{1,2})[^\\s/?#@:]*:[^\\s/?#@]+(?=@)",
    "hint": ":/",
  },
];
