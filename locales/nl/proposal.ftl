proposal-begun = Ik maak een voorstel voor { $count ->
    [1] de open beurt
   *[other] de { $count } open beurten
  } bij { $recipient }. { $form ->
    [u] U krijgt het zo van mij.
   *[je] Je krijgt het zo van mij.
  }
proposal-again = { $form ->
    [u] Ik zoek een andere verdeling. U krijgt hem zo.
   *[je] Ik zoek een andere verdeling. Je krijgt hem zo.
  }
proposal-title = { $form ->
    [u] Dit stel ik voor bij { $recipient }. Alleen u ziet dit, en er staat nog niets vast.
   *[je] Dit stel ik voor bij { $recipient }. Alleen jij ziet dit, en er staat nog niets vast.
  }
proposal-same = Een andere verdeling vind ik niet: anderen kunnen op deze momenten niet. Er staat nog niets vast.
proposal-you = { $form ->
    [u] u
   *[je] jij
  }
proposal-why = { $why ->
    [only-one] kan als enige
    [others-cannot] de anderen kunnen dan niet
    [minds-least] past het best
    [has-least] { $again ->
        [yes] ook dan nog de meeste ruimte
       *[no] { $mine ->
            [yes] { $form ->
                [u] heeft de meeste ruimte
               *[je] hebt de meeste ruimte
              }
           *[no] heeft de meeste ruimte
          }
      }
    [fixed] stond er al op
    [wished] past hier ook bij
   *[balance] { $again ->
        [yes] hoort bij een eerlijk deel
       *[no] zo blijft het eerlijk
      }
  }
proposal-why-cannot = { $count ->
    [1] en { $names } kan dan niet
   *[other] en { $names } kunnen dan niet
  }
proposal-some = { $count ->
    [1] Alleen deze dus?
   *[other] Welke niet? Kies wat eruit moet, of schrijf '1 en 3' of 'niet die van Piet'.
  }
proposal-without = Zonder { $n }
proposal-accepted-before = Dat voorstel is al akkoord. Wat nog open staat, kan ik opnieuw verdelen met 'verdeel de week'.
proposal-left = Hier vind ik niemand voor:
proposal-left-why = { $why ->
    [away] niemand kan dan
    [busy] wie dan kan, doet al iets anders
    [resting] wie dan kan, moet eerst uitrusten
    [full] wie dan kan, doet al genoeg
   *[other] de een kan niet, de ander doet al iets
  }
proposal-then = { $others ->
    [0] { $form ->
        [u] Vindt u het goed, dan zet ik het op uw naam.
       *[je] Vind je het goed, dan zet ik het op jouw naam.
      }
   *[other] { $form ->
        [u] Vindt u het goed, dan vraag ik ieder privé of het lukt. Pas met een ja staat het vast.
       *[je] Vind je het goed, dan vraag ik ieder privé of het lukt. Pas met een ja staat het vast.
      }
  }
proposal-about = het voorstel
proposal-accepted = { $own ->
    [0] Goed.
   *[other] Goed. Op { $form ->
        [u] uw
       *[je] jouw
      } naam staat nu: { $about }.
  }{ $asked ->
    [0] { "" }
   *[other] { " " }Ik vraag { $names } of het lukt. { $form ->
        [u] U hoort het van mij.
       *[je] Je hoort het van mij.
      }
  }
proposal-dropped = Goed, dan blijft alles zoals het was.
proposal-overtaken = Daar is intussen iets aan veranderd: die beurten zijn vergeven of gaan niet meer.
proposal-failed = Een voorstel maken is me nu niet gelukt. Er is niets veranderd. Zal ik de open beurten rondvragen?
proposal-may-not = { $form ->
    [u] De week verdelen doet de organisator van de kring. Zelf iets oppakken mag altijd, graag zelfs.
   *[je] De week verdelen doet de organisator van de kring. Zelf iets oppakken mag altijd, graag zelfs.
  }
proposal-nothing-open = Er valt niets te verdelen: voor { $recipient } staat er in die tijd niets open.
proposal-open-later = De komende week staat er niets open voor { $recipient }. Het eerste is op { $day }. Zal ik de week daarna verdelen?
button-proposal-good = Zo is het goed
button-proposal-other = Ander voorstel
button-proposal-some = Een deel ervan
button-proposal-these = Zo is het goed
button-drop = Laat maar
