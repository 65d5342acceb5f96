load-why = Bij het verdelen kijk ik wie er kan, wie dit het liefst doet en wie de laatste weken het minst had. Anders verdelen kan altijd.
load-title = De zorg voor { $recipient }, de laatste vier weken en de komende week: { $hours }. Alleen organisatoren zien dit.
load-parts = Per dagdeel: { $list }.
load-part = { $part ->
    [morning] 's ochtends
    [afternoon] 's middags
    [evening] 's avonds
   *[night] 's nachts
  } { $hours }
load-heavy = { $name } doet { $hours } van de { $all }, het meest { $part ->
    [morning] 's ochtends
    [afternoon] 's middags
    [evening] 's avonds
   *[night] 's nachts
  } ({ $of_it }). { $open ->
    [morning] Er { $count ->
        [1] staat één ochtend
       *[other] staan { $count } beurten 's ochtends
      } open. Zal ik daar hulp voor vragen?
    [afternoon] Er { $count ->
        [1] staat één middag
       *[other] staan { $count } beurten 's middags
      } open. Zal ik daar hulp voor vragen?
    [evening] Er { $count ->
        [1] staat één avond
       *[other] staan { $count } beurten 's avonds
      } open. Zal ik daar hulp voor vragen?
    [night] Er { $count ->
        [1] staat één nacht
       *[other] staan { $count } nachten
      } open. Zal ik daar hulp voor vragen?
   *[none] Misschien kan er iets bij een ander.
  }
load-heavy-own = { $form ->
    [u] U doet
   *[je] Je doet
  } zelf { $hours } van de { $all }, het meest { $part ->
    [morning] 's ochtends
    [afternoon] 's middags
    [evening] 's avonds
   *[night] 's nachts
  } ({ $of_it }). { $form ->
    [u] U hoeft het niet alleen te doen.
   *[je] Je hoeft het niet alleen te doen.
  } { $way ->
    [open] Er { $count ->
        [1] staat
       *[other] staan
      } { $open ->
        [morning] 's ochtends
        [afternoon] 's middags
        [evening] 's avonds
       *[night] 's nachts
      } { $count ->
        [1] één beurt
       *[other] { $count } beurten
      } open. Zal ik daar hulp voor vragen?
    [own] { $form ->
        [u] Zal ik vragen wie { $count ->
            [1] uw beurt
           *[other] uw { $count } beurten
          } van de komende twee weken
       *[je] Zal ik vragen wie { $count ->
            [1] jouw beurt
           *[other] jouw { $count } beurten
          } van de komende twee weken
      } { $open ->
        [morning] 's ochtends
        [afternoon] 's middags
        [evening] 's avonds
       *[night] 's nachts
      } kan overnemen? { $form ->
        [u] Tot er iemand is, blijft u ervoor staan.
       *[je] Tot er iemand is, blijf jij ervoor staan.
      }
   *[none] Er staat nu niets open.
  }
load-ask = { $part ->
    [morning] Hulp 's ochtends
    [afternoon] Hulp 's middags
    [evening] Hulp 's avonds
   *[night] Hulp 's nachts
  }
load-part-filled = Daar staat intussen niets meer open.
load-asked = { $names ->
    [none] Niemand in de kring kan dan. Wie zou er nog mee kunnen doen?
   *[other] Ik vraag { $names } wie { $part ->
        [morning] 's ochtends
        [afternoon] 's middags
        [evening] 's avonds
       *[night] 's nachts
      } kan ({ $count ->
        [1] één beurt
       *[other] { $count } beurten
      }). { $form ->
        [u] U hoort het als er iemand is.
       *[je] Je hoort het als er iemand is.
      }
  }
load-own = { $form ->
    [u] In de laatste vier weken en de komende week doet u { $hours } voor { $recipient }. Dank u wel.
   *[je] In de laatste vier weken en de komende week doe je { $hours } voor { $recipient }. Dank je wel.
  }
load-nothing = Er is de laatste weken nog niets gedaan of afgesproken voor { $recipient }.
