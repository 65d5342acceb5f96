about-who-sees = { $form ->
    [u] Wat u mij schrijft, laat ik niemand in de kring lezen; wie mij beheert, kan er technisch wel bij. Wat u plant, doet of afzegt en wat u als notitie doorgeeft, { $recipients ->
        [none] ziet alleen wie met u in een kring zit.
       *[other] zien de mensen die meedoen in de kring van { $recipients }.
    }
   *[je] Wat je mij schrijft, laat ik niemand in de kring lezen; wie mij beheert, kan er technisch wel bij. Wat je plant, doet of afzegt en wat je als notitie doorgeeft, { $recipients ->
        [none] ziet alleen wie met je in een kring zit.
       *[other] zien de mensen die meedoen in de kring van { $recipients }.
    }
  }
about-sells = { $form ->
    [u] Nee. Ik verkoop niets en gebruik uw gegevens nergens anders voor. Ze zijn er alleen voor de kring. Wissen kan altijd met 'vergeet mij'.
   *[je] Nee. Ik verkoop niets en gebruik je gegevens nergens anders voor. Ze zijn er alleen voor de kring. Wissen kan altijd met 'vergeet mij'.
  }
about-costs = { $form ->
    [u] Ik vraag u nooit om geld. Een bericht sturen kost alleen uw gewone internet.
   *[je] Ik vraag je nooit om geld. Een bericht sturen kost alleen je gewone internet.
  }
about-robot = Ik ben een programma, geen mens. Ik help de zorg te verdelen: wie komt wanneer, en wie neemt het over.
button-what-is-kept = Wat bewaar je?
