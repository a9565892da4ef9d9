# From a Windows machine with Visual Studio 2022 (C++), CMake, git and vcpkg (VCPKG_ROOT) to a running Creel or its tests:
#   packaging\bootstrap.ps1 run | test
param([ValidateSet("run", "test")][string]$Action = "run")
$ErrorActionPreference = "Stop"
$top = Split-Path -Parent $PSScriptRoot
$vcpkg = if ($env:VCPKG_ROOT) { $env:VCPKG_ROOT } else { $env:VCPKG_INSTALLATION_ROOT }
if (-not $vcpkg) { throw "vcpkg was not found: install it (https://vcpkg.io) and set VCPKG_ROOT" }
$build = Join-Path $top "build/windows"
cmake -S $top -B $build -A x64 "-DCMAKE_TOOLCHAIN_FILE=$vcpkg/scripts/buildsystems/vcpkg.cmake"
if ($LASTEXITCODE) { exit $LASTEXITCODE }
cmake --build $build --config Release --parallel
if ($LASTEXITCODE) { exit $LASTEXITCODE }
if ($Action -eq "test") { ctest --test-dir $build -C Release --output-on-failure -LE "check|interop" }
else { & (Join-Path $build "bin/Release/creel.exe") }
exit $LASTEXITCODE
