## Co bot mówi i rozumie w każdej firmie.

welcome-hello = Dzień dobry, tu { $bot_name }, cyfrowy asystent firmy { $house }: bot, nie człowiek. Odpowiadam na pytania o produkty i ceny, pomagam wybrać i notuję, co ma wiedzieć zespół. Do człowieka: telefon { $phone } albo e-mail { $email }, { $hours }. Napisz po prostu, co chcesz wiedzieć.
welcome-brief = Tu { $bot_name }, cyfrowy asystent firmy { $house }: bot. Do człowieka: telefon { $phone } albo e-mail { $email }.
    .person = Tu { $bot_name }, cyfrowy asystent firmy { $house }: bot.

human-open = Nasz zespół jest teraz na miejscu: zadzwoń pod { $phone } albo napisz na { $email }. Godziny: { $hours }.
human-closed = W tej chwili nikogo nie ma na miejscu. Godziny: { $hours }, telefon: { $phone }. Wiadomości na { $email } czytamy następnego dnia roboczego.
human-heard = Telefon od nas: { $callback_time }.
human-offer = Zapisać termin, w którym mamy oddzwonić?
human-no_call = Dobrze, bez telefonu. Można się z nami skontaktować w dowolnej chwili: { $phone } albo { $email }.

privacy-about = Zapamiętuję to, co tu piszesz, i to, co z tego wynika (na przykład ile sztuk potrzebujesz), żeby nie trzeba było powtarzać i żeby zespół mógł pomóc. Nie sprzedajemy tego ani nie przekazujemy. Bez danych kontaktowych znika samo po pewnym czasie. Więcej: { $web }
privacy-next = Czy mam to usunąć?

forget-sure = Czy usunąć wszystko, co o tobie wiem, razem z tą rozmową? Nie da się tego cofnąć.
forget-kept = Dobrze, wszystko zostaje, jak jest.
forget-done = Gotowe. Wszystko o tobie zostało usunięte. Jeśli napiszesz znowu, zaczniemy jak nieznajomi.

stop-done = Jasne. Sami już do ciebie nie napiszemy. Jeśli napiszesz tutaj, nadal odpowiem, a do człowieka trafisz pod { $phone } albo { $email }.
    .kept_out = Jasne. Sami już do ciebie nie napiszemy. Możesz napisać na { $email }.

robot-reply = Tak, jestem botem: programem z odpowiedziami, które napisali i sprawdzają ludzie z firmy { $house }. Czego nie wiem, to mówię. Człowiek odbierze pod { $phone }.
thanks-reply = Nie ma za co.
insult-reply = Wygląda na to, że nie było ze mnie pożytku, przepraszam. Napisz to innymi słowami albo porozmawiaj z naszymi ludźmi: { $phone }, { $email }.
small_talk-reply = Przy piwie byłoby ze mną nudno: znam produkty firmy { $house } i niewiele poza tym. Za to te znam dobrze.
how_are_you-reply = Wszystko się kręci, dziękuję. Mam nadzieję, że u ciebie też.
bye-reply = Do widzenia i dzięki za rozmowę. Jestem tu, kiedy zechcesz wrócić.
greeting-reply = Dzień dobry ponownie. Napisz po prostu, co chcesz wiedzieć.
help-reply = Możesz pytać o produkty, ceny i warunki, prosić o porównanie albo powiedzieć, czego potrzebujesz, a coś zaproponuję. „Wstecz”, „pomiń”, „od nowa” i „rozmowa z zespołem” działają zawsze. Człowiek: { $phone }, { $email }.

fallback-rephrase = Nie rozumiem. Czy możesz napisać to inaczej, może krócej?
fallback-choices = Nadal nie wiem, o co chodzi, przepraszam. Możesz zadać inne pytanie, zacząć od nowa albo zwrócić się do człowieka.
fallback-human = Nie chcę zabierać ci czasu zgadywaniem. Nasi ludzie na pewno zrozumieją: { $phone } albo { $email }, { $hours }.

repair-again = To jeszcze nie jest odpowiedź na moje pytanie.
repair-range = Tu mogę zapisać tylko liczbę od { $min } do { $max }.
repair-either = Dla pewności: czy chodzi o { $first } czy o { $second }?
repair-human = Nie musimy tego teraz rozstrzygać. Możesz pominąć pytanie albo pomoże człowiek: { $phone }.
clarify-one = Nie mam pewności. Czy chodzi o to?
clarify-which = Chcę mieć pewność, że dobrze rozumiem. O co z tego chodzi?
clarify-product = O który produkt chodzi?

