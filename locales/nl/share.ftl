share-offer = Zal ik het rooster van { $recipient } ({ $period }) sturen naar { $names }?{ $left ->
    [0] {""}
    [1] {" "}{ $without } is hier niet te bereiken; op papier kan wel: 'print het rooster'.
   *[other] {" "}{ $without } zijn hier niet te bereiken; op papier kan wel: 'print het rooster'.
  }
share-nobody = Er is nog niemand naar wie ik het rooster van { $recipient } kan sturen. Op papier kan wel.
share-sent = { $count ->
    [1] Het rooster van { $recipient } gaat naar { $names }.
   *[other] Het rooster van { $recipient } gaat naar { $count } mensen: { $names }.
  }{ $later ->
    [0] {""}
   *[other] {" "}Wie nu stille uren heeft, krijgt het daarna.
  }
share-told = { $name } stuurt { $form ->
    [u] u
   *[je] je
  } het rooster van { $recipient }, { $period }:
  { $lines }
share-empty = Voor { $recipient } staat er nu niets op het rooster ({ $period }). Ik heb niets gestuurd.
share-gone = Daar is niemand meer naar wie ik het rooster kan sturen.
share-may-not = Het rooster naar anderen sturen doet de organisator. Hier is het voor { $form ->
    [u] uzelf; u mag het zelf doorsturen.
   *[je] jezelf; je mag het zelf doorsturen.
  }
button-share = Ja, versturen
