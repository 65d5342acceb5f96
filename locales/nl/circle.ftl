circle-ask-recipient = { $form ->
    [u] Voor wie is de zorgkring? Een voornaam is genoeg.
   *[je] Voor wie is de zorgkring? Een voornaam is genoeg.
  }
circle-made = { $form ->
    [u] De zorgkring voor { $recipient } is er. U kunt nu iets plannen ("donderdag half 3 naar de huisarts") of mensen uitnodigen.
   *[je] De zorgkring voor { $recipient } is er. Je kunt nu iets plannen ("donderdag half 3 naar de huisarts") of mensen uitnodigen.
  }
circle-there-already = { $form ->
    [u] U heeft al een zorgkring voor { $recipient }. Wilt u er echt nog een?
   *[je] Je hebt al een zorgkring voor { $recipient }. Wil je er echt nog een?
  }
undo-circle = de zorgkring voor { $about }
