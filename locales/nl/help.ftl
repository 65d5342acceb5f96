help-text = { $form ->
    [u] U kunt gewoon schrijven, bijvoorbeeld:
    - 'donderdag half 3 naar de huisarts' om iets te plannen
    - 'zet de huisarts een uur later' of 'de huisarts gaat niet door'
    - 'wat staat er open?' en 'ik doe het'
    - 'rooster' of 'wie komt er vanavond?'
    - 'Jan doet de boodschappen'
    - 'ik wil mensen uitnodigen'
    - 'stuur het rooster'
    - 'ongedaan', 'terug' en 'stop' werken altijd
   *[je] Je kunt gewoon schrijven, bijvoorbeeld:
    - 'donderdag half 3 naar de huisarts' om iets te plannen
    - 'zet de huisarts een uur later' of 'de huisarts gaat niet door'
    - 'wat staat er open?' en 'ik doe het'
    - 'rooster' of 'wie komt er vanavond?'
    - 'Jan doet de boodschappen'
    - 'ik wil mensen uitnodigen'
    - 'stuur het rooster'
    - 'ongedaan', 'terug' en 'stop' werken altijd
  }
help-helper = { $form ->
    [u] U kunt gewoon schrijven, bijvoorbeeld:
    - 'wat staat er open?' en 'ik doe het'
    - 'mijn beurten' of 'rooster'
    - 'ik kan donderdag toch niet'
    - 'ben tien minuten later' of 'heb ik al gedaan'
    - 'stuur het rooster'
    - 'ongedaan', 'terug' en 'stop' werken altijd
   *[je] Je kunt gewoon schrijven, bijvoorbeeld:
    - 'wat staat er open?' en 'ik doe het'
    - 'mijn beurten' of 'rooster'
    - 'ik kan donderdag toch niet'
    - 'ben tien minuten later' of 'heb ik al gedaan'
    - 'stuur het rooster'
    - 'ongedaan', 'terug' en 'stop' werken altijd
  }
help-coordinator = { $form ->
    [u] U kunt gewoon schrijven, bijvoorbeeld:
   *[je] Je kunt gewoon schrijven, bijvoorbeeld:
  }
    - 'waar dreigt het mis deze week?'
    - 'exporteer alle kringen'
    - 'bied een vrijwilliger aan' of 'Sociaal Tuinieren, 6 mensen, zaterdag'
    - 'mijn vrijwilligers'
    - 'cijfers voor de gemeente'
    - 'terug' en 'stop' werken altijd
help-newcomer = Ik help de zorg voor iemand te verdelen onder familie, buren en vrijwilligers. { $form ->
    [u] U begint met een zorgkring, of met een code die u gekregen heeft.
   *[je] Je begint met een zorgkring, of met een code die je gekregen hebt.
  }
help-unknown = Dat snap ik niet helemaal. { $form ->
    [u] Wat wilt u doen?
   *[je] Wat wil je doen?
  }
# The question that was open is asked once more below it.
help-unknown-asked = Dat snap ik niet helemaal. Er is nog niets gedaan, ik vroeg:
# What is meant is likely, but not sure enough to do it.
help-guess = { $form ->
    [u] Ik weet niet zeker of ik u goed begrijp. { $meant ->
        [claim] Wilt u een beurt doen?
        [claim_many] Wilt u meer beurten doen?
        [release] Kunt u een beurt niet doen?
        [take_over_request] Zoekt u iemand die een beurt overneemt?
        [swap_request] Wilt u een beurt ruilen?
        [absence] Bent u er een tijd niet?
        [availability] Zegt u wanneer het u schikt?
        [edit_task] Verandert er iets aan wat gepland is?
       *[cancel_task] Gaat er iets niet door?
    }
   *[je] Ik weet niet zeker of ik je goed begrijp. { $meant ->
        [claim] Wil je een beurt doen?
        [claim_many] Wil je meer beurten doen?
        [release] Kun je een beurt niet doen?
        [take_over_request] Zoek je iemand die een beurt overneemt?
        [swap_request] Wil je een beurt ruilen?
        [absence] Ben je er een tijd niet?
        [availability] Zeg je wanneer het je schikt?
        [edit_task] Verandert er iets aan wat gepland is?
       *[cancel_task] Gaat er iets niet door?
    }
  }
help-emoji = { $form ->
    [u] Leuk! Kan ik iets voor u doen?
   *[je] Leuk! Kan ik iets voor je doen?
  }
