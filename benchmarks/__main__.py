"""Run every benchmark and print its table: `python -m benchmarks`."""

from benchmarks import browser, load, pages

for part in (load, pages, browser):
    part.main()
