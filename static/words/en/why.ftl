### The section Why.

workers-lost = The workers of this device gave up on this question several times. It may be short of memory: close other pages and ask again.
why = Why
why-hint = What makes the two worlds differ, if they do. Every answer is about adults doing well at the end, and about this scenario only.
one-arm = There are no two strategies to compare.
picture-label = Five levels: individuals, families, communities, services and government, with thirteen arrows between them. The list beside it holds the same arrows.
key = Thicker means more. Full colour: a part that matters. Dashed: none that is clear, or too little to matter.
choose-arrow = Choose an arrow
evidence = Evidence
source = Source
value = In this scenario
off = switched off
assumption = an assumption: nobody has measured it
switch-off = Switch it off in both worlds
switch-on = Switch it on again
switch-hint = Both worlds above are lived again. “Undo” takes it back.
off-already = It is switched off in this scenario, so it explains nothing here.
without-hint = What does this arrow explain? Both worlds are lived with it and without it, under the same luck.
evaluation-unit = Open problems a person, a year after joining; fewer is better. Diamond: what would be published. Circle: what was true. Lines: 90% intervals.
chart = Chart, approach by approach
all-levels = All five together
surplus = Together, beyond the sum of each alone
pairs = How much more two levels add together than each alone (percentage points of adults doing well)
pairs-short = Pairs of levels
more-together = More together
no-difference = No difference that matters
decides = What decides most, with its share in what can be explained:
points = Points
published = Published
true = True
what = What
interval = 90% interval
refused = This cannot be asked of this scenario:
asked-before = You changed the scenario since this was asked; an answer would be about the new one.
ask = Find out
here-next = This device works it out for this scenario next, and shows it here.
here-soon = This device is working it out for this scenario, and will show it here.
stop = Stop
waiting = Waits for the question before it.
being-asked = Being worked out on this device…
progress = Worlds lived
weights-hint = Drag a circle to make it larger or smaller, or use the sliders below.

# $value (text)
value-range = { $value } (1 is as the evidence has it, 0 is off, 2 is the strongest that is plausible)
# $grade (text)
only-grade = Only { $grade }
# $grade (text)
and-grade = And { $grade }
# $one (text), $other (text)
pair = { $one } and { $other }
# $name (text), $share (text)
share-of-100 = { $name }: { $share } of 100
# $approach (text), $lever (text)
effect-of = { $approach }: how strongly it changes { $lever }
# $place (text), $years (number)
unit = Percentage points of adults doing well; lines are 90% intervals. { $place }, after { $years ->
    [one] 1 year
   *[other] { $years } years
}.
# $time (text)
ask-here = Work it out for this scenario ({ $time })
# $time (text)
here-soon-left = This device is working it out for this scenario, and will show it here. ({ $time } left)
# $people (number), $samples (number)
size-orders = { NUMBER($people) } people and { NUMBER($samples) } orders
# $people (number), $samples (number)
size-drawn = { NUMBER($people) } people and { NUMBER($samples) } worlds drawn
# $people (number), $samples (number)
size-runs = { NUMBER($people) } people and { NUMBER($samples) } runs
# $time (text), $size (text)
on-this-device = { $time } on this device, with { $size }
# $size (text)
answered = Answered on this device with { $size }.
# $size (text)
answered-beforehand = Answered beforehand with { $size }.
# $lives (number), $all (number)
worlds-lived = { NUMBER($lives) } of { NUMBER($all) } worlds lived
# $lives (number), $all (number), $time (text)
worlds-lived-left = { NUMBER($lives) } of { NUMBER($all) } worlds lived, { $time } left
# $size (text)
headline-rests-on = The headline rests on other runs ({ $size }), so its difference is not quite this one.
# $level (text), $weight (text)
level-weight = { $level } { $weight }%
# $levels (text)
weights-of = Picture of interdependence with the weight of each level: { $levels }.
# $name (text)
stands-in-to-the-end = Worked out beforehand for another scenario, “{ $name }”, in which the money runs to the last year. It has not been worked out for the scenario of this hour.
# $name (text), $last (number), $years (number)
stands-in-to-year = Worked out beforehand for another scenario, “{ $name }”, in which the money runs to year { $last } of { $years }. It has not been worked out for the scenario of this hour.
