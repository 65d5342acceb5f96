# What stands on paper and in sheets.

fridge-title = De week van { $recipient }
fridge-title-longer = Het rooster van { $recipient }
fridge-title-of = De beurten van { $name } bij { $recipient }
fridge-title-own = Beurten bij { $recipient }
fridge-made = Gemaakt op { $when }. Kijk in de chat voor het laatste nieuws.
fridge-made-on = Gemaakt op { $when }.
fridge-page = bladzijde
fridge-nothing = niets gepland
fridge-numbers = Belangrijke nummers
fridge-help = Ook helpen?
fridge-join = Scan het plaatje met uw telefoon, of stuur ons deze code. De familie laat u dan binnen.
fridge-join-code = Stuur ons deze code in de chat. De familie laat u dan binnen.
fridge-somebody = iemand
fridge-taken = geregeld
fridge-open = Nog niemand:
fridge-one-more = Nog iemand:

sheet-title = Het rooster van { $recipient }
sheet-shifts = Beurten
sheet-hours = Uren
sheet-day = Dag
sheet-date = Datum
sheet-start = Van
sheet-end = Tot
sheet-time = Tijd
sheet-minutes = Minuten
sheet-what = Wat
sheet-who = Wie
sheet-state = Stand
sheet-open = nog { $count } nodig
sheet-done = gedaan
sheet-arranged = geregeld
sheet-total = Samen
sheet-together = iedereen samen
sheet-hours-note = Uren van de beurten in dit bestand, ook wat nog komt.
