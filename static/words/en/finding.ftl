### The finding: the page's first sentence, and what each outcome is called in it. What a strategy brought is said as more or less than
### the other brought, so that it needs no second number.

gain-dignity = help that fits better
gain-waiting = shorter waits
gain-control = more control over life
gain-failure-demand = fewer repeat problems
gain-area-satisfaction = people happier with where they live
gain-crime = less crime
gain-lonely = less loneliness
gain-carers-strained = less strain on carers
gain-in-work = more people in work
gain-died-as-wished = more people dying as they wished
gain-public-spending = lower public spending

# $one (text), $other (text)
two-gains = { $one } and { $other }
# $one (text), $two (text), $three (text)
three-gains = { $one }, { $two } and { $three }

# $years (number), $winner (text), $place (text), $gains (text), $loser (text)
brought = { $years ->
    [one] Over 1 year
   *[other] Over { $years } years
}, { $winner } brought { $place } { $gains } than { $loser } did.
# $years (number), $winner (text), $place (text), $gains (text), $loser (text), $others (text)
brought-both = { $years ->
    [one] Over 1 year
   *[other] Over { $years } years
}, { $winner } brought { $place } { $gains }; { $loser } brought { $others }.
# $years (number), $place (text)
brought-nothing = { $years ->
    [one] After 1 year
   *[other] After { $years } years
} in { $place }, nothing that matters differs between the two worlds.

# $name (text), $number (text), $interval (text)
more-well = More adults are doing well with { $name }: { $number } in every 1,000 ({ $interval }).
# $number (text), $interval (text)
more-well-too = More adults are doing well with it: { $number } in every 1,000 ({ $interval }).
# $least (text)
hardly-well = It hardly changes how many adults are doing well: by under { $least } in every 1,000.
# $least (text)
same-well = As many adults are doing well in both, to within { $least } in every 1,000.
# $interval (text)
unclear-well = Whether more adults are doing well is not clear: { $interval } in every 1,000.

# $number (text)
short-points = { $number } points
# $number (text)
short-per-thousand = { $number } per 1,000
# $sign (text), $number (text)
short-pounds = { $sign }£{ $number } a head
