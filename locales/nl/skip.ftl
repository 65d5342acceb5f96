skip-confirm = Dan gaat dit niet door: { $what } op { $days }. De andere keren blijven staan.{ $names ->
    [none] {""}
   *[other] {" "}{ $people ->
        [1] { $names } staat daarop en krijgt bericht.
       *[other] { $names } staan daarop en krijgen bericht.
      }
  } Zal ik dat doen?
skip-done = Afgezegd: { $what } op { $days }. De andere keren blijven staan.{ $names ->
    [none] {""}
   *[other] {" "}Ik laat het { $names } weten.
  }{ $absent ->
    [none] {""}
   *[other] {" "}{ $absent } zit nog niet in de chat: { $form ->
        [u] zegt u het zelf even?
       *[je] zeg je het zelf even?
      }
  }
skip-none = In die dagen staat er geen { $what }. Ik verander dus niets.
skip-over = Vanaf die dag komt er al geen { $what } meer. Ik verander dus niets.
skip-about = { $what } op { $days }
skip-many = { $count } dagen, van { $first } tot en met { $last }
skip-so-on = { $first } en zo verder ({ $count } dagen tot en met { $last })
skip-whole = alle dagen van { $first } tot en met { $last }
stop-confirm = { $last ->
    [none] Dan komt er geen { $what } meer.
   *[other] Dan is de laatste keer { $what } op { $last }. Daarna stopt het.
  }{ $names ->
    [none] {""}
   *[other] {" "}{ $people ->
        [1] { $names } staat op een beurt daarna en krijgt bericht.
       *[other] { $names } staan op een beurt daarna en krijgen bericht.
      }
  } Klopt dat?
stop-done = { $last ->
    [none] Er komt geen { $what } meer.
   *[other] De laatste keer { $what } is { $last }. Daarna stopt het.
  }{ $names ->
    [none] {""}
   *[other] {" "}Ik laat het { $names } weten.
  }{ $absent ->
    [none] {""}
   *[other] {" "}{ $absent } zit nog niet in de chat: { $form ->
        [u] zegt u het zelf even?
       *[je] zeg je het zelf even?
      }
  }
stop-about = { $what } vanaf { $day }
