"""The review queue: annotations whose place waits for a decision."""

MESSAGES = {
    "title": "To review: {count}",
    "empty": "Nothing to review: every annotation has its place.",
    "looking": "Looking for the passage…",
    "old": "Passage as it was",
    "candidate": "Candidate {number} of {count}, {percent} %",
    "no_candidate": "Nothing like it is in the new text",
    "what_to_do": "Press p to select its place in the report, or - to keep the note without one. Undecided, it stays here.",
    "what_for": "Struck through: taken out. Underlined: put in.",
    "placing": "Select the passage (v), then Enter places the note there; q goes back",
    "placed": "Placed; U undoes it.",
    "kept": "Kept without a place; U undoes it.",
    "left_by_import": "{count} notes to review (C).",
}
