crew-some-group = Een groep
crew-how-many = { $form ->
    [u] Fijn! Met hoeveel mensen komt u, en wanneer? Schrijf bijvoorbeeld: 'Sociaal Tuinieren, 6 mensen, zaterdag'.
   *[je] Fijn! Met hoeveel mensen komen jullie, en wanneer? Schrijf bijvoorbeeld: 'Sociaal Tuinieren, 6 mensen, zaterdag'.
  }
crew-none = Daar vind ik geen open beurt bij voor { $name }.
crew-which = { $form ->
    [u] Welke beurt bedoelt u voor { $name }?
   *[je] Welke beurt bedoel je voor { $name }?
  }
crew-confirm = { $name } komt met { $count } mensen bij { $recipient }: { $about }. Klopt dat?
crew-done = Fijn! { $name } komt met { $count } mensen bij { $recipient }: { $about }. Ik herinner { $form ->
    [u] u
   *[je] je
  } op tijd.{ $places ->
    [0] {""}
    [1] {" "}Er is nog iemand nodig.
   *[other] {" "}Er zijn nog { $places } mensen nodig.
  }
crew-told = { $name } komt met { $count } mensen: { $about }, voor { $recipient } (via { $by }).
crew-too-late = Daar zijn intussen al genoeg mensen voor. Fijn dat jullie wilden komen.
