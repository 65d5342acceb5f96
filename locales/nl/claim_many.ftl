claim-bundle = { $what } { $hours }: { $count ->
    [one] { $first }
   *[other] { $count } keer { $daily ->
        [yes] elke dag
       *[no] op { $days }
    }, van { $first } tot en met { $last }
}
claim-all-taken = Daar is al iemand voor:
claim-many = { $count ->
    [1] Dat is één beurt. Zal ik die
    [2] Dat zijn 2 beurten. Zal ik ze allebei
   *[other] Dat zijn { $count } beurten. Zal ik ze alle { $count }
  } op { $form ->
    [u] uw
   *[je] jouw
  } naam zetten?
claim-onward = De keren daarna ook, tot { $form ->
    [u] u
   *[je] je
  } iets anders zegt.
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
button-leave-them = Laat staan
