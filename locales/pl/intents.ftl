## Czego ludzie chcą od producenta rowerów towarowych.

intent-wants_recommendation = Dobrać rower
    .said =
        macie coś do tego
        jest jakiś, który da radę
        co mielibyście dla nas
        jaki rower będzie dla nas dobry
        co mi polecacie
        pomóżcie wybrać
        który model wybrać
        szukamy roweru cargo dla firmy
        potrzebuję porady
        co się nada do rozwożenia towaru
        doradźcie coś hydraulikowi
        który rower pasuje do naszej działalności
        chcemy zamienić busa na rowery
        prowadzimy sklep i potrzebujemy rowerów transportowych
        nie wiem na co się zdecydować
        czym najlepiej dowozić
        macie jakąś propozycję dla nas
        szukam czegoś do wożenia rzeczy po mieście
intent-wants_quote = Dostać ofertę
    .said =
        poproszę o ofertę
        możecie przysłać wycenę
        chcę wycenę
        przygotujcie nam ofertę
        potrzebujemy oferty na piśmie
        wyślijcie propozycję z cenami
        oferta dla małej floty
        kosztorys dla szefa
        zapytanie ofertowe
        oferta mailem
        zróbcie nam kalkulację
        formalna oferta dla zarządu
intent-wants_test_ride = Umówić jazdę próbną
    .said =
        mogę wpaść i je obejrzeć
        czy można obejrzeć rowery na miejscu
        chciałbym przyjechać i zobaczyć
        chcę się przejechać
        można wypróbować rower
        jazda próbna
        gdzie można się przejechać przed zakupem
        chciałbym przetestować
        umówmy się na testy
        możecie podjechać z rowerem do wypróbowania
        termin jazdy testowej
        najpierw chcę pojeździć
        zapiszcie mnie na jazdę
        czy jest jakaś prezentacja z jazdą
        chcielibyśmy zrobić rundkę
intent-is_customer = Mam już wasz rower
    .said =
        mam już od was rower
        jesteśmy waszymi klientami
        zepsuł mi się rower
        nasz rower wymaga naprawy
        kupiłem u was rower w zeszłym roku
        mam problem z zamówieniem
        bateria przestała się ładować
        silnik dziwnie hałasuje
        gdzie jest mój zamówiony rower
        jeździmy trzema waszymi rowerami
        potrzebny mi serwis mojego roweru
intent-buy_now = Chcę zamówić
    .said =
        chcę zamówić
        kupujemy
        biorę
        gdzie podpisać
        jak złożyć zamówienie
        jestem zdecydowany na zakup
        decyzja zapadła, zamawiamy
        czy mogę zamówić od razu tutaj
        przyjmijcie zamówienie
        chcemy kupić od ręki
intent-price_general = Ile kosztują rowery
    .said =
        ile kosztują wasze rowery
        ile trzeba dać za rower cargo
        cennik
        jakie macie ceny
        czy wasze rowery są drogie
        od jakiej kwoty się zaczyna
        o jakich pieniądzach mówimy
        ceny proszę
        ile mniej więcej zapłacę
intent-list_products = Zobaczyć wszystkie modele
    .said =
        jakie macie rowery
        pokaż modele
        co sprzedajecie
        jakie są modele
        wasza oferta rowerów
        lista wszystkich rowerów
        przegląd modeli
        co wy właściwie produkujecie
        ile jest różnych modeli
intent-follow_up_later = Nie teraz, później
    .said =
        muszę się zastanowić
        pogadam ze wspólnikiem
        może w przyszłym roku
        zastanowię się
        odezwę się później
        nie teraz, może jesienią
        napiszcie za miesiąc
        muszę pogadać ze wspólnikiem
        wrócimy do tematu po wakacjach
        dla nas jeszcze za wcześnie
        muszę się z tym przespać
        jeszcze nie podjęliśmy decyzji
intent-compliment = Miłe słowo
    .said =
        świetne rowery
        fajna strona
        bardzo mi pomagasz
        dobra robota
        podoba mi się to co robicie
        ładnie wytłumaczone
        gratulacje
        jesteś bardzo miły
        piękne te wasze rowery
intent-student = To na studia
    .said =
        jestem studentem i piszę pracę magisterską
        to do projektu szkolnego
        robię ankietę na uczelnię
        praca licencjacka o rowerach cargo
        studiuję logistykę
        potrzebuję danych na studia
        przygotowujemy referat
        wypełnicie moją ankietę
intent-competitor = Jestem z tej samej branży
    .said =
        sami budujemy rowery towarowe
        pracuję u innego producenta rowerów
        jestem z konkurencji
        jesteśmy waszym konkurentem
        badam rynek dla naszej marki
        nasza firma też robi cargo
        patrzę tylko co robi konkurencja
        działamy w tej samej branży co wy
intent-spam = Mam coś do zaoferowania
    .said =
        wypozycjonujemy waszą stronę
        tanie strony internetowe
        kup obserwujących
        inwestuj w kryptowaluty i zarabiaj
        sprzedajemy bazy adresów
        szybkie pożyczki dla firm
        zwiększymy ruch na stronie
        zarabiaj 5000 nie wychodząc z domu
        reklama w naszej gazecie
intent-by_mail = Raczej na piśmie
    .said =
        czy możecie mi to dać na piśmie
        proszę nie dzwonić
        wolę mailem
        lepiej na maila
        napiszcie zamiast dzwonić
        bez telefonów proszę
        nie lubię rozmów telefonicznych
        wyślijcie mi to na piśmie
        nie chcę żeby ktoś dzwonił
        odpowiedź poproszę mailem
        nie dzwońcie do mnie
        czy można to załatwić mailowo
        telefon odpada
intent-look_around = Tylko oglądam
    .said =
        tylko oglądam
        tak sobie patrzę
        chciałem tylko zobaczyć
        rozglądam się tylko
        na razie nic nie kupuję
        jestem tylko ciekaw
