reminder-text = { $far ->
    [yes] { $when }: { $what }, voor { $recipient }.
   *[no] { $when }: { $what }, voor { $recipient } ({ $clock }).
  }
reminder-in = over { $length }
reminder-now = nu
reminder-handover = Laatste bericht van { $who }: "{ $text }"
reminder-going = Fijn, { $name }. { $today ->
    [yes] Tot straks!
   *[no] Tot { $when }!
  }
reminder-for-other = Voor { $name }, { $text }
reminder-goes = Fijn, dan gaat { $name } naar { $recipient }. { $form ->
    [u] Dank u voor het doorgeven.
   *[je] Dank je voor het doorgeven.
  }
reminder-please = { $form ->
    [u] Laat u even weten of het lukt?
   *[je] Laat je even weten of het lukt?
  }
reminder-nobody-yet = { $form ->
    [u] Er is nog niemand die het van u overneemt.
   *[je] Er is nog niemand die het van je overneemt.
  }
reminder-late = Geen probleem, ik geef het door: { $length } later.
reminder-late-some = { $form ->
    [u] Geen probleem, ik geef het door. Weet u hoeveel later? Schrijf dan bijvoorbeeld '20 minuten'.
   *[je] Geen probleem, ik geef het door. Weet je hoeveel later? Schrijf dan bijvoorbeeld '20 minuten'.
  }
reminder-late-told = { $name } komt { $length } later voor { $recipient }: { $what }.
reminder-a-little = wat
button-going = Ik ga
button-goes = { $name } gaat
button-comes = Komt goed
reminder-over = { $about }, is al geweest. Is het gelukt?
