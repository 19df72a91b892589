## Was im Vertrieb oft zu sagen ist, mit /say und dem Wort hinter "snippet-". Es geht unter dem Namen
## dessen hinaus, der es sagt, in der Sprache des Gegenübers. $rep spricht, $name hört.

snippet-hello = Guten Tag { $name }, hier ist { $rep } von { $house }. Ich habe gelesen, was Sie geschrieben haben, Sie müssen also nichts zweimal sagen.
snippet-checking = Das sehe ich lieber ordentlich nach, statt zu raten. Ich melde mich hier, sobald ich es weiß.
snippet-details = Für einen genauen Preis brauche ich drei Dinge: wie viele Räder, was sie meistens tragen und in welchem Ort sie fahren. Ungefähr reicht für den Anfang.
snippet-offer = Ich stelle Ihr Angebot gerade zusammen. Es kommt innerhalb von zwei Werktagen per E-Mail, kostet nichts und verpflichtet zu nichts.
snippet-ride = Am schnellsten zeigt es eine Fahrt mit Ihrer eigenen Ladung. Sie ist gratis und dauert etwa vierzig Minuten: In Graz stehen alle Modelle, und ab fünf Rädern kommen wir zu Ihnen.
snippet-week = Wenn vierzig Minuten zu kurz sind: Für 90 Euro haben Sie ein Rad eine Woche im echten Betrieb, im Umkreis von 100 km um Graz oder München gebracht und geholt. Wenn Sie bestellen, ziehen wir den Betrag ab.
snippet-away = Ich bin eine Weile nicht am Platz. Wenn es nicht warten kann, sind die anderen da: { $phone } oder { $email }, { $hours }.
snippet-thanks = Danke für das Gespräch, { $name }. Wenn später noch etwas ist, schreiben Sie einfach hier oder rufen Sie unter { $phone } an und fragen nach { $rep }.
