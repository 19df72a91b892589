by_mail-fine = De acuerdo, entonces por escrito.
by_mail-mail = ¿A qué correo te podemos escribir?
by_mail-done = Anotado, te contestamos por correo. También puedes escribirnos tú: { $email }.
by_mail-open = Muy bien. Nos encuentras cuando te venga bien en el { $phone } o en { $email }.
