release-which = { $form ->
    [u] Welke beurt lukt u niet?
   *[je] Welke beurt lukt je niet?
  }
release-none = { $form ->
    [u] U staat nu nergens op het rooster, dus u hoeft niets af te zeggen.
   *[je] Je staat nu nergens op het rooster, dus je hoeft niets af te zeggen.
  }
release-none-fits = { $form ->
    [u] Daar heb ik geen beurt van u gevonden. Zal ik laten zien waar u wel staat?
   *[je] Daar heb ik geen beurt van je gevonden. Zal ik laten zien waar je wel staat?
  }
release-done = { $form ->
    [u] Vervelend, dank dat u het zegt. Ik zoek meteen iemand anders voor { $about }. Tot die er is staat u er nog, en ik laat het u weten.
   *[je] Vervelend, dank dat je het zegt. Ik zoek meteen iemand anders voor { $about }. Tot die er is sta jij er nog, en ik laat het je weten.
  }
release-known = { $form ->
    [u] Dat weet ik, dank u. Ik zoek nog iemand voor { $about }.
   *[je] Dat weet ik, dank je. Ik zoek nog iemand voor { $about }.
  }
release-reserve = { $form ->
    [u] Goed, u staat geen reserve meer voor { $about }.
   *[je] Goed, je staat geen reserve meer voor { $about }.
  }
release-told = { $name } kan toch niet: { $about }, voor { $recipient }. De beurt staat weer open; tot er iemand anders is, blijft { $name } ervoor staan.
release-reserve-asked = { $form ->
    [u] U staat reserve voor { $about }, bij { $recipient }. Het is nu nodig. Kunt u? Nee is ook goed.
   *[je] Je staat reserve voor { $about }, bij { $recipient }. Het is nu nodig. Kun jij? Nee is ook goed.
  }
undo-release = { $about }
