look_around-reply = Aber gern, schauen Sie in Ruhe. Wenn eine Frage auftaucht, stellen Sie sie einfach; entscheiden müssen Sie hier nichts.
