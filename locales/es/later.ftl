later-fine = Tómate el tiempo que haga falta; lo que me has contado queda guardado y puedes seguir aquí cuando quieras.
later-next = ¿Anoto un día para llamarte, o prefieres volver tú?
