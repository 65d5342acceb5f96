lend-no-organisation = { $form ->
    [u] Ik weet nog niet van welke organisatie u bent. Zullen we dat eerst doen?
   *[je] Ik weet nog niet van welke organisatie je bent. Zullen we dat eerst doen?
  }
lend-nobody = Bij { $organisation } is nog niemand die ik kan vragen. Met een code melden vrijwilligers zich aan.
lend-whom = { $form ->
    [u] Wie zal ik vragen voor { $about }, bij { $recipient }? Eerst vraag ik de familie of het goed is.
   *[je] Wie zal ik vragen voor { $about }, bij { $recipient }? Eerst vraag ik de familie of het goed is.
  }
lend-filled = Daar is al iemand voor, of het is te laat. Fijn dat { $form ->
    [u] u meedenkt.
   *[je] je meedenkt.
  }
lend-filled-told = Voor { $about }, bij { $recipient }, is intussen al iemand. Bedankt voor het aanbod.
lend-gone = Die vrijwilliger is er niet meer. Er is niemand gevraagd.
lend-asked = Ik heb de familie van { $recipient } gevraagd of het goed is: { $who }, voor { $about }. { $form ->
    [u] U hoort het van mij.
   *[je] Je hoort het van mij.
  }
lend-asked-already = Voor { $about }, bij { $recipient }, ligt er al een vraag bij de familie. Zodra die antwoordt, { $form ->
    [u] hoort u het.
   *[je] hoor je het.
  }
lend-asks-organiser = { $name } van { $organisation } kan { $count ->
    [1] een vrijwilliger
   *[other] vrijwilligers
  } vragen voor { $about }: { $who }. Wie het doet, komt als vrijwilliger in de kring van { $recipient } en ziet het rooster. Is dat goed?
lend-asks-organiser-crew = { $name } van { $organisation } biedt een groep aan voor { $about }, bij { $recipient }: { $who }, { $count } mensen. Is dat goed?
lend-settled = Daar is al op geantwoord.
lend-agreed = Fijn. Ik vraag het aan { $who }. Zegt iemand ja, dan { $form ->
    [u] hoort u het meteen.
   *[je] hoor je het meteen.
  }
lend-agreed-told = { $name } vindt het goed. Ik heb { $who } gevraagd voor { $about }.
lend-refused = Goed, dan blijft het zoals het was. Ik laat het weten.
lend-refused-told = De familie van { $recipient } zoekt voor { $about } liever zelf iemand. Bedankt voor het aanbod.
lend-asks-volunteer = Hoi { $name }, { $organisation } zoekt iemand voor { $recipient }: { $about }, { $length }. { $form ->
    [u] Kunt u dat doen? Nee is ook goed.
   *[je] Kun jij dat doen? Nee is ook goed.
  }
lend-yes = Fijn, { $name }! { $about }, bij { $recipient }: { $form ->
    [u] het staat op uw naam. U ziet nu ook het rooster van die kring, en ik herinner u op tijd.
   *[je] het staat op jouw naam. Je ziet nu ook het rooster van die kring, en ik herinner je op tijd.
  }
lend-yours = { $form ->
    [u] Die staat al op uw naam.
   *[je] Die staat al op jouw naam.
  }
lend-no-longer = Dank je wel, { $name }! Er is intussen al iemand, dus het hoeft niet meer.
lend-told = { $name } van { $organisation } doet het: { $about }. { $name } zit nu als vrijwilliger in de kring van { $recipient }.
lend-told-coordinator = { $name } doet het: { $about }, bij { $recipient }.
lend-declined = { $name } kan niet: { $about }, bij { $recipient }. Zal ik een ander vragen?
lend-crew-comes = Fijn. { $who } komt met { $count } mensen: { $about }.
lend-crew-told = { $name } vindt het goed: { $who } komt met { $count } mensen bij { $recipient }, { $about }. Ik herinner { $form ->
    [u] u
   *[je] je
  } op tijd.
button-lend-all = Allemaal vragen
button-lend-agree = Ja, graag
button-lend-refuse = Liever niet
button-lend-another = Een ander vragen
lend-withdrawn = Wie dat aanbood, kijkt niet meer mee met de kring. Het aanbod geldt niet meer.
