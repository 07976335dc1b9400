---@meta insomnia.models

---What the model catalog knows.
---@class (exact) insomnia.ModelsModule
local models = {}

---A model section.
---@param ref string `<provider>/<model id>`, as `insomnia-profile models` lists them
---@param fields? insomnia.ModelFields fields that win over the catalog's
---@return insomnia.Model
function models.catalog(ref, fields) end

---Tokens that a request to the model may hold: the smaller of its window and what the backend accepts.
---@param ref string
---@return integer
function models.context_window(ref) end

---What the catalog knows of a model; read-only.
---@param ref string
---@return table<string, any>
function models.info(ref) end

---Every reference of the catalog, sorted.
---@return string[]
function models.refs() end

return models
