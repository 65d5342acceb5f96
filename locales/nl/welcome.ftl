# Before somebody agreed nobody knows which form they like: "je" to all.
hello = Hoi!
hello-name = Hoi { $name }!
welcome-hello = { $hello } Ik help je de zorg voor iemand te verdelen, zodat niemand alles alleen hoeft te regelen. Ik bewaar je naam, je beurten en wat je mij voor de kring vertelt, alleen voor jullie kring. Wissen kan altijd met 'vergeet mij'. Is dat goed?
welcome-over = Is het gevaar voorbij? Dan kunnen we beginnen.
welcome-invited = { $hello } Je bent gevraagd om mee te helpen rond { $recipient }. Ik bewaar je naam, je beurten en wat je mij voor de kring vertelt, alleen voor jullie kring. Wissen kan altijd met 'vergeet mij'. Is dat goed?
welcome-invited-recipient = { $hello } Je familie verdeelt hier de hulp voor jou, en jij kunt meekijken en meebeslissen. Ik bewaar je naam en wat je mij vertelt, alleen voor jullie kring. Wissen kan altijd met 'vergeet mij'. Is dat goed?
welcome-invited-organisation = { $hello } Je bent gevraagd als vrijwilliger van { $recipient }. Als er ergens iemand nodig is, vraag ik het je hier. Ik bewaar je naam en je beurten, en laat ze alleen zien aan { $recipient } en aan de mensen die je helpt. Wissen kan altijd met 'vergeet mij'. Is dat goed?
welcome-invited-coordinator = { $hello } Je bent gevraagd om als coördinator mee te kijken met de kring rond { $recipient }. Ik bewaar je naam en wat je mij vertelt, alleen voor de kringen waar je in meekijkt. Wissen kan altijd met 'vergeet mij'. Is dat goed?
welcome-more = Ik ben een programma dat de zorg helpt verdelen: wie komt wanneer, en wie neemt het over. Ik bewaar namen, beurten, notities voor de kring en instellingen, zolang je meedoet. Alleen mensen in jullie kring zien ze. Ik verkoop niets en gebruik het nergens anders voor. Met 'wat weet je van mij?' zie je alles en met 'vergeet mij' wis je het. Is dat goed?
welcome-words = Graag, maar eerst dit: mag ik je naam, je beurten en wat je mij voor de kring vertelt bewaren? Dan kan ik je helpen.
welcome-with-bad-code = Hoi! { $about } Ik kan je ook zonder code op weg helpen. Dan bewaar ik je naam, je beurten en wat je mij vertelt, alleen voor jullie kring. Wissen kan altijd met 'vergeet mij'. Is dat goed?
welcome-bad-code = Die code ken ik niet, of hij is verlopen. Vraag gerust een nieuwe aan wie je uitnodigde.
welcome-slow-down = Met die codes lukt het nu een paar keer niet. Wacht een kwartiertje en probeer het dan nog eens.
welcome-agreed = Fijn, { $name }! Wil je een zorgkring maken voor iemand, of heb je een code gekregen?
welcome-declined = Helemaal goed. Ik bewaar niets over je en stuur je niets meer. Bedenk je je, schrijf dan 'start'.
welcome-declined-invited = Helemaal goed. Ik bewaar niets over je en stuur je niets meer. Bedenk je je, stuur dan de code nog een keer of tik weer op de link.
welcome-again = Je zei eerder liever niet, en dat is prima. Wil je toch beginnen? Dan bewaar ik je naam, je beurten en wat je mij voor de kring vertelt.
welcome-inside = Fijn, dan hoef je niet opnieuw mee te doen. Schrijf me waar we elkaar al kennen: '{ $wish }'. Je krijgt daar een code. Stuur me die hier, dan weet ik dat jij het bent.
welcome-inside-wish = ik wil ook op { $channel }
welcome-nothing-kept = Ik weet nog niets van je, ook je naam bewaar ik niet. Alleen waar je berichten vandaan komen, om te kunnen antwoorden.
welcome-ask-name = Fijn! Hoe heet je? Een voornaam is genoeg.
welcome-ask-name-again = Ik wil graag weten hoe ik je mag noemen. Typ je je voornaam?
welcome-back = { $form ->
    [u] Dag { $name }! Wat wilt u doen?
   *[je] Hoi { $name }! Wat wil je doen?
  }

button-inside = Ik doe al mee
button-read-more = Meer lezen
