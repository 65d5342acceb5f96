export-empty = Voor { $recipient } staat er niets op het rooster om mee te nemen ({ $period }).
export-empty-own = { $form ->
    [u] U staat nergens op bij { $recipient } ({ $period }).
   *[je] Je staat nergens op bij { $recipient } ({ $period }).
  }
export-no-mail = Mailen kan ik niet. { $form ->
    [u] Het staat hieronder, dan kunt u het zelf doorsturen.
   *[je] Het staat hieronder, dan kun je het zelf doorsturen.
  }
export-here = { $form ->
    [u] Het rooster van { $recipient }. Het bestand kunt u openen in de agenda van uw telefoon of computer.
   *[je] Het rooster van { $recipient }. Het bestand kun je openen in de agenda van je telefoon of computer.
  }
export-here-own = { $form ->
    [u] Uw beurten bij { $recipient }. Het bestand kunt u openen in de agenda van uw telefoon of computer.
   *[je] Jouw beurten bij { $recipient }. Het bestand kun je openen in de agenda van je telefoon of computer.
  }
export-here-open = { $form ->
    [u] Wat er open staat bij { $recipient }. Het bestand kunt u openen in de agenda van uw telefoon of computer.
   *[je] Wat er open staat bij { $recipient }. Het bestand kun je openen in de agenda van je telefoon of computer.
  }
export-empty-open = Bij { $recipient } staat er niets open ({ $period }).
export-paper-open = Hier is wat er open staat bij { $recipient }, { $period }, om te printen.
export-no-such-circle = { $form ->
    [u] U zit niet in een kring van { $name }. Wel in die van { $mine }.
   *[je] Je zit niet in een kring van { $name }. Wel in die van { $mine }.
  }
export-here-of = De beurten van { $name } bij { $recipient }.
export-empty-of = { $name } staat nergens op bij { $recipient } ({ $period }).
export-not-of-others = De beurten van { $name } kan ik alleen geven aan wie namens { $name } spreekt, of in de kring zit.
export-paper-of = Hier is het blad voor { $name }, met de beurten bij { $recipient }, { $period }. { $form ->
    [u] Als u het print, weet { $name } wat er komt.
   *[je] Als je het print, weet { $name } wat er komt.
  }
export-wanted = : nog { $count } nodig
export-paper = Hier is het rooster van { $recipient } om te printen, { $period }.{ $count ->
    [0] {""}
    [1] {" "}Bij één open plek is ruimte om een naam te schrijven.
   *[other] {" "}Bij { $count } open plekken is ruimte om een naam te schrijven.
  }{ $code ->
    [yes] {" "}Wie de code erop scant, vraagt om mee te helpen. { $form ->
        [u] U laat diegene binnen, of niet.
       *[je] Jij laat diegene binnen, of niet.
      }
   *[no] {""}
  }
export-picture = Het rooster van { $recipient } als plaatje, { $period }.
export-sheet = { $count ->
    [1] Eén beurt van { $recipient }, { $period }.
   *[other] { $count } beurten van { $recipient }, { $period }.
  }
export-once = { $form ->
    [u] { $whose ->
        [own] Uw beurten bij { $recipient }
        [of] De beurten van { $name } bij { $recipient }
        [open] Wat er open staat bij { $recipient }
       *[all] Het rooster van { $recipient }
      } voor in de agenda. Open het bestand op uw telefoon of computer. Verandert er later iets, vraag het dan opnieuw.
   *[je] { $whose ->
        [own] Jouw beurten bij { $recipient }
        [of] De beurten van { $name } bij { $recipient }
        [open] Wat er open staat bij { $recipient }
       *[all] Het rooster van { $recipient }
      } voor in de agenda. Open het bestand op je telefoon of computer. Verandert er later iets, vraag het dan opnieuw.
  }
export-live = { $form ->
    [u] { $whose ->
        [own] Met dit adres staan uw beurten vanzelf in uw agenda, ook als er iets verandert:
       *[all] Met dit adres staat het rooster van { $recipient } vanzelf in uw agenda, ook als er iets verandert:
      }
      { $address }
      Tik erop met uw telefoon, of kies in uw agenda 'abonneren' of 'toevoegen via URL'. Houd het adres voor uzelf: wie het heeft, kan meekijken.
   *[je] { $whose ->
        [own] Met dit adres staan jouw beurten vanzelf in je agenda, ook als er iets verandert:
       *[all] Met dit adres staat het rooster van { $recipient } vanzelf in je agenda, ook als er iets verandert:
      }
      { $address }
      Tik erop met je telefoon, of kies in je agenda 'abonneren' of 'toevoegen via URL'. Houd het adres voor jezelf: wie het heeft, kan meekijken.
  }
export-reset = { $form ->
    [u] Uw oude agenda-adres werkt niet meer. Wilt u een nieuw?
   *[je] Je oude agenda-adres werkt niet meer. Wil je een nieuw?
  }
export-reset-none = { $form ->
    [u] U had nog geen agenda-adres. Wilt u er een?
   *[je] Je had nog geen agenda-adres. Wil je er een?
  }
export-file = rooster.ics
export-file-pdf = rooster.pdf
export-file-png = rooster.png
export-file-xlsx = rooster.xlsx
export-file-csv = rooster.csv
button-export-pdf = Voor de koelkast
button-export-ics = In mijn agenda
button-export-xlsx = Als Excel
button-export-own = Alleen mijn beurten
button-export-all = Het hele rooster
button-export-reset = Nieuw adres

calendar-name = Zorg voor { $recipient }
calendar-name-own = Mijn zorgbeurten
calendar-own = { $what } voor { $recipient }
calendar-own-wanted = { $what } voor { $recipient } (ik zoek iemand anders)
calendar-all = { $what } voor { $recipient }: { $who }
calendar-some = { $what } voor { $recipient }: { $who }, en nog { $count } nodig
calendar-wanted = { $what } voor { $recipient }: nog { $count } nodig
calendar-open = { $what } voor { $recipient }: nog niemand
calendar-address = webcal://{ $host }/kalender/{ $token }.ics
