export-empty = Voor { $recipient } staat er niets op het rooster om mee te nemen ({ $period }).
export-here = Het rooster van { $recipient }. Het bestand kun je openen in de agenda van je telefoon of computer.
export-later = Als agenda kan het nu al, in andere vormen later. Het rooster van { $recipient }:
export-file = rooster.ics
export-name = Zorg voor { $recipient }
export-title = { $what } voor { $recipient }: { $who }
