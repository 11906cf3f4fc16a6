### Charts and tables of outcomes.

outcomes = What changes
other-outcomes = Other outcomes
look-closely = Look closely at
fit = Fit axes
fit-hint = Axes stay put while you change things, so that you can compare. This fits them to what is shown.
band = A shaded band holds 9 in 10 re-runs. It shows luck from run to run, not everything we do not know.
paired = Difference, same luck
both-worlds = Each world by year
as-usual = As usual
business-as-usual = Business as usual
fifty = How sure? Fifty dots, each as likely as the next
dots-axis = Difference in the last year
numbers = The numbers behind this
year = Year
difference = Difference
nine-in-ten = 9 in 10 re-runs
all-outcomes = All outcomes
verdicts = Better or worse: the 90% interval leaves out zero and the difference is worth having; none under 8 re-runs.
table-hint = Separate outcomes: none is turned into another. Choose one to look at it closely.
outcome = Outcome
unit = Unit
better = Better
at-start = At the start
interval = 90% interval of the mean
human = People's lives
place-outcomes = What the place becomes
system = What the system does
table-region = Table of all outcomes
ledger-region = Ledger
years-region = Year by year
no-interval = –

# $name (text), $unit (text)
axis-of = { $name }, in { $unit }
# $name (text), $word (text)
side-above = ▲ { $name } { $word }
# $name (text), $word (text)
side-below = ▼ { $name } { $word }
side-higher = higher
side-better = better
# $verdicts (text), $name (text), $year (number), $chance (text)
notes-with-year = { $verdicts } { $name } is compared in year { $year }, the last with new money. { $chance }
# $unit (text), $place (text), $years (number), $better (text)
subtitle = In { $unit }. { $place }, year 0 to { $years }. { $better }
# $name (text)
look-closely-at = Look closely at { $name }
# $low (text), $high (text)
range = { $low } to { $high }
# $year (number), $years (number)
first-look = First look: one run, year { $year } of { $years }. One run alone does not say which is better.
# $name (text)
at-the-end = At the end: { $name }
# $name (text)
better-in = { $name } ahead in
direction-higher = ▲ higher
direction-lower = ▼ lower
direction-neither = neither
# $count (number), $all (number)
count-of = { $count } of { $all }