choose-again = Co wybierasz?
repair-choose = Nie wiem, o co z tego chodzi. Może o jedną z tych rzeczy, albo zapytaj o coś innego.
repair-gone = To, przy czym byliśmy, w międzyczasie się zmieniło, więc wolę tam nie wracać. Napisz po prostu, czego potrzebujesz.
repair-old_button = Ten przycisk jest z wcześniej i już nigdzie nie prowadzi. Napisz po prostu, czego potrzebujesz.
choice-left = Dobrze. Pytaj śmiało o wszystko, co cię interesuje.
skip-left = Dobrze, zostawiamy to.
why-general = Żeby zaproponować to, co pasuje, i nic więcej. Nie musisz odpowiadać.
value-alone = { $value }
hours-none = po umówieniu

resume-flow = Wracając do tematu:
resume-days = Miło znów cię czytać. Tutaj przerwaliśmy:
correct-noted = Zapisane. { $slot }: { $value }.
noted-slots = Zapisane: { $list }.
correct-what = Chętnie poprawię. Podaj po prostu właściwą wartość, na przykład „12, nie 15”.
back-nothing = Wcześniej nic nie było.
skip-not_possible = Bez tego nie pójdziemy dalej. Całość można jednak w każdej chwili zostawić.
why-nothing = Teraz o nic nie pytam, więc nie musisz niczego podawać.
repeat-nothing = Jeszcze nic nie było powiedziane.
start_over-done = Dobrze, zaczynamy od nowa. To, co było w tej rozmowie, odkładam na bok.
language-changed = Oczywiście, dalej po polsku.
language-which = W jakim języku chcesz rozmawiać?
language-not_served = Niestety nie znam tego języka.
apology = Coś się u nas popsuło. Wiadomość jest zapisana; spróbuj za chwilę jeszcze raz albo zadzwoń: { $phone }.
unanswered = Tego nie wiem i wolę nie zgadywać. Pytanie jest zapisane dla zespołu. Odpowiedź jeszcze dziś: { $phone } albo { $email }.
unanswered-other = Drugiego pytania nie rozumiem. Czy możesz zadać je jeszcze raz, osobno i innymi słowami?
too_long = To więcej, niż umiem przeczytać naraz. Czy możesz napisać to, co najważniejsze, w kilku zdaniach?
not_text = Na razie czytam tylko tekst. Napisz to proszę słowami.
handoff-asked = Nasz zespół właśnie dostał wiadomość i zaraz ktoś tu do ciebie napisze. W międzyczasie pytaj mnie, o co chcesz.
    .wait = Nasz zespół właśnie dostał wiadomość; zwykle ktoś pisze tu w ciągu { $minutes ->
        [one] minuty
        [few] { $minutes } minut
        [many] { $minutes } minut
       *[other] { $minutes } minuty
    }. W międzyczasie pytaj mnie, o co chcesz.
    .closed = Twoja prośba czeka tu na nich, a w międzyczasie możesz pytać mnie, o co chcesz.
handoff-held = Rozmowę prowadzi z Tobą już { $rep } z naszego zespołu; prośba została tam przekazana.
handoff-media = Tego nie umiem obejrzeć, ale nic nie ginie: dostanie to osoba z naszego zespołu, która przejmie rozmowę, razem z całą resztą.
handoff-stuck = Ktoś z naszego zespołu też dostał prośbę, żeby tu zajrzeć.
    .closed = Jest to też zapisane dla naszego zespołu, który zobaczy to po powrocie.
gate-banned = Nasz zespół zakończył tę rozmowę, więc nikt tu już nie odpowiada. Możesz napisać na { $email }. „Stop” i na pytania o twoje dane nadal reagujemy.
gate-young = Rozmawiamy tu tylko z kontami, które istnieją od jakiegoś czasu. Kontakt z nami: { $phone } lub { $email }.
gate-repeating = Ta wiadomość przyszła już kilka razy, a odpowiedź pozostaje ta sama. Napisz to inaczej albo skontaktuj się z naszym zespołem: { $phone } lub { $email }.
handoff-offer = A przy okazji: w każdej chwili może przejąć rozmowę ktoś z zespołu. Czy tak będzie lepiej?
option-time = { $time }
time-over = Ten termin już minął.
appointment-moved = O tej porze nikogo tu nie ma. Najbliższy termin, gdy ktoś jest: { $value }.
callback-noted = Zapisane: zadzwonimy { $callback_time-on }. Gdyby coś wypadło, jesteśmy pod { $phone }.
callback-noted_soon = Zapisane: zadzwonimy, gdy tylko ktoś będzie wolny. Gdyby coś wypadło, nasz numer to { $phone }.

