#!/usr/bin/env bash
# Installs what `deno task bench` compares with, from Debian's packages.
set -euo pipefail
apt-get update
apt-get install -y --no-install-recommends nix-bin jsonnet lua5.4
