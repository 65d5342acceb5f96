roster-title = Het rooster van { $recipient }, { $period }:
roster-empty = Voor { $recipient } staat er niets op het rooster ({ $period }).
roster-empty-first-later = Deze week staat er niets op het rooster van { $recipient }. Het eerste is { $first }, { $when }.
roster-open = nog niemand
roster-wanted = { $who } (zoekt vervanging)
roster-some = { $who }, en nog { $count } nodig
roster-somebody = iemand
roster-more = ... en nog { $count ->
    [1] één regel
   *[other] { $count } regels
  }. Vraag gerust naar één dag.
roster-paused = Alles rond { $recipient } staat nu stil: dit gaat pas weer door als dat is opgepakt.
roster-paused-but = Alles rond { $recipient } staat nu stil. Alleen wat daarna gepland is, gaat door.
roster-stands-still = { $line } (staat stil)
roster-all-paused = Alles rond { $recipients } staat nu stil. { $form ->
    [u] U hoeft niet te komen tot u van mij hoort dat het weer begint.
   *[je] Je hoeft niet te komen tot je van mij hoort dat het weer begint.
  }
roster-yours = { $form ->
    [u] Hier staat u op:
   *[je] Hier sta je op:
  }
roster-none-of-yours = { $form ->
    [u] U staat nu nergens op.
   *[je] Je staat nu nergens op.
  }
roster-none-of-theirs = { $name } staat nu nergens op.
roster-theirs = Op het rooster:
roster-as-reserve = { $line } (reserve)
roster-still-yours = { $line } (ik zoek iemand anders)
roster-coming = Bij { $recipient }:
roster-coming-on = Bij { $recipient }, { $day }:
roster-reserves = Reserve bij { $recipient }:
roster-reserves-none = Voor { $recipient } staat nu niemand reserve.
roster-nobody = { $when ->
    [none] Dat staat niet op het rooster van { $recipient }.
   *[other] Er staat niemand op het rooster van { $recipient } ({ $when }).
  }
roster-was-open = niemand
roster-came = Ja, dit weet ik van { $recipient } ({ $when }):
roster-nobody-came = { $who ->
    [none] Ik heb nog van niemand gehoord die er is geweest voor { $recipient } ({ $when }). Dit stond er:
   *[other] Ik heb nog niets gehoord van { $who } ({ $when }). Dit stond er voor { $recipient }:
  }
roster-nobody-was-to = { $who ->
    [none] Er stond niets op het rooster van { $recipient } ({ $when }).
   *[other] Er stond niets voor { $who } op het rooster van { $recipient } ({ $when }).
  }
roster-nothing-done = Deze week is er voor { $recipient } nog niets afgevinkt.
roster-done = Samen deden jullie { $hours } voor { $recipient }. Dank jullie wel!
roster-twice = (heeft dan ook iets anders)
roster-how-long = { $about }, duurt ongeveer { $length }, tot { $until }.
roster-not-done = { $who } (niet gelukt)
roster-not-told = { $who } (nog niet gemeld)
