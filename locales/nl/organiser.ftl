organiser-who = Wie gaat de kring van { $recipient } mee regelen?
organiser-instead = { $form ->
    [u] Goed dat u het zegt. U hoeft het niet alleen te dragen. Wie neemt het regelen in de kring van { $recipient } van u over?
   *[je] Goed dat je het zegt. Je hoeft het niet alleen te dragen. Wie neemt het regelen in de kring van { $recipient } van je over?
  }
organiser-nobody = { $form ->
    [u] U bent nog de enige in de kring van { $recipient }. U kunt iemand uitnodigen die meteen mag meeregelen.
   *[je] Je bent nog de enige in de kring van { $recipient }. Je kunt iemand uitnodigen die meteen mag meeregelen.
  }
organiser-confirm = { $form ->
    [u] Mag { $name } de kring van { $recipient } mee regelen? { $name } kan dan alles wat u ook kunt: plannen, mensen uitnodigen en verwijderen.
   *[je] Mag { $name } de kring van { $recipient } mee regelen? { $name } kan dan alles wat jij ook kunt: plannen, mensen uitnodigen en verwijderen.
  }
organiser-made = Klaar. { $name } regelt de kring van { $recipient } nu mee, en weet ervan.
organiser-already = { $name } regelt de kring van { $recipient } al mee.
organiser-not-joined = { $name } staat wel op het rooster, maar doet nog niet mee. Zal ik een code maken waarmee { $name } meteen mag meeregelen?
organiser-unknown = { $name } ken ik nog niet in de kring van { $recipient }. Zal ik een code maken waarmee iemand meteen mag meeregelen?
organiser-gone = Die is intussen niet meer in de kring. Er is niets veranderd.
organiser-step-down = { $form ->
    [u] Goed dat u het zegt. { $others } { $count ->
        [one] regelt
       *[other] regelen
      } de kring van { $recipient } al mee, en { $count ->
        [one] gaat
       *[other] gaan
      } dan zonder u verder met regelen. U blijft gewoon in de kring. Is dat goed?
   *[je] Goed dat je het zegt. { $others } { $count ->
        [one] regelt
       *[other] regelen
      } de kring van { $recipient } al mee, en { $count ->
        [one] gaat
       *[other] gaan
      } dan zonder jou verder met regelen. Je blijft gewoon in de kring. Is dat goed?
  }
organiser-no-longer = { $form ->
    [u] Klaar, u regelt de kring van { $recipient } niet meer. U doet nog wel mee. Dank u wel voor alles wat u geregeld hebt!
   *[je] Klaar, je regelt de kring van { $recipient } niet meer. Je doet nog wel mee. Dank je wel voor alles wat je geregeld hebt!
  }
organiser-stepped-down = { $name } regelt de kring van { $recipient } niet meer mee, en doet nog wel gewoon mee.
organiser-told = { $form ->
    [u] { $name } heeft u gevraagd om de kring van { $recipient } mee te regelen. U kunt nu ook plannen, mensen uitnodigen en iemand inroosteren.
   *[je] { $name } heeft jou gevraagd om de kring van { $recipient } mee te regelen. Je kunt nu ook plannen, mensen uitnodigen en iemand inroosteren.
  }
organiser-told-others = { $by } heeft { $name } gevraagd om de kring van { $recipient } mee te regelen.
undo-organiser = het mee regelen door { $about }
undo-told-organiser = { $name } heeft teruggedraaid dat { $about } de kring van { $recipient } mee regelt.

button-make-organiser = Ja
button-invite-organiser = Iemand uitnodigen
button-make-them-so = Maak organisator
