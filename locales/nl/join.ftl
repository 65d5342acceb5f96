join-ask-code = { $form ->
    [u] Welke code heeft u gekregen? Hij bestaat uit drie groepjes van vier letters en cijfers.
   *[je] Welke code heb je gekregen? Hij bestaat uit drie groepjes van vier letters en cijfers.
  }
join-no-code = { $form ->
    [u] Dat lijkt niet op een code. Hij bestaat uit drie groepjes van vier letters en cijfers. Typt u hem nog eens over? Met 'stop' laten we het rusten.
   *[je] Dat lijkt niet op een code. Hij bestaat uit drie groepjes van vier letters en cijfers. Typ je hem nog eens over? Met 'stop' laten we het rusten.
  }
join-without-code = { $form ->
    [u] Geen probleem. Een code krijgt u van wie de zorg regelt: die schrijft mij 'ik wil mensen uitnodigen' en stuurt u de code. Zorgt u zelf voor iemand? Dan maakt u hier een kring.
   *[je] Geen probleem. Een code krijg je van wie de zorg regelt: die schrijft mij 'ik wil mensen uitnodigen' en stuurt jou de code. Zorg je zelf voor iemand? Dan maak je hier een kring.
  }
join-bad-code = { $form ->
    [u] Die code ken ik niet, of hij is verlopen. Kijkt u hem nog eens na, of vraag een nieuwe aan wie u uitnodigde.
   *[je] Die code ken ik niet, of hij is verlopen. Kijk je hem nog eens na, of vraag een nieuwe aan wie je uitnodigde.
  }
join-slow-down = { $form ->
    [u] Dat is nu een paar keer niet gelukt. Wacht een kwartiertje en probeer het dan nog eens.
   *[je] Dat is nu een paar keer niet gelukt. Wacht een kwartiertje en probeer het dan nog eens.
  }
join-there-already = { $form ->
    [u] U zit al in de kring van { $recipient }.
   *[je] Je zit al in de kring van { $recipient }.
  }
join-welcome = { $form ->
    [u] Fijn dat u meedoet, { $name }! U zit nu in de kring rond { $recipient }. { $shifts ->
        [0] Vraag gerust 'wat staat er open?'.
        [one] Er staat al een beurt op uw naam.
       *[other] Er staan al { $shifts } beurten op uw naam.
    } Nee zeggen mag altijd.
   *[je] Fijn dat je meedoet, { $name }! Je zit nu in de kring rond { $recipient }. { $shifts ->
        [0] Vraag gerust 'wat staat er open?'.
        [one] Er staat al een beurt op jouw naam.
       *[other] Er staan al { $shifts } beurten op jouw naam.
    } Nee zeggen mag altijd.
  }
join-welcome-organiser = { $form ->
    [u] Fijn, { $name }! U regelt nu mee in de kring rond { $recipient }: u kunt plannen, mensen uitnodigen en iemand inroosteren.
   *[je] Fijn, { $name }! Je regelt nu mee in de kring rond { $recipient }: je kunt plannen, mensen uitnodigen en iemand inroosteren.
  }
join-welcome-coordinator = { $form ->
    [u] Fijn dat u meekijkt, { $name }. Van de kring van { $recipient } ziet u { $shown ->
        [none] nog niets; de familie beslist daarover.
       *[other] { $shown }.
    } Vraag gerust: 'waar dreigt het mis deze week?'
   *[je] Fijn dat je meekijkt, { $name }. Van de kring van { $recipient } zie je { $shown ->
        [none] nog niets; de familie beslist daarover.
       *[other] { $shown }.
    } Vraag gerust: 'waar dreigt het mis deze week?'
  }
join-told-coordinator = { $name } kijkt als coördinator mee met de kring van { $recipient }.
join-welcome-organisation = { $form ->
    [u] Fijn, { $name }! U bent nu vrijwilliger bij { $organisation }. Als er ergens iemand nodig is, vraag ik het u. Nee zeggen mag altijd.
   *[je] Fijn, { $name }! Je bent nu vrijwilliger bij { $organisation }. Als er ergens iemand nodig is, vraag ik het je. Nee zeggen mag altijd.
  }
join-volunteer-already = { $form ->
    [u] U bent al vrijwilliger bij { $organisation }.
   *[je] Je bent al vrijwilliger bij { $organisation }.
  }
join-told-organisation = { $name } is nu vrijwilliger bij { $organisation }.
join-welcome-paid = { $form ->
    [u] Fijn dat u meedoet, { $name }! U zit nu in de kring rond { $recipient }. Is er iets voor u, dan vraag ik het. Met 'mijn beurten' ziet u waar u op staat.
   *[je] Fijn dat je meedoet, { $name }! Je zit nu in de kring rond { $recipient }. Is er iets voor jou, dan vraag ik het. Met 'mijn beurten' zie je waar je op staat.
  }
join-welcome-recipient = { $form ->
    [u] Fijn dat u meedoet, { $name }! Deze kring is er voor u. U ziet wie er komt, u kunt zelf hulp vragen, en ik vraag u eerst als er iemand bij komt.
   *[je] Fijn dat je meedoet, { $name }! Deze kring is er voor jou. Je ziet wie er komt, je kunt zelf hulp vragen, en ik vraag jou eerst als er iemand bij komt.
  }
join-told-recipient = { $name } doet nu zelf mee, en beslist mee over wie erbij komt.
join-is-it-you = { $form ->
    [u] Er staat al een { $name } op het rooster. Bent u dat?
   *[je] Er staat al een { $name } op het rooster. Ben jij dat?
  }
join-took-place = Mooi. { $shifts ->
    [0] De plek op het rooster is nu van { $form ->
        [u] u.
       *[je] jou.
    }
    [one] Die beurt staat nu op { $form ->
        [u] uw naam.
       *[je] jouw naam.
    }
   *[other] Die { $shifts } beurten staan nu op { $form ->
        [u] uw naam.
       *[je] jouw naam.
    }
  }
join-place-gone = Die plek is intussen door iemand anders ingenomen.
join-told-place = { $name } is de { $expected } die al op het rooster stond. De beurten zijn overgenomen.
join-asked-already = { $form ->
    [u] Uw vraag om mee te doen met de kring van { $recipient } ligt er al. Zodra iemand antwoordt hoort u het van mij.
   *[je] Je vraag om mee te doen met de kring van { $recipient } ligt er al. Zodra iemand antwoordt hoor je het van mij.
  }
join-told = { $name } doet mee in de kring van { $recipient }.
join-asked = { $form ->
    [u] Dank u wel. Ik heb gevraagd of u bij de kring van { $recipient } kunt. U hoort het van mij.
   *[je] Dank je wel. Ik heb gevraagd of je bij de kring van { $recipient } kunt. Je hoort het van mij.
  }
join-told-asked = { $name } wil graag meehelpen bij { $recipient }.{ $same ->
    [none] {""}
   *[other] {" "}Er doet al een { $same } mee, misschien is het dezelfde.
  } Mag { $name } erbij?

button-let-in = Ja, welkom
button-keep-out = Nee
button-that-is-me = Ja, dat ben ik
button-another = Nee
join-coordinator = Fijn dat { $form ->
    [u] u er bent. Als coördinator kijkt u mee in een kring zodra de familie u een code geeft. U kunt ook zelf een kring maken, bijvoorbeeld: 'zorgkring voor mevrouw Jansen'.
   *[je] je er bent. Als coördinator kijk je mee in een kring zodra de familie je een code geeft. Je kunt ook zelf een kring maken, bijvoorbeeld: 'zorgkring voor mevrouw Jansen'.
  }
