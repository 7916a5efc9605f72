@echo off
rem environment\start run, segment or kernel: what Start.java beside it says, from any folder.
setlocal
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"
rem A folder that ends with a backslash would escape the quote behind it.
"%java%" "-Dsegmentation.environment=%~dp0." "%~dp0Start.java" %*
exit /b %ERRORLEVEL%
