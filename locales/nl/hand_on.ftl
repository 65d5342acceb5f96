hand-on-which = Welke beurt van { $giver } wordt voor { $taker }?
