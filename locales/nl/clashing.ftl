clash-overlap = { $form ->
    [u] Dan doet u al iets anders: { $other } ({ $span }). Het gaat om { $about }. Wat past?
   *[je] Dan doe je al iets anders: { $other } ({ $span }). Het gaat om { $about }. Wat past?
  }
clash-travel = { $form ->
    [u] Dat is krap: vlak daarvoor of daarna heeft u { $other } ({ $span }). Het gaat om { $about }. Wat past?
   *[je] Dat is krap: vlak daarvoor of daarna heb je { $other } ({ $span }). Het gaat om { $about }. Wat past?
  }
clash-rest = { $form ->
    [u] Dan komt u net uit een nacht, of die begint dan: { $other } ({ $span }). Het gaat om { $about }. Wat past?
   *[je] Dan kom je net uit een nacht, of die begint dan: { $other } ({ $span }). Het gaat om { $about }. Wat past?
  }
clash-away = { $form ->
    [u] U zei dat u er dan niet bent: { $about }. Wat past?
   *[je] Je zei dat je er dan niet bent: { $about }. Wat past?
  }
clash-unsuited = { $form ->
    [u] U zei dat het u dan niet schikt: { $about }. Wat past?
   *[je] Je zei dat het je dan niet schikt: { $about }. Wat past?
  }
clash-of-other = { $name } heeft dan al iets, of kan dan niet: { $about }. Wat past?
clash-plan-some = { $summary } Op { $dates }{ $more ->
    [0] {""}
   *[other] {" "}en nog { $more } keer
  } { $own ->
    [yes] { $form ->
        [u] heeft u dan al iets, of schikt het u niet.
       *[je] heb je dan al iets, of schikt het je niet.
      }
   *[no] kan { $names } niet.
  } Zal ik die open laten?
clash-plan-other = Maar { $name } heeft dan al iets, of kan dan niet. Wat past?
clash-instead = { $name } doet het
clash-later = { $length } later
clash-earlier = { $length } eerder
clash-ask = { $name } vragen
clash-swap = Ruilen met { $name }

button-leave-open = Open laten
