#!/usr/bin/env python3
"""Sizes and forbidden constructs of our own source. A line that must break a rule ends in `// allowed: <reason>`."""
import pathlib
import re
import sys
import tempfile
from xml.etree import ElementTree

LIMIT = 600
FOLDERS = ["src", "tests", "ui", "cmake", "packaging"]
CODE = {".h", ".cpp", ".py", ".sh", ".cmake"}
# What is forbidden, where, and why.
RULES = [
    (re.compile(r"\bQMessageBox\s+\w+\s*[(;{]|\bnew\s+QMessageBox\b"), "src", "message boxes guess rich text: use tell() and ask() of desktop/PlainText.h", "PlainText.cpp"),
    (re.compile(r"\bnew\s+QLabel\b|\bQLabel\s+\w+\s*[({;]"), "src/desktop", "labels guess rich text: use PlainLabel"),
    (re.compile(r"\bQToolTip::showText\s*\((?!.*plainToolTip)"), "src/desktop", "tool tips guess rich text: use plainToolTip()"),
    (re.compile(r"\bQEventLoop\b|processEvents\s*\("), "src", "no nested event loop: continue in a callback"),
    (re.compile(r"(?<![\w.])(?:dialog|box|menu|\w*[dD]ialog\w*|\w*Box)(?:\.|->)exec\s*\("), "src", "no exec(): use open() or popup()"),
    (re.compile(r"\bQMessageBox::(information|warning|critical|question|about)\s*\("), "src", "message boxes guess rich text: use the plain helpers"),
    (re.compile(r"\binstance\s*\(\s*\)\s*;"), "src", "no singletons"),
    (re.compile(r"\bsetHtml\s*\(|\binsertHtml\s*\(|\bappendHtml\s*\(|Qt::RichText|Qt::AutoText|Qt::MarkdownText"), "src", "nothing of a sender is ever rich text"),
    (re.compile(r"\b(TODO|FIXME|XXX|HACK)\b"), "src", "finish it or leave it out"),
    (re.compile(r"\bQSortFilterProxyModel\b"), "src/desktop/list", "filter and sort in the store"),
    (re.compile(r"#\s*define\s+\w+\([^\n]*TRANSLATE_NOOP"), "src", "lupdate does not see through a macro: write QT_TRANSLATE_NOOP beside the text"),
    (re.compile(r"^QString \w+\(const char\* \w+\)\n\{\n\s*return QCoreApplication::translate\(\"[^\"]*\", \w+\)", re.M), "src", "lupdate does not see the texts: use CoreText::tr()", "Arguments.cpp", "SendCommand.cpp", "ReplayCommand.cpp", "VerifyCommand.cpp"),
    (re.compile(r"\.waitFor(Ready|Connected|Disconnected|Bytes)\w*\("), "src", "no blocking socket calls"),
]


def files(root):
    for folder in FOLDERS:
        for path in sorted((root / folder).rglob("*")):
            if path.suffix in CODE and "node_modules" not in path.parts:
                yield path


def problems(root):
    for path in files(root):
        text = path.read_text(encoding="utf-8")
        lines = text.count("\n")
        if lines > LIMIT:
            yield f"{path}: {lines} lines; {LIMIT} is the limit"
        for pattern, folder, why, *but in RULES:
            if not path.is_relative_to(root / folder) or path.name in but:
                continue
            for match in pattern.finditer(text):
                line = text.count("\n", 0, match.start()) + 1
                if "// allowed: " in text.splitlines()[line - 1]:
                    continue
                yield f"{path}:{line}: {match.group(0).strip()}: {why}"


def labels(root):
    """Labels of forms: plain text, unless what they say is a fixed text of ours."""
    for path in sorted((root / "ui").glob("*.ui")):
        for widget in ElementTree.parse(path).iter("widget"):
            properties = {p.get("name"): p for p in widget.findall("property")}
            fixed = properties["text"].findtext("string") if "text" in properties else ""
            plain = "textFormat" in properties and properties["textFormat"].findtext("enum") == "Qt::PlainText"
            if widget.get("class") == "QLabel" and not plain and (not fixed or "<" in fixed):
                yield f"{path}: {widget.get('name')}: its text is set by code: make it plain text"


def self_test():
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        (root / "src").mkdir()
        (root / "src/long.cpp").write_text("\n" * (LIMIT + 1))
        (root / "src/loop.cpp").write_text("QEventLoop loop;\nlabel.setTextFormat(Qt::RichText);\ndialog.exec();\n")
        (root / "src/box.cpp").write_text("auto* b = new QMessageBox(p);\nQMessageBox::warning(p, t, x);\n")
        (root / "src/desktop").mkdir()
        (root / "src/desktop/PlainText.cpp").write_text("auto* b = new QMessageBox(p);\nauto* l = new PlainLabel(p);\n")
        (root / "src/desktop/label.cpp").write_text("auto* l = new QLabel(p);\nQLabel label(p);\n")
        (root / "src/texts.cpp").write_text(
            '#define NAME(source) QT_TRANSLATE_NOOP("x", source)\n'
            'QString text(const char* source)\n{\n    return QCoreApplication::translate("x", source);\n}\n')
        found = list(problems(root))
        assert len(found) == 10, found
        (root / "ui").mkdir()
        (root / "ui/a.ui").write_text(
            '<ui><widget class="QLabel" name="bad"/><widget class="QLabel" name="fixed"><property name="text">'
            "<string>&amp;Name</string></property></widget></ui>"
        )
        assert len(list(labels(root))) == 1, list(labels(root))


if __name__ == "__main__":
    if "--self-test" in sys.argv:
        self_test()
        sys.exit(0)
    found = list(problems(pathlib.Path("."))) + list(labels(pathlib.Path(".")))
    print("\n".join(found) or "source: sizes and constructs are within the rules")
    sys.exit(1 if found else 0)
