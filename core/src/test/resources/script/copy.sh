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

# Everything is checked before anything is changed.
[ -d "$package" ] || stop 'Nothing was changed: there is no package folder'
[ -d "$share" ] || stop 'Nothing was changed: there is no share folder'
[ -f "$package"/'Dnsclient.msi' ] || stop 'Nothing was changed: the package has no file: Dnsclient.msi'
[ -f "$share"/'Dnsclient.msi' ] || stop 'Nothing was changed: the share no longer has a file: Dnsclient.msi'
is_free "$share"/'Dnsclient.msi.before' || stop 'Nothing was changed: the share already has a back-up: Dnsclient.msi.before; if this script was run already, plan again'
is_free "$share"/'Dnsclient.msi.kbaudit-part' || stop 'Nothing was changed: the share still has a part of a copy: Dnsclient.msi.kbaudit-part; it is left of a script that broke off: delete it, and plan again'
[ -f "$package"/'R&D'\''s 100% café.msi' ] || stop 'Nothing was changed: the package has no file: R&D'\''s 100% café.msi'
is_free "$share"/'R&D'\''s 100% café.msi' || stop 'Nothing was changed: the share already has a file: R&D'\''s 100% café.msi; if this script was run already, plan again'
is_free "$share"/'R&D'\''s 100% café.msi.kbaudit-part' || stop 'Nothing was changed: the share still has a part of a copy: R&D'\''s 100% café.msi.kbaudit-part; it is left of a script that broke off: delete it, and plan again'

# Everything is copied, under names that end in .kbaudit-part.
cp -p -- "$package"/'Dnsclient.msi' "$share"/'Dnsclient.msi.kbaudit-part' || stop 'No file was replaced: could not copy Dnsclient.msi; what was copied ends in .kbaudit-part'
cp -p -- "$package"/'R&D'\''s 100% café.msi' "$share"/'R&D'\''s 100% café.msi.kbaudit-part' || stop 'No file was replaced: could not copy R&D'\''s 100% café.msi; what was copied ends in .kbaudit-part'

# Each copy takes its place, and what stood there its back-up name.
rename "$share"/'Dnsclient.msi' "$share"/'Dnsclient.msi.before' || stop 'Stopped: could not rename Dnsclient.msi to Dnsclient.msi.before'
rename "$share"/'Dnsclient.msi.kbaudit-part' "$share"/'Dnsclient.msi' || stop 'Stopped: could not rename Dnsclient.msi.kbaudit-part to Dnsclient.msi; the old file is now Dnsclient.msi.before'
rename "$share"/'R&D'\''s 100% café.msi.kbaudit-part' "$share"/'R&D'\''s 100% café.msi' || stop 'Stopped: could not rename R&D'\''s 100% café.msi.kbaudit-part to R&D'\''s 100% café.msi'

printf '%s\n' '2 files copied, 1 backed up.'
