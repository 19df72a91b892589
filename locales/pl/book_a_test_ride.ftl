book_a_test_ride-intro = Jazda próbna jest bezpłatna i trwa około czterdziestu minut. Weź to, co zwykle wozisz: powie więcej niż każda specyfikacja.
book_a_test_ride-we_come = Od pięciu rowerów przyjeżdżamy do was z dwoma modelami, a twoi ludzie jadą po własnych ulicach.
book_a_test_ride-you_come = W naszej fabryce w Grazu są wszystkie modele, a najpopularniejsze także w warsztacie partnerskim blisko ciebie.
book_a_test_ride-done = Zapisane: jazda próbna { $test_ride_day-on }. Ktoś z zespołu zadzwoni i potwierdzi miejsce i godzinę; dopiero wtedy termin jest pewny.
