checkout-text = { $what } voor { $recipient } ({ $clock }): is het gelukt?
checkout-text-other = { $what } voor { $recipient } ({ $clock }), door { $name }: is het gelukt?
checkout-thanks-other = Genoteerd: { $name } heeft het gedaan. Bedank { $name } ook van ons! { $form ->
    [u] Wilt u iets doorgeven voor de volgende? Eén regel is genoeg.
   *[je] Wil je iets doorgeven voor de volgende? Eén regel is genoeg.
  }
checkout-early = { $form ->
    [u] { $about } begint pas { $when }. Is dat al gedaan?
   *[je] { $about } begint pas { $when }. Is dat al gedaan?
  }
checkout-thanks = { $form ->
    [u] Dank u wel, { $name }! Wilt u iets doorgeven voor de volgende? Eén regel is genoeg.
   *[je] Dank je wel, { $name }! Wil je iets doorgeven voor de volgende? Eén regel is genoeg.
  }
checkout-not-done = { $form ->
    [u] Dank dat u het zegt. Wilt u kort opschrijven wat er was? Het hoeft niet.
   *[je] Dank dat je het zegt. Wil je kort opschrijven wat er was? Het hoeft niet.
  }
checkout-thanks-noted = { $form ->
    [u] Dank u wel, { $name }! Ik heb het genoteerd voor de volgende.
   *[je] Dank je wel, { $name }! Ik heb het genoteerd voor de volgende.
  }
checkout-thanks-other-noted = Genoteerd: { $name } heeft het gedaan. Bedank { $name } ook van ons! Wat erbij stond, is genoteerd voor de volgende.
checkout-not-done-noted = { $form ->
    [u] Dank dat u het zegt. Ik heb het genoteerd voor de volgende.
   *[je] Dank dat je het zegt. Ik heb het genoteerd voor de volgende.
  }
checkout-thanks-alone = { $form ->
    [u] Dank u wel, { $name }!
   *[je] Dank je wel, { $name }!
  }
checkout-thanks-other-alone = Genoteerd: { $name } heeft het gedaan. Bedank { $name } ook van ons!
checkout-not-done-alone = { $form ->
    [u] Dank dat u het zegt.
   *[je] Dank dat je het zegt.
  }
checkout-not-done-told = { $name } laat weten dat het niet gelukt is voor { $recipient }: { $what }.{ $remark ->
    [none] {""}
   *[other] {" "}"{ $remark }"
  }
undo-reported = gedaan: { $about }
undo-not-done = niet gelukt: { $about }
button-yes-done = Ja, gedaan
button-done = Gedaan
button-not-done = Niet gelukt
checkout-after-all-told = Het is toch nog gelukt voor { $recipient }: { $what }, door { $name }.
checkout-again = { $form ->
    [u] Bedoelt u dat het gelukt is?
   *[je] Bedoel je dat het gelukt is?
  }