catalogue-fact = { $product }, { $attribute }: { $value }.
catalogue-fact-yes = Tak, { $product }: { $attribute } w zestawie.
catalogue-fact-no = Nie, { $product } tego nie ma: { $attribute }.
catalogue-fact-unknown = Dla { $product } nie mam danych: { $attribute }. Zespół to wie: { $phone }.
catalogue-fact-all = Według modelu, { $attribute }:{ $list }
catalogue-compare-intro = { $first } i { $second } obok siebie:
catalogue-compare-line = { $product }: { $list }.
catalogue-which = Pasują ({ $kind }):{ $list }
catalogue-which-none = Nic z oferty ({ $kind }) nie spełnia tego dokładnie.
catalogue-nearest = Najbliżej jest { $product }, { $attribute }: { $value }.
catalogue-most = To będzie { $product }, { $attribute }: { $value }.
catalogue-price-for = { $count } × { $product } po { $unit_price } to razem { $total }.
catalogue-price-for-discounted = { $count } × { $product } po { $unit_price } z cennika, minus { $percent } rabatu za ilość, to razem { $total }.
catalogue-total-for = { $count } × { $product }, { $attribute }: po { $unit_price }, razem { $total }.
catalogue-about = { $product }: { $about }. Cena: { $price }.
catalogue-list = Nasza oferta, { $kind }:{ $list }
catalogue-which_product = O który model chodzi?

recommend-still = { $product } nadal pasuje: { $reasons }.
reason-attribute = { $attribute } { $value }
reason-good_for = zbudowany właśnie do tego

option-yes = Tak
    .said =
        tak
        jasne
        pewnie
        no pewnie
        oczywiście
        poproszę
        zgoda
        tak, proszę
        okej
option-no = Nie
    .said =
        nie
        nie, dzięki
        raczej nie
        nie trzeba
        nie chcę
        absolutnie nie
option-human = Rozmowa z zespołem
    .said =
        zespół
        ktoś od was
        z kimś z zespołu
option-skip = Pomiń to pytanie
    .said =
        to pomiń
        zostaw puste
option-call_back = Zapisz termin telefonu
    .said =
        zadzwońcie do mnie
        zadzwoń
        proszę zadzwonić
        oddzwońcie
        zapisz termin
        tak, oddzwońcie
        umów telefon
        niech ktoś zadzwoni później
option-go_on = Piszę dalej tutaj
    .said =
        dalej
        piszmy dalej
        zostaję tutaj
        kontynuuj
        niech tak zostanie
option-first_reading = To pierwsze
option-second_reading = To drugie
option-start_over = Zacznij od nowa
    .said =
        zacznijmy jeszcze raz
        od nowa proszę
option-none_of_these = Nic z tego
    .said =
        żadne z nich
        ani to, ani to
        coś całkiem innego
        żadna z tych rzeczy
option-delete = Usuń moje dane
    .said =
        usuń
        skasuj
        wyrzuć to

ask-language = W jakim języku chcesz pisać?
    .label = Język
option-language_en = English
    .said =
        angielski
        po angielsku
        english
option-language_de = Deutsch
    .said =
        niemiecki
        po niemiecku
        deutsch
option-language_es = Español
    .said =
        hiszpański
        po hiszpańsku
        español
option-language_pl = Polski
    .said =
        polski
        po polsku

intent-stop = Nie piszcie do mnie więcej
    .said =
        stop
        wypisz mnie
        nie piszcie do mnie więcej
        proszę nie pisać
        nie chcę więcej wiadomości
        dajcie mi spokój
        przestańcie do mnie pisać
        żadnych reklam
        rezygnuję z wiadomości
        usuńcie mnie z listy
        nie kontaktujcie się ze mną
        koniec z tymi wiadomościami
        rezygnuję z subskrypcji
        odczepcie się
intent-human = Wolę rozmowę z człowiekiem
    .said =
        wolę telefon
        bez maili, proszę zadzwonić
        wystarczy mi telefon
        napiszcie mi smsa
        odezwijcie się do mnie
        jak się z kimś skontaktować
        chciałbym porozmawiać z pracownikiem
        dajcie mi człowieka
        wolałbym pogadać z kimś z zespołu
        chcę porozmawiać z kimś
        czy jest tam ktoś żywy
        poproszę konsultanta
        proszę o telefon
        jaki macie numer telefonu
        połącz mnie z handlowcem
        czy ktoś może do mnie zadzwonić
        wolę pogadać z człowiekiem
        z kim mogę się skontaktować
        oddzwońcie do mnie
        kontakt do doradcy
        jak się do was dodzwonić
        poproszę pracownika
        macie jakiś adres mailowy
        dajcie mi kogoś z biura
        chciałabym rozmawiać z osobą a nie z automatem
        zadzwoń do mnie w czwartek
        niech ktoś do mnie przedzwoni po południu
        możecie dzwonić do mnie rano
        mój numer, czekam na telefon od was
        oddzwońcie pod ten numer
intent-back = Krok wstecz
    .said =
        wstecz
        cofnij
        wróć
        poprzednie pytanie
        krok do tyłu
        chcę zmienić poprzednią odpowiedź
        wróćmy do poprzedniego
        jedno pytanie wcześniej
