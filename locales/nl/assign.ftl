assign-which = Welke beurt wordt voor { $who }?
assign-done = Staat erin: { $who } doet het, { $about }. { $joined ->
    [yes] { $who } krijgt bericht en mag nee zeggen.
   *[no] { $who } zit nog niet in de chat: { $form ->
        [u] zegt u het zelf even?
       *[je] zeg je het zelf even?
      }
  }
assign-there-already = { $who } staat er al op: { $about }.
assign-taken = { $count ->
    [1] { $by } doet het
   *[other] { $by } doen het
  } al: { $about }. Zal ik { $who } in de plaats zetten?
assign-replaced = { $by } heeft { $name } gevraagd in { $form ->
    [u] uw plaats: { $about }. U hoeft niet te gaan.
   *[je] jouw plaats: { $about }. Je hoeft niet te gaan.
  }
undo-assign = { $about }
