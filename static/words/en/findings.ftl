### What a comparison says: titles that state the finding, sentences, text alternatives.

# $low (text), $high (text)
low-to-high = { $low } to { $high }
percentage-points = percentage points
points = points
# $number (text)
size-points = { $number } points
# $years (number)
years = { $years ->
    [one] 1 year
   *[other] { $years } years
}
# $count (number), $all (number)
of-runs = { $count } of { $all ->
    [one] 1 run
   *[other] { $all } runs
}
business-as-usual = Business as usual
higher-is-better = Higher is better.
lower-is-better = Lower is better.
neither-is-better = Neither more nor less is better.

## Who is ahead. $name is the strategy that does better, or has more or less where neither is better.

# $name (text)
name-better = { $name } better
# $name (text)
name-higher = { $name } higher
# $name (text)
name-lower = { $name } lower
# $name (text)
name-better-little = { $name } better, but too little to matter
# $name (text)
name-higher-little = { $name } higher, but too little to matter
# $name (text)
name-lower-little = { $name } lower, but too little to matter

## Titles of charts.

# $outcome (text)
title-same = { $outcome }: the same in both worlds
# $outcome (text), $all (number)
title-too-few = { $outcome }: { $all ->
    [one] one run
   *[other] { $all } runs
} so far, too few to say
# $outcome (text), $verdict (text), $size (text)
title-clear = { $outcome }: { $verdict } by { $size }
# $outcome (text), $verdict (text)
title-verdict = { $outcome }: { $verdict }

## The sentence below a chart. $after is one of the first two.

# $years (number)
after-years = After { $years ->
    [one] 1 year
   *[other] { $years } years
}
# $years (number)
after-last-funded = After { $years ->
    [one] 1 year
   *[other] { $years } years
}, the last with new money,
nothing-run = Nothing has been run yet.
# $after (text), $all (number)
both-the-same = { $after } both worlds have the same, in { $all } of { $all ->
    [one] 1 run
   *[other] { $all } runs
}.
# $after (text), $alternative (text), $difference (text), $reference (text), $all (number), $interval (text)
has-too-few = { $after } { $alternative } has { $difference } against { $reference }{ $all ->
    [one] { "" }
   *[other] { " " }(90% interval of the mean { $interval })
}; { $all ->
    [one] one run
   *[other] { $all } runs
} so far, too few to say which does better.
# $after (text), $alternative (text), $difference (text), $reference (text), $all (number), $interval (text), $count (number)
has-ahead = { $after } { $alternative } has { $difference } against { $reference }{ $all ->
    [one] { "" }
   *[other] { " " }(90% interval of the mean { $interval })
}; it is ahead in { $count } of { $all ->
    [one] 1 run
   *[other] { $all } runs
}.
# $after (text), $alternative (text), $difference (text), $reference (text), $all (number), $interval (text), $count (number)
has-higher = { $after } { $alternative } has { $difference } against { $reference }{ $all ->
    [one] { "" }
   *[other] { " " }(90% interval of the mean { $interval })
}; it is higher in { $count } of { $all ->
    [one] 1 run
   *[other] { $all } runs
}.
# $after (text), $alternative (text), $difference (text), $reference (text), $all (number), $interval (text), $count (number), $least (text)
has-ahead-little = { $after } { $alternative } has { $difference } against { $reference }{ $all ->
    [one] { "" }
   *[other] { " " }(90% interval of the mean { $interval })
}; it is ahead in { $count } of { $all ->
    [one] 1 run
   *[other] { $all } runs
}. Less than { $least } is too little to matter.
# $after (text), $alternative (text), $difference (text), $reference (text), $all (number), $interval (text), $count (number), $least (text)
has-higher-little = { $after } { $alternative } has { $difference } against { $reference }{ $all ->
    [one] { "" }
   *[other] { " " }(90% interval of the mean { $interval })
}; it is higher in { $count } of { $all ->
    [one] 1 run
   *[other] { $all } runs
}. Less than { $least } is too little to matter.

## What a difference has to be.

# $size (text), $source (text), $why (text)
worth-having = Worth having for a place: { $size } or more ({ $source }). { $why }
# $worth (text), $size (text), $source (text), $why (text)
worth-having-noticed = { $worth } Noticed by a person: { $size } ({ $source }). { $why }

## What charts show, for those who do not see them.