intent-why = Po co to pytanie
    .said =
        dlaczego
        po co pytasz
        do czego wam to potrzebne
        po co to wiedzieć
        a co was to obchodzi
        czemu o to pytacie
        jaki to ma cel
        dlaczego to ważne
intent-skip = Pominąć to pytanie
    .said =
        nie chcę podawać maila
        numeru nie podam
        pomiń
        następne pytanie
        nie wiem jeszcze
        nie mam pojęcia
        wolę nie mówić
        nie chcę odpowiadać
        przejdźmy dalej
        tego nie podam
        trudno powiedzieć
intent-repeat = Powtórzyć
    .said =
        powtórz
        jeszcze raz
        co mówisz
        proszę powtórzyć
        słucham
        umknęło mi to
        możesz to powtórzyć
        jak to było
intent-start_over = Zacząć od nowa
    .said =
        od nowa
        zacznij jeszcze raz
        od początku
        restart
        nowa rozmowa
        zacznijmy od zera
        wracamy na start
        resetuj
intent-change_language = Inny język
    .said =
        możemy po angielsku
        mówisz po niemiecku
        zmień język
        po hiszpańsku proszę
        inny język
        jakie języki znasz
        wolę po angielsku
        po polsku proszę
        przejdźmy na polski
intent-privacy = Co się dzieje z moimi danymi
    .said =
        co o mnie wiesz
        jakie macie moje dane
        co o mnie zapisujecie
        rodo
        ochrona danych
        co się dzieje z moimi danymi
        polityka prywatności
        kto to czyta
        czy przekazujecie dane dalej
        jak długo trzymacie informacje
        czy ta rozmowa jest nagrywana
intent-forget = Usunąć wszystko o mnie
    .said =
        usuń moje dane
        zapomnij o mnie
        skasujcie wszystko co o mnie macie
        chcę usunięcia danych osobowych
        prawo do bycia zapomnianym
        wymaż mój numer i nazwisko
        usuń tę rozmowę
        proszę wykasować moje informacje
intent-cancel = Nieważne
    .said =
        nieważne
        daj spokój
        zostawmy to
        zapomnij o tym
        już nie trzeba
        anuluj
        nie ma znaczenia
        odpuśćmy
intent-correct = Poprawić coś
    .said =
        pomyliłem się
        pomyłka
        to się nie zgadza
        muszę coś poprawić
        źle zapisane
        tego nie mówiłam
        literówka, chcę zmienić
        mogę coś zmienić w odpowiedziach
intent-robot = Kto tu pisze
    .said =
        jesteś robotem
        czy jesteś botem
        rozmawiam z maszyną
        to automat
        jest tam prawdziwy człowiek
        jesteś człowiekiem
        czy to sztuczna inteligencja
        kto mi odpowiada
        człowiek czy komputer
intent-thanks = Dziękuję
    .said =
        dziękuję
        dzięki
        dziękuję bardzo
        wielkie dzięki
        dzięki za pomoc
        super, dziękuję
        bardzo mi to pomogło
        dzięki za informację
intent-insult = To mnie denerwuje
    .said =
        ale jesteś natarczywy
        denerwujesz mnie
        przestań naciskać
        to już męczy
        ty głąbie
        głupia maszyna
        jesteś głupi
        idiota
        do niczego się nie nadajesz
        co za głupi bot
        kretyn
        zamknij się
        beznadziejny automat
        spadaj
        ale badziewie
intent-greeting = Dzień dobry
    .said =
        jestem z powrotem
        wróciłem
        wróciłam
        cześć
        dzień dobry
        hej
        witam
        dobry wieczór
        siema
        halo
        dobry
        hejka
        hej wam wszystkim
        witam was
intent-how_are_you = Co słychać
    .said =
        jak się masz
        co słychać
        jak leci
        co u ciebie
        wszystko w porządku
        jak tam
        jak mija dzień
        jak zdrowie
intent-small_talk = Chwila pogawędki
    .said =
        opowiedz dowcip
        ładna dziś pogoda
        jaka będzie pogoda
        lubisz piłkę nożną
        jaki jest twój ulubiony kolor
        masz dziewczynę
        co robisz w weekend
        zaśpiewaj coś
        ile masz lat
intent-bye = Do widzenia
    .said =
        nara
        do widzenia
        pa
        na razie
        do zobaczenia
        miłego dnia
        to wszystko, żegnam
        do usłyszenia
        lecę, cześć
        trzymaj się
intent-help = O co mogę pytać
    .said =
        nic nie rozumiem
        pomoc
        co potrafisz
        o co mogę zapytać
        jak to działa
        menu
        pogubiłem się
        jak z tego korzystać
        co umiesz

# What platforms show beside the talk: the menu of commands, and a word to groups.
command-help = O co można mnie zapytać
command-human = Rozmowa z człowiekiem
    .name = człowiek
command-language = Zmiana języka
    .name = język
