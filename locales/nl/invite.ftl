invite-code = Met deze code komen mensen in de kring van { $recipient } ({ $ring }): { $code }
    Hij werkt twee weken. Voorlezen mag ook. { $form ->
        [u] Stuur hem aan wie u erbij wilt.
       *[je] Stuur hem aan wie je erbij wilt.
    }
invite-for = Met deze code neemt { $name } de eigen plek in de kring van { $recipient } in: { $code }
    Hij werkt één keer, de komende twee weken. Stuur hem alleen aan { $name }.
invite-or-roster = { $form ->
    [u] Wilt u { $name } nu al kunnen inplannen? Dat kan ook.
   *[je] Wil je { $name } nu al kunnen inplannen? Dat kan ook.
  }
invite-organiser = Met deze code gaat iemand de kring van { $recipient } mee regelen: { $code }
    Hij werkt één keer, de komende twee weken. Wie hem gebruikt mag alles wat { $form ->
        [u] u ook mag.
       *[je] jij ook mag.
    }
invite-coordinator = Met deze code kijkt een coördinator mee met de kring van { $recipient }: { $code }
    Hij werkt één keer, de komende twee weken. De coördinator ziet { $shown ->
        [none] nog niets.
       *[other] { $shown }; verder niets.
    } { $form ->
        [u] Dat kunt u altijd veranderen.
       *[je] Dat kun je altijd veranderen.
    }
invite-joined-already = { $name } doet al mee in de kring van { $recipient }.
invite-forward-this = { $form ->
    [u] Deze tekst kunt u doorsturen:
   *[je] Deze tekst kun je doorsturen:
  }
invite-forward = Hoi{ $named ->
    [no] {""}
   *[yes] {" "}{ $name }
  }! We verdelen de zorg voor { $recipient } met elkaar. Je kiest zelf wat je doet, en nee zeggen mag altijd. Je hoeft niets te installeren. Meedoen? Tik op { $where } en verstuur het bericht dat klaarstaat. De code is { $code }
invite-forward-code = Hoi{ $named ->
    [no] {""}
   *[yes] {" "}{ $name }
  }! We verdelen de zorg voor { $recipient } met elkaar. Je kiest zelf wat je doet, en nee zeggen mag altijd. Meedoen? Stuur dan deze code in de chat: { $code }
invite-picture = Wie deze QR-code scant, komt in de kring van { $recipient }. De code is { $code }
invite-wall = Deze QR-code kan op het prikbord of de koelkast. Wie hem scant, vraagt of hij of zij mee mag doen met de kring van { $recipient }; { $form ->
    [u] u beslist.
   *[je] jij beslist.
  } Hij werkt twaalf weken. De code is { $code }
invite-file = uitnodiging.png
invite-ways = Wie { $form ->
    [u] wilt u erbij
   *[je] wil je erbij
  } in de kring van { $recipient }, of hoe?
invite-withdrawn = Klaar. De oude codes voor de kring van { $recipient } werken niet meer. Wie al meedoet, blijft gewoon meedoen.
invite-none-open = Er waren geen codes meer die werkten.

ring-family = familie
ring-neighbours = vrienden en buren
ring-volunteers = vrijwilligers
ring-paid = betaalde hulp

button-forward = Tekst voor de groep
button-picture = QR-code
button-what-is-seen = Wat ziet die?
button-other-ways = Anders
button-wall = QR voor de muur
button-on-roster = Alvast op rooster
button-already-on-roster = Alvast erbij zetten
button-ring-family = Voor familie
button-ring-neighbours = Voor buren
button-ring-volunteers = Voor vrijwilligers
button-ring-paid = Voor betaalde hulp
button-second-organiser = Mede-organisator
button-withdraw = Codes intrekken
button-new-code = Nieuwe code

invite-recipient = Met deze code doet { $recipient } zelf mee: { $code }
    Hij werkt één keer. { $recipient } ziet dan het rooster, en beslist mee.
invite-viewer = Met deze code kan iemand meekijken in de kring van { $recipient }, zonder zelf beurten te doen: { $code }
    Hij werkt één keer.
button-recipient = Voor wie hulp krijgt
button-viewer = Om mee te kijken
