door-shut = { $form ->
    [u] Bel nog eens aan, kijk door het raam en bel { $recipient } op. Vertrouwt u het niet, bel dan 112.{ $names ->
        [none] {""}
       *[other] {" "}Ik laat het { $names } nu weten.
    }
   *[je] Bel nog eens aan, kijk door het raam en bel { $recipient } op. Vertrouw je het niet, bel dan 112.{ $names ->
        [none] {""}
       *[other] {" "}Ik laat het { $names } nu weten.
    }
  }
door-shut-told = { $name } staat bij { $recipient } voor de deur en er wordt niet opengedaan. Bel { $name } of { $recipient } even.
door-not-told = Over de sleutel is bij { $recipient } nog niets opgeschreven.{ $names ->
    [none] {" "}Wie het weet, kan het doorgeven, bijvoorbeeld zo: 'noteer: de sleutel hangt in de schuur'.
   *[other] {" "}Bel { $names } even, die weet het misschien.
  }
door-open = Gelukkig! Ik geef het door{ $names ->
    [none] {""}
   *[other] {" "}aan { $names }
  }.
door-open-told = { $name } laat weten dat het goed is bij { $recipient }.
