placeholder-ask-name = { $form ->
    [u] Wie wilt u alvast op het rooster zetten? Een voornaam is genoeg.
   *[je] Wie wil je alvast op het rooster zetten? Een voornaam is genoeg.
  }
placeholder-done = { $name } kan nu op het rooster van { $recipient }. { $form ->
    [u] Zeg bijvoorbeeld 'zaterdag 10 uur boodschappen door { $name }'. Met een eigen code neemt { $name } die plek later zelf over.
   *[je] Zeg bijvoorbeeld 'zaterdag 10 uur boodschappen door { $name }'. Met een eigen code neemt { $name } die plek later zelf over.
  }
placeholder-done-several = { $names } kunnen nu op het rooster van { $recipient }. { $form ->
    [u] Zegt u bijvoorbeeld 'code voor { $name }', dan maak ik een eigen uitnodiging.
   *[je] Zeg je bijvoorbeeld 'code voor { $name }', dan maak ik een eigen uitnodiging.
  }
placeholder-there-already = { $name } staat al op het rooster van { $recipient }.
placeholder-joined-already = { $name } doet al mee in de kring van { $recipient }.
undo-placeholder = { $about } op het rooster

button-code-for = Code maken
