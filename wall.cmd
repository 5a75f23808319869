@echo off
rem Toan Canh on Windows: finds a JDK 25, builds when it was never built, and runs one command. See README.md.
setlocal EnableExtensions EnableDelayedExpansion
set "HERE=%~dp0"
if "%HERE:~-1%"=="\" set "HERE=%HERE:~0,-1%"
set "APP=%HERE%\target\app"

if not defined JAVA_HOME (
  for /d %%J in ("%ProgramFiles%\Eclipse Adoptium\jdk-25*" "%ProgramFiles%\Java\jdk-25*" "%ProgramFiles%\Microsoft\jdk-25*") do set "JAVA_HOME=%%~J"
)
if not defined JAVA_HOME (
  echo No JDK 25 was found. Get Temurin 25 from https://adoptium.net or set JAVA_HOME. 1>&2
  exit /b 3
)
if not exist "%JAVA_HOME%\bin\javac.exe" (
  echo JAVA_HOME is not a JDK: %JAVA_HOME% 1>&2
  exit /b 3
)

if /i "%~1"=="test" (
  if /i "%~2"=="--quick" (set "QUICK=-Dgroups.excluded=slow") else (set "QUICK=")
  pushd "%HERE%"
  call mvn -B -ntp !QUICK! verify
  set "STATUS=!ERRORLEVEL!"
  popd
  exit /b !STATUS!
)

if not exist "%APP%\lib\toan-canh.jar" (
  echo Building; the first time libraries are downloaded too... 1>&2
  pushd "%HERE%"
  call mvn -B -q -Dmaven.test.skip=true -Dspotless.check.skip=true package
  set "STATUS=!ERRORLEVEL!"
  popd
  if not "!STATUS!"=="0" exit /b 1
)

set "KIND=service"
if /i "%~1"=="client" set "KIND=client"
"%JAVA_HOME%\bin\java.exe" "@%HERE%\installers\jvm\common.args" "@%HERE%\installers\jvm\%KIND%.args" "-Dtoancanh.home=%HERE%" --module-path "%APP%\javafx" -cp "%APP%\lib\*" vn.toancanh.app.Main %*
exit /b %ERRORLEVEL%
