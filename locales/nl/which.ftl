which-question = { $form ->
    [u] Waar zegt u dat op?
   *[je] Waar zeg je dat op?
  }
