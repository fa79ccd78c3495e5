@echo off
setlocal EnableExtensions DisableDelayedExpansion
goto begin
rem Copies files of a package to a share, and keeps the files that they replace.
rem Made by kbaudit, which executed nothing of it: read it, then run it yourself.
rem   KB2492954, Update rollup for Hosted Messaging and Collaboration 4.0
:begin

rem Names below are in UTF-8. The code page of before is restored at the end.
for /f "tokens=2 delims=:." %%P in ('chcp') do set "page=%%P"
chcp 65001 >nul

rem The folders, which may be edited:
set "package=C:\temp\QFERollupPackage"
set "share=C:\MSIShare"

rem Whether certutil can compute a SHA-256.
set "file=%~f0"
call :digest
set "hashes="
if not "%digest:~63%"=="" if "%digest:~64%"=="" set "hashes=yes"
if not defined hashes >&2 echo There is no certutil: sizes are compared, and not contents.

rem Everything is checked before anything is changed.
if not exist "%package%\" (>&2 echo "Nothing was changed: there is no package folder"& goto stop)
if not exist "%share%\" (>&2 echo "Nothing was changed: there is no share folder"& goto stop)
if not exist "%package%\Dnsclient.msi" (>&2 echo "Nothing was changed: the package has no file: Dnsclient.msi"& goto stop)
if exist "%package%\Dnsclient.msi\*" (>&2 echo "Nothing was changed: the package has no file: Dnsclient.msi"& goto stop)
for %%F in ("%package%\Dnsclient.msi") do set "size=%%~zF"
if not "%size%"=="679936" (>&2 echo "Nothing was changed: the package's file has another size than it was verified with: Dnsclient.msi"& goto stop)
if not exist "%share%\Dnsclient.msi" (>&2 echo "Nothing was changed: the share no longer has a file: Dnsclient.msi"& goto stop)
if exist "%share%\Dnsclient.msi\*" (>&2 echo "Nothing was changed: the share no longer has a file: Dnsclient.msi"& goto stop)
if exist "%share%\Dnsclient.msi.before" (>&2 echo "Nothing was changed: the share already has a back-up: Dnsclient.msi.before; if this script was run already, plan again"& goto stop)
if exist "%share%\Dnsclient.msi.kbaudit-part" (>&2 echo "Nothing was changed: the share still has a part of a copy: Dnsclient.msi.kbaudit-part; it is left of a script that broke off: delete it, and plan again"& goto stop)
if not exist "%package%\R&D's 100%% café.msi" (>&2 echo "Nothing was changed: the package has no file: R&D's 100%% café.msi"& goto stop)
if exist "%package%\R&D's 100%% café.msi\*" (>&2 echo "Nothing was changed: the package has no file: R&D's 100%% café.msi"& goto stop)
for %%F in ("%package%\R&D's 100%% café.msi") do set "size=%%~zF"
if not "%size%"=="5000000000" (>&2 echo "Nothing was changed: the package's file has another size than it was verified with: R&D's 100%% café.msi"& goto stop)
if exist "%share%\R&D's 100%% café.msi" (>&2 echo "Nothing was changed: the share already has a file: R&D's 100%% café.msi; if this script was run already, plan again"& goto stop)
if exist "%share%\R&D's 100%% café.msi.kbaudit-part" (>&2 echo "Nothing was changed: the share still has a part of a copy: R&D's 100%% café.msi.kbaudit-part; it is left of a script that broke off: delete it, and plan again"& goto stop)

rem Everything is copied, under names that end in .kbaudit-part.
copy /b "%package%\Dnsclient.msi" "%share%\Dnsclient.msi.kbaudit-part" >nul
if errorlevel 1 (>&2 echo "No file was replaced: could not copy Dnsclient.msi; what was copied ends in .kbaudit-part"& goto stop)
copy /b "%package%\R&D's 100%% café.msi" "%share%\R&D's 100%% café.msi.kbaudit-part" >nul
if errorlevel 1 (>&2 echo "No file was replaced: could not copy R&D's 100%% café.msi; what was copied ends in .kbaudit-part"& goto stop)

rem Each copy is compared with what was verified.
for %%F in ("%share%\Dnsclient.msi.kbaudit-part") do set "size=%%~zF"
if not "%size%"=="679936" (>&2 echo "No file was replaced: the copy of Dnsclient.msi has another size than was verified; what was copied ends in .kbaudit-part"& goto stop)
set "file=%share%\Dnsclient.msi.kbaudit-part"
if defined hashes call :digest
if defined hashes if /i not "%digest%"=="0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef" (>&2 echo "No file was replaced: the copy of Dnsclient.msi has other contents than were verified; what was copied ends in .kbaudit-part"& goto stop)
for %%F in ("%share%\R&D's 100%% café.msi.kbaudit-part") do set "size=%%~zF"
if not "%size%"=="5000000000" (>&2 echo "No file was replaced: the copy of R&D's 100%% café.msi has another size than was verified; what was copied ends in .kbaudit-part"& goto stop)

rem Each copy takes its place, and what stood there its back-up name.
ren "%share%\Dnsclient.msi" "Dnsclient.msi.before"
if errorlevel 1 (>&2 echo "Stopped: could not rename Dnsclient.msi to Dnsclient.msi.before"& goto stop)
ren "%share%\Dnsclient.msi.kbaudit-part" "Dnsclient.msi"
if errorlevel 1 (>&2 echo "Stopped: could not rename Dnsclient.msi.kbaudit-part to Dnsclient.msi; the old file is now Dnsclient.msi.before"& goto stop)
ren "%share%\R&D's 100%% café.msi.kbaudit-part" "R&D's 100%% café.msi"
if errorlevel 1 (>&2 echo "Stopped: could not rename R&D's 100%% café.msi.kbaudit-part to R&D's 100%% café.msi"& goto stop)

if not defined hashes >&2 echo Contents were NOT compared, sizes alone: there is no certutil.
echo 2 files copied from "%package%" to "%share%", 1 backed up. Now verify the share: kbaudit verify --location msi-share
chcp %page% >nul
exit /b 0

:stop
chcp %page% >nul
exit /b 1

rem The SHA-256 of a file, which some certutil print with blanks.
:digest
set "digest="
for /f "skip=1 delims=" %%H in ('certutil -hashfile "%%file%%" SHA256 2^>nul') do if not defined digest set "digest=%%H"
if not defined digest set "digest=none"
set "digest=%digest: =%"
exit /b
