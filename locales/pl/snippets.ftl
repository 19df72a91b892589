## Co w sprzedaży mówi się często, przez /say i słowo po "snippet-". Wychodzi pod nazwiskiem tego, kto
## mówi, w języku rozmówcy. $rep mówi, $name słucha.

snippet-hello = Dzień dobry, { $name }, tu { $rep } z firmy { $house }. Znam już to, co tu padło, więc nic nie trzeba powtarzać.
snippet-checking = Wolę to porządnie sprawdzić, niż zgadywać. Napiszę tutaj, gdy tylko będę wiedzieć.
snippet-details = Do dokładnej ceny potrzebuję trzech rzeczy: ile rowerów, co będą najczęściej wozić i po jakim mieście będą jeździć. Na początek wystarczy w przybliżeniu.
snippet-offer = Właśnie przygotowuję ofertę. Przyjdzie mailem w ciągu dwóch dni roboczych, nic nie kosztuje i do niczego nie zobowiązuje.
snippet-ride = Najszybciej pokaże to jazda z własnym ładunkiem. Jest bezpłatna i trwa około czterdziestu minut: w Grazu są wszystkie modele, a od pięciu rowerów przyjeżdżamy sami.
snippet-week = Jeśli czterdzieści minut to za mało: za 90 euro rower zostaje na tydzień prawdziwej pracy, z dowozem i odbiorem do 100 km od Grazu lub Monachium. Przy zamówieniu odliczamy tę kwotę.
snippet-away = Przez jakiś czas nie ma mnie przy biurku. Jeśli to nie może czekać, zespół jest pod { $phone } albo { $email }, { $hours }.
snippet-thanks = Dziękuję za rozmowę, { $name }. Gdyby coś jeszcze było potrzebne, wystarczy napisać tutaj albo zadzwonić pod { $phone } i zapytać: { $rep }.
