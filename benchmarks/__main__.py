"""Run every benchmark and print its table: `python -m benchmarks`."""

from benchmarks import browser, files, load, pages, present

for part in (load, pages, files, present, browser):
    part.main()
