claim-open-for = Nog open voor { $recipient }:
claim-and-more = En nog { $count } daarna.
claim-places = (nog { $count ->
    [1] iemand
   *[other] { $count } mensen
  } nodig)
claim-nothing-open = Er staat nu niets open. Fijn dat { $form ->
    [u] u het vraagt
   *[je] je het vraagt
  }!
claim-nothing-fits = Daar vind ik geen open beurt bij.
claim-your-own = ({ $form ->
    [u] van u, ik zoek een ander
   *[je] van jou, ik zoek een ander
  })
