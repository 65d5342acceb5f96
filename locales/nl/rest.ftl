rest-done = Goed. { $begin ->
    [now] Tot { $until }
   *[other] Van { $begin } tot { $until }
  } stuur ik { $form ->
    [u] u
   *[je] je
  } niets, ook geen herinneringen. Alleen wat echt niet kan wachten, komt door.{ $shifts ->
    [none] { "" }
   *[other] { "" }
    { $form ->
        [u] U staat in die tijd wel op het rooster:
       *[je] Je staat in die tijd wel op het rooster:
      }
    { $shifts }
  }
rest-over = { $form ->
    [u] Goed, u krijgt weer berichten en herinneringen.
   *[je] Goed, je krijgt weer berichten en herinneringen.
  }
undo-rest = de rust die { $form ->
    [u] u vroeg
   *[je] je vroeg
  }
rest-which = { $form ->
    [u] Wilt u een tijdje rust, of andere berichten? 'Geen berichten tot vrijdag' kan ook.
   *[je] Wil je een tijdje rust, of andere berichten? 'Geen berichten tot vrijdag' kan ook.
  }
button-rest-morning = Rust tot morgen
button-rest-week = Een week rust
button-rest-for-good = Nooit meer
