### One person's two lives: months, what happens, what wellbeing is made of.
### $sex is female or male, as the person is.

# $year (number), $month (number)
month-of = Year { $year }, { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[other] December
}
# $count (number)
span-years = { $count ->
    [one] { $count } year
   *[other] { $count } years
}
# $count (number)
span-months = { $count ->
    [one] { $count } month
   *[other] { $count } months
}

## Services and problems inside a sentence.

by-primary-care = primary care
by-social-care = social care
by-mental-health = mental health services
by-advice = housing and money advice
by-work = the work and skills service
by-voluntary = the voluntary sector
by-hospice = the hospice
by-hospital = the hospital
by-unknown = a service
a-problem-health = a health problem
the-problem-health = the health problem
a-problem-mental = a mental health problem
the-problem-mental = the mental health problem
a-problem-money = a money problem
the-problem-money = the money problem
a-problem-housing = a housing problem
the-problem-housing = the housing problem
a-problem-work = a problem with work or learning
the-problem-work = the problem with work or learning

## What somebody does in the week, and who is at home.

does-learning-late = learning something new
does-working-late = still in some work
does-looking-late = looking for some work
does-at-school = at school
does-studying = studying
does-in-work = in work
does-out-of-work = out of work and looking
does-retired = retired
does-sick = long-term sick or disabled
does-home = looking after home or family
does-nothing = not in work and not looking
a-partner = a partner
a-parent = a parent
# $count (number)
siblings = { $count ->
    [one] a brother or sister
   *[other] { $count } brothers and sisters
}
# $count (number)
children = { $count ->
    [one] a child
   *[other] { $count } children
}
# $count (number)
other-adults = { $count ->
    [one] one other adult
   *[other] { $count } other adults
}
alone = alone
# $company (text)
with = with { $company }
# $before (text), $last (text)
both-of = { $before } and { $last }

## Parts of wellbeing.

part-friends = friends to count on
# $sex (text)
part-control = control over { $sex ->
    [female] her
   *[other] his
} own life
part-problems = open problems
part-condition = a limiting condition
part-unmet = support that nobody gives
part-strain = the strain of caring at home
part-work = being out of work
part-place = the neighbourhood's surroundings
part-partner = having a partner
part-events = shocks still healing
# $sex (text)
part-others = how friends and those at { $sex ->
    [female] her
   *[other] his
} home are

## What happens, as a clause behind “In” and the name of a strategy.

