spam-reply = Danke, danach suchen wir nicht. Dieser Chat ist für Leute, die etwas über unsere Räder wissen möchten.
