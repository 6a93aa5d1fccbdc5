#!/usr/bin/env python3
"""Writes names of many cultures and respelled queries for them, the same for the same seed.

    generate.py COUNT DIRECTORY [--queries N] [--seed S]

DIRECTORY gets names.tsv (id, name), names.jsonl (the same as entities for `allonym index build`) and queries.tsv (query, id,
class). A third of the queries is exact, a third has one or two slips (a letter put in, left out, changed or turned with its
neighbour), a third is written by other habits of romanization and mostly with parts turned, abbreviated, joined or left out.
"""

import argparse
import itertools
import json
import os
import random

# Onsets, vowels, codas and endings of names, by culture: what the names look like, no real names.
CULTURES = [
    ("slavic", "b d g k l m n p r s t v z st sv vl dm gr kr kh zh ch sh".split(), "a e i o u ya yu".split(),
     ["", "n", "r", "l", "s", "k", "m"], ["ov", "ev", "in", "sky", "enko", "ova", "uk", "ich", "ski"], (1, 2)),
    ("germanic", "b br d f fr g gr h k kl l m n r s sch st t w".split(), "a e i o u ei ie au".split(),
     ["", "n", "r", "l", "rt", "ck", "nn", "ss"], ["er", "mann", "berg", "stein", "son", "sen", "feld", ""], (1, 2)),
    ("romance", "b c d f g l m n p r s t v br tr".split(), "a e i o u ia ie".split(), ["", "n", "r", "l", "s"],
     ["ez", "i", "a", "o", "eau", "ini", "es", "ard", "etti"], (1, 3)),
    ("arabic", "b d f h j k kh m n q r s sh t th w y z".split(), "a i u aa ou".split(), ["", "m", "d", "r", "n", "l"],
     ["i", "an", "ah", "id", "ed", "een", ""], (1, 2)),
    ("turkic", "b d g h k m n s t y z ch sh".split(), "a e i o u".split(), ["", "r", "n", "k", "l", "z"],
     ["oglu", "bek", "ov", "bay", "han", "can", "gul", ""], (1, 2)),
    ("chinese", "b ch d f g h j k l m n p q r s sh t w x y z zh".split(), "a ai an ang ao e en eng i ian in ing iu o ong ou u uan ui un uo".split(),
     [""], [""], (1, 2)),
    ("korean", "b ch d g h j k m n p s t y".split(), "a ae eo eun i o oo u ung yeong yun ong ang".split(), ["", "n", "k", "l"], [""], (1, 2)),
    ("japanese", "k s t n h m y r w g z d b sh ch".split(), "a i u e o".split(), [""],
     ["ta", "da", "moto", "mura", "ko", "ro", "shi", "hara", "ki"], (1, 3)),
    ("indic", "b bh ch d dh g gh h j k kh l m n p r s sh t v y".split(), "a aa e i o u".split(), ["", "n", "r", "m", "t"],
     ["a", "an", "esh", "ita", "endra", "al", "i", "wal"], (1, 2)),
]


class Words:
    """Given names and family names of a culture, with the frequencies of natural names (Zipf)."""

    def __init__(self, random, culture, count):
        _, onsets, vowels, codas, endings, syllables = culture
        self.words = []
        seen = set()
        for _ in range(count * 4):
            if len(self.words) == count:
                break
            word = "".join(
                random.choice(onsets) + random.choice(vowels) + random.choice(codas)
                for _ in range(random.randint(*syllables))) + random.choice(endings)
            if 2 <= len(word) <= 14 and word not in seen:
                seen.add(word)
                self.words.append(word)
        self.weights = list(itertools.accumulate(1 / (rank + 8) for rank in range(len(self.words))))

    def draw(self, random):
        return random.choices(self.words, cum_weights=self.weights)[0]


def names(random, count):
    pool = max(200, min(40_000, count // 25))
    cultures = [(Words(random, c, pool // 4), Words(random, c, pool)) for c in CULTURES]
    seen = set()
    while len(seen) < count:
        given, family = cultures[random.randrange(len(cultures))]
        parts = [given.draw(random), family.draw(random)]
        if random.random() < 0.25:
            parts.insert(1, given.draw(random))
        name = " ".join(part.capitalize() for part in parts)
        if name not in seen:
            seen.add(name)
            yield name


HABITS = [
    ("kh", "h"), ("h", "kh"), ("y", "i"), ("i", "y"), ("zh", "j"), ("j", "dj"), ("ou", "u"), ("u", "ou"), ("ch", "tch"),
    ("sh", "sch"), ("k", "c"), ("c", "k"), ("v", "w"), ("w", "v"), ("q", "k"), ("ts", "tz"), ("s", "ss"), ("l", "ll"),
    ("n", "nn"), ("ee", "i"), ("oo", "u"), ("aa", "a"), ("ya", "ia"), ("yu", "iu"), ("x", "ks"), ("ph", "f"), ("ie", "i"),
]
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def slip(random, name):
    place = random.randrange(len(name))
    kind = random.randrange(4)
    letter = random.choice(LETTERS)
    if kind == 0:
        return name[:place] + letter + name[place:]
    if kind == 1:
        return name[:place] + name[place + 1:]
    if kind == 2:
        return name[:place] + letter + name[place + 1:]
    return name[:place] + name[place + 1:place + 2] + name[place:place + 1] + name[place + 2:]


def respell(random, name):
    words = name.lower().split()
    for _ in range(random.randint(1, 2)):
        number = random.randrange(len(words))
        fitting = [(a, b) for a, b in HABITS if a in words[number]]
        if fitting:
            a, b = random.choice(fitting)
            words[number] = words[number].replace(a, b, 1)
    kind = random.randrange(6)
    if kind == 0:
        words = words[-1:] + words[:-1]
    elif kind == 1:
        words[0] = words[0][0]
    elif kind == 2:
        words[-2:] = ["".join(words[-2:])]
    elif kind == 3 and len(words) > 2:
        del words[1]
    return " ".join(word.capitalize() for word in words)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("count", type=int)
    parser.add_argument("directory")
    parser.add_argument("--queries", type=int, default=3000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    draw = random.Random(options.seed)
    os.makedirs(options.directory, exist_ok=True)
    everything = list(names(draw, options.count))
    with open(f"{options.directory}/names.tsv", "w") as table, open(f"{options.directory}/names.jsonl", "w") as lines:
        table.write("id\tname\n")
        for number, name in enumerate(everything):
            table.write(f"{number}\t{name}\n")
            entity = {"id": str(number), "type": "person", "names": [{"text": name, "lang": "und", "kind": "pref"}]}
            lines.write(json.dumps(entity, separators=(",", ":")) + "\n")
    with open(f"{options.directory}/queries.tsv", "w") as table:
        table.write("query\tid\tclass\n")
        for number in range(options.queries):
            target = draw.randrange(options.count)
            name = everything[target]
            kind = ["exact", "slips", "habits"][number % 3]
            if kind == "slips":
                for _ in range(draw.randint(1, 2)):
                    name = slip(draw, name)
            elif kind == "habits":
                name = respell(draw, name)
            table.write(f"{name}\t{target}\t{kind}\n")


main()
