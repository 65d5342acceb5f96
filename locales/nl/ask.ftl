ask-one = { $form ->
    [u] Dag { $name }, kunt u { $when } helpen bij { $recipient }? Het gaat om: { $what }, ongeveer { $length }. Nee is ook goed.
   *[je] Hoi { $name }, kun jij { $when } helpen bij { $recipient }? Het gaat om: { $what }, ongeveer { $length }. Nee is ook goed.
  }
ask-one-other = { $form ->
    [u] Dag { $name }, zou { $other } { $when } kunnen helpen bij { $recipient }? Het gaat om: { $what }, ongeveer { $length }. Wilt u het { $other } vragen? Nee is ook goed.
   *[je] Hoi { $name }, zou { $other } { $when } kunnen helpen bij { $recipient }? Het gaat om: { $what }, ongeveer { $length }. Vraag jij het { $other }? Nee is ook goed.
  }
ask-several-other = { $form ->
    [u] Dag { $name }, zou { $other } een of meer keren kunnen helpen bij { $recipient }? Wilt u het { $other } vragen, en kiezen wat past? Nee is ook goed.
   *[je] Hoi { $name }, zou { $other } een of meer keren kunnen helpen bij { $recipient }? Vraag jij het { $other }, en kies je wat past? Nee is ook goed.
  }
ask-several = { $form ->
    [u] Dag { $name }, kunt u een of meer keren helpen bij { $recipient }? Kies wat u past. Nee is ook goed.
   *[je] Hoi { $name }, kun jij een of meer keren helpen bij { $recipient }? Kies wat je past. Nee is ook goed.
  }
ask-series = { $form ->
    [u] Dag { $name }, voor { $recipient } zoek ik iemand voor: { $what }, { $clock } uur, ongeveer { $length }. { $day ->
        [several] Welke dagen kunt u?
       *[other] Welke { $day }en kunt u?
      } Nee is ook goed.
   *[je] Hoi { $name }, voor { $recipient } zoek ik iemand voor: { $what }, { $clock } uur, ongeveer { $length }. { $day ->
        [several] Welke dagen kun jij?
       *[other] Welke { $day }en kun jij?
      } Nee is ook goed.
  }
ask-gives = { $kind ->
    [itself] { $gives }.
    [thing] Wat { $recipient } graag teruggeeft: { $gives }.
   *[does] { $recipient } { $gives }.
  }
ask-no = { $form ->
    [u] Helemaal goed, dank u voor uw antwoord.
   *[je] Helemaal goed, dank je voor je antwoord.
  }
ask-no-other = { $form ->
    [u] Helemaal goed, { $name } hoeft deze keer niet. Dank u voor het doorgeven.
   *[je] Helemaal goed, { $name } hoeft deze keer niet. Dank je voor het doorgeven.
  }
ask-later = { $form ->
    [u] Goed, ik vraag het u { $when } nog een keer.
   *[je] Goed, ik vraag het je { $when } nog een keer.
  }
ask-unsure = { $form ->
    [u] { $when } laat ik nog open. Weet u het zeker, schrijf het dan even.
   *[je] { $when } laat ik nog open. Weet je het zeker, schrijf het dan even.
  }

button-does = { $name } doet het
button-can = Dat lukt
button-later = Vraag me later
button-both = Allebei
button-every-time = Alle keren
ask-others = Goed, dank { $form ->
    [u] u
   *[je] je
  }. { $count ->
    [1] { $form ->
        [u] Kunt u deze keer wel?
       *[je] Kun je deze keer wel?
      }
   *[other] { $form ->
        [u] Kunt u een van de andere keren wel?
       *[je] Kun je een van de andere keren wel?
      }
  } Nee is ook goed.
ask-which = Fijn, { $name }! { $count ->
    [2] Allebei, of een van de twee?
   *[other] Alle keren, of alleen een paar?
  } Kies maar.
