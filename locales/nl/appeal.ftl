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
appeal-asked-for = { $form ->
    [u] Ik vraag het aan { $name }, en u hoort het als { $name } ja zegt:
   *[je] Ik vraag het aan { $name }, en je hoort het als { $name } ja zegt:
  }
    { $lines }
appeal-cannot = { $absent ->
    [yes] { $name } zit nog niet in de chat, dus ik kan het niet vragen.
   *[no] { $name } is dan niet vrij, voor zover ik weet.
  } { $form ->
    [u] Zal ik het anderen vragen?
   *[je] Zal ik het anderen vragen?
  }
appeal-whom = { $form ->
    [u] Wie zal ik het vragen? Die naam ken ik hier niet.
   *[je] Wie zal ik het vragen? Die naam ken ik hier niet.
  }
appeal-nothing = Er staat dan niets open waarvoor ik { $name } kan vragen.
