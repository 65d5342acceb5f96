assign-which = Welke beurt wordt voor { $who }?
assign-done = Staat erin: { $who } doet het, { $about }. { $joined ->
    [self] { $who } krijgt bericht en mag nee zeggen.
    [you] { $form ->
        [u] Zegt u het { $who } zelf? Ik herinner u eraan.
       *[je] Zeg je het { $who } zelf? Ik herinner je eraan.
      }
    [voice] Wie het voor { $who } meldt, krijgt bericht.
   *[nobody] { $who } zit nog niet in de chat: { $form ->
        [u] zegt u het zelf even?
       *[je] zeg je het zelf even?
      }
  }
assign-there-already = { $who } staat er al op: { $about }.
assign-taken = { $count ->
    [1] { $by } doet het
   *[other] { $by } doen het
  } al: { $about }.{ $instead ->
    [yes] {" "}Zal ik { $who } in de plaats zetten?
   *[no] {""}
  }
assign-replaced = { $by } heeft { $name } gevraagd in { $form ->
    [u] uw plaats: { $about }. U hoeft niet te gaan.
   *[je] jouw plaats: { $about }. Je hoeft niet te gaan.
  }
undo-assign = { $about }
