skip-all-confirm = Dan gaat er voor { $recipient } niets door { $period }: { $count ->
    [1] één beurt
   *[other] { $count } beurten
  }{ $tasks ->
    [none] {""}
   *[other] {" "}({ $tasks })
  }. De andere dagen blijven staan.{ $names ->
    [none] {""}
   *[other] {" "}{ $people ->
        [1] { $names } staat erop en krijgt bericht.
       *[other] { $names } staan erop en krijgen bericht.
      }
  } Zal ik dat doen?
skip-all-done = Afgezegd: alles { $period }, voor { $recipient }. De andere dagen blijven staan.{ $names ->
    [none] {""}
   *[other] {" "}Ik laat het { $names } weten.
  }{ $absent ->
    [none] {""}
   *[other] {" "}{ $absent } zit nog niet in de chat: { $form ->
        [u] zegt u het zelf even?
       *[je] zeg je het zelf even?
      }
  }
skip-all-none = Er staat { $period } niets op het rooster van { $recipient }. Ik verander dus niets.
skip-all-may-not = Alles afzeggen kan alleen wie de kring van { $recipient } regelt. { $form ->
    [u] Kunt u zelf niet? Schrijf dan bijvoorbeeld 'ik ben van 10 tot 20 april weg'.
   *[je] Kun je zelf niet? Schrijf dan bijvoorbeeld 'ik ben van 10 tot 20 april weg'.
  }
skip-all-about = alles { $period }
skip-all-own = { $tasks }, { $period }{ $count ->
    [1] {""}
   *[other] {" "}({ $count } beurten)
  }
skip-all-day = op { $day }
skip-all-days = van { $first } tot en met { $last }
skip-all-so-on = { $first } en zo verder ({ $count } keer, de laatste { $last })
skip-all-more = nog { $count } andere
