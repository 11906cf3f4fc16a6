### What can be changed.

controls = Change something
undo = Undo
redo = Redo
reset = Start over
place = Place
place-hint = Any district of England, by its name, an older name, its county or region.
money-each-year = New money each year
pounds-a-head = £ a head
years = Years
years-unit = years
year-unit = year
first-world = First world
second-world = Second world
replicates = Re-runs
replicates-hint = Each re-run gives everybody other luck, the same in both worlds.
more-controls = More: funding, people, luck
funded-until = Money lasts until
funded-hint = The last year with new money. What is left afterwards?
people = Invented people
people-hint = More people, finer picture, longer wait.
seed = Number of the luck:
other-luck = Try other luck
strategy = Strategy
dimensions = How it is done
changed = { " " }(changed)
levels = Where the money goes
percent-weight = % weight

level-people = People
level-families = Families and carers
level-communities = Neighbourhoods
level-services = Services
level-government = Government

# $count (number)
places-found = { $count ->
    [0] No place of that name. Try a larger town nearby, or the county.
    [one] 1 place found
   *[other] { $count } places found
}
