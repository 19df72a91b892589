existing_customer-hello = Gut, dass Sie sich melden. Bei dringenden Defekten geht es am Telefon am schnellsten: { $phone }.
existing_customer-topic = Worum geht es?
existing_customer-part = Teile verschicken wir aus Graz, die meisten innerhalb von zwei Arbeitstagen. Die Rahmennummer unter dem Sattel hilft, das richtige zu finden.
existing_customer-bill = Rechnungen und Verträge liegen in der Buchhaltung, ich sehe sie hier nicht. Schreiben Sie bitte mit der Rechnungsnummer an { $email }; die Antwort kommt innerhalb von zwei Arbeitstagen.
existing_customer-sorry = Das tut mir leid. Sagen Sie mir, was passiert ist, es geht Wort für Wort an die Serviceleitung.
existing_customer-done = Danke. Der Service hat Ihre Notiz und ruft zurück, an Arbeitstagen innerhalb eines Tages.
