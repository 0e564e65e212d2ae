"""What a search has to say."""

MESSAGES = {
    "relaxed_to_all": "The phrase was not found; these reports hold all of its words.",
    "relaxed_to_any": "The phrase was not found; these reports hold some of its words.",
}
