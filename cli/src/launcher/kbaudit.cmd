@echo off
rem Starts kbaudit with the java of JAVA_HOME, or else of the PATH.
setlocal
set "KBAUDIT_HOME=%~dp0.."
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
rem KBAUDIT_OPTS may hold options for Java, parted by blanks.
"%KBAUDIT_JAVA%" -XX:+UseSerialGC -XX:-UsePerfData -Xshare:auto %KBAUDIT_OPTS% -cp "%KBAUDIT_HOME%\lib\*" io.kbaudit.cli.Main %*
exit /b %errorlevel%
