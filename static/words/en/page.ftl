### The page itself: its head, its foot, its looks.

choose-files = Choose files or pictures
take-photo = Take a photo of a code
file-unread = The file could not be read: choose a text file that Kith saved, or a picture of a code.
name = Kith
tagline = how a place changes
skip = Skip to the content
navigation = Views
bundled = Scenarios that come with Kith
explore = Explore
workshop = Workshop
lab = Lab
about = About
look = Look
dismiss = Close
model-not-forecast = A model, not a forecast. Every person in it is invented.
footer = Nothing leaves your device. Free software, MIT or Apache 2.0. Kith
other-build = A newer version is here: reload; your work is in the address.
reload = Reload
workers-lost = The part of the page that runs the model stopped three times. Try again, with fewer people if need be.
headline = The comparison in one sentence
sureness = How far this can be relied on
not-asked = How often this holds when every assumption is drawn from its plausible range, and which evidence carries it, was worked out beforehand for the default question only.
ask-now = Ask it of this one (some minutes)
progress = Runs done
stop = Stop
resume = Run the rest
copy-link = Copy link
fingerprint = Result
fingerprint-hint = Whoever opens your link sees whether their computer gets the same result, to the last bit.
failed = This could not be run.
check-waiting = Checking that you get the same result as the person who sent the link…
check-same = Same result as in the link, to the last bit.

theme-device = As device
theme-light = Light
theme-dark = Dark
theme-contrast = High contrast
theme-projector = Projector

# $runs (number)
beforehand = Worked out beforehand, { $runs } runs.
# $all (number)
progress-all = { $all } runs done
# $done (number), $all (number)
progress-some = { $done } of { $all } runs
# $made (text) and $here (text) are versions
other-result = Not the same result as in the link. It was made with version { $made }; this is { $here }.
# $mark (text) says what is outside its range
beyond = This is { $mark }. The model was not built or checked for that: it tries the model and says nothing of a place.
# $why (text) says what the file is
file-unread-because = The file could not be read: choose a text file that Kith saved, or a picture of a code. It is { $why }.
