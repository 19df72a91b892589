"""The lexical recipe in scikit-learn: stemmed words and characters, TF-IDF, a linear machine."""

import json
import re
import sys
import time
import unicodedata

import numpy as np
import scipy.sparse as sparse
import Stemmer
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.preprocessing import normalize
from sklearn.svm import LinearSVC

language, train, test = sys.argv[1:4]
names = {"en": "english", "de": "german", "es": "spanish", "it": "italian", "tr": "turkish", "nl": "dutch"}
stem = Stemmer.Stemmer(names.get(language, "english")).stemWord


def read(path):
    lines = [json.loads(line) for line in open(path, encoding="utf-8") if line.strip()]
    return [line["text"] for line in lines], [line["label"] for line in lines]


def fold(text):
    text = unicodedata.normalize("NFKD", text.lower().replace("\u2019", "'"))
    return "".join(c for c in text if not unicodedata.combining(c))


def words(text):
    return [stem(word) for word in re.findall(r"[^\W\d_]+", text)]


(texts, labels), (asked, meant) = read(train), read(test)
began = time.perf_counter()
for label in sorted(set(labels)):
    texts.append(re.sub(r"[^A-Za-z]+", " ", label))
    labels.append(label)
by_word = TfidfVectorizer(preprocessor=fold, tokenizer=words, token_pattern=None, sublinear_tf=True)
by_chars = TfidfVectorizer(preprocessor=fold, analyzer="char_wb", ngram_range=(2, 4), sublinear_tf=True)


def features(texts, learn):
    read = (lambda v: v.fit_transform(texts)) if learn else (lambda v: v.transform(texts))
    return normalize(sparse.hstack([read(by_word), read(by_chars)]).tocsr())


machine = LinearSVC(C=1.0).fit(features(texts, True), labels)
trained = time.perf_counter() - began
taken, times = [], []
for text in asked:
    began = time.perf_counter()
    taken.append(machine.predict(features([text], False))[0])
    times.append(time.perf_counter() - began)
right = sum(a == b for a, b in zip(taken, meant))
print(json.dumps({
    "accuracy": right / len(meant),
    "train_ms": trained * 1e3,
    "p50_us": float(np.percentile(times, 50)) * 1e6,
    "p99_us": float(np.percentile(times, 99)) * 1e6,
}))
