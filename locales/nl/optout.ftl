# What belongs to a number on WhatsApp.

# The button of every template.
view = Bekijk
button-start-again = Weer berichten

optout-done = { $form ->
    [u] Goed, ik stuur u hier niets meer, ook geen herinneringen. Uw beurten blijven op uw naam staan. Wilt u die afzeggen, of uit de kring stappen, schrijf dat dan gerust. Met 'start' krijgt u weer berichten.
   *[je] Goed, ik stuur je hier niets meer, ook geen herinneringen. Je beurten blijven op je naam staan. Wil je die afzeggen, of uit de kring stappen, schrijf dat dan gerust. Met 'start' krijg je weer berichten.
  }
optout-done-nowhere = { $form ->
    [u] Goed, ik stuur u hier niets meer. Met 'start' krijgt u weer berichten.
   *[je] Goed, ik stuur je hier niets meer. Met 'start' krijg je weer berichten.
  }
optout-stranger = Goed, ik stuur je niets meer. Ik onthoud alleen dat je geen berichten wilt. Met 'start' kun je altijd opnieuw beginnen.
optout-still = { $form ->
    [u] (Herinneringen krijgt u niet. Met 'start' wel weer.)
   *[je] (Herinneringen krijg je niet. Met 'start' wel weer.)
  }
optout-undone = { $form ->
    [u] Fijn dat u er weer bent. U krijgt hier weer berichten en herinneringen.
   *[je] Fijn dat je er weer bent. Je krijgt hier weer berichten en herinneringen.
  }
optout-nothing-waits = { $form ->
    [u] Er staat verder niets meer klaar voor u.
   *[je] Er staat verder niets meer klaar voor je.
  }
optout-ask-name = We hebben elkaar lang niet gesproken, en een nummer kan van iemand anders worden. Met wie spreek ik?
optout-same = { $form ->
    [u] Dank u wel, { $name }. Wat kan ik voor u doen?
   *[je] Dank je wel, { $name }. Wat kan ik voor je doen?
  }
