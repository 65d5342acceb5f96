habit-confirm = { $whose ->
    [own] Zal ik dit voortaan altijd op { $form ->
        [u] uw
       *[je] jouw
      } naam zetten? Ook in de weken die nog komen.
   *[other] Zal ik dit voortaan altijd op naam van { $name } zetten? Ook in de weken die nog komen.
  }
habit-line = { $what }, elke { $when } om { $clock }
habit-none = Daar vind ik niets bij dat elke week terugkomt. Zet het eerst op het rooster, bijvoorbeeld: elke dinsdag om 10 uur koffie.
habit-done = { $whose ->
    [own] { $form ->
        [u] Fijn! Het staat voortaan op uw naam.
       *[je] Fijn! Het staat voortaan op jouw naam.
      }
   *[other] Goed. Het staat voortaan op naam van { $name }.
  } { $count ->
    [0] Er was nog geen open beurt bij.
    [1] Nu is dat één beurt.
   *[other] Nu zijn dat { $count } beurten.
  }
habit-told = { $name } doet voortaan altijd { $what } ({ $count } keer tot nu toe), voor { $recipient }.
habit-from = de eerste keer { $first }
habit-shares-confirm = Zal ik dit voortaan zo op naam zetten? Ook in de weken die nog komen.
habit-shares-line = { $what } om { $clock }: { $name } { $when }
habit-shares-done = Goed. Voortaan zo:
undo-habit = voortaan { $about }
