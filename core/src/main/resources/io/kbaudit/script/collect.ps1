# Lists the files of a folder for kbaudit, for hosts without Java: Windows PowerShell 2.0 and later.
#   powershell -ExecutionPolicy Bypass -File collect.ps1 -Folder C:\MSIShare -Output MSIShare.csv
# -Recurse lists the folders below too. Links to folders are listed, and not followed.
param(
  [Parameter(Mandatory = $true)][string]$Folder,
  [Parameter(Mandatory = $true)][string]$Output,
  [switch]$Recurse
)
$ErrorActionPreference = 'Stop'
trap {
  [Console]::Error.WriteLine("Nothing was written: $($_.Exception.Message)")
  exit 1
}

function Get-Item-Below([string]$Path) {
  foreach ($item in @(Get-ChildItem -LiteralPath $Path -Force)) {
    $item
    $isLink = $item.Attributes -band [IO.FileAttributes]::ReparsePoint
    if ($Recurse -and $item.PSIsContainer -and -not $isLink) { Get-Item-Below $item.FullName }
  }
}

function Get-Sha256([string]$Path) {
  $stream = New-Object IO.FileStream($Path, 'Open', 'Read', 'ReadWrite')
  try { $bytes = [Security.Cryptography.SHA256]::Create().ComputeHash($stream) }
  finally { $stream.Close() }
  [BitConverter]::ToString($bytes).Replace('-', '')
}

function Format-Row([object[]]$Values) {
  [string]::Join(',', @($Values | ForEach-Object { '"' + ([string]$_).Replace('"', '""') + '"' }))
}

$path = $ExecutionContext.SessionState.Path
$file = $path.GetUnresolvedProviderPathFromPSPath($Output)
$root = (Get-Item -LiteralPath $Folder -Force).FullName
if (-not [IO.Directory]::Exists($root)) { throw "no such folder: $Folder" }
if ([IO.File]::Exists($file)) { throw "it is there already: $Output" }

$rows = @(
  Format-Row 'Root', 'FullName', 'Attributes', 'Length', 'LastWriteTimeUtc', 'Version', 'Hash'
  foreach ($item in @(Get-Item-Below $root)) {
    if ($null -eq $item) { continue }
    $length = ''; $version = ''; $hash = ''
    if (-not $item.PSIsContainer) {
      $info = [Diagnostics.FileVersionInfo]::GetVersionInfo($item.FullName)
      $parts = $info.FileMajorPart, $info.FileMinorPart, $info.FileBuildPart, $info.FilePrivatePart
      $version = [string]::Join('.', [string[]]$parts)
      $length = $item.Length
      $hash = Get-Sha256 $item.FullName
    }
    $time = $item.LastWriteTimeUtc.ToString('o', [Globalization.CultureInfo]::InvariantCulture)
    Format-Row $root, $item.FullName, $item.Attributes, $length, $time, $version, $hash
  }
)
[IO.File]::WriteAllLines("$file.part", [string[]]$rows, [Text.Encoding]::Unicode)
[IO.File]::Move("$file.part", $file)
