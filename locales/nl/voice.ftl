voice-ask-name = { $form ->
    [u] Wie heeft er geen telefoon? Een voornaam is genoeg.
   *[je] Wie heeft er geen telefoon? Een voornaam is genoeg.
  }
voice-done = { $name } kan nu op het rooster van { $recipient }, zonder telefoon. { $form ->
    [u] U meldt het voor { $name }, en ik herinner u eraan. Zeg bijvoorbeeld '{ $name } doet donderdag de tuin', '{ $name } kan niet' of '{ $name } heeft het gedaan'.
   *[je] Jij meldt het voor { $name }, en ik herinner jou eraan. Zeg bijvoorbeeld '{ $name } doet donderdag de tuin', '{ $name } kan niet' of '{ $name } heeft het gedaan'.
  }
voice-already = { $form ->
    [u] U meldt het al voor { $name }.
   *[je] Jij meldt het al voor { $name }.
  }
voice-joined = { $name } doet al mee in de kring van { $recipient }, met een eigen telefoon.
voice-own = { $form ->
    [u] U zit zelf al in de kring van { $recipient }. Wie heeft er geen telefoon? Schrijf bijvoorbeeld 'buurman Jan heeft geen telefoon'.
   *[je] Je zit zelf al in de kring van { $recipient }. Wie heeft er geen telefoon? Schrijf bijvoorbeeld 'buurman Jan heeft geen telefoon'.
  }
voice-asked = { $form ->
    [u] Ik vraag of { $name } op het rooster van { $recipient } mag. U hoort het van mij.
   *[je] Ik vraag of { $name } op het rooster van { $recipient } mag. Je hoort het van mij.
  }
voice-told-asked = { $by } wil { $name } op het rooster van { $recipient } hebben. { $name } heeft geen telefoon; { $by } meldt het dan. Mag dat?
voice-who = Wie meldt het voor { $name }, en krijgt de herinneringen?
voice-nobody-else = { $form ->
    [u] Er is verder nog niemand in de kring die het voor { $name } kan melden. Dat blijft dus bij u.
   *[je] Er is verder nog niemand in de kring die het voor { $name } kan melden. Dat blijft dus bij jou.
  }
voice-set = { $own ->
    [yes] { $form ->
        [u] Goed, u meldt het voor { $name }.
       *[je] Goed, jij meldt het voor { $name }.
      }
   *[no] Goed, { $voice } meldt het voor { $name }, en weet ervan.
  }
voice-told = { $form ->
    [u] { $by } vraagt of u het wilt melden voor { $name }, die geen telefoon heeft. U krijgt de herinneringen voor { $name } bij { $recipient }, en schrijft mij bijvoorbeeld '{ $name } kan niet' of '{ $name } heeft het gedaan'.
   *[je] { $by } vraagt of jij het wilt melden voor { $name }, die geen telefoon heeft. Je krijgt de herinneringen voor { $name } bij { $recipient }, en schrijft mij bijvoorbeeld '{ $name } kan niet' of '{ $name } heeft het gedaan'.
  }
voice-gone = Dat is intussen veranderd. Met 'wie doet er mee?' { $form ->
    [u] ziet u
   *[je] zie je
  } hoe het nu is.
voice-refused = Helemaal goed. { $voice } meldt het weer voor { $name }.
voice-told-back = { $form ->
    [u] { $by } meldt het liever niet voor { $name }. U doet dat weer.
   *[je] { $by } meldt het liever niet voor { $name }. Jij doet dat weer.
  }
voice-told-goes = { $form ->
    [u] { $by } is uit de kring. Wat { $name } doet, die geen telefoon heeft, meldt u voortaan.
   *[je] { $by } is uit de kring. Wat { $name } doet, die geen telefoon heeft, meld jij voortaan.
  }
voice-told-shift = { $form ->
    [u] { $by } heeft { $name } ingepland: { $what }, { $when }. Zegt u het { $name } even?
   *[je] { $by } heeft { $name } ingepland: { $what }, { $when }. Zeg jij het { $name } even?
  }
voice-not-yours = Wat { $name } doet, meldt { $name } zelf, of de organisator.
undo-voice = wie het meldt voor { $about }

button-other-voice = Iemand anders
button-rather-not = Liever niet
