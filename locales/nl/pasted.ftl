pasted-proposal = Dit lees ik, voor { $recipient }. Zal ik { $count ->
    [1] deze beurt
   *[other] deze { $count } beurten
  } op het rooster zetten?
pasted-proposal-series = Dit lees ik, voor { $recipient }. Zal ik het zo op het rooster zetten?
pasted-left = { $count ->
    [1] Eén regel laat ik weg, daar mis ik een dag of een tijd: { $left }.
   *[other] Deze laat ik weg, daar mis ik een dag of een tijd: { $left }.
  }
pasted-new = { $count ->
    [1] { $names } zit
   *[other] { $names } zitten
  } niet in de kring. Wat bij die naam staat, blijft nog open.
pasted-none = Goed, dan zet ik er niets van op het rooster.
pasted-gone = Dit is al geweest: { $gone }.
pasted-unread = Hier maak ik geen beurt van: { $lines }.
pasted-which-week = { $form ->
    [u] Voor welke week bedoelt u dit?
   *[je] Voor welke week bedoel je dit?
  } Een deel van deze week is al voorbij.
pasted-this-week = Deze week
pasted-next-week = Volgende week
pasted-ask-time = Hoe laat is { $what } ({ $days })?
button-leave-out = Laat weg
pasted-nothing = Ik zie beurten ({ $left }), maar niet wanneer: ik mis een dag of een tijd, of die is al geweest. { $form ->
    [u] Stuurt u ze nog eens, bijvoorbeeld: 'di 10:00 boodschappen Piet'?
   *[je] Stuur je ze nog eens, bijvoorbeeld: 'di 10:00 boodschappen Piet'?
  }
pasted-done = Staat erin: { $count ->
    [1] een beurt
   *[other] { $count } beurten
  } voor { $recipient }.
pasted-told = { $name } heeft { $form ->
    [u] u
   *[je] je
  } ingepland voor { $recipient }: { $about }. { $form ->
    [u] Kijkt u even of het past?
   *[je] Kijk je even of het past?
  }
pasted-about = { $count ->
    [1] een beurt
   *[other] { $count } beurten
  } van een lijstje
undo-pasted = { $about }

button-all-in = Ja, zet erin
pasted-which-hour = Eerst even: hoe laat is { $what }?
