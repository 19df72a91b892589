book_a_test_ride-intro = A test ride is free and takes about forty minutes. Bring what you usually carry, that tells more than any data sheet.
book_a_test_ride-we_come = For five bikes or more we come to you with two models, so your people can ride their own streets.
book_a_test_ride-you_come = You can ride all models at our works in Graz, and the most common ones at a partner workshop near you.
book_a_test_ride-done = Noted: a test ride { $test_ride_day-on }. A colleague calls to confirm the place and the time; only then is it fixed.
