### Rounds and teams.

title = Rounds and teams
intro = Each team spends the same money in its own way. A round is two years: choose, live them, look, choose again. Then compare what was chosen with what came of it.
begin = Begin a game
begin-hint = About the question on this page. Change the place, the money or the years first if you want other ones.
put-away = Put this game away
bring-back = Bring back the game that was put away
same-money = Same money for every team, to the penny
guest = You play one team of this game. Nothing is sent: you hand your course in at the end.
to-room = To the room's game
to-guest = To the game that I joined
invite = Let teams use their own phone or laptop
invite-hint = They open this link or scan the code. It holds the question, the game's number and its card. They choose on their own device and hand their course in; nothing is sent.
link = Link to the game
copy = Copy
show-code = Show the code to scan
hide-code = Hide the code
code-of-game = QR code: the link to this game
code-of-course = QR code: the course of this team, to be handed in
too-long = This is too long for a code that a phone reads easily. Copy the link, or use a file.
here-only = No code here: this address works on this computer only, so a phone cannot open it. Open the page from an address that phones reach (a web server, or this computer’s address in the room’s network), give everybody the page as a file, or collect answers on paper and type them in.
card = The card in the middle
card-trainer = For the trainer: the card
card-hint = One card hits every team alike, in the same month. The teams do not know which, nor when.
card-list = Card and moment
card-none = No card
card-draw = Draw from the game's number
not-turned = A card lies face down.
chosen = Chosen so far
team-name = Name of the team
begins-with = Begins with
change-one = First change
change-two = Second change
stay = Stay the course
add = One more team
remove = Remove
came = handed in from its own device
live-all = Live all years to the end
back = Take the last round back
again = Live these years again
again-hint = The choices are kept. The years have to be lived again on this device.
stale = Something changed since these years were lived.
stop = Stop
reruns = Runs
reruns-unit = runs
over = All years are lived.
results = What was chosen, and what came of it
no-winner = Nobody wins here. Ask: what carried it? What would you have needed to know earlier? Who in this place would choose otherwise?
only-luck = An interval shows luck from run to run, not all that is not known.
outcome = Outcome of the chart
order = Order of the rows
as-entered = As entered
team = Team
chosen-column = What was chosen
reference = The same money, spent on more of today's services.
table = Table of the teams
file = Teams of a game
print = Print
collect = Take a team's course in
collect-hint = Paste its link or code here, choose or drop its file or a picture of its code, or take a photo.
collect-field = Link or code of a team
take-in = Take in
not-taken = It was not taken in.
close = Close
hand-in = Hand your course in
hand-in-hint = Show this code to the trainer, send the link, or carry the file. Choices of rounds that are not lived here yet are in it too.
course-link = Link to hand in
save-file = Save as a file
failed = This could not be run.
kit = The kit
kit-hint = To read before, to print for the room. The model is not in it: look at what your own run says.

kit-script = Facilitator's script
kit-script-for = 45, 60 or 120 minutes, step by step.
kit-sheet = Learner's sheet
kit-sheet-for = One page for everybody in the room.
kit-cards = Briefing cards
kit-cards-for = Roles and events, to print and cut.
kit-debrief = Debrief questions
kit-debrief-for = As long as the play.
kit-questions = Before and after
kit-questions-for = Six questions, and how to read them.
kit-online = The online room
kit-online-for = When people are not in one place.

# $number (text), $place (text), $pounds (text), $years (number), $rounds (number)
game-about = Game { $number }. { $place }, £{ $pounds } a head a year, { $years } years in { $rounds } rounds.
# $year (number)
one-year = year { $year }
# $from (number), $to (number)
two-years = years { $from } and { $to }
# $round (number), $rounds (number), $years (text)
round-of = Round { $round } of { $rounds }: { $years }
# $years (text)
live-years = Live { $years }
# $round (number), $words (text)
chosen-in-round = Round { $round }: { $words }
# $what (text), $team (text)
of-team = { $what }: { $team }
# $name (text), $round (number)
card-after = { $name }, after round { $round }
# $years (number), $runs (number)
after-years = After { $years } years, mean of { $runs } runs.
# $name (text)
by = By “{ $name }”, what is better first
# $number (text)
open-game-instead = Open game { $number } instead: this device keeps it too
# $unit (text)
against-in = In { $unit }. Against business as usual, the same people and luck in both. A filled dot: a difference that matters. A hollow one: none that is clear, or too little to matter.