command-privacy = Co o tobie zapisuję
    .name = prywatność
command-stop = Koniec wiadomości z mojej inicjatywy
    .name = stop
group-private = Rozmawiam tylko prywatnie, żeby nikt inny nie czytał. Napisz do mnie tutaj:

# The card that reps get about a lead, in the house's own language.
card-person = 🔔 { $name } prosi o rozmowę z człowiekiem.
card-stuck = 🔔 { $name }: rozmowa utknęła, bot nie rozumie.
card-hot = 🔥 { $name }: poważne zainteresowanie.
card-lead = 🌡 { $name }: zainteresowanie osłabło.
card-from = { $channel } · { $language } · Otwórz czat: { $link }
card-from-unlinked = { $channel } · { $language } · brak tam nazwy publicznej, więc nie ma linku do czatu
card-need = Potrzeba: { $need }
card-open = Jeszcze nie wiadomo: { $topics }
card-next = Następne pytanie: „{ $question }”
card-source = Źródło: { $source }
card-challenge = co przeszkadza
card-authority = kto decyduje
card-money = skala i budżet
card-timing = kiedy
card-known = Wiadomo:{ $facts }
card-why = Dlaczego:{ $reasons }
card-words = Ostatnie słowa: „{ $words }”
card-unreachable = ⚠ Bot nie może tam pisać: wiadomości prywatne są zamknięte albo bot jest zablokowany. Będzie mógł znowu, gdy ta osoba się odezwie.
# Takes the place of the card of somebody who wants to be erased.
card-erased = Ta osoba poprosiła o usunięcie danych: nic o niej już nie przechowujemy. Co jeszcze zostało po niej na tym czacie lub w jej wątku, proszę usunąć ręcznie.

# To somebody who writes faster than people do.
flood-pause = To więcej, niż mogę przeczytać naraz. Robię krótką przerwę; potem proszę napisać to, co najważniejsze, i jestem z powrotem.

# Tam, gdzie słuchają inni, i słowa poleceń.
public-hello = Jestem { $bot_name }, cyfrowy asystent firmy { $house }: bot. Tutaj pytaj o produkty i ceny. To, co dotyczy ciebie, lepiej omówmy prywatnie.
public-button = Rozmawiajmy prywatnie
public-private = Piszę do ciebie prywatnie.
command-taken = Chwileczkę.
command-ask = Zapytaj o produkty, ceny i warunki
    .name = zapytaj
    .question = pytanie
    .question-about = Co chcesz wiedzieć?

### The desk: what reps read, in the house's own language, and what their visitors do.

card-talk = 💬 { $name }
card-held = 👤 Rozmowę prowadzi { $rep }.
card-late = ⏱ To powiadomienie przyszło z opóźnieniem: { $time }.
card-later = ⏳ Przypomnienie: { $time }
card-back = 🤖 Rozmowę prowadzi znów bot.
card-won = 🏁 Wygrane · { $rep }, { $time }
    .amount = 🏁 Wygrane: { $amount } · { $rep }, { $time }
    .bare = 🏁 Wygrane
card-lost = 🏁 Przegrane: { $reason } · { $rep }, { $time }
    .bare = 🏁 Przegrane
card-not_for_us = 🏁 Nie dla nas: { $reason } · { $rep }, { $time }
    .bare = 🏁 Nie dla nas
card-reminder = ⏰ { $name }: ktoś miał teraz do tego wrócić.
    .by = { $rep }, ⏰ to teraz miał być powrót do { $name }.
