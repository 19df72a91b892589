later-fine = Lassen Sie sich Zeit; was Sie gesagt haben, bleibt gespeichert, und Sie können hier jederzeit weitermachen.
later-next = Soll ich einen Tag für einen Anruf notieren, oder melden Sie sich lieber selbst?
