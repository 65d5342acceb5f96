consent-asked = { $form ->
    [u] { $recipient } doet zelf mee en beslist mee. Ik vraag het eerst, en u hoort het van mij.
   *[je] { $recipient } doet zelf mee en beslist mee. Ik vraag het eerst, en je hoort het van mij.
  }
consent-ask-invite = { $form ->
    [u] { $by } wil { $name ->
        [none] iemand
       *[other] { $name }
    } uitnodigen om te helpen. Vindt u dat goed?
   *[je] { $by } wil { $name ->
        [none] iemand
       *[other] { $name }
    } uitnodigen om te helpen. Vind je dat goed?
  }
consent-ask-remove = { $form ->
    [u] { $by } wil { $name } uit de kring halen. Vindt u dat goed?
   *[je] { $by } wil { $name } uit de kring halen. Vind je dat goed?
  }
consent-ask-make = { $form ->
    [u] { $by } wil dat { $name } alles mee regelt: plannen, mensen uitnodigen en afzeggen. Vindt u dat goed?
   *[je] { $by } wil dat { $name } alles mee regelt: plannen, mensen uitnodigen en afzeggen. Vind je dat goed?
  }
consent-ask-pause = { $form ->
    [u] { $by } wil alle hulp even stilzetten. Dan vraag en herinner ik niemand. Vindt u dat goed?
   *[je] { $by } wil alle hulp even stilzetten. Dan vraag en herinner ik niemand. Vind je dat goed?
  }
consent-ask-close = { $form ->
    [u] { $by } wil stoppen met de zorgkring. Dan regel ik geen hulp meer. Vindt u dat goed?
   *[je] { $by } wil stoppen met de zorgkring. Dan regel ik geen hulp meer. Vind je dat goed?
  }
consent-yes-said = Fijn, ik zeg het { $by }.
consent-no-said = Helemaal goed. Het gebeurt niet, en ik zeg het { $by }.
consent-yes = { $recipient } vindt het goed{ $name ->
    [none] {""}
   *[other] : { $name }
  }.
consent-no = { $form ->
    [u] { $recipient } heeft het liever niet{ $name ->
        [none] {""}
       *[other] : { $name }
    }. Misschien praat u er samen nog even over.
   *[je] { $recipient } heeft het liever niet{ $name ->
        [none] {""}
       *[other] : { $name }
    }. Misschien praat je er samen nog even over.
  }
consent-gone = Die vraag is er niet meer.
