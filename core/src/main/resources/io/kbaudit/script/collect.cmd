@echo off
rem Lists the files of a folder, and of those below it, for kbaudit, for hosts without Java:
rem   collect.cmd C:\MSIShare MSIShare.txt
rem Times are local. The order of day and month is written down above them.
setlocal EnableExtensions DisableDelayedExpansion
set "DIRCMD="
if "%~2"=="" (echo Usage: collect.cmd FOLDER OUTPUT>&2& exit /b 2)
set "output=%~f2"
if exist "%output%" (echo Nothing was written: the output is there already.>&2& exit /b 1)
pushd "%~1"
if errorlevel 1 (echo Nothing was written: no such folder.>&2& exit /b 1)

set "order="
for /f "tokens=2*" %%D in ('reg query "HKCU\Control Panel\International" /v sShortDate') do set "order=%%E"
rem With /u cmd writes UTF-16, which has the letters of all code pages.
cmd /u /c echo sShortDate REG_SZ %order%>"%output%.part"
cmd /u /c dir /s /a /-c /t:w>>"%output%.part"
if errorlevel 1 (echo Nothing was written: the folder could not be listed.>&2& exit /b 1)
popd
ren "%output%.part" "%~nx2"
if errorlevel 1 (echo Nothing was written: the output could not be named.>&2& exit /b 1)
