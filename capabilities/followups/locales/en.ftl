# What comes of it later: questions afterwards
followup-field = Answer
followup-field-why = Why?
followup-send = Send
followup-other = Choose something else
followup-chosen = Your answer: { $answer }.
followup-thanks-title = Thank you for your answer
followup-gone-title = This question is closed
followup-gone-text = The link is too old or wrong. You need not do anything.
