other-time-which = { $form ->
    [u] Voor welke beurt bedoelt u dat?
   *[je] Voor welke beurt bedoel je dat?
  }
other-time-told = { $name } wil wel helpen bij { $recipient }, maar liever { $when }: { $about }. Zal ik het verzetten?
other-time-passed-on = { $form ->
    [u] Dank u! Ik geef aan { $names } door dat u wel kunt, maar dan { $when }: { $about }. Verandert de tijd, dan hoort u het.
   *[je] Dank je! Ik geef aan { $names } door dat je wel kunt, maar dan { $when }: { $about }. Verandert de tijd, dan hoor je het.
  }
other-time-told-own = { $name } doet dit bij { $recipient }, maar heeft het liever { $when }: { $about }. Zal ik het verzetten?
other-time-passed-on-own = { $form ->
    [u] Dank u! Ik geef aan { $names } door dat u het liever { $when } doet: { $about }. Verandert de tijd, dan hoort u het. Tot dan blijft het zoals het is.
   *[je] Dank je! Ik geef aan { $names } door dat je het liever { $when } doet: { $about }. Verandert de tijd, dan hoor je het. Tot dan blijft het zoals het is.
  }
other-time-told-cared = { $name } heeft dit liever { $when }: { $about }. Zal ik het verzetten?
other-time-passed-on-cared = { $form ->
    [u] Ik geef aan { $names } door dat u het liever { $when } heeft: { $about }. Verandert de tijd, dan hoort u het.
   *[je] Ik geef aan { $names } door dat je het liever { $when } hebt: { $about }. Verandert de tijd, dan hoor je het.
  }
other-time-at = om { $clock }
button-move-to = Naar { $clock }
