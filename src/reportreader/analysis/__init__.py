"""Words, keyphrases, term groups, figures and concordance. The only room that imports jieba; knows nothing of SQL or screens."""
