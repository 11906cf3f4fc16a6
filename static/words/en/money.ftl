### The money.

money = The money
seal-unknown = The ledgers come with the first re-run.
seal-same = Same money, to the penny.
ledger = Where every pound came from and went
ledger-hint = Totals over all years in the first re-run. Sources and uses are equal in every world.
account = Account
sources = Where money comes from
uses = Where it goes
total = Total

# $total (text), $arms (number)
seal-total = Each of the { $arms } ways spends { $total } of new money, the same in every year.
# $gap (text)
seal-different = In one year the ways differ by { $gap }.
