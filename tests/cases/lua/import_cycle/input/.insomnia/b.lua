return require("insomnia.profile").import("project:a")
