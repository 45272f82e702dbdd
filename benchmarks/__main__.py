"""Run every benchmark and print its table: `python -m benchmarks`; an hour of clicking takes long and is asked for by its name, `benchmarks.steady`."""

from benchmarks import browser, crowd, files, growth, load, pages, present

for part in (load, pages, growth, files, present, browser, crowd):
    part.main()
