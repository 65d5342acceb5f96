member-stranger = { $name } zit niet in de kring rond { $recipient }.
member-list = In de kring van { $recipient }:
member-organisers = - regelt: { $names }
member-looking-on = - kijkt mee: { $names }
member-helpers = - helpt mee: { $names }
member-expected = - staat op het rooster, doet nog niet mee: { $names }
member-voiced = - zonder telefoon: { $name } ({ $voice } meldt het)
member-asking = { $name } wil graag meehelpen. Mag { $name } erbij?
member-who = { $form ->
    [u] Wie wilt u uit de kring van { $recipient } halen?
   *[je] Wie wil je uit de kring van { $recipient } halen?
  }
member-nobody = { $form ->
    [u] Behalve u is er niemand in de kring van { $recipient }.
   *[je] Behalve jij is er niemand in de kring van { $recipient }.
  }
member-unknown = { $name } zit niet in de kring.
member-gone = Die zit al niet meer in de kring.
member-confirm = Zal ik { $name } uit de kring van { $recipient } halen? { $count ->
    [0] Er staat niets op naam van { $name }.
    [one] De beurt op naam van { $name } komt dan weer open.
   *[other] De { $count } beurten op naam van { $name } komen dan weer open.
  }{ $joined ->
    [yes] {" "}Ik laat het { $name } vriendelijk weten.
   *[no] {""}
  }
member-removed = { $name } is uit de kring van { $recipient }.{ $count ->
    [0] {""}
    [one] {" "}Deze beurt is weer open:
   *[other] {" "}Deze beurten zijn weer open:
  }{ $count ->
    [0] {""}
   *[other] {"\u000A"}{ $list }
  }
member-told-others = { $by } heeft { $name } uit de kring van { $recipient } gehaald.{ $count ->
    [0] {""}
    [one] {" "}Deze beurt is weer open:
   *[other] {" "}Deze beurten zijn weer open:
  }{ $count ->
    [0] {""}
   *[other] {"\u000A"}{ $list }
  }
member-told = { $form ->
    [u] Dag { $name }, u zit niet meer in de kring van { $recipient }, en er staat niets meer op uw naam. Dank u wel voor uw hulp. Met vragen kunt u bij de familie terecht.
   *[je] Dag { $name }, je zit niet meer in de kring van { $recipient }, en er staat niets meer op jouw naam. Dank je wel voor je hulp. Met vragen kun je bij de familie terecht.
  }
undo-remove = { $about } uit de kring halen
undo-told-remove = { $name } heeft { $about } teruggezet in de kring van { $recipient }, met dezelfde beurten.

button-remove = Ja, eruit
button-members = Wie doet er mee?
