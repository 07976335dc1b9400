---@meta insomnia.secrets

---Pointers to secrets; a profile never holds the value of one.
---@class (exact) insomnia.SecretsModule
local secrets = {}

---An entry of the runtime's secret store, such as `llm.anthropic.default`.
---@param name string
---@return insomnia.AuthSecretRef
function secrets.ref(name) end

---An environment variable that the runtime reads, such as `ANTHROPIC_API_KEY`.
---@param name string
---@return insomnia.AuthApiKey
function secrets.env(name) end

return secrets
