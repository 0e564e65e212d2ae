"""Structure: what a messy report really is, found in its plain text by offset.

Knows nothing of files, SQL or screens. `reading` runs the passes, each a function of what came before:

1. `folding` makes equal signs equal, offset for offset; every rule looks at that view.
2. `line` cuts lines, `listings` sets long tables aside, `furniture` names the lines of the page
   (`contents`: those of a table of contents, `pageheads`: those over a page, `menus`: those of a
   site's head), `joining` mends lines broken in mid-sentence (`wrapping`: at one width throughout),
   `flat` cuts a report on one line at its blanks (`flatheads`, `flatlines`: what stands in front of
   it and behind). From here on the text is units.
3. `articles` finds the stories of a newspaper page and digest.
4. `front` reads what stands before the text (`matterlines` one line, `titles` and `titleruns` the
   headline, `remarks` what speaks about the text), `back` what stands behind it, `opening` the
   datelines and credits inside it. Each gives units a role (`roles`) and adds metadata.
5. `headings` finds headings in the units without a role: `numbered` candidates judged as `series`
   (`glued` and `inline` inside flat text), then `shortlines` (`shortshapes`: one line), then
   `leads` (`leadphrases`: one phrase, `leadruns`: a run of them). A candidate never stands alone:
   siblings decide.
6. `levels` gives each its level from nesting, not from its mark.

`finding` and `assembling` make a document of this, `refining` adds it to one that came with markup,
`passes` shows what each pass marked, `neutral` writes the format for comparison. `renewing` reads a
stored document again; `correcting` lays over it what its reader said (`headingblocks`: its blocks).
Words and shapes that several passes ask about: `marks`, `phraseends`, `names`, `credits`
(`creditroles`: the parts that persons have), `dates`, `linedates`, `official`, `shapes`, `slogans`,
`turns`; `items` makes metadata of them; all their expressions are `patterns`, compiled when first
used.
"""

from reportreader.structure.finding import STRUCTURE_VERSION, find_structure
from reportreader.structure.neutral import neutral_outline
from reportreader.structure.passes import iter_passes
from reportreader.structure.refining import refine_structure

__all__ = [
    "STRUCTURE_VERSION",
    "find_structure",
    "iter_passes",
    "neutral_outline",
    "refine_structure",
]
