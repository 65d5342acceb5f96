corrected-move = { $begin } staat er geen { $what }. Zal ik de beurt van { $before } verzetten naar { $when }?
corrected-nothing-then = { $form ->
    [u] { $begin } staat er geen { $what }. U staat nog op die van { $before }.
   *[je] { $begin } staat er geen { $what }. Je staat nog op die van { $before }.
  }
