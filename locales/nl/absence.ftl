absence-ask-from = { $form ->
    [u] Wanneer bent u er niet? Bijvoorbeeld: dinsdag, of 3 tot en met 10 augustus.
   *[je] Wanneer ben je er niet? Bijvoorbeeld: dinsdag, of 3 tot en met 10 augustus.
  }
absence-ask-until = { $form ->
    [u] Tot en met wanneer bent u er niet?
   *[je] Tot en met wanneer ben je er niet?
  }
absence-which-days = { $form ->
    [u] Welke dagen bedoelt u? Bijvoorbeeld: 3 tot en met 10 augustus.
   *[je] Welke dagen bedoel je? Bijvoorbeeld: 3 tot en met 10 augustus.
  }
absence-period = van { $first } tot en met { $last }
absence-noted = { $form ->
    [u] Genoteerd: u bent er niet ({ $period }). Ik vraag u dan niets.
   *[je] Genoteerd: je bent er niet ({ $period }). Ik vraag je dan niets.
  }
absence-hits = { $form ->
    [u] U bent er dan niet: { $period }. Dan staat u nog wel op { $count ->
        [1] deze beurt:
       *[other] deze { $count } beurten:
      }
   *[je] Je bent er dan niet: { $period }. Dan sta je nog wel op { $count ->
        [1] deze beurt:
       *[other] deze { $count } beurten:
      }
  }
absence-what-now = { $form ->
    [u] Wat wilt u daarmee?
   *[je] Wat wil je daarmee?
  }
absence-noted-kept = { $form ->
    [u] Genoteerd ({ $period }). Uw beurten blijven staan, fijn dat u ze toch doet.
   *[je] Genoteerd ({ $period }). Je beurten blijven staan, fijn dat je ze toch doet.
  }
absence-noted-asked = Genoteerd ({ $period }).{ $moved ->
    [0] {""}
    [1] {" "}{ $names } stond reserve en doet één beurt.
   *[other] {" "}{ $names } stond reserve en doet { $moved } beurten.
  }{ $count ->
    [0] { $form ->
        [u] {" "}U hoeft niets meer te doen.
       *[je] {" "}Je hoeft niets meer te doen.
      }
   *[other] {" "}Ik zoek iemand anders voor { $count ->
        [1] die beurt
       *[other] die { $count } beurten
      }. { $form ->
        [u] Tot die er is staat u er nog, en ik laat het u weten.
       *[je] Tot die er is sta jij er nog, en ik laat het je weten.
      }
  }
absence-noted-one = { $form ->
    [u] Genoteerd ({ $period }). Ik vraag { $name } { $count ->
        [1] die beurt
       *[other] die { $count } beurten
      } over te nemen. Tot die ja zegt staat u er nog, en ik laat het u weten.
   *[je] Genoteerd ({ $period }). Ik vraag { $name } { $count ->
        [1] die beurt
       *[other] die { $count } beurten
      } over te nemen. Tot die ja zegt sta jij er nog, en ik laat het je weten.
  }
absence-kept-told = { $name } is er eigenlijk niet ({ $period }), maar komt toch, voor { $recipient }:
    { $lines }
absence-asks-one-told = { $name } is er niet ({ $period }) en vraagt { $other } het over te nemen, voor { $recipient }:
    { $lines }
    Tot { $other } ja zegt, staat { $name } er nog voor.
absence-never-hits = { $form ->
    [u] Ik noteer: { $about } schikt het u niet. U staat dan nog wel op { $count ->
        [1] deze beurt:
       *[other] deze { $count } beurten:
      }
   *[je] Ik noteer: { $about } schikt het je niet. Je staat dan nog wel op { $count ->
        [1] deze beurt:
       *[other] deze { $count } beurten:
      }
  }
absence-dropped = { $form ->
    [u] Goed, er is niets veranderd.
   *[je] Goed, er is niets veranderd.
  }
absence-told = { $name } is er niet ({ $period }) en zoekt iemand anders, voor { $recipient }:
    { $lines }
absence-thanks-for-telling = { $form ->
    [u] Fijn om te weten. Wat er open staat, ziet u met 'wat staat er open?'.
   *[je] Fijn om te weten. Wat er open staat, zie je met 'wat staat er open?'.
  }
absence-never-noted = { $form ->
    [u] Genoteerd: { $about } schikt het u niet. Ik vraag u dan niets.
   *[je] Genoteerd: { $about } schikt het je niet. Ik vraag je dan niets.
  }
undo-absence = afwezig, { $about }
undo-never = niet beschikbaar, { $about }

button-ask-circle = Zoek iemand anders
button-keep-them = Ik doe ze toch
button-never-mind = Laat maar

absence-say-it-self = { $form ->
    [u] Laat { $name } het zelf even schrijven, dan noteer ik het.
   *[je] Laat { $name } het zelf even schrijven, dan noteer ik het.
  }
absence-of = Zal ik noteren dat { $name } er dan niet is ({ $period })?
absence-of-hits = { $name } is er dan niet ({ $period }), en staat nog op:
    { $lines }
    Zal ik het noteren en iemand anders zoeken?
absence-stranger = { $name } zit niet in de kring van { $mine }, dus daar vraag ik niets aan. { $form ->
    [u] Bent u er zelf niet, schrijf dan bijvoorbeeld: 'ik ben er volgende week niet'.
   *[je] Ben je er zelf niet, schrijf dan bijvoorbeeld: 'ik ben er volgende week niet'.
  }
absence-of-noted = Genoteerd: { $name } is er niet ({ $period }).{ $count ->
    [0] {" "}Ik vraag { $name } dan niets.
   *[other] {" "}Wat { $name } had, staat weer open.
  }
absence-of-told = { $name } heeft voor { $form ->
    [u] u
   *[je] je
  } genoteerd dat { $form ->
    [u] u
   *[je] je
  } er niet bent ({ $period }), bij { $recipient }. Klopt dat niet, zeg het dan even.
undo-absence-of = afwezig: { $about }
