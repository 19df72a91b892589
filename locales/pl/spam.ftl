spam-reply = Dziękujemy, tego nie szukamy. Ten czat jest dla osób, które chcą się czegoś dowiedzieć o naszych rowerach.
