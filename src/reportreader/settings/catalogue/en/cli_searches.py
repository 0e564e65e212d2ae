"""Words of the commands about saved searches."""

MESSAGES = {
    "searches_list_summary": "show and change the saved searches",
    "searches_list_description": "One query a line, the last saved first. Without a subcommand lists the saved searches.",
    "searches_list_example": "reportreader searches",
    "searches_list_option_history": "list the queries last searched for",
    "searches_save_summary": "save a search",
    "searches_save_description": "Saves a query; undo takes it back.",
    "searches_save_example": 'reportreader searches save "党史学习教育 日期:2021"',
    "searches_save_done": "Search “{query}” saved.",
    "searches_delete_summary": "delete a saved search",
    "searches_delete_description": "Saves a query no longer; undo brings it back. The exit code is 3 if it was not saved.",
    "searches_delete_example": 'reportreader searches delete "党史学习教育 日期:2021"',
    "searches_delete_done": "Search “{query}” is no longer saved.",
    "searches_delete_none": "There is no saved search “{query}”.",
}
