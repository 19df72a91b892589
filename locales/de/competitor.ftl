competitor-reply = Danke für die Offenheit. Unsere Listenpreise und Datenblätter sind öffentlich: { $web }. Für alles unter Kollegen ist { $email } die richtige Adresse.
