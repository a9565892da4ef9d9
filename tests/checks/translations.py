#!/usr/bin/env python3
"""Holds the translations to the source: translations.py <lupdate> [--update | --self-test]

Every text that a user of the window sees stands in every translations/creel_<language>.ts, finished, with the same
placeholders. --update brings new texts in (as unfinished) and takes old ones out. creel-cli speaks English only.
"""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml

FOLDERS = ["app", "base", "delivery", "desktop", "exchange", "http", "payload", "receiver", "secrets", "signature", "store"]
FORMS = {"de": 2, "zh_CN": 1}  # of a text with a number in it
PLACEHOLDER = re.compile(r"%L?(?:n|[1-9])|\{\{.*?\}\}")


def lupdate(program, file):
    folders = ["src/" + folder for folder in FOLDERS]
    command = [program, "-silent", "-no-obsolete", "-locations", "none", "-source-language", "en_US", "-I", "src"]
    # It hangs on some C++; then the texts would never be found.
    done = subprocess.run(command + folders + ["ui", "-ts", str(file)], capture_output=True, text=True, timeout=60)
    if done.returncode != 0:
        sys.exit("lupdate failed:\n" + done.stderr)


def messages(file):
    """The texts of a file: (context, source, comment) -> its element."""
    found = {}
    for context in xml.parse(file).getroot().findall("context"):
        for message in context.findall("message"):
            comment = message.findtext("comment") or ""
            found[context.findtext("name"), message.findtext("source"), comment] = message
    return found


def translations(message):
    translation = message.find("translation")
    forms = translation.findall("numerusform")
    return [form.text or "" for form in forms] if message.get("numerus") == "yes" else [translation.text or ""]


def mistakes(message, forms):
    """What is wrong with one text."""
    source = message.findtext("source")
    if message.find("translation").get("type") is not None:
        return ["is not translated"]
    texts = translations(message)
    if message.get("numerus") == "yes" and len(texts) != forms:
        return [f"has {len(texts)} forms instead of {forms}"]
    wrong = []
    for text in texts:
        if not text.strip() and source.strip():
            wrong.append("has an empty translation")
            continue
        ours, theirs = sorted(set(PLACEHOLDER.findall(text))), sorted(set(PLACEHOLDER.findall(source)))
        if ours != theirs and not (message.get("numerus") == "yes" and set(theirs) - set(ours) == {"%n"}):
            wrong.append(f"has other placeholders: {ours}")
        if (source[:1].isspace(), source[-1:].isspace()) != (text[:1].isspace(), text[-1:].isspace()):
            wrong.append("begins or ends with other blanks")
        if source.endswith("\u2026") != text.endswith(("\u2026", "\u2026)")) and "(&" not in text:
            wrong.append("ends with or without an ellipsis")
        if len(re.findall(r"&\w", source)) != len(re.findall(r"&\w", text)):
            wrong.append("has another number of access keys (&)")
    return wrong


def check(program, file, language):
    problems = []
    with tempfile.TemporaryDirectory() as folder:
        fresh = pathlib.Path(folder) / file.name
        shutil.copy(file, fresh)
        lupdate(program, fresh)
        committed, needed = messages(file), messages(fresh)
    for key in needed.keys() - committed.keys():
        problems.append(f"{file.name}: {key[0]}: \"{key[1]}\" is missing; run the target update_translations")
    for key in committed.keys() - needed.keys():
        problems.append(f"{file.name}: {key[0]}: \"{key[1]}\" is in no source any more; run update_translations")
    for key in committed.keys() & needed.keys():
        for wrong in mistakes(committed[key], FORMS[language]):
            problems.append(f"{file.name}: {key[0]}: \"{key[1]}\" {wrong}")
    return sorted(problems)


def self_test(program, file, language):
    """Each mistake, made in a copy, is found."""
    text = file.read_text(encoding="utf-8")
    first = re.search(r"    <message>\n.*?</message>\n", text, re.S).group(0)
    placed = re.search(r"<translation>[^<]*%1[^<]*</translation>", text).group(0)
    changes = {
        "missing": (first, ""),
        "untranslated": (first, re.sub("<translation>", "<translation type=\"unfinished\">", first)),
        "empty": (first, re.sub("<translation>.*</translation>", "<translation></translation>", first, flags=re.S)),
        "of no source": ("<source>", "<source>no such text "),
        "without a placeholder": (placed, placed.replace("%1", "")),
    }
    with tempfile.TemporaryDirectory() as folder:
        copy = pathlib.Path(folder) / file.name
        for name, (old, new) in changes.items():
            copy.write_text(text.replace(old, new, 1), encoding="utf-8")
            if not check(program, copy, language):
                sys.exit(f"a text that is {name} was not found")
    print(f"{len(changes)} kinds of mistakes are found")


def main():
    program, mode = sys.argv[1], (sys.argv[2:] or [""])[0]
    files = {language: pathlib.Path(f"translations/creel_{language}.ts") for language in FORMS}
    if mode == "--update":
        for file in files.values():
            lupdate(program, file)
        return
    if mode == "--self-test":
        return self_test(program, files["de"], "de")
    problems = [problem for language, file in files.items() for problem in check(program, file, language)]
    for problem in problems:
        print(problem)
    sys.exit(1 if problems else 0)


main()
