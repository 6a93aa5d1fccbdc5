"""Looks queries up with peers over all names, one query at a time. Prints a row for each: median and p99 in microseconds,
recall@1 and @10. A slow peer gets a part of the queries, every n-th one of them.
"""

import csv
import sys
import time


def read(path):
    with open(path, newline="") as file:
        return list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))[1:]


def measure(label, search, queries):
    times, first, ten = [], 0, 0
    for query, expected, _ in queries:
        start = time.perf_counter()
        found = search(query)
        times.append((time.perf_counter() - start) * 1e6)
        first += found[:1] == [expected]
        ten += expected in found[:10]
    times.sort()
    count = len(times)
    print(f"{label}\t{times[count // 2]:.1f}\t{times[count * 99 // 100]:.1f}\t{first / count:.3f}\t{ten / count:.3f}", flush=True)


def main():
    names = read(sys.argv[1] + "/names.tsv")
    queries = read(sys.argv[1] + "/queries.tsv")
    try:
        from rapidfuzz import fuzz, process, utils
    except ImportError:
        print("rapidfuzz is not installed and left out", file=sys.stderr)
        return
    ids = [row[0] for row in names]
    folded = [utils.default_process(row[1]) for row in names]
    share = queries[::max(1, len(queries) * len(names) // 30_000_000)]
    for label, scorer in [("RapidFuzz ratio", fuzz.ratio), ("RapidFuzz token_sort_ratio", fuzz.token_sort_ratio)]:
        def search(query):
            best = process.extract(utils.default_process(query), folded, scorer=scorer, limit=10)
            return [ids[place] for _, _, place in best]
        measure(label, search, share)


main()
