reminder-text = { $far ->
    [yes] { $when }: { $what }, voor { $recipient }.
   *[no] { $when }: { $what }, voor { $recipient } ({ $clock }).
  }
reminder-in = over { $length }
reminder-now = nu
reminder-handover = Laatste bericht van { $who }: "{ $text }"
reminder-checkout = { $what } voor { $recipient } ({ $clock }): is het gelukt?
reminder-going = Fijn, { $name }. { $today ->
    [yes] Tot straks!
   *[no] Tot { $when }!
  }
reminder-for-other = Voor { $name }, { $text }
reminder-checkout-other = { $what } voor { $recipient } ({ $clock }), door { $name }: is het gelukt?
reminder-goes = Fijn, dan gaat { $name } naar { $recipient }. { $form ->
    [u] Dank u voor het doorgeven.
   *[je] Dank je voor het doorgeven.
  }
reminder-thanks-other = Genoteerd: { $name } heeft het gedaan. Bedank { $name } ook van ons! { $form ->
    [u] Wilt u iets doorgeven voor de volgende? Eén regel is genoeg.
   *[je] Wil je iets doorgeven voor de volgende? Eén regel is genoeg.
  }
reminder-none-near-other = Ik zie nu geen beurt van { $name } waar dat over gaat. Op het rooster staat wanneer { $name } komt.
reminder-please = { $form ->
    [u] Laat u even weten of het lukt?
   *[je] Laat je even weten of het lukt?
  }
reminder-done-early = { $form ->
    [u] { $about } begint pas { $when }. Is dat al gedaan?
   *[je] { $about } begint pas { $when }. Is dat al gedaan?
  }
reminder-late = Geen probleem, ik geef het door: { $length } later.
reminder-late-told = { $name } komt { $length } later voor { $recipient }: { $what }.
reminder-a-little = wat
reminder-thanks = { $form ->
    [u] Dank u wel, { $name }! Wilt u iets doorgeven voor de volgende? Eén regel is genoeg.
   *[je] Dank je wel, { $name }! Wil je iets doorgeven voor de volgende? Eén regel is genoeg.
  }
reminder-not-done = { $form ->
    [u] Dank dat u het zegt. Wilt u kort opschrijven wat er was? Het hoeft niet.
   *[je] Dank dat je het zegt. Wil je kort opschrijven wat er was? Het hoeft niet.
  }
reminder-thanks-noted = { $form ->
    [u] Dank u wel, { $name }! Ik heb het genoteerd voor de volgende.
   *[je] Dank je wel, { $name }! Ik heb het genoteerd voor de volgende.
  }
reminder-thanks-other-noted = Genoteerd: { $name } heeft het gedaan. Bedank { $name } ook van ons! Wat erbij stond, is genoteerd voor de volgende.
reminder-not-done-noted = { $form ->
    [u] Dank dat u het zegt. Ik heb het genoteerd voor de volgende.
   *[je] Dank dat je het zegt. Ik heb het genoteerd voor de volgende.
  }
reminder-not-done-told = { $name } laat weten dat het niet gelukt is voor { $recipient }: { $what }.{ $remark ->
    [none] {""}
   *[other] {" "}"{ $remark }"
  }
reminder-ask-note = { $form ->
    [u] Wat wilt u doorgeven?
   *[je] Wat wil je doorgeven?
  }
reminder-noted = Genoteerd voor de volgende. Dank{ $form ->
    [u] {" "}u
   *[je] {" "}je
  }!
reminder-off = { $form ->
    [u] Die beurt staat niet meer op uw naam.
   *[je] Die beurt staat niet meer op jouw naam.
  }
reminder-none-near = { $form ->
    [u] Ik zie nu geen beurt van u waar dat over gaat. Schrijf 'mijn beurten' om te zien waar u op staat.
   *[je] Ik zie nu geen beurt van jou waar dat over gaat. Schrijf 'mijn beurten' om te zien waar je op staat.
  }
undo-reported = gedaan: { $about }
undo-not-done = niet gelukt: { $about }
undo-note = de notitie "{ $about }"

button-yes-done = Ja, gedaan
button-going = Ik ga
button-done = Gedaan
button-not-done = Niet gelukt
button-no-note = Nee, hoor
button-goes = { $name } gaat
button-comes = Komt goed
