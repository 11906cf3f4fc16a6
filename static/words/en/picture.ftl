### The living picture.

worlds = The same people in two worlds
at-the-start = At the start
where-different = Where the two worlds differ
coloured-by = Colour people by
both = Both
world-picture = A picture of the place: circles are neighbourhoods, rings are families, dots are people.
place-being-built = Building the place…
alike = Too little for the person to notice
one-dot = One dot is one person, on the same spot in both worlds.
timeline = Time
play = Play
pause = Pause
year-back = −1 year
year-forward = +1 year
month = Month shown
speed = Speed
slow = Slow
normal = Normal
fast = Fast

measure-wellbeing = Wellbeing
measure-friends = Friends to count on
measure-control = Control over their life
measure-support = Support they need and get
low-wellbeing = low wellbeing
low-friends = friends
low-control = no control
low-support = % of need met
high-wellbeing = high
high-friends = or more
high-control = full
high-support = % or no need

# $well (text), $below (text)
summary-wellbeing = { $well }% do well (7 or more out of 10); { $below }% are below 5.
# $nobody (text), $three (text)
summary-friends = { $nobody }% have nobody to count on; { $three }% have three or more.
# $much (text), $little (text)
summary-control = { $much }% have much control over their life; { $little }% have little.
# $lack (text)
summary-support = { $lack }% lack some of the support they need.

# $more (number), $all (number), $name (text), $less (number), $other (text)
differ-wellbeing = { NUMBER($more) } of { NUMBER($all) } people notice that they are better off with { $name }, { NUMBER($less) } with { $other } (by half a point of 10 or more).
# $more (number), $all (number), $name (text), $less (number), $other (text)
differ-friends = { NUMBER($more) } of { NUMBER($all) } people notice more friends to count on with { $name }, { NUMBER($less) } with { $other } (by one or more).
# $more (number), $all (number), $name (text), $less (number), $other (text)
differ-control = { NUMBER($more) } of { NUMBER($all) } people notice more control with { $name }, { NUMBER($less) } with { $other } (by 5 of 100 points or more).
# $more (number), $all (number), $name (text), $less (number), $other (text)
differ-support = { NUMBER($more) } of { NUMBER($all) } people notice more of the support they need with { $name }, { NUMBER($less) } with { $other } (by a fifth of it or more).

# $all (number), $words (text)
one-run-of = One run of { NUMBER($all) }. { $words }
# $name (text)
better-with-name = better with { $name }
date-start = Start
# $year (number), $month (number)
date-of = Year { $year }, month { $month }
