invite-code = Met deze code komen mensen in de kring van { $recipient } ({ $ring }): { $code }
    Hij werkt twee weken. Voorlezen mag ook. { $form ->
        [u] Stuur hem aan wie u erbij wilt.
       *[je] Stuur hem aan wie je erbij wilt.
    }
invite-for = Met deze code neemt { $name } de eigen plek in de kring van { $recipient } in: { $code }
invite-organiser = Met deze code wordt iemand ook organisator van de kring van { $recipient }: { $code }
    Hij werkt één keer. Een organisator mag alles wat { $form ->
        [u] u ook mag.
       *[je] jij ook mag.
    }
invite-forward-this = { $form ->
    [u] Deze tekst kunt u doorsturen:
   *[je] Deze tekst kun je doorsturen:
  }
invite-forward = Hoi! We verdelen de zorg voor { $recipient } met elkaar. Je kiest zelf wat je doet, en nee zeggen mag altijd. Je hebt geen app nodig. Meedoen? { $where } De code is { $code }
invite-send-code = Stuur deze code in de chat.
invite-wall = Deze code kan op het prikbord of de koelkast. Wie hem scant of intypt, vraagt om mee te doen met de kring van { $recipient }; jij beslist. De code is { $code }
invite-file = uitnodiging.png
invite-withdrawn = Klaar. De oude codes werken niet meer.
invite-none-open = Er waren geen codes meer die werkten.

ring-family = familie
ring-neighbours = vrienden en buren
ring-volunteers = vrijwilligers
ring-paid = betaalde hulp

button-forward = Tekst voor de groep
button-wall = QR voor de muur
button-ring-neighbours = Voor buren
button-ring-volunteers = Voor vrijwilligers
button-ring-paid = Voor betaalde hulp
button-second-organiser = Mede-organisator
