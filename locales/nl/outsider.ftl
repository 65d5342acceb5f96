outsider-which = { $form ->
    [u] U zit niet in een kring van { $name }.
   *[je] Je zit niet in een kring van { $name }.
  } { $count ->
    [one] Is dit voor { $mine }?
   *[other] Voor wie is dit?
  }
outsider-none = { $form ->
    [u] U zit niet in een kring van { $name }. Wel in die van { $mine }.
   *[je] Je zit niet in een kring van { $name }. Wel in die van { $mine }.
  }
button-for = Voor { $name }
button-circle-for = Kring voor { $name }
outsider-kin = { $form ->
    [u] uw { $kinship }
   *[je] je { $kinship }
  }
outsider-died = Wat verdrietig, heel veel sterkte. Voor { $name } is er geen kring waar { $form ->
    [u] u in zit
   *[je] je in zit
  }. Aan die van { $mine } verander ik niets.
