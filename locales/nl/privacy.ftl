privacy-lines = { $lines }
privacy-bye = { $text }
privacy-about = { $form ->
    [u] Dit bewaar ik over u. Naam: { $name }. U ging akkoord op { $since }.
   *[je] Dit bewaar ik over je. Naam: { $name }. Je ging akkoord op { $since }.
  }
privacy-reached = { $form ->
    [u] Ik bereik u via: { $channels }.
   *[je] Ik bereik je via: { $channels }.
  }
privacy-circle = Kring van { $recipient }: { $form ->
    [u] u bent
   *[je] je bent
  } { $role }. { $count ->
    [0] Er staat nu niets op { $form ->
        [u] uw
       *[je] jouw
    } naam.
    [one] Er staat een beurt op { $form ->
        [u] uw
       *[je] jouw
    } naam.
   *[other] Er staan { $count } beurten op { $form ->
        [u] uw
       *[je] jouw
    } naam.
  }
privacy-role-organiser = organisator
privacy-role-helper = helper
privacy-role-recipient = degene om wie het gaat
privacy-role-paid = betaalde hulp
privacy-role-coordinator = coördinator
privacy-role-viewer = meelezer
privacy-wishes = Bij { $recipient } onthoud ik: { $wishes }.
privacy-written = Alles bij elkaar: { $shifts ->
    [one] een beurt
   *[other] { $shifts } beurten
  } en { $notes ->
    [0] geen notities
    [one] een notitie
   *[other] { $notes } notities
  } voor de kring.
privacy-file-says = In het bestand staat alles, ook onze laatste berichten en wat { $form ->
    [u] u kunt terugdraaien. Wissen kan altijd met 'vergeet mij'.
   *[je] je kunt terugdraaien. Wissen kan altijd met 'vergeet mij'.
  }
privacy-file = mijn-gegevens.json
privacy-confirm = { $form ->
    [u] Dan wis ik uw naam, uw berichten, uw notities en waar ik u bereik.{ $count ->
        [0] {""}
        [one] {" "}De beurt op uw naam komt weer open.
       *[other] {" "}De { $count } beurten op uw naam komen weer open.
    }{ $circles ->
        [0] {""}
       *[other] {" "}De kring van { $alone } gaat dan ook helemaal weg.
    } Terughalen kan niet. Weet u het zeker?
   *[je] Dan wis ik je naam, je berichten, je notities en waar ik je bereik.{ $count ->
        [0] {""}
        [one] {" "}De beurt op jouw naam komt weer open.
       *[other] {" "}De { $count } beurten op jouw naam komen weer open.
    }{ $circles ->
        [0] {""}
       *[other] {" "}De kring van { $alone } gaat dan ook helemaal weg.
    } Terughalen kan niet. Weet je het zeker?
  }
privacy-forgotten = { $form ->
    [u] Klaar, ik ben u vergeten. Dit adres wis ik vannacht, na dit laatste bericht. Dank u wel voor alles. Wilt u ooit weer beginnen, schrijf dan 'start'.
   *[je] Klaar, ik ben je vergeten. Dit adres wis ik vannacht, na dit laatste bericht. Dank je wel voor alles. Wil je ooit weer beginnen, schrijf dan 'start'.
  }
privacy-somebody = iemand die meehielp
privacy-told = Iemand uit de kring van { $recipient } is gestopt en wilde niet dat er iets bewaard bleef.{ $count ->
    [0] {""}
    [one] {" "}Deze beurt is weer open:
   *[other] {" "}Deze beurten zijn weer open:
  }{ $count ->
    [0] {""}
   *[other] {"\u000A"}{ $list }
  }

button-forget = Vergeet mij
button-forget-all = Ja, wis alles
button-keep = Nee, laat staan
