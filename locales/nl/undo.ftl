undo-nothing = Er is niets om terug te draaien.
undo-done-before = Dat is al teruggedraaid.
undo-undone = Teruggedraaid: { $about }.
undo-too-late = { $form ->
    [u] Daar is intussen iets aan veranderd: { $about }. Kijkt u even op het rooster?
   *[je] Daar is intussen iets aan veranderd: { $about }. Kijk je even op het rooster?
  }
undo-told = { $name } heeft dit teruggedraaid: { $about }.
