release-which = { $form ->
    [u] Welke beurt lukt u niet?
   *[je] Welke beurt lukt je niet?
  }
release-none-other = { $name } staat nu nergens op het rooster. Afzeggen hoeft dus niet.
release-none = { $form ->
    [u] U staat nu nergens op het rooster, dus u hoeft niets af te zeggen.
   *[je] Je staat nu nergens op het rooster, dus je hoeft niets af te zeggen.
  }
release-none-fits = { $form ->
    [u] Daar heb ik geen beurt van u gevonden. Zal ik laten zien waar u wel staat?
   *[je] Daar heb ik geen beurt van je gevonden. Zal ik laten zien waar je wel staat?
  }
release-done = { $form ->
    [u] Vervelend, dank dat u het zegt.
   *[je] Vervelend, dank dat je het zegt.
  } { $asked ->
    [none] Ik zoek iemand anders voor { $about }.
   *[other] Ik vraag meteen { $asked } voor { $about }.
  } Tot er iemand is, { $form ->
    [u] staat u er nog. Ik laat het u weten.
   *[je] sta jij er nog. Ik laat het je weten.
  }
release-done-other = { $form ->
    [u] Vervelend, dank dat u het zegt.
   *[je] Vervelend, dank dat je het zegt.
  } { $asked ->
    [none] Ik zoek iemand anders voor { $about }.
   *[other] Ik vraag meteen { $asked } voor { $about }.
  } Tot er iemand is, staat { $name } er nog. { $form ->
    [u] Ik laat het u weten.
   *[je] Ik laat het je weten.
  }
release-moved = { $form ->
    [u] Dank dat u het zegt.
   *[je] Dank dat je het zegt.
  } { $count ->
    [1] { $by } stond reserve en doet het nu: { $about }.
   *[other] { $by } stonden reserve en doen het nu: { $about }.
  } { $form ->
    [u] U hoeft niet meer te komen.
   *[je] Je hoeft niet meer te komen.
  }
release-moved-other = { $form ->
    [u] Dank dat u het zegt.
   *[je] Dank dat je het zegt.
  } { $count ->
    [1] { $by } stond reserve en doet het nu: { $about }.
   *[other] { $by } stonden reserve en doen het nu: { $about }.
  } { $name } hoeft niet meer te komen.
release-told-moved = { $name } kan toch niet: { $about }, voor { $recipient }. { $count ->
    [1] { $by } stond reserve en doet het nu.
   *[other] { $by } stonden reserve en doen het nu.
  }
release-told-self = { $by } zegt dat { $form ->
    [u] u niet kunt: { $about }. Ik zoek iemand anders. Klopt het niet, schrijf dan 'ik kan toch wel'.
   *[je] je niet kunt: { $about }. Ik zoek iemand anders. Klopt het niet, schrijf dan 'ik kan toch wel'.
  }
release-meant = { $form ->
    [u] Bedoelt u dat u niet kunt voor { $about }?
   *[je] Bedoel je dat je niet kunt voor { $about }?
  }
release-known = { $form ->
    [u] Dat weet ik, dank u. Ik zoek nog iemand voor { $about }.
   *[je] Dat weet ik, dank je. Ik zoek nog iemand voor { $about }.
  }
release-reserve = { $form ->
    [u] Goed, u staat geen reserve meer voor { $about }.
   *[je] Goed, je staat geen reserve meer voor { $about }.
  }
release-declined = { $form ->
    [u] Helemaal goed, dank u dat u het zegt. U hoeft niet: { $about }.
   *[je] Helemaal goed, dank dat je het zegt. Je hoeft niet: { $about }.
  }
release-declined-told = { $name } kan niet: { $about }, voor { $recipient }. { $asked ->
    [none] De beurt staat open en ik ga het rondvragen.
   *[other] Ik vraag het nu aan { $asked }.
  }
release-told = { $name } kan toch niet: { $about }, voor { $recipient }. { $asked ->
    [none] Ik ga het rondvragen
   *[other] Ik vraag het nu aan { $asked }
  }; tot er iemand is, blijft { $name } ervoor staan.
undo-release = { $about }
button-after-all = Ik kan toch wel
release-organiser = { $form ->
    [u] Wat vervelend. Wilt u dat iemand anders de kring van { $recipient } mee regelt, zodat u kunt rusten?
   *[je] Wat vervelend. Wil je dat iemand anders de kring van { $recipient } mee regelt, zodat jij kunt rusten?
  }
button-let-arrange = Ja, kies iemand
release-kept = { $form ->
    [u] Deze blijven op uw naam: { $about }.
   *[je] Deze blijven op jouw naam: { $about }.
  }
