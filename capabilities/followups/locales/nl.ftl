# Wat er later van komt: vragen achteraf
followup-field = Antwoord
followup-field-why = Waarom?
followup-send = Verstuur
followup-other = Iets anders kiezen
followup-chosen = Je antwoord: { $answer }.
followup-thanks-title = Bedankt voor je antwoord
followup-gone-title = Deze vraag is gesloten
followup-gone-text = De link is te oud of klopt niet. Je hoeft niets te doen.
