### Following somebody: two lives side by side.

lives = Follow someone
lives-consent = Everybody here is invented: no real person is shown, so any life may be looked at.
lives-wait = Lives can be proposed once both worlds are in.
lives-proposed = Whose life
lives-anybody = Anybody
lives-hint = Choose somebody, or point at any dot in the worlds above. The same button again shows another.
lives-coming = Both lives are being lived again, month by month…
lives-coming-later = Both lives are told once this change has been worked out.
lives-part = Where the two lives part
lives-chain = What happens, in order of time
lives-no-chain = Nothing happens that stands out.
lives-ends = How both lives end
lives-copy = Copy the story
lives-both = Both
lives-file = Both lives, month by month
lives-year = Year
lives-subtitle = Wellbeing, 0 to 10. Thin: each month. Thick: the mean of the year up to then. One run, one person. Numbers are those of the list below.
lives-table = Wellbeing at the end of each year, as a table
lives-gone = gone

# $when (text)
show-month = Show { $when } in the worlds
