"""Sentences about outlines, in English: why a passage was taken for a heading."""

MESSAGES = {
    "reason_numbered_siblings": "It carries a number that counts on from its siblings, and text follows it.",
    "reason_numbered_run_in": "A number and a short sentence name what the paragraph then explains, as its siblings do.",
    "reason_numbered_inline": "Numbers with short phrases stand one after another inside running text, each followed by its detail.",
    "reason_numbered_alone": "It is the only one of its number, but it is written and placed like a heading.",
    "reason_short_line_siblings": "A short line of its own with text below it, and others like it in the report.",
    "reason_short_line_alone": "A short line of its own with text below it; the text breaks off before others could follow.",
    "reason_apparatus": "A line that consists of a word such as foreword, conclusion or references.",
    "reason_annex_title": "The title of an annexed paper: behind the signature, or named in the title.",
    "reason_lead_dash": "A dash parts the first words of the paragraph from the rest, as in its neighbours.",
    "reason_lead_colon": "A colon parts the first words of the paragraph from the rest, as in its neighbours.",
    "reason_lead_bracketed": "The paragraph opens with the name of an entry in 【】.",
    "reason_lead_parted": "It opens its paragraph, parted from it by a bar or a blank, as the paragraphs around it do.",
    "reason_lead_slogan": "The paragraph opens with a short sentence that names it, built like those of its neighbours.",
    "reason_inline_blank": "Inside running text blanks set the phrase off, as they do others in the report.",
    "reason_inline_slogan": "A short sentence inside running text, built like others that open their parts.",
    "reason_article_headline": "The headline of an article on the page, with a byline or a photo credit.",
    "reason_column": "The name of a column on the page.",
    "reason_markup": "The file itself marks it as a heading.",
    "reason_reader": "The reader said that it is a heading.",
    "reason_unknown": "No reason was recorded.",
}
