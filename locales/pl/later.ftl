later-fine = Spokojnie, bez pośpiechu; to, co wiem, zostaje zapisane i możesz tu wrócić, kiedy zechcesz.
later-next = Zapisać dzień na telefon, czy wolisz wrócić w swoim czasie?
