### What is taken away, the keyboard, and what there is to read.

take = Take this figure away
as-png = As a picture (PNG)
as-svg = As a drawing (SVG)
copy-words = Copy its words
copy-table = Copy for a spreadsheet
download-csv = Download as CSV
print = Print a report
print-hint = Two pages, to hand round or to keep as a PDF.
keys = Keyboard
keys-title = Keys
key = Key
does = What it does
keys-hint = Tab moves from one control to the next, space and enter press buttons, arrows move sliders. These keys come on top:
letters = Single keys do this (switch off if you press them unmeant)
close = Close
read-on = Read on
read-on-hint = Each opens as a plain page, without internet too.
report-compared = What was compared
report-worlds = The same people in both worlds
report-verdict = Better with
report-interval = 90% interval
report-check = Where this comes from, and how to check it
report-link = Open this address to see the same comparison; the page says whether your computer gets the same result:
ogl = Figures of places: Census 2021 (ONS) and Indices of Deprivation 2025, Open Government Licence v3.0.

# $version (text), $scenario (text), $place (text), $people (text), $seed (number), $runs (number)
from-runs = Kith { $version }: { $scenario }; { $place }, { $people } invented people, seed { $seed }, { $runs } runs.
# $version (text), $scenario (text), $place (text), $people (text), $seed (number), $runs (number), $result (text)
from-result = Kith { $version }: { $scenario }; { $place }, { $people } invented people, seed { $seed }, { $runs } runs, result { $result }.
# $place (text), $people (text)
report-place = { $place }, by { $people } invented people with its ages, homes, health and hardship.
# $pounds (text), $first (number), $last (number), $years (number)
report-money-of = £{ $pounds } a head a year in each world, from year { $first } to year { $last } of { $years }.
# $money (text), $place (text), $people (text)
report-money-in-all = For all of { $place }, { $people }, that is { $money }.
# $place (text)
in-all-of = In all of { $place }
# $years (number)
report-outcomes = All outcomes after { $years } years: none is turned into another
