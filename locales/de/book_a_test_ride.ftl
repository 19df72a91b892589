book_a_test_ride-intro = Eine Probefahrt ist gratis und dauert etwa vierzig Minuten. Bringen Sie mit, was Sie sonst transportieren, das sagt mehr als jedes Datenblatt.
book_a_test_ride-we_come = Ab fünf Rädern kommen wir mit zwei Modellen zu Ihnen, dann fahren Ihre Leute die eigenen Strecken.
book_a_test_ride-you_come = In unserem Werk in Graz können Sie alle Modelle fahren, die gängigsten auch bei einer Partnerwerkstatt in Ihrer Nähe.
book_a_test_ride-done = Notiert: Probefahrt { $test_ride_day-on }. Jemand aus dem Team ruft an und bestätigt Ort und Uhrzeit; erst dann steht der Termin.
