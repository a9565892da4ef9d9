#!/usr/bin/env python3
"""Every C++ file is as .clang-format has it. Argument: the clang-format program (14, as in Debian 12)."""
import pathlib
import subprocess
import sys

files = [str(path) for folder in ("src", "tests") for path in sorted(pathlib.Path(folder).rglob("*"))
         if path.suffix in {".h", ".cpp"} and "node_modules" not in path.parts]
program = sys.argv[1]
version = subprocess.run([program, "--version"], capture_output=True, text=True, check=True).stdout
if " 14." not in version:
    print(f"format: not checked, {version.strip()} formats otherwise than 14")
    sys.exit(0)
bad = []
for start in range(0, len(files), 50):
    run = subprocess.run([program, "--dry-run", "-Werror", *files[start:start + 50]], capture_output=True, text=True)
    bad += [line for line in run.stderr.splitlines() if ": error:" in line]
print("\n".join(bad[:40]) or f"format: {len(files)} files are formatted")
sys.exit(1 if bad else 0)
