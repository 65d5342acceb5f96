swap-none-of-yours = { $form ->
    [u] Ik vind geen beurt van u om te ruilen.
   *[je] Ik vind geen beurt van jou om te ruilen.
  }
swap-which-of-yours = { $form ->
    [u] Welke beurt van u bedoelt u?
   *[je] Welke beurt van jou bedoel je?
  }
swap-with-whom = { $form ->
    [u] { $way ->
        [give] Wie zal ik vragen om het over te nemen?
       *[swap] Met wie wilt u ruilen?
      } Dit gaat over { $about }. Deze mensen kunnen dan.
   *[je] { $way ->
        [give] Wie zal ik vragen om het over te nemen?
       *[swap] Met wie wil je ruilen?
      } Dit gaat over { $about }. Deze mensen kunnen dan.
  }
swap-nobody-free = Ik zie niemand in de kring die dan vrij is. Zal ik het toch rondvragen?
swap-which-of-theirs = { $form ->
    [u] Welke beurt van { $name } doet u dan?
   *[je] Welke beurt van { $name } doe jij dan?
  }
swap-nothing-in-return = { $form ->
    [u] { $name } heeft geen beurt die u in ruil kunt doen. Zal ik vragen of { $name } die van u gewoon overneemt?
   *[je] { $name } heeft geen beurt die jij in ruil kunt doen. Zal ik vragen of { $name } die van jou gewoon overneemt?
  }
swap-sent = { $form ->
    [u] Ik vraag het aan { $name }. Tot die ja zegt, staat u er nog voor.
   *[je] Ik vraag het aan { $name }. Tot die ja zegt, sta jij er nog voor.
  }
swap-asked = { $form ->
    [u] { $name } wil graag met u ruilen, voor { $recipient }. U doet dan: { $about }. { $name } doet dan: { $other }. Nee is ook goed.
   *[je] { $name } wil graag met je ruilen, voor { $recipient }. Jij doet dan: { $about }. { $name } doet dan: { $other }. Nee is ook goed.
  }
swap-asked-to-take = { $form ->
    [u] { $name } vraagt of u dit kunt overnemen, voor { $recipient }: { $about }. Nee is ook goed.
   *[je] { $name } vraagt of jij dit kunt overnemen, voor { $recipient }: { $about }. Nee is ook goed.
  }
swap-done = { $form ->
    [u] Geruild! U doet nu { $yours }, en { $name } doet { $theirs }.
   *[je] Geruild! Jij doet nu { $yours }, en { $name } doet { $theirs }.
  }
swap-done-told = { $form ->
    [u] { $name } ruilt met u. U doet nu { $yours }, en { $name } doet { $theirs }.
   *[je] { $name } ruilt met je. Jij doet nu { $yours }, en { $name } doet { $theirs }.
  }
swap-taken = { $form ->
    [u] Fijn, dank u! { $yours } staat nu op uw naam.
   *[je] Fijn, dank je! { $yours } staat nu op jouw naam.
  }
swap-taken-told = { $form ->
    [u] { $name } neemt het van u over: { $theirs }. U hoeft niet meer te gaan.
   *[je] { $name } neemt het van je over: { $theirs }. Je hoeft niet meer te gaan.
  }
swap-told = { $name } en { $other } hebben geruild, voor { $recipient }: { $about } doet nu { $name }.
swap-taken-over-told = { $name } neemt het over van { $other }, voor { $recipient }: { $about }.
swap-refused = { $form ->
    [u] { $name } kan helaas niet: { $about }. U staat er nog voor. Zal ik anderen vragen?
   *[je] { $name } kan helaas niet: { $about }. Je staat er nog voor. Zal ik anderen vragen?
  }
swap-lapsed = { $form ->
    [u] { $name } heeft nog niet geantwoord over { $about }. U staat er nog voor. Zal ik anderen vragen?
   *[je] { $name } heeft nog niet geantwoord over { $about }. Je staat er nog voor. Zal ik anderen vragen?
  }
swap-gone = Dat ruilverzoek geldt niet meer. Er is niets veranderd.
swap-in-the-way = { $form ->
    [u] Dan heeft u zelf al iets staan, of het komt u niet uit: { $about }. Wilt u het toch doen?
   *[je] Dan heb je zelf al iets staan, of het komt je niet uit: { $about }. Wil je het toch doen?
  }
swap-not-back = { $name } kan { $about } intussen zelf niet meer doen. { $form ->
    [u] Wilt u de andere beurt toch overnemen? Dan blijft deze van u.
   *[je] Wil je de andere beurt toch overnemen? Dan blijft deze van jou.
  }
undo-offer = de vraag aan { $about }
undo-swap = de ruil ({ $about })

button-give-away = Vraag anderen
button-ask-anyway = Vraag het toch
button-take-over = Ik neem hem over
button-anyway = Toch doen
button-ask-others = Vraag anderen
button-keep-it = Ik doe het zelf
