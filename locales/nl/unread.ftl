unread-no-voice = { $form ->
    [u] Een spraakbericht kan ik nog niet beluisteren. Wilt u het in een paar woorden typen?
   *[je] Een spraakbericht kan ik nog niet beluisteren. Wil je het in een paar woorden typen?
  }
unread-no-photo = { $form ->
    [u] Een foto kan ik niet bekijken, en ik bewaar hem niet. Wilt u het in een paar woorden typen?
   *[je] Een foto kan ik niet bekijken, en ik bewaar hem niet. Wil je het in een paar woorden typen?
  }
unread-no-sticker = { $form ->
    [u] Leuk! Ik lees alleen woorden. Waarmee kan ik u helpen?
   *[je] Leuk! Ik lees alleen woorden. Waarmee kan ik je helpen?
  }
unread-no-location = { $form ->
    [u] Een plek op de kaart gebruik ik niet, en ik bewaar hem niet. Wilt u het in een paar woorden typen?
   *[je] Een plek op de kaart gebruik ik niet, en ik bewaar hem niet. Wil je het in een paar woorden typen?
  }
unread-no-other = { $form ->
    [u] Daar kan ik niets mee. Wilt u het in een paar woorden typen?
   *[je] Daar kan ik niets mee. Wil je het in een paar woorden typen?
  }
unread-edited = { $form ->
    [u] Ik zie dat u een bericht heeft aangepast. Zal ik het opnieuw lezen, alsof u het nu stuurt?
   *[je] Ik zie dat je een bericht hebt aangepast. Zal ik het opnieuw lezen, alsof je het nu stuurt?
  }
unread-forwarded = { $form ->
    [u] Dat is doorgestuurd. Zal ik het lezen alsof u het zelf schreef?
   *[je] Dat is doorgestuurd. Zal ik het lezen alsof jij het zelf schreef?
  }
unread-too-long = { $form ->
    [u] Dat is te lang voor mij. Kunt u het in een paar zinnen zeggen?
   *[je] Dat is te lang voor mij. Kun je het in een paar zinnen zeggen?
  }
