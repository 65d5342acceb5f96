# Hours that suit somebody as a rule.
suits-open = Fijn! Dan { $count ->
    [1] staat dit open:
   *[other] staan deze open:
  }
    { $lines }
    { $count ->
        [1] Zal ik die op { $form ->
            [u] uw
           *[je] jouw
          } naam zetten?
       *[other] Zal ik ze op { $form ->
            [u] uw
           *[je] jouw
          } naam zetten?
      }
suits-open-either = Fijn! Dan staan deze open:
    { $lines }
    { $form ->
        [u] Welke zal ik op uw naam zetten?
       *[je] Welke zal ik op jouw naam zetten?
      }
suits-none-open = Fijn om te weten. Er staat dan nu niets open.
suits-once-or-always = { $form ->
    [u] Bedoelt u alleen deze keer, { $day }? Of is het elke week zo?
   *[je] Bedoel je alleen deze keer, { $day }? Of is het elke week zo?
  }
button-this-once = Alleen deze keer
button-every-week = Elke week
suits-only = { $form ->
    [u] Genoteerd: u kunt alleen { $about }. Voor andere tijden vraag ik u niets.
   *[je] Genoteerd: je kunt alleen { $about }. Voor andere tijden vraag ik je niets.
  }
suits-only-hours = { $form ->
    [u] Genoteerd: { $days } kunt u alleen { $hours }. Voor andere tijden vraag ik u dan niets.
   *[je] Genoteerd: { $days } kun je alleen { $hours }. Voor andere tijden vraag ik je dan niets.
  }
undo-suits = alleen beschikbaar { $about }
