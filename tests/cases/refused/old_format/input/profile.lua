return { profile = { format = "insomnia.nix-profile.v1" }, manifest = {} }
