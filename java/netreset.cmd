@echo off
rem SPDX-License-Identifier: Apache-2.0
rem Runs the netreset command on Windows: takes a JVM, and starts it with the jars of a build.
rem
rem   NETRESET_JAVA    the JVM to take: its java.exe or its folder. Otherwise JAVA_HOME's, those of Eclipse Adoptium and
rem                    Java in Program Files, and PATH's: the first of 22 or later, else the first of 17 or later.
rem
rem Names of ports with * or ? belong in quotes: java.exe replaces them by names of files otherwise.
setlocal EnableExtensions DisableDelayedExpansion
set "nr_root=%~dp0"

rem The jars: beside this script where it was installed, or in a clone that was built.
set "nr_lib=%nr_root%lib"
if exist "%nr_lib%\netreset-cli-*.jar" goto jars
set "nr_lib=%nr_root%cli\target\lib"
for %%j in ("%nr_root%cli\target\netreset-cli-*.jar") do call :jar "%%~fj"
if defined nr_cli goto jars
set "nr_lib=%nr_root%cli\target\java17\lib"
for %%j in ("%nr_root%cli\target\java17\netreset-cli-*.jar") do call :jar "%%~fj"
if defined nr_cli goto jars
>&2 echo netreset: not built: run mvn -DskipTests package in the folder above "%nr_root%"
exit /b 1
:jars
set "nr_path=%nr_lib%\*"
if defined nr_cli set "nr_path=%nr_cli%;%nr_path%"

set "nr_java="
set "nr_version=0"
if not defined NETRESET_JAVA goto search
rem Some people write quotes into a variable.
set "nr_told=%NETRESET_JAVA:"=%"
call :look "%nr_told%"
if not defined nr_java call :look "%nr_told%\bin\java.exe"
if defined nr_java goto found
>&2 echo netreset: NETRESET_JAVA names no Java 17 or later: "%nr_told%"
exit /b 1
:search
if not defined JAVA_HOME goto installed
call :look "%JAVA_HOME:"=%\bin\java.exe"
:installed
for %%v in ("Eclipse Adoptium" "Java" "Microsoft" "Zulu" "Amazon Corretto") do for /d %%h in ("%ProgramFiles%\%%~v\*") do call :look "%%~h\bin\java.exe"
for %%p in (java.exe) do call :look "%%~$PATH:p"
if defined nr_java goto found
>&2 echo netreset: no Java 17 or later here: install a 64-bit JDK, such as Temurin of adoptium.net, or set NETRESET_JAVA
exit /b 1

:found
rem What the JVM logs would be among the results; and the system's code page has no room for every name.
set "nr_options=-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:CompileThresholdScaling=10 -Xshare:auto -Xlog:disable -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8"
if %nr_version% geq 22 set "nr_options=%nr_options% --enable-native-access=ALL-UNNAMED"
"%nr_java%" %nr_options% -cp "%nr_path%" netreset.cli.Main %*
exit /b %errorlevel%

rem Keeps the command's own jar, but not the one with its tests.
:jar
set "nr_name=%~n1"
if "%nr_name:~-6%"=="-tests" exit /b
set "nr_cli=%~1"
exit /b

rem Takes this java.exe if it is of 17 or later, and better than the one taken before.
:look
if "%~1"=="" exit /b
if not exist "%~1" exit /b
if /i not "%~nx1"=="java.exe" exit /b
if %nr_version% geq 22 exit /b
set "nr_found="
if not exist "%~dp1..\release" exit /b
for /f "usebackq tokens=1,2 delims==" %%k in ("%~dp1..\release") do if "%%k"=="JAVA_VERSION" call :feature %%l
if not defined nr_found exit /b
if %nr_found% lss 17 exit /b
if %nr_found% leq %nr_version% exit /b
set "nr_java=%~1"
set "nr_version=%nr_found%"
exit /b

rem Of 25.0.2 the 25.
:feature
for /f "delims=." %%m in ("%~1") do set "nr_found=%%m"
exit /b
