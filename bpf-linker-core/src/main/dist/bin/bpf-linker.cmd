@echo off
rem Starts the BPF linker in a child process, so that a crash of LLVM ends in a sentence and exit code 1.
setlocal

set "LIB=%~dp0..\lib"
if defined JAVA_HOME (
    set "JAVA=%JAVA_HOME%\bin\java.exe"
) else (
    set "JAVA=java.exe"
)
if defined JAVA_HOME if not exist "%JAVA%" (
    echo Error: JAVA_HOME is "%JAVA_HOME%", which has no bin\java.exe; set it to a JDK or JRE 17 or newer>&2
    exit /b 1
)
if not defined JAVA_HOME (
    where /q java.exe || (
        echo Error: no java found; install Java 17 or newer, or set JAVA_HOME>&2
        exit /b 1
    )
)

rem The phase of the link, for the sentence after a crash; the linker removes the file when it ends in order.
set "PHASE=%TEMP%\bpf-linker-%RANDOM%%RANDOM%.phase"
type nul >"%PHASE%"

"%JAVA%" -XX:+IgnoreUnrecognizedVMOptions -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:-UsePerfData -Xshare:auto -Xlog:disable ^
    -XX:+SuppressFatalErrorMessage -XX:-CreateCoredumpOnCrash --enable-native-access=ALL-UNNAMED ^
    "-Djna.boot.library.path=%LIB%\jna" "-Djna.platform.library.path=" "-Dbpf.linker.phase.file=%PHASE%" %BPF_LINKER_JAVA_OPTS% ^
    -cp "%LIB%\*" io.github.bpflinker.cli.Main %*
set "CODE=%ERRORLEVEL%"

if not exist "%PHASE%" exit /b %CODE%
set "AT="
set /p AT=<"%PHASE%"
del "%PHASE%"
if not defined AT (
    echo Error: java could not start the linker, see above; it needs Java 17 or newer>&2
    exit /b 1
)
echo Error: the linker was ended by LLVM in phase %AT%; try another LLVM with --llvm (bpf-linker llvm lists those found), and report this with the inputs>&2
exit /b 1
