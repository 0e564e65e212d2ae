"""The review queue: annotations whose place waits for a decision."""

MESSAGES = {
    "title": "To review: {count}",
    "empty": "Nothing to review: every annotation has its place.",
    "looking": "Looking for the passage…",
    "old": "Passage as it was",
    "candidate": "Candidate {number} of {count}, {percent} %",
    "no_candidate": "Nothing like it in the new text. p to select a place by hand, - to keep it without one.",
    "what_for": "Struck through: taken out. Underlined: put in.",
    "placing": "Select the passage (v), then Enter places the note there; q goes back",
    "placed": "Placed; U undoes it.",
    "kept": "Kept without a place; U undoes it.",
    "left_by_import": "{count} notes to review (C).",
}