help-greeting = Hoi { $name }! Waar kan ik mee helpen?
help-yes-to-what = { $form ->
    [u] Er staat nu geen vraag open. Wat wilt u doen?
   *[je] Er staat nu geen vraag open. Wat wil je doen?
  }
help-thanks = Graag gedaan!
help-content = { $form ->
    [u] Mooi zo! Schrijft u maar als er iets is.
   *[je] Mooi zo! Schrijf maar als er iets is.
  }
help-wait = { $form ->
    [u] Neem rustig de tijd, ik wacht op u.
   *[je] Neem rustig de tijd, ik wacht op je.
  }
help-small-talk = { $said ->
    [asks] Met mij gaat het goed, dank { $form ->
        [u] u
       *[je] je
      }!
    [greets] Hoi!
    [pities] Ja, jammer. Een andere keer beter.
   *[talks] 🙂
  }
help-sympathy = Dat is lief van { $form ->
    [u] u
   *[je] je
  }.{ $names ->
    [none] {""}
   *[other] {" "}Dit leest alleen ik; { $names } hoort het vast graag van { $form ->
        [u] uzelf
       *[je] jou
    }.
  }
help-sorry = Geeft niets, hoor!
help-tired = { $form ->
    [u] Dat klinkt als een lange dag. Rust maar even uit. Is er iets wat ik voor u kan regelen, dan hoor ik het graag.
   *[je] Dat klinkt als een lange dag. Rust maar even uit. Is er iets wat ik voor je kan regelen, dan hoor ik het graag.
  }
help-goodbye = { $kind ->
    [night] Slaap lekker!
    [wish] { $form ->
        [u] Dank u wel, u ook!
       *[je] Dankjewel, jij ook!
      }
   *[bye] Tot ziens!
  }
help-fine = Helemaal goed.
help-no-such-number = { $form ->
    [u] Dat nummer staat er niet bij. Kiest u er een van 1 tot en met { $count }?
   *[je] Dat nummer staat er niet bij. Kies je er een van 1 tot en met { $count }?
  }
help-which-one = { $form ->
    [u] Welke bedoelt u? Noem het nummer, van 1 tot en met { $count }.
   *[je] Welke bedoel je? Noem het nummer, van 1 tot en met { $count }.
  }
help-which-of = { $form ->
    [u] Goed, één daarvan. Welke zal ik voor u opschrijven?
   *[je] Goed, één daarvan. Welke zal ik voor je opschrijven?
  }
help-unknown-cared = { $form ->
    [u] Dat snap ik niet helemaal. Zal ik het aan { $names } doorgeven, zoals u het schreef?
   *[je] Dat snap ik niet helemaal. Zal ik het aan { $names } doorgeven, zoals je het schreef?
  }
help-unknown-question = { $form ->
    [u] Dat weet ik niet. Zal ik het aan { $names } vragen, zoals u het schreef?
   *[je] Dat weet ik niet. Zal ik het aan { $names } vragen, zoals je het schreef?
  }
help-passed-on-told = { $name } schrijft: "{ $text }"
help-passed-on = Goed, ik heb het aan { $names } doorgegeven.
button-pass-on = Ja, geef door
help-stop-what = { $form ->
    [u] Wat zal ik stoppen?
   *[je] Wat zal ik stoppen?
  }
button-stop-reminders = Herinneringen
button-stop-circle = Uit de kring gaan
button-stop-nothing = Niets
button-i-cannot = Ik kan niet
button-edit = Verzetten
button-export = Rooster sturen
help-take-back = Zal ik dit terugdraaien: { $about }?
help-own-day = Gaat het over { $about }? Lukt het niet, dan zoek ik iemand anders.
button-does-work = Het lukt wel
help-still-asked = { $form ->
    [u] Mooi zo! Ik vroeg u ook nog of u kunt helpen: { $about }. Lukt dat?
   *[je] Mooi zo! Ik vroeg je ook nog of je kunt helpen: { $about }. Lukt dat?
  }
help-asked = { $form ->
    [u] Ik vroeg of u kunt helpen: { $about }. U hoeft alleen 'ja' of 'nee' te schrijven. Allebei is goed.
   *[je] Ik vroeg of je kunt helpen: { $about }. Je hoeft alleen 'ja' of 'nee' te schrijven. Allebei is goed.
  }
