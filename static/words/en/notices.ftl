### What the page tells one thing at a time.

link-copied = The link is copied.
link-not-copied = The link could not be copied: copy it from the address bar.
copied = Copied.
not-copied = Nothing could be copied: this browser keeps its clipboard to itself here.
# $what (text) says it, sentence by sentence
link-in-part = Something in the link could not be used. { $what }
hour-has-its-own = The hour has a scenario of its own, in which the money ends before the last year. “Undo” on Explore brings back the one before.

## Rounds and teams.

game-needs-question = The link to the game did not bring the room's whole question, so this device cannot play it. Scan the room's code again, or ask for the link anew.
no-game-open = A team's course came, but no game is open here. Begin the room's game first, then take it in again.
# $name (text)
course-is-in = The course of “{ $name }” is in.
# $why (text)
game-not-kept = The game is not kept on this device. { $why } It is here until you close this page.
game-of-another-tab = Another tab has a game of its own, or has changed this one. Both are kept: this tab goes on with its own, and the other one can be opened from the teams’ page.
game-changed-elsewhere = The game was changed in another tab. Load this page again to go on from there; what you change here first is kept beside it.
game-put-away-elsewhere = The game was put away in another tab. It is still here, and is kept again when you change something.

## The Lab and places.

# $count (number)
neutral-now = { $count ->
    [0] Nothing changed: whatever lies beyond this evidence was neutral already.
    [one] 1 assumption is neutral now. Undo brings it back.
   *[other] { $count } assumptions are neutral now. Undo brings them back.
}
# $count (number), $file (text)
assumptions-read = { $count ->
    [one] 1 assumption was
   *[other] { $count } assumptions were
} read from { $file }. All others stay as they were.
# $place (text)
place-is-now = { $place } is the place now. Its tables stay on this device; save the scenario to keep the place with it.
