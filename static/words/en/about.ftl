### The page About.

about-title = What this is, and what it cannot tell you
model-tables = Everything the model assumes
search = Search the tables
table-dimensions = Dimensions of a strategy
table-indicators = Outcomes
table-approaches = Approaches that money can buy
table-parameters = Assumptions
name-column = Name
meaning = What it means
from = From
to = To
level = Level
cost = Cost of one unit a year
source = Source
evidence = Evidence layer
value = Value
range = Plausible range

what-title = What it is
what-1 = Kith lets a place live twice. The same invented people, with the same luck and the same money, go through two worlds. In one, the money goes into short, separate projects. In the other, it goes into the whole place for a long time. You see where lives part, and by how much.
what-2 = A place has the ages, homes, health and hardship of a real one, from public figures. The people are made up. Nobody in it is anybody.
what-3 = Each month, people age, meet, fall ill, help one another, and ask services for help. Services solve a problem, pass it on, or send people round again. Money is counted to the penny.
cannot-title = What it cannot tell you
cannot-1 = It is a model, not a forecast. It shows what would follow if its assumptions held. Many of them are not well known. Below, each says how good its evidence is.
cannot-2 = The shaded bands show luck from one re-run to the next. They do not show how wrong the assumptions may be.
cannot-3 = The model does not know which strategy is running. It can say that short projects do better, and it says so where they do.
cannot-4 = Do not use it to decide about a person. Do not quote a number from it without the words around it.
results-title = How to read the results
results-1 = The difference between two worlds is taken run by run, with the same people and the same luck in both. It is called better or worse only where its 90% interval leaves out zero and it is large enough to matter, from 8 runs on.
results-2 = Outcomes stay apart. None is turned into money, and they are never added up into one score.
accessibility-title = Accessibility
accessibility-1 = Everything works with a keyboard and has words for screen readers. Every chart has its numbers in a table. There are dark, high-contrast and projector looks, and motion stops if your device asks for less.
accessibility-2 = If something keeps you out, that is a fault: please report it.
privacy-title = Privacy and licence
privacy-1 = Nothing leaves your device. There are no cookies and nobody is counted. A link holds your settings and nothing else.
privacy-2 = Kith is free software under the MIT licence or the Apache licence 2.0, whichever you prefer. Census and deprivation figures are Crown copyright, used under the Open Government Licence.

# $count (number)
found = { $count ->
    [one] 1 row found
   *[other] { NUMBER($count) } rows found
}
