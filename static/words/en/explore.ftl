### Explore as one screen: its bar, the short answers under the finding, the levers, what changes, the line of time.

tabs = Parts of the comparison
tab-overview = Overview
tab-people = People
tab-money = Money
tab-why = Why
tab-compare = Compare
drawer-outcomes = All outcomes
drawer-details = All details
drawer-events = Decisions and shocks
close-drawer = Back to the overview
share = Share
more = More
only-model = A model, not a forecast
luck = Luck?
luck-too-few = too few runs yet to say
assumptions = Assumptions?
rests-on = Rests on
why-so = why ›
find-out = find out
how-sure = How far this can be relied on

# $grade (text)
rests-words = what is { $grade }
# $name (text), $count (number), $all (number)
luck-words = { $name } ahead in { $count } of { $all } runs
# $alternative (text), $better (number), $reference (text), $worse (number)
assumption-words = { $alternative } ahead in { $better } of 100 worlds, { $reference } in { $worse }

levers = Try a change
how-spent = How it is spent
# $reference (text), $alternative (text)
levers-key = ▎{ $reference } ● { $alternative }
share-of-gap = ▬ share of the gap
all-details = All details ›
# $number (text)
gap-share = { $number }% of the difference in adults doing well
# $amount (text)
pill-money = £{ $amount } a head a year
# $years (number)
pill-years = { $years ->
    [one] 1 year
   *[other] { $years } years
}

# $years (number)
changes = { $years ->
    [one] What is different after 1 year
   *[other] What is different after { $years } years
}
# $runs (number)
changes-runs = { $runs ->
    [one] 1 run
   *[other] { $runs } runs
}, 90% interval
# $name (text)
reference-side = ◂ { $name } better
# $name (text)
alternative-side = { $name } better ▸
too-small = too small to matter
steps-axis = steps worth having
never-added = never added up into one score
all-of-them = All outcomes ›
no-difference = no difference
not-clear = not clear

add-event = + Event
when-pilots-win = When do the pilots win?
somebody-worse = Somebody for whom it is worse
# $name (text)
gap-in = gap in { $name }
