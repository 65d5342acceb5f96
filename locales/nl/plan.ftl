plan-ask-what = Wat moet er gebeuren? Bijvoorbeeld: naar de huisarts, boodschappen.
plan-ask-date = Wanneer? Noem de dag en de tijd, bijvoorbeeld: donderdag half 3.
plan-ask-time = Hoe laat?
plan-unsure-what = { $form ->
    [u] Eén woord is genoeg, zoals 'boodschappen'. Wilt u het later doen, schrijf dan 'stop'.
   *[je] Eén woord is genoeg, zoals 'boodschappen'. Wil je het later doen, schrijf dan 'stop'.
  }
plan-unsure-date = Kies een dag die ongeveer past. Verzetten kan altijd nog.
plan-unsure-time = Kies een tijd die ongeveer past. Verzetten kan altijd nog.
plan-at = om { $clock }
plan-doubt = { $form ->
    [u] Bedoelt u { $alternatives }?
   *[je] Bedoel je { $alternatives }?
  }
plan-doubt-weekday = De dag en de datum passen niet bij elkaar. Wordt het { $alternatives }?
plan-doubt-who = { $form ->
    [u] Wie bedoelt u?
   *[je] Wie bedoel je?
  }
plan-past = { $form ->
    [u] { $when } is al geweest. Welke dag en hoe laat bedoelt u?
   *[je] { $when } is al geweest. Welke dag en hoe laat bedoel je?
  }
plan-no-such-day = { $form ->
    [u] { $day } bestaat niet. Welke dag bedoelt u?
   *[je] { $day } bestaat niet. Welke dag bedoel je?
  }
plan-odd-duration = Een beurt duurt bij mij minstens 5 minuten en hooguit een etmaal. Hoe lang duurt het?
plan-confirm = { $summary } Klopt dat?
plan-for = Voor { $recipient }: { $what }
plan-length = { $length }
plan-length-guessed = ongeveer { $length }
plan-people = Er zijn { $count } mensen nodig.
plan-without = Niet op { $days }.
plan-without-more = Niet op { $days }, en zo verder.
plan-without-none = De vrije dagen in die tijd ken ik nog niet.
plan-critical = Het mag niet gemist worden.
plan-who = { $mix ->
    [own] { $form ->
        [u] U doet het.
       *[je] Jij doet het.
      }
    [both] { $form ->
        [u] U doet het met { $who }.
       *[je] Jij doet het met { $who }.
      }
   *[others] { $doers ->
        [1] { $who } doet het.
       *[other] { $who } doen het.
      }
  }
plan-new-who = { $doers ->
    [1] { $who } doet het. Die zit nog niet in de kring; ik zet { $who } alvast op het rooster.
   *[other] { $who } doen het. Die zitten nog niet in de kring; ik zet ze alvast op het rooster.
  }
plan-new-who-helper = { $doers ->
    [1] { $who } zit nog niet in de kring. Uitnodigen doet de organisator; ik zet het open voor iedereen.
   *[other] { $who } zitten nog niet in de kring. Uitnodigen doet de organisator; ik zet het open voor iedereen.
  }
plan-clock-skipped = Let op: die nacht gaat de klok een uur vooruit en { $clock } bestaat dan niet. Daarom een uur later.
plan-clock-twice = Let op: die nacht gaat de klok een uur terug en is het twee keer { $clock }. Ik houd de eerste aan.
plan-not-others = Iemand anders inplannen doet de organisator; ik zet het open voor iedereen.
plan-done-by-itself = { $count ->
    [1] Staat erin: { $about }. Ik vraag er niemand voor.
   *[other] Staat erin: { $count } beurten, de eerste is { $about }. Ik vraag er niemand voor.
  }
plan-set-aside = { $form ->
    [u] U was ook bezig met: { $what }. Zal ik daarmee verdergaan?
   *[je] Je was ook bezig met: { $what }. Zal ik daarmee verdergaan?
  }
