by_mail-fine = Gern, dann schriftlich.
by_mail-mail = An welche E-Mail-Adresse dürfen wir schreiben?
by_mail-done = Notiert, die Antwort kommt per E-Mail. Sie können uns auch selbst schreiben: { $email }.
by_mail-open = In Ordnung. Sie erreichen uns, wann es Ihnen passt: { $phone } oder { $email }.
