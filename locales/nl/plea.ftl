plea-intro = { $form ->
    [u] Vragen is lastig. Deze tekst kunt u zo doorsturen, of ik vraag het voor u rond.
   *[je] Vragen is lastig. Deze tekst kun je zo doorsturen, of ik vraag het voor je rond.
  }
plea-intro-bare = { $form ->
    [u] Vragen is lastig. Deze tekst kunt u zo doorsturen. Zegt u mij een dag en een tijd, dan vraag ik het voor u rond.
   *[je] Vragen is lastig. Deze tekst kun je zo doorsturen. Zeg je mij een dag en een tijd, dan vraag ik het voor je rond.
  }
plea-nothing = { $form ->
    [u] Vragen is voor veel mensen lastig. Schrijf wat er moet gebeuren en wanneer, dan vraag ik het voor u. Nee zeggen mag iedereen.
   *[je] Vragen is voor veel mensen lastig. Schrijf wat er moet gebeuren en wanneer, dan vraag ik het voor je. Nee zeggen mag iedereen.
  }
plea-my = mijn
plea-one = Hoi allemaal, ik zoek iemand voor { $who }: { $what }, { $when }, ongeveer { $length }. Zou een van jullie dat kunnen?
plea-several = Hoi allemaal, voor { $who } kan ik hulp gebruiken. Zou iemand een van deze momenten kunnen?
    { $lines }
    Een keer is al fijn.
plea-bare = Hoi allemaal, ik zoek iemand voor { $who }: { $what }. Zou een van jullie dat een keer kunnen?
plea-end = Nee is ook goed. Groet, { $name }
