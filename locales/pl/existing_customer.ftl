existing_customer-hello = Dobrze, że piszesz. Pilne usterki najszybciej przez telefon: { $phone }.
existing_customer-topic = O co chodzi?
existing_customer-part = Części wysyłamy z Grazu, większość w ciągu dwóch dni roboczych. Numer ramy pod siodełkiem pomaga trafić we właściwą.
existing_customer-bill = Faktury i umowy ma księgowość, stąd ich nie widzę. Napisz na { $email } z numerem faktury; odpowiedź przyjdzie w ciągu dwóch dni roboczych.
existing_customer-sorry = Przykro mi, że coś poszło źle. Opowiedz, co się stało, a trafi to słowo w słowo do szefa serwisu.
existing_customer-done = Dziękuję. Serwis ma twoją notatkę i oddzwoni, w dni robocze w ciągu jednego dnia.
