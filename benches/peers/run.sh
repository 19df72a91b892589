#!/usr/bin/env bash
# Docent beside scikit-learn (the same lexical recipe) and NLP.js on labelled sets, in one run on
# one machine. Installs both into a temporary place and says so when it cannot.
#
#   benches/peers/run.sh DATA [DOCENT]
#
# DATA holds a folder a set with train.jsonl (or few10_s0.jsonl ...) and test.jsonl, lines
# {"text", "label"}; DOCENT is the program (target/release/docent).
set -u
data=${1:?"say where the sets are: benches/peers/run.sh DATA [DOCENT]"}
docent=${2:-target/release/docent}
here=$(cd "$(dirname "$0")" && pwd)
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT

[ -x "$docent" ] || { echo "there is no program at $docent; cargo build --release first" >&2; exit 2; }

sklearn=yes
python3 -m venv "$place/py" >"$place/log" 2>&1 &&
    "$place/py/bin/pip" install -q scikit-learn PyStemmer >>"$place/log" 2>&1 || {
    sklearn=no
    echo "scikit-learn could not be installed, so its column is empty: $(tail -n 1 "$place/log")" >&2
}
nlpjs=yes
(cd "$place" && npm init -y && npm install --silent --no-audit --no-fund \
    @nlpjs/core@4 @nlpjs/nlp@4 @nlpjs/basic@4 @nlpjs/lang-en@4 @nlpjs/lang-es@4 \
    @nlpjs/lang-de@4 @nlpjs/lang-it@4 @nlpjs/lang-tr@4) >"$place/log" 2>&1 || {
    nlpjs=no
    echo "NLP.js could not be installed, so its column is empty: $(tail -n 1 "$place/log")" >&2
}
cp "$here/recipe.py" "$here/nlpjs.js" "$place/"

share() { # reads JSON, prints accuracy in percent and p50
    python3 -c 'import json,sys
try:
    d = json.load(sys.stdin); print("%.1f (%.0f)" % (100 * d["accuracy"], d["p50_us"]))
except Exception:
    print("-")'
}

printf '%-34s %-4s %14s %14s %14s %14s %14s\n' \
    "set, accuracy % (p50 in us)" "" "docent none" "static-en" "all" "scikit-learn" "NLP.js"
row() { # name language train test
    [ -f "$3" ] && [ -f "$4" ] || return 0
    local cells=()
    for models in none static-en all; do
        cells+=("$("$docent" evaluate --json --models "$models" --locale "$2" --train "$3" --test "$4" 2>/dev/null | share)")
    done
    if [ "$sklearn" = yes ]; then
        cells+=("$(timeout 600 "$place/py/bin/python" "$place/recipe.py" "$2" "$3" "$4" 2>/dev/null | share)")
    else cells+=("-"); fi
    if [ "$nlpjs" = yes ]; then
        cells+=("$(cd "$place" && timeout 600 node nlpjs.js "$2" "$3" "$4" 2>/dev/null | tail -n 1 | share)")
    else cells+=("-"); fi
    printf '%-34s %-4s %14s %14s %14s %14s %14s\n' "$1" "$2" "${cells[@]}"
}

data=$(cd "$data" && pwd)
for set in "$data"/*/; do
    name=$(basename "$set")
    [ "$name" = stackfaq ] && continue
    language=en
    case $name in *_de | *_es | *_it | *_tr | *_nl) language=${name##*_} ;; esac
    few=no
    for split in "$set"few10_s*.jsonl; do
        [ -f "$split" ] || continue
        case $name in clinc150 | hwu64 | xsid_*)
            few=yes
            row "$name $(basename "$split" .jsonl)" "$language" "$split" "${set}test.jsonl" ;;
        esac
    done
    [ "$few" = yes ] || row "$name" "$language" "${set}train.jsonl" "${set}test.jsonl"
done
