undo-nothing = Er is niets om terug te draaien.
undo-nothing-yet = { $form ->
    [u] Ik had nog niets gedaan, dus het blijft zoals het was. Bedoelt u wat u daarvoor deed? Dat was: { $about }.
   *[je] Ik had nog niets gedaan, dus het blijft zoals het was. Bedoel je wat je daarvoor deed? Dat was: { $about }.
  }
undo-circle-stays = Er is niets om terug te draaien. De kring zelf blijft, want er doen al anderen mee.
undo-done-before = Dat is al teruggedraaid.
undo-too-old = Dat is te lang geleden om met één tik terug te draaien: { $about }. Zeg gerust wat er anders moet.
undo-over = Dat is al voorbij, dus ik laat het staan: { $about }.
undo-may-not = Dat kan alleen wie de kring van { $recipient } regelt terugdraaien: { $about }.
undo-gaps = Wie er intussen niet meer bij is, zet ik niet terug. Dit staat daardoor open voor { $recipient }:
    { $list }
undo-gaps-told = Dit is teruggedraaid: { $about }. Iemand is er intussen niet meer bij, dus voor { $recipient } staat open:
    { $list }
undo-twice = { $own ->
    [yes] { $form ->
        [u] Let op: u heeft
       *[je] Let op: je hebt
      } dan ook iets anders.{ $names ->
        [none] { "" }
       *[other] { " " }Dat geldt ook voor { $names }.
      }
   *[no] Let op: { $names } heeft dan ook iets anders.
  }
undo-twice-told = Dit is teruggedraaid voor { $recipient }: { $about }. Let op: { $names } heeft dan ook iets anders.
undo-undone = Teruggedraaid: { $about }.
undo-too-late = { $form ->
    [u] Daar is intussen iets aan veranderd: { $about }. Kijkt u even op het rooster?
   *[je] Daar is intussen iets aan veranderd: { $about }. Kijk je even op het rooster?
  }
undo-called-off = Die beurt gaat intussen niet meer door: { $about }. Er is niets meer terug te draaien.
undo-others-on-it = { $names } { $count ->
    [1] doet
   *[other] doen
  } dat intussen: { $about }. Moet het toch niet doorgaan, dan zeg ik het af en hoort iedereen het.
undo-taken-over = { $names } { $count ->
    [1] heeft
   *[other] hebben
  } die beurt intussen overgenomen: { $about }. Zal ik vragen of { $form ->
    [u] u
   *[je] jij
  } hem toch mag doen?
undo-taken = Op die beurt { $count ->
    [1] staat intussen { $names }
   *[other] staan intussen { $names }
  }: { $about }. { $form ->
    [u] Kijkt u even op het rooster?
   *[je] Kijk je even op het rooster?
  }
undo-asked = { $name } kan toch wel en wil graag zelf: { $about }, voor { $recipient }. { $form ->
    [u] Vindt u dat goed?
   *[je] Vind je dat goed?
  }
undo-will-ask = Ik vraag het { $name }. { $form ->
    [u] U hoort het van mij.
   *[je] Je hoort het van mij.
  }
undo-keeps = Fijn, dan blijft het van { $form ->
    [u] u. Ik laat het { $name } weten.
   *[je] jou. Ik laat het { $name } weten.
  }
undo-kept = { $name } doet het toch liever zelf: { $about }. Dank je dat je het aanbood.
undo-handed-back = Goed, { $name } doet het: { $about }. { $form ->
    [u] U hoeft
   *[je] Je hoeft
  } niet meer te gaan.
undo-back-to-you = { $name } vindt het goed. Het staat weer op { $form ->
    [u] uw
   *[je] jouw
  } naam: { $about }.
undo-told = { $name } heeft dit teruggedraaid: { $about }.
undo-told-yours = { $name } heeft dit teruggedraaid: { $about }. { $form ->
    [u] Het staat nu op uw naam.
   *[je] Het staat nu op jouw naam.
  }
undo-told-reserve = { $name } heeft dit teruggedraaid: { $about }. { $form ->
    [u] U staat weer reserve.
   *[je] Je staat weer reserve.
  }
undo-hand-back = { $about }

button-call-off = Toch afzeggen
button-fine = Is goed
button-rather-me = Ik doe het liever
