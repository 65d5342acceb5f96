handover-title = De overdracht van { $recipient }, van de laatste week:
handover-empty = Er is de laatste week niets opgeschreven over { $recipient }. { $form ->
    [u] Schrijf 'notitie:' met uw bericht erachter, dan bewaar ik het voor de volgende.
   *[je] Schrijf 'notitie:' met je bericht erachter, dan bewaar ik het voor de volgende.
  }
handover-more = En nog { $count } van eerder. Met 'exporteer het logboek' { $form ->
    [u] krijgt u
   *[je] krijg je
  } alles.
handover-search-what = { $form ->
    [u] Waar zal ik in het logboek van { $recipient } naar zoeken? Schrijf bijvoorbeeld 'zoek in het logboek naar slapen'.
   *[je] Waar zal ik in het logboek van { $recipient } naar zoeken? Schrijf bijvoorbeeld 'zoek in het logboek naar slapen'.
  }
handover-found = In het logboek van { $recipient } over '{ $sought }', { $count ->
    [1] één keer
   *[other] { $count } keer
  }:
handover-not-found = In het logboek van { $recipient } vind ik niets over '{ $sought }'.
handover-told = Dit is opgeschreven bij { $recipient }:
handover-not-told = Daarover is bij { $recipient } nog niets opgeschreven. Wie het weet, kan het doorgeven, bijvoorbeeld zo: 'noteer: de sleutel hangt in de schuur'.
handover-no-address = Het adres staat er nog niet bij. Wie het weet, kan het doorgeven, bijvoorbeeld zo: 'het adres is Dorpsstraat 5'.
handover-nothing-to-take = In het logboek van { $recipient } staat niets om mee te nemen ({ $period }).
handover-file = Het logboek van { $recipient }, { $period }: { $count } { $count ->
    [1] regel
   *[other] regels
  }.
handover-file-title = Logboek van { $recipient }
handover-file-pdf = logboek.pdf
handover-file-xlsx = logboek.xlsx
log-sheet = Logboek
log-at = Wanneer
log-author = Wie
log-about = Bij
log-text = Wat
button-log-pdf = Op papier
button-log-xlsx = Als Excel
