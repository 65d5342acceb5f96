# A family's group chat: the list that stands there, and tying it to a circle.

button-tie = Ja, koppel
button-untie = Ontkoppelen

# In the group, for all to see: never more than what, when and who does it.

groups-command = koppel
groups-in-private = In de groep praat ik niet mee. Stuur me een privébericht, dan help ik je graag.{ $link ->
    [none] {""}
   *[other] {" "}{ $link }
  }
groups-hello = Hoi! Ik help een familie of buurt om de zorg voor iemand te verdelen. In de groep ben ik stil: ik zet er alleen neer wat er nog open is. Wie de kring regelt, typt hier /koppel.
groups-who-may = Koppelen kan iemand die een kring regelt. Ben jij dat? Zeg me dan eerst privé gedag, en typ hier daarna nog eens /koppel.{ $link ->
    [none] {""}
   *[other] {" "}{ $link }
  }
groups-anonymous = Je schrijft hier anoniem, dus ik zie niet wie je bent. Zet anoniem even uit (bij de beheerders van de groep, achter je eigen naam) en typ het dan nog eens. Daarna mag het weer aan.
groups-asked = { $name }, ik heb je privé een vraag gestuurd.
groups-open = Wie kan er helpen voor { $recipient }?
groups-all-done = Voor { $recipient } is alles verdeeld. Dank jullie wel!
groups-nothing-open = Voor { $recipient } staat er nu niets open. Komt er iets bij, dan zie je het hier.
groups-take = { $number }. Ik doe het
groups-by = : { $names }
groups-board-old = Deze lijst is vervangen: de nieuwste staat verderop.
groups-board-untied = Deze lijst is gesloten: er komt hier niets meer bij.

# On the screen of who tapped, and nobody else's.

groups-tap-done = Fijn, { $name }! Het staat op jouw naam.
groups-tap-private = Kijk even in je privéchat met mij, daar leg ik het uit.
groups-tap-wait = Je hebt gevraagd om mee te doen. Zodra de organisator ja zegt, kun je hier tikken.
groups-tap-join = Wat fijn dat je wilt helpen! Je doet nog niet mee in deze kring. Stuur me privé een bericht, dan regelen we dat eerst.
groups-tap-gone = Deze lijst geldt niet meer. Stuur me gerust privé een bericht.

# In private.

groups-confirm = { $form ->
    [u] U wilt de groep "{ $group }" koppelen aan de kring van { $recipient }. Iedereen in die groep ziet dan wat er nog open is, wanneer, en wie het doet. Meer komt er nooit te staan: geen afmeldingen, geen bijzonderheden. Klopt dat?
   *[je] Je wilt de groep "{ $group }" koppelen aan de kring van { $recipient }. Iedereen in die groep ziet dan wat er nog open is, wanneer, en wie het doet. Meer komt er nooit te staan: geen afmeldingen, geen bijzonderheden. Klopt dat?
  }
groups-confirm-which = { $form ->
    [u] U wilt de groep "{ $group }" koppelen. Aan welke kring? Iedereen in die groep ziet dan wat er nog open is, wanneer, en wie het doet. Meer komt er nooit te staan: geen afmeldingen, geen bijzonderheden.
   *[je] Je wilt de groep "{ $group }" koppelen. Aan welke kring? Iedereen in die groep ziet dan wat er nog open is, wanneer, en wie het doet. Meer komt er nooit te staan: geen afmeldingen, geen bijzonderheden.
  }
groups-tied = Gekoppeld! In "{ $group }" staat nu wat er open is voor { $recipient }, en dat blijft bij. Wie daar tikt en nog niet meedoet, vraagt { $form ->
    [u] u
   *[je] je
  } eerst of het mag.
groups-tied-already = "{ $group }" is al gekoppeld aan de kring van { $recipient }.
groups-taken = "{ $group }" hoort al bij een andere kring. Wie die regelt, kan de groep losmaken met /ontkoppel.
groups-told = { $name } heeft de groep "{ $group }" gekoppeld. Daar staat nu wat er open is voor { $recipient }.
groups-untied = { $count ->
    [one] De groep { $group } is
   *[other] De groepen { $group } zijn
  } losgemaakt van de kring van { $recipient }. Er komt daar niets meer bij.
groups-none = Er is geen groep gekoppeld aan de kring van { $recipient }.
groups-left = Ik ben uit de groep "{ $group }" gehaald. Wat er open is voor { $recipient } staat daar dus niet meer. Weer koppelen kan altijd: zet me terug in de groep en typ daar /koppel.
groups-how = Zo koppel { $form ->
    [u] u
   *[je] je
  } een familiegroep op Telegram: zet me met { $link } in de groep, of typ /koppel als ik er al in zit. Ik vraag { $form ->
    [u] u
   *[je] je
  } dan hier of het klopt. Daarna staat in de groep wat er nog open is, met een knop om het te doen.
groups-no-telegram = Koppelen kan met een groep op Telegram, en Telegram staat hier niet aan.
