book_a_test_ride-intro = Probar es gratis y dura unos cuarenta minutos. Trae lo que sueles llevar: dice más que cualquier ficha técnica.
book_a_test_ride-we_come = A partir de cinco bicis vamos nosotros con dos modelos, y así tu gente los prueba en sus propias calles.
book_a_test_ride-you_come = En nuestra fábrica de Graz puedes probar todos los modelos, y los más habituales en un taller asociado cerca de ti.
book_a_test_ride-done = Anotado: la prueba es { $test_ride_day-on }. Alguien del equipo llama para confirmar lugar y hora; hasta entonces no es firme.
