"""Floor 3: Alexa's requests to questions, replies to Alexa's responses. Knows neither Flask nor Lambda."""