# $name (text), $sex (text)
what-reached = “{ $name }” begins to reach { $sex ->
    [female] her
   *[other] him
}
# $name (text), $sex (text)
what-reach-ends = “{ $name }” reaches { $sex ->
    [female] her
   *[other] him
} no longer
# $name (text), $sex (text)
what-opens = “{ $name }” begins in { $sex ->
    [female] her
   *[other] his
} neighbourhood
# $name (text), $sex (text)
what-closes = “{ $name }” ends in { $sex ->
    [female] her
   *[other] his
} neighbourhood
# $sex (text)
what-plan = somebody begins to help { $sex ->
    [female] her
   *[other] him
} shape { $sex ->
    [female] her
   *[other] his
} own support
# $sex (text)
what-plan-ends = nobody helps { $sex ->
    [female] her
   *[other] him
} shape { $sex ->
    [female] her
   *[other] his
} own support any more
# $problem (text)
what-arises = { $problem } arises
# $problem (text), $service (text)
what-solved = { $problem } is solved with { $service }
# $problem (text)
what-solved-alone = { $problem } is solved without a service
# $problem (text), $service (text)
what-handed-on = { $problem } is handed on to { $service }
# $problem (text), $service (text)
what-waits = { $problem } has waited 3 months at { $service }
# $service (text), $sex (text)
what-contact-fits = a contact with { $service } fits { $sex ->
    [female] her
   *[other] him
}
# $service (text), $sex (text)
what-contact-fits-not = a contact with { $service } does not fit { $sex ->
    [female] her
   *[other] him
}
# $count (number), $sex (text)
what-attends = { $sex ->
    [female] she
   *[other] he
} goes to A&E{ $count ->
    [one] { "" }
   *[other] { " " }{ $count } times
}
# $count (number), $sex (text)
what-admitted = { $sex ->
    [female] she
   *[other] he
} is admitted to hospital as an emergency{ $count ->
    [one] { "" }
   *[other] { " " }{ $count } times
}
# $from (number), $to (number), $sex (text)
what-friends-change = { $sex ->
    [female] she
   *[other] he
} has { $to ->
    [0] nobody to count on
    [one] one friend to count on
   *[other] { $to } friends to count on
} instead of { $from ->
    [0] nobody
   *[other] { $from }
}
# $sex (text)
what-lonely = { $sex ->
    [female] she
   *[other] he
} becomes often lonely
# $sex (text)
what-lonely-ends = { $sex ->
    [female] she
   *[other] he
} is no longer often lonely
# $sex (text)
what-finds-work = { $sex ->
    [female] she
   *[other] he
} finds work
# $sex (text)
what-loses-work = { $sex ->
    [female] she
   *[other] he
} loses work
# $sex (text)
what-stops-for-sickness = { $sex ->
    [female] she
   *[other] he
} stops work for sickness
# $sex (text)
what-gives-up-work = { $sex ->
    [female] she
   *[other] he
} gives up work
# $sex (text)
what-retires = { $sex ->
    [female] she
   *[other] he
} retires
# $activity (text), $sex (text)
what-is-now = { $sex ->
    [female] she
   *[other] he
} is now { $activity }
what-condition-lot = a long-term condition comes to limit a lot
what-condition-little = a long-term condition comes to limit a little
what-condition-begins = a long-term condition begins
what-condition-over = a long-term condition is over
what-condition-eases = a long-term condition eases
# $sex (text)
what-moves-home = { $sex ->
    [female] she
   *[other] he
} is back in a home of the family
# $sex (text)
what-moves-residential = { $sex ->
    [female] she
   *[other] he
} goes into residential care
# $sex (text)
what-moves-temporary = { $sex ->
    [female] she
   *[other] he
} is evicted and lives in temporary accommodation
# $sex (text)
what-partner-comes = a partner moves in with { $sex ->
    [female] her
   *[other] him
}
# $sex (text)
what-parts = { $sex ->
    [female] she
   *[other] he
} and { $sex ->
    [female] her
   *[other] his
} partner part
# $sex (text)
what-partner-dies = { $sex ->
    [female] her
   *[other] his
} partner dies
# $sex (text)
what-home-dies = somebody at { $sex ->
    [female] her
   *[other] his
} home dies
what-friend-dies = a close friend dies
# $sex (text)
what-child-born = a child is born in { $sex ->
    [female] her
   *[other] his
} home
# $sex (text)
what-somebody-goes = somebody leaves { $sex ->
    [female] her
   *[other] his
} home
# $sex (text)
what-cares = { $sex ->
    [female] she
   *[other] he
} begins to care for somebody close
# $sex (text)
what-cares-ends = { $sex ->
    [female] she
   *[other] he
} cares for nobody any more
# $sex (text)
what-strained = caring becomes a strain in { $sex ->
    [female] her
   *[other] his
} home
# $sex (text)
what-strained-ends = the strain of caring in { $sex ->
    [female] her
   *[other] his
} home eases
# $sex (text)
what-unmet = support that { $sex ->
    [female] she
   *[other] he
} needs is given by nobody
# $sex (text)
what-unmet-ends = the support that { $sex ->
    [female] she
   *[other] he
} needs is there again
# $sex (text)
what-formal-help = paid carers begin to come to { $sex ->
    [female] her
   *[other] him
}
# $sex (text)
what-formal-help-ends = paid carers come to { $sex ->
    [female] her
   *[other] him
} no longer
# $sex (text)
what-community-help = friends and neighbours begin to give { $sex ->
    [female] her
   *[other] him
} hours of support
# $sex (text)
what-community-help-ends = friends and neighbours give { $sex ->
    [female] her
   *[other] him
} hours of support no longer
# $sex (text)
what-volunteers = { $sex ->
    [female] she
   *[other] he
} begins to give time in the neighbourhood
# $sex (text)
what-volunteers-ends = { $sex ->
    [female] she
   *[other] he
} stops giving time in the neighbourhood
# $sex (text)
what-dying = { $sex ->
    [female] she
   *[other] he
} is found to have a condition that { $sex ->
    [female] she
   *[other] he
} will die of
# $sex (text)
what-palliative = palliative care reaches { $sex ->
    [female] her
   *[other] him
} at home
# $sex (text)
what-dies = { $sex ->
    [female] she
   *[other] he
} dies
# $sex (text)
what-leaves = { $sex ->
    [female] she
   *[other] he
} moves away
