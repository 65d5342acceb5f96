overview-title = { $circles ->
    [1] Bij { $recipient } { $open ->
        [1] staat nog één beurt open
       *[other] staan nog { $open } beurten open
      }, { $period }:
   *[other] Van { $form ->
        [u] uw
       *[je] je
      } { $circles } kringen { $at ->
        [1] heeft er één nog iemand nodig
       *[other] hebben er { $at } nog mensen nodig
      }, { $period }. { $open ->
        [1] Er staat één beurt open:
       *[other] Er staan { $open } beurten open:
      }
  }
overview-wanted = (nog { $count } nodig)
overview-more = En nog { $count } daarna.
overview-lend = { $form ->
    [u] Kies een beurt om er iemand van uw organisatie voor te vragen.
   *[je] Kies een beurt om er iemand van je organisatie voor te vragen.
  }
overview-all-well = { $circles ->
    [1] Bij { $recipient } is alles geregeld, { $period }.
   *[other] In alle { $circles } kringen is alles geregeld, { $period }.
  }{ $hidden ->
    [0] {""}
    [1] {" "}Eén kring laat niet zien wat er open staat.
   *[other] {" "}{ $hidden } kringen laten niet zien wat er open staat.
  }
overview-may-not = { $count ->
    [1] De kring laat nu niet zien wat er open staat. De organisator kan dat veranderen.
   *[other] De kringen laten nu niet zien wat er open staat. De organisatoren kunnen dat veranderen.
  }
overview-begun = { $count ->
    [1] Ik maak het bestand, { $period }. Een ogenblik.
   *[other] Ik maak één bestand van { $count } kringen, { $period }. Een ogenblik.
  }
overview-busy-already = { $form ->
    [u] Ik ben er al mee bezig. U krijgt het zo.
   *[je] Ik ben er al mee bezig. Je krijgt het zo.
  }
overview-progress = Ik ben bezig: { $done } van de { $count } kringen.
overview-ready = { $count ->
    [1] Hier is het overzicht, { $period }.
   *[other] Hier is het overzicht van { $count } kringen, { $period }. Op het eerste blad staan ze allemaal, daarna heeft elke kring een eigen blad. Het laat zien wat elke kring zelf toestaat.
  }
overview-failed = { $form ->
    [u] Het overzicht is niet gelukt. Vraagt u het straks nog eens?
   *[je] Het overzicht is niet gelukt. Vraag je het straks nog eens?
  }
overview-file = kringen.xlsx
overview-sheet = Kringen
overview-circle = Kring
overview-shifts = Beurten
overview-open = Open
overview-covered = Geregeld
overview-hours = Uren geholpen
overview-unseen = niet gedeeld
overview-back = Terug naar alle kringen
button-overview = Waar dreigt het mis?
button-overview-file = Alles in één bestand
