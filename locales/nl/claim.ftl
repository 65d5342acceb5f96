claim-open-for = Nog open voor { $recipient }:
claim-and-more = En nog { $count } daarna.
claim-places = (nog { $count } { $count ->
    [1] iemand
   *[other] mensen
  } nodig)
claim-nothing-open = Er staat nu niets open. Fijn dat { $form ->
    [u] u het vraagt
   *[je] je het vraagt
  }!
claim-nothing-fits = Daar is nu geen open beurt voor.
claim-which = { $form ->
    [u] Welke wilt u doen?
   *[je] Welke wil je doen?
  }
claim-done = Fijn, { $name }! { $about } staat op { $form ->
    [u] uw
   *[je] jouw
  } naam, voor { $recipient }. Ik stuur op tijd een herinnering.
claim-told = { $name } doet het: { $about }, voor { $recipient }.
claim-relieved = { $name } heeft { $about } van { $form ->
    [u] u overgenomen. U hoeft
   *[je] je overgenomen. Je hoeft
  } niet meer te gaan.
claim-yours = Die staat al op { $form ->
    [u] uw
   *[je] jouw
  } naam: { $about }.
claim-taken = { $count ->
    [1] { $by } doet het
   *[other] { $by } doen het
  } al: { $about }. { $form ->
    [u] Wilt u
   *[je] Wil je
  } reserve staan, voor als er iets tussenkomt?
claim-reserve = Dank je. { $form ->
    [u] U staat
   *[je] Je staat
  } reserve voor { $about }. Is het nodig, dan hoor{ $form ->
    [u] t u
   *[je] {" "}je
  } het van mij.
claim-reserve-already = { $by } doet het, en { $form ->
    [u] u staat
   *[je] jij staat
  } al reserve: { $about }.
claim-past = Die beurt is al geweest.
claim-gone = Die beurt is er niet meer.
claim-many = Dat zijn { $count } beurten. Zal ik ze alle op { $form ->
    [u] uw
   *[je] jouw
  } naam zetten?
claim-many-done = Fijn! { $count ->
    [1] Een beurt staat
   *[other] { $count } beurten staan
  } op { $form ->
    [u] uw
   *[je] jouw
  } naam.{ $missed ->
    [0] {""}
   *[other] {" "}De andere had intussen iemand anders.
  }
claim-many-told = { $name } doet { $count } beurten voor { $recipient }: { $what }.
undo-claim = { $about }
undo-reserve = reserve voor { $about }

button-not-needed = Hoeft niet
