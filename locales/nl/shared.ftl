shared-proposal = Zo heb ik het begrepen. Klopt dat?
shared-nothing = Voor { $name } vind ik daar geen open beurt bij.
shared-themselves = { $count ->
    [1] { $names } kan het zelf even schrijven, dan zet ik het erbij.
   *[other] { $names } kunnen het zelf even schrijven, dan zet ik het erbij.
  }
shared-done = Dat staat erin:
shared-onward = De keren daarna ook.
shared-weekly = Moet het elke week zo? Kies dan 'Elke week'.
shared-missed = { $count ->
    [1] Eén beurt lukte niet: die was al weg, of er zat iets anders in de weg.
   *[other] { $count } beurten lukten niet: die waren al weg, of er zat iets anders in de weg.
  }
shared-told = { $name } heeft dit ingedeeld, voor { $recipient }:
    { $lines }
shared-standing = { $line }: daar staat { $names } al op.
shared-times = { $count } keer, vanaf { $first }
