### The picture of a place.

look-at-place = Look at somebody
neighbourhood = Neighbourhood
whole-place = The whole place
somebody = Somebody
somebody-else = Somebody else
nobody = Nobody
follow-hint = Point at a dot, or choose “Somebody”, to see a person's friends and family in both worlds.
rim-key = Around the place
lines = Faint lines: who pays or looks after whom. Local government pays services and looks after neighbourhoods; national government funds local government.
friends-key = Lines are friendships at the start, thick where each counts on the other. The ring is their family.
money-starts = starts
money-ends = ends
show-runs = Show single runs
runs-hint = Each thin line is one run.
being-run = Being worked out…

primary-care = Primary care
social-care = Social care
mental-health = Mental health
advice = Advice
work-and-skills = Work and skills
voluntary-groups = Voluntary groups
hospice = Hospice
hospital = Hospital
local-government = Local government
national-government = National government
no-new-money = No new money
# $year (number)
new-money-in = New money in year { $year }
# $from (number), $to (number)
new-money-from = New money from year { $from } to the end of year { $to }
# $arm (text), $rounds (text)
rounds-of = { $arm }: { $rounds }
# $number (number)
round-number = round { $number }
