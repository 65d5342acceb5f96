relay-confirm = Zal ik { $names } laten weten dat { $said }?
button-send-it = Ja, stuur
relay-told = { $form ->
    [u] { $name } (kring van { $recipient }) laat u weten dat { $formally }.
   *[je] { $name } (kring van { $recipient }) laat je weten dat { $said }.
  }
relay-sent = Gedaan, ik laat het { $names } weten.
relay-nobody = Dat kan ik nog aan niemand doorgeven: wie het horen moet, doet nog niet mee.
relay-confirm-quoted = Wat aardig! Zal ik dat aan { $names } doorgeven?
relay-told-quoted = { $name } schrijft (kring van { $recipient }): "{ $said }"
relay-added = { $form ->
    [u] Wat u erbij schrijft, geef ik door aan { $names }.
   *[je] Wat je erbij schrijft, geef ik door aan { $names }.
  }
relay-added-told = { $name } zegt ja tegen { $about }, en schrijft erbij: "{ $said }"
