habit-end-confirm = { $mine ->
    [yes] { $form ->
        [u] Zal ik dit in nieuwe weken niet meer op uw naam zetten?
       *[je] Zal ik dit in nieuwe weken niet meer op jouw naam zetten?
      }
   *[no] Zal ik dit in nieuwe weken niet meer op naam van { $name } zetten?
  }{ $count ->
    [0] { "" }
    [1] { " " }Er staat nu nog één beurt.
   *[other] { " " }Er staan nu nog { $count } beurten.
  }
habit-end-none = { $mine ->
    [yes] { $form ->
        [u] Er staat niets vast op uw naam. Gaat het om één keer, schrijf dan: ik kan dinsdag niet.
       *[je] Er staat niets vast op jouw naam. Gaat het om één keer, schrijf dan: ik kan dinsdag niet.
      }
   *[no] Er staat niets vast op naam van { $name }.
  }
habit-end-done = { $mine ->
    [yes] { $form ->
        [u] Goed, in nieuwe weken staat { $what } niet meer op uw naam. Dank u voor alles.
       *[je] Goed, in nieuwe weken staat { $what } niet meer op jouw naam. Dank je voor alles.
      }
   *[no] Goed, in nieuwe weken staat { $what } niet meer op naam van { $name }.
  }{ $count ->
    [0] { "" }
    [1] { " " }Voor de beurt die er al stond zoek ik iemand anders. Tot die er is, blijft die staan.
   *[other] { " " }Voor de { $count } beurten die er al stonden zoek ik anderen. Tot die er zijn, blijven ze staan.
  }
habit-end-told = { $name } doet niet meer vast { $what }, voor { $recipient }. Nieuwe weken komen open te staan.{ $count ->
    [0] { "" }
    [1] { " " }Voor de beurt die er al stond zoek ik iemand anders.
   *[other] { " " }Voor de { $count } beurten die er al stonden zoek ik anderen.
  }
habit-end-told-them = { $form ->
    [u] { $by } heeft gezegd dat u { $what } niet meer vast doet, voor { $recipient }. Klopt dat niet, zeg het dan gerust.
   *[je] { $by } heeft gezegd dat je { $what } niet meer vast doet, voor { $recipient }. Klopt dat niet, zeg het dan gerust.
  }
undo-habit-end = niet meer vast: { $about }
button-habit-end-new = Alleen nieuwe weken
button-habit-end-all = Ook wat er staat
