leave-confirm = { $form ->
    [u] Wilt u uit de kring van { $recipient }? { $count ->
        [0] Er staat niets op uw naam.
        [one] De beurt die op uw naam staat, komt dan weer open.
       *[other] De { $count } beurten die op uw naam staan, komen dan weer open.
    } { $later ->
        [yes] Dat gaat meteen in. Wilt u eerst nog komen, schrijf het me dan daarna.
       *[no] Ik stuur u er dan niets meer over.
    }
   *[je] Wil je uit de kring van { $recipient }? { $count ->
        [0] Er staat niets op jouw naam.
        [one] De beurt die op jouw naam staat, komt dan weer open.
       *[other] De { $count } beurten die op jouw naam staan, komen dan weer open.
    } { $later ->
        [yes] Dat gaat meteen in. Wil je eerst nog komen, schrijf het me dan daarna.
       *[no] Ik stuur je er dan niets meer over.
    }
  }
leave-done = { $form ->
    [u] Goed, u bent uit de kring van { $recipient }. Dank u wel voor alles, { $name }. Bedenkt u zich, vraag dan om een nieuwe code.
   *[je] Goed, je bent uit de kring van { $recipient }. Dank je wel voor alles, { $name }. Bedenk je je, vraag dan om een nieuwe code.
  }
leave-last-organiser = { $form ->
    [u] U bent de enige die de kring van { $recipient } regelt. Wie neemt het van u over?
   *[je] Je bent de enige die de kring van { $recipient } regelt. Wie neemt het van je over?
  }
leave-alone = { $form ->
    [u] U bent nog de enige in de kring van { $recipient }. Zal ik hem sluiten?
   *[je] Je bent nog de enige in de kring van { $recipient }. Zal ik hem sluiten?
  }
leave-nothing = { $form ->
    [u] U zit niet (meer) in die kring.
   *[je] Je zit niet (meer) in die kring.
  }
leave-successor-gone = Die is intussen niet meer in de kring. Er is niets veranderd.
leave-told = { $name } is uit de kring van { $recipient } gegaan.{ $count ->
    [0] {""}
    [one] {" "}Deze beurt is weer open:
   *[other] {" "}Deze beurten zijn weer open:
  }{ $count ->
    [0] {""}
   *[other] {"\u000A"}{ $list }
  }
leave-told-successor = { $form ->
    [u] { $name } is uit de kring van { $recipient } gegaan en heeft u gevraagd het regelen over te nemen. U kunt nu alles plannen en mensen uitnodigen. Komt dat niet uit, schrijf dan 'ik wil uit de kring'.
   *[je] { $name } is uit de kring van { $recipient } gegaan en heeft jou gevraagd het regelen over te nemen. Je kunt nu alles plannen en mensen uitnodigen. Komt dat niet uit, schrijf dan 'ik wil uit de kring'.
  }

button-leave = Ja, ik ga eruit
button-stay = Nee, ik blijf
button-close-circle = De kring sluiten
