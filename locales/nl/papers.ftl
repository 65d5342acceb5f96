# What stands on paper and in sheets.

fridge-title = De week van { $recipient }
fridge-made = Gemaakt op { $when }. Kijk in de chat voor het laatste nieuws.
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
