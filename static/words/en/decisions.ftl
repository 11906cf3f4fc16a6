### The two strategies, decisions in time, and the money.

own-money = Share of the money it spends
own-money-hint = 100% in both worlds keeps the money the same. Below 0%, as much is taken out of today's services.
funded-from = Money begins in
funded-from-hint = The first year with new money.
rainbow = What the money may buy
rainbow-hint = Approaches from prevention to crisis. Each strategy chooses among those switched on, by its levels and its luck. Switch one off to see what it is worth.
rainbow-open = The rainbow of approaches, from prevention to crisis
only-services = Buys more of today's services, no approaches
no-money-at-level = its level gets no money
last-one = The last one stays: with none, it could buy nothing.
course-hint = A shock hits both worlds alike, with the same luck. A decision changes one strategy from a month on. Drag a mark, or type its year and month.
shocks = Shocks, in both worlds
no-shocks = Nothing unusual happens.
add-shock = Add a shock
remove = Remove
size = How much
service = Which service
lasts = It lasts
some-months = For some months
months = months
when = When
in-year = Year
in-month = Month of the year
month-unit = month
add-decision = Add a decision about
also = In this decision, change also
no-decisions = It keeps its course.
seal-how = How we check
seal-explained = Each world keeps books in whole pence, double entry. Every month each penny that comes from somewhere goes somewhere. After each run the page adds up the new money of every year in every way of spending it and compares them. One penny too much, in one year of one run, breaks the seal.
seal-broken = Not the same money.
flow = Look at
flow-hint = Means over runs, both worlds on the same axis. The ledger knows what money was used for, not at which level an approach works.
by-year = The ledger by year
ledger-csv = The whole ledger: every run, year and account, in pounds to the penny
by-year-region = Ledger by year
all-years = All years

flow-new-money = what the new money was used for
flow-who-pays = who pays, all public money
flow-who-gains = who gains, all public money
# $place (text), $years (number), $runs (number)
flow-subtitle = £ a year in all. { $place }, year 1 to { $years }. { $runs ->
    [one] First run
   *[other] Mean of { $runs } runs
}.
# $part (text), $pounds (text)
bar = { $part } { $pounds }
# $name (text), $flow (text), $parts (text)
bars-of = { $name }, { $flow }, over all years: { $parts }.
# $year (number)
year = Year { $year }
# $mean (text), $low (text), $high (text)
mean-with-band = { $mean } ({ $low } to { $high })

# $count (number), $all (number)
chooses-own = Chooses among { $count } of { $all } approaches
# $all (number)
chooses-all = Chooses among all { $all } approaches
# $count (number)
chooses-its-kind = Chooses among all { $count } approaches of its kind
# $name (text)
all-again = { $name }: choose among all again
# $name (text), $approach (text)
buys = { $name } may buy: { $approach }
# $name (text), $approach (text)
buys-without-money = { $name } may buy: { $approach } (its level gets no money)
# $name (text)
plus = + { $name }
# $dimension (text)
leave-dimension = Leave as before: { $dimension }
# $value (text)
was-before = { $value } before.
lasts-a-year = A year
lasts-for-good = For good
# $level (text), $pounds (text), $unit (text), $reach (text), $grade (text), $source (text)
facts = { $level } · { $pounds } a { $unit } a year · reaches at most { $reach }% · { $grade } · { $source }
source-none = an assumption, nobody has measured it
# $source (text)
source-named = source { $source }
# $sentence (text)
dimension-assumed = { $sentence } How its ends differ is an assumption.
# $sentence (text), $source (text)
dimension-sourced = { $sentence } Source { $source }.
# $name (text)
decisions-of = Decisions: { $name }
# $count (number)
course-count = { $count ->
    [0] Decisions and shocks
   *[other] Decisions and shocks ({ $count })
}
# $count (number)
think-twice = { $count ->
    [one] One thing to think twice about
   *[other] { $count } things to think twice about
}
# $sentence (text)
public-spending = All public spending: { $sentence }
