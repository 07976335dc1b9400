return insomnia.profile.import("self")
