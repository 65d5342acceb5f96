partly-passed-on = { $form ->
    [u] Dank u, ik geef het door aan { $names }: u { $at ->
        [start] komt om { $clock }
       *[end] gaat om { $clock } weg
      } ({ $about }). De beurt blijft op uw naam.
   *[je] Dank je, ik geef het door aan { $names }: je { $at ->
        [start] komt om { $clock }
       *[end] gaat om { $clock } weg
      } ({ $about }). De beurt blijft op jouw naam.
  }
partly-told = { $name } { $at ->
    [start] komt pas om { $clock }
   *[end] gaat al om { $clock } weg
  }, voor { $recipient }: { $about }. Zal ik de beurt zo zetten?
partly-fit = { $form ->
    [u] U { $at ->
        [start] komt dan om { $clock }
       *[end] gaat dan om { $clock } weg
      }: { $about }. Zal ik de beurt zo zetten?
   *[je] Je { $at ->
        [start] komt dan om { $clock }
       *[end] gaat dan om { $clock } weg
      }: { $about }. Zal ik de beurt zo zetten?
  }
button-fit = Zet op { $hours }
