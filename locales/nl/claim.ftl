claim-which = { $form ->
    [u] Welke wilt u doen?
   *[je] Welke wil je doen?
  }
claim-done = Fijn, { $name }! { $about }, voor { $recipient }: { $form ->
    [u] het staat op uw naam.{ $begun ->
        [yes] {""}
       *[no] {" "}Ik herinner u op tijd.
    }
   *[je] het staat op jouw naam.{ $begun ->
        [yes] {""}
       *[no] {" "}Ik herinner je op tijd.
    }
  }{ $others ->
    [none] {""}
   *[other] {" "}{ $form ->
        [u] U doet
       *[je] Je doet
      } het samen met { $others }.
  }{ $places ->
    [0] {""}
    [1] {" "}Er is nog iemand nodig.
   *[other] {" "}Er zijn nog { $places } mensen nodig.
  }
claim-back = Fijn, { $name }, dan blijft het van { $form ->
    [u] u
   *[je] jou
  }: { $about }, voor { $recipient }. Ik zoek niemand anders meer.{ $others ->
    [none] {""}
   *[other] {" "}{ $form ->
        [u] U doet
       *[je] Je doet
      } het samen met { $others }.
  }{ $places ->
    [0] {""}
    [1] {" "}Er is nog iemand nodig.
   *[other] {" "}Er zijn nog { $places } mensen nodig.
  }
claim-back-told = { $name } kan toch wel: { $about }, voor { $recipient }.
claim-told = { $name } doet het: { $about }, voor { $recipient }.
claim-told-onward = { $name } doet het voortaan: { $about }, voor { $recipient }.
claim-relieved = { $name } heeft { $about } van { $form ->
    [u] u overgenomen. U hoeft
   *[je] je overgenomen. Je hoeft
  } niet meer te gaan.
claim-yours = Die staat al op { $form ->
    [u] uw
   *[je] jouw
  } naam: { $about }.
claim-taken = { $count ->
    [1] { $by } doet het
   *[other] { $by } doen het
  } al: { $about }. { $form ->
    [u] Wilt u
   *[je] Wil je
  } reserve staan, voor als er iets tussenkomt?
claim-reserve-already = { $count ->
    [1] { $by } doet het
   *[other] { $by } doen het
  }, en { $form ->
    [u] u staat
   *[je] jij staat
  } al reserve: { $about }.
claim-past = Die beurt is al geweest.
claim-gone = Die beurt is er niet meer.
undo-claim = { $about }
claim-nothing-then = Op { $days } staat er niets.
button-not-needed = Hoeft niet

claim-told-anyway = { $name } doet het: { $about }, voor { $recipient }. Let op: { $name } heeft dan ook iets anders, en doet het toch.
claim-later = Dan is er niets open, later wel. Zal ik deze op { $form ->
    [u] uw
   *[je] jouw
  } naam zetten?
claim-whole = { $what } duurt van { $begins } tot { $ends }. { $form ->
    [u] Lukt het u zo lang?
   *[je] Lukt het je zo lang?
  }
