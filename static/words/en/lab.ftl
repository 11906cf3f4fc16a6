### The Lab.

title = Lab: change any assumption, run an experiment, take the results with you
about = The question on the table, the same as in Explore:
assumptions = Every assumption
assumptions-hint = Each number that the model rests on. Change one and the whole page follows: Explore, the link, your experiments.
assumption = Assumption
default-and-range = Default and range
evidence = Evidence
any-evidence = all
only-changed = Only changed ones
unfold-all = Unfold all
fold-all = Fold all
all-default = All back to default
count-only = Count only some evidence
no-speculative = Speculative off
no-disputed = Disputed and speculative off
only-well = Well evidenced only
count-only-hint = By the same rule as the layers of evidence in Explore: what lies beyond is set to 0 where 0 is in its range, a ratio or multiplier to 1, a coupling to 0; a level stays as it is. What approaches achieve stays as the catalogue has it.
not-used = Not used.
changed = Changed
back = Back to default
files = Assumptions as a file
files-hint = A text file (TOML) with a table [parameters], the same that the command line and scenario files read. Drop one anywhere on this page. What it does not name stays as it is.
export = Download what is changed
import = Open a file of assumptions
command = kith compare SCENARIO --parameters kith-assumptions.toml
delta = What differs from the model as described (delta-ODD)
delta-hint = For the methods section of a paper: every change of the model against its description in ODD.md, with source, evidence and section. The command line writes the same: kith describe delta SCENARIO.
delta-show = Show the document
delta-hide = Hide the document
workers-lost = The part of the page that runs the model stopped three times at the same task. What is done is kept. Try again with fewer people.
experiment = An experiment
experiment-hint = Choose a question and a size, or drop an experiment file anywhere on this page. It runs here, on this device. Every part that is done is kept, so you can close the page and go on later.
experiment-name = Name
question = Question
vary = What takes which values
vary-hint = Every combination is one point. Start to type: any assumption, effect of an approach, sum of money or dimension of a strategy can vary.
vary-field = Field
vary-from = From
vary-to = To
vary-steps = Values
add-row = Vary one more
remove-row = Remove
before = What an earlier version said
before-hint = Drop a file of kith compare --json about this question, or of kith check regression --write, on this page.
no-file = No file yet.
run = Run the experiment
download-experiment = Download the experiment file
open-experiment = Open an experiment file
paste = Paste an experiment file
paste-label = The text of an experiment file
paste-use = Use this text
same-natively = The same on the command line, to the same fingerprint:
experiment-command = kith sweep kith-experiment.toml --out results
from-file = From the file
put-aside = Put it aside, use the form
unfinished = Unfinished on this device
go-on = Go on
throw-away = Throw away
broken = It cannot be read any more; throw it away.
going = On its way
sizing = Making it ready…
gathering = Putting the results together…
progress = Tasks done
stop = Stop
stop-hint = What is done stays on this device; you can go on later.
not-kept = Parts are not kept on this device, so closing the page loses them. The experiment goes on all the same.
not-done = The experiment could not be done.
results = Results
download-csv = CSV
download-json = JSON
download-svg = SVG
download-png = PNG
manifest = Manifest (JSON)
everything = Everything in one file (JSON)
package = What the columns mean (datapackage.json)
package-hint = Keep it beside the tables: programs read from it what each column holds.
parquet = For Parquet, run the experiment file on the command line.
map = Map of two assumptions
map-cells = Cells of the map
map-hint = Who is ahead in adults doing well, in small worlds, when two assumptions go through their whole ranges. It begins with the two that decide most in the worlds drawn beforehand. A cell says who is ahead from 8 runs on, and only where the difference matters. Cells fill in as runs arrive. Press a cell to open that very world in Explore; undo brings you back.
map-keys = Arrow keys go from cell to cell, Enter opens its world.
map-across = Across
map-down = Down
map-size = Values of each
map-replicates = Runs of each cell
map-run = Draw the map
map-busy = Something else is on its way: the map waits until it is done or stopped.
pasted = pasted text
fingerprint = Fingerprint of all parts, the same on every machine:
delta-export = Download it (Markdown)

# $place (text), $people (number), $years (number), $runs (number), $seed (number)
question-line = { $place }, { NUMBER($people) } people, { $years } years, { NUMBER($runs) } runs, seed { $seed }.
# $all (number), $differ (number)
counted-all = { $all } assumptions. { $differ ->
    [0] None differs from its default.
    [one] 1 differs from its default.
   *[other] { $differ } differ from their defaults.
}
# $shown (number), $all (number), $differ (number)
counted-some = { $shown } of { $all } assumptions shown. { $differ ->
    [0] None differs from its default.
    [one] 1 differs from its default.
   *[other] { $differ } differ from their defaults.
}
# $all (number), $differ (number)
group-all = { $differ ->
    [0] { $all }
   *[other] { $all }, { $differ } changed
}
# $shown (number), $all (number), $differ (number)
group-some = { $differ ->
    [0] { $shown } of { $all }
   *[other] { $shown } of { $all }, { $differ } changed
}
# $id (text), $value (text)
back-to-default = Back to default: { $id } = { $value }
# $value (text)
default-value = default { $value }
# $low (text), $high (text)
range-of = { $low } to { $high }
# $section (text)
described-in = ODD { $section }.
# $tasks (number), $worlds (number), $time (text)
expected-time = { $tasks ->
    [one] 1 task
   *[other] { NUMBER($tasks) } tasks
}, { NUMBER($worlds) } worlds: { $time } on this device.
# $hours (text)
about-hours = about { $hours } hours
# $done (number), $tasks (number), $lives (number), $all (number)
tasks-done = { NUMBER($done) } of { NUMBER($tasks) } tasks done, { NUMBER($lives) } of { NUMBER($all) } worlds lived.
# $done (number), $tasks (number), $lives (number), $all (number), $time (text)
tasks-done-left = { NUMBER($done) } of { NUMBER($tasks) } tasks done, { NUMBER($lives) } of { NUMBER($all) } worlds lived; { $time } left.
# $name (text), $done (number), $tasks (number)
unfinished-of = “{ $name }”: { $done } of { $tasks } tasks done.
# $name (text), $build (text), $here (text) are an experiment, its build and this one
other-build-of = “{ $name }” was begun with another build of this page ({ $build }). Its parts do not fit into this one ({ $here }); open its file and run it anew, or throw it away.
# $all (number)
all-rows = { $all } rows.
# $shown (number), $all (number)
some-rows = The first { $shown } of { NUMBER($all) } rows; the files hold all.
cell-not-yet = not yet
# $count (number)
cell-too-few = { $count ->
    [one] 1 run
   *[other] { $count } runs
} so far: too few to say
# $name (text), $size (text)
cell-ahead = { $name } ahead by { $size } points
map-unknown = No cell has enough runs to say who is ahead yet.
# $alternative (text), $ahead (number), $known (number), $reference (text), $behind (number), $neither (number)
map-ahead = { $alternative } is ahead by enough to matter in { $ahead } of { $known } cells, { $reference } in { $behind }; in { $neither } there is no clear difference, or none that matters.
# $question (text), $sentence (text)
question-with-sentence = { $question }: { $sentence }
# $name (text), $unit (text)
column-with-unit = { $name } ({ $unit })
# $kind (text), $title (text)
file-of = { $kind }: { $title }
# $across (text), $down (text)
map-caption = Across: { $across }. Down: { $down }.
# $words (text), $across (text), $x (text), $down (text), $y (text)
cell-opens = { $words }. { $across } = { $x }, { $down } = { $y }. Open in Explore
