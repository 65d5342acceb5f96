wish-noted = { $mine ->
    [yes] { $form ->
        [u] Fijn om te weten. Ik onthoud het: { $name } { $said }. Daar houd ik rekening mee als ik de week verdeel. Wilt u dat niet, draai het dan terug.
       *[je] Fijn om te weten. Ik onthoud het: { $name } { $said }. Daar houd ik rekening mee als ik de week verdeel.
      }
   *[no] Genoteerd: { $name } { $said }. Daar houd ik rekening mee als ik de week verdeel.
  }
wish-told = { $form ->
    [u] { $by } heeft over u genoteerd, voor { $recipient }: { $name } { $said }. Daar houd ik rekening mee als ik de week verdeel. Klopt het?
   *[je] { $by } heeft over jou genoteerd, voor { $recipient }: { $name } { $said }. Daar houd ik rekening mee als ik de week verdeel. Klopt het?
  }
wish-known = Dat wist ik al van { $name }, dank je.
wish-enough = Van { $name } weet ik al genoeg om rekening mee te houden. Draai eerst iets terug dat niet meer klopt.
wish-how = { $form ->
    [u] Zeg het zo: 'ik heb een auto', 'Karin houdt van honden' of 'ik doe liever geen nachten'. Daar houd ik rekening mee als ik de week verdeel.
   *[je] Zeg het zo: 'ik heb een auto', 'Karin houdt van honden' of 'ik doe liever geen nachten'. Daar houd ik rekening mee als ik de week verdeel.
  }
wish-whose = Over wie gaat dat?
wish-say-it-self = Laat { $name } dat zelf even schrijven, dan onthoud ik het.
wish-gone = Goed, dat heb ik weggehaald.
undo-wish = { $about }

button-myself = Over mezelf
button-not-so = Klopt niet
