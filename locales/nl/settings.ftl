settings-overview = { $form ->
    [u] Zo staat het nu. { $reminders } { $quiet } { $address } Wat wilt u veranderen?
   *[je] Zo staat het nu. { $reminders } { $quiet } { $address } Wat wil je veranderen?
  }
settings-reminders-are = { $form ->
    [u] Ik herinner u { $lengths } van tevoren aan een beurt.
   *[je] Ik herinner je { $lengths } van tevoren aan een beurt.
  }
settings-reminders-off = { $form ->
    [u] Ik stuur u geen herinneringen.
   *[je] Ik stuur je geen herinneringen.
  }
settings-days = { $days ->
    [one] een dag
   *[other] { $days } dagen
  }
settings-quiet-span = tussen { $begin } en { $end }
settings-quiet-are = { $form ->
    [u] { $spans } laat ik u met rust.
   *[je] { $spans } laat ik je met rust.
  }
settings-quiet-none = { $form ->
    [u] U heeft geen stille uren.
   *[je] Je hebt geen stille uren.
  }
settings-rest = { $form ->
    [u] Tot { $until } krijgt u geen berichten.
   *[je] Tot { $until } krijg je geen berichten.
  }
settings-form = { $form ->
    [u] Ik zeg 'u' tegen u.
   *[je] Ik zeg 'je' tegen je.
  }
settings-ask-reminders = { $form ->
    [u] { $reminders } Wanneer wilt u het horen?
   *[je] { $reminders } Wanneer wil je het horen?
  }
settings-reminders-set = Goed. { $reminders }
settings-reminders-odd = { $form ->
    [u] Dat kan ik niet instellen. Het kan van 5 minuten tot een week van tevoren. Wat wilt u?
   *[je] Dat kan ik niet instellen. Het kan van 5 minuten tot een week van tevoren. Wat wil je?
  }
settings-ask-quiet = { $form ->
    [u] { $quiet } Wanneer wilt u rust? U kunt ook iets anders typen, zoals 'stille uren van 21 tot 9'.
   *[je] { $quiet } Wanneer wil je rust? Je kunt ook iets anders typen, zoals 'stille uren van 21 tot 9'.
  }
settings-quiet-set = Goed. { $quiet }
settings-quiet-odd = { $form ->
    [u] Dan blijft er bijna geen tijd over om u iets te laten weten. Welke uren wilt u rust?
   *[je] Dan blijft er bijna geen tijd over om je iets te laten weten. Welke uren wil je rust?
  }
settings-form-set = { $form ->
    [u] Goed, ik zeg voortaan u.
   *[je] Goed, ik zeg voortaan je.
  }
settings-form-already = { $form ->
    [u] Ik zeg al u.
   *[je] Ik zeg al je.
  }
undo-settings-reminders = wanneer ik herinner
undo-settings-quiet = de stille uren
undo-settings-form = hoe ik { $form ->
    [u] u aanspreek
   *[je] je aanspreek
  }

button-settings = Instellingen
button-reminders = Herinneringen
button-quiet = Stille uren
button-say-u = Zeg maar u
button-say-je = Zeg maar je
button-my-data = Mijn gegevens
button-also-day = Ook een dag vooraf
button-day-and-hour = Een dag en een uur
button-day = Een dag vooraf
button-hour = Een uur vooraf
button-quarter = Een kwartier vooraf
button-none = Geen herinneringen
button-quiet-hours = { $begin } - { $end }
button-no-quiet = Geen stille uren
