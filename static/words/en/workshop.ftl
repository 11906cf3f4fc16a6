### The hour.

steps = Steps
next = Next
back = Back
last-step = This is the last step
ask = To talk about
notes = Notes for the trainer
notes-window = Open the notes in a window
notes-below = Show the notes here
notes-hide = Hide the notes
notes-blocked = The browser did not open a second window. The notes are below; you can print them too.
notes-lost = Keys work in this window as well: Page Down goes on, Page Up goes back.
comes-next = Comes next
clock = Time for this step
clock-show = Show the clock
clock-hide = Hide the clock
projector = Large, for the projector
projector-off = Normal size
try = Pause and try it in Explore
still-hidden = Careful: Explore shows both worlds and gives the answer away.
tools = For the trainer
to-teams = Rounds and teams
of-lesson = Use the scenario of the hour
changed = The room has changed the plan since this hour began.
no-end = In the scenario on the page the money runs to the last year, so “When the funding ends” has nothing to show.
people = Three of its people
people-again = The three we met at the beginning
not-here = Not there in this run: with these assumptions the years before the two worlds part went another way.
other-people = Not there in this run: it is about another place or other invented people.
meet-others = Meet three people of this run
people-wait = The people appear with the first run.
ending = What is left
delivered = What is still running
band-key = Shaded: where 9 in 10 runs fell. Line: their average.
outcome = What happened, and what we drew
guessed-about = Measure
in-world = Draw for
draw = Your lines
draw-hint = Press on the chart where you think the line will be, and move along. Or type the numbers below it: both are the same line.
draw-wait = Working out where the line begins: the first run takes some seconds.
erase = Rub out this line
name = A name, if you like
name-hint = It tells guesses apart. A first name or a word is enough.
lock = Done, show my code
unlock = Change my line
code = Your code
code-hint = Read it out, or let the trainer take a picture of the square. Nothing is sent by itself.
code-picture = The same as a code to scan
save-file = Save as a file
add = Add this line to the room’s
guess-title = Draw your line first
guess-intro = The same people, the same luck, the same money, in two worlds. What do you expect? Draw before it is shown.
their-devices = Let people draw on their own devices
their-devices-hint = They open this address, draw, and get a short code. It is typed in here, or read from a picture or a file.
address = The address
scan-address = The address of the drawing page as a code to scan
collect = Collect guesses
collect-field = A code, with a name after it if there is one
collect-hint = Codes have 8 or 14 letters and digits. You can also choose or drop files and pictures of codes, or take a photo.
take-in = Add this guess
unkept = This browser does not let the page keep the guesses: they are here until you close it. Save them as a file.
room = The room’s guesses
no-guesses = Nobody has handed a guess in yet.
clear = Clear the list
room-file = Save the list
room-table = Guesses as a table
guesses-key = Thin lines are single guesses, the dashed line is the room’s middle one. Shaded: where 9 in 10 runs fell. Line: their average.
run-waits = Waiting for the first run.
lowest = Lowest guess
middle = Middle guess
highest = Highest guess
happened = Average of the runs
from = 9 in 10 runs from
to = 9 in 10 runs to
summary = What this room takes home
summary-came = What came out
summary-guessed = What the room guessed
summary-decided = What the room looked at
summary-talk = To talk about at home
summary-link = The room’s scenario and result
summary-scan = The room’s scenario and result as a code to scan
summary-no-guesses = No guesses were collected.
print = Print
no-lesson = The lesson could not be read.

# $step (number), $steps (number), $minutes (number)
step-of = Step { $step } of { $steps } · { $minutes } min
# $step (number)
back-to-step = Back to step { $step }
# $minutes (number), $seconds (text), $all (number)
clock-of = { $minutes }:{ $seconds } of { $all } min
# $step (number), $title (text), $minutes (number)
step-title = { $step }. { $title } · { $minutes } min
# $count (number)
guesses = Guesses in the room: { $count }
# $words (text)
year = Year { $words }
# $indicator (text), $start (text), $drawn (text)
pad = A chart to draw on: { $indicator }, which begins at { $start }. { $drawn }
# $position (number)
follow-person = What became of person { $position }
# $year (number)
money-ends = Money ends: year { $year }
met-carer = Cares for somebody.
met-supported = Needs support.
# $years (number)
met-newcomer = Moved here in the last { $years ->
    [one] 1 year
   *[other] { $years } years
}.
# $years (number)
people-rule = How they were chosen: by what they face at the start, not by what becomes of them. One who cares for somebody, one who needs support, one who moved here in the last { $years ->
    [one] 1 year
   *[other] { $years } years
}, each drawn by lot. Left out of the draw: anybody of 75 or more who still works, studies or looks for work. Ages, homes and friends are those of the day on which the two worlds part. They stay the same all hour.
world = World
year-head = Year
# $name (text), $end (text)
drawn-to = { $name }: drawn to { $end } at the end.
