@echo off
rem Starts kbaudit with the java of JAVA_HOME, or else of the PATH.
setlocal
for %%I in ("%~dp0..") do set "KBAUDIT_HOME=%%~fI"
if defined JAVA_HOME goto java_home
for %%I in (java.exe) do set "KBAUDIT_JAVA=%%~$PATH:I"
if defined KBAUDIT_JAVA goto run
set "KBAUDIT_JAVA=java.exe"
goto no_java

:java_home
rem It may stand between quotation marks, which are none of its own.
set "KBAUDIT_JAVA=%JAVA_HOME:"=%\bin\java.exe"
if exist "%KBAUDIT_JAVA%" goto run

:no_java
echo kbaudit: no java found, tried "%KBAUDIT_JAVA%"; install Java 17 or later, or set JAVA_HOME 1>&2
exit /b 2

:run
rem With an archive of its classes a JVM starts in a fraction of the time: one that an earlier run
rem had made, or that the build left. Its path says for which build, place and Java it is.
rem KBAUDIT_CACHE names the folder of all, or is off.
for %%I in ("%KBAUDIT_JAVA%\..\..") do set "FOUND_JAVA=%%~fI"
set "FOUND_BUILD="
if exist "%KBAUDIT_HOME%\start\build" set /p FOUND_BUILD=<"%KBAUDIT_HOME%\start\build"
set "ARCHIVES="
if defined LOCALAPPDATA set "ARCHIVES=%LOCALAPPDATA%\kbaudit"
if defined KBAUDIT_CACHE set "ARCHIVES=%KBAUDIT_CACHE%"
if "%ARCHIVES%"=="off" set "ARCHIVES="
if not defined FOUND_BUILD set "ARCHIVES="
set "MADE_ARCHIVE=%FOUND_BUILD%\%KBAUDIT_HOME::=%\%FOUND_JAVA::=%.jsa"
set "QUIET="
set "WITH_ARCHIVE="
call :take "%KBAUDIT_HOME%\start\%FOUND_JAVA::=%.jsa"
if defined ARCHIVES call :take "%ARCHIVES%\%MADE_ARCHIVE%"

rem KBAUDIT_OPTS may hold options for Java, parted by blanks.
rem A Java that cannot start ends with 1, which from kbaudit means that a file fails. So the answers
rem are told by other codes here, and what Java ends with otherwise is none of them.
"%KBAUDIT_JAVA%" -XX:+UseSerialGC -XX:-UsePerfData -XX:+DisplayVMOutputToStderr -Xshare:auto %QUIET% %KBAUDIT_OPTS% %WITH_ARCHIVE% -Dkbaudit.answers=64 "-Dkbaudit.cache=%ARCHIVES%" "-Dkbaudit.archive=%MADE_ARCHIVE%" -cp "%KBAUDIT_HOME%\lib\kbaudit-cli.jar" io.kbaudit.cli.Main %*
set "ENDED=%errorlevel%"
if "%ENDED%"=="64" exit /b 0
if "%ENDED%"=="65" exit /b 1
if "%ENDED%"=="66" exit /b 2
if "%ENDED%"=="67" exit /b 3
rem 130 and 0xC000013A are those of an interrupt, 143 that of a request to end.
if "%ENDED%"=="130" exit /b 130
if "%ENDED%"=="143" exit /b 143
if "%ENDED%"=="-1073741510" exit /b 130
echo kbaudit: Java could not start, or broke off, with exit code %ENDED%; see what it said 1>&2
exit /b 2

:take
rem How many bytes it has is told beside it: one that was cut would end Java.
if not exist "%~1.bytes" exit /b
set "ARCHIVE_BYTES="
set /p ARCHIVE_BYTES=<"%~1.bytes"
if not "%~z1"=="%ARCHIVE_BYTES%" exit /b
set WITH_ARCHIVE="-XX:SharedArchiveFile=%~1" -Dkbaudit.archive.given=true
rem Or else Java says on standard output why it does not take one.
set "QUIET=-Xlog:disable"
exit /b
