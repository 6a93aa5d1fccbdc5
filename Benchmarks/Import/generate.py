#!/usr/bin/env python3
"""Writes a file of the shape of Wikidata's JSON dump to standard output: one array, with an item a line, the same for the same seed.

    generate.py [--megabytes N] [--seed S] > dump.json

Items are like those of the dump in what they hold: labels and aliases in up to some eighty languages and many scripts (as they
stand or as \\u escapes), descriptions, statements with qualifiers, references and hashes, and links to Wikipedias. Three in ten
are people, three are places and organizations, the others are articles, stars and genes. Names are made up. Nothing is kept in
memory but one item and the pools that items are drawn from.
"""

import argparse
import json
import random
import sys

# Languages with the letters that their names are made of: first letters and the others.
SCRIPTS = {
    "latin": ("BDFGKLMNPRSTVZ", "abdeégiklmnoöprstuüvz"),
    "cyrillic": ("БВГДЖКЛМНПРСТЧШ", "абвгдеижклмнопрстуьыя"),
    "greek": ("ΒΓΔΚΛΜΝΠΡΣ", "αβγδεηικλμνοπρστω"),
    "arabic": ("ابتجحدرسع", "ابتجحدرسعفكلمنهوي"),
    "hebrew": ("אבגדהזחט", "אבגדהוזחטיכלמנסעפקרשת"),
    "devanagari": ("कगचजतदनपबमरलसह", "कागिचुजेतोदनपबमरलसह"),
    "hangul": ("김이박최정강조윤장임", "가나다라마바사아자차하민준서현"),
    "han": ("王李張劉陳楊趙黃周吳", "明国志强伟芳秀英華建文安平"),
    "kana": ("アイカキサシタテナハマ", "アイウエオカキクケコサシスセソーン"),
}
LANGUAGES = (
    [(code, "latin") for code in (
        "en de fr es it pt nl sv pl cs sk hu fi da nb nn et lv lt ro hr sl sq tr az vi id ms tl ca gl eu ast oc br cy ga gd is "
        "af sw uz-latn sr-el bs lb nds io eo ia vo war ceb jv su mg en-gb en-ca pt-br de-at de-ch mul").split()]
    + [(code, "cyrillic") for code in "ru uk be bg sr mk kk ky tt ba cv mn tg be-tarask".split()]
    + [(code, "arabic") for code in "ar fa ur arz ps ckb azb".split()]
    + [(code, "hebrew") for code in ("he", "yi")]
    + [(code, "devanagari") for code in ("hi", "mr", "ne")]
    + [("el", "greek"), ("ko", "hangul"), ("ja", "kana")]
    + [(code, "han") for code in ("zh", "zh-hans", "zh-hant", "zh-cn", "zh-tw", "yue")])
KINDS = [
    # How often, class, properties with a value each, whether it has coordinates.
    (30, "Q5", ["P21", "P27", "P106", "P19", "P735", "P734", "P1412", "P69"], ["P569", "P570"], False),
    (20, "Q515", ["P17", "P131", "P421", "P190", "P47"], ["P571"], True),
    (10, "Q43229", ["P17", "P159", "P112", "P452"], ["P571"], False),
    (25, "Q13442814", ["P921", "P1433", "P407", "P50"], ["P577"], False),
    (10, "Q523", ["P59", "P361"], [], False),
    (5, "Q7187", ["P703", "P684", "P1057"], [], False),
]


