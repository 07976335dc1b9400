#!/bin/sh
# Installs one release of insomnia-profile: downloads the executable for this
# machine, checks its SHA-256 against the release's list, puts it into place.
#
#   INSTALL_DIR   where to (default: ~/.local/bin)
set -eu

# Filled in when a release is made.
releases="@RELEASES@"
version="@VERSION@"

fail() {
  echo "insomnia-profile was not installed: $1" >&2
  exit 1
}

target_of_this_machine() {
  case "$(uname -s)-$(uname -m)" in
    Linux-x86_64 | Linux-amd64) echo x86_64-unknown-linux-gnu ;;
    Linux-aarch64 | Linux-arm64) echo aarch64-unknown-linux-gnu ;;
    Darwin-x86_64) echo x86_64-apple-darwin ;;
    Darwin-arm64) echo aarch64-apple-darwin ;;
    MINGW* | MSYS* | CYGWIN*) fail "this script is for Linux and macOS; take the .exe from $releases/tag/v$version" ;;
    *) fail "there is no executable for $(uname -s) on $(uname -m); with Deno it runs from source" ;;
  esac
}

download() {
  if command -v curl > /dev/null; then
    curl -fsSL --proto '=https' "$releases/download/v$version/$1" -o "$1"
  elif command -v wget > /dev/null; then
    wget -q "$releases/download/v$version/$1" -O "$1"
  else
    fail "neither curl nor wget is there to download it"
  fi || fail "$1 could not be downloaded from $releases"
}

verify() {
  awk -v file="$1" '$2 == file' SHA256SUMS > expected
  [ -s expected ] || fail "the release does not list $1"
  if command -v sha256sum > /dev/null; then
    sha256sum -c expected > /dev/null || fail "the checksum of $1 is wrong"
  elif command -v shasum > /dev/null; then
    shasum -a 256 -c expected > /dev/null || fail "the checksum of $1 is wrong"
  else
    fail "neither sha256sum nor shasum is there to check the download"
  fi
}

# Called in the last line: of a script that arrived in part, nothing runs.
main() {
  case "$version" in
    @*) fail "this is the template of the script; take it from a release" ;;
  esac
  target=$(target_of_this_machine) || exit 1
  if [ -n "$(find /lib -maxdepth 1 -name 'ld-musl-*' 2> /dev/null)" ] &&
    [ ! -e /lib64/ld-linux-x86-64.so.2 ] && [ ! -e /lib/ld-linux-aarch64.so.1 ]; then
    fail "the executable needs glibc, and this system has musl"
  fi
  directory="${INSTALL_DIR:-${HOME:?is not set: say where to with INSTALL_DIR}/.local/bin}"
  mkdir -p "$directory"
  directory=$(cd "$directory" && pwd)

  file="insomnia-profile-$version-$target"
  temporary=$(mktemp -d)
  # Beside its place first: a running executable is replaced, not written over.
  beside="$directory/.insomnia-profile.$$"
  trap 'rm -rf "$temporary" "$beside"' EXIT
  trap 'exit 1' HUP INT TERM
  cd "$temporary"
  download "$file"
  download SHA256SUMS
  verify "$file"

  chmod 755 "$file"
  mv "$file" "$beside"
  "$beside" --version > /dev/null || fail "the executable does not start on this machine"
  mv -f "$beside" "$directory/insomnia-profile"
  echo "insomnia-profile $version is in $directory"
  case ":${PATH:-}:" in
    *":$directory:"*) ;;
    *) echo "$directory is not on your PATH: add it to call insomnia-profile by its name" ;;
  esac
}

main
