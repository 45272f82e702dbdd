"""Run every benchmark and print its table: `python -m benchmarks`.

What takes long is asked for by its name: an hour of clicking (`benchmarks.steady`), many people at once and what goes wrong on purpose (`benchmarks.soak`),
and a hundred thousand uploads (`benchmarks.uploads`).
"""

import sys

from benchmarks import browser, files, growth, load, many, pages, present, saving, tables

if __name__ == "__main__":
    for part in (load, tables, saving, pages, many, growth, files, present):
        part.main()
    browser.main(sys.argv[1:])
