"""Floor 2: a Question comes in, a Reply goes out. Knows neither Alexa nor the web."""
