load-title = De zorg voor { $recipient }, de laatste vier weken en de komende week: { $hours }. Alleen organisatoren zien dit.
load-heavy = { $name } doet { $hours } van de { $all }. Misschien kan er iets bij een ander.
load-heavy-own = { $form ->
    [u] U doet zelf { $hours } van de { $all }. U hoeft het niet alleen te doen. Zal ik iets rondvragen?
   *[je] Je doet zelf { $hours } van de { $all }. Je hoeft het niet alleen te doen. Zal ik iets rondvragen?
  }
load-own = { $form ->
    [u] In de laatste vier weken en de komende week doet u { $hours } voor { $recipient }. Dank u wel.
   *[je] In de laatste vier weken en de komende week doe je { $hours } voor { $recipient }. Dank je wel.
  }
load-nothing = Er is de laatste weken nog niets gedaan of afgesproken voor { $recipient }.
