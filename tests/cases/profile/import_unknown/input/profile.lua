return {
  model = "codex-oauth/gpt-5.5",
  worker = insomnia.profile.import("nobody").worker,
}
