join-ask-code = { $form ->
    [u] Welke code heeft u gekregen? Hij bestaat uit drie groepjes van vier, zoals K7QF-M2XD-9TPA.
   *[je] Welke code heb je gekregen? Hij bestaat uit drie groepjes van vier, zoals K7QF-M2XD-9TPA.
  }
join-bad-code = { $form ->
    [u] Die code ken ik niet, of hij is verlopen. Kijkt u hem nog eens na, of vraag een nieuwe aan wie u uitnodigde.
   *[je] Die code ken ik niet, of hij is verlopen. Kijk je hem nog eens na, of vraag een nieuwe aan wie je uitnodigde.
  }
join-slow-down = { $form ->
    [u] Dat is nu een paar keer niet gelukt. Wacht een kwartiertje en probeer het dan nog eens.
   *[je] Dat is nu een paar keer niet gelukt. Wacht een kwartiertje en probeer het dan nog eens.
  }
join-there-already = { $form ->
    [u] U zit al in de kring van { $recipient }.
   *[je] Je zit al in de kring van { $recipient }.
  }
join-welcome = { $form ->
    [u] Fijn dat u meedoet, { $name }! U zit nu in de kring rond { $recipient }. Vraag gerust 'wat staat er open?'. Nee zeggen mag altijd.
   *[je] Fijn dat je meedoet, { $name }! Je zit nu in de kring rond { $recipient }. Vraag gerust 'wat staat er open?'. Nee zeggen mag altijd.
  }
join-told = { $name } doet mee in de kring van { $recipient }.
join-asked = { $form ->
    [u] Dank u wel. Ik heb gevraagd of u bij de kring van { $recipient } kunt. U hoort het van mij.
   *[je] Dank je wel. Ik heb gevraagd of je bij de kring van { $recipient } kunt. Je hoort het van mij.
  }
join-told-asked = { $name } wil graag meehelpen bij { $recipient }. Mag { $name } erbij?

button-let-in = Ja, welkom
button-keep-out = Nee
