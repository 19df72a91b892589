//! Wording that presses, in each language. In lower case, apostrophes straight; whole words.

use crate::texts::units::Language;

/// What is wrong with a wording.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pressure {
    Urgency,
    Guilt,
    Nagging,
    Hype,
}

type List = (Pressure, &'static [&'static str]);

/// The wordings of a language.
pub(super) fn of(language: Language) -> &'static [List] {
    match language {
        Language::English => ENGLISH,
        Language::German => GERMAN,
        Language::Spanish => SPANISH,
        Language::Polish => POLISH,
        Language::Other => &[],
    }
}

#[rustfmt::skip]
const ENGLISH: &[List] = &[
    (Pressure::Urgency, &[
        "last chance", "act now", "act fast", "hurry", "hurry up", "today only", "only today", "limited time",
        "while stocks last", "while supplies last", "before it's too late", "before it is too late",
        "don't miss", "do not miss", "don't wait", "offer ends", "only a few left", "almost gone",
        "selling fast", "going fast", "now or never", "order now", "buy now", "final hours",
        "expires soon", "running out", "spots left",
    ]),
    (Pressure::Guilt, &[
        "you will regret", "you'll regret", "you would regret", "don't let us down",
        "we are disappointed", "we're disappointed", "sad to see you", "you still haven't",
        "you still have not", "you haven't replied", "you have not replied", "you never answered",
        "you never replied", "why haven't you", "did i do something wrong", "your competitors already",
        "after all we", "don't you want",
    ]),
    (Pressure::Nagging, &[
        "just checking in", "checking in", "just following up", "just wanted to follow up",
        "circling back", "circle back", "touching base", "touch base", "bumping this",
        "friendly reminder", "gentle reminder", "in case you missed", "did you see my last",
        "any update on your side",
    ]),
    (Pressure::Hype, &[
        "unbeatable", "once in a lifetime", "no-brainer", "risk-free", "best price ever",
        "world-class", "revolutionary", "game changer", "game-changer",
    ]),
];

#[rustfmt::skip]
const GERMAN: &[List] = &[
    (Pressure::Urgency, &[
        "letzte chance", "nur heute", "nur noch heute", "jetzt zugreifen", "jetzt zuschlagen",
        "schnell sein", "beeilen sie sich", "beeil dich", "solange der vorrat reicht",
        "bevor es zu spät ist", "nicht verpassen", "verpassen sie nicht", "verpass nicht",
        "jetzt oder nie", "nur für kurze zeit", "nur noch wenige", "angebot endet", "jetzt kaufen",
        "jetzt bestellen", "zögern sie nicht", "läuft bald ab",
    ]),
    (Pressure::Guilt, &[
        "sie werden es bereuen", "du wirst es bereuen", "würden sie bereuen", "wir sind enttäuscht",
        "schade, dass sie nicht", "warum haben sie nicht", "sie haben noch immer nicht",
        "sie haben immer noch nicht", "sie haben nicht geantwortet", "sie haben sich nicht gemeldet",
        "ihre konkurrenz ist schon", "ihre mitbewerber sind schon", "lassen sie uns nicht hängen",
    ]),
    (Pressure::Nagging, &[
        "wollte nur mal nachfragen", "wollte nur nachfragen", "nur kurz nachfragen",
        "wollte mich nur melden", "wollte nur nachhaken", "noch einmal nachhaken", "nachhaken",
        "kleine erinnerung", "freundliche erinnerung", "haben sie meine letzte nachricht",
        "falls sie es übersehen haben",
    ]),
    (Pressure::Hype, &[
        "unschlagbar", "unschlagbare", "unschlagbarer", "einmalige gelegenheit", "einmalige chance",
        "bester preis aller zeiten", "revolutionär", "weltklasse",
    ]),
];

#[rustfmt::skip]
const SPANISH: &[List] = &[
    (Pressure::Urgency, &[
        "última oportunidad", "solo hoy", "sólo hoy", "solo por hoy", "date prisa", "dese prisa",
        "no te lo pierdas", "no se lo pierda", "hasta agotar existencias", "antes de que sea tarde",
        "antes de que sea demasiado tarde", "por tiempo limitado", "tiempo limitado", "ahora o nunca",
        "quedan pocas", "quedan pocos", "últimas unidades", "compra ya", "compre ya", "pide ya",
        "pida ya", "la oferta termina", "no esperes más", "no espere más", "actúe ya", "actúa ya",
    ]),
    (Pressure::Guilt, &[
        "te arrepentirás", "se arrepentirá", "su competencia ya", "tu competencia ya",
        "estamos decepcionados", "nos decepciona", "por qué no ha respondido", "por qué no has respondido",
        "todavía no has respondido", "todavía no ha respondido", "aún no has respondido",
        "aún no ha respondido", "no nos ha contestado", "no nos has contestado",
    ]),
    (Pressure::Nagging, &[
        "solo quería saber si", "sólo quería saber si", "solo para hacer seguimiento", "hago seguimiento",
        "recordatorio amistoso", "solo un recordatorio", "vio mi último mensaje", "viste mi último mensaje",
        "por si no lo ha visto", "por si no lo has visto",
    ]),
    (Pressure::Hype, &[
        "inmejorable", "imbatible", "oportunidad única", "sin ningún riesgo", "el mejor precio de la historia",
        "revolucionario", "revolucionaria",
    ]),
];

#[rustfmt::skip]
const POLISH: &[List] = &[
    (Pressure::Urgency, &[
        "ostatnia szansa", "tylko dziś", "tylko dzisiaj", "pospiesz się", "pośpiesz się",
        "proszę się pospieszyć", "nie przegap", "nie przegapcie", "do wyczerpania zapasów",
        "zanim będzie za późno", "oferta ograniczona", "oferta ograniczona czasowo", "teraz albo nigdy",
        "ostatnie sztuki", "zostało tylko", "zostały tylko", "kup teraz", "zamów teraz", "kup już",
        "oferta wygasa", "oferta kończy się", "nie zwlekaj", "proszę nie zwlekać",
    ]),
    (Pressure::Guilt, &[
        "pożałujesz", "pożałują państwo", "będzie pan żałował", "będzie pani żałowała",
        "państwa konkurencja już", "twoja konkurencja już", "jesteśmy rozczarowani",
        "dlaczego nie odpowiada", "dlaczego nie odpowiadasz", "nadal brak odpowiedzi",
        "wciąż brak odpowiedzi", "nie odpowiedzieli państwo",
    ]),
    (Pressure::Nagging, &[
        "tylko sprawdzam", "chciałem tylko zapytać", "chciałam tylko zapytać", "tylko przypominam",
        "przyjazne przypomnienie", "małe przypomnienie", "czy dotarła moja ostatnia wiadomość",
        "wracam do tematu",
    ]),
    (Pressure::Hype, &[
        "bezkonkurencyjny", "bezkonkurencyjna", "bezkonkurencyjne", "jedyna taka okazja",
        "niepowtarzalna okazja", "bez żadnego ryzyka", "rewolucyjny", "rewolucyjna",
    ]),
];
