"""The screen of the reader's own terms."""

MESSAGES = {
    "title": "Terms",
    "what_for": "Groups that are on are marked in their colours while you read.",
    "empty": "No terms yet. Press a to add a group.",
    "on": "on",
    "off": "off",
    "add_title": "New terms",
    "edit_title": "Edit terms",
    "name_placeholder": "Name, such as local government",
    "how_to_write": "One term a line; other spellings behind “=”; * and ? stand for any characters.",
    "tag_placeholder": "Only for reports with this tag; empty for all",
    "deleted": "“{name}” deleted; U undoes it.",
}
