circle-ask-recipient = { $kin ->
    [no] { $form ->
        [u] Voor wie is de zorgkring? Een voornaam is genoeg.
       *[je] Voor wie is de zorgkring? Een voornaam is genoeg.
    }
   *[other] { $form ->
        [u] Hoe heet uw { $kinship }? Een voornaam is genoeg.
       *[je] Hoe heet je { $kinship }? Een voornaam is genoeg.
    }
  }
circle-made = { $form ->
    [u] De zorgkring voor { $recipient } is er. U kunt nu iets plannen ("donderdag half 3 naar de huisarts") of mensen uitnodigen.
   *[je] De zorgkring voor { $recipient } is er. Je kunt nu iets plannen ("donderdag half 3 naar de huisarts") of mensen uitnodigen.
  }
circle-made-wish = De zorgkring voor { $recipient } is er.
circle-there-already = { $form ->
    [u] U heeft al een zorgkring voor { $recipient }. Wilt u er echt nog een?
   *[je] Je hebt al een zorgkring voor { $recipient }. Wil je er echt nog een?
  }
undo-circle = de zorgkring voor { $about }
circle-switched = Goed, het gaat nu over { $recipient }.
circle-only-one = { $form ->
    [u] U zit in één kring: die van { $recipient }.
   *[je] Je zit in één kring: die van { $recipient }.
  }
circle-which = { $form ->
    [u] Naar welke kring wilt u?
   *[je] Naar welke kring wil je?
  }
circle-made-helpers = De zorgkring voor { $recipient } is er. Zal ik een uitnodiging maken voor { $names }?
circle-invite-them = nodig { $names } uit
