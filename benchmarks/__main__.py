"""Run every benchmark and print its table: `python -m benchmarks`.

An hour of clicking, many people doing so and a hundred thousand uploads take long and are asked for by their names, `benchmarks.steady`,
`benchmarks.soak` and `benchmarks.uploads`.
"""

import sys

from benchmarks import browser, files, growth, load, many, pages, present, saving, tables

if __name__ == "__main__":
    for part in (load, tables, saving, pages, many, growth, files, present):
        part.main()
    browser.main(sys.argv[1:])
