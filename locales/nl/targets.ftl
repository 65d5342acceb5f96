targets-none = Er staat niets op het rooster dat nog moet komen.
targets-none-fits = Dat vind ik niet op het rooster.
targets-too-far = { $what } staat zo ver vooruit nog niet op het rooster. Zeg het me dichter bij die tijd nog eens.
targets-which = { $form ->
    [u] Welke bedoelt u?
   *[je] Welke bedoel je?
  }
targets-only = Alleen { $day }

button-following = Deze en volgende
button-whole-series = Alle
button-leave-it = Laat maar staan
targets-other-day = { $day } staat { $what } niet op het rooster. { $form ->
    [u] Bedoelt u
   *[je] Bedoel je
  } { $about }?
