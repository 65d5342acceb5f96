# Hours that suit somebody as a rule.
suits-only = { $form ->
    [u] Genoteerd: u kunt alleen { $about }. Voor andere tijden vraag ik u niets.
   *[je] Genoteerd: je kunt alleen { $about }. Voor andere tijden vraag ik je niets.
  }
suits-only-hours = { $form ->
    [u] Genoteerd: { $days } kunt u alleen { $hours }. Voor andere tijden vraag ik u dan niets.
   *[je] Genoteerd: { $days } kun je alleen { $hours }. Voor andere tijden vraag ik je dan niets.
  }
undo-suits = alleen beschikbaar { $about }
