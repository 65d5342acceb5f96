request-in = Mooi, { $name } doet mee in de kring van { $recipient }. Ik heb het laten weten.
request-out = Goed. Ik heb { $name } vriendelijk laten weten dat het nu niet uitkomt.
request-in-already = Daar is al op geantwoord: { $name } doet al mee in de kring van { $recipient }.
request-out-already = Daar is al op geantwoord: { $name } doet nu niet mee in de kring van { $recipient }.
request-gone = Die vraag is er niet meer.
request-told-in = { $form ->
    [u] Goed nieuws, { $name }: u bent welkom in de kring van { $recipient }. Vraag gerust 'wat staat er open?'. Nee zeggen mag altijd.
   *[je] Goed nieuws, { $name }: je bent welkom in de kring van { $recipient }. Vraag gerust 'wat staat er open?'. Nee zeggen mag altijd.
  }
request-told-out = { $form ->
    [u] Dank u wel dat u wilde meehelpen. In de kring van { $recipient } komt het nu niet uit. Met vragen kunt u bij de familie terecht.
   *[je] Dank je wel dat je wilde meehelpen. In de kring van { $recipient } komt het nu niet uit. Met vragen kun je bij de familie terecht.
  }
request-told-in-other = { $form ->
    [u] Goed nieuws: { $name } mag op het rooster van { $recipient }. U meldt het voor { $name }, en ik herinner u eraan. Zeg bijvoorbeeld '{ $name } doet donderdag de tuin' of '{ $name } heeft het gedaan'.
   *[je] Goed nieuws: { $name } mag op het rooster van { $recipient }. Jij meldt het voor { $name }, en ik herinner jou eraan. Zeg bijvoorbeeld '{ $name } doet donderdag de tuin' of '{ $name } heeft het gedaan'.
  }
request-told-out-other = { $form ->
    [u] Het komt nu niet uit dat { $name } meedoet bij { $recipient }. Dank u wel dat u het vroeg. Met vragen kunt u bij de familie terecht.
   *[je] Het komt nu niet uit dat { $name } meedoet bij { $recipient }. Dank je wel dat je het vroeg. Met vragen kun je bij de familie terecht.
  }
request-told-others = { $by } heeft { $name } binnengelaten in de kring van { $recipient }.
undo-let-in = het binnenlaten van { $about }
undo-keep-out = het afwijzen van { $about }
undo-told-let-in = { $name } heeft de vraag van { $about } om mee te doen bij { $recipient } weer opengezet.
undo-told-keep-out = { $name } kijkt er nog eens naar. { $form ->
    [u] Uw vraag om mee te doen bij { $recipient } ligt er weer.
   *[je] Je vraag om mee te doen bij { $recipient } ligt er weer.
  }
