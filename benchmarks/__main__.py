"""Run every benchmark and print its table: `python -m benchmarks`; what takes long is asked for by its name, `benchmarks.steady` and `benchmarks.soak`."""

import sys

from benchmarks import browser, files, growth, load, many, pages, present, saving, tables

if __name__ == "__main__":
    for part in (load, tables, saving, pages, many, growth, files, present):
        part.main()
    browser.main(sys.argv[1:])
