rename-done = { $form ->
    [u] Goed, u heet hier voortaan { $name }. Zo ziet iedereen in de kring het ook.
   *[je] Goed, je heet hier voortaan { $name }. Zo ziet iedereen in de kring het ook.
  }
rename-same = { $form ->
    [u] Zo noem ik u al: { $name }.
   *[je] Zo noem ik je al: { $name }.
  }
undo-rename = weer { $about }
