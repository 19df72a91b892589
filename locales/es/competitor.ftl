competitor-reply = Gracias por decirlo abiertamente. Nuestras tarifas y fichas son públicas en { $web }; para lo demás entre colegas, { $email } es el sitio.
