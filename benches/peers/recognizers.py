"""Measures `docent understand` on the specs of Microsoft's Recognizers-Text (MIT licence) for en, de and es.

    python3 benches/peers/recognizers.py [--docent target/release/docent] [--specs DIR_OR_GIT]

The specs are fetched into a temporary place and never copied into the repository; without a network and without
`--specs` it says so and ends. The mapping of kinds:

    number (integer, decimal)    integer, decimal        value within 0.2 %
    numberrange                  range                   both ends
    percentage                   percent                 value
    currency                     money                   value, and the currency where it has an ISO code there
    dimension, temperature       quantity                value and unit after conversion, units that Docent has
    datetimeV2.date              date                    one of the values given
    datetimeV2.daterange         period                  first day, and the day before the (exclusive) end
    datetimeV2.time              time                    one of the values given
    phonenumber, email, url      phone, email, url       the span (specs give no E.164)

Cases marked NotSupported for every platform, and results of other kinds, are left out and counted. A result counts
when kind and value are right and the spans overlap; a case is exact when all its results count and nothing else of a
mapped kind is found. Recognizers-Text reads more kinds in more forms than a sales talk holds (durations, sets, dozens
of units), so this is a measure of breadth, not of the talks.
"""
import argparse, collections, datetime, json, pathlib, re, shutil, subprocess, sys, tempfile

URL = "https://github.com/microsoft/Recognizers-Text"
LANGUAGES = {"English": "en", "German": "de", "Spanish": "es"}
MODELS = ["Number/{}/NumberModel", "Number/{}/NumberRangeModel", "Number/{}/PercentModel",
          "NumberWithUnit/{}/CurrencyModel", "NumberWithUnit/{}/DimensionModel", "NumberWithUnit/{}/TemperatureModel",
          "Sequence/{}/EmailModel", "Sequence/{}/URLModel", "Sequence/{}/PhoneNumberModel", "DateTime/{}/DateTimeModel"]
UNITS = {"Kilogram": ("kg", 1), "Gram": ("kg", .001), "Pound": ("kg", .45359237), "Metric ton": ("kg", 1000), "Ton": ("kg", 1000),
         "Kilometer": ("m", 1000), "Meter": ("m", 1), "Centimeter": ("m", .01), "Millimeter": ("m", .001), "Mile": ("m", 1609.344),
         "Foot": ("m", .3048), "Inch": ("m", .0254), "Liter": ("l", 1), "Cubic meter": ("l", 1000), "Kilometer per hour": ("km/h", 1),
         "Mile per hour": ("km/h", 1.609344), "C": ("C", 1)}
OURS = {"kg": ("kg", 1), "g": ("kg", .001), "lb": ("kg", .45359237), "km": ("m", 1000), "m": ("m", 1), "cm": ("m", .01),
        "mm": ("m", .001), "mi": ("m", 1609.344), "l": ("l", 1), "m3": ("l", 1000), "km/h": ("km/h", 1), "C": ("C", 1)}


def specs(place, temporary):
    """The folder `Specs`, from a folder, a git directory, or the network."""
    source = pathlib.Path(place) if place else None
    if source and (source / "Specs").is_dir():
        return source / "Specs"
    into = pathlib.Path(temporary) / "specs"
    if source:
        archive = subprocess.run(["git", "-C", str(source), "archive", "HEAD", "Specs"], capture_output=True, check=True).stdout
        into.mkdir()
        subprocess.run(["tar", "-x", "-C", str(into)], input=archive, check=True)
    else:
        done = subprocess.run(["git", "clone", "-q", "--depth", "1", URL, str(into)], capture_output=True, text=True)
        if done.returncode:
            sys.exit(f"the specs cannot be fetched from {URL}, so nothing is measured:\n{done.stderr.strip()}")
    return into / "Specs"


def number(text):
    try:
        return float(str(text).replace(",", ""))
    except ValueError:
        return None


def wanted(result):
    """Our kind and the values that are right, or None for what is not mapped."""
    kind, res = result.get("TypeName", ""), result.get("Resolution") or {}
    value = number(res.get("value"))
    if kind == "number" and value is not None:
        return "number", [value]
    if kind == "percentage" and str(res.get("value", "")).endswith("%"):
        return "percent", [number(res["value"][:-1])]
    if kind == "numberrange":
        ends = re.fullmatch(r"[\[(](-?[\d.]*),(-?[\d.]*)[\])]", str(res.get("value")))
        return ("range", [tuple(number(e) for e in ends.groups())]) if ends else None
    if kind == "currency" and value is not None:
        return "money", [(value, res.get("isoCurrency"))]
    if kind in ("dimension", "temperature") and value is not None and res.get("unit") in UNITS:
        unit, factor = UNITS[res["unit"]]
        return "quantity", [(value * factor, unit)]
    if kind in ("email", "url", "phonenumber"):
        return {"phonenumber": "phone"}.get(kind, kind), None
    values = res.get("values") or []
    if kind == "datetimeV2.date" and any("value" in v for v in values):
        return "date", [v["value"] for v in values if "value" in v]
    if kind == "datetimeV2.time" and any("value" in v for v in values):
        return "time", [v["value"][:5] for v in values if "value" in v]
    if kind == "datetimeV2.daterange":
        ends = []
        for v in values:
            try:
                last = datetime.date.fromisoformat(v["end"]) - datetime.timedelta(days=1)
                ends.append((v["start"], last.isoformat()))
            except (KeyError, ValueError):
                pass
        return ("period", ends) if ends else None
    return None


