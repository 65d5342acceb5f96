note-ask = { $form ->
    [u] Wat wilt u doorgeven?
   *[je] Wat wil je doorgeven?
  }
note-kept = Genoteerd voor de volgende. Dank{ $form ->
    [u] {" "}u
   *[je] {" "}je
  }!
undo-note = de notitie "{ $about }"
button-no-note = Nee, hoor