class Pools:
    """What items are drawn from: names by script, and statements that were written out once."""

    def __init__(self, draw):
        self.draw = draw
        self.words = {script: [self.word(script) for _ in range(4000)] for script in SCRIPTS}
        self.snaks = {}

    def word(self, script):
        first, others = SCRIPTS[script]
        draw = self.draw
        if script in ("hangul", "han"):
            return draw.choice(first) + "".join(draw.choices(others, k=draw.randint(1, 2)))
        return draw.choice(first) + "".join(draw.choices(others, k=draw.randint(2, 8)))

    def name(self, script):
        words = self.draw.choices(self.words[script], k=1 if script in ("hangul", "han") else self.draw.randint(1, 3))
        return ("・" if script == "kana" else " ").join(words)

    def hash(self):
        return "%040x" % self.draw.getrandbits(160)

    def reference(self):
        return (
            '{"hash":"%s","snaks":{"P248":[%s],"P813":[%s]},"snaks-order":["P248","P813"]}'
            % (self.hash(), self.item("P248"), self.time("P813")))

    def item(self, property, target=None):
        number = int(target[1:]) if target else self.draw.randint(1, 99_999_999)
        return (
            '{"snaktype":"value","property":"%s","hash":"%s","datavalue":{"value":{"entity-type":"item","numeric-id":%d,'
            '"id":"Q%d"},"type":"wikibase-entityid"},"datatype":"wikibase-item"}' % (property, self.hash(), number, number))

    def time(self, property):
        draw = self.draw
        return (
            '{"snaktype":"value","property":"%s","hash":"%s","datavalue":{"value":{"time":"+%04d-%02d-%02dT00:00:00Z",'
            '"timezone":0,"before":0,"after":0,"precision":%d,"calendarmodel":"http:\\/\\/www.wikidata.org\\/entity\\/Q1985727"},'
            '"type":"time"},"datatype":"time"}'
            % (property, self.hash(), draw.randint(1700, 2025), draw.randint(1, 12), draw.randint(1, 28), draw.choice([9, 11, 11])))

    def text(self, property):
        return (
            '{"snaktype":"value","property":"%s","hash":"%s","datavalue":{"value":"%d","type":"string"},'
            '"datatype":"external-id"}' % (property, self.hash(), self.draw.getrandbits(40)))

    def native(self, property, code, script):
        value = json.dumps({"text": self.name(script), "language": code}, ensure_ascii=False, separators=(",", ":"))
        return (
            '{"snaktype":"value","property":"%s","hash":"%s","datavalue":{"value":%s,"type":"monolingualtext"},'
            '"datatype":"monolingualtext"}' % (property, self.hash(), value))

    def place(self, property):
        return (
            '{"snaktype":"value","property":"%s","hash":"%s","datavalue":{"value":{"latitude":%.4f,"longitude":%.4f,'
            '"altitude":null,"precision":0.0001,"globe":"http:\\/\\/www.wikidata.org\\/entity\\/Q2"},"type":"globecoordinate"},'
            '"datatype":"globe-coordinate"}'
            % (property, self.hash(), self.draw.uniform(-90, 90), self.draw.uniform(-180, 180)))

    def statement(self, owner, snak):
        draw = self.draw
        references = ",".join(self.reference() for _ in range(draw.choice([0, 1, 1, 2])))
        qualifiers = ""
        if draw.random() < 0.2:
            qualifiers = '"qualifiers":{"P580":[%s]},"qualifiers-order":["P580"],' % self.time("P580")
        return (
            '{"mainsnak":%s,"type":"statement",%s"id":"%s$%s","rank":"%s","references":[%s]}'
            % (snak, qualifiers, owner, self.hash(), draw.choice(["normal"] * 9 + ["preferred"]), references))


def item(pools, number):
    draw = pools.draw
    owner = "Q%d" % number
    _, kind, items, times, is_place = draw.choices(KINDS, weights=[kind[0] for kind in KINDS])[0]
    languages = draw.sample(LANGUAGES, draw.choice([2, 5, 12, 30, 80]))
    labels = {code: {"language": code, "value": pools.name(script)} for code, script in languages}
    descriptions = {
        code: {"language": code, "value": " ".join(draw.choices(pools.words[script], k=4))} for code, script in languages}
    aliases = {
        code: [{"language": code, "value": pools.name(script)} for _ in range(draw.randint(1, 4))]
        for code, script in languages if draw.random() < 0.3}
    claims = {"P31": [pools.item("P31", kind)]}
    for property in items:
        if draw.random() < 0.7:
            claims[property] = [pools.item(property) for _ in range(draw.choice([1, 1, 2, 4]))]
    for property in times:
        if draw.random() < 0.8:
            claims[property] = [pools.time(property)]
    if is_place:
        claims["P625"] = [pools.place("P625")]
    if kind == "Q5" and draw.random() < 0.5:
        claims["P1559"] = [pools.native("P1559", *draw.choice(languages))]
    for _ in range(draw.choice([0, 2, 6, 20])):
        property = "P%d" % draw.randint(2000, 12000)
        claims[property] = [pools.text(property)]
    links = {
        code + "wiki": {"site": code + "wiki", "title": labels[code]["value"], "badges": []}
        for code, _ in languages[:40] if draw.random() < 0.6}
    # Both ways to write letters occur in JSON.
    ascii = number % 4 == 0
    write = lambda value: json.dumps(value, ensure_ascii=ascii, separators=(",", ":"))
    statements = ",".join(
        '"%s":[%s]' % (property, ",".join(pools.statement(owner, snak) for snak in snaks)) for property, snaks in claims.items())
    return (
        '{"type":"item","id":"%s","labels":%s,"descriptions":%s,"aliases":%s,"claims":{%s},"sitelinks":%s,"pageid":%d,"ns":0,'
        '"title":"%s","lastrevid":%d,"modified":"2026-01-01T00:00:00Z"}'
        % (owner, write(labels), write(descriptions), write(aliases), statements, write(links), number + 100, owner, number * 7))


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--megabytes", type=float, default=1000, help="how much to write, in millions of bytes")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    pools = Pools(random.Random(options.seed))
    out = sys.stdout.buffer
    goal = options.megabytes * 1e6
    written = out.write(b"[\n")
    number = 0
    while written < goal:
        number += 1
        line = item(pools, number).encode()
        written += out.write(line if number == 1 else b",\n" + line)
    out.write(b"\n]\n")


main()
