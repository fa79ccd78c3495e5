@echo off
rem Starts kbaudit with the java of JAVA_HOME, or else of the PATH.
setlocal
set "KBAUDIT_HOME=%~dp0.."
if defined JAVA_HOME (
  set "KBAUDIT_JAVA=%JAVA_HOME%\bin\java.exe"
) else (
  set "KBAUDIT_JAVA=java.exe"
)
"%KBAUDIT_JAVA%" -version >nul 2>&1
if errorlevel 1 (
  echo kbaudit: no java found, tried "%KBAUDIT_JAVA%"; install Java 17 or later, or set JAVA_HOME 1>&2
  exit /b 2
)
"%KBAUDIT_JAVA%" -XX:+UseSerialGC -Xshare:auto %KBAUDIT_OPTS% -cp "%KBAUDIT_HOME%\lib\*" io.kbaudit.cli.Main %*
exit /b %errorlevel%
