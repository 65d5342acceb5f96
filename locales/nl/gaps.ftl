gaps-moved-up = { $name ->
    [none] { $form ->
        [u] Er is een plek vrijgekomen, en u stond reserve
       *[je] Er is een plek vrijgekomen, en jij stond reserve
      }
   *[other] { $name } kan toch niet, en { $form ->
        [u] u stond reserve
       *[je] jij stond reserve
      }
  }: { $about }, voor { $recipient }. { $form ->
    [u] { $count ->
        [1] Het staat nu op uw naam.
       *[other] Ze staan nu op uw naam.
      } Komt het u toch niet uit? Nee is ook goed.
   *[je] { $count ->
        [1] Het staat nu op jouw naam.
       *[other] Ze staan nu op jouw naam.
      } Komt het je toch niet uit? Nee is ook goed.
  }
gaps-filled = Wie reserve stond, doet het nu, voor { $recipient }:
    { $list }
button-after-all-not = Toch niet
