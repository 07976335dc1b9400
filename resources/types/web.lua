---@meta insomnia.web

---What `web` takes.
---@class (exact) insomnia.WebModule
local web = {}

---Search with Brave, and fetching of pages. Takes `api_key_env` or `api_key_secret`.
---@param fields insomnia.BraveFields
---@return insomnia.Web
function web.brave(fields) end

---Fetching of pages, no search.
---@return insomnia.Web
function web.fetch_only() end

return web