desk-button-claim = Biorę
desk-button-later = Później
desk-button-refuse = Nie dla nas
desk-button-procedural = Nie teraz albo nie u nas
desk-button-wrong_fit = Potrzebuje czegoś innego
desk-button-spam = Spam
desk-button-duplicate = Już znamy
desk-button-keep = Wróć
desk-taken = { $name } – rozmowa należy do Ciebie. Bot od teraz milczy.
desk-released = { $name } – rozmowę znów prowadzi bot.
desk-later = Przypomnimy o tym: { $time }
desk-later-due = ⏰ Teraz miał być powrót do { $name }.
desk-noted = Zanotowane. { $name } tego nie widzi.
desk-refuse = Dlaczego to nie dla nas? Wybierz powód.
desk-done = Gotowe.
desk-already = Ta rozmowa już należy do Ciebie.
desk-held = Tę rozmowę prowadzi { $rep }.
desk-not_held = Nikt nie prowadzi tej rozmowy: najpierw trzeba ją wziąć.
desk-no_reason = Dopisz powód: najpierw polecenie, potem dlaczego.
desk-later-how = Dopisz, na jak długo, na przykład: /later 2h
desk-unfit-how = Dopisz powód, jeden z: procedural, wrong_fit, spam, duplicate
desk-unknown = Nie ma takiego polecenia. Nic nie zostało wysłane.
desk-in_talk = O to pyta się w samej rozmowie, gdy należy już do Ciebie.
desk-gone = Ta rozmowa już nie istnieje.
desk-erased-words = ⚠ To do nikogo nie dotarło: dane osoby z tej rozmowy zostały usunięte.
desk-stranger = Nie ma Cię na liście handlowców. Osoba, która prowadzi bota, doda Cię poleceniem: docent reps add IMIĘ --{ $channel } { $user }
desk-back = { $rep } przekazuje rozmowę mnie, botowi. Jestem tu, jeśli chcesz dowiedzieć się czegoś jeszcze.
desk-back-closed = Dziękujemy za rozmowę ({ $rep }). Tu znowu bot, gdyby coś było potrzebne.
desk-back-person = Jeśli chcesz znowu porozmawiać z człowiekiem, napisz o tym w dowolnej chwili, a zawiadomię nasz zespół.
desk-left = { $rep } nie bierze już udziału w tej rozmowie; tu znowu bot. Jeśli chcesz porozmawiać z człowiekiem, po prostu napisz.
desk-left-asked = { $rep } nie bierze już udziału w tej rozmowie, a Twoje pytanie zostało bez odpowiedzi. Tu bot: nasz zespół ma prośbę o inną osobę, która napisze do Ciebie tutaj.
    .closed = { $rep } nie bierze już udziału w tej rozmowie, a Twoje pytanie zostało bez odpowiedzi. Tu bot: nasz zespół ma prośbę o inną osobę, która odezwie się, gdy tylko ktoś będzie. Godziny: { $hours }.
stage-accepted = Zajął się tym dział sprzedaży
stage-won = Sprzedaż zamknęła to jako wygrane
stage-lost = Sprzedaż zamknęła to jako przegrane
stage-not_for_us = Sprzedaż uznała, że to nie dla nas
desk-opening = 💬 { $name } – rozmowa należy do Ciebie. To, co tu napiszesz, trafi tam słowo w słowo.
desk-story = Dotychczas:
    { $lines }
desk-anew = ♻ Miejsce rozmowy ({ $name }) zostało usunięte lub było niedostępne i powstało tu na nowo. O co chodziło i co padło ostatnio:
desk-how = // na początku robi z tego notatkę dla innych. /say wysyła gotowy tekst, /call proponuje telefon, /later 2h przypomni. /bot oddaje rozmowę; /won, /lost i /notforus ją zamykają. /talks i /switch pomagają, gdy rozmów jest kilka.
desk-heard = 💬 { $name }: { $words }
desk-heard-media = 💬 { $name } – przyszło coś, czego nie da się tu pokazać ({ $kind }). Poproś o to słowami albo otwórz czat z karty.
desk-heard-person = 🔔 { $name } – ponowna prośba o rozmowę z człowiekiem; odpowiedź brzmiała, że jesteś tutaj. Być może brakuje Twojej odpowiedzi.
desk-lost-to = { $name } – rozmowę prowadzi teraz { $rep } ({ $reason }). To, co tu napiszesz, już tam nie trafi.
    .bare = { $name } – rozmowę prowadzi teraz { $rep }. To, co tu napiszesz, już tam nie trafi.
desk-erased = { $name } – prośba o usunięcie danych. Rozmowa kończy się tutaj i za chwilę nic po niej nie zostanie.
desk-no_talk = Nie prowadzisz żadnej rozmowy. Weź jedną na jej karcie; wtedy to, co tu napiszesz, trafi do tej osoby.
desk-no_current = Ostatnia rozmowa nie należy już do Ciebie, więc to nie trafiło do nikogo. /switch przechodzi do innej Twojej rozmowy; odpowiedź na wiadomość trafia do jej rozmowy.
desk-text_only = Tego nie da się przekazać. Nic nie zostało wysłane: napisz to słowami.
desk-kind-photo = zdjęcie
desk-kind-document = plik
desk-kind-voice = wiadomość głosowa
desk-kind-audio = nagranie
desk-kind-video = film
desk-kind-animation = animacja
desk-kind-sticker = naklejka
desk-kind-location = lokalizacja
desk-kind-contact = kontakt
desk-heard-too_large = ({ $kind }, { $size } MB: za duże, żeby to przekazać; { $name } już o tym wie)
desk-too_large = ⚠ To ma { $size } MB, a przekazać tam można najwyżej { $limit } MB. Nic nie zostało wysłane: wyślij mniejszy plik albo link do niego.
desk-told-too_large = Ten plik ma { $size } MB, a przekazać można najwyżej { $limit } MB. Proszę przesłać mniejszy albo link do niego.
desk-media-gone = ⚠ Samego pliku nie udało się pobrać lub nie da się go tu pokazać. Poproś o niego jeszcze raz.
desk-claim-where = Rozmowy bierze się na ich kartach w czacie sprzedaży.
desk-help = To, co tu napiszesz, trafia do osoby, z którą prowadzisz rozmowę; jako odpowiedź na wiadomość – do tamtej rozmowy. // robi notatkę dla innych. Polecenia: /say /call /later 2h /note /lead /why /talks /switch /bot /won KWOTA /lost POWÓD /notforus POWÓD
desk-talks = Twoje rozmowy; to, co napiszesz, trafi do pierwszej:
    { $lines }
