strain-emergency = Bel nu 112. Is het niet levensgevaarlijk maar wel dringend: bel de huisarts of de huisartsenpost. Ik plan even niets.
strain-signal = { $form ->
    [u] Dat klinkt zwaar. U hoeft het niet alleen te doen. De huisarts of het steunpunt mantelzorg in uw gemeente denkt graag mee; de Mantelzorglijn is 030 760 60 55. Zal ik helpen iets uit handen te geven?
   *[je] Dat klinkt zwaar. Je hoeft het niet alleen te doen. De huisarts of het steunpunt mantelzorg in je gemeente denkt graag mee; de Mantelzorglijn is 030 760 60 55. Zal ik helpen iets uit handen te geven?
  }

button-hand-over = Een beurt afgeven