def right(kind, values, ours):
    if {"integer": "number", "decimal": "number"}.get(ours["kind"], ours["kind"]) != kind:
        return False
    if values is None:
        return True
    near = lambda a, b: a is not None and b is not None and abs(a - b) <= abs(a) * .002 + 1e-9
    said = [ours["value"]] if ours["value"] is not None else ours.get("readings", [])
    for value in values:
        for mine in said:
            if kind in ("number", "percent") and near(value, mine):
                return True
            if kind == "range" and all(near(a, mine.get(e)) or (a is None and e not in mine) for a, e in zip(value, ("from", "to"))):
                return True
            if kind == "money" and near(value[0], mine) and (not value[1] or not ours["unit"] or value[1] == ours["unit"]):
                return True
            if kind == "quantity" and ours["unit"] in OURS:
                unit, factor = OURS[ours["unit"]]
                if unit == value[1] and near(value[0], mine * factor):
                    return True
            if kind in ("date", "time") and value == mine:
                return True
            if kind == "period" and value == (mine["from"], mine["to"]):
                return True
    return False


def understand(docent, locale, now, lines):
    done = subprocess.run([docent, "understand", "-", "--json", "--locale", locale, "--now", now],
                          input="\n".join(lines) + "\n", capture_output=True, text=True, check=True)
    return [json.loads(line)["entities"] for line in done.stdout.splitlines()]


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--docent", default="target/release/docent")
    arguments.add_argument("--specs")
    arguments.add_argument("--misses", type=int, default=0, help="print so many misses of each model")
    arguments = arguments.parse_args()
    if not shutil.which(arguments.docent):
        sys.exit(f"there is no {arguments.docent}: build it, or name it with --docent")
    with tempfile.TemporaryDirectory() as temporary:
        root = specs(arguments.specs, temporary)
        whole = collections.Counter()
        for language, locale in LANGUAGES.items():
            for model in MODELS:
                path = root / (model.format(language) + ".json")
                if not path.exists():
                    continue
                cases, left = [], 0
                for case in json.loads(path.read_text(encoding="utf-8-sig")):
                    results = case.get("Results", [])
                    mapped = [wanted(r) for r in results]
                    if "\n" in case["Input"] or any(m is None for m in mapped):
                        left += 1
                        continue
                    now = (case.get("Context") or {}).get("ReferenceDateTime", "2026-03-10T10:00:00")[:19]
                    cases.append((case["Input"], now, list(zip(results, mapped))))
                score = collections.Counter(left=left)
                mapped_kinds = {m[0] for _, _, rs in cases for _, m in rs}
                shown = 0
                for now in sorted({c[1] for c in cases}):
                    here = [c for c in cases if c[1] == now]
                    for (text, _, results), entities in zip(here, understand(arguments.docent, locale, now, [c[0] for c in here])):
                        at = lambda i: len(text[:i].encode())
                        left_over = list(entities)
                        hit = 0
                        for result, (kind, values) in results:
                            first = result.get("Start", max(text.lower().find(result["Text"].lower()), 0))
                            start, end = at(first), at(result.get("End", first + len(result["Text"]) - 1) + 1)
                            found = next((e for e in left_over if e["start"] < end and start < e["end"] and right(kind, values, e)), None)
                            if found:
                                left_over.remove(found)
                                hit += 1
                        own = {"integer": "number", "decimal": "number"}
                        extra = [e for e in left_over if own.get(e["kind"], e["kind"]) in mapped_kinds]
                        score.update(cases=1, exact=hit == len(results) and not extra, values=len(results), found=hit)
                        if (hit < len(results) or extra) and shown < arguments.misses:
                            shown += 1
                            print("   ", text, "->", [(e["kind"], e["value"]) for e in entities])
                if score["cases"]:
                    print(f"{locale} {model.split('/')[-1]:<18} cases {score['exact']}/{score['cases']} = {100 * score['exact'] / score['cases']:.1f} %"
                          f"  values {score['found']}/{score['values']}  left out {score['left']}")
                for name in (locale, "all"):
                    whole.update({(name, k): v for k, v in score.items()})
        for name in [*LANGUAGES.values(), "all"]:
            cases, values = whole[name, "cases"], whole[name, "values"]
            print(f"{name}: cases exact {whole[name, 'exact']}/{cases} = {100 * whole[name, 'exact'] / max(cases, 1):.1f} %,"
                  f" values {whole[name, 'found']}/{values} = {100 * whole[name, 'found'] / max(values, 1):.1f} %, left out {whole[name, 'left']}")


main()
