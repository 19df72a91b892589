student-reply = Buen tema. Las fichas técnicas y fotos de uso libre están en { $web }; para entrevistas, escribe con tus preguntas a { $email }: contestamos dos o tres al mes.
