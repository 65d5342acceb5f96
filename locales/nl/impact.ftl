impact-said = Wat jullie samen deden voor { $recipient }, { $period }:
impact-nothing = Van { $period } is er voor { $recipient } nog niets om op te tellen.
impact-title = Samen voor { $recipient }
impact-hours = { $hours } hulp, door { $people ->
    [1] één persoon
   *[other] { $people } mensen
  } (betaalde hulp niet meegeteld).
impact-share = { $covered ->
    [1] 1 van de { $shifts } beurten was geregeld ({ $share } %).
   *[other] { $covered } van de { $shifts } beurten waren geregeld ({ $share } %).
  }
impact-spread = { $half ->
    [1] Eén van de { $people } deed de helft van de uren.
   *[other] { $half } van de { $people } deden samen de helft van de uren.
  }
impact-by-month = Per maand
impact-by-kind = Soort hulp
impact-sheet = Impact
impact-shifts = Beurten
impact-covered = Waarvan geregeld
impact-people = Mensen die hielpen
impact-file-png = impact.png
impact-file-xlsx = impact.xlsx
kind-night = nachten
kind-body = verzorging
kind-away = vervoer en afspraken
kind-house = in en om het huis
kind-company = gezelschap
kind-papers = post en regelen
kind-other = overige hulp
impact-fast = { $count ->
    [1] Eén beurt stond eerst open{ $soon ->
        [1] , en was binnen een dag ingevuld.
       *[other] , en is later ingevuld.
    }
   *[other] { $count } beurten stonden eerst open; { $soon } daarvan waren binnen een dag ingevuld, { $later } binnen drie dagen.
  }
impact-opened = Stonden eerst open en zijn ingevuld
impact-soon = Daarvan binnen een dag
impact-later = Daarvan binnen drie dagen
impact-circles = Kringen
impact-covered-share = Geregeld (procent)
impact-soon-share = Binnen een dag ingevuld (procent)
impact-title-many = Samen in { $count } kringen
impact-hours-many = Ongeveer { $hours } uur hulp, door zo'n { $people } mensen (betaalde hulp niet meegeteld).
impact-share-many = Van ongeveer { $shifts } beurten was { $share } % geregeld.
impact-soon-many = Van wat open stond, was { $share } % binnen een dag ingevuld.
impact-said-many = Wat { $count } kringen samen deden, { $period }:
  { $lines }
  Alles is afgerond. Wat door minder dan tien mensen is gedaan, staat er niet apart in, zodat geen kring te herkennen is.{ $waiting ->
    [0] {""}
    [1] {" "}Eén kring is nog niet meegeteld.
   *[other] {" "}{ $waiting } kringen zijn nog niet meegeteld.
  }
impact-too-few = Over { $period } kan ik nog niets laten zien: daar zijn minstens drie kringen en tien mensen voor nodig, een hele maand lang. Anders is een kring te herkennen.
impact-not-over = Over alle kringen samen tel ik hele maanden die voorbij zijn.
impact-begun = Ik tel op wat alle kringen samen deden, { $period }. Een ogenblik.
impact-failed = Het optellen is niet gelukt. { $form ->
    [u] Vraagt u het straks nog eens?
   *[je] Vraag je het straks nog eens?
  }
