around-begun = { $ring ->
    [none] {""}
    [nobody] Bij { $meant } is er niemand die kan.{" "}
   *[other] Goed, eerst { $ring }.{" "}
  }{ $count ->
    [1] Ik vraag het aan { $names }: { $what }, { $when }.
   *[other] Ik vraag { $names } voor { $count } beurten.
  } { $rest ->
    [none] Ieder privé, en nee zeggen mag.
    [all] Nu is het rusttijd: de vraag komt in de ochtend.
   *[some] Wie nu rusttijd heeft, krijgt de vraag in de ochtend.
  } { $form ->
    [u] Zegt iemand ja, of kan niemand, dan hoort u het.
   *[je] Zegt iemand ja, of kan niemand, dan hoor je het.
  }
around-waiting = Ik heb het al gevraagd aan { $names } en wacht op antwoord.{ $when ->
    [none] {""}
   *[other] {" "}Daarna vraag ik verder.
  } { $form ->
    [u] U hoort het als er iemand is.
   *[je] Je hoort het als er iemand is.
  }
around-tomorrow = Iedereen die kan, kreeg vandaag al een vraag van mij. Ik vraag { $when } verder, dan blijft het leuk om gevraagd te worden.
around-all-asked = { $form ->
    [u] Ik heb iedereen gevraagd die kan. Zal ik het nog een keer vragen?
   *[je] Ik heb iedereen gevraagd die kan. Zal ik het nog een keer vragen?
  }
around-nothing-open = { $ring ->
    [none] {""}
   *[other] Goed, voortaan vraag ik eerst { $ring }.{" "}
  }Er staat de komende twee weken niets open voor { $recipient }.
around-nobody-there = { $form ->
    [u] Er zit nog niemand in de kring van { $recipient } die ik kan vragen. Wilt u mensen uitnodigen?
   *[je] Er zit nog niemand in de kring van { $recipient } die ik kan vragen. Wil je mensen uitnodigen?
  }
around-stopped = Goed, ik vraag niemand meer. Wat open staat, blijft open.
around-not = Goed, ik vraag niemand voor { $what }. Het blijft open staan, wie wil kan het nemen.
around-failed = Voor { $about } bij { $recipient }, { $when }, is er nog niemand.
around-failed-more = Voor { $about } bij { $recipient }, { $when }, is naast { $names } nog iemand nodig.
around-failed-several = Voor deze beurten bij { $recipient } is er nog niemand:
    { $lines }
around-no-answer-yet = { $count ->
    [1] { $names } heeft nog niet geantwoord.
   *[other] { $names } hebben nog niet geantwoord.
  }
around-asked-in-the-morning = { $count ->
    [1] { $names } krijgt mijn vraag na de nacht.
   *[other] { $names } krijgen mijn vraag na de nacht.
  }
around-too-late-to-ask = De anderen slapen nu waarschijnlijk; ik maak ze niet wakker. Misschien even bellen?
around-everybody-asked = Ik heb iedereen gevraagd die kon.
around-nobody-else = Er doet nog niemand mee die ik kan vragen.
around-nobody-to-ask = Er is niemand die dan kan.
around-stays = { $count ->
    [1] Tot er iemand is, staat { $names } er nog.
   *[other] Tot er iemand is, staan { $names } er nog.
  }
around-support = Hulp van buiten: { $label }, { $number }.
around-what-now = { $form ->
    [u] Wat wilt u doen?
   *[je] Wat wil je doen?
  }
around-later = { $when ->
    [now] Ik vraag het zo meteen rond
    [soon] Ik vraag het straks rond
   *[other] Ik vraag het { $when } rond
  }{ $ring ->
    [all] {"."}
   *[other] {","} eerst { $ring }.
  }
around-later-alone = Zodra er iemand bij is, vraag ik het rond.
around-later-organiser = Meldt zich niemand, dan hoort wie de kring regelt het op tijd.
around-later-off = Rondvragen staat uit.
around-later-far = Twee weken van tevoren vraag ik het rond.
around-later-too-late = Rondvragen lukt niet meer op tijd: iedereen heeft nu rust.

button-other-time = Een ander moment
button-ask-again = Opnieuw vragen
button-ask-stop = Niet vragen
button-ask-not = Niet vragen
button-ask-now = Nu vragen
button-ask-after-all = Toch vragen
button-ask-around = Rondvragen

around-first-family = de familie
around-first-neighbours = vrienden en buren
around-first-volunteers = de vrijwilligers
around-first-paid = de betaalde hulp
