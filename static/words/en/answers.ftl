### What the answers of the section Why say: titles that state the finding, sentences with their intervals.

luck-is-not-all = Luck is not all that is unknown.
level-people = Individuals
level-families = Families
level-communities = Communities
level-services = Services
level-government = Government

## Arrows of the picture of interdependence, in the order of the model's couplings.

arrow-families-people = Families → individuals
arrow-communities-people = Communities → individuals
arrow-services-people = Services → individuals
arrow-friends-people = Friends → individuals
arrow-communities-families = Communities → families
arrow-services-families = Services → families
arrow-people-communities = Individuals → communities
arrow-government-communities = Government → communities
arrow-people-services = Individuals → services
arrow-services-services = Services → services
arrow-government-services = Government → services
arrow-national-local = National → local government
arrow-national-people = National government → individuals
without-any-arrow = Without any arrow

## A whole difference and its parts. $points is a difference with its interval.

# $mean (text), $low (text), $high (text)
points-with-interval = { $mean } points (90% interval { $low } to { $high })
# $points (text), $name (text)
whole-clear = The whole difference in adults doing well is { $points }, in favour of “{ $name }”.
# $points (text), $name (text)
whole-too-little = The whole difference in adults doing well is { $points }, in favour of “{ $name }”, but too little to matter.
# $points (text)
whole-too-few = There are too few runs to say whether adults doing well differ, so there is nothing to share out: { $points }.
# $points (text)
whole-same = Both worlds are the same, so there is nothing to share out: { $points }.
# $verdict (text), $points (text)
whole-none = There is { $verdict } in adults doing well to share out: { $points }.
# $part (text), $size (text), $whole (text)
largest-part = Largest part: { $part }, { $size } of { $whole } points
no-part-clear = No single part clearly matters
share-too-little = The difference is too little to matter
share-too-few = Too few runs to share anything out
share-same = Nothing to share out: both worlds are the same
share-none = No difference that matters to share out
share-unclear = No clear difference to share out
# $whole (text), $part (text), $points (text)
split-most = { $whole } Most of it comes by “{ $part }”: { $points }.
# $whole (text)
split-no-part = { $whole } No single part of it clearly matters.
# $split (text), $parts (text)
split-against = { $split } Clearly the other way: { $parts }.
# $from (text), $to (text), $points (text)
switched-off-explains = Switched off in both worlds, the difference goes from { $from } to { $to } points: the arrow explains { $points }.
# $from (text), $to (text), $but (text), $points (text)
switched-off-but = Switched off in both worlds, the difference goes from { $from } to { $to } points: { $but }, { $points }.

## The whole and the sum of its parts.

# $size (text)
together-more = Together, levels add { $size } points more than the sum of each alone
# $size (text)
together-less = Together, levels add { $size } points less than the sum of each alone
# $but (text)
together-but = Together and alone: { $but }
# $points (text)
all-five = Funding all five levels changes adults doing well by { $points }.
# $points (text), $but (text)
all-five-but = Funding all five levels changes adults doing well by { $points }: { $but }.
# $points (text)
surplus-more = The whole is more than its parts: beyond the sum of each level alone, { $points }.
# $points (text)
surplus-less = The whole is less than its parts: against the sum of each level alone, { $points }.
# $points (text)
surplus-too-little = What the whole adds to the sum of its parts is too little to matter: { $points }.
# $points (text)
surplus-none = There is no difference that matters between the whole and the sum of its parts: { $points }.
# $points (text)
surplus-unclear = There is no clear difference between the whole and the sum of its parts: { $points }.
# $points (text)
surplus-same = The whole is the sum of its parts: { $points }.
# $points (text)
surplus-too-few = There are too few runs to say whether the whole is more than the sum of its parts: { $points }.
# $one (text), $other (text), $points (text)
pair-helps = The pair that helps each other most: { $one } and { $other }, { $points }.
# $one (text), $other (text), $points (text)
pair-hinders = The pair that gets in each other's way most: { $one } and { $other }, { $points }.

## Layers of evidence.

# $points (text)
layers-points = With well evidenced assumptions alone: { $points } points
# $but (text)
layers-but = With well evidenced assumptions alone: { $but }
# $well (text), $all (text)
layers-of = With well evidenced assumptions alone the difference is { $well }; with all of them it is { $all }.
# $points (text), $but (text)
points-but = { $points }, { $but }
# $layers (text), $grade (text)
layers-largest = { $layers } The largest step comes with what is { $grade }.

## Plausible worlds.

# $share (text)
share-of-100 = { $share } of 100
# $share (text)
worlds-none = No difference that matters in { $share } plausible worlds
# $name (text), $share (text)
worlds-better = { $name } does better in { $share } plausible worlds
# $draws (text), $alternative (text), $ahead (text), $reference (text), $behind (text), $neither (text), $low (text), $high (text)
worlds-of = With every assumption drawn from its plausible range ({ $draws } worlds), “{ $alternative }” does better in { $ahead } worlds, “{ $reference }” in { $behind }, and in { $neither } there is no difference that matters. In half of all worlds the difference lies between { $low } and { $high } points.

## What would be published.

nobody-followed = Nobody could be followed up
published-too-few = Too few runs to say how far published figures are off
# $count (number), $all (number)
published-too-good = For { NUMBER($count) } of { NUMBER($all) } projects the published figure was too good
# $count (number), $all (number)
published-too-bad = For { NUMBER($count) } of { NUMBER($all) } projects the published figure was too bad
no-approach-followed = No approach reached anybody who could be followed up for a year.
# $outcome (text), $good (number), $all (number), $bad (number), $unknown (number)
published-of = “{ $outcome }”, a year after people joined: for { NUMBER($good) } of { NUMBER($all) } projects the figure that they would publish (before and after) was too good; for { NUMBER($bad) } too bad; for { NUMBER($unknown) } we cannot tell.

## How long a question takes.

more-than-an-hour = more than an hour
# $seconds (text)
about-seconds = about { $seconds } seconds
about-a-minute = about a minute
# $minutes (text)
about-minutes = about { $minutes } minutes
