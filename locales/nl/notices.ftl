notices-title = { $form ->
    [u] Dit krijgt u van mij:
   *[je] Dit krijg je van mij:
  }
    { $lines }
    Kies wat er aan of uit mag. Een tijd kan ook: 'dagoverzicht om 7 uur', 'weekoverzicht op zaterdag'.
notices-is-on = aan
notices-is-off = uit
notices-is-only = alleen voor { $what }
notices-only = { $form ->
    [u] Goed. Ik vraag u alleen nog voor { $what }, en stuur geen overzichten. Aan uw eigen beurten herinner ik u wel.
   *[je] Goed. Ik vraag je alleen nog voor { $what }, en stuur geen overzichten. Aan je eigen beurten herinner ik je wel.
  }
notices-only-none = { $form ->
    [u] Ik ken nog geen beurten voor { $about }. U kunt ook kiezen welke berichten u krijgt.
   *[je] Ik ken nog geen beurten voor { $about }. Je kunt ook kiezen welke berichten je krijgt.
  }
notices-only-reminders = { $form ->
    [u] Goed. Ik stuur u alleen nog herinneringen aan uw eigen beurten, en antwoord op wat u mij schrijft.
   *[je] Goed. Ik stuur je alleen nog herinneringen aan je eigen beurten, en antwoord op wat je mij schrijft.
  }
notices-on = Goed, dit staat aan: { $what }.
notices-off = Goed, dit staat uit: { $what }.
notices-week = het weekoverzicht, { $day } { $clock ->
    [none] 19:00
   *[other] { $clock }
  }
notices-day = het dagoverzicht { $clock ->
    [none] op dagen met meer dan één beurt, om 08:00
   *[other] op dagen dat { $form ->
        [u] u
       *[je] je
      } een beurt hebt, om { $clock }
  }
notices-wellbeing = eens per maand de vraag hoe het gaat
notices-ask = vragen of { $form ->
    [u] u een beurt wilt doen
   *[je] je een beurt wilt doen
  }
notices-checkout = na een beurt de vraag of het gelukt is
notices-unanswered = bericht als iemand niet laat weten of het lukt
notices-absent = bericht als iemand er niet is bij wat niet gemist mag worden
notices-which-day = { $form ->
    [u] Op welke dag wilt u het weekoverzicht?
   *[je] Op welke dag wil je het weekoverzicht?
  }
undo-messages = welke berichten ik stuur

button-messages = Welke berichten
button-other-day = Andere dag
button-notices-week = Weekoverzicht
button-notices-day = Dagoverzicht
button-notices-wellbeing = Hoe gaat het
button-notices-ask = Vragen
button-notices-checkout = Is het gelukt
button-notices-unanswered = Niet bevestigd
button-notices-absent = Niet gekomen
