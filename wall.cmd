@echo off
rem Toàn Cảnh on Windows: finds a JDK, builds when it was never built, and runs one command. "wall help" lists them.
rem Exit: 0 done; 1 it failed, or a tile asked for is not live; 2 wrong arguments; 3 something must be installed first.
rem Delayed expansion stays off: it would eat the exclamation marks of arguments and folders.
setlocal EnableExtensions DisableDelayedExpansion
set "HERE=%~dp0"
if "%HERE:~-1%"=="\" set "HERE=%HERE:~0,-1%"
set "APP=%HERE%\target\app"
set "OLDEST_JDK=25"
set "STATUS=0"

rem what we and the program print is UTF-8; the person's own code page comes back at the end
set "CODES="
for /f "tokens=2 delims=:." %%C in ('chcp') do for /f %%D in ("%%C") do set "CODES=%%D"
chcp 65001 >nul

set "COMMAND=%~1"
set "FIRST=%~1"
if "%COMMAND%"=="" set "COMMAND=help"
if "%COMMAND%"=="-h" set "COMMAND=help"
if "%COMMAND%"=="--help" set "COMMAND=help"

rem language of our own lines: --lang, else the locale, else Vietnamese; on the way, what "test" is called with
set "SPOKEN="
set "QUICK="
set "ODD="
:words
if "%~1"=="" goto worded
if "%~1"=="--lang" set "SPOKEN=%~2"
if "%~1"=="--quick" set "QUICK=-Dgroups.excluded=slow"
set "PLAIN="
for %%W in (test --quick --lang vi en) do if "%~1"=="%%W" set "PLAIN=yes"
if not defined PLAIN if not defined ODD set "ODD=%~1"
shift
goto words
:worded
if not defined SPOKEN if defined LC_ALL set "SPOKEN=%LC_ALL%"
if not defined SPOKEN if defined LC_MESSAGES set "SPOKEN=%LC_MESSAGES%"
if not defined SPOKEN if defined LANG set "SPOKEN=%LANG%"
if not defined SPOKEN set "SPOKEN=vi"
set "SPOKEN=%SPOKEN:~0,2%"

set "KNOWN="
for %%C in (demo test server client simulate import cameras admin layout audit status support bench drill doctor help) do if "%COMMAND%"=="%%C" set "KNOWN=yes"
if defined KNOWN goto known
call :say "wall: không có lệnh '%COMMAND%'. Các lệnh: demo test server client simulate import cameras admin layout audit status support bench drill doctor help" "wall: there is no command '%COMMAND%'. Commands: demo test server client simulate import cameras admin layout audit status support bench drill doctor help"
set "STATUS=2"
goto end

:known
if not "%COMMAND%"=="test" goto jdk
if not defined ODD goto jdk
if "%ODD%"=="--help" set "COMMAND=help"
if "%ODD%"=="-h" set "COMMAND=help"
if "%COMMAND%"=="help" goto jdk
call :say "wall test: không hiểu '%ODD%'. Cách dùng: wall test [--quick]" "wall test: '%ODD%' is not understood. Usage: wall test [--quick]"
set "STATUS=2"
goto end

:jdk
set "FOUND="
if defined JAVA_HOME set "JAVA_HOME=%JAVA_HOME:"=%"
if defined JAVA_HOME call :take "%JAVA_HOME%"
if not defined FOUND for /f "delims=" %%J in ('where java 2^>nul') do for %%H in ("%%~dpJ..") do call :take "%%~fH"
if not defined FOUND for /d %%J in ("%ProgramFiles%\Eclipse Adoptium\jdk-*" "%ProgramFiles%\Java\jdk-*" "%ProgramFiles%\Microsoft\jdk-*" "%ProgramFiles%\Zulu\zulu-*" "%ProgramFiles%\Amazon Corretto\jdk*" "%ProgramFiles%\BellSoft\LibericaJDK-*" "%USERPROFILE%\.jdks\*") do call :take "%%~J"
if defined FOUND goto build
call :say "Không tìm thấy JDK %OLDEST_JDK% trở lên. Tải Temurin %OLDEST_JDK% tại https://adoptium.net rồi cài, hoặc đặt JAVA_HOME, rồi chạy lại." "No JDK %OLDEST_JDK% or newer was found. Get Temurin %OLDEST_JDK% from https://adoptium.net, or set JAVA_HOME, and run this again."
set "STATUS=3"
goto end

:build
set "JAVA_HOME=%FOUND%"
if "%COMMAND%"=="test" goto maven
if exist "%APP%\lib\toan-canh.jar" goto run
:maven
where mvn >nul 2>nul
if not errorlevel 1 goto mavenfound
call :say "Thiếu Maven 3.8 trở lên. Cài Maven, thêm vào PATH rồi chạy lại." "Maven 3.8 or newer is missing. Install it, add it to the PATH and run this again."
set "STATUS=3"
goto end

:mavenfound
pushd "%HERE%"
if "%COMMAND%"=="test" goto test
call :say "Đang biên dịch (lần đầu còn tải thư viện, có thể mất vài phút)..." "Building (the first time libraries are downloaded too; it may take a few minutes)..."
call mvn -B -q -Dmaven.test.skip=true -Dspotless.check.skip=true package
set "STATUS=%ERRORLEVEL%"
popd
if "%STATUS%"=="0" goto run
call :say "Biên dịch không được." "The build failed."
set "STATUS=1"
goto end

:test
call :say "Đang kiểm tra..." "Testing..."
call mvn -B -ntp %QUICK% verify
set "STATUS=%ERRORLEVEL%"
popd
if not "%STATUS%"=="0" set "STATUS=1"
goto end

:run
set "KIND=service"
if "%COMMAND%"=="client" set "KIND=client"
if "%COMMAND%"=="server" set "KIND=server"
if "%FIRST%"=="-h" goto help
if "%FIRST%"=="--help" goto help
"%JAVA_HOME%\bin\java.exe" "@%HERE%\installers\jvm\common.args" "@%HERE%\installers\jvm\%KIND%.args" "-Dtoancanh.home=%HERE%" --module-path "%APP%\javafx" -cp "%APP%\lib\*" vn.toancanh.app.Main %*
set "STATUS=%ERRORLEVEL%"
goto end

:help
"%JAVA_HOME%\bin\java.exe" "@%HERE%\installers\jvm\common.args" "@%HERE%\installers\jvm\%KIND%.args" "-Dtoancanh.home=%HERE%" --module-path "%APP%\javafx" -cp "%APP%\lib\*" vn.toancanh.app.Main help
set "STATUS=%ERRORLEVEL%"

:end
if defined CODES chcp %CODES% >nul 2>nul
exit /b %STATUS%

rem takes the folder as JDK if it is one and new enough, unless one was found already
:take
if defined FOUND exit /b 0
if not exist "%~1\bin\javac.exe" exit /b 0
if not exist "%~1\release" exit /b 0
set "VERSION=0"
for /f "usebackq tokens=1,2 delims==" %%A in ("%~1\release") do if "%%A"=="JAVA_VERSION" set "VERSION=%%~B"
set "MAJOR=0"
for /f "delims=.-+" %%M in ("%VERSION%") do set "MAJOR=%%M"
if %MAJOR% geq %OLDEST_JDK% set "FOUND=%~1"
exit /b 0

rem one line for the person in the person's language, on stderr so that stdout stays for results
:say
if "%SPOKEN%"=="en" goto english
for /f "delims=" %%M in ("%~1") do >&2 echo %%M
exit /b 0
:english
for /f "delims=" %%M in ("%~2") do >&2 echo %%M
exit /b 0