desk-turned = To, co napiszesz, trafia teraz do: { $name }.
desk-lead = { $name }
    { $lines }
desk-why = { $name }: dlaczego bot tak powiedział i co ile się liczy
    { $lines }
desk-not_delivered = ⚠ „{ $words }” nie dotarło: { $reason }
    .edit = ⚠ Zmiana „{ $words }” nie dotarła: { $reason }
    .unsend = ⚠ „{ $words }” nie udało się wycofać: { $reason }
desk-waits = ⏳ Jeszcze nie dostarczono: { $channel } nie odpowiada. Nic nie zginie i wyjdzie po kolei.
desk-waited = 👌 Dostarczono: to, co tu czekało, już dotarło.
desk-failed-never = sama wiadomość nigdy tam nie dotarła
desk-failed-maybe = wiadomość mogła już dotrzeć; sprawdź albo napisz o tym tej osobie
desk-failed-gone = tej wiadomości już tam nie ma
desk-failed-old = wiadomość jest zbyt stara, żeby ją zmienić lub wycofać
desk-failed-closed = bot jest tam zablokowany albo nie może pisać
desk-failed-account = to konto już nie istnieje
desk-failed-refused = druga platforma to odrzuciła
desk-heard-edited = ✏ { $name }, poprawka: { $words }
desk-heard-deleted = 🗑 { $name } – wiadomość wycofana: { $words }
desk-unsend-how = Odpowiedz /unsend na własną wiadomość, a zostanie wycofana. Dotyczy to tylko słów, które poszły do tej osoby.
desk-unsend-delete = Wystarczy usunąć samą wiadomość, a zostanie wycofana także po drugiej stronie.
desk-edit-words = Powiedziane słowa mogą zmienić się w inne, ale nie w polecenie ani notatkę. Po drugiej stronie nic się nie zmieniło.
desk-too_long = To poszło w kilku częściach i po drugiej stronie nie da się już tego zmienić. Wyślij sprostowanie.
    .edit = Teraz to jest za długie, żeby zmienić je po drugiej stronie: można mieć najwyżej { $limit } znaków. Po drugiej stronie nic się nie zmieniło. Skróć to albo wyślij jako osobną wiadomość.
desk-taken-private = { $name } – rozmowa należy do Ciebie, bot milczy. Pisz w prywatnym czacie ze mną; jeśli nic nie przyjdzie, naciśnij tam Start.
desk-taken-topic = { $name } – rozmowa należy do Ciebie, bot milczy. Pisz tutaj, w temacie o tej nazwie; jeśli żaden się nie otworzy, w prywatnym czacie ze mną.

# When somebody waits for a person.
ladder-busy = Na razie nikt z naszego zespołu nie jest wolny; wszyscy wiedzą, że czekasz. Można też zadzwonić pod { $phone } albo napisać na { $email }, a ja jestem tu przez cały czas.
ladder-offered = { $rep } na razie nie może odpowiedzieć. Reszta zespołu już o tym wie i może przejąć rozmowę.
desk-ask = ⏰ { $name } chce rozmawiać z człowiekiem, a nikt jeszcze nie przejął rozmowy. { $rep }, możesz?
desk-ask-lead = ⏰ { $name } nadal czeka, a nikt nie przejął rozmowy. { $rep }, sprawdź proszę, kto może.
desk-asked-anew = 🔔 { $name } – prośba o rozmowę z człowiekiem, a nikt jej nie prowadzi. Kto ją weźmie, ten prowadzi.
    .left = 🔔 { $name } czeka na odpowiedź; wcześniej rozmowę prowadziła osoba spoza listy: { $rep }. Kto weźmie rozmowę, ten prowadzi.
desk-remind = ⏰ { $name } czeka na Twoją odpowiedź.
desk-offer = ⏰ { $name } długo czeka na odpowiedź. { $rep }, możesz przejąć rozmowę? Prowadzi ją ten, kto ją weźmie.
card-asked = ⏰ Zapytano: { $rep }
card-choice = ⏰ Nikt nie był wolny. Ta osoba o tym wie i może wybrać termin telefonu albo rozmawiać dalej z botem.
card-offered = ⏰ Ktoś czeka tu na odpowiedź. Rozmowę prowadzi ten, kto ją weźmie.
card-local_time = Tam jest teraz { $time }.
card-banned = 🚫 Zablokowane przez { $rep }: { $reason }
    .until = 🚫 Zablokowane przez { $rep } do { $time }: { $reason }
