@echo off
rem SPDX-License-Identifier: Apache-2.0
rem Runs the netreset command on Windows: takes a JVM, and starts it with the jars of a build.
rem
rem   NETRESET_JAVA    the JVM to take: its java.exe or its folder. Otherwise JAVA_HOME's, those of Eclipse Adoptium and
rem                    Java in Program Files, and PATH's: the first of 22 or later, else the first of 17 or later.
rem
rem Names of ports with * or ? belong in quotes: java.exe replaces them by names of files otherwise.
setlocal EnableExtensions DisableDelayedExpansion
set "netreset_root=%~dp0"

rem The jars: beside this script where it was installed, or in a clone that was built.
set "netreset_lib=%netreset_root%lib"
if exist "%netreset_lib%\netreset-cli-*.jar" goto jars
set "netreset_lib=%netreset_root%cli\target\lib"
for %%j in ("%netreset_root%cli\target\netreset-cli-*.jar") do call :jar "%%~fj"
if defined netreset_cli goto jars
set "netreset_lib=%netreset_root%cli\target\java17\lib"
for %%j in ("%netreset_root%cli\target\java17\netreset-cli-*.jar") do call :jar "%%~fj"
if defined netreset_cli goto jars
>&2 echo netreset: not built: run mvn -DskipTests package in the folder above "%netreset_root%"
exit /b 1
:jars
set "netreset_path=%netreset_lib%\*"
if defined netreset_cli set "netreset_path=%netreset_cli%;%netreset_path%"

set "netreset_java="
set "netreset_version=0"
if not defined NETRESET_JAVA goto search
call :look "%NETRESET_JAVA%"
if not defined netreset_java call :look "%NETRESET_JAVA%\bin\java.exe"
if defined netreset_java goto found
>&2 echo netreset: NETRESET_JAVA names no Java 17 or later: "%NETRESET_JAVA%"
exit /b 1
:search
if defined JAVA_HOME call :look "%JAVA_HOME%\bin\java.exe"
for %%v in ("Eclipse Adoptium" "Java" "Microsoft" "Zulu" "Amazon Corretto") do for /d %%h in ("%ProgramFiles%\%%~v\*") do call :look "%%~h\bin\java.exe"
for %%p in (java.exe) do call :look "%%~$PATH:p"
if defined netreset_java goto found
>&2 echo netreset: no Java 17 or later here: install a 64-bit JDK, such as Temurin of adoptium.net, or set NETRESET_JAVA
exit /b 1

:found
rem What the JVM logs would be among the results; and the system's code page has no room for every name.
set "netreset_options=-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xshare:auto -Xlog:disable -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8"
if %netreset_version% geq 22 set "netreset_options=%netreset_options% --enable-native-access=ALL-UNNAMED"
"%netreset_java%" %netreset_options% -cp "%netreset_path%" netreset.cli.Main %*
exit /b %errorlevel%

rem Keeps the command's own jar, but not the one with its tests.
:jar
set "netreset_name=%~n1"
if "%netreset_name:~-6%"=="-tests" exit /b
set "netreset_cli=%~1"
exit /b

rem Takes this java.exe if it is of 17 or later, and better than the one taken before.
:look
if "%~1"=="" exit /b
if not exist "%~1" exit /b
if exist "%~1\" exit /b
if %netreset_version% geq 22 exit /b
set "netreset_found="
if not exist "%~dp1..\release" exit /b
for /f "usebackq tokens=1,2 delims==" %%k in ("%~dp1..\release") do if "%%k"=="JAVA_VERSION" for /f "delims=." %%m in (%%l) do set "netreset_found=%%m"
if not defined netreset_found exit /b
if %netreset_found% lss 17 exit /b
if %netreset_found% leq %netreset_version% exit /b
set "netreset_java=%~1"
set "netreset_version=%netreset_found%"
exit /b
