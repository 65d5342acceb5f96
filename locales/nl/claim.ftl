claim-open-for = Nog open voor { $recipient }:
claim-bundle = { $what } { $hours }: { $count ->
    [one] { $first }
   *[other] { $count } keer { $daily ->
        [yes] elke dag
       *[no] op { $days }
    }, van { $first } tot en met { $last }
}
claim-and-more = En nog { $count } daarna.
claim-places = (nog { $count ->
    [1] iemand
   *[other] { $count } mensen
  } nodig)
claim-nothing-open = Er staat nu niets open. Fijn dat { $form ->
    [u] u het vraagt
   *[je] je het vraagt
  }!
claim-nothing-fits = Daar vind ik geen open beurt bij.
claim-which = { $form ->
    [u] Welke wilt u doen?
   *[je] Welke wil je doen?
  }
claim-done = Fijn, { $name }! { $about }, voor { $recipient }: { $form ->
    [u] het staat op uw naam. Ik herinner u op tijd.
   *[je] het staat op jouw naam. Ik herinner je op tijd.
  }{ $others ->
    [none] {""}
   *[other] {" "}Ook { $others } is erbij.
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
   *[other] {" "}Ook { $others } is erbij.
  }{ $places ->
    [0] {""}
    [1] {" "}Er is nog iemand nodig.
   *[other] {" "}Er zijn nog { $places } mensen nodig.
  }
claim-back-told = { $name } kan toch wel: { $about }, voor { $recipient }.
claim-your-own = ({ $form ->
    [u] van u, ik zoek een ander
   *[je] van jou, ik zoek een ander
  })
claim-told = { $name } doet het: { $about }, voor { $recipient }.
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
claim-reserve = { $form ->
    [u] Dank u wel. U staat
   *[je] Dank je wel. Je staat
  } reserve voor { $about }. Is het nodig, { $form ->
    [u] dan hoort u het van mij.
   *[je] dan hoor je het van mij.
  }
claim-reserve-already = { $count ->
    [1] { $by } doet het
   *[other] { $by } doen het
  }, en { $form ->
    [u] u staat
   *[je] jij staat
  } al reserve: { $about }.
claim-past = Die beurt is al geweest.
claim-gone = Die beurt is er niet meer.
claim-many = Dat zijn { $count } beurten. Zal ik ze alle op { $form ->
    [u] uw
   *[je] jouw
  } naam zetten?
claim-about-many = { $what }{ $count ->
    [one] , { $first }
   *[other] { "" } ({ $count } keer, vanaf { $first })
}
claim-many-done = Fijn! { $about }: { $count ->
    [one] het staat
   *[other] ze staan
  } op { $form ->
    [u] uw naam.
   *[je] jouw naam.
  }{ $missed ->
    [0] {""}
    [1] {" "}Eén beurt had intussen iemand anders.
   *[other] {" "}{ $missed } beurten hadden intussen iemand anders.
  }
undo-claim = { $about }
undo-reserve = reserve voor { $about }

button-not-needed = Hoeft niet

claim-many-clash = { $form ->
    [u] { $count ->
        [1] Deze laat ik staan: dan heeft u al iets, of schikt het u niet.
       *[other] Deze { $count } laat ik staan: dan heeft u al iets, of schikt het u niet.
      }
   *[je] { $count ->
        [1] Deze laat ik staan: dan heb je al iets, of schikt het je niet.
       *[other] Deze { $count } laat ik staan: dan heb je al iets, of schikt het je niet.
      }
  }
    { $lines }
claim-told-anyway = { $name } doet het: { $about }, voor { $recipient }. Let op: { $name } heeft dan ook iets anders, en doet het toch.

button-leave-them = Laat staan
