#!/usr/bin/env bash
# Installs what building (and, with the word `test`, testing) needs and this machine lacks.
# Where it may not install, it prints the command and stops.
set -euo pipefail
cd "$(dirname "$0")/.."

if ! command -v swift >/dev/null; then
  echo "swift is not on the PATH. Install Swift 6.2 or later, then run make again." >&2
  exit 1
fi

missing=()
need() { missing+=("$1"); echo "missing: $1 ($2)" >&2; }
header() { [ -e "/usr/include/$1" ] || [ -e "/usr/local/include/$1" ]; }

header csv.h || need libcsv-dev "the CSV grammar"
header utf8proc.h || need libutf8proc-dev "widths of Japanese text"
header xlsxwriter.h || need libxlsxwriter-dev "Excel workbooks"
command -v git >/dev/null || need git "SwiftPM fetches packages with it"
if [ "${1:-}" = test ]; then
  command -v python3 >/dev/null || need python3 "the external judges"
  [ -n "$(find /usr/lib /usr/local/lib -name 'libCbcSolver.so.3' -print -quit 2>/dev/null)" ] ||
    need coinor-libcbc3 "hidden counts in tables of three keys"
  python3 -c 'import ensurepip, venv' 2>/dev/null || need python3-venv "the external judges"
  command -v chromium >/dev/null || command -v google-chrome >/dev/null || need chromium "the judge of HTML pages"
  command -v pandoc >/dev/null || need pandoc "Word documents, and the judge of Markdown"
  command -v soffice >/dev/null || need libreoffice-calc-nogui "the judge of Excel workbooks"
  command -v pdftotext >/dev/null || need poppler-utils "the judge of printed pages"
  command -v java >/dev/null || need default-jre-headless "the Spark cluster of the tests"
  fc-list :lang=ja 2>/dev/null | grep -q . || need fonts-noto-cjk "Japanese text on pages"
fi

if [ ${#missing[@]} -gt 0 ]; then
  command="apt-get update && apt-get install -y ${missing[*]}"
  if ! command -v apt-get >/dev/null; then
    echo "This machine has no apt-get. Install what these Debian packages hold, then run make again: ${missing[*]}" >&2
    exit 1
  elif [ "$(id -u)" = 0 ]; then
    prefix=()
  elif sudo -n true 2>/dev/null; then
    prefix=(sudo -n)
  else
    echo "Run this, then make again:" >&2
    echo "  sudo sh -c '$command'" >&2
    exit 1
  fi
  echo "installing: $command" >&2
  "${prefix[@]}" env DEBIAN_FRONTEND=noninteractive sh -c "$command" >&2
fi

[ "${1:-}" = test ] || exit 0

# The judges' Python tools live in .venv; the copy of the list says what was installed.
wanted=Tests/judges/requirements.txt
tools='import axe_core_python, duckdb, frictionless, openpyxl, pytest, scipy, statsmodels, websocket, xdist'
if ! cmp -s "$wanted" .venv/requirements.txt || ! .venv/bin/python -c "$tools" 2>/dev/null
then
  echo "installing into .venv: $(tr '\n' ' ' <"$wanted")" >&2
  python3 -m venv --clear .venv
  .venv/bin/python -m pip install --quiet --disable-pip-version-check -r "$wanted" >&2
  cp "$wanted" .venv/requirements.txt
fi
