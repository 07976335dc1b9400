return require("insomnia.profile").import("project:b")