plan-goes-on = Alles rond { $recipient } staat stil, maar dit gaat dan wel door.
plan-done = { $count ->
    [1] Staat erin: { $about }. Nog niemand doet het.
   *[other] Staat erin: { $count } beurten, de eerste is { $about }. Nog niemand doet ze.
  } { $follows }
plan-done-who = { $count ->
    [1] Staat erin: { $about }.
   *[other] Staat erin: { $count } beurten, de eerste is { $about }.
  } { $mix ->
    [own] { $form ->
        [u] Het staat op uw naam, ik herinner u op tijd.
       *[je] Het staat op jouw naam, ik herinner je op tijd.
      }
    [both] { $form ->
        [u] U doet het met { $who }.
       *[je] Jij doet het met { $who }.
      }
   *[others] Op naam van { $who }.{ $absent ->
        [none] {" "}Ik vraag of het kan.
       *[other] {""}
      }
  }{ $left ->
    [0] {""}
    [1] {" "}Eén daarvan staat nog open.
   *[other] {" "}{ $left } daarvan staan nog open.
  }{ $absent ->
    [none] {""}
   *[other] {" "}{ $absent } zit nog niet in de chat: { $form ->
        [u] zegt u het zelf even?
       *[je] zeg je het zelf even?
      }
  }
plan-shares = Op naam komt: { $shares }.
plan-done-shares = Staat erin: { $count ->
    [1] één beurt
   *[other] { $count } beurten
  }, de eerste is { $about }. Voortaan op naam: { $shares }.{ $left ->
    [0] { "" }
    [1] { " " }Eén beurt staat nog open.
   *[other] { " " }{ $left } beurten staan nog open.
  }
plan-told = { $name } heeft { $form ->
    [u] u
   *[je] je
  } ingepland voor { $recipient }: { $what }, { $when }. Kan dat? Nee is ook goed.
plan-what-differs = { $form ->
    [u] Wat moet er anders? U kunt het ook zo schrijven: 'woensdag', 'om 3 uur' of 'duurt 2 uur'.
   *[je] Wat moet er anders? Je kunt het ook zo schrijven: 'woensdag', 'om 3 uur' of 'duurt 2 uur'.
  }
plan-nothing-made = Daar komt geen enkele beurt uit. Schrijf het nog eens, met een dag en een tijd.
already-move = { $about }, staat al op het rooster. Zal ik dat verzetten naar { $clock }?
already-open = { $about }, staat al open. Zal ik het nu rondvragen?
already-open-for = { $about }, staat nog open. Zal ik { $name } vragen?
already-open-several = Dit staat dan nog open. Zal ik het nu rondvragen?
already-taken = { $about }, staat al op het rooster. { $names } doet het. { $form ->
    [u] Wilt u er nog een beurt bij?
   *[je] Wil je er nog een beurt bij?
  }
already-yours = { $about }, staat op { $form ->
    [u] uw
   *[je] jouw
  } naam. Zal ik er iemand anders voor zoeken?
already-several = { $form ->
    [u] Dit staat er die dag al. Wilt u er nog een beurt bij?
   *[je] Dit staat er die dag al. Wil je er nog een beurt bij?
  }
already-nobody = nog niemand
undo-plan = { $about }

button-i-do-it = Ik doe het zelf
button-i-do-all = Ik doe ze zelf
button-ask-all = Iedereen vragen
button-is-fine = Is goed
button-other-when = Een ander moment
button-other-what = Iets anders
button-neither = Anders
button-go-on = Ja, ga verder
button-yes-move = Ja, verzetten
button-something-new = Nee, iets nieuws
button-one-more = Nog een beurt
button-find-other = Iemand anders
button-code-of = Code maken
plan-first = Eerst dit: { $what }.
plan-unplanned = Dat staat nog niet op het rooster.
plan-unplanned-first = Dat staat nog niet op het rooster. Ik zet ze er één voor één op.
plan-accepted = { $name } vindt het goed, voor { $recipient }: { $about }.
plan-by-turns = { $names } om de beurt.
plan-done-turns = Staat erin: { $count } beurten, de eerste is { $about }.
