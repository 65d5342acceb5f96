strain-emergency = Bel nu 112. Is het niet levensgevaarlijk maar wel dringend: bel de huisarts of de huisartsenpost. Ik plan even niets.
strain-emergency-own = { $form ->
    [u] Bel nu 112. Is het niet levensgevaarlijk maar wel dringend: bel de huisarts of de huisartsenpost. Ik plan even niets. U staat deze dagen nog op: { $about }. Lukt dat niet, tik dan hieronder.
   *[je] Bel nu 112. Is het niet levensgevaarlijk maar wel dringend: bel de huisarts of de huisartsenpost. Ik plan even niets. Je staat deze dagen nog op: { $about }. Lukt dat niet, tik dan hieronder.
  }
strain-called = Wat schrikken. Goed dat er hulp gehaald is. Verandert er iets terwijl jullie wachten, bel dan weer 112.
strain-saw-help = { $names ->
    [none] Daar weet ik niets van.
   *[other] Daar weet ik niets van. Bel of app { $names } even, die weet misschien meer.
  } Heeft iemand nu hulp nodig? Bel dan 112.
strain-relieved = Gelukkig! { $form ->
    [u] Fijn dat u het laat weten.
   *[je] Fijn dat je het laat weten.
  }
strain-signal = { $form ->
    [u] Dat klinkt zwaar. U hoeft het niet alleen te doen. De huisarts of het steunpunt mantelzorg in uw gemeente denkt graag mee; de Mantelzorglijn is 030 760 60 55. Zal ik helpen iets uit handen te geven?
   *[je] Dat klinkt zwaar. Je hoeft het niet alleen te doen. De huisarts of het steunpunt mantelzorg in je gemeente denkt graag mee; de Mantelzorglijn is 030 760 60 55. Zal ik helpen iets uit handen te geven?
  }
# ... and what they ask for themselves follows.
strain-comfort = { $form ->
    [u] Dat klinkt zwaar. U hoeft het niet alleen te doen. De huisarts of het steunpunt mantelzorg in uw gemeente denkt graag mee; de Mantelzorglijn is 030 760 60 55.
   *[je] Dat klinkt zwaar. Je hoeft het niet alleen te doen. De huisarts of het steunpunt mantelzorg in je gemeente denkt graag mee; de Mantelzorglijn is 030 760 60 55.
  }

button-ask-help = Hulp vragen
button-hand-over = Een beurt afgeven