desk-ban-how = Podaj też powód, i na jak długo, jeśli ma się skończyć, na przykład: /ban 7d wysyła reklamy
desk-banned = { $name }: zablokowane, wiadomości zostają bez odpowiedzi. /unban to cofa.
desk-call-due = 📞 { $name }: za chwilę trzeba zadzwonić, jak umówiono: { $phone }

# How ready somebody is, in which language they write, and what was agreed on.
card-heat = { $heat ->
    [hot] Gorący
    [warm] Ciepły
   *[browsing] Rozgląda się
} · dopasowanie { $fit }, zainteresowanie { $interest }
card-language = { $language ->
    [en] angielski
    [de] niemiecki
    [es] hiszpański
    [pl] polski
    [fr] francuski
    [it] włoski
    [nl] niderlandzki
    [pt] portugalski
    [cs] czeski
    [sk] słowacki
    [hu] węgierski
    [sl] słoweński
    [hr] chorwacki
    [ro] rumuński
    [uk] ukraiński
    [ru] rosyjski
    [tr] turecki
    [da] duński
    [sv] szwedzki
   *[other] { $language }
}
card-call = 📞 Umówiony telefon: { $time }
    .by = 📞 Dzwoni { $rep }: { $time }
card-call-offered = 📞 { $rep } proponuje telefon; termin nie jest jeszcze wybrany.

# Calls that reps offer or agree on.
desk-call-number = 📞 { $name }: { $phone }
desk-call-no_number = 📞 { $name }: numeru jeszcze nie ma
desk-call-offered = Do wyboru: { $lines }
desk-call-agreed = Umówione: { $time }. Pięć minut wcześniej przyjdzie przypomnienie.
desk-call-chosen = 📞 { $name }: wybrany termin telefonu, dzwoni { $rep }: { $time } ({ $phone })
desk-call-due-by = 📞 { $name }: za chwilę dzwoni { $rep }, jak umówiono: { $phone }
desk-call-how = Podaj dzień i godzinę, na przykład /call jutro 10:00 albo /call piątek 14:00. Nic nie zostało wysłane. Samo /call proponuje trzy terminy.
desk-call-past = Ten termin już minął, więc nic nie zostało wysłane. Podaj późniejszy.
desk-call-none = Dialogi nie zapisują terminu telefonu, więc nie da się go umówić: slot w slots.yaml potrzebuje `appointment: call`.
desk-call-never = W najbliższych dwóch miesiącach nie masz godzin pracy, więc nie ma czego zaproponować. Podaj termin: /call jutro 10:00
desk-told-call = Czy mogę zadzwonić? Proszę wybrać termin, który pasuje, albo napisać mi inny.
    .bot = { $rep } z naszego zespołu chętnie zadzwoni. Proszę wybrać termin, który pasuje, albo napisać inny.
desk-told-call_at = Dobrze, zadzwonię { $time-on }.
    .number = Dobrze, zadzwonię { $time-on }. Pod jaki numer?
    .bot = { $rep } z naszego zespołu zadzwoni { $time-on }.
    .bot_number = { $rep } z naszego zespołu zadzwoni { $time-on }. Pod jaki numer najlepiej?

# Texts that stand ready: snippet-... in snippets.ftl.
desk-say = Te teksty są gotowe i wychodzą w języku rozmówcy:
    { $lines }
desk-say-near = Nie ma tekstu „{ $words }”. Czy chodziło o /say { $near }?
desk-say-unknown = Nie ma tekstu „{ $words }”. Samo /say pokazuje, jakie są.
desk-say-none = Nie ma jeszcze gotowych tekstów. Marketing pisze je jako snippet-... w locales/.
desk-say-where = To mówi się w samej rozmowie, gdy należy już do Ciebie.

# Why the bot said what it said.
desk-why-said = Padło: „{ $words }”
desk-why-taken = Zrozumiane jako: { $lines }
desk-why-sure = { $words } (pewność { $percent }%)
desk-why-wish = życzenie „{ $words }”
desk-why-question = pytanie: { $words }
desk-why-missed = Nie zostało zrozumiane.
desk-why-answered = Bot powiedział: „{ $words }” ({ $keys })
desk-why-silent = Bot jeszcze nic nie powiedział.
desk-why-open = Otwarte: { $flow }, krok { $step }
desk-why-asks = Otwarte: { $flow }, pytanie o: { $step }
desk-why-nothing = Nic nie jest otwarte.
desk-why-fit = { $points } dopasowanie: { $reason }
    .of = { $points } dopasowanie (z { $base }): { $reason }
desk-why-interest = { $points } zainteresowanie: { $reason }
    .of = { $points } zainteresowanie (z { $base }): { $reason }
desk-why-more = i jeszcze { $count }, razem { $points }
