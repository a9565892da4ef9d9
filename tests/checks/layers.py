#!/usr/bin/env python3
"""Holds every include of src/ to the arrows: a folder includes any folder to its right and none beside it."""
import pathlib
import re
import sys
import tempfile

RANKS = [["desktop", "cli"], ["app"], ["receiver", "delivery", "exchange"], ["store", "secrets"], ["signature"],
         ["payload"], ["http"], ["base"]]
RANK = {folder: rank for rank, folders in enumerate(RANKS) for folder in folders}
# Which Qt a folder may include, beside QtCore.
QT_NETWORK = {"receiver", "delivery", "app", "cli", "desktop"}
QT_GUI = {"desktop"}
NETWORK = re.compile(r"<(QTcp|QSsl|QHost|QAbstractSocket|QNetwork|QLocal(Server|Socket)|QtNetwork)")
WIDGETS = re.compile(r"<(QtWidgets|QtGui|QWidget|QMainWindow|QDialog|QLabel|QApplication|QGuiApplication|QPainter|QTableView|QMessageBox|QAction|QIcon|QFont|QColor|QClipboard|QDesktopServices)\b")
OWN = re.compile(r'^\s*#\s*include\s*"([a-z]+)/[^"]+"', re.M)
SYSTEM = re.compile(r"^\s*#\s*include\s*(<[^>]+>)", re.M)


def problems(source):
    for path in sorted(source.rglob("*")):
        if path.suffix not in {".h", ".cpp"}:
            continue
        folder = path.relative_to(source).parts[0]
        if folder not in RANK:
            continue
        text = path.read_text(encoding="utf-8")
        for other in OWN.findall(text):
            if other not in RANK:
                yield f"{path}: includes the unknown folder {other}/"
            elif other != folder and RANK[other] <= RANK[folder]:
                yield f"{path}: {folder}/ must not include {other}/"
        for header in SYSTEM.findall(text):
            if NETWORK.match(header) and folder not in QT_NETWORK:
                yield f"{path}: {folder}/ uses QtCore alone, not {header}"
            if WIDGETS.match(header) and folder not in QT_GUI:
                yield f"{path}: only desktop/ knows QtWidgets and QtGui, not {header}"


def self_test():
    with tempfile.TemporaryDirectory() as folder:
        source = pathlib.Path(folder)
        for name, text in {"http/A.h": '#include "store/Event.h"\n', "store/B.cpp": '#include "secrets/S.h"\n',
                           "base/C.cpp": "#include <QTcpSocket>\n", "app/D.cpp": "#include <QWidget>\n",
                           "cli/E.cpp": '#include "app/Workbench.h"\n#include <QTcpSocket>\n'}.items():
            (source / name).parent.mkdir(exist_ok=True)
            (source / name).write_text(text)
        found = list(problems(source))
        assert len(found) == 4, found
        assert not any("E.cpp" in line for line in found), found


if __name__ == "__main__":
    if "--self-test" in sys.argv:
        self_test()
        sys.exit(0)
    found = list(problems(pathlib.Path("src")))
    print("\n".join(found) or "layers: every include follows the arrows")
    sys.exit(1 if found else 0)
