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
