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
note-told = { $name } schreef dit op voor wie de volgende keer bij { $recipient } komt: "{ $said }"
note-kept-told = Genoteerd voor de volgende, en ik geef het door aan { $names }. Dank{ $form ->
    [u] {" "}u
   *[je] {" "}je
  }!
