drop-part-scope = Goed, { $gone } hoeft niet meer. { $begin } blijft staan. Dit komt vaker terug. { $form ->
    [u] Welke beurten bedoelt u?
   *[je] Welke beurten bedoel je?
  }
drop-part-done = Goed, { $gone } hoeft niet meer. { $begin } blijft staan, { $count ->
    [1] { $when }
   *[other] { $count } keer
  }.{ $names ->
    [none] {""}
   *[other] {" "}Ik laat het { $names } weten.
  }
drop-part-told = Voor { $recipient }, { $when }: { $gone } hoeft niet meer, zegt { $name }. { $begin } blijft staan.
undo-drop-part = { $about }
button-that-too = Dat ook afzeggen
