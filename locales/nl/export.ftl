export-file = rooster.ics
export-calendar = Zorg voor { $recipient }
export-title = Het rooster van { $recipient }, { $period }:
export-empty-week = Deze dagen staat er niets op.
export-how = { $form ->
    [u] In het bestand { $count ->
        [1] staat een beurt
       *[other] staan { $count } beurten
      }{ $far ->
        [yes] {" "}tot negen weken vooruit
       *[no] {""}
      }. Tik het aan om ze in uw agenda te zetten. De tekst hierboven kunt u doorsturen.
   *[je] In het bestand { $count ->
        [1] staat een beurt
       *[other] staan { $count } beurten
      }{ $far ->
        [yes] {" "}tot negen weken vooruit
       *[no] {""}
      }. Tik het aan om ze in je agenda te zetten. De tekst hierboven kun je doorsturen.
  }
export-later = { $format ->
    [pdf] Een pdf
    [excel] Een Excel-bestand
    [xlsx] Een Excel-bestand
    [csv] Een csv-bestand
    [word] Een Word-bestand
   *[paper] Een versie voor op papier
  } maak ik nog niet, dat komt later. Wel een bestand voor de agenda, en het rooster als tekst.
export-nothing = Voor { $recipient } staat er niets op het rooster om mee te nemen ({ $period }).
export-none-of-yours = { $form ->
    [u] U staat zelf nergens op ({ $period }).
   *[je] Je staat zelf nergens op ({ $period }).
  }
export-event = { $state ->
    [open] OPEN: { $what } ({ $recipient })
    [wanted] { $what } ({ $recipient }): { $who }, zoekt vervanging
    [some] { $what } ({ $recipient }): { $who }, nog iemand nodig
    [hidden-open] OPEN: { $what } ({ $recipient })
    [hidden-filled] { $what } ({ $recipient })
   *[filled] { $what } ({ $recipient }): { $who }
  }
export-line = { $when } { $what }: { $state ->
    [open] open
   *[filled] geregeld
  }

button-only-mine = Alleen mijn beurten
