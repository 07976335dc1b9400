#!/bin/sh
# Installs one release of insomnia-profile: downloads the executable for this
# machine, checks its SHA-256 against the release's list, puts it into place.
#
#   INSTALL_DIR   where to (default: ~/.local/bin)
set -eu
releases="@RELEASES@"
version="@VERSION@"
directory="${INSTALL_DIR:-$HOME/.local/bin}"

fail() {
  echo "insomnia-profile was not installed: $1" >&2
  exit 1
}

case "$(uname -s)-$(uname -m)" in
  Linux-x86_64) target=x86_64-unknown-linux-gnu ;;
  Linux-aarch64 | Linux-arm64) target=aarch64-unknown-linux-gnu ;;
  Darwin-x86_64) target=x86_64-apple-darwin ;;
  Darwin-arm64) target=aarch64-apple-darwin ;;
  *) fail "there is no executable for $(uname -s) on $(uname -m); with Deno it runs from source" ;;
esac

file="insomnia-profile-$version-$target"
temporary=$(mktemp -d)
trap 'rm -rf "$temporary"' EXIT
for name in "$file" SHA256SUMS; do
  curl -fsSL "$releases/download/v$version/$name" -o "$temporary/$name" ||
    fail "$name could not be downloaded"
done
cd "$temporary"
grep "  $file\$" SHA256SUMS > expected || fail "the release does not list $file"
if command -v sha256sum > /dev/null; then
  sha256sum -c expected > /dev/null || fail "the checksum of $file is wrong"
else
  shasum -a 256 -c expected > /dev/null || fail "the checksum of $file is wrong"
fi
mkdir -p "$directory"
chmod 755 "$file"
mv "$file" "$directory/insomnia-profile"
echo "insomnia-profile $version is in $directory"
