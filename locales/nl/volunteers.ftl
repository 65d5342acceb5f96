volunteers-ask-name = { $form ->
    [u] Van welke organisatie bent u coördinator? Dan onthoud ik wie daar vrijwilliger is.
   *[je] Van welke organisatie ben je coördinator? Dan onthoud ik wie daar vrijwilliger is.
  }
volunteers-first-a-name = { $form ->
    [u] Van welke organisatie bent u coördinator? Daarna maak ik een code waarmee vrijwilligers zich aanmelden.
   *[je] Van welke organisatie ben je coördinator? Daarna maak ik een code waarmee vrijwilligers zich aanmelden.
  }
volunteers-begun = Goed, { $organisation }. Er zijn nog geen vrijwilligers. Zal ik een code maken waarmee ze zich aanmelden?
volunteers-are = { $count ->
    [1] Bij { $organisation } is er één vrijwilliger: { $who }.
   *[other] Vrijwilligers van { $organisation }: { $who }.
  } Staat er ergens iets open, dan { $form ->
    [u] kunt u hen vragen.
   *[je] kun je hen vragen.
  }
volunteers-none = Bij { $organisation } zijn nog geen vrijwilligers. Met een code melden ze zich aan.
volunteers-code = Met deze code kan iemand vrijwilliger worden bij { $organisation }: { $code }
    Hij werkt twee weken, voor iedereen aan wie { $form ->
        [u] u hem stuurt.
       *[je] je hem stuurt.
    } Pas als iemand ja zegt op een beurt, komt die in de kring van die familie.

button-volunteers = Mijn vrijwilligers
button-volunteer-invite = Code maken
