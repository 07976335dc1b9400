#!/bin/sh
# Beside each plain executable in a folder, an archive of it with the licences:
# `.tar.gz`, for Windows `.zip`.
#
#   archives.sh FOLDER LICENSE LICENSES.txt
set -eu

folder=$1 license=$2 licenses=$3
temporary=$(mktemp -d)
trap 'rm -rf "$temporary"' EXIT

for file in "$folder"/insomnia-profile-*; do
  case "$file" in *.tar.gz | *.zip) continue ;; esac
  name=$(basename "$file" .exe)
  inside="$temporary/$name"
  mkdir "$inside"
  cp "$license" "$inside/LICENSE"
  cp "$licenses" "$inside/LICENSES.txt"
  case "$file" in
    *.exe)
      cp "$file" "$inside/insomnia-profile.exe"
      # As below: one time, which begins with 1980 there, one order.
      touch -t 198001010000 "$inside"/*
      (cd "$temporary" && TZ=UTC zip -q -X -D "$name.zip" "$name/insomnia-profile.exe" "$name/LICENSE" "$name/LICENSES.txt")
      mv "$temporary/$name.zip" "$folder/"
      ;;
    *)
      cp "$file" "$inside/insomnia-profile"
      chmod 755 "$inside/insomnia-profile"
      # The same bytes each time: no owner, no time, one order.
      tar -C "$temporary" --sort=name --mtime=@0 --owner=0 --group=0 --numeric-owner \
        -cf - "$name" | gzip -n > "$folder/$name.tar.gz"
      ;;
  esac
done
