competitor-reply = Thank you for saying so openly. All our list prices and data sheets are public at { $web }; for anything among colleagues of the trade, { $email } is the right place.
