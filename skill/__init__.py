"""An Alexa skill that answers questions about the signs of miscarriage from one article.

Four floors, imports only go down: ``library`` (what is said and heard), ``conversation`` (a question
in, a reply out), ``alexa`` (requests and responses), and the doors ``web``, ``aws_lambda``,
``commands`` and ``__main__``.
"""
