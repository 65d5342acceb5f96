# What more than one capability says.

button-yes = Ja
button-no = Nee
button-undo = Ongedaan maken
button-claim = Ik doe het
button-cannot = Lukt niet
button-plan = Plannen
button-cancel = Afzeggen
button-roster = Rooster
button-roster-of = Rooster { $recipient }
button-open = Wat staat er open?
button-mine = Mijn beurten
button-invite = Uitnodigen
button-make-circle = Kring maken
button-have-code = Ik heb een code
button-help = Hulp
button-stop = Stoppen

chosen = ✓ { $label }
# Somebody wished two things in one message, and the first asks something.
first-this = { $text }
  Daarna: “{ $rest }”.
about-several = { $what } ({ $count } keer, vanaf { $when })

# What is for somebody without a phone is told to who speaks for them.
told-for = Voor { $name }: { $text }

no-circle-for = { $form ->
    [u] Zal ik een zorgkring maken voor { $recipient }? Of heeft u een code gekregen?
   *[je] Zal ik een zorgkring maken voor { $recipient }? Of heb je een code gekregen?
  }
no-circle-wish = { $form ->
    [u] Dat kan. Eerst maak ik een zorgkring: voor wie is de hulp? Bijvoorbeeld: mijn moeder Nel. Heeft u een code gekregen, stuur die dan.
   *[je] Dat kan. Eerst maak ik een zorgkring: voor wie is de hulp? Bijvoorbeeld: mijn moeder Nel. Heb je een code gekregen, stuur die dan.
  }
no-circle = { $form ->
    [u] U zit nu niet in een zorgkring. Wilt u er een maken, of heeft u een code gekregen?
   *[je] Je zit nu niet in een zorgkring. Wil je er een maken, of heb je een code gekregen?
  }
no-circle-coordinator = { $form ->
    [u] U bent coördinator van { $organisation }, en kijkt nu met geen enkele kring mee. Een familie kan u uitnodigen met een code.
   *[je] Je bent coördinator van { $organisation }, en kijkt nu met geen enkele kring mee. Een familie kan je uitnodigen met een code.
  }
no-circle-volunteer = { $form ->
    [u] U bent vrijwilliger bij { $organisation }, en zit nu in geen zorgkring. Zodra er iemand nodig is, vraag ik het u.
   *[je] Je bent vrijwilliger bij { $organisation }, en zit nu in geen zorgkring. Zodra er iemand nodig is, vraag ik het je.
  }
which-circle = { $form ->
    [u] Voor wie bedoelt u?
   *[je] Voor wie bedoel je?
  }
answered-already = { $form ->
    [u] Daar is al op geantwoord. Wilt u iets veranderen, schrijf het dan gewoon.
   *[je] Daar is al op geantwoord. Wil je iets veranderen, schrijf het dan gewoon.
  }
old-button = { $form ->
    [u] Die knop hoort bij een oud bericht. Wat wilt u doen?
   *[je] Die knop hoort bij een oud bericht. Wat wil je doen?
  }
stopped = { $form ->
    [u] Goed, ik laat het rusten. Schrijf maar als u iets nodig heeft.
   *[je] Goed, ik laat het rusten. Schrijf maar als je iets nodig hebt.
  }
dialog-gone = { $form ->
    [u] Ik ben kwijt waar we waren. Zegt u nog eens wat u wilt?
   *[je] Ik ben kwijt waar we waren. Zeg je nog eens wat je wilt?
  }
not-that = Dat snap ik niet helemaal. { $question }
which-of-these = Kies er even een uit. { $question }
nothing-to-go-back-to = { $form ->
    [u] Er is nu geen vraag om naar terug te gaan. Wilt u iets terugdraaien, schrijf dan 'ongedaan'.
   *[je] Er is nu geen vraag om naar terug te gaan. Wil je iets terugdraaien, schrijf dan 'ongedaan'.
  }
at-the-beginning = { $form ->
    [u] Dit was de eerste vraag. Schrijf 'stop' als u ermee wilt ophouden.
   *[je] Dit was de eerste vraag. Schrijf 'stop' als je ermee wilt ophouden.
  }

may-not-see-roster = Wie er bij { $recipient } komt, zie je in deze rol niet.
may-not-see-load = Dat ziet alleen de organisator van de kring.
may-not-see-open = Wat er open staat bij { $recipient }, is alleen voor wie in de kring zit.
may-not-see-hours = De uren van de kring van { $recipient } ziet alleen de organisator.
may-not-sign-hours = Akkoord geven op uren doet de organisator van de kring.
may-not-lend = Vrijwilligers aanbieden doet een coördinator van een organisatie.
may-not-plan = Plannen voor { $recipient } doet de organisator. Vraag het gerust aan hem of haar.
may-not-change-any-plan = Deze beurt is door iemand anders gepland. Vraag het aan de organisator.
may-not-change-own-plan = Deze beurt verander je niet zelf. Vraag het aan de organisator.
may-not-claim = Beurten voor { $recipient } neem je in deze rol niet zelf. Vraag het aan de organisator.
may-not-assign-others = Iemand anders inplannen doet de organisator.
may-not-write-log = In het logboek van { $recipient } kun je niet schrijven.
may-not-read-log = Het logboek van { $recipient } is alleen voor de kring zelf.
may-not-invite = Mensen uitnodigen doet de organisator van de kring. Vraag het gerust.
may-not-remove = Dat kan alleen de organisator van de kring.
may-not-set-role = Dat kan alleen de organisator van de kring.
may-not-pause = Dat kan alleen de organisator van de kring.
may-not-export = Het rooster van { $recipient } kun je niet meenemen. Vraag het aan de organisator.

can-reach = { $name } is weer te bereiken, en krijgt weer berichten.
cannot-reach = { $form ->
    [u] Berichten aan { $name } komen niet meer aan. Misschien wilt u even bellen.
   *[je] Berichten aan { $name } komen niet meer aan. Misschien wil je even bellen.
  }
answer-lost = { $form ->
    [u] Sorry, mijn antwoord komt niet door. Dat ligt aan mij. Vraagt u het nog eens, misschien in andere woorden?
   *[je] Sorry, mijn antwoord komt niet door. Dat ligt aan mij. Vraag je het nog eens, misschien in andere woorden?
  }
message-lost = { $form ->
    [u] Sorry, een bericht voor u komt niet door. Dat ligt aan mij. Schrijf 'mijn beurten' om te zien waar u op staat.
   *[je] Sorry, een bericht voor jou komt niet door. Dat ligt aan mij. Schrijf 'mijn beurten' om te zien waar je op staat.
  }
came-too-late = { $form ->
    [u] Mijn herinnering aan { $name } kwam niet op tijd aan ({ $about }). Misschien wilt u even bellen.
   *[je] Mijn herinnering aan { $name } kwam niet op tijd aan ({ $about }). Misschien wil je even bellen.
  }
which-member = { $form ->
    [u] Welke { $name } bedoelt u?
   *[je] Welke { $name } bedoel je?
  }
which-of-them = { $form ->
    [u] Wie bedoelt u: { $names }?
   *[je] Wie bedoel je: { $names }?
  }
fault = Er ging bij mij iets mis, niet bij jou. Er is niets veranderd. Probeer je het nog eens, misschien in andere woorden?
member-of-ring = { $name } ({ $ring ->
    [family] familie
    [neighbours] buren
    [volunteers] vrijw.
   *[paid] betaald
  })
circle-gone = { $form ->
    [u] Die kring is er voor u niet meer.
   *[je] Die kring is er voor jou niet meer.
  }
