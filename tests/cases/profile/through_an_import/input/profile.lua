local p = insomnia.profile.import("builtin:default")
p.compaction.threshold = { ratio = 0.9 }
p.worker.max_turns = 0
return p
