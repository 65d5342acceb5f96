claim-reserve = { $form ->
    [u] Dank u wel. U staat
   *[je] Dank je wel. Je staat
  } reserve voor { $about }. Komt er een plek vrij, { $near ->
    [yes] { $form ->
        [u] dan vraag ik het u als eerste.
       *[je] dan vraag ik het jou als eerste.
      }
   *[no] { $form ->
        [u] dan is die van u en hoort u het. Is het dan al binnen een dag, dan vraag ik het u eerst.
       *[je] dan is die van jou en hoor je het. Is het dan al binnen een dag, dan vraag ik het je eerst.
      }
  }
undo-reserve = reserve voor { $about }
