# Copies files of a package to a share, and keeps the files that they replace.
# Made by kbaudit, which executed nothing of it: read it, then run it yourself.
#   KB2492954, Update rollup for Hosted Messaging and Collaboration 4.0

# The folders, which may be edited:
$package = 'C:\temp\QFERollupPackage'
$share = 'C:\MSIShare'

Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Stop'

# A relative folder is one of the current location.
function Resolve-Folder([string] $Folder) {
  $here = (Get-Location -PSProvider FileSystem).ProviderPath
  [IO.Path]::Combine($here, $Folder) + [IO.Path]::DirectorySeparatorChar
}
$package = Resolve-Folder $package
$share = Resolve-Folder $share

function Stop-Copying([string] $Sentence) {
  [Console]::Error.WriteLine($Sentence)
  exit 1
}

function Test-Taken([string] $Path) {
  [IO.File]::Exists($Path) -or [IO.Directory]::Exists($Path)
}

function Test-Size([string] $Path, [long] $Bytes) {
  (New-Object IO.FileInfo $Path).Length -eq $Bytes
}

function Test-Contents([string] $Path, [string] $Sha256) {
  $file = [IO.File]::OpenRead($Path)
  try { (Get-FileHash -Algorithm SHA256 -InputStream $file).Hash -eq $Sha256 }
  finally { $file.Close() }
}

# Everything is checked before anything is changed.
if (-not [IO.Directory]::Exists($package)) { Stop-Copying 'Nothing was changed: there is no package folder' }
if (-not [IO.Directory]::Exists($share)) { Stop-Copying 'Nothing was changed: there is no share folder' }
if (-not [IO.File]::Exists($package + 'Dnsclient.msi')) { Stop-Copying 'Nothing was changed: the package has no file: Dnsclient.msi' }
if (-not (Test-Size ($package + 'Dnsclient.msi') 679936)) { Stop-Copying 'Nothing was changed: the package''s file has another size than it was verified with: Dnsclient.msi' }
if (-not [IO.File]::Exists($share + 'Dnsclient.msi')) { Stop-Copying 'Nothing was changed: the share no longer has a file: Dnsclient.msi' }
if (Test-Taken ($share + 'Dnsclient.msi.before')) { Stop-Copying 'Nothing was changed: the share already has a back-up: Dnsclient.msi.before; if this script was run already, plan again' }
if (Test-Taken ($share + 'Dnsclient.msi.kbaudit-part')) { Stop-Copying 'Nothing was changed: the share still has a part of a copy: Dnsclient.msi.kbaudit-part; it is left of a script that broke off: delete it, and plan again' }
if (-not [IO.File]::Exists($package + ('R&D''s 100% caf' + [char]0x00E9 + '.msi'))) { Stop-Copying ('Nothing was changed: the package has no file: R&D''s 100% caf' + [char]0x00E9 + '.msi') }
if (-not (Test-Size ($package + ('R&D''s 100% caf' + [char]0x00E9 + '.msi')) 5000000000)) { Stop-Copying ('Nothing was changed: the package''s file has another size than it was verified with: R&D''s 100% caf' + [char]0x00E9 + '.msi') }
if (Test-Taken ($share + ('R&D''s 100% caf' + [char]0x00E9 + '.msi'))) { Stop-Copying ('Nothing was changed: the share already has a file: R&D''s 100% caf' + [char]0x00E9 + '.msi; if this script was run already, plan again') }
if (Test-Taken ($share + ('R&D''s 100% caf' + [char]0x00E9 + '.msi.kbaudit-part'))) { Stop-Copying ('Nothing was changed: the share still has a part of a copy: R&D''s 100% caf' + [char]0x00E9 + '.msi.kbaudit-part; it is left of a script that broke off: delete it, and plan again') }

# Everything is copied, under names that end in .kbaudit-part.
try { [IO.File]::Copy($package + 'Dnsclient.msi', $share + 'Dnsclient.msi.kbaudit-part') } catch { Stop-Copying ('No file was replaced: could not copy Dnsclient.msi; what was copied ends in .kbaudit-part: ' + $_.Exception.GetBaseException().Message) }
try { [IO.File]::Copy($package + ('R&D''s 100% caf' + [char]0x00E9 + '.msi'), $share + ('R&D''s 100% caf' + [char]0x00E9 + '.msi.kbaudit-part')) } catch { Stop-Copying (('No file was replaced: could not copy R&D''s 100% caf' + [char]0x00E9 + '.msi; what was copied ends in .kbaudit-part: ') + $_.Exception.GetBaseException().Message) }

# Each copy is compared with what was verified.
if (-not (Test-Size ($share + 'Dnsclient.msi.kbaudit-part') 679936)) { Stop-Copying 'No file was replaced: the copy of Dnsclient.msi has another size than was verified; what was copied ends in .kbaudit-part' }
if (-not (Test-Contents ($share + 'Dnsclient.msi.kbaudit-part') '0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef')) { Stop-Copying 'No file was replaced: the copy of Dnsclient.msi has other contents than were verified; what was copied ends in .kbaudit-part' }
if (-not (Test-Size ($share + ('R&D''s 100% caf' + [char]0x00E9 + '.msi.kbaudit-part')) 5000000000)) { Stop-Copying ('No file was replaced: the copy of R&D''s 100% caf' + [char]0x00E9 + '.msi has another size than was verified; what was copied ends in .kbaudit-part') }

# Each copy takes its place, and what stood there its back-up name.
try { [IO.File]::Move($share + 'Dnsclient.msi', $share + 'Dnsclient.msi.before') } catch { Stop-Copying ('Stopped: could not rename Dnsclient.msi to Dnsclient.msi.before: ' + $_.Exception.GetBaseException().Message) }
try { [IO.File]::Move($share + 'Dnsclient.msi.kbaudit-part', $share + 'Dnsclient.msi') } catch { Stop-Copying ('Stopped: could not rename Dnsclient.msi.kbaudit-part to Dnsclient.msi; the old file is now Dnsclient.msi.before: ' + $_.Exception.GetBaseException().Message) }
try { [IO.File]::Move($share + ('R&D''s 100% caf' + [char]0x00E9 + '.msi.kbaudit-part'), $share + ('R&D''s 100% caf' + [char]0x00E9 + '.msi')) } catch { Stop-Copying (('Stopped: could not rename R&D''s 100% caf' + [char]0x00E9 + '.msi.kbaudit-part to R&D''s 100% caf' + [char]0x00E9 + '.msi: ') + $_.Exception.GetBaseException().Message) }

[Console]::Out.WriteLine('2 files copied from "' + $package + '" to "' + $share + '", 1 backed up. Now verify the share: kbaudit verify --location msi-share')
exit 0
