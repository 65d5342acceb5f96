arrival-ask = { $what } voor { $recipient }, { $clock } uur. { $form ->
    [u] Laat u even weten dat u er bent?
   *[je] Laat je even weten dat je er bent?
  }
arrival-absent = { $name } heeft nog niet laten weten er te zijn: { $what } voor { $recipient }, { $clock } uur. Misschien even bellen?
arrival-there = { $form ->
    [u] Fijn dat u er bent. Doe { $recipient } de groeten.
   *[je] Fijn dat je er bent. Doe { $recipient } de groeten.
  }
arrival-all-well = Fijn, dan is het goed.
arrival-critical = { $what } mag niet gemist worden. Wie het doet, laat bij het begin weten er te zijn. { $form ->
    [u] Gebeurt dat niet, dan hoort u het na een kwartier.
   *[je] Gebeurt dat niet, dan hoor je het na een kwartier.
  }
arrival-not-critical = Goed, { $what } hoeft niemand meer te melden.
arrival-which = Welke beurt mag niet gemist worden? { $about }
undo-critical = { $about }: mag niet gemist worden

button-there = Ik ben er
button-later-there = Ik ben later
button-all-well = Het is in orde
button-no-alerts = Niet meer melden
