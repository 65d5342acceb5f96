hello = Hoi!
hello-name = Hoi { $name }!
welcome-hello = { $hello } Ik help je de zorg voor iemand te verdelen, zodat niemand alles alleen hoeft te regelen. Ik bewaar je naam, je beurten en wat je mij voor de kring vertelt, alleen voor jullie kring. Wissen kan altijd met 'vergeet mij'. Is dat goed?
welcome-invited = { $hello } Je bent uitgenodigd om mee te helpen rond { $recipient }. Ik bewaar je naam, je beurten en wat je mij voor de kring vertelt, alleen voor jullie kring. Wissen kan altijd met 'vergeet mij'. Is dat goed?
welcome-more = Ik ben een programma dat de zorg helpt verdelen: wie komt wanneer, en wie neemt het over. Ik bewaar namen, beurten, notities voor de kring en instellingen, zolang je meedoet. Alleen mensen in jullie kring zien ze. Ik verkoop niets en gebruik het nergens anders voor. Met 'wat weet je van mij?' zie je alles en met 'vergeet mij' wis je het. Is dat goed?
welcome-agreed = Fijn, { $name }! Wil je een zorgkring maken voor iemand, of heb je een code gekregen?
welcome-declined = Helemaal goed. Ik bewaar niets over je en stuur je niets meer. Bedenk je je, schrijf dan 'start'.
welcome-again = Je zei eerder liever niet. Dat is prima. Wil je toch beginnen?
welcome-bad-code = Die code ken ik niet, of hij is verlopen. Kijk je hem nog eens na? Je kunt ook om een nieuwe vragen.
welcome-slow-down = Dat is een paar keer niet gelukt. Wacht even een kwartier en probeer het dan nog eens, met de code erbij.
welcome-ask-name = Hoe heet je?
welcome-back = { $form ->
    [u] Dag { $name }! Wat wilt u doen?
   *[je] Hoi { $name }! Wat wil je doen?
  }
welcome-words = Ik kan nu nog niets voor je doen: eerst wil ik weten of het goed is dat ik iets bewaar. Is dat goed?

button-read-more = Meer lezen
