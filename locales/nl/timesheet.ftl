timesheet-may-not = De uren ziet wie ze maakte, en de organisator van de kring.
timesheet-nobody-paid = In de kring van { $recipient } is niemand betaalde hulp. { $form ->
    [u] Wilt u de uren van iemand anders, noem dan de naam: 'uren van Piet in maart'.
   *[je] Wil je de uren van iemand anders, noem dan de naam: 'uren van Piet in maart'.
  }
timesheet-whose = { $form ->
    [u] Van wie wilt u de uren van { $month }?
   *[je] Van wie wil je de uren van { $month }?
  }
timesheet-nothing = { $whose ->
    [own] { $form ->
        [u] U heeft in { $month } geen beurten gedaan bij { $recipient }.
       *[je] Je hebt in { $month } geen beurten gedaan bij { $recipient }.
      }
   *[other] { $name } deed in { $month } geen beurten bij { $recipient }.
  }
timesheet-title = { $whose ->
    [own] { $form ->
        [u] Uw uren bij { $recipient }, { $month }: { $hours }, in { $count } { $count ->
            [1] beurt
           *[other] beurten
          }.
       *[je] Jouw uren bij { $recipient }, { $month }: { $hours }, in { $count } { $count ->
            [1] beurt
           *[other] beurten
          }.
      }
   *[other] De uren van { $name } bij { $recipient }, { $month }: { $hours }, in { $count } { $count ->
        [1] beurt
       *[other] beurten
      }.
  }
timesheet-sheet = Uren van { $name } bij { $recipient }, { $month }
timesheet-open = Nog niet akkoord.
timesheet-not-over = { $month } is nog niet voorbij; akkoord geven kan daarna.
timesheet-agreed = Akkoord: { $name }, { $when }.
timesheet-changed = { $name } gaf akkoord op { $when }, maar daarna is er iets veranderd. Er is opnieuw akkoord nodig.
timesheet-signed = Vastgelegd: akkoord met de uren van { $name } in { $month }, { $hours }. Op het blad is ruimte voor twee handtekeningen. Verandert er nog iets aan die beurten, dan is er opnieuw akkoord nodig.
timesheet-told = { $name } is akkoord met { $form ->
    [u] uw uren
   *[je] jouw uren
  } bij { $recipient } in { $month }: { $hours }.
timesheet-on-roster = volgens rooster
timesheet-total = Samen
timesheet-hours = uur
timesheet-file = uren.xlsx
timesheet-file-pdf = uren.pdf
timesheet-paper = Urenbriefje
timesheet-role-paid = Thuishulp
timesheet-role-helper = Wie hielp
timesheet-role-agrees = Akkoord, namens de kring
timesheet-for = Hulp voor
timesheet-month = Maand
timesheet-name = Naam
timesheet-signature = Handtekening
timesheet-date = Datum
button-sign = Akkoord
button-month-before = Een maand eerder
