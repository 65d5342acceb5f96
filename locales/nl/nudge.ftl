nudge-ask = { $form ->
    [u] Gaat het lukken, { $when }? { $what } voor { $recipient }. Dan weet iedereen waar hij aan toe is.
   *[je] Gaat het lukken, { $when }? { $what } voor { $recipient }. Dan weet iedereen waar hij aan toe is.
  }
nudge-unanswered = { $name } heeft nog niet laten weten of het lukt: { $what } voor { $recipient }, { $when }. Misschien even bellen?
