proposal-asked = { $form ->
    [u] Dag { $name }, ik heb met { $by } een verdeling gemaakt voor { $recipient }. Lukt { $count ->
        [1] deze beurt
       *[other] dit
      } u?
   *[je] Hoi { $name }, ik heb met { $by } een verdeling gemaakt voor { $recipient }. Lukt { $count ->
        [1] deze beurt
       *[other] dit
      } jou?
  }
proposal-asked-no-is-fine = Nee is ook goed.
proposal-which = { $form ->
    [u] Welke doet u?
   *[je] Welke doe je?
  }
proposal-declined = Het lukt { $name } niet: { $about }. Dat staat nog open.
button-proposal-part = Een deel
