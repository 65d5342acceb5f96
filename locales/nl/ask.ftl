ask-one = { $form ->
    [u] Dag { $name }, kunt u { $when } helpen bij { $recipient }? Het gaat om: { $what }, ongeveer { $length }. Nee is ook goed.
   *[je] Hoi { $name }, kun jij { $when } helpen bij { $recipient }? Het gaat om: { $what }, ongeveer { $length }. Nee is ook goed.
  }
ask-several = { $form ->
    [u] Dag { $name }, kunt u een of meer keren helpen bij { $recipient }? Kies wat u past. Nee is ook goed.
   *[je] Hoi { $name }, kun jij een of meer keren helpen bij { $recipient }? Kies wat je past. Nee is ook goed.
  }
ask-no = { $form ->
    [u] Helemaal goed, dank u voor uw antwoord.
   *[je] Helemaal goed, dank je voor je antwoord.
  }
ask-later = { $form ->
    [u] Goed, ik vraag het u { $when } nog een keer.
   *[je] Goed, ik vraag het je { $when } nog een keer.
  }
ask-failed = { $form ->
    [u] Voor { $about } bij { $recipient }, { $when }, heb ik niemand meer om te vragen. Wat wilt u doen?
   *[je] Voor { $about } bij { $recipient }, { $when }, heb ik niemand meer om te vragen. Wat wil je doen?
  }
ask-nothing-open = Er staat de komende twee weken niets open voor { $recipient }.
ask-nobody-there = { $form ->
    [u] Er zit nog niemand anders in de kring van { $recipient }. Wilt u mensen uitnodigen?
   *[je] Er zit nog niemand anders in de kring van { $recipient }. Wil je mensen uitnodigen?
  }
ask-begun = { $count ->
    [1] Ik ga het rondvragen: { $what }, { $when }.
   *[other] Ik ga rondvragen voor { $count } beurten.
  } Eerst bij { $ring }, een paar mensen tegelijk, en ieder privé. { $form ->
    [u] U hoort het als er iemand is.
   *[je] Je hoort het als er iemand is.
  }
ask-stopped = Goed, ik vraag niemand meer. Wat open staat, blijft open.
ask-draft-intro = { $form ->
    [u] Vragen is lastig. Deze tekst kunt u zo doorsturen, of ik vraag het voor u rond.
   *[je] Vragen is lastig. Deze tekst kun je zo doorsturen, of ik vraag het voor je rond.
  }
ask-draft = Hoi allemaal, voor { $recipient } zoek ik hulp. Zou iemand een van deze momenten kunnen?
    { $lines }
    Een keer is al fijn, en nee is ook goed. Groet, { $name }

button-later = Vraag me later
button-other-time = Een ander moment
button-ask-again = Opnieuw vragen
button-ask-stop = Niet vragen
button-ask-around = Rondvragen

ask-failed-several = Voor deze beurten bij { $recipient } heb ik niemand meer om te vragen:
    { $lines }
    { $form ->
        [u] Wat wilt u doen?
       *[je] Wat wil je doen?
    }
