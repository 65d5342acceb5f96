depart-confirm-volunteer = Zal ik { $form ->
    [u] u
   *[je] je
  } uitschrijven als vrijwilliger van { $organisation }?{ $circles ->
    [0] {""}
    [1] {" "}In de kring waar { $form ->
        [u] u al helpt, blijft u meedoen.
       *[je] je al helpt, blijf je meedoen.
      }
   *[other] {" "}In de kringen waar { $form ->
        [u] u al helpt, blijft u meedoen.
       *[je] je al helpt, blijf je meedoen.
      }
  }
depart-confirm = { $circles ->
    [0] { $form ->
        [u] Zal ik u uitschrijven als coördinator van { $organisation }?
       *[je] Zal ik je uitschrijven als coördinator van { $organisation }?
      }
    [1] { $form ->
        [u] Zal ik u uitschrijven als coördinator? U ziet dan niets meer van de kring van { $recipient }.
       *[je] Zal ik je uitschrijven als coördinator? Je ziet dan niets meer van de kring van { $recipient }.
      }
   *[other] { $form ->
        [u] Zal ik u uitschrijven als coördinator? U ziet dan niets meer van de { $circles } kringen waar u in meekijkt.
       *[je] Zal ik je uitschrijven als coördinator? Je ziet dan niets meer van de { $circles } kringen waar je in meekijkt.
      }
  }{ $volunteers ->
    [0] {""}
    [1] {" "}De vrijwilliger van { $organisation } hoort het van mij.
   *[other] {" "}De { $volunteers } vrijwilligers van { $organisation } horen het van mij.
  }
depart-told-organisers = { $name } kijkt als coördinator niet meer mee met de kring van { $recipient }. { $form ->
    [u] Een ander kunt u uitnodigen met 'nodig een coördinator uit'.
   *[je] Een ander kun je uitnodigen met 'nodig een coördinator uit'.
  }
depart-told-volunteer = { $name } is geen coördinator van { $organisation } meer. Vanuit { $organisation } vraag ik { $form ->
    [u] u
   *[je] je
  } voorlopig niets. Waar { $form ->
    [u] u al helpt, verandert er niets.
   *[je] je al helpt, verandert er niets.
  }
depart-told-coordinator = { $name } is geen vrijwilliger meer bij { $organisation }.
depart-done = { $form ->
    [u] Goed, dat is geregeld. Dank u wel voor alles, { $name }.{ $rest ->
        [0] {""}
       *[other] {" "}In uw andere kringen verandert er niets.
      }
   *[je] Goed, dat is geregeld. Dank je wel voor alles, { $name }.{ $rest ->
        [0] {""}
       *[other] {" "}In je andere kringen verandert er niets.
      }
  }
button-depart = Ja, uitschrijven
