student-reply = Dobry temat. Specyfikacje i zdjęcia do wykorzystania są na { $web }; w sprawie wywiadów napisz z pytaniami na { $email }, na dwa lub trzy miesięcznie odpowiadamy.
