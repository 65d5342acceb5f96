handover-title = De overdracht van { $recipient }, van de laatste week:
handover-empty = Er is de laatste week niets opgeschreven over { $recipient }. { $form ->
    [u] Schrijf 'notitie:' met uw bericht erachter, dan bewaar ik het voor de volgende.
   *[je] Schrijf 'notitie:' met je bericht erachter, dan bewaar ik het voor de volgende.
  }
