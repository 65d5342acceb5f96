both-asked-told = { $name } heeft geantwoord{ $about ->
    [none] {""}
   *[other] {" "}op de vraag over { $about }
  }: '{ $label }'. { $form ->
    [u] U hoeft niets te doen.
   *[je] Jij hoeft niets te doen.
  }
chosen-by = { $name }: { $label }
