presence-title-away = Wie er weg is in de kring van { $recipient } ({ $when }):
presence-nobody-away = Niemand in de kring van { $recipient } heeft gezegd weg te zijn ({ $when }).
presence-title = In de kring van { $recipient } ({ $when }):
presence-free = - nog niets: { $names }
presence-busy = - { $name }: { $count ->
    [one] 1 beurt
   *[other] { $count } beurten
  }
presence-away = - { $name } is weg: { $days }
presence-not-yours = Wie er weg is, weet de organisator. Op het rooster staat wie er komt.
