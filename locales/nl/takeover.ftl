takeover-none = { $form ->
    [u] Van wie wilt u iets overnemen? Die naam ken ik hier niet.
   *[je] Van wie wil je iets overnemen? Die naam ken ik hier niet.
  }
takeover-none-of = Ik vind daarvoor geen beurt van { $name }.
takeover-which = { $form ->
    [u] Welke beurt van { $name } wilt u overnemen?
   *[je] Welke beurt van { $name } wil je overnemen?
  }
takeover-asked = { $form ->
    [u] { $name } wil graag uw beurt overnemen, voor { $recipient }: { $about }. Is dat goed?
   *[je] { $name } wil graag jouw beurt overnemen, voor { $recipient }: { $about }. Is dat goed?
  }
takeover-sent = { $form ->
    [u] Fijn! Ik vraag { $name } of dat goed is: { $about }. U hoort het van mij.
   *[je] Fijn! Ik vraag { $name } of dat goed is: { $about }. Je hoort het van mij.
  }
takeover-organiser = { $name } kan ik niet bereiken. Vraag even aan wie het rooster maakt om het te veranderen.
takeover-given = { $form ->
    [u] Goed, { $name } doet het: { $about }. U hoeft niet meer te gaan.
   *[je] Goed, { $name } doet het: { $about }. Je hoeft niet meer te gaan.
  }
takeover-yours = { $form ->
    [u] { $name } vindt het goed: { $about }, voor { $recipient }, staat nu op uw naam. Dank u wel!
   *[je] { $name } vindt het goed: { $about }, voor { $recipient }, staat nu op jouw naam. Dank je wel!
  }
takeover-kept = { $form ->
    [u] { $name } doet het toch zelf: { $about }. Dank u voor het aanbod.
   *[je] { $name } doet het toch zelf: { $about }. Dank je voor het aanbod.
  }