# $outcome (text), $unit (text)
fan-of = Line chart of { $outcome } ({ $unit }) by year.
# $name (text), $start (text), $end (text), $low (text), $high (text)
fan-world = { $name }: from { $start } to { $end }; nine in ten runs end between { $low } and { $high }.
# $alternative (text), $ahead (number), $reference (text), $behind (number), $neither (number)
fifty-better = Of 50 equally likely pairs of worlds, { $alternative } does better in { $ahead }, { $reference } in { $behind }, and in { $neither } there is no difference that matters.
# $alternative (text), $ahead (number), $reference (text), $behind (number), $neither (number)
fifty-more = Of 50 equally likely pairs of worlds, { $alternative } has more in { $ahead }, { $reference } in { $behind }, and in { $neither } there is no difference that matters.
# $fewest (number), $all (number)
too-few-for-fifty = This picture needs { $fewest } runs or more; { $all ->
    [one] there is 1 so far
   *[other] there are { $all } so far
}.

## The one sentence of the front page.

# $place (text)
being-lived = { $place } is living through two futures with the same people, the same luck and the same money…
# $place (text)
headline-nothing = Two worlds for { $place } are being lived now.
# $place (text), $years (number)
headline-same = For the same money in { $place }, after { $years ->
    [one] 1 year
   *[other] { $years } years
} the two worlds come out the same: as many adults are doing well in each.
# $done (number), $wanted (number), $place (text), $years (number), $alternative (text), $reference (text), $difference (text), $interval (text)
headline-too-few = First look: { $done } of { $wanted } runs { $done ->
    [one] is
   *[other] are
} in; too few to say which does better in { $place }. So far, after { $years ->
    [one] 1 year
   *[other] { $years } years
}, { $alternative } less { $reference } is { $difference } adults doing well in every 1,000{ $done ->
    [one] { "" }
   *[other] { " " }(90% interval { $interval })
}.
# $place (text), $years (number), $alternative (text), $count (number), $all (number)
headline-unclear = For the same money in { $place }, after { $years ->
    [one] 1 year
   *[other] { $years } years
} there is no clear difference in how many adults are doing well: { $alternative } is ahead in { $count } of { $all ->
    [one] 1 run
   *[other] { $all } runs
}.
# $place (text), $years (number), $least (text)
headline-none = For the same money in { $place }, after { $years ->
    [one] 1 year
   *[other] { $years } years
} there is no difference that matters in how many adults are doing well: fewer than { $least } in every 1,000 either way.
# $place (text), $years (number), $more (text), $better (text), $worse (text), $interval (text), $count (number), $all (number)
headline-clear = For the same money in { $place }, after { $years ->
    [one] 1 year
   *[other] { $years } years
} { $more } more adults in every 1,000 are doing well with { $better } than with { $worse } (90% interval { $interval }), in { $count } of { $all ->
    [one] 1 run
   *[other] { $all } runs
}.
# $place (text), $years (number), $least (text), $better (text), $worse (text), $interval (text), $count (number), $all (number)
headline-too-little = For the same money in { $place }, after { $years ->
    [one] 1 year
   *[other] { $years } years
} too few more adults are doing well with { $better } than with { $worse } to matter: fewer than { $least } in every 1,000 (90% interval { $interval }), in { $count } of { $all ->
    [one] 1 run
   *[other] { $all } runs
}.

## A result in all of the real place.

# $count (text)
about-people = about { $count } people
# $pounds (text)
pounds-a-year = { $pounds } a year
# $amount (text)
as-if = as if { $amount }
# $place (text), $low (text), $high (text)
in-all-between = In all of { $place } that is between { $low } and { $high }.
# $place (text), $low (text), $high (text)
in-all-as-if-between = In all of { $place } that is as if between { $low } and { $high }.
# $place (text), $mean (text), $low (text), $high (text)
in-all-about = In all of { $place } that is about { $mean } (90% interval { $low } to { $high }).
# $place (text), $mean (text), $low (text), $high (text)
in-all-as-if-about = In all of { $place } that is as if about { $mean } (90% interval { $low } to { $high }).
# $place (text), $people (text), $money (text)
in-all-money = In all of { $place } ({ $people } people): { $money } in each world.
# $place (text), $people (text), $money (text), $low (text), $high (text)
in-all-adults-between = In all of { $place } ({ $people } people): { $money }, between { $low } and { $high } adults doing well.
# $place (text), $people (text), $money (text), $mean (text), $low (text), $high (text)
in-all-adults-more = In all of { $place } ({ $people } people): { $money }, about { $mean } more adults doing well ({ $low } to { $high }).
