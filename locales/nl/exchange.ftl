exchange-nothing = { $name } heeft de komende weken geen beurt om met { $other } te ruilen.
exchange-which = Welke beurt van { $name } gaat naar { $other }?
exchange-confirm = Zal ik ze laten ruilen? { $one } doet dan: { $gets }. { $other } doet dan: { $gives }.{ $hindered ->
    [none] {""}
   *[other] {" "}Let op: voor { $hindered } kan dat lastig zijn, die heeft dan al iets of kan dan niet.
  } Ik laat het ze weten.
exchange-done = Geruild. { $one } doet nu: { $gets }. { $other } doet nu: { $gives }. Ik laat het ze weten.
exchange-told = { $form ->
    [u] { $name } heeft u met { $other } geruild, voor { $recipient }. U doet nu: { $about }. Kan dat? Nee is ook goed.
   *[je] { $name } heeft je met { $other } geruild, voor { $recipient }. Jij doet nu: { $about }. Kan dat? Nee is ook goed.
  }
