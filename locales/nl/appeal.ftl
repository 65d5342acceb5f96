appeal-done = Ik vraag het aan { $names }{ $later ->
    [none] {"."}
    [all] {","} morgenochtend: nu is het rusttijd.
   *[some] {";"} wie nu rusttijd heeft, krijgt de vraag in de ochtend.
  } { $form ->
    [u] Zegt iemand ja, of kan niemand, dan hoort u het.
   *[je] Zegt iemand ja, of kan niemand, dan hoor je het.
  }{ $absent ->
    [none] {""}
   *[other] {" "}{ $absent } zit nog niet in de chat, die kan ik niet vragen.
  }
appeal-nobody-there = Er is nu niemand die ik kan vragen.{ $absent ->
    [none] {""}
   *[other] {" "}{ $absent } staat wel op het rooster, maar doet nog niet mee in de chat.
  }

appeal-asked-one = { $form ->
    [u] Ik vraag het aan { $name }. Zegt { $name } ja, dan ziet u het op het rooster.
   *[je] Ik vraag het aan { $name }. Zegt { $name } ja, dan zie je het op het rooster.
  }
