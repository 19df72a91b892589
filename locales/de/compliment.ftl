compliment-reply = Danke, das gebe ich in der Werkstatt weiter. Dort hört man es gern.
