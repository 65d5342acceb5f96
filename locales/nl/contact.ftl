contact-may-not = De nummers voor op de koelkast zet de organisator erop. Geef het gerust door.
contact-kept = Genoteerd: { $label }, { $number }. Het komt op het blad voor de koelkast van { $recipient }.
contact-title = Deze nummers staan op het blad voor de koelkast van { $recipient }:
contact-none = { $form ->
    [u] Er staan nog geen nummers op het blad voor de koelkast. Schrijft u er een? Bijvoorbeeld: het nummer van de huisarts is 010-1234567.
   *[je] Er staan nog geen nummers op het blad voor de koelkast. Schrijf je er een? Bijvoorbeeld: het nummer van de huisarts is 010-1234567.
  }
contact-full = Er passen { $count } nummers op het blad. Welk nummer mag eraf?
contact-away = { $label } staat er niet meer op.
contact-away-already = Dat nummer stond er al niet meer op.
button-contacts = Alle nummers
button-contact-away = Weg: { $label }
contact-own-kept = Goed: { $number } staat met { $form ->
    [u] uw naam op het blad voor de koelkast van { $recipient }. U kunt het er altijd weer afhalen.
   *[je] je naam op het blad voor de koelkast van { $recipient }. Je kunt het er altijd weer afhalen.
  }
contact-own-which = { $form ->
    [u] Welk nummer mag erop? Schrijf bijvoorbeeld: 'mijn nummer 06-12345678 mag op het blad'.
   *[je] Welk nummer mag erop? Schrijf bijvoorbeeld: 'mijn nummer 06-12345678 mag op het blad'.
  }
contact-own-full = Het blad is vol met nummers. Vraag de organisator of er een af mag.
button-own-away = Haal eraf
