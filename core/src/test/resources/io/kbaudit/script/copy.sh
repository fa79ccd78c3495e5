#!/bin/sh
# Copies files of a package to a share, and keeps the files that they replace.
# Made by kbaudit, which executed nothing of it: read it, then run it yourself.
#   KB2492954, Update rollup for Hosted Messaging and Collaboration 4.0

# The folders, which may be edited:
package='C:\temp\QFERollupPackage'
share='C:\MSIShare'

set -eu

stop() {
  printf '%s\n' "$1" >&2
  exit 1
}

# Whether nothing has this name, not even a link that leads nowhere.
is_free() {
  ! [ -e "$1" ] && ! [ -L "$1" ]
}

# Renames, and never onto what is there.
rename() {
  is_free "$2" && mv -- "$1" "$2"
}

# Whether a file has this size; some wc print blanks before the number.
has_size() {
  size=$(wc -c < "$1") && [ "$(($size))" = "$2" ]
}

# Whether a file has this SHA-256, where that can be computed.
if command -v sha256sum >/dev/null 2>&1; then
  has_contents() {
    sum=$(sha256sum < "$1") && [ "${sum%% *}" = "$2" ]
  }
else
  printf '%s\n' 'There is no sha256sum: sizes are compared, and not contents.' >&2
  has_contents() {
    :
  }
fi

# Everything is checked before anything is changed.
[ -d "$package" ] || stop 'Nothing was changed: there is no package folder'
[ -d "$share" ] || stop 'Nothing was changed: there is no share folder'
[ -f "$package"/'Dnsclient.msi' ] || stop 'Nothing was changed: the package has no file: Dnsclient.msi'
has_size "$package"/'Dnsclient.msi' 679936 || stop 'Nothing was changed: the package'\''s file has another size than it was verified with: Dnsclient.msi'
[ -f "$share"/'Dnsclient.msi' ] || stop 'Nothing was changed: the share no longer has a file: Dnsclient.msi'
is_free "$share"/'Dnsclient.msi.before' || stop 'Nothing was changed: the share already has a back-up: Dnsclient.msi.before; if this script was run already, plan again'
is_free "$share"/'Dnsclient.msi.kbaudit-part' || stop 'Nothing was changed: the share still has a part of a copy: Dnsclient.msi.kbaudit-part; it is left of a script that broke off: delete it, and plan again'
[ -f "$package"/'R&D'\''s 100% café.msi' ] || stop 'Nothing was changed: the package has no file: R&D'\''s 100% café.msi'
has_size "$package"/'R&D'\''s 100% café.msi' 5000000000 || stop 'Nothing was changed: the package'\''s file has another size than it was verified with: R&D'\''s 100% café.msi'
is_free "$share"/'R&D'\''s 100% café.msi' || stop 'Nothing was changed: the share already has a file: R&D'\''s 100% café.msi; if this script was run already, plan again'
is_free "$share"/'R&D'\''s 100% café.msi.kbaudit-part' || stop 'Nothing was changed: the share still has a part of a copy: R&D'\''s 100% café.msi.kbaudit-part; it is left of a script that broke off: delete it, and plan again'

# Everything is copied, under names that end in .kbaudit-part.
cp -p -- "$package"/'Dnsclient.msi' "$share"/'Dnsclient.msi.kbaudit-part' || stop 'No file was replaced: could not copy Dnsclient.msi; what was copied ends in .kbaudit-part'
cp -p -- "$package"/'R&D'\''s 100% café.msi' "$share"/'R&D'\''s 100% café.msi.kbaudit-part' || stop 'No file was replaced: could not copy R&D'\''s 100% café.msi; what was copied ends in .kbaudit-part'

# Each copy is compared with what was verified.
has_size "$share"/'Dnsclient.msi.kbaudit-part' 679936 || stop 'No file was replaced: the copy of Dnsclient.msi has another size than was verified; what was copied ends in .kbaudit-part'
has_contents "$share"/'Dnsclient.msi.kbaudit-part' 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef || stop 'No file was replaced: the copy of Dnsclient.msi has other contents than were verified; what was copied ends in .kbaudit-part'
has_size "$share"/'R&D'\''s 100% café.msi.kbaudit-part' 5000000000 || stop 'No file was replaced: the copy of R&D'\''s 100% café.msi has another size than was verified; what was copied ends in .kbaudit-part'

# Each copy takes its place, and what stood there its back-up name.
rename "$share"/'Dnsclient.msi' "$share"/'Dnsclient.msi.before' || stop 'Stopped: could not rename Dnsclient.msi to Dnsclient.msi.before'
rename "$share"/'Dnsclient.msi.kbaudit-part' "$share"/'Dnsclient.msi' || stop 'Stopped: could not rename Dnsclient.msi.kbaudit-part to Dnsclient.msi; the old file is now Dnsclient.msi.before'
rename "$share"/'R&D'\''s 100% café.msi.kbaudit-part' "$share"/'R&D'\''s 100% café.msi' || stop 'Stopped: could not rename R&D'\''s 100% café.msi.kbaudit-part to R&D'\''s 100% café.msi'

# A folder, unless it would move the screen.
shown() {
  case $1 in
    *[[:cntrl:]]*) printf '%s' '...' ;;
    *) printf '%s' "$1" ;;
  esac
}
printf '%s from "%s" to "%s"%s\n' '2 files copied' "$(shown "$package")" "$(shown "$share")" ', 1 backed up. Now verify the share: kbaudit verify --location msi-share'
