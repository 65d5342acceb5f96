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
