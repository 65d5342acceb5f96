own-visit-none-near-other = Ik zie nu geen beurt van { $name } waar dat over gaat. Op het rooster staat wanneer { $name } komt.
own-visit-off = { $form ->
    [u] Die beurt staat niet meer op uw naam.
   *[je] Die beurt staat niet meer op jouw naam.
  }
own-visit-none-near = { $form ->
    [u] Ik zie nu geen beurt van u waar dat over gaat. Schrijf 'mijn beurten' om te zien waar u op staat.
   *[je] Ik zie nu geen beurt van jou waar dat over gaat. Schrijf 'mijn beurten' om te zien waar je op staat.
  }
