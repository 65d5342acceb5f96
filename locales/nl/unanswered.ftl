unanswered-away = { $name } is er niet ({ $period }), maar staat nog wel op, voor { $recipient }:
    { $lines }
    { $name } heeft nog niet gezegd wat daarmee moet. Zal ik iemand anders zoeken?
unanswered-takeover = { $name } heeft nog niet geantwoord. Het blijft dus bij { $name }: { $about }, voor { $recipient }. Bel misschien even.
