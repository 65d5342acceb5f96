cancel-confirm = { $names } { $count ->
    [1] rekent
   *[other] rekenen
  } hierop: { $about }. Zal ik het afzeggen? Ik laat het dan weten.
cancel-or-release = { $form ->
    [u] U staat zelf op { $about }. Gaat het helemaal niet door, of kunt u alleen niet?
   *[je] Je staat zelf op { $about }. Gaat het helemaal niet door, of kun jij alleen niet?
  }{ $names ->
    [none] {""}
   *[other] {" "}({ $names } is er ook bij.)
  }
cancel-all = Dat zijn { $count } beurten. De eerste is { $about }. Zal ik ze allemaal afzeggen?{ $names ->
    [none] {""}
   *[other] {" "}{ $names } krijgt bericht.
  }
cancel-scope = Dit komt vaker terug: { $about }. Wat zal ik afzeggen?{ $names ->
    [none] {""}
   *[other] {" "}{ $names } krijgt bericht.
  }
cancel-series = { $count ->
    [1] { $about }
   *[other] { $about }, en wat daarna komt ({ $count } beurten)
  }
cancel-done = Afgezegd: { $about }.{ $names ->
    [none] {""}
   *[other] {" "}Ik laat het { $names } weten.
  }{ $absent ->
    [none] {""}
   *[other] {" "}{ $absent } zit nog niet in de chat: { $form ->
        [u] zegt u het zelf even?
       *[je] zeg je het zelf even?
      }
  }
cancel-told = Dit gaat niet door, voor { $recipient }: { $about }. { $name } zegt het af, { $form ->
    [u] u hoeft niet te komen.
   *[je] je hoeft niet te komen.
  }
undo-cancel = afzegging van { $about }

button-call-it-off = Gaat niet door
button-only-i-cannot = Alleen ik kan niet
