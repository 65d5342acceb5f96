edit-ask-shift = { $form ->
    [u] Welke beurt wilt u verzetten?
   *[je] Welke beurt wil je verzetten?
  }
edit-ask-when = Wat wordt het? Noem een dag, een tijd of hoe lang het duurt.
edit-which-moment = { $form ->
    [u] Wanneer bedoelt u?
   *[je] Wanneer bedoel je?
  }
edit-past = Dat is al geweest. Wanneer wordt het?
edit-same = Zo staat het al: { $about }.
edit-from-to = { $what } gaat van { $before } naar { $after }.
edit-takes = Het duurt { $length }.
edit-people = Er { $count ->
    [1] is 1 iemand
   *[other] zijn { $count } mensen
  } nodig.
edit-confirm = { $change } { $names } { $count ->
    [1] rekent
   *[other] rekenen
  } erop. Zal ik het veranderen en het laten weten?
edit-scope = { $change } Dit komt vaker terug. { $form ->
    [u] Welke beurten bedoelt u?
   *[je] Welke beurten bedoel je?
  }{ $names ->
    [none] {""}
   *[other] {" "}{ $names } krijgt bericht.
  }
edit-since = { $change } En alle keren daarna ook. Klopt dat?{ $names ->
    [none] {""}
   *[other] {" "}{ $names } krijgt bericht.
  }
edit-done = { $change }{ $count ->
    [1] {""}
   *[other] {" "}Dat zijn { $count } beurten.
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
edit-joined = { $count ->
    [1] { $names } stond reserve en doet nu mee.
   *[other] { $names } stonden reserve en doen nu mee.
  }
edit-told = { $name } heeft voor { $recipient } iets veranderd. { $change }{ $count ->
    [0] {""}
    [1] {""}
   *[other] {" "}Dat geldt voor { $count } beurten van { $form ->
        [u] u.
       *[je] jou.
      }
  }{ $asks ->
    [yes] {" "}Kan dat nog? Nee is ook goed.
   *[no] {""}
  }
edit-clash = { $change } { $own ->
    [yes] { $form ->
        [u] Maar dan heeft u al iets anders, of het schikt u dan niet.
       *[je] Maar dan heb je al iets anders, of het schikt je dan niet.
      }
   *[no] Maar { $names } heeft dan al iets, of kan dan niet.
  } Wat past?
edit-clash-some = { $change } Maar op { $dates } { $own ->
    [yes] { $form ->
        [u] heeft u al iets anders, of schikt het u niet.
       *[je] heb je al iets anders, of schikt het je niet.
      }
   *[no] kan { $names } dan niet.
  } Wat past?
edit-freed-told = { $form ->
    [u] { $name } heeft voor { $recipient } iets veranderd. { $change } Dan heeft u al iets of kunt u niet, dus ik zoek iemand anders. U hoeft niet te komen.
   *[je] { $name } heeft voor { $recipient } iets veranderd. { $change } Dan heb je al iets of kun je niet, dus ik zoek iemand anders. Je hoeft niet te komen.
  }
edit-freed-organiser = { $change } (voor { $recipient }) { $names } kan dan niet. Ik zoek iemand anders.
edit-anyway-organiser = { $change } (voor { $recipient }) Let op: { $names } heeft dan ook iets anders, en doet het toch.
edit-one-by-one = Een hele reeks van dit soort kan ik niet naar een andere dag zetten. Eén beurt wel, of zeg de reeks af en plan een nieuwe.
undo-edit = de verandering van { $about }

button-someone-else = Zoek iemand anders
