plan-ask-what = { $form ->
    [u] Wat moet er gebeuren? Bijvoorbeeld: naar de huisarts, boodschappen.
   *[je] Wat moet er gebeuren? Bijvoorbeeld: naar de huisarts, boodschappen.
  }
plan-ask-date = Wanneer: welke dag, en hoe laat?
plan-ask-time = Hoe laat?
plan-which-moment = { $form ->
    [u] Wanneer bedoelt u?
   *[je] Wanneer bedoel je?
  }
plan-past = { $form ->
    [u] { $when } is al geweest. Welke dag en hoe laat bedoelt u?
   *[je] { $when } is al geweest. Welke dag en hoe laat bedoel je?
  }
plan-odd-duration = Een beurt duurt bij mij minstens 5 minuten en hooguit een etmaal. Hoe lang duurt het?
plan-ask-minutes = Hoe lang duurt het?
plan-confirm = { $summary } Klopt dat?
plan-summary = Voor { $recipient }: { $what }, { $when }, ongeveer { $length }.{ $people ->
    [1] {""}
   *[other] {" "}Met { $people } mensen.
  }{ $named ->
    [yes] {" "}Op naam van { $who }.
   *[no] {""}
  }
plan-summary-series = Voor { $recipient }: { $what }, { $rule }, ongeveer { $length }.{ $people ->
    [1] {""}
   *[other] {" "}Met { $people } mensen.
  }{ $named ->
    [yes] {" "}Op naam van { $who }.
   *[no] {""}
  }
plan-done = { $named ->
    [yes] Staat erin: { $about }, op naam van { $who }.
   *[no] { $count ->
        [1] Staat erin: { $about }. Nog niemand doet het; wie 'wat staat er open?' vraagt, ziet het.
       *[other] Staat erin: { $count } beurten, de eerste is { $about }. Ze staan open; wie 'wat staat er open?' vraagt, ziet ze.
      }
  }
plan-told = { $name } heeft { $form ->
    [u] u
   *[je] je
  } ingepland voor { $recipient }: { $what }, { $when }. Kan dat? Nee is ook goed.
plan-what-differs = { $form ->
    [u] Wat moet er anders? U kunt het ook zo schrijven: 'nee, woensdag' of 'om 3 uur'.
   *[je] Wat moet er anders? Je kunt het ook zo schrijven: 'nee, woensdag' of 'om 3 uur'.
  }
plan-nothing-made = Daar komt geen enkele beurt uit. Schrijf het nog eens, met een dag en een tijd.
undo-plan = { $about }

button-i-do-it = Ik doe het zelf
button-is-fine = Is goed
button-other-when = Een ander moment
button-other-what = Iets anders
