look_around-reply = Of course, look around as long as you like. If a question comes up, just ask; there is nothing you have to decide here.
